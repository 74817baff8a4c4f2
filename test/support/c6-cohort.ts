import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addSlide, C6_FACTS } from './c6.js';
import { giveC6Features } from './c6-features.js';
import { createCohort, followPrediction, predictCohort } from './cohorts.js';
import { type Json } from './json.js';
import { openTestGateway, type TestGateway } from './open-test-gateway.js';
import { type StoreKind } from './stores.js';
import { WatchedModelServer } from './watched-model-server.js';

/** The table of the demonstration's cohort: 400 regions of C6. */
export const C6_REGIONS = join(process.cwd(), 'demo/cohorts/c6-regions.csv');

/** A gateway with C6, its features made from pixels, and the demonstration's cohort; its model server watched. */
export interface C6World {
  readonly gateway: TestGateway;
  readonly watched: WatchedModelServer;
  /** First row, and the others. */
  readonly table: readonly string[];
  /** States a cohort of C6 regions. */
  state(id: string, rows: readonly string[]): Promise<Json>;
  /** Asks versions about all of a cohort. @returns the job at its end */
  predict(cohort: string, ...models: readonly string[]): Promise<Json>;
  close(): Promise<void>;
}

/** @param serverUrl a real model server, which runs the demonstration models */
export async function openC6World(kind: StoreKind, serverUrl: string): Promise<C6World> {
  const watched = await WatchedModelServer.before(serverUrl);
  const placements = [
    ['demo-dense-focus', '1'],
    ['demo-dense-focus', '2'],
    ['demo-lite0', '1'],
  ].map(([name = '', version = '']) => ({ model: `local:${name}/${version}`, as: { name, version } }));
  const gateway = await openTestGateway(kind, { modelServers: [{ id: 'watched', url: watched.url, placements }] });
  const slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
  await giveC6Features(gateway, slide);
  const table = (await readFile(C6_REGIONS, 'utf8')).trimEnd().split('\n');
  return {
    gateway,
    watched,
    table,
    state: (id, rows) => createCohort(gateway, { id, name: id, csv: [table[0], ...rows].join('\n') }),
    predict: async (cohort, ...models) => {
      const looks = await followPrediction(gateway, await predictCohort(gateway, { cohort, models }));
      return looks.at(-1);
    },
    close: async () => {
      await gateway.close();
      await watched.close();
    },
  };
}
