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
  models.launching();
});
afterEach(() => rm(folder, { recursive: true }));

describe('what the embedded model server serves', () => {
  it('is each source in turn, what was registered in it before what its directory has', () => {
    const places = ['registered/local', 'one', 'registered/local-2', 'two'];
    expect(models.directories).toEqual(places.map((place) => join(folder, place)));
  });

  it('is a version of a directory, and one that was registered before the server started', async () => {
    await put('one');
    expect(models.whyUnserved(own('2'))).toBeNull();
    await put('registered/local');
    expect(models.whyUnserved(own('2'))).toContain('restart the gateway');
    models.launching();
    expect(models.whyUnserved(own('2'))).toBeNull();
    expect(models.whyUnserved(own('1'))).toBeNull();
  });

  it.each(['one', 'registered/local'])('is not a version whose name an earlier source has: %s', async (place) => {
    await put('two');
    expect(models.whyUnserved(own('2', 'local-2'))).toBeNull();
    await put(place);
    models.launching();
    expect(models.whyUnserved(own('2', 'local-2'))).toContain('an earlier models directory');
    expect(models.whyUnserved(own('2'))).toBeNull();
  });
});
