import { describe, expect, it } from 'vitest';
import { type ScoreDistribution } from '#model-registry';
import { type Answered } from '#gateway/pipeline';
import { callTargets } from '#gateway/targets';
import { demoVersion } from '#gateway/testing';
import { domainGroups, type MeasuredQuestion } from './domain-groups.js';

const RECORD = 'demo-dense-focus-1-platt-resection';
const version = demoVersion('demo-dense-focus', '1', [RECORD]);
const CASE = {
  ...{ stain: null, organ: null, preservation: null, specimen: null, scanner: null, site: null },
  ...{ prevalence: null, operatingPoint: null, patient: null },
};

function registered(scoreDistribution: ScoreDistribution) {
  const calibrations = version.calibrations.map((one) => ({ ...one, record: { ...one.record, scoreDistribution } }));
  return { ...version, calibrations };
}

/** A question with a logit and a percentile, as the answer road reads it. */
function question(
  logit: number,
  percentile: number | null,
  site: string | null,
  by = version,
  specimen: 'RESECTION' | null = 'RESECTION',
): MeasuredQuestion {
  const [target] = by.card.output.targets;
  if (!target) throw new Error('the card has a target');
  const domain = percentile === null ? null : { distance: 1, percentile };
  const score = { kind: 'BINARY', target, logit, rawProbability: 1 / (1 + Math.exp(-logit)), members: null } as const;
  const calls = callTargets(by, [score], { domain, context: { ...CASE, specimen } });
  // What the rule reads of an answer, and nothing else of it.
  return { site, scanner: null, answered: { raw: { domain }, calls } as unknown as Answered<unknown> };
}

const NOBODY: MeasuredQuestion = { site: 'b', scanner: null, answered: null };

describe('domainGroups', () => {
  // numpy.quantile([0, 1, ..., 10, 100], q) for q = .05, .25, .5, .75, .95
  it('spreads the percentiles of all, then site by site, as numpy does', () => {
    const values = [100, ...Array.from({ length: 11 }, (_, i) => i)];
    const groups = domainGroups([...values.map((value) => question(0, value, 'a')), NOBODY], 99);
    expect(groups.map(({ by, value }) => [by, value])).toEqual([
      ['ALL', null],
      ['SITE', 'a'],
      ['SITE', 'b'],
      ['SCANNER', null],
    ]);
    const [all, a, b] = groups;
    expect(all).toMatchObject({ questions: 13, answered: 12, measured: 12, beyondLimit: 1 });
    expect(all?.percentiles).toMatchObject({ min: 0, p25: 2.75, median: 5.5, p75: 8.25, max: 100 });
    expect(all?.percentiles?.p5).toBeCloseTo(0.55, 12);
    expect(all?.percentiles?.p95).toBeCloseTo(50.5, 10);
    expect(a?.questions).toBe(12);
    expect(b).toMatchObject({
      questions: 1,
      answered: 0,
      measured: 0,
      beyondLimit: 0,
      percentiles: null,
      stability: [],
    });
  });

  // (0.5 - 0.25) ln(0.5 / 0.25) + (0.5 - 0.75) ln(0.5 / 0.75) = 0.27465307216702745 (Python).
  it('holds scores against the distribution that the record registers', () => {
    const by = registered({ cohort: 'C2 to C5', n: 1600, scale: 'LOGIT', edges: [0], shares: [0.25, 0.75] });
    const [all] = domainGroups(
      [-1, -2, 0, 3].map((logit) => question(logit, 5, 'a', by)),
      99,
    );
    expect(all?.stability).toMatchObject([
      {
        ...{
          target: 'dense-focus',
          class: null,
          record: RECORD,
          reference: 'C2 to C5',
          scale: 'LOGIT',
          n: 4,
          absence: null,
        },
        bins: [
          { from: null, to: 0, registered: 0.25, observed: 0.5 },
          { from: 0, to: null, registered: 0.75, observed: 0.5 },
        ],
      },
    ]);
    expect(all?.stability[0]?.value).toBeCloseTo(0.27465307216702745, 12);
  });

  it('says why there is no index', () => {
    const [all] = domainGroups([question(1, null, null), question(1, null, null, version, null)], null);
    expect(all).toMatchObject({ measured: 0, beyondLimit: 0, percentiles: null });
    expect(all?.stability).toMatchObject([
      { record: RECORD, n: 1, value: null, absence: 'NO_DISTRIBUTION' },
      { record: null, n: 1, value: null, absence: 'NO_RECORD' },
    ]);
  });
});
