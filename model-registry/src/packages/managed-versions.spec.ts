import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ModelDirectory } from '../testing/model-directory.js';
import { biomarkerCard, calibrationRecord, MODEL_BYTES } from '../testing/sample-cards.js';
import { ManagedVersions, type ManagedPlace } from './managed-versions.js';
import { openPackage, type VersionPackage } from './version-package.js';

const never = new AbortController().signal;
const card = biomarkerCard();
let models: ModelDirectory;
let managed: ManagedVersions;
let found: VersionPackage;

beforeEach(async () => {
  models = await ModelDirectory.create();
  await models.add(card, [calibrationRecord()]);
  managed = await ManagedVersions.open(join(models.path, 'managed'), ['local', 'local-2']);
  found = await openPackage(join(models.path, 'sample-focus/1'));
});
afterEach(() => models.remove());

const stage = (): Promise<string> => managed.stage(found, never, () => {});
const staged = (): Promise<string[]> => readdir(join(models.path, 'managed/.staged'));
const at = (place: string): ManagedPlace => ({ source: 'local', name: 'sample-focus', version: '1', place });
const folder = (): string => join(managed.directoryOf('local'), 'sample-focus/1');

describe('the directory of registered versions', () => {
  it('has nothing in a place before the journal names it, and has it with the next reading', async () => {
    const place = await stage();
    expect(await readdir(managed.directoryOf('local'))).toEqual([]);
    const [files] = await managed.filesOf('local', [at(place)]);
    expect(await files?.check(card.artifacts[0] ?? fail(), never)).toBeNull();
    expect(files?.locate('model.onnx')).toBe(join(folder(), 'model.onnx'));
    expect(await readdir(folder(), { recursive: true })).toEqual(
      expect.arrayContaining(['model-card.json', 'model.onnx', 'calibrations/any-specimen.json']),
    );
    expect((await openPackage(folder())).digest).toBe(found.digest);
    expect(await staged()).toEqual([]);
  });

  it('sees what becomes of a file that it wrote itself', async () => {
    const [artifact] = card.artifacts;
    const place = at(await stage());
    const check = async () => (await managed.filesOf('local', [place]))[0]?.check(artifact ?? fail(), never);
    expect(await check()).toBeNull();
    await writeFile(join(folder(), 'model.onnx'), Buffer.alloc(MODEL_BYTES.byteLength));
    expect(await check()).toContain('another SHA-256');
  });

  it('is read by two at once without either failing', async () => {
    const other = await ManagedVersions.open(join(models.path, 'managed'), ['local']);
    const place = await stage();
    const both = await Promise.all([managed, other].map((one) => one.filesOf('local', [at(place)])));
    for (const [files] of both) expect(await files?.check(card.artifacts[0] ?? fail(), never)).toBeNull();
  });

  it('says of a version without files that they are missing', async () => {
    const [files] = await managed.filesOf('local', [at('gone')]);
    expect(await files?.check(card.artifacts[0] ?? fail(), never)).toContain('missing');
    expect(await managed.isWhole(at('gone'), card.artifacts, never)).toBe(false);
  });

  it('keeps nothing of a copy that was refused', async () => {
    await writeFile(join(models.path, 'sample-focus/1/model.onnx'), Buffer.alloc(MODEL_BYTES.byteLength));
    await expect(stage()).rejects.toMatchObject({ code: 'ARTIFACT_INVALID' });
    expect(await staged()).toEqual([]);
  });

  it('puts a whole copy in the place of a damaged one', async () => {
    await managed.filesOf('local', [at(await stage())]);
    await writeFile(join(folder(), 'model.onnx'), 'damaged');
    expect(await managed.isWhole(at(''), card.artifacts, never)).toBe(false);
    await managed.replace(at(''), await stage());
    expect(await managed.isWhole(at(''), card.artifacts, never)).toBe(true);
    await rm(folder(), { recursive: true });
    await managed.replace(at(''), await stage());
    expect(await managed.isWhole(at(''), card.artifacts, never)).toBe(true);
    expect(await staged()).toEqual([]);
  });

  it('sweeps copies that nobody acknowledged, young ones only where nobody else can be making them', async () => {
    const [kept, left] = [await stage(), await stage()];
    expect(await managed.sweep(new Set([kept]), false)).toBe(0);
    expect(await managed.sweep(new Set([kept]), true)).toBe(1);
    expect(await staged()).toEqual([kept]);
    await managed.filesOf('local', [at(kept)]);
    expect(existsSync(join(folder(), 'model.onnx'))).toBe(true);
    expect(left).not.toBe(kept);
  });
});

function fail(): never {
  throw new Error('the sample has an artifact');
}
