import { CardInvalid } from '#libs/errors';
import { describe, expect, it } from 'vitest';
import { edited } from '../testing/edit-json.js';
import { alignmentCard } from '../testing/sample-alignment.js';
import { biomarkerCard, encoderCard, ensembleCard, sha256 } from '../testing/sample-cards.js';
import type { ModelCard } from './model-card.js';
import { parseModelCard } from './parse-model-card.js';

const TARGET = '/output/targets/0';

function refusal(json: unknown): CardInvalid {
  try {
    parseModelCard(json);
  } catch (error) {
    if (error instanceof CardInvalid) return error;
    throw error;
  }
  throw new Error('The card was accepted.');
}

function pointers(json: unknown): readonly string[] {
  return refusal(json).problems.map((problem) => problem.pointer);
}

function expressionCard(): ModelCard {
  const card = biomarkerCard();
  return {
    ...card,
    task: { kind: 'EXPRESSION', level: 'SLIDE' },
    output: {
      tensors: [{ name: 'genes', datatype: 'FP32', shape: [1, 3], axes: ['bag', 'gene'] }],
      targets: [],
      embedding: null,
      expression: { tensor: 'genes', unit: 'log1p of counts per 10,000', transform: 'LOG1P' },
    },
    spatial: [],
    vocabulary: {
      kind: 'GENES',
      path: 'genes.txt',
      digest: sha256('ALK\nERBB2\nESR1\n'),
      size: 3,
      namespace: 'HGNC',
      qualityPath: null,
    },
    artifacts: [
      ...card.artifacts,
      { path: 'genes.txt', sha256: sha256('ALK\nERBB2\nESR1\n'), sizeBytes: 15, role: 'VOCABULARY' },
    ],
  };
}

