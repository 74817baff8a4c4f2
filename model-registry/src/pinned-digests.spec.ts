import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PinStore, Pins } from './pin-store.js';
import { ModelDirectory } from './testing/model-directory.js';
import { quarantined, refs, Registries } from './testing/registries.js';
import { encoderCard } from './testing/sample-cards.js';
import { type ModelRegistryOptions } from './registry.js';

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

describe('a version that changes under its number, over runs that share a store', () => {
  const CHANGED = [{ reason: expect.stringContaining('digest changed') }];
  const changedCard = { ...encoderCard(), identity: { ...encoderCard().identity, title: 'Another' } };
  const store = (): PinStore & { readonly pins: Map<string, string> } => {
    const pins = new Map<string, string>();
    const add = (_source: string, added: Pins): Promise<Pins> => {
      const others = [...added.keys()].flatMap((key): readonly [string, string][] => {
        const there = pins.get(key);
        return there === undefined || there === added.get(key) ? [] : [[key, there]];
      });
      for (const [key, digest] of added) if (!pins.has(key)) pins.set(key, digest);
      return Promise.resolve(new Map(others));
    };
    return { pins, load: () => Promise.resolve(new Map(pins)), add };
  };

  it('is refused in the next run, though nobody looked when it changed', async () => {
    const pins = store();
    await models.add(encoderCard());
    await (await open([models.path], { pins })).close();
    await models.add(changedCard);
    const registry = await open([models.path], { pins });
    expect(refs(registry.snapshot())).toEqual([]);
    expect(quarantined(registry)).toMatchObject(CHANGED);
  });

  it('is refused when another gateway accepted something else a moment before', async () => {
    const pins = store();
    await models.add(encoderCard());
    const racing = { ...pins, load: () => Promise.resolve(new Map()) };
    pins.pins.set('sample-encoder/1', 'f'.repeat(64));
    const registry = await open([models.path], { pins: racing });
    expect(refs(registry.snapshot())).toEqual([]);
    expect(quarantined(registry)).toMatchObject(CHANGED);
  });

  it('serves while what it accepts cannot be stored, and stores it later', async () => {
    const pins = store();
    const add = vi.fn(pins.add).mockRejectedValueOnce(new Error('the store is away'));
    const report = vi.fn();
    await models.add(encoderCard());
    const registry = await open([models.path], { pins: { ...pins, add }, report });
    expect(refs(registry.snapshot())).toEqual(['local:sample-encoder/1']);
    expect(report).toHaveBeenCalledOnce();
    expect(pins.pins.size).toBe(0);
    await registry.reload(signal);
    expect([...pins.pins.keys()]).toEqual(['sample-encoder/1']);
  });
});
