import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ArtifactInvalid, Cancelled, DeadlineExceeded } from '#libs/errors';
import { describe, expect, it } from 'vitest';
import { readFeatureFile, type FeatureFile } from './index.js';

const folder = fileURLToPath(new URL('../../test/fixtures/features/', import.meta.url));
const { signal } = new AbortController();
const read = (name: string, more: object = {}): Promise<FeatureFile> =>
  readFeatureFile(folder + name, { signal, ...more });

interface Expected {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly featuresSha256: string;
  readonly firstRow: readonly number[];
  readonly coordsSha256: string | null;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly fileSha256: string;
}
const expected: Readonly<Record<string, Expected>> = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8'));
const sha256 = (values: ArrayBufferView): string =>
  createHash('sha256')
    .update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    .digest('hex');

// Which attribute of the file becomes which field of `declared`.
const FIELDS: Readonly<Record<string, string>> = {
  encoder: 'encoder',
  extractor: 'encoder',
  patch_size: 'tileSizePx',
  patch_size_level0: 'tileEdgePx',
  overlap: 'overlapPx',
  level0_width: 'slideWidthPx',
  level0_height: 'slideHeightPx',
  level0_magnification: 'level0Magnification',
  target_magnification: 'targetMagnification',
  tile_size_um: 'tileSizeUm',
  tile_size_px: 'tileSizePx',
  stamp_version: 'stampVersion',
  code_hash: 'codeHash',
};

describe('feature files that h5py and numpy wrote', () => {
  it.each(Object.entries(expected))('reads %s as h5py does', async (name, file) => {
    const found = await read(name);
    expect([found.count, found.dim]).toEqual(file.shape);
    expect(found.storedDatatype).toBe({ float16: 'FP16', float32: 'FP32', float64: 'FP64' }[file.dtype]);
    expect([...found.features.subarray(0, file.firstRow.length)]).toEqual(file.firstRow);
    expect(sha256(found.features)).toBe(file.featuresSha256);
    expect(found.coords && sha256(found.coords)).toBe(file.coordsSha256);
    expect(found.contentDigest).toBe(file.fileSha256);
    const { mpp, ...declared } = found.declared;
    const stated = Object.entries(file.attributes).flatMap(([key, value]) =>
      FIELDS[key] ? [[FIELDS[key], value]] : [],
    );
    expect(declared).toEqual(Object.fromEntries(stated));
    expect(mpp).toBe('tile_size_um' in file.attributes ? 256 / 224 : undefined);
  });

  it('takes the unit of coordinates from the file or its layout, and from nothing else', async () => {
    const units = await Promise.all(
      [
        'stamp.h5',
        'trident.h5',
        'clam-without-attributes.h5',
        'stamp-without-attributes.h5',
        'coords-float-without-attributes.h5',
      ].map(async (name) => (await read(`good/${name}`)).coordsUnit),
    );
    expect(units).toEqual(['UM', 'PX_LEVEL0', 'PX_LEVEL0', null, null]);
  });

  it('reports missing coordinates as missing', async () => {
    expect(await read('good/stamp-without-coords.h5')).toMatchObject({
      layout: 'STAMP',
      coords: null,
      coordsUnit: null,
    });
  });

  it('takes coordinates of a .npy from a second .npy, with a unit that nobody states', async () => {
    const found = await read('good/features-float16.npy', { coordsPath: `${folder}good/coords-int32.npy` });
    expect(found).toMatchObject({ layout: 'NPY', coordsUnit: null, declared: {} });
    expect([...(found.coords ?? [])].slice(0, 6)).toEqual([0, 0, 224, 0, 448, 0]);
    expect(found.coordsDigest).toBe(
      createHash('sha256')
        .update(readFileSync(`${folder}good/coords-int32.npy`))
        .digest('hex'),
    );
  });
});

