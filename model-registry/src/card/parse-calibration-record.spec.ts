import { CalibrationInvalid } from '#libs/errors';
import { describe, expect, it } from 'vitest';
import { edited } from '../testing/edit-json.js';
import { biomarkerCard, calibrationRecord } from '../testing/sample-cards.js';
import { parseCalibrationRecord } from './parse-calibration-record.js';

const POINT = '/operatingPoints/0';
const card = biomarkerCard();
const RATE = {
  metric: 'PPA',
  cohort: 'holdout',
  published: '.48',
  value: 0.48,
  range: null,
  interval: null,
  note: null,
};

function pointers(json: unknown): readonly string[] {
  try {
    parseCalibrationRecord(json, card);
  } catch (error) {
    if (error instanceof CalibrationInvalid) return error.problems.map((problem) => problem.pointer);
    throw error;
  }
  return [];
}

const withMap = (map: unknown): unknown => edited(calibrationRecord(), '/map', map);
const knots = (...xy: readonly (readonly [number, number])[]): unknown => xy.map(([x, y]) => ({ x, y }));

const shift = (of: unknown): object => ({
  method: 'prior-shift',
  trainingPrevalence: 0.45,
  targetPrevalence: 0.02,
  of,
});
const rawRecord = (): unknown =>
  edited(edited(withMap({ method: 'none' }), '/greyZone', null), `${POINT}/scale`, 'RAW_PROBABILITY');

