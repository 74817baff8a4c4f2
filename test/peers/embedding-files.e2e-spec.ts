import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pythonWithReaders, readBack } from '#test/array-readers';
import { createCohort } from '#test/cohorts';
import { indexed } from '#test/embedding-indexes';
import { type Json } from '#test/json';
import { idsOf, openManyWorld, type ManyWorld, MODELS } from '#test/many-world';
import { DEMO_MODELS } from '#test/open-test-gateway';
import { reasonToSkip } from '#test/skip-without';
import { storeKinds } from '#test/stores';
import { startServer, type ServerProcess } from '../model-server/start-server.js';

const MODEL = `local:${MODELS.mean}`;
const TILES = 'local:demo-lite0/1';
const FORMATS: Readonly<Record<string, string>> = {
  npy: 'NPY',
  safetensors: 'SAFETENSORS',
  arrow: 'ARROW',
  parquet: 'PARQUET',
  h5: 'HDF5',
};
const ENDINGS = Object.keys(FORMATS);
const skip = await reasonToSkip('pyarrow, h5py and other readers of arrays', pythonWithReaders);

const embedded = storeKinds[0];

function hex(vectors: readonly Float32Array[]): string {
  return Buffer.concat(
    vectors.map((vector) => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)),
  ).toString('hex');
}

