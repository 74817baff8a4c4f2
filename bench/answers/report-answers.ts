import { type BenchReport, type FigureTable } from '../benchmark.js';
import { interval, ms, ratio } from '../support/figures.js';
import { medianInterval, quantile, summarize } from '../support/statistics.js';
import { type AnswerSamples } from './compare-answers.js';

/** The rounds of one version on regions of one size. */
export interface AnswerRun {
  readonly model: string;
  readonly samples: AnswerSamples;
}

export function reportAnswers(runs: readonly AnswerRun[]): BenchReport {
  const rounds = runs[0]?.samples.differences.length ?? 0;
  return {
    tables: [...runs.map(tableOf), differenceTable(runs), ownTimings(runs)],
    verdicts: [],
    notes: [
      `${rounds} rounds of each kind after a warm-up; each round asks a region that was not asked before: direct, gateway (every second round in the other order), then the gateway once more, which reuses its stored answer.`,
      'Both ways reach the same model server process by the same client library. In every round the three logits were compared and are equal bit for bit.',
      'The first time the gateway also reads slide, bag and earlier answers, stores its own before it gives it, and writes the audit record: the direct call does none of this.',
      'Ratios are to the direct call of the same row. CPU is utime + stime of the process per request.',
    ],
    figures: Object.fromEntries(runs.map((run) => [`${run.model}, ${tilesOf(run)} tiles`, run.samples])),
  };
}

function tilesOf({ samples: { tiles } }: AnswerRun): string {
  return `${tiles.least} to ${tiles.most}`;
}

function tableOf(run: AnswerRun): FigureTable {
  const { ways } = run.samples;
  const direct = summarize(ways.direct.times);
  const rows = (['direct', 'gateway', 'reused'] as const).map((way) => {
    const { times, gatewayCpuMs, serverCpuMs } = ways[way];
    const { min, p50, p99 } = summarize(times);
    const against = [ratio(p50, direct.p50), ratio(p99, direct.p99)];
    return [NAMES[way], ms(min), ms(p50), ms(p99), ...against, ms(gatewayCpuMs), ms(serverCpuMs)];
  });
  return {
    title: `${run.model}, ${tilesOf(run)} tiles`,
    header: ['way', 'min', 'p50', 'p99', 'p50 / direct', 'p99 / direct', 'gateway CPU', 'model server CPU'],
    rows,
  };
}

const NAMES = {
  direct: 'direct OIP call (baseline)',
  gateway: 'gateway, first time',
  reused: 'gateway, stored answer',
};

function differenceTable(runs: readonly AnswerRun[]): FigureTable {
  return {
    title: 'Gateway minus direct, in the same round',
    header: ['model', 'tiles', 'p50', '95 % CI of p50', 'p99'],
    rows: runs.map((run) => {
      const { median, low, high } = medianInterval(run.samples.differences);
      const p99 = quantile(run.samples.differences, 0.99);
      return [run.model, tilesOf(run), ms(median), interval([low, high], ms), ms(p99)];
    }),
  };
}

/** Where the gateway itself says that the time went, first time, p50. */
function ownTimings(runs: readonly AnswerRun[]): FigureTable {
  return {
    title: "The gateway's own timings, first time, p50",
    header: ['model', 'tiles', 'load', 'infer', 'answer road before storing', 'the whole request'],
    rows: runs.map((run) => {
      const { timings, ways } = run.samples;
      const p50 = (part: keyof (typeof timings)[number]): string =>
        ms(
          quantile(
            timings.map((own) => own[part]),
            0.5,
          ),
        );
      return [
        run.model,
        tilesOf(run),
        p50('loadMs'),
        p50('inferMs'),
        p50('totalMs'),
        ms(summarize(ways.gateway.times).p50),
      ];
    }),
  };
}
