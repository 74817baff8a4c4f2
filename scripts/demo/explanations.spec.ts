import { describe, expect, it } from 'vitest';
import { againstChance } from './against-chance.mjs';
import { verdictOfCohort } from './compare-cohort.mjs';
import { compareEvaluations } from './compare-evaluations.mjs';
import { explainOutOfDomain, explainRegion } from './explain.mjs';

const figure = (metric: string, value: number, interval: readonly number[] | null = null, cohort = 'C6'): object => ({
  protocol: 'HELD_OUT',
  cohort,
  metric,
  value,
  interval,
  n: 400,
  unit: 'bag',
  note: null,
});
const version = (number: string, ...evaluation: object[]): object => ({ name: 'm', version: number, evaluation });

describe('compareEvaluations', () => {
  it('counts by the direction of the metric', () => {
    const { rows, verdict } = compareEvaluations(
      version(
        '1',
        figure('AUC', 0.903),
        figure('Brier score', 0.129),
        figure('sensitivity', 0.9),
        figure('AUC, mean of 5 training seeds', 0.8),
        figure('tiles', 3),
      ),
      version(
        '2',
        figure('AUC', 0.879),
        figure('Brier score', 0.1),
        figure('sensitivity', 0.9),
        figure('AUC, mean of 5 training seeds', 0.9),
        figure('tiles', 4),
      ),
    );
    expect(rows.map((row: { better: string }) => row.better)).toEqual(['champion', 'challenger', 'neither', null]);
    expect(verdict).toContain('Of 3 figures that both have, version 2 (the newer) is better in 1 and worse in 1.');
    expect(verdict).toContain('version 2 is not better, and @champion stays on version 1');
  });

  it('compares only what was measured alike', () => {
    const { rows } = compareEvaluations(
      version('1', figure('AUC', 0.9)),
      version('2', figure('AUC', 0.99, null, 'B4')),
    );
    expect(rows).toEqual([]);
  });

  it('takes over what the newer card says of the older version', () => {
    const own = figure('AUC minus that of m/1', -0.024);
    expect(compareEvaluations(version('1'), version('2', own))).toMatchObject({ rows: [], differences: [own] });
  });

  it('says so when the newer version is better beyond the intervals', () => {
    const { verdict } = compareEvaluations(
      version('1', figure('AUC', 0.8, [0.78, 0.82])),
      version('2', figure('AUC', 0.9, [0.88, 0.92])),
    );
    expect(verdict).toContain('Apart beyond their intervals: 1 for it, 0 against. Measured so, version 2 is better');
  });

  it('does not call a version better whose intervals overlap', () => {
    const { verdict } = compareEvaluations(
      version('1', figure('AUC', 0.8, [0.7, 0.9])),
      version('2', figure('AUC', 0.9, [0.85, 0.95])),
    );
    expect(verdict).toContain('version 2 is not better');
  });
});

const prediction = (call: string): object => ({
  targets: [{ call }],
  tileCount: 10,
  domain: { distance: 21.04, percentile: 100, limitDistance: 12.8, limitPercentile: 99, referenceSize: 1600 },
  provenance: { model: { ref: 'local:m/1' } },
});

describe('the sentences about answers', () => {
  it('say whether the region differs, as the answers do', () => {
    expect(explainRegion([prediction('POSITIVE')], [prediction('NEGATIVE')], 'x')).toContain('Both can be right');
    expect(explainRegion([prediction('POSITIVE')], [prediction('POSITIVE')], 'x')).toContain('the same call');
  });

  it('give distance and limit of an answer out of domain, and refuse to tell that of any other', () => {
    expect(explainOutOfDomain([prediction('OUT_OF_DOMAIN')], 'One cancer.')).toContain(
      'distance 21.0, percentile 100.0, limit 12.8',
    );
    expect(() => explainOutOfDomain([prediction('POSITIVE')], 'One cancer.')).toThrow('OUT_OF_DOMAIN was expected');
  });
});

describe('verdictOfCohort', () => {
  const comparison = (difference: number, ci: readonly number[], p = 0.01): object => ({
    n: 400,
    positives: 228,
    scores: [{ auc: { value: 0.9 } }, { auc: { value: 0.9 - difference } }],
    pairs: [{ delong: { difference, ci, p }, mcnemar: { onlyA: 4, onlyB: 9, p: 0.267 }, flips: { totalCount: 17 } }],
  });

  it('says that the newer version is not better when the interval lies on the side of the older', () => {
    const said = verdictOfCohort(comparison(0.024, [0.003, 0.045]), '1', '2');
    expect(said).toContain('differ by +0.024 (+0.003 to +0.045; DeLong p = 0.010) on 400 items, 228 of them positive.');
    expect(said).toContain('17 items are called otherwise.');
    expect(said).toContain('version 1 alone is right on 4 items and version 2 alone on 9 (McNemar p = 0.267)');
    expect(said).toContain(
      'Version 2, the newer, is not better at telling the two kinds apart: version 1 has the larger area, beyond this interval.',
    );
  });

  it('says that they cannot be told apart when the interval holds zero', () => {
    const said = verdictOfCohort(comparison(0.01, [-0.01, 0.03]), '1', '2');
    expect(said).toContain(
      'is not better at telling the two kinds apart: this interval does not tell the versions apart, and the difference is in favour of version 1.',
    );
  });

  it('says that the newer is better when it is', () => {
    expect(verdictOfCohort(comparison(-0.05, [-0.08, -0.02], 1e-7), '1', '2')).toContain(
      'Version 2, the newer, is better here',
    );
  });

  it('says nothing of a difference that is not there', () => {
    expect(verdictOfCohort({ scores: [], pairs: [] }, '1', '2')).toContain('No difference');
  });
});

describe('againstChance', () => {
  const evaluation = (...lows: readonly number[]) => ({
    pairs: 164,
    directions: lows.map((low, at) => ({
      direction: at === 0 ? 'I2G' : 'G2I',
      recalls: [
        { k: 5, value: 0.11, interval: [low, 0.17], chance: 0.03 },
        { k: 10, value: 0.12, interval: [4 * low, 0.17], chance: 0.06 },
      ],
    })),
  });

  it('says what the intervals say, and the opposite when they do', () => {
    expect(againstChance('Here', evaluation(0.07, 0.08))).toBe(
      'Here it is weak, and above chance: Recall@5 among 164 is I2G 0.110 (chance 0.030) and G2I 0.110 (chance 0.030).',
    );
    expect(againstChance('Here', evaluation(0.01, 0.01))).toMatch(/near chance.* \(chance 0\.030\)\.$/);
    expect(againstChance('Here', evaluation(0.02, 0.01))).toContain(
      'Among the nearest 10 it is above chance, I2G 0.120 (chance 0.060): something carries over',
    );
    expect(againstChance('Here', evaluation(0.07, 0.01))).toContain('in one direction only');
  });
});
