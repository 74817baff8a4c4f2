import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '#gateway/config';
import { addSlide, C6_FACTS, floatsOf, importCorner } from '#test/c6';
import { type Json } from '#test/json';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { pythonWith } from '#test/python-install';
import { reasonToSkip } from '#test/skip-without';
import { C6_MEASUREMENT, C6_SPOTS, EXPRESSION, jobEnded } from '#test/spatial';
import { storeKinds } from '#test/stores';

const PACKAGES = 'scanpy==1.11.5\nsquidpy==1.6.5\nanndata==0.12.2\nsetuptools==80.9.0\n';
const GENES = ['IGKC', 'ERBB2', 'COL1A1', 'AAMP'];
const ASK = `query Ask($id: ID!, $model: ModelRef!, $genes: [String!]!) { slide(id: $id) { spatialMap(model: $model) {
  digest tileEdgePx coords { values(encoding: JSON) } chosen: h5adHref(names: $genes) all: h5adHref
  layers(names: $genes) { layer { reliable evidence { r } values { values } } } } } }`;

const ADD = `mutation Add($input: AddSpatialMeasurementInput!) { addSpatialMeasurement(input: $input) { id } }`;
const MEASUREMENT = `spatialMeasurement { id digest spotCount geneCount medianDepth spotDiameterPx createdAt }`;
const COMPARE = `query Compare($id: ID!, $model: ModelRef!, $measurement: ID!) { slide(id: $id) { spatialMap(model: $model) {
  comparison(measurement: $measurement) { n geneCount } } } }`;
const json = (answer: Response): Promise<Json> => answer.json();

const skip = await reasonToSkip('scanpy 1.11.5 and squidpy 1.6.5', () => pythonWith('spatial', PACKAGES));
const [embedded] = storeKinds;

