import { type Benchmark, type BenchReport } from '../benchmark.js';
import { type ServingPart } from './part.js';
import { batching } from './batching/batching.js';
import { aliases } from './gateway/aliases.js';
import { loop } from './gateway/loop.js';
import { outage } from './gateway/outage.js';
import { tax } from './gateway/tax.js';
import { upload } from './gateway/upload.js';
import { peers } from './peers/peers.js';

const PARTS: readonly ServingPart[] = [tax, upload, aliases, batching, loop, outage, peers];

/** Names of the parts, for `--only`. */
export const SERVING_PARTS: readonly string[] = PARTS.map(({ name }) => name);

export const serving: Benchmark = {
  name: 'serving',
  summary: "the road to the model servers, outages on it, and the embedded server against others' (--only a part)",
  run: async (options) => {
    const reports: [string, BenchReport][] = [];
    for (const { name, summary, run } of PARTS.filter(({ name }) => [null, name].includes(options.only))) {
      options.signal.throwIfAborted();
      console.log(`serving, ${name}: ${summary} ...`);
      reports.push([name, await run(options)]);
    }
    return together(reports);
  },
};

function together(reports: readonly (readonly [string, BenchReport])[]): BenchReport {
  return {
    tables: reports.flatMap(([, { tables }]) => tables),
    verdicts: reports.flatMap(([name, { verdicts }]) =>
      verdicts.map((verdict) => ({ ...verdict, goal: `${name}: ${verdict.goal}` })),
    ),
    notes: reports.flatMap(([name, { notes }]) => notes.map((note) => `${name}: ${note}`)),
    figures: Object.fromEntries(reports.map(([name, { figures }]) => [name, figures])),
  };
}
