import { describe, expect, it } from 'vitest';
import { type CalibrationRecord, type ModelVersion, type OperatingPoint } from '#model-registry';
import { BadUserInput, CalibrationInvalid } from '#libs/errors';
import { demoVersion } from '#gateway/testing';
import { callTargets } from './call-targets.js';
import { type CaseContext } from './case-context.js';
import { type BinaryScore } from './target-score.js';

const RECORD = 'demo-dense-focus-1-platt-resection';
const version = demoVersion('demo-dense-focus', '1', [RECORD]);
const resection: CaseContext = {
  stain: 'HE',
  organ: 'breast',
  preservation: 'FROZEN',
  specimen: 'RESECTION',
  scanner: null,
  site: null,
  prevalence: null,
  operatingPoint: null,
  patient: null,
};
const inside = { distance: 3.3, percentile: 12 };

const score = (logit: number): BinaryScore => {
  const [target] = version.card.output.targets;
  if (!target) throw new Error('the card has a target');
  return { kind: 'BINARY', target, logit, rawProbability: 1 / (1 + Math.exp(-logit)), members: null };
};

const point = (id: string, threshold: number, scale: OperatingPoint['scale']): OperatingPoint => ({
  id,
  threshold,
  scale,
  comparator: 'GE',
  policy: 'FIXED',
  positiveWeight: null,
  evidence: [],
});

function withRecord(change: Partial<CalibrationRecord>): ModelVersion {
  const calibrations = version.calibrations.map((entry) => ({ ...entry, record: { ...entry.record, ...change } }));
  return { ...version, calibrations };
}

const callOf = (of: ModelVersion, logit: number, context = resection, domain: typeof inside | null = inside) => {
  const [call] = callTargets(of, [score(logit)], { domain, context });
  if (call?.kind !== 'BINARY') throw new Error('the score is binary');
  return call;
};