const REFUSALS: Readonly<Record<string, RegExp>> = {
  'bfloat16-features.h5': /not float16, float32 or float64/,
  'big-endian.npy': /big-endian/,
  'compressed-twice.h5': /compressed more than once/,
  'coords-of-fewer-tiles.h5': /one x, y pair for each tile/,
  'cut-off.h5': /damaged or cut off/,
  'damaged.h5': /damaged/,
  'declared-far-over-stored.h5': /over 1000 times/,
  'external-link-aside.h5': /external link/,
  'external-link.h5': /external link/,
  'external-storage.h5': /from another file/,
  'features-is-a-group.h5': /no dataset/,
  'fortran.npy': /Fortran/,
  'huge-chunk.h5': /256 MiB/,
  'infinite-feature.h5': /features of tile 7 are not all finite/,
  'integer-features.h5': /not float16, float32 or float64/,
  'integers.npy': /not float16, float32 or float64/,
  'nan-coordinate.h5': /coordinates of tile 4 are not all finite/,
  'nan-feature.h5': /features of tile 7 are not all finite/,
  'no-features.h5': /no dataset/,
  'no-tiles.h5': /no tiles/,
  'objects.npy': /Python objects/,
  'only-signature.h5': /damaged or cut off/,
  'promises-more.npy': /promises 16000000000000 bytes/,
  'soft-link-inside.h5': /soft link/,
  'soft-link-loop.h5': /soft link/,
  'stamp-extractor-control-characters.h5': /attribute extractor/,
  'stamp-negative-tile-size.h5': /attribute tile_size_um/,
  'stamp-newer.h5': /newer than 2\.5/,
  'stamp-other-unit.h5': /unit other than um/,
  'stamp-slide-level.h5': /slide or patient/,
  'text.h5': /neither an HDF5 nor a \.npy/,
  'three-dimensions.h5': /not a matrix/,
  'too-many-tiles.h5': /more than 1000000 tiles/,
  'too-wide.h5': /more than 16384 features/,
  'two-candidates.h5': /several datasets/,
  'virtual-dataset.h5': /virtual dataset/,
};

describe('feature files that are refused', () => {
  it('has a rule for every hostile fixture', () => {
    const files = readdirSync(`${folder}hostile`).filter((name) => !name.startsWith('other-file'));
    expect(files.sort()).toEqual(Object.keys(REFUSALS).sort());
  });

  it.each(Object.entries(REFUSALS))('refuses %s', async (name, reason) => {
    const error = await read(`hostile/${name}`).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ArtifactInvalid);
    expect(error).toHaveProperty('message', expect.stringMatching(reason));
    expect(error).toHaveProperty('message', expect.not.stringMatching(/secret|patient name|passwd|other-file/));
  });

  it('refuses a missing file, a folder and a device', async () => {
    await expect(read('missing.h5')).rejects.toThrow(/no such file/);
    await expect(read('good')).rejects.toThrow(/not a regular file/);
    await expect(readFeatureFile('/dev/zero', { signal })).rejects.toThrow(/not a regular file/);
  });

  it('prints nothing of a damaged file', () => {
    // In a process of its own: the library writes to the descriptor, past process.stderr.
    const door = new URL('../../dist/libs/array-files/index.js', import.meta.url).href;
    const script = `const { readFeatureFile } = await import('${door}');
      for (const path of process.argv.slice(1)) await readFeatureFile(path, { signal: new AbortController().signal }).catch((e) => console.log(e.code));`;
    const files = ['damaged.h5', 'cut-off.h5', 'external-storage.h5'].map((name) => `${folder}hostile/${name}`);
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, ...files], {
      encoding: 'utf8',
    });
    expect({ stdout, stderr }).toEqual({ stdout: 'ARTIFACT_INVALID\n'.repeat(3), stderr: '' });
  });

  it('holds the limits that the caller sets', async () => {
    await expect(read('good/trident.h5', { limits: { maxCount: 22 } })).rejects.toThrow(/more than 22 tiles/);
    await expect(read('good/trident.h5', { limits: { maxDim: 16 } })).rejects.toThrow(/more than 16 features/);
    await expect(read('good/trident.h5', { limits: { maxBytes: 1563 } })).rejects.toThrow(/more than 1563 bytes/);
    await expect(read('good/trident.h5', { limits: { maxFileBytes: 1000 } })).rejects.toThrow(/larger than 1000 bytes/);
  });

  it('refuses coordinates of another count, and beside an HDF5 file', async () => {
    const coordsPath = `${folder}good/features-float32.npy`;
    await expect(read('good/features-float32.npy', { coordsPath })).rejects.toThrow(/one x, y pair/);
    await expect(read('good/trident.h5', { coordsPath })).rejects.toThrow(/only with a \.npy/);
  });

  it('stops at the deadline and when the caller goes away', async () => {
    await expect(read('good/trident.h5', { timeoutMs: 1 })).rejects.toBeInstanceOf(DeadlineExceeded);
    await expect(readFeatureFile(`${folder}good/trident.h5`, { signal: AbortSignal.abort() })).rejects.toBeInstanceOf(
      Cancelled,
    );
    const caller = new AbortController();
    const pending = readFeatureFile(`${folder}good/trident.h5`, { signal: caller.signal });
    caller.abort();
    await expect(pending).rejects.toBeInstanceOf(Cancelled);
  });
});
