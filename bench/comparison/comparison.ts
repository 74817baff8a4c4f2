import { z } from 'zod';
import { type Benchmark, type BenchReport } from '../benchmark.js';
import { ms, seconds } from '../support/figures.js';
import { inTemporaryFolder } from '../support/folders.js';
import { KeepAliveClient } from '../support/keep-alive-client.js';
import { gatewayDelayDuring, type LoopDelay } from '../support/loop-delay.js';
import { processorTimeMs } from '../support/processor-time.js';
import { type MedianInterval, summarize } from '../support/statistics.js';
import { ratioText } from '../serving/world/alternate.js';
import { measureSmallAnswers, type SmallAnswers } from './small-answers.js';
import { type AnsweredCohort, storeIn, withAnsweredCohort } from './world.js';

const SLIDES = 1000;
const ROUNDS = 7;
const GOAL_MS = 2000;
/** G8: CPU for each slide and version, and its ratio to the least that could be done. */
const CELL_GOAL_US = 3;
const RATIO_GOAL = 0.25;

const COMPARE = `query Compare($input: CompareVersionsInput!) { compareVersions(input: $input) { comparison { n
  scores { name auc { value ci bootstrapCi } brier { value ci } calls { ppa { value ci } npa { value ci } } reliability { ece } decisionCurve { netBenefit } }
  pairs { delong { p } mcnemar { p } deltas { statistic value ci } agreement { kappa { value } } flips(first: 100) { totalCount } }
  strata { level pairs { delong { adjustedP } } } leftOut { totalCount } } } }`;
const SCORES = `query Scores($cohort: ID!, $model: ModelRef!, $after: String) { cohort(id: $cohort) { predictions(model: $model, first: 100, after: $after) {
  pageInfo { hasNextPage endCursor } nodes { members { prediction { targets { ... on BinaryCall { rawScore } } } } } } } }`;

const found = z.object({
  data: z.object({
    compareVersions: z.object({
      comparison: z.object({
        n: z.number(),
        scores: z.array(z.object({ name: z.string(), auc: z.object({ value: z.number() }) })),
        pairs: z.array(z.object({ deltas: z.array(z.object({ ci: z.tuple([z.number(), z.number()]) })) })),
      }),
    }),
  }),
});
const page = z.object({
  data: z.object({
    cohort: z.object({
      predictions: z.object({
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
        nodes: z.array(
          z.object({
            members: z.tuple([
              z.object({ prediction: z.object({ targets: z.tuple([z.object({ rawScore: z.number() })]) }) }),
            ]),
          }),
        ),
      }),
    }),
  }),
});

export const comparison: Benchmark = {
  name: 'comparison',
  summary: `compareVersions: ${SLIDES} slides under four versions, from stored answers`,
  run: ({ signal }) =>
    inTemporaryFolder(async (folder) => {
      const { compared, ids, versions } = await withAnsweredCohort(folder, SLIDES, signal, async (world) => ({
        compared: await measure(world, signal),
        ...world,
      }));
      // The gateway has ended: its store is opened here.
      return report(compared, await measureSmallAnswers(storeIn(folder), ids, versions), versions.length);
    }),
};

interface Compared {
  readonly times: readonly number[];
  readonly cpu: readonly number[];
  readonly delay: LoopDelay;
}

async function measure(world: AnsweredCohort, signal: AbortSignal): Promise<Compared> {
  const { gateway, cohort, versions } = world;
  const client = new KeepAliveClient(gateway.url);
  const compare = async (seed: number) => {
    const input = {
      models: versions,
      cohort,
      positive: 'yes',
      strata: ['SITE'],
      scale: 'RAW_PROBABILITY',
      method: { seed },
    };
    return found.parse(await client.ask(COMPARE, { input })).data.compareVersions.comparison;
  };
  try {
    await check(await compare(0), world, client);
    const [times, cpu]: [number[], number[]] = [[], []];
    for (let round = 1; round <= ROUNDS; round++) {
      signal.throwIfAborted();
      const [startedAt, before] = [performance.now(), processorTimeMs(gateway.pid)];
      await compare(round);
      times.push(performance.now() - startedAt);
      cpu.push(processorTimeMs(gateway.pid) - before);
    }
    return { times, cpu, delay: await gatewayDelayDuring(gateway.url, () => compare(0)) };
  } finally {
    client.close();
  }
}

