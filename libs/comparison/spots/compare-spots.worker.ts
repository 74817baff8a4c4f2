import { parentPort, workerData } from 'node:worker_threads';
import type { SpotsAnswer, SpotsQuestion, SpotsTask } from './compare-spots.types.js';
import { keptSpots, measuredValues, SPOT_STATISTICS, spotStatistics } from './spot-statistics.js';
import { thinCounts } from './thin-counts.js';

// Started by compare-spots.ts with a SpotsTask: says which spots it kept, then answers pages until it is ended.
const { counts: given, scale, thinning, matched }: SpotsTask = workerData;
const counts = thinning ? thinCounts(given, thinning.depth, thinning.seed) : given;
const { depths, isKept } = keptSpots(counts, scale);
const columns = Uint32Array.from(matched.keys()).filter((column) => isKept(matched[column] ?? 0));

function answer(message: SpotsAnswer): void {
  parentPort?.postMessage(message);
}

/** Measured values of a gene in the spots that were kept. */
function measuredOf(gene: number): Float64Array {
  const all = measuredValues(counts, gene, depths, scale);
  return Float64Array.from(columns, (column) => all[matched[column] ?? 0] ?? NaN);
}

parentPort?.on('message', (question: SpotsQuestion) => {
  const { genes } = question;
  if (question.kind === 'measured') {
    const values = new Float64Array(genes.length * columns.length);
    genes.forEach((gene, at) => values.set(measuredOf(gene), at * columns.length));
    return answer({ kind: 'measured', values });
  }
  const statistics = new Float64Array(genes.length * SPOT_STATISTICS.length);
  genes.forEach((gene, at) => {
    const own = question.predicted.subarray(at * matched.length, (at + 1) * matched.length);
    const predicted = Float64Array.from(columns, (column) => own[column] ?? NaN);
    statistics.set(spotStatistics(predicted, measuredOf(gene)), at * SPOT_STATISTICS.length);
  });
  answer({ kind: 'page', statistics });
});
answer({ kind: 'kept', spots: columns.map((column) => matched[column] ?? 0) });
