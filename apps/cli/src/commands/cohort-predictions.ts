import type { Command } from 'commander';
import {
  CohortJobDocument,
  CohortPredictionsDocument,
  PredictCohortDocument,
  type CohortPredictionsQuery,
  type CohortPredictionsQueryVariables,
} from '#libs/client';
import type { CliContext } from '../cli-context.js';
import { followJob } from '../follow-job.js';
import { collect, wholeNumber } from '../options.js';
import { cohortOutcomeLines, cohortPredictionTable, type CohortPredictionNode } from '../output/format-cohort.js';
import type { Runner } from '../run-command.js';

const MOST = 2 ** 31 - 1;
/** Items of a request: their targets with thresholds and evidence are long. */
const ITEMS_A_PAGE = 50;

interface PredictOptions {
  readonly model: readonly string[];
  readonly revision?: number;
}

export function addCohortPredict(cohorts: Command, run: Runner): void {
  cohorts
    .command('predict')
    .description(
      'Ask versions about all items of a cohort. What is stored is not asked again. Ctrl-C cancels and keeps what was answered.',
    )
    .argument('<id>', "the cohort's id")
    .requiredOption('--model <ref>', 'a version or alias; up to 8 times', collect)
    .option('--revision <number>', 'an earlier revision', wholeNumber(1, MOST))
    .addHelpText(
      'after',
      `
Examples:
  $ tessera cohorts predict c6-regions --model demo-dense-focus/1 --model demo-dense-focus/2
  $ tessera cohorts predict c6-regions --model demo-dense-focus@champion --json`,
    )
    .action((cohort: string, { model, revision }: PredictOptions, command: Command) =>
      run(command, async (context) => {
        const input = { cohort, models: model, revision: revision ?? null };
        const { id } = await followJob(context, 'What was answered is stored.', async () => {
          const { predictCohort } = await context.ask(PredictCohortDocument, { input });
          return predictCohort.id;
        });
        const { job } = await context.ask(CohortJobDocument, { id });
        context.show(job, () => (job?.cohortPrediction ? cohortOutcomeLines(job.cohortPrediction) : []));
      }),
    );
}

interface ResultsOptions {
  readonly model: string;
  readonly revision?: number;
  readonly first?: number;
}

export function addCohortResults(cohorts: Command, run: Runner): void {
  cohorts
    .command('results')
    .description('Show what a version says about the items of a cohort, from stored answers; no model runs.')
    .argument('<id>', "the cohort's id")
    .requiredOption('--model <ref>', 'the version, or an alias of it')
    .option('--revision <number>', 'an earlier revision', wholeNumber(1, MOST))
    .option('--first <count>', 'the first so many items only', wholeNumber(1, MOST))
    .addHelpText(
      'after',
      `
Examples:
  $ tessera cohorts results c6-regions --model demo-dense-focus/1 --first 20
  $ tessera cohorts results c6-regions --model demo-dense-focus/2 --json`,
    )
    .action((id: string, options: ResultsOptions, command: Command) =>
      run(command, async (context) => {
        const nodes = await predictionsOf(context, id, options);
        context.show(nodes, () => cohortPredictionTable(nodes));
      }),
    );
}

async function predictionsOf(
  context: CliContext,
  id: string,
  { model, revision, first = Infinity }: ResultsOptions,
): Promise<readonly CohortPredictionNode[]> {
  const nodes: CohortPredictionNode[] = [];
  let after: string | null = null;
  do {
    const variables: CohortPredictionsQueryVariables = {
      id,
      model,
      revision: revision ?? null,
      first: Math.min(ITEMS_A_PAGE, first - nodes.length),
      after,
    };
    const { cohort }: CohortPredictionsQuery = await context.ask(CohortPredictionsDocument, variables);
    nodes.push(...(cohort?.predictions.nodes ?? []));
    after = cohort?.predictions.pageInfo.hasNextPage === true ? cohort.predictions.pageInfo.endCursor : null;
  } while (after !== null && nodes.length < first);
  return nodes;
}
