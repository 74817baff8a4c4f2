import { describe, expect, it } from 'vitest';
import { CALL, compareScores, readScoreTable, type Comparison, type ScoreTable } from './index.js';
import { column, OPTIONS, score, stated } from './spec-support/stated.js';

const compare = (table: ScoreTable): Comparison => compareScores(table, OPTIONS);

function everyNumber(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(everyNumber) : [];
}

describe('small and odd tables', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['no rows', 'label,a,b\n'],
    ['one row', 'label,a,b\nyes,0.5,0.4\n'],
    ['one class', 'label,a,b\nno,0.5,0.4\nno,0.1,0.4\n'],
    ['one positive', 'label,a,b\nyes,0.5,0.4\nno,0.1,0.4\nno,0.3,0.2\n'],
    ['equal scores', 'label,a,b\nyes,0.5,0.5\nno,0.5,0.5\nyes,0.5,0.5\nno,0.5,0.5\n'],
    ['the same scores twice', 'label,a,b\nyes,0.5,0.5\nno,0.1,0.1\nyes,0.2,0.2\nno,0.4,0.4\n'],
    ['separated classes', 'label,a,b\nyes,0.9,0.8\nno,0.1,0.2\nyes,0.7,0.9\nno,0.2,0.1\n'],
    ['all missing', 'label,a,b\nyes,,0.8\nno,0.1,\n'],
  ];
  it.each(cases)('%s have numbers or stated absences, and never NaN', (_, text) => {
    const scores = [score('a', { threshold: 0.3 }), score('b', { threshold: 0.3 })];
    const found = compare(readScoreTable(stated(text, { scores, strata: [column('label', 'strata')] })).table);
    expect(everyNumber(found).filter((value) => !Number.isFinite(value))).toEqual([]);
    for (const one of found.scores) {
      const given = [one.auc, one.brier, one.averagePrecision, one.calibration].filter(
        (value) => value === null,
      ).length;
      const named = one.absent.filter(
        ({ statistic, isIntervalOnly }) =>
          !isIntervalOnly && ['AUC', 'BRIER', 'AVERAGE_PRECISION', 'CALIBRATION'].includes(statistic),
      );
      expect(named).toHaveLength(given);
    }
  });

  it('whose scores are alike, or whose classes are apart, have no interval that is a point', () => {
    const of = (text: string) => compare(readScoreTable(stated(text)).table).scores[0];
    const alike = of('label,a,b\nyes,0.5,0.5\nno,0.5,0.1\nyes,0.5,0.5\nno,0.5,0.5\n');
    expect(alike?.auc).toEqual({ value: 0.5, variance: 0, ci: null, bootstrapCi: null });
    expect(alike?.absent).toContainEqual({ statistic: 'AUC', reason: 'NO_VARIATION', isIntervalOnly: true });
    const apart = of('label,a,b\nyes,0.9,0.8\nno,0.1,0.2\nyes,0.7,0.9\nno,0.2,0.1\n');
    expect(apart?.auc).toEqual({ value: 1, variance: 0, ci: null, bootstrapCi: null });
  });

  it('without labels have agreement, differences and flips only', () => {
    const text = 'a,b\n0.5,0.4\n0.1,0.6\n0.7,0.8\n0.2,0.1\n';
    const scores = [score('a', { threshold: 0.5 }), score('b', { threshold: 0.5 })];
    const found = compare(readScoreTable(stated(text, { outcome: { kind: 'NONE' }, scores })).table);
    expect(found.scores[0]?.auc).toBeNull();
    expect(found.pairs[0]).toMatchObject({
      delong: null,
      mcnemar: null,
      deltas: [],
      agreement: { observed: 0.5, kappa: { value: 0 } },
      flips: [
        { item: 'line 2', a: 'POSITIVE', b: 'NEGATIVE', isPositive: null },
        { item: 'line 3', a: 'NEGATIVE', b: 'POSITIVE' },
      ],
      absent: [
        { statistic: 'DELONG', reason: 'NO_LABELS' },
        { statistic: 'MCNEMAR', reason: 'NO_LABELS' },
      ],
    });
    expect(found.pairs[0]?.differences?.bias).toBeCloseTo(-0.1, 12);
  });

  it('count items without a call in no rate, and as flips', () => {
    const values = Float64Array.of(0.9, 0.5, 0.1, 0.8);
    const calls = (...given: readonly number[]): Uint8Array => Uint8Array.from(given);
    const found = compare({
      items: ['w', 'x', 'y', 'z'],
      outcome: { kind: 'BINARY', labels: Uint8Array.of(1, 0, 0, 1) },
      patients: null,
      stratifications: [],
      scores: [
        {
          name: 'a',
          values,
          probabilities: values,
          calls: calls(CALL.POSITIVE, CALL.NONE, CALL.NEGATIVE, CALL.POSITIVE),
          threshold: null,
        },
        {
          name: 'b',
          values,
          probabilities: values,
          calls: calls(CALL.POSITIVE, CALL.POSITIVE, CALL.NEGATIVE, CALL.NEGATIVE),
          threshold: null,
        },
      ],
    });
    expect(found.scores[0]?.calls).toMatchObject({
      uncalled: 1,
      truePositives: 2,
      trueNegatives: 1,
      falsePositives: 0,
    });
    expect(found.pairs[0]?.mcnemar).toMatchObject({ onlyA: 1, onlyB: 0 });
    expect(found.pairs[0]?.flips?.map(({ item, a, b }) => [item, a, b])).toEqual([
      ['x', 'NONE', 'POSITIVE'],
      ['z', 'POSITIVE', 'NEGATIVE'],
    ]);
  });
});