describe.skipIf(skip)('files of maps, and of measured spots', () => {
  let gateway: TestGateway;
  let map: Json;
  let slide: string;
  let seen: Json;

  beforeAll(async () => {
    if (!embedded) throw new Error('a store was expected');
    gateway = await openTestGateway(embedded);
    slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
    await importCorner(gateway, slide);
    map = (await gateway.data(ASK, { id: slide, model: EXPRESSION, genes: GENES })).slide.spatialMap;
    seen = await opened();
  }, 240_000);
  afterAll(() => gateway?.close());

  /** Both files at once: importing the readers takes longer than all else. */
  async function opened(): Promise<Json> {
    const files = await Promise.all(
      ['chosen', 'all'].map(async (name) => {
        const file = join(gateway.slideDir, `${name}.h5ad`);
        await writeFile(file, (await gateway.get(map[name])).bytes);
        return file;
      }),
    );
    const script = join(packageRoot(), 'test/support/spatial_files.py');
    const { stdout } = await promisify(execFile)(await pythonWith('spatial', PACKAGES), [script, ...files, 'IGKC']);
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  }

  it('are opened by anndata and scanpy, with values, names, places and evidence', () => {
    expect(seen).toMatchObject({ shape: [22, 4], dtype: 'float32', library: slide, spot: map.tileEdgePx });
    expect(seen.corners.flat()).toEqual(map.coords.values);
    expect(seen.centres.flat()).toEqual(map.coords.values.map((corner: number) => corner + map.tileEdgePx / 2));
    expect(seen.obs).toEqual(seen.corners.map(([x, y]: readonly number[]) => `${x}x${y}`));
    expect(seen.values).toEqual([...floatsOf(map.layers[0].layer.values.values)]);
    expect(seen.reliable).toEqual(map.layers.map(({ layer }: Json) => Number(layer.reliable)));
    expect(seen.registered).toEqual(map.layers.map(({ layer }: Json) => layer.evidence.r));
    expect(seen.tessera).toMatchObject({ map: map.digest, model: EXPRESSION, scale: 'MODEL', tiles_without_value: 0 });
  });

  it('are worked on by squidpy: neighbours by place, and spatial autocorrelation', () => {
    expect(seen.moran).toBeGreaterThan(-1);
    expect(seen.moran).toBeLessThan(1.1);
  });

  it('hold every gene where none is named', () => {
    expect(seen.all).toEqual([22, 2208]);
  });

  describe('that anndata, h5py and SciPy wrote', () => {
    let folder: string;

    const add = async (more: object): Promise<Json> => {
      const input = { ...C6_MEASUREMENT, slideId: slide, spotDiameterPx: 145, ...more };
      return jobEnded(gateway, (await gateway.data(ADD, { input })).addSpatialMeasurement.id, MEASUREMENT);
    };
    const uploaded = async (name: string): Promise<string> => {
      const headers = { 'content-type': 'application/octet-stream' };
      const body = new Uint8Array(await readFile(join(folder, name)));
      return (await fetch(`${gateway.gateway.url}/uploads`, { method: 'POST', headers, body }).then(json)).id;
    };

    beforeAll(async () => {
      folder = join(gateway.slideDir, 'samples');
      await mkdir(folder);
      const tables = ['C6.counts.tsv.gz', 'C6.spots.tsv'].map((name) => join(C6_SPOTS, name));
      for (const table of tables) await copyFile(table, join(folder, basename(table)));
      const script = join(packageRoot(), 'test/support/spatial_samples.py');
      await promisify(execFile)(await pythonWith('spatial', PACKAGES), [script, ...tables, folder]);
    }, 240_000);

    it('are the same measurement from every form, from a folder or as uploads', { timeout: 240_000 }, async () => {
      const spotsPath = 'samples/C6.spots.tsv';
      const { state, spatialMeasurement } = await add({ path: 'samples/C6.counts.tsv.gz', spotsPath });
      expect(state).toBe('SUCCEEDED');
      expect(spatialMeasurement).toMatchObject({ spotCount: 178, spotDiameterPx: 145 });
      const forms = [
        { format: 'H5AD', upload: await uploaded('spots.h5ad') },
        { format: 'VISIUM', path: 'samples/visium-1' },
        { format: 'VISIUM', path: 'samples/visium-2' },
        {
          format: 'VISIUM',
          upload: await uploaded('visium-1/filtered_feature_bc_matrix.h5'),
          spotsUpload: await uploaded('visium-2/spatial/tissue_positions.csv'),
        },
        { upload: await uploaded('C6.counts.tsv.gz'), spotsUpload: await uploaded('C6.spots.tsv') },
      ];
      for (const form of forms) expect((await add(form)).spatialMeasurement).toEqual(spatialMeasurement);
    });

    it.each([
      ['spots at another scale than their diameter', { path: 'samples/scaled.h5ad', spotDiameterPx: null }, 'overlap'],
      ['spots beside the slide', { path: 'samples/spots.h5ad', pxPerUnit: 3 }, 'lie beside it'],
      ['no places', { path: 'samples/nowhere.h5ad' }, 'obsm/spatial'],
      ['nothing but zeros', { path: 'samples/empty.h5ad' }, 'zeros'],
      ['a gene twice', { path: 'samples/twice.h5ad' }, 'there twice'],
      ['a folder without scale factors', { format: 'VISIUM', path: 'samples/visium-1/spatial' }, 'scalefactors_json'],
    ])('are refused with %s', async (_what, more, said) => {
      const input = { ...C6_MEASUREMENT, id: 'refused', format: 'H5AD', slideId: slide, ...more };
      const { data, errors } = await gateway.ask(ADD, { input });
      const id = data?.addSpatialMeasurement?.id;
      const error = id ? (await jobEnded(gateway, id)).error : errors[0];
      expect(error.code ?? error.extensions.code).toMatch(/^(BAD_USER_INPUT|ARTIFACT_INVALID)$/);
      expect(JSON.stringify(error)).toContain(said);
    });

    it('are compared in no gene where the version has none of theirs, and it is said', async () => {
      const job = await add({ id: 'strangers', format: 'H5AD', path: 'samples/strangers.h5ad' });
      expect(job.spatialMeasurement).toMatchObject({ geneCount: 20 });
      const { errors } = await gateway.ask(COMPARE, { id: slide, model: EXPRESSION, measurement: 'strangers' });
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'measurement' });
    });
  });
});
