import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CardTarget, type ModelCard } from '#model-registry';
import { ModelBadResponse } from '#libs/errors';
import { packageRoot } from '#gateway/config';
import { demoVersion } from '#gateway/testing';
import { targetScores } from './target-scores.js';

interface Expected {
  readonly classes: readonly {
    readonly logits: readonly number[];
    readonly probabilities: readonly number[];
    readonly againstRest: readonly number[];
    readonly cuts: readonly number[];
    readonly atLeast: readonly number[];
    readonly top: number;
  }[];
  readonly ensembles: readonly {
    readonly logits: readonly number[];
    readonly meanProbability: number;
    readonly spread: number;
    readonly logitOfMean: number;
    readonly probabilityOfMeanLogit: number;
    readonly meanValue: number;
    readonly spreadOfValues: number;
    readonly outOfFold: number;
  }[];
}
const expected: Expected = JSON.parse(readFileSync(join(packageRoot(), 'test/fixtures/targets/numerics.json'), 'utf8'));
const { card } = demoVersion('demo-dense-focus', '1');
const [binary] = card.output.targets;
if (!binary) throw new Error('the card has a target');

type Ensemble = ModelCard['identity']['ensemble'];

/** The shipped card with one target of another kind, or several in columns of one tensor. */
function cardOf(targets: readonly Partial<CardTarget>[], columns: number, ensemble: Ensemble = null): ModelCard {
  const tensors = [{ name: 'out', datatype: 'FP32' as const, shape: [1, columns], axes: ['bag', 'score'] }];
  return {
    ...card,
    identity: { ...card.identity, ensemble },
    artifacts: ensemble ? [] : card.artifacts,
    output: {
      ...card.output,
      tensors,
      targets: targets.map((own) => ({ ...binary, tensor: 'out', ...own }) as CardTarget),
    },
  };
}
const read = (of: ModelCard, out: readonly number[], heldOut: readonly number[] | null = null) =>
  targetScores(of, { values: new Map([['out', out]]), serverId: 'gpu-1' }, heldOut);
const classesOf = (names: number, more: Partial<CardTarget>): Partial<CardTarget> => ({
  kind: 'MULTICLASS',
  classes: Array.from({ length: names }, (_, k) => `class ${k}`),
  positiveClass: null,
  served: 'LOGIT',
  final: 'SOFTMAX',
  ...more,
});
const folds = (combine: NonNullable<Ensemble>['combine'], count: number): Ensemble => ({
  combine,
  members: Array.from({ length: count }, (_, i) => ({ model: `fold-${i}`, version: '1' })),
});
const near = (found: number | null | undefined, wanted: number): void =>
  expect(Math.abs((found ?? NaN) - wanted)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(wanted)));

describe('targetScores of exclusive classes', () => {
  it.each(expected.classes)('has the shares and log-odds of scipy (case %#)', (one) => {
    const [score] = read(cardOf([classesOf(one.logits.length, {})], one.logits.length), one.logits);
    if (score?.kind !== 'MULTICLASS') throw new Error('classes were expected');
    score.classes.forEach(({ rawProbability, logit, comparedProbability }, k) => {
      near(rawProbability, one.probabilities[k] ?? NaN);
      expect(comparedProbability).toBe(rawProbability);
      near(logit, one.againstRest[k] ?? NaN);
    });
    expect(score.top).toEqual([one.top]);
  });

  it.each(expected.classes)('compares each step of an order with those below it (case %#)', (one) => {
    const target = classesOf(one.logits.length, { kind: 'ORDINAL' });
    const [score] = read(cardOf([target], one.logits.length), one.logits);
    if (score?.kind !== 'ORDINAL') throw new Error('an order was expected');
    expect(score.classes[0]?.logit).toBeNull();
    score.classes.forEach(({ comparedProbability, logit }, k) => {
      near(comparedProbability, one.atLeast[k] ?? NaN);
      if (k > 0) near(logit, one.cuts[k - 1] ?? NaN);
    });
  });

  it('takes served shares as they are, with no second softmax, and no log-odds where they round to 0 or 1', () => {
    const served = cardOf([classesOf(3, { served: 'SOFTMAX' })], 3);
    const [score] = read(served, [0.2, 0.7, 0.1].map(Math.fround));
    if (score?.kind !== 'MULTICLASS') throw new Error('classes were expected');
    expect(score.classes.map(({ rawProbability }) => rawProbability)).toEqual([0.2, 0.7, 0.1].map(Math.fround));
    // scipy.special.logit(0.7)
    expect(score.classes[1]?.logit).toBeCloseTo(0.8472978603872034, 6);
    const [sure] = read(served, [0, 1, 0]);
    expect(sure?.kind === 'MULTICLASS' && sure.classes.map(({ logit }) => logit)).toEqual([null, null, null]);
  });

  it('finds a tie where two are equal in float32, whatever float64 says', () => {
    const tie = (logits: readonly number[]) => {
      const [score] = read(cardOf([classesOf(3, {})], 3), logits);
      return score?.kind === 'MULTICLASS' && score.top;
    };
    expect(tie([1.5, 1.5, 0])).toEqual([0, 1]);
    expect(tie([1.5, 1.5 + 1e-9, 0])).toEqual([0, 1]);
    expect(tie([1.5, 1.5 + 1e-6, 0])).toEqual([1]);
  });

  it.each([
    ['shares that do not sum to one', 'SOFTMAX', [0.5, 0.9, 0.1]],
    ['a share below 0', 'SOFTMAX', [-0.1, 1, 0.1]],
    ['logits under a card that says probabilities', 'SOFTMAX', [2, -1, 0]],
    ['a logit that is no number', 'LOGIT', [NaN, 0, 0]],
    ['an infinite logit', 'LOGIT', [Infinity, 0, 0]],
  ] as const)('refuses %s', (_, served, out) => {
    expect(() => read(cardOf([classesOf(3, { served })], 3), out)).toThrow(ModelBadResponse);
  });
});