describe('parseCalibrationRecord', () => {
  it.each([
    ['platt', calibrationRecord()],
    ['temperature', withMap({ method: 'temperature', temperature: 1.87 })],
    ['beta', withMap({ method: 'beta', a: 0, b: 0.4, c: -1 })],
    ['prior-shift', withMap(shift({ method: 'none' }))],
    ['prior-shift of platt', withMap(shift({ method: 'platt', a: 0.5, b: 1 }))],
    ['none, fitted on nobody', edited(rawRecord(), '/fittedOn', null)],
    ['prior-shift of none, fitted on nobody', edited(withMap(shift({ method: 'none' })), '/fittedOn', null)],
    ['isotonic', withMap({ method: 'isotonic', scale: 'LOGIT', knots: knots([-4, 0.1], [0, 0.1], [3, 0.9]) })],
  ])('accepts a %s map', (_method, record: unknown) => {
    expect(parseCalibrationRecord(structuredClone(record), card)).toEqual(record);
  });

  it.each([
    [{ method: 'temperature', temperature: 0 }, ['/map/temperature']],
    [{ method: 'temperature', temperature: -1.5 }, ['/map/temperature']],
    [{ method: 'platt', a: -0.5, b: 0 }, ['/map/a']],
    [{ method: 'platt', a: 0, b: 0 }, ['/map/a']],
    [{ method: 'beta', a: -1, b: -1, c: 0 }, ['/map/a', '/map/b']],
    [{ method: 'beta', a: 0, b: 0, c: 1 }, ['/map']],
    [{ method: 'isotonic', scale: 'LOGIT', knots: knots([0, 0.1], [0, 0.2]) }, ['/map/knots/1/x']],
    [{ method: 'isotonic', scale: 'LOGIT', knots: knots([0, 0.3], [1, 0.2]) }, ['/map/knots/1/y']],
    [{ method: 'isotonic', scale: 'PROBABILITY', knots: knots([-0.1, 0.1], [1, 0.2]) }, ['/map/knots/0/x']],
    [{ method: 'isotonic', scale: 'PROBABILITY', knots: knots([0, 0.1], [1, 1.2]) }, ['/map/knots/1/y']],
    [{ method: 'isotonic', scale: 'PROBABILITY', knots: knots([0, 0.1]) }, ['/map/knots']],
    [{ method: 'median' }, ['/map/method']],
    [{ method: 'none' }, [`${POINT}/scale`, '/greyZone']],
    [{ ...shift({ method: 'none' }), trainingPrevalence: 0.5 }, ['/trainingPrevalence']],
    [shift({ method: 'platt', a: -1, b: 0 }), ['/map/of/a']],
    [{ ...shift({ method: 'platt', a: 1, b: 0 }), targetPrevalence: 1 }, ['/map/targetPrevalence']],
    [shift(shift({ method: 'none' })), ['/map/of/method']],
    [{ method: 'isotonic', scale: 'LOGIT', knots: knots([0, 0.1], [1, 0.6]) }, [`${POINT}/threshold`]],
    // Odds 1.5 (y = 0.6) at a prevalence of 0.45, carried to 0.02: 0.036, far below the threshold.
    [shift({ method: 'isotonic', scale: 'LOGIT', knots: knots([0, 0.1], [1, 0.6]) }), [`${POINT}/threshold`]],
  ])('refuses the map %j', (map: unknown, expected) => {
    expect(pointers(withMap(map))).toEqual(expected);
  });

  it.each([
    ['/model', 'other', '/model'],
    ['/version', '2', '/version'],
    ['/target', 'other', '/target'],
    ['/fallback', ['any-specimen'], '/fallback'],
    ['/fallback', ['a', 'a'], '/fallback'],
    ['/defaultOperatingPoint', 'other', '/defaultOperatingPoint'],
    ['/operatingPoints', [], '/operatingPoints'],
    [`${POINT}/threshold`, 1.01, `${POINT}/threshold`],
    [`${POINT}/threshold`, -0.01, `${POINT}/threshold`],
    [`${POINT}/evidence/0/truePositives`, 1.5, `${POINT}/evidence/0/truePositives`],
    ['/greyZone', { low: 0.6, high: 0.5 }, '/greyZone'],
    ['/fittedOn/positives', 1601, '/fittedOn/positives'],
    ['/fittedOn', null, '/fittedOn'],
    [`${POINT}/scale`, 'RISK', `${POINT}/scale`],
    [`${POINT}/cohort`, calibrationRecord().fittedOn, `${POINT}/cohort`],
    [`${POINT}/publishedRates`, [{ ...RATE, metric: 'AUROC' }], `${POINT}/publishedRates/0/metric`],
    [`${POINT}/publishedRates`, [{ ...RATE, value: null }], `${POINT}/publishedRates/0`],
    [`${POINT}/publishedRates`, [{ ...RATE, range: [0.4, 0.5] }], `${POINT}/publishedRates/0`],
    [`${POINT}/publishedRates`, [{ ...RATE, value: 48 }], `${POINT}/publishedRates/0/value`],
    [`${POINT}/publishedRates`, [{ ...RATE, value: null, range: [0.5, 0.48] }], `${POINT}/publishedRates/0/range`],
    [`${POINT}/publishedRates`, [{ ...RATE, interval: [0.5, 0.6] }], `${POINT}/publishedRates/0/interval`],
    ['/validatedOn/0/date', '2026-13-01', '/validatedOn/0/date'],
    ['/metrics/0/interval', [1, 0], '/metrics/0/interval'],
    ['/createdAt', 'yesterday', '/createdAt'],
    ['/surplus', 1, ''],
  ])('refuses a record whose %s is %j, at %s', (place, value: unknown, pointer) => {
    expect(pointers(edited(calibrationRecord(), place, value))).toEqual([pointer]);
  });

  it('takes any finite threshold on the scale of logits', () => {
    const record = edited(edited(calibrationRecord(), `${POINT}/threshold`, -3.5), `${POINT}/scale`, 'LOGIT');
    expect(pointers(record)).toEqual([]);
    expect(pointers(edited(record, `${POINT}/threshold`, Infinity))).toEqual([`${POINT}/threshold`]);
  });

  it('refuses two operating points of one id', () => {
    const [point] = calibrationRecord().operatingPoints;
    expect(pointers(edited(calibrationRecord(), '/operatingPoints', [point, point]))).toEqual(['/operatingPoints']);
  });

  it('never repeats the text of the record', () => {
    const canary = 'ZZPHI-4711';
    const hostile = edited(edited(edited(calibrationRecord(), `/${canary}`, 1), '/id', canary), '/map/method', canary);
    try {
      parseCalibrationRecord(hostile, card);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(CalibrationInvalid);
      expect(JSON.stringify([error, String(error)])).not.toContain(canary);
    }
  });
});
