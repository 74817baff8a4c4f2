import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CalibrationRecord } from '#model-registry';
import { calibratedScore } from './calibrated-score.js';

const shipped: CalibrationRecord = JSON.parse(
  readFileSync('model-registry/models/demo-dense-focus/1/calibrations/demo-dense-focus-1-platt-resection.json', 'utf8'),
);
const record: CalibrationRecord = {
  ...shipped,
  target: 'plasma-cells',
  map: { method: 'platt', a: 2, b: -1 },
  stratum: { specimen: 'RESECTION', scanner: null, site: null },
  fallback: [],
};
const calibrations = [{ record, digest: 'd'.repeat(64), retiredAt: null, retirement: null, addition: null }];
const score = {
  ...{ name: 'PLASMA_CELLS', size: 12, overlap: 12, passedOver: null, similarity: 0.3, contrast: 0.5 },
  ...{ standardised: 1, backgroundPercentile: 90, genes: 'e'.repeat(64) },
};
const settings = { referenceSet: 'c6', shift: 1, background: 100, seed: 0 };
const zeroShot = { ...settings, sets: [{ target: 'plasma-cells', genes: 'e'.repeat(64) }] };
const version = { calibrations, card: { alignment: { zeroShot } } };
const context = { specimen: 'RESECTION', scanner: null, site: null } as const;

describe('a zero-shot score', () => {
  it('is calibrated by the record of its pathway that holds for the case', () => {
    expect(calibratedScore(score, version, settings, context)).toMatchObject({
      status: 'CALIBRATED',
      // sigmoid(2 * 0.5 - 1)
      probability: 0.5,
      calibration: { id: record.id },
    });
  });

  it('is exploratory for another pathway or stratum, under a retired record, and without a contrast', () => {
    const exploratory = { status: 'EXPLORATORY', probability: null, calibration: null };
    expect(calibratedScore({ ...score, genes: 'a'.repeat(64) }, version, settings, context)).toMatchObject(exploratory);
    expect(calibratedScore(score, version, settings, { ...context, specimen: 'BIOPSY' })).toMatchObject(exploratory);
    const retired = calibrations.map((one) => ({ ...one, retiredAt: '2026-01-01T00:00:00.000Z' }));
    expect(calibratedScore(score, { ...version, calibrations: retired }, settings, context)).toMatchObject(exploratory);
    expect(calibratedScore({ ...score, contrast: null }, version, settings, context)).toMatchObject(exploratory);
  });

  it('is exploratory by other settings or genes than those of the calibration, and where the card states none', () => {
    const exploratory = { status: 'EXPLORATORY', probability: null, calibration: null };
    for (const changed of [{ shift: 2 }, { background: 50 }, { seed: 1 }, { referenceSet: 'b4' }])
      expect(calibratedScore(score, version, { ...settings, ...changed }, context)).toMatchObject(exploratory);
    expect(calibratedScore({ ...score, genes: 'f'.repeat(64) }, version, settings, context)).toMatchObject(exploratory);
    const silent = { ...version, card: { alignment: {} } };
    expect(calibratedScore(score, silent, settings, context)).toMatchObject(exploratory);
  });
});
