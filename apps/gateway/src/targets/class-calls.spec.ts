import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CalibrationRecord, type CardTarget, type ModelVersion, type OperatingPoint } from '#model-registry';
import { CalibrationMismatch } from '#libs/errors';
import { packageRoot } from '#gateway/config';
import { demoVersion } from '#gateway/testing';
import { callTargets } from './call-targets.js';
import { type CaseContext } from './case-context.js';
import { namedCalibration } from './choose-calibration.js';
import { type ClassesCall } from './class-calls.js';
import { targetScores } from './target-scores.js';

const { classes: rows } = JSON.parse(
  readFileSync(join(packageRoot(), 'test/fixtures/targets/numerics.json'), 'utf8'),
) as { classes: readonly { logits: number[]; temperature: number[]; platt: number[] }[] };
const shipped = demoVersion('demo-dense-focus', '1', ['demo-dense-focus-1-platt-resection']);
const first = <T>([one]: readonly T[]): T => {
  if (one === undefined) throw new Error('the version has a target and a record');
  return one;
};
const target = first(shipped.card.output.targets);
const entry = first(shipped.calibrations);
const RESECTION: CaseContext = {
  stain: 'HE',
  organ: null,
  preservation: null,
  specimen: 'RESECTION',
  scanner: null,
  site: null,
  prevalence: null,
  operatingPoint: null,
  patient: null,
};
const NAMES = ['low', 'middle', 'high'];
const platt = { method: 'platt', a: 0.8, b: -0.3 } as const;
const half = (scale: OperatingPoint['scale'], threshold = 0.5): OperatingPoint => ({
  id: 'half',
  threshold,
  scale,
  comparator: 'GE',
  policy: 'FIXED',
  positiveWeight: null,
  evidence: [],
});
const record = (id: string, more: Partial<CalibrationRecord>): CalibrationRecord => ({
  ...entry.record,
  id,
  map: platt,
  fallback: [],
  operatingPoints: [half('CALIBRATED_PROBABILITY')],
  defaultOperatingPoint: 'half',
  greyZone: null,
  ...more,
});

function versionOf(
  kind: 'MULTICLASS' | 'ORDINAL',
  names: readonly string[],
  records: readonly CalibrationRecord[],
): ModelVersion {
  const own: CardTarget = { ...target, kind, tensor: 'out', classes: [...names], positiveClass: null } as CardTarget;
  const tensors = [{ name: 'out', datatype: 'FP32' as const, shape: [1, names.length], axes: ['bag', 'class'] }];
  const card = {
    ...shipped.card,
    output: { ...shipped.card.output, tensors, targets: [{ ...own, final: 'SOFTMAX' as const }] },
  };
  return { ...shipped, card, calibrations: records.map((one) => ({ ...entry, record: one })) };
}
function call(version: ModelVersion, logits: readonly number[], named: string | null = null): ClassesCall {
  const scores = targetScores(version.card, { values: new Map([['out', logits]]), serverId: 'gpu-1' });
  const calibration = named === null ? null : (version.calibrations.find(({ record: { id } }) => id === named) ?? null);
  const [found] = callTargets(version, scores, { domain: null, context: RESECTION, named: calibration });
  if (!found || !('classes' in found)) throw new Error('classes were expected');
  return found;
}

