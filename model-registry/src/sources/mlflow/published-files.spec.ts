import { describe, expect, it } from 'vitest';
import type { MlflowVersion } from '#libs/mlflow-client';
import { addedCalibrations, retiredRecords } from './published-files.js';

const sha256 = 'a'.repeat(64);
const file = (id: string) => ({ path: `tessera/calibrations/${id}.json`, sha256 });

function tagged(tags: Readonly<Record<string, string>>): MlflowVersion {
  const source = 'models:/m-0';
  return { name: 'focus', version: '1', createdMs: 0, lastUpdatedMs: 0, source, isReady: true, tags };
}

describe('records of a version', () => {
  it('that came later are named by their tags, in the order of their ids', () => {
    const version = tagged({
      'tessera.calibration.b': sha256,
      'tessera.calibration.a': sha256,
      'tessera.digest': sha256,
    });
    expect(addedCalibrations(version)).toEqual([file('a'), file('b')]);
  });

  it('that were retired are known with the time, whether they came with the version or later', () => {
    const version = tagged({
      'tessera.calibration.late': sha256,
      'tessera.calibration.late.retired': '2026-11-21T12:00:00Z',
      'tessera.calibration.first.retired': 'no time',
      'tessera.calibration.late-2': sha256,
      'another.late-2.retired': '2026-11-21T12:00:00Z',
    });
    expect(Object.fromEntries(retiredRecords(version))).toEqual({
      late: '2026-11-21T12:00:00.000Z',
      first: '1970-01-01T00:00:00.000Z',
    });
    expect(addedCalibrations(version)).toEqual([file('late'), file('late-2')]);
  });
});
