import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManagedVersions, type ModelVersion } from '#model-registry';
import { demoVersion } from '#gateway/testing';
import { EmbeddedModels } from './embedded-models.js';

let folder: string;
let models: EmbeddedModels;

const own = (version: string, source = 'local'): ModelVersion => ({
  ...demoVersion('demo-dense-focus', version),
  source,
});
const put = (place: string): Promise<unknown> => mkdir(join(folder, place, 'demo-dense-focus/2'), { recursive: true });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tessera-embedded-'));
  const managed = await ManagedVersions.open(join(folder, 'registered'), ['local', 'local-2']);
  models = new EmbeddedModels([join(folder, 'one'), join(folder, 'two')], managed);
});
afterEach(() => rm(folder, { recursive: true }));

describe('what the embedded model server serves', () => {
  it('is each source in turn, what was registered in it before what its directory has', () => {
    const places = ['registered/local', 'one', 'registered/local-2', 'two'];
    expect(models.directories).toEqual(places.map((place) => join(folder, place)));
  });

  it('is a version of a directory, and one that is registered', async () => {
    expect(models.holdingOf(own('1'))).toBe('SERVED');
    await put('registered/local');
    expect(models.holdingOf(own('2'))).toBe('SERVED');
  });

  it.each(['one', 'registered/local'])('is not a version whose name an earlier source has: %s', async (place) => {
    await put('two');
    expect(models.holdingOf(own('2', 'local-2'))).toBe('SERVED');
    await put(place);
    expect(models.holdingOf(own('2', 'local-2'))).toBe('SHADOWED');
    expect(models.holdingOf(own('2'))).toBe('SERVED');
  });

  it('is no version of another source', () => expect(models.holdingOf(own('1', 'site-a'))).toBe('FOREIGN'));
});
