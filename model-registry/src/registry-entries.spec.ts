import { ModelNotFound } from '#libs/errors';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ModelCard } from './card/model-card.js';
import { parseModelRef } from './model-ref.js';
import { type ModelRegistryOptions } from './registry.js';
import { edited } from './testing/edit-json.js';
import { headOverEncoder } from './testing/sample-alignment.js';
import { ModelDirectory } from './testing/model-directory.js';
import { encoderDigest, FOCUS, focus, quarantined, refs, Registries } from './testing/registries.js';
import { biomarkerCard, calibrationRecord, encoderCard, ensembleCard } from './testing/sample-cards.js';

const registries = new Registries();
const signal = new AbortController().signal;
let models: ModelDirectory;
const open = (directories = [models.path], options: Partial<ModelRegistryOptions> = {}) =>
  registries.open(directories, options);

beforeEach(async () => {
  models = await ModelDirectory.create();
});

afterEach(async () => {
  await registries.closeAll();
  await models.remove();
});

describe('calibration records', () => {
  it('quarantines a bad one, one of another version and two of one id; the version goes on', async () => {
    await models.add(focus, [calibrationRecord('1', 'good'), calibrationRecord('2', 'other-version')]);
    await models.write('sample-focus/1/calibrations/a.json', calibrationRecord('1', 'twin'));
    await models.write('sample-focus/1/calibrations/b.json', calibrationRecord('1', 'twin'));
    await models.write('sample-focus/1/calibrations/bad.json', edited(calibrationRecord('1', 'bad'), '/map/a', -1));
    const registry = await open();
    const version = registry.snapshot().resolve(parseModelRef(FOCUS));
    expect(version.calibrations.map(({ record }) => record.id)).toEqual(['good']);
    expect(quarantined(registry).map(({ path, code, problems }) => [path, code, problems[0]?.pointer])).toEqual([
      ['sample-focus/1/calibrations/a.json', 'REGISTRY_BAD_RESPONSE', undefined],
      ['sample-focus/1/calibrations/b.json', 'REGISTRY_BAD_RESPONSE', undefined],
      ['sample-focus/1/calibrations/bad.json', 'CALIBRATION_INVALID', '/map/a'],
      ['sample-focus/1/calibrations/other-version.json', 'CALIBRATION_INVALID', '/version'],
    ]);
  });

  it('never edits one: the changed record is quarantined and the first one stays, a removed one is withdrawn', async () => {
    await models.add(focus, [calibrationRecord()]);
    const registry = await open();
    await models.write(
      'sample-focus/1/calibrations/any-specimen.json',
      edited(calibrationRecord(), '/operatingPoints/0/threshold', 0.2),
    );
    await registry.reload(signal);
    const thresholds = (): readonly unknown[] =>
      registry
        .snapshot()
        .resolve(parseModelRef(FOCUS))
        .calibrations.map(({ record }) => record.operatingPoints[0]?.threshold);
    expect(thresholds()).toEqual([0.61]);
    expect(quarantined(registry)).toMatchObject([{ reason: expect.stringContaining('digest changed') }]);

    await models.write('sample-focus/1/calibrations/any-specimen.json', '{');
    await registry.reload(signal);
    expect(thresholds()).toEqual([0.61]);

    await models.delete('sample-focus/1/calibrations/any-specimen.json');
    await registry.reload(signal);
    expect(thresholds()).toEqual([]);
    expect(quarantined(registry)).toEqual([]);
  });

  it('notes records that share a stratum and fallbacks that lead nowhere', async () => {
    const second = { ...calibrationRecord('1', 'second'), fallback: ['missing'] };
    await models.add(focus, [calibrationRecord(), second]);
    await models.add(encoderCard());
    expect((await open()).snapshot().resolve(parseModelRef(FOCUS)).notes).toEqual([
      'A calibration record falls back on a record that is not registered.',
      'Several calibration records hold for the same target and stratum.',
    ]);
  });
});

describe('aliases', () => {
  it.each([
    ['not an object', ['1'], 'the aliases must be an object from alias to version'],
    ['with latest', { latest: '1' }, 'the aliases do not validate'],
    ['with a number', { champion: 1 }, 'the aliases do not validate'],
    ['with a version that is none', { champion: 'newest' }, 'the aliases do not validate'],
    ['not JSON', '{', 'the file is not JSON'],
  ])('quarantines a file that is %s, and keeps the last good aliases', async (_what, content, reason) => {
    await models.add(encoderCard());
    await models.write('sample-encoder/aliases.json', { champion: '1' });
    const registry = await open();
    await models.write('sample-encoder/aliases.json', content);
    await registry.reload(signal);
    expect(quarantined(registry)).toMatchObject([{ path: 'sample-encoder/aliases.json', reason }]);
    expect(registry.snapshot().resolve(parseModelRef('sample-encoder@champion')).version).toBe('1');
  });

  it('on a version that is not in service means nothing, never another version', async () => {
    await models.add(encoderCard('1'));
    await models.write('sample-encoder/aliases.json', { champion: '1' });
    const registry = await open();
    await models.write('sample-encoder/aliases.json', { champion: '2', stable: '1' });
    await registry.reload(signal);
    expect(() => registry.snapshot().resolve(parseModelRef('sample-encoder@champion'))).toThrow(ModelNotFound);
    expect(registry.snapshot().resolve(parseModelRef('sample-encoder@stable')).aliases).toEqual(['stable']);
    expect(quarantined(registry)).toMatchObject([
      { problems: [{ problem: 'the member at position 1 must name a version that is in service' }] },
    ]);
  });
});

