import { link, mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ArtifactInvalid, CalibrationInvalid, Cancelled, CardInvalid } from '#libs/errors';
import type { ModelCard } from '../card/model-card.js';
import { cardDigest } from '../digests.js';
import { ModelDirectory } from '../testing/model-directory.js';
import { biomarkerCard, calibrationRecord, MODEL_BYTES, sha256 } from '../testing/sample-cards.js';
import { openPackage, verifyPackage, type PackageFile, type VersionPackage } from './version-package.js';

// Three pieces of 512 KiB, and a bit.
const WEIGHTS = Buffer.alloc(3 * 512 * 1024 + 7, 'weights ');
const BIG = { path: 'weights/w.bin', sha256: sha256(WEIGHTS), sizeBytes: WEIGHTS.byteLength, role: 'OTHER' } as const;
const POINTER = { pointer: '/artifacts/1' };

let models: ModelDirectory;
let card: ModelCard;
let folder = '';
const never = new AbortController().signal;

beforeEach(async () => {
  models = await ModelDirectory.create();
  const sample = biomarkerCard();
  card = { ...sample, artifacts: [...sample.artifacts, BIG] };
  await models.add(card, [calibrationRecord('1', 'b'), calibrationRecord('1', 'a')]);
  folder = join(models.path, 'sample-focus/1');
  await writeFile(join(folder, BIG.path), WEIGHTS);
});
afterEach(() => models.remove());

function fileOf({ files }: VersionPackage, path: string = BIG.path): PackageFile {
  const file = files.find((candidate) => candidate.path === path);
  if (!file) throw new Error('the package has this file');
  return file;
}

async function readAll(file: PackageFile, signal = never): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of file.read(signal)) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'no refusal',
    (error: unknown) => error,
  );
}

describe('a package', () => {
  it('is what the directory holds: card, records in order, files to be read', async () => {
    const found = await openPackage(folder);
    expect([found.name, found.version, found.digest]).toEqual(['sample-focus', '1', cardDigest(card)]);
    expect(found.records.map(({ record }) => record.id)).toEqual(['a', 'b']);
    expect(found.sizeBytes).toBe(WEIGHTS.byteLength + MODEL_BYTES.byteLength);
    expect((await readAll(fileOf(found))).equals(WEIGHTS)).toBe(true);
    expect((await readAll(fileOf(found, 'model.onnx'))).equals(MODEL_BYTES)).toBe(true);
    let read = 0;
    await verifyPackage(found, never, (count) => (read += count));
    expect(read).toBe(found.sizeBytes);
  });

  it('is refused for its documents with the place', async () => {
    await models.write('sample-focus/1/calibrations/c.json', calibrationRecord('1', 'a'));
    expect(await refusalOf(openPackage(folder))).toMatchObject({
      code: 'CALIBRATION_INVALID',
      problems: [{ pointer: '/id' }],
    });
    await models.write('sample-focus/1/calibrations/c.json', '{');
    expect(await refusalOf(openPackage(folder))).toBeInstanceOf(CalibrationInvalid);
    await models.write('sample-focus/1/model-card.json', { ...card, task: { kind: 'NONE', level: 'SLIDE' } });
    const error = await refusalOf(openPackage(folder));
    expect(error).toBeInstanceOf(CardInvalid);
    expect(error).toMatchObject({ problems: [{ pointer: '/task/kind' }] });
    await models.delete('sample-focus/1/model-card.json');
    expect(await refusalOf(openPackage(folder))).toMatchObject({ code: 'CARD_INVALID', problems: [{ pointer: '' }] });
    expect(await refusalOf(openPackage(join(folder, 'nothing')))).toBeInstanceOf(ArtifactInvalid);
  });

  it.each<[string, (place: string) => Promise<unknown>]>([
    ['is missing', (place) => rm(place)],
    ['is a folder', (place) => rm(place).then(() => mkdir(place))],
    ['has another size', (place) => truncate(place, 5)],
    ['is a link that leaves the directory', (place) => rm(place).then(() => symlink('/etc/hostname', place))],
    ['has a second name', (place) => link(place, join(models.path, 'second'))],
  ])('is refused before anything is read where a file %s', async (_, change) => {
    await change(join(folder, BIG.path));
    const error = await refusalOf(openPackage(folder));
    expect(error).toBeInstanceOf(ArtifactInvalid);
    expect(error).toMatchObject({ facts: POINTER });
  });
});

describe('a file of a package', () => {
  it.each<[string, (place: string) => Promise<void>]>([
    ['other bytes', (place) => writeFile(place, Buffer.alloc(WEIGHTS.byteLength, 'x'))],
    ['fewer bytes', (place) => truncate(place, WEIGHTS.byteLength - 1)],
    ['more bytes', (place) => writeFile(place, 'more', { flag: 'a' })],
  ])('that has %s when it is half read is refused', async (_, change) => {
    const pieces = fileOf(await openPackage(folder)).read(never);
    await pieces.next();
    await change(join(folder, BIG.path));
    const rest = async (): Promise<void> => {
      while (!(await pieces.next()).done);
    };
    expect(await refusalOf(rest())).toMatchObject({ code: 'ARTIFACT_INVALID', facts: POINTER });
  });

  it('is read no further when nobody wants it any more', async () => {
    const stop = new AbortController();
    const pieces = fileOf(await openPackage(folder)).read(stop.signal);
    await pieces.next();
    stop.abort();
    expect(await refusalOf(pieces.next())).toBeInstanceOf(Cancelled);
  });
});
