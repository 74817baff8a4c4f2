import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BadUserInput } from '#libs/errors';
import { missingShare, scoreSignature } from './score-signature.js';
import { parseSignature } from './signature.js';

const FOLDER = 'test/fixtures/transcriptomics/signatures';
const bytesOf = (name: string): Buffer => readFileSync(join(FOLDER, `${name}.json`));

interface Expected {
  readonly missing: readonly string[];
  readonly missingShare: number;
  readonly scores?: readonly number[];
  readonly correlations?: Readonly<Record<string, readonly number[]>>;
}
// numpy and SciPy: make_signatures.py
const expected: Readonly<Record<string, Expected>> = JSON.parse(bytesOf('expected').toString('utf8'));

const table = gunzipSync(readFileSync('test/fixtures/transcriptomics/pathway-scoring/p53_expr.tsv.gz')).toString(
  'utf8',
);
const rows = new Map(
  table
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => [line.split('\t')[0] ?? '', line.split('\t').slice(1).map(Number)]),
);
const RENAMED: Readonly<Record<string, string>> = { CDCA1: 'NUF2', KNTC2: 'NDC80', ORC6L: 'ORC6' };
const SAMPLES = 14;

function scored(name: string) {
  const signature = parseSignature(bytesOf(name), 'text');
  const found = signature.genes.map((gene) => rows.get(gene) ?? rows.get(RENAMED[gene] ?? ''));
  const missing = signature.genes.filter((_, at) => !found[at]);
  const share = missingShare(
    signature,
    found.map((row) => row !== undefined),
  );
  const scores = Array.from({ length: SAMPLES }, (_, sample) =>
    scoreSignature(
      signature,
      found.map((row) => row?.[sample] ?? null),
    ),
  );
  return { missing, share, scores };
}

describe('scoreSignature', () => {
  it.each(['linear', 'mean-z'])('gives what numpy gives for the %s signature', (name) => {
    const { missing, share, scores } = scored(name);
    expect(missing).toEqual(expected[name]?.missing);
    expect(share).toBeCloseTo(expected[name]?.missingShare ?? NaN, 12);
    scores.forEach(({ score }, at) => expect(score).toBeCloseTo(expected[name]?.scores?.[at] ?? NaN, 9));
  });

  it('gives the correlations that SciPy gives with the centroids of PAM50, and the class of the highest', () => {
    const { missing, share, scores } = scored('pam50');
    const { correlations = {} } = expected['pam50'] ?? {};
    expect([missing, Object.keys(correlations)]).toEqual([
      expected['pam50']?.missing,
      ['Basal', 'Her2', 'LumA', 'LumB', 'Normal'],
    ]);
    expect(share).toBeCloseTo(expected['pam50']?.missingShare ?? NaN, 12);
    for (const [sample, { classes, score, topClass }] of scores.entries()) {
      for (const { name, correlation } of classes)
        expect(correlation).toBeCloseTo(correlations[name]?.[sample] ?? NaN, 12);
      const best = Object.entries(correlations).toSorted(([, a], [, b]) => (b[sample] ?? 0) - (a[sample] ?? 0))[0];
      expect(topClass).toBe(best?.[0]);
      expect(score).toBeCloseTo(best?.[1][sample] ?? NaN, 12);
    }
  });

  it('takes any number of genes, as the 272 of a risk score', () => {
    const genes = Array.from({ length: 272 }, (_, at) => `GENE${at}`);
    const weights = genes.map((_, at) => (at % 2 === 0 ? 0.5 : -0.25));
    const document = {
      kind: 'LINEAR',
      unit: 'u',
      transform: 't',
      mostMissing: 0.1,
      genes,
      weights,
      intercept: 1,
      cutOffs: [],
    };
    const signature = parseSignature(Buffer.from(JSON.stringify(document)), 'text');
    expect(
      scoreSignature(
        signature,
        genes.map(() => 2),
      ).score,
    ).toBe(1 + 136 * (1 - 0.5));
    // The share of the weight, not of the genes: one of the heavy ones is 0.5 of 102.
    expect(
      missingShare(
        signature,
        genes.map((_, at) => at > 0),
      ),
    ).toBeCloseTo(0.5 / 102, 12);
  });

  it('makes no call where no class is near enough, or nothing varies', () => {
    const classes = [
      { name: 'a', centroid: [1, 2, 3] },
      { name: 'b', centroid: [3, 1, 2] },
    ];
    const document = {
      ...base(),
      kind: 'CENTROIDS',
      genes: ['A', 'B', 'C'],
      centre: null,
      centreCohort: null,
      classes,
      leastCorrelation: 0.9,
    };
    const signature = parseSignature(Buffer.from(JSON.stringify(document)), 'text');
    expect(scoreSignature(signature, [1, 3, 2])).toMatchObject({ topClass: null, score: 0.5 });
    expect(scoreSignature(signature, [1, 2, 3]).topClass).toBe('a');
    // As much like one as like the other.
    const twins = {
      ...document,
      leastCorrelation: null,
      classes: classes.map(({ name }) => ({ name, centroid: [1, 2, 3] })),
    };
    const tied = scoreSignature(parseSignature(Buffer.from(JSON.stringify(twins)), 'text'), [1, 2, 3]);
    expect(tied).toMatchObject({ topClass: null, score: 1 });
    expect(() => scoreSignature(signature, [1, 1, 1])).toThrow(RangeError);
    expect(() => scoreSignature(signature, [1, null, null])).toThrow(RangeError);
    const centred = parseSignature(
      Buffer.from(JSON.stringify({ ...document, centre: [0, 0, 9], centreCohort: 'made' })),
      'text',
    );
    expect(scoreSignature(centred, [2, 1, 3]).score).toBeCloseTo(0.5, 12); // as [2, 1, -6] against [3, 1, 2]
  });
});

function base() {
  return { unit: 'u', transform: 't', mostMissing: 0.2 };
}

it('a score of no gene at all is none', () => {
  const document = { ...base(), mostMissing: 1, kind: 'LINEAR', genes: ['A'], weights: [1], intercept: 5, cutOffs: [] };
  const signature = parseSignature(Buffer.from(JSON.stringify(document)), 'text');
  expect(() => scoreSignature(signature, [null])).toThrow(RangeError);
});

describe('parseSignature', () => {
  const linear = { ...base(), kind: 'LINEAR', genes: ['A', 'B'], weights: [1, 2], intercept: 0, cutOffs: [] };

  it.each([
    ['no JSON', 'x'],
    ['another kind', { ...linear, kind: 'TREE' }],
    ['a field too many', { ...linear, weight: 1 }],
    ['fewer weights than genes', { ...linear, weights: [1] }],
    ['a gene twice', { ...linear, genes: ['A', 'A'] }],
    ['no unit', { ...linear, unit: null }],
    ['a deviation of zero', { ...base(), kind: 'MEAN_Z', genes: ['A'], means: [0], deviations: [0], cohort: 'c' }],
    [
      'a cut-off without a cohort',
      { ...linear, cutOffs: [{ name: 'median', value: 1, above: 'h', below: 'l', n: 1 }] },
    ],
  ])('refuses %s', (_, document) => {
    const bytes = Buffer.from(typeof document === 'string' ? document : JSON.stringify(document));
    expect(() => parseSignature(bytes, 'input.text')).toThrow(BadUserInput);
  });
});
