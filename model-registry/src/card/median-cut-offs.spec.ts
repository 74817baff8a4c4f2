import { CalibrationInvalid } from '#libs/errors';
import { describe, expect, it } from 'vitest';
import { edited } from '../testing/edit-json.js';
import { biomarkerCard, calibrationRecord } from '../testing/sample-cards.js';
import type { CardTarget } from './model-card.js';
import { parseCalibrationRecord } from './parse-calibration-record.js';

const POINT = '/operatingPoints/0';
const COHORT = { name: 'Training cohort', unit: 'patient', n: null, positives: null, date: null };

function cardOf(kind: CardTarget['kind']) {
  const { identity, output } = biomarkerCard();
  return { identity, output: { targets: output.targets.map(({ name }) => ({ name, kind })) } };
}

/** A cut-off at the median of a cohort, as the survival models of published protocols have it. */
function medianRecord(scale: string): unknown {
  const point = {
    id: 'median',
    threshold: -0.37,
    scale,
    comparator: 'GT',
    policy: 'COHORT_MEDIAN',
    positiveWeight: null,
    evidence: [],
    cohort: COHORT,
  };
  return {
    ...calibrationRecord(),
    map: { method: 'none' },
    operatingPoints: [point],
    defaultOperatingPoint: 'median',
    greyZone: null,
    trainingPrevalence: null,
    fittedOn: null,
  };
}

function pointers(json: unknown, kind: CardTarget['kind']): readonly string[] {
  try {
    parseCalibrationRecord(json, cardOf(kind));
  } catch (error) {
    if (error instanceof CalibrationInvalid) return error.problems.map((problem) => problem.pointer);
    throw error;
  }
  return [];
}

describe('a median cut-off', () => {
  it('is a threshold on the scale of a risk or a value, with the cohort that it belongs to', () => {
    expect(pointers(medianRecord('RISK'), 'RISK')).toEqual([]);
    expect(pointers(medianRecord('VALUE'), 'SCALAR')).toEqual([]);
  });

  it.each([
    ['no cohort', `${POINT}/cohort`, undefined, [`${POINT}/cohort`]],
    [
      'a cohort whose counts contradict each other',
      `${POINT}/cohort`,
      { ...COHORT, n: 4, positives: 5 },
      [`${POINT}/cohort/positives`],
    ],
    ['the scale of another kind', `${POINT}/scale`, 'VALUE', [`${POINT}/scale`]],
    ['a scale of probabilities', `${POINT}/scale`, 'CALIBRATED_PROBABILITY', [`${POINT}/scale`, `${POINT}/policy`]],
    ['a map to probabilities', '/map', { method: 'platt', a: 1, b: 0 }, ['/map/method', '/fittedOn']],
  ])('is refused with %s', (_, place, value: unknown, expected) => {
    expect(pointers(edited(medianRecord('RISK'), place, value), 'RISK')).toEqual(expected);
  });

  it('is refused for classes: half of any cohort would be positive', () => {
    const record = edited(medianRecord('RAW_PROBABILITY'), `${POINT}/threshold`, 0.5);
    expect(pointers(record, 'BINARY')).toEqual([`${POINT}/policy`]);
  });

  it.each(['MULTICLASS', 'ORDINAL'] as const)('is refused for %s, which has no number on such a scale', (kind) => {
    expect(pointers(medianRecord('RISK'), kind)).toEqual(['/map/method', '/operatingPoints/0/scale']);
  });
});