/** @throws Error unless all slides were compared and each AUC is the share of pairs that is counted here, one by one */
async function check(
  { n, scores, pairs }: Awaited<z.infer<typeof found>>['data']['compareVersions']['comparison'],
  { cohort, versions, labels }: AnsweredCohort,
  client: KeepAliveClient,
): Promise<void> {
  if (n !== labels.length || scores.length !== versions.length || pairs.length !== 6)
    throw new Error(`${n} of ${labels.length} slides were compared`);
  for (const [i, model] of versions.entries()) {
    const values: number[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { predictions }: { predictions: z.infer<typeof page>['data']['cohort']['predictions'] } = page.parse(
        await client.ask(SCORES, { cohort, model, after }),
      ).data.cohort;
      for (const {
        members: [
          {
            prediction: {
              targets: [{ rawScore }],
            },
          },
        ],
      } of predictions.nodes)
        values.push(rawScore);
      ({ endCursor: after, hasNextPage: more } = predictions.pageInfo);
    }
    const auc = scores[i]?.auc.value ?? NaN;
    if (!(Math.abs(auc - countedAuc(values, labels)) < 1e-10)) throw new Error(`the AUC of ${model} is another one`);
  }
}

function countedAuc(values: readonly number[], labels: readonly boolean[]): number {
  const of = (label: boolean): readonly number[] => values.filter((_, i) => labels[i] === label);
  const [positives, negatives] = [of(true), of(false)];
  let wins = 0;
  for (const p of positives) for (const q of negatives) wins += p > q ? 1 : p === q ? 0.5 : 0;
  return wins / (positives.length * negatives.length);
}

function report({ times, cpu, delay }: Compared, small: SmallAnswers, versions: number): BenchReport {
  const [time, work] = [summarize(times), summarize(cpu)];
  const us = ({ median, low, high }: MedianInterval): string =>
    `${(median * 1000).toFixed(1)} us (95 % CI ${(low * 1000).toFixed(1)} to ${(high * 1000).toFixed(1)})`;
  return {
    tables: [
      {
        title: `${SLIDES} slides under ${versions} versions, from stored answers: all statistics of six pairs, 2,000 draws of patients, two strata`,
        header: ['', 'min', 'p50', 'max'],
        rows: [
          ['one query', ms(time.min), ms(time.p50), ms(time.max)],
          ['CPU of the gateway, its threads included', ms(work.min), ms(work.p50), ms(work.max)],
        ],
      },
      {
        title: 'How late a timer of 10 ms came in the gateway meanwhile',
        header: ['p50', 'p90', 'p99', 'max'],
        rows: [[ms(delay.p50), ms(delay.p90), ms(delay.p99), ms(delay.max)]],
      },
      {
        title: `A small prediction of ${SLIDES} slides under ${versions} versions, from stored answers, in this process: CPU for each slide and version`,
        header: ['way', 'CPU', '/ graphql-js + DataLoader'],
        rows: [
          ['graphql-js 16 + DataLoader over a map', us(small.baseline), '1x'],
          ['the gateway: schema, resolvers, the eight steps', us(small.gateway), ratioText(small.ratio)],
        ],
      },
    ],
    verdicts: [
      { goal: 'the comparison takes less than 2 s', isMet: time.p50 < GOAL_MS, found: `${seconds(time.p50)} (p50)` },
      {
        goal: `G8: a small prediction takes at most ${CELL_GOAL_US} us of CPU for each slide and version`,
        isMet: small.gateway.high * 1000 <= CELL_GOAL_US,
        found: us(small.gateway),
      },
      {
        goal: `G8: at most ${RATIO_GOAL}x of graphql-js and DataLoader`,
        isMet: small.ratio.high <= RATIO_GOAL,
        found: ratioText(small.ratio),
      },
    ],
    notes: [
      `${ROUNDS} rounds after a first one, each with another seed. In the first, the AUC of every version was counted again pair by pair from the predictions that the API gives, and is the same to 1e-10.`,
      'Two of the versions ship, two are the same graphs under other names. Slides are of 16 x 16 pixels with features of C6; labels are made.',
      'G8 is measured in this process, without HTTP, limits and audit: both ways run the same document by graphql-js, and their answers are the same text. The baseline hands out values that it has; the gateway resolves the version, checks the features, finds the stored answer, measures it against the domain, calls it and says where it comes from.',
    ],
    figures: { times, cpu, delay, small },
  };
}
