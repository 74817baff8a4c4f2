import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Fastify from 'fastify';
import { EmbeddingCatalog } from '#gateway/embeddings';
import type { TestGateway } from '#test/open-test-gateway';
import type { Verdict } from '../benchmark.js';
import { pairedRatio, ratioText, seededRandom } from '../support/statistics.js';
import { packGeneration } from './world.js';

const DIMENSION = 768;
const SLIDES = 10_000;
const MANY_SLIDES = 80_000;
const ROUNDS = 25;
const GOAL = 0.8;
const MOST_GROWTH_MIB = 64;

/** What the export of 10,000 slides took, and the same bytes as a static file by the same HTTP server. */
export interface ExportFigures {
  readonly exportMs: readonly number[];
  readonly staticMs: readonly number[];
  readonly growthMib: { readonly few: number; readonly many: number };
  readonly verdicts: readonly Verdict[];
}

/** Export as .npy against a static file: Fastify in this very process sends both, and one client reads both. */
export async function measureExport(world: TestGateway, folder: string, signal: AbortSignal): Promise<ExportFigures> {
  const few = await served(world, SLIDES);
  const whole = Buffer.from(await (await fetch(few)).arrayBuffer());
  const file = join(folder, 'static.npy');
  await writeFile(file, whole);
  const server = Fastify();
  server.get('/static.npy', async (_, reply) => {
    const { size } = await stat(file);
    return reply.header('content-length', String(size)).type('application/x-npy').send(createReadStream(file));
  });
  const address = `${await server.listen({ port: 0, host: '127.0.0.1' })}/static.npy`;
  try {
    const [exportMs, staticMs]: [number[], number[]] = [[], []];
    const ask = async (url: string, into: number[]): Promise<void> => {
      const { ms, bytes } = await timed(url);
      if (bytes !== whole.length) throw new Error('a part of the file is missing');
      into.push(ms);
    };
    for (let round = 0; round < ROUNDS; round++) {
      signal.throwIfAborted();
      const turns = [() => ask(few, exportMs), () => ask(address, staticMs)];
      for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn();
    }
    const growthMib = { few: await growthDuring(few), many: await growthDuring(await served(world, MANY_SLIDES)) };
    const speed = pairedRatio(staticMs, exportMs);
    const verdicts = [
      {
        goal: `${SLIDES} x ${DIMENSION} as .npy at ${GOAL}x or better of a static file`,
        isMet: speed.low >= GOAL,
        found: ratioText(speed),
      },
      {
        goal: `sending ${MANY_SLIDES} slides takes no more memory than sending ${SLIDES}, within ${MOST_GROWTH_MIB} MiB`,
        isMet: growthMib.many - growthMib.few <= MOST_GROWTH_MIB,
        found: `${growthMib.few.toFixed(0)} and ${growthMib.many.toFixed(0)} MiB more than before`,
      },
    ];
    return { exportMs, staticMs, growthMib, verdicts };
  } finally {
    await server.close();
  }
}

/** The address of so many slides' vectors, served by the gateway. */
async function served(world: TestGateway, slides: number): Promise<string> {
  const random = seededRandom(slides);
  const vectors = Float32Array.from({ length: slides * DIMENSION }, random);
  const packed = await packGeneration(world, vectors, DIMENSION, 1);
  const { matrixBlob, rowsBlob, vectorCount } = packed;
  const catalog = world.gateway.app.get(EmbeddingCatalog, { strict: false });
  await catalog.serve(
    packed,
    { matrixBlob: matrixBlob ?? '', rowsBlob: rowsBlob ?? '', vectorCount, missing: [] },
    null,
  );
  return `${world.gateway.url}/embedding-generations/${packed.id}/vectors.npy`;
}

async function timed(url: string): Promise<{ readonly ms: number; readonly bytes: number }> {
  const startedAt = performance.now();
  const { body } = await fetch(url);
  let bytes = 0;
  for await (const piece of body ?? []) bytes += piece.length;
  return { ms: performance.now() - startedAt, bytes };
}

/** How much larger the process is at most, while it sends and reads. */
async function growthDuring(url: string): Promise<number> {
  await timed(url);
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
  await timed(url);
  clearInterval(watch);
  return (most - before) / 2 ** 20;
}
