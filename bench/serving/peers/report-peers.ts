import { type BenchReport, type Verdict } from '../../benchmark.js';
import { ms, ratio } from '../../support/figures.js';
import { medianInterval, quantile } from '../../support/statistics.js';
import { type Rates } from './measure-case.js';

/** One input in one encoding over so many connections. */
export interface CaseRun {
  readonly title: string;
  readonly connections: number;
  readonly rates: readonly Rates[];
}

/** Requests a second of the embedded server over those of the other. */
const GOALS: Readonly<Record<string, number>> = { Triton: 1, MLServer: 3 };

export function reportPeers(runs: readonly CaseRun[], missing: readonly string[]): BenchReport {
  return {
    tables: [
      {
        title: 'Requests a second (the embedded model server is the baseline)',
        header: ['request', 'connections', 'server', 'requests/s', '/ embedded', 'p50', 'p99', 'CPU'],
        rows: runs.flatMap(rowsOf),
      },
    ],
    verdicts: runs.flatMap(verdictsOf),
    notes: [
      ...missing,
      `Medians of 15 rounds, of 5 for JSON bags over 16 connections; within a round the servers are asked one after the other, each round beginning with another. The clients are one process of their own; CPU is that of all of a server's processes per request.`,
      'The vector goes through an identity, the bag through a mean: what is measured is the server and not the model. The first reply is compared with the right numbers, every other one with the first, byte for byte.',
      "MLServer's REST server takes no binary tensors, so it has no rows there. Triton's Python backend has one instance of a model, which is its default; MLServer runs models in its own process; the embedded server has its default of workers.",
    ],
    figures: { runs },
  };
}

function rowsOf({ title, connections, rates }: CaseRun): readonly (readonly string[])[] {
  const [own] = rates;
  return rates.map(({ name, perSecond, times, cpuMs }) => {
    const rate = quantile(perSecond, 0.5);
    const against = ratio(rate, own ? quantile(own.perSecond, 0.5) : NaN);
    const latency = [ms(quantile(times, 0.5)), ms(quantile(times, 0.99)), ms(cpuMs)];
    return [title, String(connections), name, rate.toFixed(rate < 100 ? 1 : 0), against, ...latency];
  });
}

function verdictsOf({ title, connections, rates }: CaseRun): readonly Verdict[] {
  const [own, ...others] = rates;
  return others.flatMap(({ name, perSecond }) => {
    const goal = GOALS[name];
    if (goal === undefined || !own) return [];
    const ratios = own.perSecond.map((rate, round) => rate / (perSecond[round] ?? NaN));
    const { median, low, high } = medianInterval(ratios);
    const of = `${title}, ${connections} ${connections === 1 ? 'connection' : 'connections'}`;
    const found = `${median.toFixed(2)}x (95 % CI ${low.toFixed(2)} to ${high.toFixed(2)})`;
    // Met only when the interval leaves no doubt.
    return [{ goal: `${of}: at least ${goal}x the requests/s of ${name}`, isMet: low >= goal, found }];
  });
}
