import { describe, expect, it } from 'vitest';
import { type Call } from '#graphql/generated/schema-types';
import { type PublishedRate } from '#model-registry';
import { demoVersion } from '#gateway/testing';
import { toBinaryCall } from './to-target-prediction.js';

const version = demoVersion('demo-dense-focus', '1', ['demo-dense-focus-1-platt-resection']);
const [target] = version.card.output.targets;
const [calibration] = version.calibrations;
const operatingPoint = calibration?.record.operatingPoints.find(({ evidence }) => evidence.length > 0);
if (!target || !calibration || !operatingPoint) throw new Error('the version has a target and a record with evidence');

const predictiveValuesAt = (call: Call, probability: number | null, prevalence: number | null = 0.1) =>
  toBinaryCall(
    {
      kind: 'BINARY',
      members: null,
      choice: 'STRATUM',
      target,
      logit: 1,
      rawProbability: 0.7,
      call,
      reason: '',
      probability,
      calibration,
      operatingPoint,
    },
    prevalence,
  ).predictiveValues;

describe('toBinaryCall', () => {
  it('gives predictive values to a positive or negative call, and to no other state', () => {
    expect(predictiveValuesAt('POSITIVE', 0.7)).not.toBeNull();
    expect(predictiveValuesAt('NEGATIVE', 0.2)).not.toBeNull();
    expect(predictiveValuesAt('INDETERMINATE', 0.5)).toBeNull();
    expect(predictiveValuesAt('OUT_OF_DOMAIN', null)).toBeNull();
    expect(predictiveValuesAt('POSITIVE', 0.7, null)).toBeNull();
  });

  // PPV = PPA pi / (PPA pi + (1 - NPA)(1 - pi)), from the record's own counts.
  it('computes the PPV from the counts of the first cohort at the prevalence of the caller', () => {
    const [first] = operatingPoint.evidence;
    if (!first) throw new Error('the operating point has evidence');
    const ppa = first.truePositives / (first.truePositives + first.falseNegatives);
    const npa = first.trueNegatives / (first.trueNegatives + first.falsePositives);
    const expected = (ppa * 0.1) / (ppa * 0.1 + (1 - npa) * 0.9);
    expect(predictiveValuesAt('POSITIVE', 0.7)?.ppv).toBeCloseTo(expected, 12);
  });

  // The two-step ROS1 model at W = 5: PPA .5, NPA .925 at a prevalence of 0.93 % give the published PPV of .06.
  it('computes the PPV from published rates of one cohort where nobody published counts, without an interval', () => {
    const rate = (metric: PublishedRate['metric'], value: number | null, cohort = 'holdout'): PublishedRate => ({
      metric,
      cohort,
      published: String(value),
      value,
      range: value === null ? [0.48, 0.5] : null,
      interval: null,
      note: null,
    });
    const of = (publishedRates: readonly PublishedRate[]) =>
      toBinaryCall(
        {
          kind: 'BINARY',
          members: null,
          choice: 'STRATUM',
          target,
          logit: 1,
          rawProbability: 0.7,
          call: 'POSITIVE',
          reason: '',
          probability: null,
          calibration,
          operatingPoint: { ...operatingPoint, evidence: [], publishedRates: [...publishedRates] },
        },
        306 / 33_014,
      );
    const { predictiveValues, threshold } = of([rate('PPA', 0.5), rate('NPA', 0.925)]);
    expect(predictiveValues?.ppv).toBeCloseTo(0.06, 2);
    expect(predictiveValues?.ppvInterval).toBeNull();
    expect(threshold).toMatchObject({ ppa: null, publishedRates: [{ metric: 'PPA', published: '0.5' }, {}] });
    expect(of([rate('PPA', null), rate('NPA', 0.925)]).predictiveValues).toBeNull();
    expect(of([rate('PPA', 0.5), rate('NPA', 0.925, 'test')]).predictiveValues).toBeNull();
    expect(of([]).predictiveValues).toBeNull();
  });
});
