import { Cancelled } from '#libs/errors';
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseModelRef } from './model-ref.js';
import { type ModelRegistryOptions } from './registry.js';
import { localSources } from './sources/local-sources.js';
import { edited } from './testing/edit-json.js';
import { ModelDirectory } from './testing/model-directory.js';
import { quarantined, refs, Registries } from './testing/registries.js';
import { encoderCard, MODEL_BYTES } from './testing/sample-cards.js';

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

describe('a directory that is watched', () => {
  it('shows a release soon, long before the next look', async () => {
    await models.add(encoderCard());
    const registry = await open([models.path], { sources: localSources([models.path], { pollMs: 3_600_000 }) });
    await models.add(encoderCard('2'));
    await vi.waitFor(
      () => expect(refs(registry.snapshot())).toEqual(['local:sample-encoder/1', 'local:sample-encoder/2']),
      5_000,
    );
    await models.delete('sample-encoder/1');
    await vi.waitFor(() => expect(refs(registry.snapshot())).toEqual(['local:sample-encoder/2']), 5_000);
  });
});
