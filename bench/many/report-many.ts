import { type BenchReport, type FigureTable } from '../benchmark.js';
import { ms, ratio } from '../support/figures.js';
import { type LoopDelay } from '../support/loop-delay.js';
import { quantile, summarize } from '../support/statistics.js';
import { type ManySamples, type Pass, ROUNDS, type Way, WAYS } from './compare-many.js';

type Kind = keyof ManySamples;

const NAMES: Readonly<Record<Way, string>> = {
  oneByOne: 'one request per slide and version (baseline)',
  eightAtOnce: 'the same, eight at a time',
  together: 'one request',
};
const TITLES: Readonly<Record<Kind, string>> = { fresh: 'first time', stored: 'stored answers' };
const KINDS = ['fresh', 'stored'] as const;

export function reportMany(
  samples: ManySamples,
  delays: Readonly<Record<Kind, LoopDelay>>,
  answers: number,
): BenchReport {
  return {
    tables: [
      ...KINDS.map((kind) => tableOf(samples[kind], `${answers} answers, ${TITLES[kind]}`, answers)),
      loop(delays),
    ],
    verdicts: [],
    notes: [
      `${ROUNDS.length} rounds after a warm-up, of 24 to 72 tiles a slide; each way asks all slides about a region that nobody asked before, then about one that another way has asked. The order of the ways turns from round to round.`,
      'In every round all answers of the ways were compared: calls, logits, probabilities and answer ids are equal bit for bit.',
      'Ratios are p50 to p50 of the baseline in the same table. CPU is utime + stime of the process per answer.',
      'The features are real ones of C6, another choice of 144 tiles for each slide, imported for slides of 16 x 16 pixels.',
      "The event loop is the gateway's, measured inside it while one request asks everything, and never idle in between.",
    ],
    figures: { samples, delays },
  };
}

function tableOf(passes: ManySamples[Kind], title: string, answers: number): FigureTable {
  const baseline = summarize(passes.oneByOne.map((pass) => pass.ms)).p50;
  const row = (way: Way): readonly string[] => {
    const { min, p50, max } = summarize(passes[way].map((pass) => pass.ms));
    const cpu = (part: 'gatewayCpuMs' | 'serverCpuMs'): string => ms(medianOf(passes[way], part) / answers);
    return [NAMES[way], ms(min), ms(p50), ms(max), ratio(p50, baseline), cpu('gatewayCpuMs'), cpu('serverCpuMs')];
  };
  return {
    title,
    header: ['way', 'min', 'p50', 'max', 'p50 / baseline', 'gateway CPU', 'model server CPU'],
    rows: WAYS.map(row),
  };
}

function medianOf(passes: readonly Pass[], part: keyof Pass): number {
  return quantile(
    passes.map((pass) => pass[part]),
    0.5,
  );
}

function loop(delays: Readonly<Record<Kind, LoopDelay>>): FigureTable {
  return {
    title: 'How late a timer of 10 ms came in the gateway, during one request for everything',
    header: ['', 'p50', 'p90', 'p99', 'max'],
    rows: KINDS.map((kind) => {
      const { p50, p90, p99, max } = delays[kind];
      return [TITLES[kind], ms(p50), ms(p90), ms(p99), ms(max)];
    }),
  };
}