describe('parseModelCard', () => {
  it.each([
    ['an encoder', encoderCard()],
    ['a classifier', biomarkerCard()],
    ['an ensemble without a model file', ensembleCard()],
    ['an expression head', expressionCard()],
    ['an alignment head without a model file', alignmentCard()],
    ['a softmax of two', twoColumns('SOFTMAX')],
    ['a served sigmoid', edited(edited(biomarkerCard(), `${TARGET}/served`, 'SIGMOID'), `${TARGET}/final`, 'IDENTITY')],
    ['a served and final sigmoid', edited(biomarkerCard(), `${TARGET}/served`, 'SIGMOID')],
  ])('accepts %s', (_kind, card: unknown) => {
    expect(parseModelCard(structuredClone(card))).toEqual(card);
  });

  it.each([[null], [5], ['{}'], [[]], [undefined]])('refuses %j at the root', (json: unknown) => {
    expect(pointers(json)).toContain('');
  });

  it('says by pointer what is missing, of another type, unknown or too much', () => {
    const broken = edited(
      edited(edited(biomarkerCard(), '/task/kind', undefined), '/serving/maxBatch', '1'),
      '/artifacts/0/sizeBytes',
      -1,
    );
    expect(refusal(edited(broken, '/licence/surplus', 1)).problems).toEqual([
      { pointer: '/task/kind', problem: expect.stringContaining('must be one of "BIOMARKER"') },
      {
        pointer: '/licence',
        problem: 'has members that the format does not know, at these positions (from 1): 7',
      },
      { pointer: '/serving/maxBatch', problem: 'must be of the type number' },
      { pointer: '/artifacts/0/sizeBytes', problem: 'must be at least 0' },
    ]);
  });

  it('never repeats the text of the card, wherever it is wrong', () => {
    const canary = 'ZZPHI-4711';
    const places = ['/identity/name', '/task/kind', '/licence/url', '/artifacts/0/path', '/provenance/createdAt'];
    const hostile = places.reduce<unknown>((card, place) => edited(card, place, canary), encoderCard());
    const error = refusal(
      edited(edited(hostile, `/${canary}`, 1), '/input/transform/0/args', { [canary]: { [canary]: 1 } }),
    );
    expect(error.problems.length).toBeGreaterThan(places.length);
    expect(JSON.stringify([error.message, error.facts])).not.toContain(canary);
  });

  it('lists at most twenty problems', () => {
    expect(refusal(edited(encoderCard(), '/artifacts', Array(50_000).fill(1))).problems).toHaveLength(20);
  });

  it.each([
    ['/input/tensors/0/axes', ['bag'], '/input/tensors/0/axes'],
    ['/input/tensors/0/shape/0', 0, '/input/tensors/0/shape'],
    ['/output/tensors/1/name', 'logit', '/output/tensors'],
    ['/input/tiles', { min: 5, max: 4 }, '/input/tiles'],
    ['/extractor', null, '/extractor'],
    ['/extractor/dim', 9, '/extractor/dim'],
    ['/spatial/0/tensor', 'absent', '/spatial/0/tensor'],
    ['/spatial/0/tensor', null, '/spatial/0/tensor'],
    ['/spatial/1/mode', 'PIXEL', '/spatial/1/tensor'],
    ['/spatial/0/mode', 'PER_TILE', '/spatial/2/mode'],
    ['/spatial/1/mode', 'PER_TILE', '/spatial/2/mode'],
    ['/spatial/1/mode', 'PRODUCT', '/spatial'],
    [`${TARGET}/tensor`, 'absent', `${TARGET}/tensor`],
    [`${TARGET}/tensor`, 'attention', `${TARGET}/tensor`],
    [`${TARGET}/classes`, ['present'], `${TARGET}/classes`],
    [`${TARGET}/classes`, null, `${TARGET}/classes`],
    [`${TARGET}/positiveClass`, null, `${TARGET}/positiveClass`],
    [`${TARGET}/positiveClass`, 'absent', `${TARGET}/positiveClass`],
    [`${TARGET}/final`, 'SOFTMAX', `${TARGET}/final`],
    [`${TARGET}/final`, 'IDENTITY', `${TARGET}/final`],
    [`${TARGET}/final`, 'LOGIT', `${TARGET}/final`],
    [`${TARGET}/served`, 'IDENTITY', `${TARGET}/served`],
    [`${TARGET}/served`, 'SOFTMAX', `${TARGET}/final`],
    [`${TARGET}/kind`, 'SCALAR', `${TARGET}/classes`],
    [`${TARGET}/kind`, 'MULTICLASS', `${TARGET}/classes`],
    ['/output/targets', [], '/output/targets'],
    ['/task/kind', 'REGRESSION', `${TARGET}/kind`],
    ['/task/kind', 'EXPRESSION', '/output/expression'],
    ['/task/kind', 'PATHWAY', '/vocabulary'],
    ['/task/kind', 'PATHWAY', '/output/pathways'],
    [
      '/output/pathways',
      { tensor: 'none', unit: 'z', transform: 'NONE', method: 'GSVA', collection: null },
      '/output/pathways/tensor',
    ],
    ['/output/pathways', { tensor: 'logit', unit: 'z', transform: 'NONE' }, '/output/pathways/method'],
    ['/task/kind', 'EMBEDDING', '/output/embedding'],
    ['/task/kind', 'ALIGNMENT', '/alignment'],
    ['/identity/parent', { model: 'sample-focus', version: '1' }, '/identity/parent'],
    ['/extractor/model', 'sample-focus', '/extractor'],
    ['/licence/url', 'javascript:alert(1)', '/licence/url'],
    ['/provenance/createdAt', '2026-02-30', '/provenance/createdAt'],
    ['/provenance/createdAt', '2026-02-01 and more', '/provenance/createdAt'],
    ['/artifacts', [], '/artifacts'],
    ['/artifacts/0/role', 'OTHER', '/artifacts'],
    ['/artifacts/0/path', '../model.onnx', '/artifacts/0/path'],
    ['/artifacts/0/path', '/etc/passwd', '/artifacts/0/path'],
    ['/artifacts/0/path', 'a//b', '/artifacts/0/path'],
    ['/artifacts/0/path', 'a/./b', '/artifacts/0/path'],
    ['/artifacts/0/path', 'model-card.json', '/artifacts/0/path'],
  ])('refuses a classifier whose %s is %j, at %s', (place, value: unknown, pointer) => {
    expect(pointers(edited(biomarkerCard(), place, value))).toContain(pointer);
  });

  it('refuses an activation that would be applied twice', () => {
    const twice = edited(edited(twoColumns('SOFTMAX'), `${TARGET}/served`, 'SIGMOID'), `${TARGET}/final`, 'SOFTMAX');
    expect(refusal(twice).problems).toContainEqual({
      pointer: `${TARGET}/final`,
      problem: 'must be IDENTITY or the served activation: an activation is never applied twice',
    });
    expect(pointers(edited(biomarkerCard(), TARGET, { ...scalar(), served: 'IDENTITY', final: 'SIGMOID' }))).toEqual([
      `${TARGET}/final`,
    ]);
  });

  it('accepts a scalar and a risk without classes, and refuses the softmax of one column', () => {
    const of = (changes: object): unknown => edited(biomarkerCard(), TARGET, { ...scalar(), ...changes });
    expect(() => parseModelCard(of({}))).not.toThrow();
    expect(() => parseModelCard(of({ kind: 'RISK' }))).not.toThrow();
    expect(() => parseModelCard(of({ served: 'LOGIT', final: 'SIGMOID' }))).not.toThrow();
    expect(pointers(of({ served: 'LOGIT', final: 'SOFTMAX' }))).toEqual([`${TARGET}/final`]);
    expect(pointers(of({ kind: 'RISK', positiveClass: 'high' }))).toEqual([`${TARGET}/positiveClass`]);
  });

  it('refuses sigmoid over two columns: which of them is positive would be open', () => {
    expect(pointers(twoColumns('SIGMOID'))).toEqual([`${TARGET}/final`]);
  });

  it.each([
    ['/input/tiling', null, '/input/tiling'],
    ['/output/embedding/tensor', 'absent', '/output/embedding/tensor'],
    ['/output/embedding/dim', 9, '/output/embedding/dim'],
    ['/output/tensors/0/shape/1', -1, '/output/embedding/dim'],
  ])('refuses an encoder whose %s is %j', (place, value: unknown, pointer) => {
    expect(pointers(edited(encoderCard(), place, value))).toEqual([pointer]);
  });

  it.each([
    ['/output/expression/tensor', 'absent', '/output/expression/tensor'],
    ['/vocabulary/size', 4, '/vocabulary/size'],
    ['/vocabulary/digest', '0'.repeat(64), '/vocabulary/digest'],
    ['/vocabulary/path', 'other.txt', '/vocabulary/path'],
    ['/vocabulary/qualityPath', 'quality.tsv', '/vocabulary/qualityPath'],
    ['/artifacts/1/role', 'OTHER', '/vocabulary/path'],
    ['/artifacts/1/path', 'Model.ONNX', '/artifacts'],
    ['/domain', { method: 'MAHALANOBIS_PCA', path: 'd', limitPercentile: 99, reference: 'C', size: 9 }, '/domain/path'],
  ])('refuses an expression head whose %s is %j', (place, value: unknown, pointer) => {
    expect(pointers(edited(expressionCard(), place, value))).toContain(pointer);
  });

  it.each([
    ['/alignment/loss', 'SIGLIP', '/alignment/logitBias'],
    ['/alignment/retrieval/0/referenceSet', 'other', '/alignment/retrieval/0/referenceSet'],
    ['/alignment/retrieval/0/k', 165, '/alignment/retrieval/0/k'],
    ['/alignment/referenceSets/0/path', 'other.safetensors', '/alignment/referenceSets/0/path'],
    ['/alignment/referenceSets/0/digest', '0'.repeat(64), '/alignment/referenceSets/0/digest'],
    ['/alignment/retrieval/0/gallerySize', undefined, '/alignment/retrieval/0/gallerySize'],
    ['/alignment/logitScale/space', 'LINEAR', '/alignment/logitScale/space'],
    ['/alignment/towers/0/encoder', { ...biomarkerCard().extractor, dim: null }, '/alignment/towers/0/encoder/dim'],
  ])('refuses an alignment head whose %s is %j', (place, value: unknown, pointer) => {
    expect(pointers(edited(alignmentCard(), place, value))).toEqual([pointer]);
  });

  it('takes what a head says beyond the least: both normalisations, towers with encoder and input, a versioned matrix', () => {
    const card = alignmentCard();
    const [image, genes] = card.alignment?.towers ?? [];
    const { extractor, input } = biomarkerCard();
    const tower = { unit: input.unit, tensors: input.tensors, transform: [], batchDependent: false };
    const towers = [{ ...image, encoder: extractor, input: tower }, genes];
    const [set] = card.alignment?.referenceSets ?? [];
    const sets = [{ ...set, version: '1', digest: card.artifacts[0]?.sha256 }];
    const places: readonly (readonly [string, unknown])[] = [
      ['/alignment/towers', towers],
      ['/alignment/referenceSets', sets],
      ['/alignment/normalisedInTraining', false],
      ['/alignment/logitScale', { value: 10.6, space: 'EXP', max: 100 }],
      ['/alignment/cautions', ['DEGRADES_EXPRESSION', 'BATCH_DEPENDENT', 'STOCHASTIC']],
    ];
    const whole = places.reduce<unknown>((json, [place, value]) => edited(json, place, value), card);
    expect(parseModelCard(structuredClone(whole))).toEqual(whole);
  });

  it('refuses an ensemble that names itself or a member twice', () => {
    expect(pointers(ensembleCard(['1', '1']))).toEqual(['/identity/ensemble/members']);
    const self = edited(ensembleCard(), '/identity/ensemble/members/0/model', 'sample-ensemble');
    expect(pointers(self)).toEqual(['/identity/ensemble/members/0']);
  });

  it('refuses what its digest could not cover: a member named __proto__, text that is no Unicode', () => {
    const proto: unknown = JSON.parse(JSON.stringify(encoderCard()).replace('"args":{', '"args":{"__proto__":[1],'));
    expect(pointers(proto)).toEqual(['']);
    expect(pointers(edited(encoderCard(), '/identity/title', '\ud83d'))).toEqual(['']);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

function twoColumns(final: string): unknown {
  return edited(edited(biomarkerCard(), '/output/tensors/0/shape', [1, 2]), `${TARGET}/final`, final);
}

function scalar(): object {
  return {
    ...biomarkerCard().output.targets[0],
    kind: 'SCALAR',
    served: 'IDENTITY',
    final: 'IDENTITY',
    classes: null,
    positiveClass: null,
  };
}
