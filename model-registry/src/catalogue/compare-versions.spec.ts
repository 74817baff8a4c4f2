import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalibrationRecord } from '../card/calibration-record.js';
import { parseModelRef } from '../model-ref.js';
import { ModelDirectory } from '../testing/model-directory.js';
import { encoderDigest, Registries } from '../testing/registries.js';
import { biomarkerCard, calibrationRecord, encoderCard } from '../testing/sample-cards.js';
import { compareVersions, type VersionChanges } from './compare-versions.js';

const resection = { specimen: 'RESECTION', scanner: null, site: null } as const;
const record = (version: string, id: string, change: Partial<CalibrationRecord> = {}): CalibrationRecord => ({
  ...calibrationRecord(version, id),
  ...change,
});
const point = (change: Partial<CalibrationRecord['operatingPoints'][number]>) => {
  const [only] = calibrationRecord().operatingPoints;
  if (!only) throw new Error('The sample has an operating point.');
  return { ...only, ...change };
};

describe('compareVersions', () => {
  const registries = new Registries();
  let models: ModelDirectory;
  let changes: (from: string, to: string) => VersionChanges;

  beforeAll(async () => {
    models = await ModelDirectory.create();
    await models.add(encoderCard());
    const card = (version: string) => biomarkerCard(version, encoderDigest);
    await models.add(card('1'), [record('1', 'any'), record('1', 'resection', { stratum: resection })]);
    // Other ids, the same numbers.
    await models.add(card('2'), [record('2', 'all'), record('2', 'surgical', { stratum: resection })]);
    const strict = point({ id: 'strict', threshold: 0.9 });
    await models.add(card('3'), [
      record('3', 'any', { operatingPoints: [point({ threshold: 0.5 }), strict], defaultOperatingPoint: 'strict' }),
      record('3', 'biopsy', { stratum: { ...resection, specimen: 'BIOPSY' } }),
    ]);
    await models.add(card('4'), [
      record('4', 'any', { map: { method: 'platt', a: 0.6, b: 0.316 } }),
      record('4', 'resection', {
        stratum: resection,
        operatingPoints: [point({ threshold: 0.61, scale: 'RAW_PROBABILITY' })],
      }),
    ]);
    const [logit] = card('5').output.tensors;
    const [features] = card('5').input.tensors;
    if (!logit || !features) throw new Error('The sample has tensors.');
    const embedding = { name: 'vector', datatype: 'FP32', shape: [1, 4], axes: ['bag', 'feature'] } as const;
    await models.add({
      ...card('5'),
      spatial: [],
      input: { ...card('5').input, tensors: [{ ...features, datatype: 'FP16' }] },
      output: { ...card('5').output, tensors: [{ ...embedding, shape: [1, 4], axes: ['bag', 'feature'] }, logit] },
    });
    const snapshot = (await registries.open([models.path])).snapshot();
    const version = (number: string) => snapshot.resolve(parseModelRef(`sample-focus/${number}`));
    changes = (from, to) => compareVersions(version(from), version(to));
  });
  afterAll(async () => {
    await registries.closeAll();
    await models.remove();
  });

  const thresholds = (from: string, to: string): readonly unknown[] =>
    changes(from, to).thresholds.map(({ kind, changed, from: old, to: now }) => {
      const { record: of, point: at } = now ?? old ?? { record: null, point: null };
      return [kind, of?.stratum.specimen, at?.id, changed];
    });

  it('finds nothing between a version and itself, and only its number where thresholds are the same in other records', () => {
    expect(changes('1', '1')).toEqual({ card: [], thresholds: [], tensors: [] });
    expect(changes('1', '2')).toEqual({
      card: [{ pointer: '/identity/version', kind: 'CHANGED', from: '1', to: '2' }],
      thresholds: [],
      tensors: [],
    });
  });

  it('compares thresholds by stratum and operating point', () =>
    expect(thresholds('1', '3')).toEqual([
      ['ADDED', 'BIOPSY', 'youden', []],
      ['REMOVED', 'RESECTION', 'youden', []],
      ['ADDED', null, 'strict', []],
      ['CHANGED', null, 'youden', ['threshold', 'isDefault']],
    ]));

  it('sees a threshold of the same value as another one when its map or its scale is another', () =>
    expect(thresholds('1', '4')).toEqual([
      ['CHANGED', 'RESECTION', 'youden', ['scale']],
      ['CHANGED', null, 'youden', ['map']],
    ]));

  it('compares tensors by name and direction', () =>
    expect(
      changes('1', '5').tensors.map(({ direction, kind, from, to }) => [direction, kind, (to ?? from)?.name]),
    ).toEqual([
      ['INPUT', 'CHANGED', 'features'],
      ['OUTPUT', 'REMOVED', 'attention'],
      ['OUTPUT', 'ADDED', 'vector'],
    ]));
});