describe('callTargets', () => {
  // Platt 0.60816 z + 0.32127; the probability at z = 1.04815948 is PyTorch's, in test/fixtures/reference/c6-expected.json.
  it('gives the calibrated probability and the call at the default operating point', () => {
    const call = callOf(version, 1.04815948);
    expect(call).toMatchObject({
      call: 'POSITIVE',
      calibration: { record: { id: RECORD } },
      operatingPoint: { id: 'youden' },
    });
    expect(call?.probability).toBeCloseTo(0.722865188, 7);
    expect(callOf(version, -7.59194374)?.call).toBe('NEGATIVE');
  });

  it('calls positive at exactly the threshold under GE and negative under GT', () => {
    const at = (comparator: 'GE' | 'GT') =>
      withRecord({
        map: { method: 'none' },
        operatingPoints: [{ ...point('half', 0.5, 'RAW_PROBABILITY'), comparator }],
        defaultOperatingPoint: 'half',
      });
    expect(callOf(at('GE'), 0)).toMatchObject({ call: 'POSITIVE', reason: expect.stringContaining('at or above') });
    expect(callOf(at('GT'), 0)).toMatchObject({ call: 'NEGATIVE', reason: expect.stringContaining('at or below') });
  });

  it('gives no probability under the map none: a raw score is never one', () => {
    const raw = withRecord({
      map: { method: 'none' },
      operatingPoints: [point('half', 0.5, 'RAW_PROBABILITY')],
      defaultOperatingPoint: 'half',
    });
    expect(callOf(raw, 1)).toMatchObject({
      call: 'POSITIVE',
      probability: null,
      calibration: { record: { id: RECORD } },
    });
  });

  // Bayes on the odds: from 1:1 to 306 in 33,014, odds e^z x 306/32,708.
  it('compares a shifted probability, or the raw one that it was shifted from, as the threshold says', () => {
    const shift = (scale: OperatingPoint['scale']) =>
      withRecord({
        map: {
          method: 'prior-shift',
          trainingPrevalence: 0.5,
          targetPrevalence: 306 / 33_014,
          of: { method: 'none' },
        },
        operatingPoints: [point('half', 0.5, scale)],
        defaultOperatingPoint: 'half',
      });
    const odds = Math.exp(2) * (306 / 32_708);
    expect(callOf(shift('RAW_PROBABILITY'), 2)?.call).toBe('POSITIVE');
    expect(callOf(shift('CALIBRATED_PROBABILITY'), 2)?.call).toBe('NEGATIVE');
    expect(callOf(shift('RAW_PROBABILITY'), 2)?.probability).toBeCloseTo(odds / (1 + odds), 14);
  });

  it.each(['RISK', 'VALUE', 'CALIBRATED_PROBABILITY'] as const)(
    'refuses a threshold on %s without such a number',
    (scale) => {
      const record = withRecord({
        map: { method: 'none' },
        operatingPoints: [point('half', 0.5, scale)],
        defaultOperatingPoint: 'half',
      });
      expect(() => callOf(record, 1)).toThrow(CalibrationInvalid);
    },
  );

  it('compares a threshold on the scale that it was registered on', () => {
    const onLogits = withRecord({
      operatingPoints: [point('two', 2, 'LOGIT')],
      defaultOperatingPoint: 'two',
    });
    expect(callOf(onLogits, 1.9)?.call).toBe('NEGATIVE');
    expect(callOf(onLogits, 2)?.call).toBe('POSITIVE');
  });

  it('is INDETERMINATE inside the grey zone, its ends included', () => {
    const grey = withRecord({ map: { method: 'platt', a: 1, b: 0 }, greyZone: { low: 0.4, high: 0.5 } });
    expect(callOf(grey, 0)).toMatchObject({ call: 'INDETERMINATE', probability: 0.5 });
    expect(callOf(grey, 3)?.call).toBe('POSITIVE');
  });

  it.each([
    [
      'another specimen than the card is meant for',
      { ...resection, specimen: 'BIOPSY' as const },
      inside,
      'OUT_OF_SCOPE',
    ],
    ['another organ', { ...resection, organ: 'lung' }, inside, 'OUT_OF_SCOPE'],
    ['an input beyond the limit of the reference', resection, { distance: 17, percentile: 100 }, 'OUT_OF_DOMAIN'],
    ['a case that no record fits', { ...resection, specimen: null }, inside, 'UNCALIBRATED'],
  ])('gives no probability for %s', (_, context, domain, call) => {
    expect(callOf(version, 5, context, domain)).toMatchObject({
      call,
      probability: null,
      rawProbability: expect.any(Number),
    });
  });

  it('says which cases the records hold for where none fits', () => {
    expect(callOf(version, 5, { ...resection, specimen: null })?.reason).toContain(
      'Records hold for: specimen RESECTION.',
    );
  });

  it('passes at exactly the limit of the reference', () => {
    expect(callOf(version, 5, resection, { distance: 13, percentile: 99 })?.call).toBe('POSITIVE');
  });

  it('never uses a retired record', () => {
    const retired = {
      ...version,
      calibrations: version.calibrations.map((entry) => ({ ...entry, retiredAt: '2026-02-01T00:00:00.000Z' })),
    };
    expect(callOf(retired, 5)).toMatchObject({
      call: 'UNCALIBRATED',
      reason: expect.stringContaining('only retired calibration records'),
    });
  });

  it('never follows the fallback that a retired record declared', () => {
    const [own] = version.calibrations;
    if (!own) throw new Error('the version has a record');
    const cytology = { ...own.record, stratum: { specimen: 'CYTOLOGY' as const, scanner: null, site: null } };
    const declares = { ...own, record: { ...cytology, id: 'declares', fallback: ['spare'] } };
    const spare = { ...own, record: { ...cytology, id: 'spare' } };
    const of = (retiredAt: string | null) => ({ ...version, calibrations: [{ ...declares, retiredAt }, spare] });
    expect(callOf(of(null), 5)?.calibration?.record.id).toBe('spare');
    expect(callOf(of('2026-02-01T00:00:00.000Z'), 5)?.call).toBe('UNCALIBRATED');
  });

  it('uses the declared fallback, and no record of another target', () => {
    const biopsyOnly = { specimen: 'CYTOLOGY' as const, scanner: null, site: null };
    expect(callOf(withRecord({ stratum: biopsyOnly, fallback: [RECORD] }), 5)?.call).toBe('POSITIVE');
    expect(callOf(withRecord({ stratum: biopsyOnly, fallback: [] }), 5)?.call).toBe('UNCALIBRATED');
    expect(callOf(withRecord({ target: 'another' }), 5)?.call).toBe('UNCALIBRATED');
  });

  it('takes the operating point that is asked for, and names the possible ones otherwise', () => {
    expect(callOf(version, 0, { ...resection, operatingPoint: 'sensitivity-90' })?.operatingPoint?.id).toBe(
      'sensitivity-90',
    );
    expect(() => callOf(version, 0, { ...resection, operatingPoint: 'ZZPHI' })).toThrow(BadUserInput);
  });
});
