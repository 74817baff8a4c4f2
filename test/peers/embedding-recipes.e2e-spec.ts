import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pythonWithReaders } from '#test/array-readers';
import { createCohort } from '#test/cohorts';
import { recipesOf, runRecipe } from '#test/doc-recipes';
import { indexed } from '#test/embedding-indexes';
import { SlideMaker } from '#test/many-slides';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { reasonToSkip } from '#test/skip-without';
import { storeKinds } from '#test/stores';

const TILES = 'local:demo-lite0/1';
const skip = await reasonToSkip('pandas, AnnData and what else the recipes need', pythonWithReaders);
const recipes = await recipesOf('embeddings.md');
const embedded = storeKinds[0];

describe.skipIf(skip)('the recipes of docs/embeddings.md', () => {
  let gateway: TestGateway;
  let folder: string;
  let count: number;

  beforeAll(async () => {
    if (!embedded) throw new Error('there is an embedded store everywhere');
    gateway = await openTestGateway(embedded, {
      modelServers: [{ id: 'none', url: 'http://127.0.0.1:9', placements: [] }],
    });
    folder = await mkdtemp(join(tmpdir(), 'tessera-recipes-'));
    const maker = await SlideMaker.of(gateway);
    const slides = [maker.imported, ...(await maker.many(2))];
    count = slides.reduce((sum, { bag }) => sum + bag.tileCount, 0);
    await createCohort(gateway, { id: 'few', name: 'F', csv: ['slide', ...slides.map(({ id }) => id)].join('\n') });
    await indexed(gateway, { model: TILES, cohort: 'few' });
  }, 120_000);
  afterAll(async () => {
    await gateway?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('are for numpy, pandas, AnnData and TypeScript', () => {
    expect(recipes.map(({ name }) => name)).toEqual([
      'Python: numpy',
      'Python: pandas',
      'Python: AnnData',
      'TypeScript',
    ]);
  });

  it.each(recipes)('print what is there: $name', async (recipe) => {
    // As a newcomer has it: no environment but the address.
    const env = { TESSERA_URL: gateway.gateway.url, MODEL: TILES, COHORT: 'few', PATH: process.env['PATH'] ?? '' };
    const printed = await runRecipe(recipe, { python: await pythonWithReaders(), folder, env });
    expect(printed).toContain(String(count));
    expect(printed).toContain('1280');
  });
});