describe('references between versions', () => {
  it('quarantines a version whose encoder is registered under another digest', async () => {
    await models.add(encoderCard());
    await models.add(biomarkerCard('1', 'f'.repeat(64)));
    const registry = await open();
    expect(refs(registry.snapshot())).toEqual(['local:sample-encoder/1']);
    expect(quarantined(registry)).toMatchObject([
      { path: 'sample-focus/1/model-card.json', problems: [{ pointer: '/extractor/digest' }] },
    ]);
  });

  it('holds an encoder that a tower names to the same', async () => {
    await models.add(encoderCard());
    await models.add(headOverEncoder('f'.repeat(64)));
    expect(quarantined(await open())).toMatchObject([
      { path: 'sample-head/1/model-card.json', problems: [{ pointer: '/alignment/towers/0/encoder/digest' }] },
    ]);
  });

  it('quarantines a version that describes its encoder otherwise than the encoder does', async () => {
    await models.add(encoderCard());
    const { extractor } = focus;
    if (!extractor) throw new Error('The sample has an extractor.');
    await models.add({ ...focus, extractor: { ...extractor, mpp: 0.5, outputVariant: 'CLS' } });
    expect(quarantined(await open())).toMatchObject([
      { problems: [{ pointer: '/extractor/outputVariant' }, { pointer: '/extractor/mpp' }] },
    ]);
  });

  it('notes an encoder that is not there: its features may be imported', async () => {
    await models.add(focus);
    const registry = await open();
    expect(registry.snapshot().resolve(parseModelRef(FOCUS)).notes).toEqual([
      'The encoder version is not registered in this source: features cannot be made here, only imported.',
    ]);
  });

  it('takes an ensemble whose members are there, and nothing that leans on a missing one', async () => {
    await models.add(biomarkerCard('1'));
    await models.add(biomarkerCard('2'));
    await models.add(ensembleCard());
    const registry = await open();
    expect(refs(registry.snapshot())).toContain('local:sample-ensemble/1');

    await models.delete('sample-focus/2');
    await registry.reload(signal);
    expect(refs(registry.snapshot())).toEqual(['local:sample-focus/1']);
    expect(quarantined(registry)).toMatchObject([
      { path: 'sample-ensemble/1/model-card.json', problems: [{ pointer: '/identity/ensemble/members/1' }] },
    ]);
  });

  it('quarantines an ensemble whose member has its classes the other way round, or is quarantined itself', async () => {
    await models.add(encoderCard());
    await models.add(biomarkerCard('1', encoderDigest));
    const other = biomarkerCard('2', encoderDigest);
    const targets = other.output.targets.map((target) => ({
      ...target,
      classes: ['present', 'absent'],
      positiveClass: 'absent',
    }));
    await models.add({ ...other, output: { ...other.output, targets } });
    await models.add(biomarkerCard('3', 'f'.repeat(64)));
    await models.add(ensembleCard(['1', '2', '3'], encoderDigest));
    const ensemble = quarantined(await open()).filter((entry) => entry.path.startsWith('sample-ensemble'));
    expect(ensemble.flatMap((entry) => entry.problems.map(({ pointer }) => pointer))).toContain(
      '/identity/ensemble/members/1',
    );
    expect(ensemble).toHaveLength(1);
  });

  it('quarantines an ensemble whose member predicts in another unit', async () => {
    const scale = { tensor: 'logit', unit: 'log2(FPKM-UQ + 1)', transform: 'LOG2P1' };
    const inUnit = (card: ModelCard, unit: string): ModelCard => ({
      ...card,
      output: { ...card.output, expression: { ...scale, unit } },
    });
    await models.add(inUnit(biomarkerCard('1'), scale.unit));
    await models.add(inUnit(biomarkerCard('2'), 'log10(FPKM-UQ + 1)'));
    await models.add(inUnit(ensembleCard(), scale.unit));
    expect(quarantined(await open())).toMatchObject([
      { path: 'sample-ensemble/1/model-card.json', problems: [{ pointer: '/identity/ensemble/members/1' }] },
    ]);
  });
});