describe.skipIf(skip)('files of vectors, read back by the readers that people use', () => {
  let server: ServerProcess;
  let world: ManyWorld;
  let folder: string;
  let ids: readonly string[];
  let sent: readonly Float32Array[];
  let read: Readonly<Record<string, Json>>;

  const get = (path: string, headers: Readonly<Record<string, string>> = {}) => world.gateway.get(path, headers);

  beforeAll(async () => {
    if (!embedded) throw new Error('there is an embedded store everywhere');
    server = await startServer('--models', DEMO_MODELS);
    world = await openManyWorld(embedded, server.url, 7);
    folder = await mkdtemp(join(tmpdir(), 'tessera-files-'));
    ids = idsOf(world.slides);
    const rows = ids.map((id, index) => `${id},${index === 3 ? '' : `p${index}`},item-${index}`);
    await createCohort(world.gateway, { id: 'all', name: 'A', csv: ['slide,patient,item', ...rows].join('\n') });
    for (const model of [MODEL, TILES]) await indexed(world.gateway, { model, cohort: 'all' });
    const query = `query E($ids: [ID!]!) { slides(ids: $ids) { embedding(model: "${MODEL}") { values } } }`;
    const { slides } = await world.gateway.data(query, { ids });
    sent = slides.map(
      ({ embedding }: Json) => new Float32Array(Uint8Array.from(Buffer.from(embedding.values, 'base64')).buffer),
    );
    for (const [name, model] of [
      ['slides', MODEL],
      ['tiles', TILES],
    ] as const)
      for (const ending of ENDINGS)
        for (const half of ending === 'h5' ? [false] : [false, true]) {
          const file = await get(`/embeddings/all.${ending}?model=${encodeURIComponent(model)}&float16=${half}`);
          expect(file.status, `${name} ${ending}`).toBe(200);
          await writeFile(join(folder, `${name}${half ? '-16' : ''}.${ending}`), file.bytes);
        }
    const one = await world.gateway.data(
      `query O($id: ID!) { slide(id: $id) { embedding(model: "${MODEL}") { ${ENDINGS.map((ending) => `${ending}: href(format: ${FORMATS[ending]})`).join(' ')} half: href(format: NPY, float16: true) } } }`,
      { id: ids[0] },
    );
    for (const [key, path] of Object.entries<string>(one.slide.embedding)) {
      const file = await get(path);
      expect(file.status, path).toBe(200);
      await writeFile(join(folder, key === 'half' ? 'one-16.npy' : `one.${key}`), file.bytes);
    }
    read = await readBack(await pythonWithReaders(), folder);
  }, 240_000);
  afterAll(async () => {
    await world?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(ENDINGS)('hold as .%s what the model server sent, bit by bit, and what each row is', (ending) => {
    const file = read[`slides.${ending}`];
    expect(file).toMatchObject({ dtype: 'float32', shape: [7, 1280] });
    expect(file.bytes).toBe(hex(sent));
    const features = read[`tiles.${ending}`];
    expect(features.bytes).toBe(hex(world.slides.map(({ features: own }) => own)));
    if (ending === 'npy') return;
    const about = { model: MODEL, level: 'SLIDE', cohort: 'all', cohortRevision: '1', spaceId: expect.any(String) };
    expect(file.metadata).toMatchObject(about);
    if (ending === 'safetensors') return;
    const [item, slide, patient] = ending === 'h5' ? ['items', 'slides', 'patients'] : ['item', 'slide', 'patient'];
    expect(file.ids[item ?? '']).toEqual(ids.map((_, index) => `item-${index}`));
    expect(file.ids[slide ?? '']).toEqual(ids);
    expect(file.ids[patient ?? '']).toEqual(
      ids.map((_, index) => (index === 3 ? (ending === 'h5' ? '' : null) : `p${index}`)),
    );
    expect(features.ids['x']).toHaveLength(features.shape[0]);
    expect(features.ids['y'].slice(-2)).toEqual(features.ids['x'].slice(-2));
  });

  it('hold one slide alike, and as .h5 in the layout of TRIDENT', () => {
    const [first] = sent;
    for (const ending of ENDINGS) expect(read[`one.${ending}`].bytes, ending).toBe(hex(first ? [first] : []));
    expect(read['one-16.npy'].dtype).toBe('float16');
    const { shape, coords, coordsType, attributes, features } = read['one.h5'];
    expect([shape, coordsType, coords.length]).toEqual([[1280], 'int64', world.slides[0]?.bag.tileCount]);
    expect(attributes).toMatchObject({ patch_size: 224, level0_width: expect.any(Number) });
    expect(attributes.patch_size_level0).toBeCloseTo(world.slides[0]?.bag.tileEdgePx ?? NaN, 9);
    expect(features.encoder).toBe(MODEL);
  });

  it.each(ENDINGS.slice(0, 4))('round to the nearest float16 as .%s on request', (ending) => {
    const file = read[`slides-16.${ending}`];
    expect(file).toMatchObject({ dtype: 'float16', shape: [7, 1280] });
    expect(file.bytes).toBe(read['slides-16.npy'].bytes);
    const halves = new Float32Array(Uint8Array.from(Buffer.from(file.bytes, 'hex')).buffer);
    const whole = sent.flatMap((vector) => [...vector]);
    for (const [index, half] of halves.entries())
      expect(Math.abs(half - (whole[index] ?? NaN))).toBeLessThanOrEqual(Math.abs(half) * 2 ** -11 + 2 ** -25);
  });

  it('come in parts that fit together, and not again when nothing changed', async () => {
    for (const ending of ['npy', 'safetensors', 'arrow']) {
      const path = `/embeddings/all.${ending}?model=${encodeURIComponent(MODEL)}`;
      const whole = await get(path);
      const { etag } = whole.headers;
      expect(whole.headers['cache-control']).toBe('private, no-cache');
      const middle = Math.floor(whole.bytes.length / 2);
      const first = await get(path, { range: `bytes=0-${middle - 1}` });
      const rest = await get(path, { range: `bytes=${middle}-`, 'if-range': String(etag) });
      expect([first.status, rest.status]).toEqual([206, 206]);
      expect(Buffer.concat([first.bytes, rest.bytes]).equals(whole.bytes)).toBe(true);
      expect((await get(path, { 'if-none-match': String(etag) })).status).toBe(304);
    }
  });

  it('have a list of rows and a manifest, at addresses that never change', async () => {
    const { embeddingIndexes } = await world.gateway.data(
      '{ embeddingIndexes(cohort: "all") { model serving { id href idsHref manifestHref half: href(format: PARQUET, float16: true) } } }',
    );
    const { serving } = embeddingIndexes.find(({ model }: Json) => model === MODEL);
    const manifest = JSON.parse((await get(serving.manifestHref)).bytes.toString('utf8'));
    expect(manifest).toMatchObject({
      generation: serving.id,
      cohort: { id: 'all', revision: 1 },
      vectorCount: 7,
      missing: [],
    });
    const npy = await get(serving.href);
    expect(npy.headers['cache-control']).toContain('immutable');
    expect(npy.headers['tessera-space-id']).toBe(manifest.spaceId);
    expect(
      createHash('sha256')
        .update(npy.bytes.subarray(-7 * 1280 * 4))
        .digest('hex'),
    ).toBe(manifest.numbersSha256);
    const lines = (await get(serving.idsHref)).bytes.toString('utf8').trimEnd().split('\n');
    expect(lines[0]).toMatch(/^row,item,slide,patient,/);
    expect(lines[1]).toMatch(new RegExp(`^0,item-0,${ids[0]},p0,,,,,,,ans_[0-9a-f]{40}$`));
    expect(lines).toHaveLength(8);
    expect((await get(serving.half)).status).toBe(200);
    expect((await get(manifest.files.hdf5)).status).toBe(200);
  });

  it('are refused by name where there are none', async () => {
    const model = `model=${encodeURIComponent(MODEL)}`;
    for (const [path, status, code] of [
      [`/embeddings/none.npy?${model}`, 404, 'NOT_FOUND'],
      [`/embeddings/all.txt?${model}`, 404, 'NOT_FOUND'],
      ['/embeddings/all.npy', 400, 'BAD_USER_INPUT'],
      [`/embeddings/all.h5?${model}&float16=true`, 400, 'BAD_USER_INPUT'],
      [`/embeddings/all.npy?${model}&float16=yes`, 400, 'BAD_USER_INPUT'],
      [`/embedding-generations/eig_${'0'.repeat(40)}/vectors.npy`, 404, 'NOT_FOUND'],
    ] as const) {
      const refused = await get(path);
      expect([refused.status, JSON.parse(refused.bytes.toString('utf8')).errors?.[0]?.extensions.code], path).toEqual([
        status,
        code,
      ]);
    }
  });
});
