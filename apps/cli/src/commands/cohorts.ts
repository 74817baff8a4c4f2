import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import {
  CohortDocument,
  CohortsDocument,
  CreateCohortDocument,
  type CohortFieldsFragment,
  type CohortsQuery,
} from '#libs/client';
import type { CliContext } from '../cli-context.js';
import { UsageError } from '../cli-errors.js';
import { choice, wholeNumber } from '../options.js';
import { cohortLines, cohortTable } from '../output/format-cohort.js';
import type { Runner } from '../run-command.js';
import { addCohortPredict, addCohortResults } from './cohort-predictions.js';

const MOST = 2 ** 31 - 1;

interface CreateOptions {
  readonly id: string;
  readonly name: string;
  readonly unit: 'SLIDE' | 'PATIENT';
  readonly description?: string;
  readonly source?: string;
  readonly licence?: string;
  readonly expect?: number;
}

/** `cohorts ...`: slides or patients with their labels, and what versions say about all of them. */
export function addCohortsCommands(program: Command, run: Runner): void {
  const cohorts = program
    .command('cohorts')
    .description(
      'State cohorts (slides, regions or patients with labels), look at them, and ask versions about all of one.',
    );
  addCreate(cohorts, run);
  addLooking(cohorts, run);
  addCohortPredict(cohorts, run);
  addCohortResults(cohorts, run);
}

function addCreate(cohorts: Command, run: Runner): void {
  cohorts
    .command('create')
    .description(
      'State a cohort, or its next revision, from a CSV file of this machine. One wrong cell refuses all of it.',
    )
    .argument('<file>', 'the table: a row a slide, the names of the columns in the first row')
    .requiredOption('--id <id>', 'what to call it in commands and queries')
    .requiredOption('--name <text>', 'its name, for people')
    .addOption(choice('--unit <unit>', 'what one item is', ['SLIDE', 'PATIENT'] as const).default('SLIDE'))
    .option('--description <text>', 'what it is')
    .option('--source <text>', 'where items and labels come from')
    .option('--licence <text>', 'SPDX id or name of its terms')
    .option('--expect <revision>', 'the newest revision there is; left out for a new cohort', wholeNumber(1, MOST))
    .addHelpText(
      'after',
      `
Examples:
  $ tessera cohorts create c6-regions.csv --id c6-regions --name "Regions of C6" --licence CC-BY-4.0
  $ tessera cohorts create patients.csv --id trial --name "The trial" --unit patient --expect 1 --json`,
    )
    .action((file: string, options: CreateOptions, command: Command) =>
      run(command, async (context) => {
        const { expect, ...facts } = options;
        const input = {
          ...facts,
          csv: await readTable(file),
          ...(expect === undefined ? {} : { expectedRevision: expect }),
        };
        const { createCohort } = await context.ask(CreateCohortDocument, { input });
        context.show(createCohort, () => cohortLines(createCohort, context.settings.full));
      }),
    );
}

function addLooking(cohorts: Command, run: Runner): void {
  cohorts
    .command('list')
    .description('List your cohorts, last stated first.')
    .addHelpText('after', '\nExamples:\n  $ tessera cohorts list\n  $ tessera cohorts list --json')
    .action((_options: object, command: Command) =>
      run(command, async (context) => {
        const all = await allCohorts(context);
        context.show(all, () => cohortTable(all));
      }),
    );
  cohorts
    .command('show')
    .description('Show a cohort: labels, revisions, imported scores, and the first of its items.')
    .argument('<id>', "the cohort's id")
    .option('--revision <number>', 'an earlier revision', wholeNumber(1, MOST))
    .option('--first <count>', 'how many items: 1 to 100', wholeNumber(1, 100), 10)
    .addHelpText(
      'after',
      '\nExamples:\n  $ tessera cohorts show c6-regions\n  $ tessera cohorts show c6-regions --revision 1 --json',
    )
    .action((id: string, options: { revision?: number; first: number }, command: Command) =>
      run(command, async (context) => {
        const { cohort } = await context.ask(CohortDocument, {
          id,
          revision: options.revision ?? null,
          first: options.first,
        });
        context.show(cohort, () => (cohort ? cohortLines(cohort, context.settings.full) : []));
      }),
    );
}

/** A file of this machine as text. @throws UsageError */
export async function readTable(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`The file ${file} cannot be read.`);
  }
}

async function allCohorts(context: CliContext): Promise<readonly CohortFieldsFragment[]> {
  const all: CohortFieldsFragment[] = [];
  let after: string | null = null;
  do {
    const { cohorts }: CohortsQuery = await context.ask(CohortsDocument, { first: 100, after });
    all.push(...cohorts.nodes);
    after = cohorts.pageInfo.hasNextPage ? cohorts.pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}
