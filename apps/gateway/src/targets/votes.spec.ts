import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CalibrationRecord, type CardTarget, type ModelVersion, type OperatingPoint } from '#model-registry';
import { packageRoot } from '#gateway/config';
import { demoVersion } from '#gateway/testing';
import { callTargets } from './call-targets.js';
import { type CaseContext } from './case-context.js';
import { targetScores } from './target-scores.js';
import { tileScoresOf } from './tile-scores.js';

interface Case {
  readonly logits: readonly (readonly number[])[];
  readonly counts: readonly number[];
  readonly shares: readonly number[];
  readonly tied: readonly number[];
  readonly winner: number;
  readonly spread: readonly number[];
  readonly thresholds: readonly number[];
  readonly reached: readonly boolean[];
}
const cases: readonly Case[] = JSON.parse(
  readFileSync(join(packageRoot(), 'test/fixtures/targets/votes.json'), 'utf8'),
);
const shipped = demoVersion('demo-dense-focus', '1', ['demo-dense-focus-1-platt-resection']);
const [target, entry] = [shipped.card.output.targets[0], shipped.calibrations[0]];
if (!target || !entry) throw new Error('the version has a target and a record');
const RESECTION: CaseContext = {
  ...{ stain: 'HE', organ: null, preservation: null, specimen: 'RESECTION', scanner: null, site: null },
  ...{ prevalence: null, operatingPoint: null, patient: null },
};
const none = { method: 'none' } as const;
const point = (threshold: number, scale: OperatingPoint['scale'] = 'RAW_PROBABILITY'): OperatingPoint => ({
  ...{ id: 'most', threshold, scale, comparator: 'GE', policy: 'FIXED', positiveWeight: null, evidence: [] },
});
const recordOf = (more: Partial<CalibrationRecord>): CalibrationRecord => ({
  ...entry.record,
  ...{ map: none, fallback: [], operatingPoints: [point(0.5)], defaultOperatingPoint: 'most', greyZone: null, ...more },
});

/** An ensemble that counts the votes of so many members, over two classes or more. */
function voting(
  kind: 'BINARY' | 'MULTICLASS' | 'ORDINAL',
  { logits }: Pick<Case, 'logits'>,
  { records = [], thresholds }: { records?: readonly CalibrationRecord[]; thresholds?: readonly number[] } = {},
): ModelVersion {
  const count = logits[0]?.length ?? 0;
  const classes = Array.from({ length: count }, (_, k) => `class ${k}`);
  const positiveClass = kind === 'BINARY' ? (classes.at(-1) ?? null) : null;
  const own: CardTarget = {
    ...target,
    kind,
    tensor: 'out',
    classes,
    positiveClass,
    served: 'LOGIT',
    final: 'SOFTMAX',
  } as CardTarget;
  const members = logits.map((_, i) => ({ model: `fold-${i}`, version: '1' }));
  const voteThresholds = thresholds && {
    voteThresholds: [{ target: own.name, thresholds: [...thresholds], comparator: 'GE' as const }],
  };
  const card = {
    ...shipped.card,
    identity: { ...shipped.card.identity, ensemble: { combine: 'MAJORITY' as const, members, ...voteThresholds } },
    artifacts: [],
    output: {
      ...shipped.card.output,
      tensors: [{ name: 'out', datatype: 'FP32' as const, shape: [1, count], axes: ['bag', 'class'] }],
      targets: [own],
    },
  };
  return { ...shipped, card, calibrations: records.map((record) => ({ ...entry, record })) } as ModelVersion;
}

const scoresOf = ({ card }: ModelVersion, { logits }: Pick<Case, 'logits'>) =>
  targetScores(card, { values: new Map([['out', logits.flat()]]), serverId: 'gpu-1' });
const call = (version: ModelVersion, one: Pick<Case, 'logits'>) =>
  callTargets(version, scoresOf(version, one), { domain: null, context: RESECTION })[0];
/** Members of two classes whose positive one has these log-odds. */
const odds = (...positive: readonly number[]): Pick<Case, 'logits'> => ({ logits: positive.map((one) => [0, one]) });