describe('calls of exclusive classes', () => {
  it.each(rows)(
    'map each class by its own record, as scipy does, and no other class (case %#)',
    ({ logits, platt: wanted }) => {
      const names = logits.map((_, k) => `class ${k}`);
      const found = call(versionOf('MULTICLASS', names, [record('of-1', { class: 'class 1' })]), logits);
      expect(found.classes[1]?.probability).toBeCloseTo(wanted[1] ?? NaN, 12);
      expect(found.classes[1]?.calibration?.record.id).toBe('of-1');
      const others = found.classes.filter(({ name }) => name !== 'class 1');
      expect(others.every((one) => one.probability === null && one.call === 'UNCALIBRATED')).toBe(true);
    },
  );

  it.each(rows)('map all classes by one temperature, as scipy does (case %#)', ({ logits, temperature }) => {
    const names = logits.map((_, k) => `class ${k}`);
    const joint = record('joint', { map: { method: 'temperature', temperature: 1.7 } });
    const found = call(versionOf('MULTICLASS', names, [joint]), logits);
    found.classes.forEach(({ probability }, k) => expect(probability).toBeCloseTo(temperature[k] ?? NaN, 12));
  });

  it('are that of the top class by its own record, and none in a tie', () => {
    const version = versionOf('MULTICLASS', NAMES, [record('of-high', { class: 'high' })]);
    expect(call(version, [0, 0, 3])).toMatchObject({
      call: 'POSITIVE',
      top: [2],
      reason: expect.stringMatching(/^high: /),
    });
    expect(call(version, [0, 0, 0.1])).toMatchObject({ call: 'NEGATIVE', top: [2] });
    expect(call(version, [3, 0, 0])).toMatchObject({ call: 'UNCALIBRATED', top: [0] });
    expect(call(version, [3, 0, 3])).toMatchObject({
      call: 'INDETERMINATE',
      top: [0, 2],
      reason: 'The largest probability is that of several classes: low, high.',
    });
  });

  it('of an order are POSITIVE at the highest cut that is reached', () => {
    const cuts = [record('middle', { class: 'middle' }), record('high', { class: 'high' })];
    const version = versionOf('ORDINAL', NAMES, cuts);
    // P(middle or high) = (e^0 + e^-9) / (e^-3 + e^0 + e^-9) = 0.953, P(high) = 0.0001.
    expect(call(version, [-3, 0, -9])).toMatchObject({ call: 'POSITIVE', calibration: { record: { id: 'middle' } } });
    expect(call(version, [-3, 0, 5])).toMatchObject({ call: 'POSITIVE', calibration: { record: { id: 'high' } } });
    expect(call(version, [5, 0, 0])).toMatchObject({ call: 'NEGATIVE' });
    expect(call(version, [-3, 0, 5]).classes[0]).toMatchObject({ call: 'UNCALIBRATED', probability: null });
  });

  it('have no map where the served probability rounds to 1', () => {
    const version = versionOf('MULTICLASS', NAMES, [record('of-high', { class: 'high' })]);
    const [own] = version.card.output.targets;
    const served = { ...own, served: 'SOFTMAX' as const } as CardTarget;
    const saturated = { ...version, card: { ...version.card, output: { ...version.card.output, targets: [served] } } };
    const { classes } = call(saturated, [0, 0, 1]);
    expect(classes[2]).toMatchObject({
      call: 'UNCALIBRATED',
      probability: null,
      reason: expect.stringContaining('rounds to 0 or 1'),
    });
  });
});

describe('an answer under a named record', () => {
  const version = versionOf('MULTICLASS', NAMES, [
    record('of-high', { class: 'high' }),
    record('of-low', { class: 'low' }),
    record('biopsy', { class: 'high', stratum: { specimen: 'BIOPSY', scanner: null, site: null } }),
  ]);
  const other = { ...version, ref: 'local:other/1', calibrations: [{ ...entry, record: record('theirs', {}) }] };
  const snapshot = { models: [{ versions: [version, other] }] } as never;
  const named = (id: string, wanted: string | null = null, context = RESECTION) =>
    namedCalibration(version, { id, target: wanted }, context, snapshot);

  it('is called by that record alone', () => {
    const found = call(version, [0, 0, 3], 'of-low');
    expect(found.classes.map(({ call: state }) => state)).toEqual(['NEGATIVE', 'UNCALIBRATED', 'UNCALIBRATED']);
    expect(found.classes[0]?.choice).toBe('NAMED');
    expect(found.classes[2]?.reason).toContain('of-low');
  });

  it.each([
    ['theirs', null, { field: 'version', found: 'local:other/1' }],
    ['nobody-has-it', null, { field: 'version', found: null }],
    ['of-high', 'another-target', { field: 'target', needed: 'dense-focus' }],
    ['biopsy', null, { field: 'specimen', needed: 'BIOPSY', found: 'RESECTION' }],
  ])('refuses %s by name', (id, wanted, facts) => {
    const refused = (): unknown => named(id, wanted);
    expect(refused).toThrow(CalibrationMismatch);
    expect(refused).toThrow(expect.objectContaining({ facts: expect.objectContaining(facts) }));
  });

  it('takes a record of a stratum that the case does not contradict, and one that the version falls back on', () => {
    expect(named('biopsy', null, { ...RESECTION, specimen: null }).record.id).toBe('biopsy');
    const falls = {
      ...version,
      calibrations: [
        {
          ...entry,
          record: record('biopsy', {
            class: 'high',
            fallback: ['biopsy'],
            stratum: { specimen: 'BIOPSY', scanner: null, site: null },
          }),
        },
      ],
    };
    expect(namedCalibration(falls, { id: 'biopsy', target: null }, RESECTION, snapshot).record.id).toBe('biopsy');
  });
});
