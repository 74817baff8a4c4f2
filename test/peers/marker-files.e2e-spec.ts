import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pythonWithReaders, readBack } from '#test/array-readers';
import { addSlide, C6_FACTS, floatsOf, importCorner } from '#test/c6';
import { createCohort } from '#test/cohorts';
import { indexed } from '#test/embedding-indexes';
import { type Json } from '#test/json';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { reasonToSkip } from '#test/skip-without';
import { storeKinds } from '#test/stores';
import { createVectorLevels, MARKERS } from '#test/vector-levels';

const MODEL = 'local:markers/1';
const ENDINGS = ['npy', 'safetensors', 'arrow', 'parquet', 'h5'] as const;
const skip = await reasonToSkip('pyarrow, h5py and other readers of arrays', pythonWithReaders);
const embedded = storeKinds[0];

describe.skipIf(skip)('files of the vectors of markers, read back by the readers that people use', () => {
  let models: Awaited<ReturnType<typeof createVectorLevels>>;
  let world: TestGateway;
  let folder: string;
  let read: Readonly<Record<string, Json>>;
  let sent: string;

  beforeAll(async () => {
    if (!embedded) throw new Error('there is an embedded store everywhere');
    models = await createVectorLevels();
    world = await openTestGateway(embedded, { modelDirs: [models.path] });
    folder = await mkdtemp(join(tmpdir(), 'tessera-markers-'));
    const slide = await addSlide(world, 'C6.tiff', C6_FACTS);
    await importCorner(world, slide);
    await createCohort(world, { id: 'one', name: 'One', csv: `slide\n${slide}` });
    await indexed(world, { model: MODEL, cohort: 'one' });
    const query = `{ slide(id: "${slide}") { markerEmbeddings(model: "${MODEL}") { values } } }`;
    sent = Buffer.from(floatsOf((await world.data(query)).slide.markerEmbeddings.values).buffer).toString('hex');
    for (const ending of ENDINGS)
      await writeFile(
        join(folder, `markers.${ending}`),
        (await world.get(`/embeddings/one.${ending}?model=${MODEL}`)).bytes,
      );
    read = await readBack(await pythonWithReaders(), folder);
  }, 240_000);
  afterAll(async () => {
    await world?.close();
    await models?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(ENDINGS)('hold as .%s what the model server sent, and whose row is whose', (ending) => {
    const file = read[`markers.${ending}`];
    expect(file.bytes).toBe(sent);
    if (ending === 'npy' || ending === 'safetensors') return;
    expect(file.ids[ending === 'h5' ? 'markers' : 'marker']).toEqual(MARKERS);
    expect(file.metadata).toMatchObject({ level: 'MARKER' });
  });
});