describe('targetScores of several targets', () => {
  it('reads each from its own columns of one tensor', () => {
    const label = (name: string, first: number): Partial<CardTarget> => ({ name, columns: { first, count: 1 } });
    const value = {
      ...label('value', 2),
      kind: 'SCALAR',
      served: 'IDENTITY',
      final: 'IDENTITY',
      classes: null,
    } as const;
    const scores = read(cardOf([label('a', 0), label('b', 1), value], 3), [0, 2, -7.5]);
    expect(scores.map((score) => ('value' in score ? score.value : 'logit' in score && score.logit))).toEqual([
      0, 2, -7.5,
    ]);
  });

  it('applies an activation to a value once, or not at all', () => {
    const valueOf = (served: CardTarget['served'], final: CardTarget['final'], out: number) => {
      const [score] = read(cardOf([{ kind: 'SCALAR', classes: null, positiveClass: null, served, final }], 1), [out]);
      return score?.kind === 'SCALAR' ? score.value : null;
    };
    expect(valueOf('LOGIT', 'SIGMOID', 1.5)).toBeCloseTo(0.8175744761936437, 15);
    expect(valueOf('SIGMOID', 'SIGMOID', 0.8175745)).toBe(0.8175745);
    expect(valueOf('IDENTITY', 'IDENTITY', -3)).toBe(-3);
    expect(() => valueOf('IDENTITY', 'IDENTITY', NaN)).toThrow(ModelBadResponse);
  });
});

describe('targetScores of an ensemble', () => {
  it.each(expected.ensembles)('averages probabilities, with the spread of scipy and numpy (case %#)', (one) => {
    const [score] = read(cardOf([{}], 1, folds('MEAN_OF_PROBS', 5)), one.logits);
    if (score?.kind !== 'BINARY') throw new Error('two classes were expected');
    near(score.rawProbability, one.meanProbability);
    near(score.logit, one.logitOfMean);
    near(score.members?.spread, one.spread);
    expect(score.members?.scores).toHaveLength(5);
  });

  it.each(expected.ensembles)('averages what is served, and activates the mean once (case %#)', (one) => {
    const [score] = read(cardOf([{}], 1, folds('MEAN_OF_VALUES', 5)), one.logits);
    if (score?.kind !== 'BINARY') throw new Error('two classes were expected');
    near(score.logit, one.meanValue);
    near(score.rawProbability, one.probabilityOfMeanLogit);
    const value = { kind: 'RISK', served: 'IDENTITY', final: 'IDENTITY', classes: null, positiveClass: null } as const;
    const [risk] = read(cardOf([value], 1, folds('OOF_BY_PATIENT', 5)), one.logits);
    if (risk?.kind !== 'RISK') throw new Error('a risk was expected');
    near(risk.value, one.meanValue);
    near(risk.members?.spread, one.spreadOfValues);
  });

  it.each(expected.ensembles)('counts only the members that held a patient out, and shows all (case %#)', (one) => {
    const [score] = read(cardOf([{}], 1, folds('OOF_BY_PATIENT', 5)), one.logits, [1, 3]);
    if (score?.kind !== 'BINARY') throw new Error('two classes were expected');
    near(score.rawProbability, one.outOfFold);
    expect(score.members?.scores).toHaveLength(5);
    const [single] = read(cardOf([{}], 1, folds('OOF_BY_PATIENT', 5)), one.logits, [2]);
    expect(single).toMatchObject({ logit: one.logits[2], members: { spread: null } });
  });
});
