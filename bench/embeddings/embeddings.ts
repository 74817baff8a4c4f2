import { storeKinds } from '#test/stores';
import { stopPostgresForTests } from '#test/postgres';
import type { Benchmark, BenchReport } from '../benchmark.js';
import { ms, seconds } from '../support/figures.js';
import { inTemporaryFolder } from '../support/folders.js';
import { summarize } from '../support/statistics.js';
import { type ExactFigures, measureExact } from './exact-search.js';
import { type ExportFigures, measureExport } from './export-speed.js';
import { type GraphSpeed, measureGraph } from './graph-speed.js';
import { openVectorsGateway } from './world.js';

export const embeddings: Benchmark = {
  name: 'embeddings',
  summary: 'exact search against numpy, export against a static file, HNSW against a look at every vector',
  run: ({ signal }) =>
    inTemporaryFolder(async (folder) => {
      const exact = await measureExact(folder, signal);
      const [embedded, postgres] = storeKinds;
      const sent = await inGateway(embedded, (world) => measureExport(world, folder, signal));
      const graph =
        postgres?.skip === undefined ? await inGateway(postgres, (world) => measureGraph(world, signal)) : null;
      await stopPostgresForTests();
      return reportOf(exact, sent, graph, postgres?.skip);
    }),
};

async function inGateway<T>(
  kind: (typeof storeKinds)[number] | undefined,
  work: (world: Awaited<ReturnType<typeof openVectorsGateway>>) => Promise<T>,
): Promise<T> {
  if (!kind) throw new Error('there are two kinds of store');
  const world = await openVectorsGateway(kind);
  try {
    return await work(world);
  } finally {
    await world.close();
  }
}

function reportOf(
  exact: ExactFigures,
  sent: ExportFigures,
  graph: GraphSpeed | null,
  skip: string | undefined,
): BenchReport {
  const row = (name: string, sample: readonly number[]): readonly string[] => {
    const { n, min, p50, p99 } = summarize(sample);
    return [name, String(n), ms(min), ms(p50), ms(p99)];
  };
  const header = ['', 'n', 'least', 'median', 'p99'];
  const graphTable = graph &&
    graph.graphMs.length > 0 && {
      title: '100,000 x 384 real vectors, the ten nearest, on PostgreSQL',
      header,
      rows: [
        row('HNSW', graph.graphMs),
        row('every vector, in the same store (the goal)', graph.scanMs),
        row('every vector, in the worker', graph.workerMs),
      ],
    };
  return {
    tables: [
      {
        title: '50,000 x 768, the ten nearest',
        header,
        rows: [row('numpy', exact.numpyMs), row('worker', exact.ownMs)],
      },
      {
        title: '10,000 x 768 as .npy',
        header,
        rows: [row('static file', sent.staticMs), row('export', sent.exportMs)],
      },
      ...(graphTable ? [graphTable] : []),
    ],
    verdicts: [exact.verdict, ...sent.verdicts, ...(graph?.verdicts ?? [])],
    notes: [
      `Event loop of the process that searches: ${ms(exact.delay.p99)} later than planned at p99, ${ms(exact.delay.max)} at most.`,
      'numpy: matrix product, division by lengths, argpartition and a sort of the ten, in a process of its own, in turn with the worker; both found the same rows each time.',
      ...(graph
        ? [
            `The graph was built row by row in ${seconds(graph.buildMs)}. Vectors: overlapping windows of the slide C6 as 16 x 8 colours, centred.`,
          ]
        : [`Without PostgreSQL no graph is measured: ${skip ?? ''}`]),
    ],
    figures: { exact, sent, graph },
  };
}
