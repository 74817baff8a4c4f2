import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CalibrationInvalid } from '#libs/errors';
import { parseCalibrationRecord } from './parse-calibration-record.js';
import { parseModelCard } from './parse-model-card.js';

const MODEL = join(process.cwd(), 'model-registry/models/demo-dense-focus/1');
const card = parseModelCard(JSON.parse(readFileSync(join(MODEL, 'model-card.json'), 'utf8')));
const record = JSON.parse(readFileSync(join(MODEL, 'calibrations/demo-dense-focus-1-platt-resection.json'), 'utf8'));
const GOOD = { cohort: 'C2 to C5', n: 1600, scale: 'LOGIT', edges: [-1, 0, 1], shares: [0.1, 0.2, 0.3, 0.4] };

const problemsOf = (change: object): readonly string[] => {
  try {
    parseCalibrationRecord({ ...record, scoreDistribution: { ...GOOD, ...change } }, card);
    return [];
  } catch (error) {
    if (!(error instanceof CalibrationInvalid)) throw error;
    return error.problems.map(({ pointer }) => pointer);
  }
};

describe('the score distribution of a calibration record', () => {
  it('is read, and may be left out', () => {
    expect(problemsOf({})).toEqual([]);
    expect(parseCalibrationRecord(record, card).scoreDistribution).toBeUndefined();
  });

  it.each([
    [{ edges: [0, 0, 1] }, '/scoreDistribution/edges'],
    [{ edges: [1, 0, 2] }, '/scoreDistribution/edges'],
    [{ edges: [0, 1] }, '/scoreDistribution/shares'],
    [{ shares: [0.1, 0.2, 0.3, 0.3] }, '/scoreDistribution/shares'],
    [{ scale: 'RISK' }, '/scoreDistribution/scale'],
    [{ n: 0 }, '/scoreDistribution/n'],
  ])('is refused with %j', (change, pointer) => expect(problemsOf(change)).toEqual([pointer]));
});
