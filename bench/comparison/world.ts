import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateCohortDocument, PredictCohortDocument, TesseraClient } from '#libs/client';
import { copyModel, rename } from '#test/own-models';
import { type ServerProcess } from '../support/child-process.js';
import { DEMO_SLIDES, MODELS } from '../support/folders.js';
import { importSlides } from '../many/import-slides.js';
import { ENCODER, prepareSlide } from '../support/prepared-slide.js';
import { startGateway, startModelServer } from '../support/servers.js';

/** Two versions that ship, and two that are the same graphs under other names, so that their answers are stored apart. */
const SERVED = ['local:demo-dense-focus/1', 'local:demo-dense-focus/2', 'local-2:copy-one/1', 'local-2:copy-two/1'];

/** A cohort whose slides every version has answered. */
export interface AnsweredCohort {
  readonly gateway: ServerProcess;
  readonly cohort: string;
  readonly ids: readonly string[];
  readonly versions: readonly string[];
  /** whether each slide is labelled positive */
  readonly labels: readonly boolean[];
}

/** Where the gateway of such a cohort keeps what it has, and the models that it knows. */
export const storeIn = (folder: string) => ({
  dataDir: join(folder, 'data'),
  models: [MODELS, join(folder, 'models')],
});

/** Starts servers, makes the cohort, has it answered, and lets `work` look at it. */
export async function withAnsweredCohort<T>(
  folder: string,
  slides: number,
  signal: AbortSignal,
  work: (world: AnsweredCohort) => Promise<T>,
): Promise<T> {
  const files = join(folder, 'slides');
  const models = join(folder, 'models');
  const { dataDir, models: directories } = storeIn(folder);
  await mkdir(files);
  await copyModel(models, 'demo-dense-focus/1', rename('copy-one'));
  await copyModel(models, 'demo-dense-focus/2', rename('copy-two'));
  const server = await startModelServer(directories);
  try {
    const config = join(folder, 'tessera.json');
    await writeFile(
      config,
      JSON.stringify({ modelServers: [{ id: 'bench', url: server.url, placements: placements() }] }),
    );
    const gateway = await startGateway(dataDir, {
      TESSERA_CONFIG: config,
      TESSERA_MODEL_SERVER: 'none',
      TESSERA_MODEL_DIRS: directories.join(':'),
      TESSERA_SLIDE_ROOTS: `${files}:${DEMO_SLIDES}`,
    });
    try {
      return await work(await answered(gateway, files, slides, signal));
    } finally {
      await gateway.stop();
    }
  } finally {
    await server.stop();
  }
}

function placements() {
  return [`local:${ENCODER}`, ...SERVED].map((model) => {
    const [name = '', version = ''] = model.slice(model.indexOf(':') + 1).split('/');
    return { model, as: { name, version } };
  });
}

async function answered(
  gateway: ServerProcess,
  folder: string,
  slides: number,
  signal: AbortSignal,
): Promise<AnsweredCohort> {
  const source = await prepareSlide(gateway.url, join(DEMO_SLIDES, 'C6.tiff'), signal);
  const ids = await importSlides(gateway.url, folder, source, slides, signal);
  // Labels are made: what is measured does not depend on them, and what is checked is counted from them.
  const labels = ids.map((_, i) => (i * 7919) % 1000 < 420);
  const rows = ids.map((id, i) => `${id},p${i % 700},${i % 2 ? 'north' : 'south'},${labels[i] ? 'yes' : 'no'}`);
  const client = new TesseraClient({ url: gateway.url });
  const input = { id: 'bench', name: 'Bench', csv: ['slide,patient,site,label', ...rows].join('\n') };
  await client.request(CreateCohortDocument, { input }, { signal });
  const { predictCohort } = await client.request(
    PredictCohortDocument,
    { input: { cohort: 'bench', models: SERVED } },
    { signal },
  );
  await client.waitForJob(predictCohort.id, { signal });
  return { gateway, cohort: 'bench', ids, versions: SERVED, labels };
}