describe('votes of members', () => {
  it.each(cases)('are counted as scikit-learn and numpy count them, and no tie is broken (case %#)', (one) => {
    const [score] = scoresOf(voting('MULTICLASS', one), one);
    if (score?.kind !== 'MULTICLASS') throw new Error('classes were expected');
    expect(score.votes?.classes.map(({ votes }) => votes)).toEqual(one.counts);
    expect(score.votes?.counted).toBe(one.logits.length);
    expect(score.classes.map(({ rawProbability }) => rawProbability)).toEqual(one.shares);
    expect(score.top).toEqual(one.tied.length > 0 ? one.tied : [one.winner]);
    score.classes.forEach(({ logit, members }, k) => {
      expect(logit).toBeNull();
      expect(members?.spread).toBeCloseTo(one.spread[k] ?? NaN, 12);
    });
  });

  it.each(cases.filter(({ counts }) => counts.length === 2))(
    'of two classes are the share of the positive one (case %#)',
    (one) => {
      const [score] = scoresOf(voting('BINARY', one), one);
      expect(score).toMatchObject({
        kind: 'BINARY',
        logit: null,
        rawProbability: one.shares[1],
        votes: { thresholds: null },
      });
      // By thresholds of the card, a member each, as numpy compares them.
      const [own] = scoresOf(voting('BINARY', one, { thresholds: one.thresholds }), one);
      expect(own).toMatchObject({
        rawProbability: one.reached.filter(Boolean).length / one.reached.length,
        votes: { thresholds: one.thresholds, cast: one.reached.map((isReached) => [`class ${Number(isReached)}`]) },
      });
    },
  );

  it('of a member whose classes tie in float32 are halves', () => {
    const one = odds(1, 0, -2);
    const [score] = scoresOf(voting('BINARY', one), one);
    expect(score).toMatchObject({
      rawProbability: 0.5,
      votes: { cast: [['class 1'], ['class 0', 'class 1'], ['class 0']] },
    });
  });

  it('are a map of votes on each tile', () => {
    const one = odds(1, -1, 2);
    const { card } = voting('BINARY', one);
    const [own] = card.output.targets;
    if (!own) throw new Error('a target was expected');
    // Three members, two tiles each.
    const served = Float32Array.from([0, 1, 0, -3, 0, 1, 0, -1, 0, -2, 0, 4]);
    expect(tileScoresOf(card, own, null, served)).toEqual(Float32Array.from([2 / 3, 1 / 3]));
  });
});

describe('calls of votes', () => {
  it('are none without a record of the ensemble: its members may have theirs', () => {
    expect(call(voting('BINARY', odds(1, 1, 1)), odds(1, 1, 1))).toMatchObject({
      call: 'UNCALIBRATED',
      rawProbability: 1,
    });
  });

  it.each([
    [odds(1, 1, -1), 0.5, 'POSITIVE'],
    [odds(1, -1, -1), 0.5, 'NEGATIVE'],
    [odds(1, 1, 1), 1, 'POSITIVE'],
    [odds(-1, -1, -1), 0.5, 'NEGATIVE'],
    // A tie is no majority, though the record counts equality as positive; where it asks for less than half, half is enough.
    [odds(1, 1, -1, -1), 0.5, 'INDETERMINATE'],
    [odds(1, 1, -1, -1), 0.25, 'POSITIVE'],
    [odds(1, -1, -1, -1), 0.25, 'POSITIVE'],
  ])('go by the share that a record names (case %#)', (one, threshold, wanted) => {
    const version = voting('BINARY', one, { records: [recordOf({ operatingPoints: [point(threshold)] })] });
    expect(call(version, one)).toMatchObject({ call: wanted, probability: null, operatingPoint: { threshold } });
  });

  it('have the probability of an isotonic map, at 0 and 1 too', () => {
    const knots = [0.05, 0.8].map((y, x) => ({ x, y }));
    const map = { method: 'isotonic' as const, scale: 'PROBABILITY' as const, knots };
    const records = [recordOf({ map, operatingPoints: [point(0.31, 'CALIBRATED_PROBABILITY')] })];
    const of = (one: Pick<Case, 'logits'>) => call(voting('BINARY', one, { records }), one);
    expect(of(odds(-1, -1, -1))).toMatchObject({ call: 'NEGATIVE', probability: 0.05 });
    expect(of(odds(1, 1, 1))).toMatchObject({ call: 'POSITIVE', probability: 0.8 });
    // numpy.interp(1 / 3, [0, 1], [0.05, 0.8])
    expect(of(odds(1, -1, -1))).toMatchObject({ call: 'NEGATIVE', probability: expect.closeTo(0.3, 12) });
  });

  it('of several classes have no class in a tie, and each class its own record', () => {
    const tie = {
      logits: [
        [3, 0, 0],
        [0, 3, 0],
      ],
    };
    const records = [recordOf({ class: 'class 1', operatingPoints: [point(0.4)] })];
    expect(call(voting('MULTICLASS', tie, { records }), tie)).toMatchObject({
      call: 'INDETERMINATE',
      reason: 'The most votes are those of several classes: class 0, class 1.',
      classes: [{ call: 'UNCALIBRATED' }, { call: 'POSITIVE' }, { call: 'UNCALIBRATED' }],
    });
    const order = {
      logits: [
        [0, 0, 3],
        [0, 3, 0],
        [3, 0, 0],
      ],
    };
    expect(call(voting('ORDINAL', order, { records: [recordOf({ class: 'class 1' })] }), order)).toMatchObject({
      call: 'POSITIVE',
      classes: [{ call: 'UNCALIBRATED' }, { call: 'POSITIVE', comparedProbability: expect.closeTo(2 / 3, 12) }, {}],
    });
  });
});
