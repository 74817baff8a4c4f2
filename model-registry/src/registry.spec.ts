import { AmbiguousModel, Cancelled, InvalidConfig, ModelNotFound } from '#libs/errors';
import { mkdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cardDigest, recordDigest } from './digests.js';
import { parseModelRef } from './model-ref.js';
import type { QuarantinedEntry } from './registered-model.js';
import { ModelRegistry, type ModelRegistryOptions } from './registry.js';
import type { RegistrySnapshot } from './registry-snapshot.js';
import { localSources } from './sources/local-sources.js';
import { edited } from './testing/edit-json.js';
import { ModelDirectory } from './testing/model-directory.js';
import { biomarkerCard, calibrationRecord, encoderCard, ensembleCard, MODEL_BYTES } from './testing/sample-cards.js';

const signal = new AbortController().signal;
const opened: ModelRegistry[] = [];
let models: ModelDirectory;
let others: ModelDirectory;

beforeEach(async () => {
  models = await ModelDirectory.create();
  others = await ModelDirectory.create();
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((registry) => registry.close()));
  await models.remove();
  await others.remove();
});

const FOCUS = 'sample-focus/1';
const encoderDigest = cardDigest(encoderCard());
const focus = biomarkerCard('1', encoderDigest);

async function open(directories = [models.path], options: Partial<ModelRegistryOptions> = {}): Promise<ModelRegistry> {
  const registry = await ModelRegistry.open({ sources: localSources(directories, { pollMs: 0 }), ...options }, signal);
  opened.push(registry);
  return registry;
}

function quarantined(registry: ModelRegistry): readonly QuarantinedEntry[] {
  return registry.snapshot().sources.flatMap((source) => source.quarantined);
}

function refs(snapshot: RegistrySnapshot): readonly string[] {
  return snapshot.models.flatMap((model) => model.versions.map((version) => version.ref));
}

