import { AmbiguousModel, InvalidConfig, ModelNotFound } from '#libs/errors';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseModelRef } from './model-ref.js';
import { ModelRegistry, type ModelRegistryOptions } from './registry.js';
import { localSources } from './sources/local-sources.js';
import { ModelDirectory } from './testing/model-directory.js';
import { encoderDigest, focus, quarantined, refs, Registries } from './testing/registries.js';
import { encoderCard } from './testing/sample-cards.js';

const registries = new Registries();
const signal = new AbortController().signal;
let models: ModelDirectory;
let others: ModelDirectory;
const open = (directories = [models.path], options: Partial<ModelRegistryOptions> = {}) =>
  registries.open(directories, options);

beforeEach(async () => {
  models = await ModelDirectory.create();
  others = await ModelDirectory.create();
});

afterEach(async () => {
  await registries.closeAll();
  await models.remove();
  await others.remove();
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
    expect(snapshot.readAt('local')).toBe(readAt);

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
  const empty = { versions: [], aliases: [], refused: [], unreadable: [], withoutCard: 0 };
  const source = { id: 'slow', kind: 'MLFLOW', pollMs: 0, isRemote: false } as const;

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
    const files = { place: 'a', locate: (path: string) => path, check: async () => null };
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
    const files = { place: 'a', locate: (path: string) => path, check: async () => null };
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
