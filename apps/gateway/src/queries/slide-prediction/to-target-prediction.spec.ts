import { describe, expect, it } from 'vitest';
import { type Call } from '#graphql/generated/schema-types';
import { demoVersion } from '#gateway/testing';
import { toBinaryCall } from './to-target-prediction.js';

const version = demoVersion('demo-dense-focus', '1', ['demo-dense-focus-1-platt-resection']);
const [target] = version.card.output.targets;
const [calibration] = version.calibrations;
const operatingPoint = calibration?.record.operatingPoints.find(({ evidence }) => evidence.length > 0);
if (!target || !calibration || !operatingPoint) throw new Error('the version has a target and a record with evidence');

const predictiveValuesAt = (call: Call, probability: number | null, prevalence: number | null = 0.1) =>
  toBinaryCall(
    { target, logit: 1, rawProbability: 0.7, call, reason: '', probability, calibration, operatingPoint },
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
});
