import { benjaminiHochberg } from '#libs/statistics';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareScores, readScoreTable, type Comparison, type ScoreTable } from './index.js';
import { ASAH, column, OPTIONS, score, stated } from './spec-support/stated.js';

const asah = stated(ASAH, {
  outcome: { kind: 'BINARY', column: column('outcome', 'label'), positive: 'Poor', negative: 'Good' },
  scores: [score('wfns', { threshold: 3 }), score('s100b', { threshold: 0.2 }), score('ndka')],
});
const compare = (table: ScoreTable): Comparison => compareScores(table, OPTIONS);

describe('aSAH', () => {
  const found = compare(readScoreTable(asah).table);
  const [wfns, s100b, ndka] = found.scores;
  const [first, , last] = found.pairs;

  it("has pROC's AUCs, variances, intervals and tests", () => {
    expect([found.n, found.positives, found.patients]).toEqual([113, 41, null]);
    expect(wfns?.auc?.value).toBeCloseTo(0.823678861788618, 12);
    expect(s100b?.auc?.variance).toBeCloseTo(0.00266868245717244, 14);
    expect(ndka?.auc?.ci?.[0]).toBeCloseTo(0.501244999271703, 12);
    expect(ndka?.auc?.ci?.[1]).toBeCloseTo(0.722670989888189, 12);
    expect([first?.a, first?.b]).toEqual(['wfns', 's100b']);
    expect(first?.delong?.z).toBeCloseTo(2.20898359144091, 11);
    expect(first?.delong?.p).toBeCloseTo(0.0271757822291882, 12);
    expect(last?.delong?.z).toBeCloseTo(1.39077002573558, 11);
  });

  // Counted with awk: awk -F, 'NR > 1 { n[($1 == "Poor") ($2 >= 3)]++ } END { for (k in n) print k, n[k] }'
  it('counts calls at the thresholds, and what McNemar makes of them', () => {
    expect(wfns?.calls).toMatchObject({
      threshold: 3,
      truePositives: 27,
      falsePositives: 15,
      trueNegatives: 57,
      falseNegatives: 14,
    });
    expect(wfns?.calls?.ppa?.value).toBeCloseTo(27 / 41, 12);
    const flips = first?.flips ?? [];
    const rightByFirst = flips.filter(({ a, isPositive }) => (a === 'POSITIVE') === isPositive).length;
    expect(first?.mcnemar).toMatchObject({ onlyA: rightByFirst, onlyB: flips.length - rightByFirst, method: 'EXACT' });
    expect(flips.every(({ item, a, b }) => /^line \d+$/.test(item) && a !== b)).toBe(true);
  });

  it('says what is absent, and why', () => {
    expect(wfns?.absent.map(({ statistic, reason }) => `${statistic} ${reason}`)).toEqual([
      'CALIBRATION NOT_A_PROBABILITY',
      'RELIABILITY NOT_A_PROBABILITY',
      'BRIER NOT_A_PROBABILITY',
      'DECISION_CURVE NOT_A_PROBABILITY',
    ]);
    expect(ndka?.absent).toContainEqual({ statistic: 'CALLS', reason: 'NO_THRESHOLD', isIntervalOnly: false });
    expect(last?.absent).toContainEqual({ statistic: 'MCNEMAR', reason: 'NO_THRESHOLD', isIntervalOnly: false });
  });

  it('has the same numbers again from the same seed, and bootstrap intervals near DeLong', () => {
    expect(compare(readScoreTable(asah).table)).toEqual(found);
    const delta = first?.deltas.find(({ statistic }) => statistic === 'AUC');
    expect(delta?.value).toBeCloseTo(first?.delong?.difference ?? NaN, 12);
    expect(Math.abs((delta?.ci?.[0] ?? NaN) - (first?.delong?.ci[0] ?? NaN))).toBeLessThan(0.03);
  });

  it('is the same the other way round, with the other sign', () => {
    const turned = compare(readScoreTable({ ...asah, scores: [...asah.scores].reverse() }).table);
    expect(turned.pairs[2]?.delong?.z).toBeCloseTo(-(first?.delong?.z ?? NaN), 12);
    expect(turned.pairs[2]?.mcnemar).toMatchObject({ onlyA: first?.mcnemar?.onlyB, p: first?.mcnemar?.p });
  });

  it('knows lower scores as positive where it is told', () => {
    const text = ASAH.split('\n')
      .map((line, i) => (i === 0 || line === '' ? line : line.replace(/,([\d.]+)$/, ',-$1')))
      .join('\n');
    const lower = stated(text, { ...asah, text, scores: [score('ndka', { isLowerPositive: true })] });
    expect(compare(readScoreTable(lower).table).scores[0]?.auc?.value).toBeCloseTo(0.611957994579946, 12);
  });
});

describe('probabilities', () => {
  const { binary } = JSON.parse(
    readFileSync(new URL('../../test/fixtures/comparison/expected.json', import.meta.url), 'utf8'),
  );
  const [one] = binary;
  const rows: readonly string[] = one.labels.map(
    (label: number, i: number) =>
      `${label === 1 ? 'yes' : 'no'},${one.scores[0][i]},${one.scores[1][i]},${i % 3},${i % 50}`,
  );
  const table = stated(`label,a,b,site,patient\n${rows.join('\n')}`, {
    scores: [score('a', { threshold: 0.5 }), score('b', { threshold: 0.5 })],
    strata: [column('site', 'strata')],
    patient: column('patient', 'patient'),
  });
  const found = compare(readScoreTable(table).table);

  it('have the Brier score, calibration and net benefit of others', () => {
    const [a] = found.scores;
    expect(a?.brier?.value).toBeCloseTo(one.brier, 12);
    expect(a?.reliability?.ece).toBeCloseTo(one.ece, 12);
    expect(a?.calibration?.slope.value).toBeCloseTo(one.calibration.slope, 9);
    expect(a?.averagePrecision?.value).toBeCloseTo(one.averagePrecision[0], 12);
    expect(a?.decisionCurve?.netBenefit[19]).toBeCloseTo(one.decision[1].netBenefit, 12);
    expect(found.pairs[0]?.delong?.p).toBeCloseTo(one.p, 12);
    const { netBenefit = [], lower = [], upper = [] } = a?.decisionCurve ?? {};
    expect(netBenefit.every((value, i) => (lower[i] ?? NaN) <= value + 0.05 && value - 0.05 <= (upper[i] ?? NaN))).toBe(
      true,
    );
    expect(found.method).toEqual({ ...OPTIONS, resampled: 'PATIENTS' });
  });

  it('have the same corners of a ROC curve and the same area under them', () => {
    const { falsePositiveRate: x = [], truePositiveRate: y = [] } = found.scores[0]?.roc ?? {};
    const area = x
      .slice(1)
      .reduce((sum, here, i) => sum + ((here - (x[i] ?? NaN)) * ((y[i + 1] ?? NaN) + (y[i] ?? NaN))) / 2, 0);
    expect(area).toBeCloseTo(one.auc[0], 12);
    expect(x.length).toBeLessThan(one.labels.length);
  });

  it('are compared in every stratum, with p values adjusted over all of them', () => {
    expect(found.strata.map(({ level, n }) => [level, n])).toEqual([
      ['0', 134],
      ['1', 133],
      ['2', 133],
    ]);
    const tests = found.strata.map(({ pairs }) => pairs[0]?.delong);
    const adjusted = benjaminiHochberg(tests.map((test) => test?.p ?? NaN));
    expect(tests.map((test) => test?.adjustedP)).toEqual([...adjusted]);
    expect(found.pairs[0]?.delong?.adjustedP).toBeNull();
  });
});
