import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '#gateway/config';
import { addSlide, C6_FACTS, floatsOf, importCorner } from '#test/c6';
import { type Json } from '#test/json';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { pythonWith } from '#test/python-install';
import { reasonToSkip } from '#test/skip-without';
import { EXPRESSION } from '#test/spatial';
import { storeKinds } from '#test/stores';

const PACKAGES = 'scanpy==1.11.5\nsquidpy==1.6.5\nanndata==0.12.2\nsetuptools==80.9.0\n';
const GENES = ['IGKC', 'ERBB2', 'COL1A1', 'AAMP'];
const ASK = `query Ask($id: ID!, $model: ModelRef!, $genes: [String!]!) { slide(id: $id) { spatialMap(model: $model) {
  digest tileEdgePx coords { values(encoding: JSON) } chosen: h5adHref(names: $genes) all: h5adHref
  layers(names: $genes) { layer { reliable evidence { r } values { values } } } } } }`;

const skip = await reasonToSkip('scanpy 1.11.5 and squidpy 1.6.5', () => pythonWith('spatial', PACKAGES));
const [embedded] = storeKinds;

describe.skipIf(skip)('an AnnData file of a map', () => {
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

  it('is opened by anndata and scanpy, with values, names, places and evidence', () => {
    expect(seen).toMatchObject({ shape: [22, 4], dtype: 'float32', library: slide, spot: map.tileEdgePx });
    expect(seen.corners.flat()).toEqual(map.coords.values);
    expect(seen.centres.flat()).toEqual(map.coords.values.map((corner: number) => corner + map.tileEdgePx / 2));
    expect(seen.obs).toEqual(seen.corners.map(([x, y]: readonly number[]) => `${x}x${y}`));
    expect(seen.values).toEqual([...floatsOf(map.layers[0].layer.values.values)]);
    expect(seen.reliable).toEqual(map.layers.map(({ layer }: Json) => Number(layer.reliable)));
    expect(seen.registered).toEqual(map.layers.map(({ layer }: Json) => layer.evidence.r));
    expect(seen.tessera).toMatchObject({ map: map.digest, model: EXPRESSION, scale: 'MODEL', tiles_without_value: 0 });
  });

  it('is worked on by squidpy: neighbours by place, and spatial autocorrelation', () => {
    expect(seen.moran).toBeGreaterThan(-1);
    expect(seen.moran).toBeLessThan(1.1);
  });

  it('holds every gene where none is named', () => {
    expect(seen.all).toEqual([22, 2208]);
  });
});
