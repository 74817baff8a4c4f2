import { CalibrationInvalid, CardInvalid } from '#libs/errors';
import { describe, expect, it } from 'vitest';
import { edited } from '../testing/edit-json.js';
import { calibrationRecord, ensembleCard } from '../testing/sample-cards.js';
import { parseCalibrationRecord } from './parse-calibration-record.js';
import { parseModelCard } from './parse-model-card.js';

const [target] = ensembleCard().output.targets;
const THRESHOLDS = '/identity/ensemble/voteThresholds';
const given = { target: target?.name, thresholds: [0.4, 0.6], comparator: 'GE' };
const voting = (voteThresholds?: unknown, combine = 'MAJORITY'): unknown =>
  edited(edited(ensembleCard(), '/identity/ensemble/combine', combine), THRESHOLDS, voteThresholds);

function pointers(parse: () => unknown): readonly string[] {
  try {
    parse();
  } catch (error) {
    if (error instanceof CalibrationInvalid || error instanceof CardInvalid)
      return error.problems.map((problem) => problem.pointer);
    throw error;
  }
  return [];
}

describe('an ensemble that counts votes', () => {
  it.each([
    [voting(), []],
    [voting([given]), []],
    [voting([given], 'MEAN_OF_PROBS'), [THRESHOLDS]],
    [voting([given, given]), [THRESHOLDS]],
    [voting([{ ...given, target: 'other' }]), [`${THRESHOLDS}/0/target`]],
    [voting([{ ...given, thresholds: [0.4, 0.5, 0.6] }]), [`${THRESHOLDS}/0/thresholds`]],
    [voting([{ ...given, thresholds: [0, 0.6] }]), [`${THRESHOLDS}/0/thresholds/0`]],
    [voting([{ ...given, comparator: 'LT' }]), [`${THRESHOLDS}/0/comparator`]],
  ])('has thresholds for its members that make sense (case %#)', (card, wanted) => {
    expect(pointers(() => parseModelCard(card))).toEqual(wanted);
  });

  const POINT = '/operatingPoints/0/scale';
  const own = { ...calibrationRecord(), model: 'sample-ensemble' };
  const knots = [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
  ];
  const isotonic = { method: 'isotonic', scale: 'PROBABILITY', knots };
  const shift = (of: unknown): unknown => ({
    method: 'prior-shift',
    trainingPrevalence: 0.4,
    targetPrevalence: 0.1,
    of,
  });
  const withMap = (map: unknown): unknown => edited({ ...own, trainingPrevalence: null }, '/map', map);
  const raw = edited(edited(withMap({ method: 'none' }), '/greyZone', null), POINT, 'RAW_PROBABILITY');
  const distribution = { cohort: 'C', n: 10, edges: [0.5], shares: [0.5, 0.5] };
  it.each([
    [raw, []],
    [withMap(isotonic), []],
    [withMap(shift(isotonic)), []],
    [edited(raw, '/scoreDistribution', { ...distribution, scale: 'RAW_PROBABILITY' }), []],
    [own, ['/map']],
    [withMap({ method: 'temperature', temperature: 2 }), ['/map']],
    [withMap({ ...isotonic, scale: 'LOGIT' }), ['/map']],
    [withMap(shift({ method: 'none' })), ['/map']],
    [edited(raw, POINT, 'LOGIT'), [POINT]],
    [edited(raw, '/scoreDistribution', { ...distribution, scale: 'LOGIT' }), ['/scoreDistribution/scale']],
  ])('has records of shares of votes alone (case %#)', (record, wanted) => {
    const card = parseModelCard(voting());
    expect(pointers(() => parseCalibrationRecord(structuredClone(record), card))).toEqual(wanted);
  });

  it('is none where a model file holds the members: then its card says what comes out', () => {
    const card = { ...parseModelCard(voting()), artifacts: [{ role: 'MODEL' }] };
    expect(pointers(() => parseCalibrationRecord(structuredClone(own), card))).toEqual([]);
  });
});