describe('a registry over a local directory', () => {
  it('gives versions, records, aliases, digests and files', async () => {
    await models.add(encoderCard());
    await models.add(focus, [calibrationRecord()]);
    await models.write('sample-focus/aliases.json', { champion: '1' });
    const registry = await open();
    const snapshot = registry.snapshot();

    const version = snapshot.resolve(parseModelRef('sample-focus@champion'));
    expect(version).toMatchObject({
      ref: 'local:sample-focus/1',
      source: 'local',
      name: 'sample-focus',
      version: '1',
      aliases: ['champion'],
      digest: cardDigest(focus),
      card: focus,
      calibrations: [{ record: calibrationRecord(), digest: recordDigest(calibrationRecord()), retiredAt: null }],
      notes: [],
    });
    expect(version.artifactFile('model.onnx')).toBe(join(models.path, 'sample-focus/1/model.onnx'));
    expect(() => version.artifactFile('../../secret')).toThrow('lists no such artifact');
    expect(snapshot.resolve(parseModelRef('local:sample-focus/1'))).toBe(version);
    expect(snapshot.byDigest(version.digest)).toEqual([version]);
    expect(snapshot.find('local', 'sample-focus', '1')).toBe(version);
    expect(snapshot.sources).toMatchObject([
      {
        id: 'local',
        kind: 'LOCAL',
        state: 'FRESH',
        lastError: null,
        counts: { models: 2, versions: 2, calibrations: 1, quarantined: 0 },
        quarantined: [],
      },
    ]);
    expect(Date.parse(version.registeredAt)).toBeGreaterThan(Date.now() - 60_000);
  });

  it('is frozen through and through', async () => {
    await models.add(focus, [calibrationRecord()]);
    const snapshot = (await open()).snapshot();
    const version = snapshot.resolve(parseModelRef(FOCUS));
    const frozen = [
      snapshot,
      snapshot.models,
      snapshot.sources[0]?.counts,
      version,
      version.aliases,
      version.card.output.targets[0]?.classes,
      version.calibrations[0]?.record.operatingPoints[0],
    ];
    expect(frozen.map((value) => Object.isFrozen(value))).toEqual(frozen.map(() => true));
  });

  it('sorts versions by number, not as text', async () => {
    for (const version of ['10', '9', '2']) await models.add(encoderCard(version));
    const [model] = (await open()).snapshot().models;
    expect(model?.versions.map((version) => version.version)).toEqual(['2', '9', '10']);
  });

  it('quarantines one bad version by pointer, and everything else goes on', async () => {
    await models.add(encoderCard());
    await models.write('sample-focus/1/model-card.json', edited(focus, '/output/targets/0/final', 'SOFTMAX'));
    const registry = await open();
    expect(refs(registry.snapshot())).toEqual(['local:sample-encoder/1']);
    expect(quarantined(registry)).toEqual([
      {
        path: 'sample-focus/1/model-card.json',
        code: 'CARD_INVALID',
        reason: 'the model card does not validate',
        problems: [{ pointer: '/output/targets/0/final', problem: expect.any(String) }],
      },
    ]);
  });

  it.each([
    ['an HTML page', '<html>Log in</html>', 'the file is not JSON'],
    ['half a page', '{"cardVersion": 1, "ident', 'the file is not JSON'],
    ['a member twice', '{"cardVersion":1,"cardVersion":1}', 'an object of the file has the same member twice'],
    ['more than 1 MiB', ' '.repeat(1024 * 1024 + 1), 'the file is larger than 1048576 bytes'],
    ['nothing', '', 'the file is not JSON'],
  ])('quarantines a card that is %s', async (_what, text, reason) => {
    await models.write('sample-focus/1/model-card.json', text);
    expect(quarantined(await open())).toEqual([
      { path: 'sample-focus/1/model-card.json', code: 'REGISTRY_BAD_RESPONSE', reason, problems: [] },
    ]);
  });

  it('quarantines a card of another name or version than its directory', async () => {
    await models.write('sample-other/2/model-card.json', focus);
    const problems = quarantined(await open()).flatMap((entry) => entry.problems.map((problem) => problem.pointer));
    expect(problems).toEqual(['/identity/name', '/identity/version']);
  });

  it('quarantines a version without a card, and names that cannot be', async () => {
    await mkdir(join(models.path, 'sample-focus/1'), { recursive: true });
    await models.write('sample-focus/v2/model-card.json', focus);
    await models.write('ZZPHI-4711/1/model-card.json', focus);
    await models.write('sample-focus/notes/README.md', 'nothing');
    await models.write('README.md', 'nothing');
    expect(
      quarantined(await open()).map(({ path, reason }) => [path, reason.split(' ').slice(0, 5).join(' ')]),
    ).toEqual([
      ['?', 'a model directory must be'],
      ['sample-focus/v2', 'a version directory must be'],
      ['sample-focus/1/model-card.json', 'the file is missing or'],
    ]);
  });

  it.each([
    ['other bytes of the same size', (bytes: Buffer) => Buffer.from(bytes).reverse(), 'another SHA-256'],
    ['one byte more', (bytes: Buffer) => Buffer.concat([bytes, Buffer.of(0)]), 'another size'],
  ])('quarantines a model file of %s', async (_what, change, reason) => {
    await models.add(focus);
    await models.write('sample-focus/1/model.onnx', change(MODEL_BYTES));
    expect(quarantined(await open())).toMatchObject([
      {
        code: 'REGISTRY_BAD_RESPONSE',
        problems: [{ pointer: '/artifacts/0', problem: expect.stringContaining(reason) }],
      },
    ]);
  });

  it('refuses links that leave the directory, for files, versions and models, and follows those inside', async () => {
    await others.add(biomarkerCard('3'));
    await others.add(encoderCard());
    await models.add(focus);
    await models.delete('sample-focus/1/model.onnx');
    await symlink(join(others.path, 'sample-focus/3/model.onnx'), join(models.path, 'sample-focus/1/model.onnx'));
    await symlink(join(others.path, 'sample-focus/3'), join(models.path, 'sample-focus/3'));
    await symlink(join(others.path, 'sample-encoder'), join(models.path, 'sample-encoder'));
    await models.add(biomarkerCard('2'));
    await models.write('_shared/weights', MODEL_BYTES);
    await models.delete('sample-focus/2/model.onnx');
    await symlink('../../_shared/weights', join(models.path, 'sample-focus/2/model.onnx'));

    const registry = await open();
    expect(refs(registry.snapshot())).toEqual(['local:sample-focus/2']);
    expect(quarantined(registry).map(({ path, reason, problems }) => [path, problems[0]?.problem ?? reason])).toEqual([
      ['sample-encoder', 'a link leaves the directory of the source'],
      ['sample-focus/3', 'a link leaves the directory of the source'],
      ['sample-focus/1/model-card.json', 'a link leaves the directory of the source'],
    ]);
  });

  it('does not wait for a pipe in the place of a file', async () => {
    const { execFileSync } = await import('node:child_process');
    await mkdir(join(models.path, 'sample-focus/1'), { recursive: true });
    execFileSync('mkfifo', [join(models.path, 'sample-focus/1/model-card.json')]);
    expect(quarantined(await open())).toMatchObject([{ reason: 'it is not a regular file' }]);
  });

  it('shows nothing of what a hostile directory is full of', async () => {
    const canary = 'ZZPHI-4711';
    await models.write(`sample-focus/1/model-card.json`, edited(focus, '/identity/title', { [canary]: canary }));
    await models.add(encoderCard());
    await models.write(`sample-encoder/1/calibrations/${canary}.json`, { [canary]: canary });
    await models.write('sample-encoder/aliases.json', { [`${canary} x`]: canary, [canary]: '7' });
    await models.write(`${canary}/1/model-card.json`, canary);
    const registry = await open();
    expect(quarantined(registry)).toHaveLength(4);
    expect(JSON.stringify(registry.snapshot().sources)).not.toContain(canary);
    expect(JSON.stringify(registry.snapshot().sources)).not.toContain(models.path);
  });
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

describe('a version that changes under its number', () => {
  it('is quarantined, and the last good one stays as long as the registry runs', async () => {
    await models.add(encoderCard());
    const registry = await open();
    const before = registry.snapshot().resolve(parseModelRef('sample-encoder/1'));
    await models.write('sample-encoder/1/model-card.json', edited(encoderCard(), '/identity/title', 'Another'));
    await registry.reload(signal);
    const after = registry.snapshot().resolve(parseModelRef('sample-encoder/1'));
    expect(after.digest).toBe(before.digest);
    expect(after.card.identity.title).toBe('A sample');
    expect(after.artifactFile('model.onnx')).toBe(before.artifactFile('model.onnx'));
    expect(quarantined(registry)).toEqual([
      {
        path: 'sample-encoder/1/model-card.json',
        code: 'REGISTRY_BAD_RESPONSE',
        reason: 'the digest changed for an existing version; release it under a new version number',
        problems: [],
      },
    ]);

    await models.delete('sample-encoder/1');
    await registry.reload(signal);
    expect(refs(registry.snapshot())).toEqual([]);
    await models.add({ ...encoderCard(), licence: { ...encoderCard().licence, gated: true } });
    await registry.reload(signal);
    expect(refs(registry.snapshot())).toEqual([]);
    await models.add(encoderCard());
    await registry.reload(signal);
    expect(refs(registry.snapshot())).toEqual(['local:sample-encoder/1']);
  });

  it('stays with a note when its files were replaced, and nothing can load them', async () => {
    await models.add(encoderCard());
    const registry = await open();
    await models.write('sample-encoder/1/model.onnx', Buffer.from(MODEL_BYTES).reverse());
    await registry.reload(signal);
    const version = registry.snapshot().resolve(parseModelRef('sample-encoder/1'));
    expect(() => version.artifactFile('model.onnx')).toThrow('no longer the one that was registered');
    expect(version.notes).toEqual([expect.stringContaining('nothing can load it anew')]);
    expect(quarantined(registry)).toMatchObject([{ problems: [{ pointer: '/artifacts/0' }] }]);

    await models.write('sample-encoder/1/model.onnx', MODEL_BYTES);
    await registry.reload(signal);
    expect(registry.snapshot().resolve(parseModelRef('sample-encoder/1')).notes).toEqual([]);
    expect(quarantined(registry)).toEqual([]);
  });

  it('is refused across runs where the digests of earlier runs are handed in', async () => {
    await models.add(encoderCard());
    const pinnedDigests = new Map([['local:sample-encoder/1', 'f'.repeat(64)]]);
    const registry = await open([models.path], { pinnedDigests });
    expect(refs(registry.snapshot())).toEqual([]);
    expect(quarantined(registry)).toMatchObject([{ reason: expect.stringContaining('digest changed') }]);
  });

  it('sees a change of a file that had settled and been remembered', async () => {
    await models.add(encoderCard());
    await models.settle('sample-encoder/1/model.onnx');
    await models.settle('sample-encoder/1/model-card.json');
    const registry = await open();
    await registry.reload(signal);
    await models.write('sample-encoder/1/model.onnx', Buffer.from(MODEL_BYTES).reverse());
    await models.settle('sample-encoder/1/model.onnx');
    await registry.reload(signal);
    expect(quarantined(registry)).toMatchObject([{ problems: [{ pointer: '/artifacts/0' }] }]);
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
});

describe('several sources', () => {
  it('asks for the source where several know a name, and lists what they have', async () => {
    await models.add(encoderCard());
    await others.add(encoderCard());
    const snapshot = (await open([models.path, others.path])).snapshot();
    const resolve = (ref: string): unknown => snapshot.resolve(parseModelRef(ref));
    expect(() => resolve('sample-encoder/1')).toThrow(AmbiguousModel);
    try {
      resolve('sample-encoder/1');
    } catch (error) {
      expect(error).toMatchObject({ candidates: ['local:sample-encoder/1', 'local-2:sample-encoder/1'] });
    }
    expect(resolve('local-2:sample-encoder/1')).toMatchObject({ source: 'local-2' });
    expect(snapshot.byDigest(encoderDigest).map((version) => version.source)).toEqual(['local', 'local-2']);
    expect(() => resolve('sample-encoder/2')).toThrow(ModelNotFound);
    expect(() => resolve('nowhere:sample-encoder/1')).toThrow(ModelNotFound);
    expect(() => resolve('constructor/1')).toThrow(ModelNotFound);
  });

  it('keeps the last good entries of a source that is gone, and says so; the others are unaffected', async () => {
    await models.add(encoderCard());
    await others.add(focus);
    const registry = await open([models.path, others.path]);
    await rename(models.path, `${models.path}-away`);
    const snapshot = await registry.reload(signal);
    expect(refs(snapshot)).toEqual(['local:sample-encoder/1', 'local-2:sample-focus/1']);
    expect(snapshot.sources).toMatchObject([
      { state: 'STALE', lastError: { code: 'REGISTRY_UNAVAILABLE' } },
      { state: 'FRESH', lastError: null },
    ]);
    const readAt = snapshot.sources[0]?.lastSuccessAt ?? '';
    expect(snapshot.sources[0]?.ageMs(Date.parse(readAt) + 1500)).toBe(1500);
    expect(snapshot.resolve(parseModelRef('sample-encoder/1')).snapshotTakenAt).toBe(readAt);

    await rename(`${models.path}-away`, models.path);
    expect((await registry.reload(signal)).sources[0]?.state).toBe('FRESH');
  });

  it('opens with a source that was never there as DOWN', async () => {
    await models.add(encoderCard());
    const snapshot = (await open([join(others.path, 'missing'), models.path])).snapshot();
    expect(snapshot.sources).toMatchObject([{ state: 'DOWN', lastSuccessAt: null }, { state: 'FRESH' }]);
    expect(snapshot.sources[0]?.ageMs()).toBeNull();
    expect(JSON.stringify(snapshot.sources)).not.toContain(others.path);
  });

  it('refuses two sources of one id, and ids that no reference can name', async () => {
    const [source] = localSources([models.path]);
    if (!source) throw new Error('There is one source.');
    await expect(ModelRegistry.open({ sources: [source, source] }, signal)).rejects.toThrow(InvalidConfig);
    await expect(ModelRegistry.open({ sources: [{ ...source, id: 'A b' }] }, signal)).rejects.toThrow(InvalidConfig);
  });
});

describe('a source that misbehaves', () => {
  const empty = { versions: [], aliases: [], refused: [], unreadable: [] };
  const source = { id: 'slow', kind: 'MLFLOW', pollMs: 0 } as const;

  it('that hangs holds up nobody beyond its time, and is not asked again before it has come back', async () => {
    await models.add(encoderCard());
    const propose = vi.fn(() => new Promise<never>(() => {}));
    const sources = [{ ...source, propose }, ...localSources([models.path], { pollMs: 0 })];
    const registry = await open([], { sources, sourceTimeoutMs: 50 });
    expect(registry.snapshot().sources).toMatchObject([
      { state: 'DOWN', lastError: { code: 'REGISTRY_UNAVAILABLE', message: expect.stringContaining('in time') } },
      { state: 'FRESH' },
    ]);
    await registry.reload(signal);
    expect(propose).toHaveBeenCalledTimes(1);
    expect(registry.snapshot().sources[0]?.lastError?.message).toContain('has not come back');
  });

  it('that throws something unknown is reported, shown without its words, and keeps its entries', async () => {
    const report = vi.fn();
    const fault = new Error('ZZPHI-4711');
    const propose = vi.fn().mockResolvedValueOnce(empty).mockRejectedValue(fault);
    const registry = await open([], { sources: [{ ...source, propose }], report });
    const snapshot = await registry.reload(signal);
    expect(snapshot.sources).toMatchObject([{ state: 'STALE', lastError: { code: 'REGISTRY_UNAVAILABLE' } }]);
    expect(JSON.stringify(snapshot.sources)).not.toContain('ZZPHI');
    expect(report).toHaveBeenCalledWith(fault);
  });

  it('that lists a version twice has it quarantined', async () => {
    const card = { kind: 'JSON', path: 'a', json: encoderCard(), since: '2026-02-01T00:00:00.000Z' } as const;
    const files = { locate: (path: string) => path, check: async () => null };
    const version = { name: 'sample-encoder', version: '1', card, calibrations: [], files };
    const propose = vi.fn().mockResolvedValueOnce({ ...empty, versions: [version] });
    propose.mockResolvedValue({ ...empty, versions: [version, version] });
    const registry = await open([], { sources: [{ ...source, propose }] });
    const snapshot = await registry.reload(signal);
    expect(refs(snapshot)).toEqual(['slow:sample-encoder/1']);
    expect(quarantined(registry).map((entry) => entry.reason)).toEqual([
      'the source has this version more than once',
      'the source has this version more than once',
    ]);
  });

  it('that cannot read one model keeps what was known of it', async () => {
    const card = { kind: 'JSON', path: 'a', json: encoderCard(), since: '2026-02-01T00:00:00.000Z' } as const;
    const files = { locate: (path: string) => path, check: async () => null };
    const version = { name: 'sample-encoder', version: '1', card, calibrations: [], files };
    const document = { kind: 'JSON', path: 'b', json: { champion: '1' }, since: card.since } as const;
    const aliases = [{ name: 'sample-encoder', document }];
    const propose = vi.fn().mockResolvedValueOnce({ ...empty, versions: [version], aliases });
    propose.mockResolvedValue({ ...empty, unreadable: ['sample-encoder'] });
    const registry = await open([], { sources: [{ ...source, propose }] });
    const snapshot = await registry.reload(signal);
    expect(snapshot.resolve(parseModelRef('sample-encoder@champion')).ref).toBe('slow:sample-encoder/1');
  });
});

describe('snapshots', () => {
  it('have one id as long as the entries are the same, and tell listeners of changes only', async () => {
    await models.add(encoderCard());
    const registry = await open();
    const listener = vi.fn();
    const stop = registry.onSnapshot(listener);
    const first = registry.snapshot();
    const second = await registry.reload(signal);
    expect(second).not.toBe(first);
    expect(second.id).toBe(first.id);
    expect(listener).not.toHaveBeenCalled();

    await models.add(encoderCard('2'));
    const third = await registry.reload(signal);
    expect(third.id).not.toBe(first.id);
    expect(listener).toHaveBeenCalledExactlyOnceWith(third, second);
    expect(refs(first)).toEqual(['local:sample-encoder/1']);

    stop();
    await rm(models.path, { recursive: true });
    await registry.reload(signal);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('reach the other listeners when one throws, which is reported', async () => {
    const report = vi.fn();
    const registry = await open([models.path], { report });
    const fault = new Error('of a listener');
    const second = vi.fn();
    registry.onSnapshot(() => {
      throw fault;
    });
    registry.onSnapshot(second);
    await models.add(encoderCard());
    await registry.reload(signal);
    expect(report).toHaveBeenCalledExactlyOnceWith(fault);
    expect(second).toHaveBeenCalledTimes(1);
  });

  it('come by themselves at the interval', async () => {
    const sources = localSources([models.path], { pollMs: 20 });
    const registry = await open([], { sources });
    await models.add(encoderCard());
    await vi.waitFor(() => expect(refs(registry.snapshot())).toEqual(['local:sample-encoder/1']), { timeout: 5000 });
  });

  it('that are asked for at once are each read after the asking', async () => {
    const registry = await open();
    const early = registry.reload(signal);
    await models.add(encoderCard());
    await Promise.all([early, registry.reload(signal)]);
    expect(refs(registry.snapshot())).toEqual(['local:sample-encoder/1']);
  });

  it('are not waited for by a caller who has gone, and the source is not blamed', async () => {
    const registry = await open();
    await expect(registry.reload(AbortSignal.abort())).rejects.toThrow(Cancelled);
    expect(registry.snapshot().sources[0]?.state).toBe('FRESH');
  });

  it('stay usable after the registry is closed; reading does not', async () => {
    await models.add(encoderCard());
    const registry = await open();
    await registry.close();
    await expect(registry.reload(signal)).rejects.toThrow(Cancelled);
    expect(refs(registry.snapshot())).toEqual(['local:sample-encoder/1']);
  });
});
