import type { Command } from 'commander';
import { ImportPredictionsDocument } from '#libs/client';
import { choice, wholeNumber } from '../options.js';
import { importLines } from '../output/format-cohort.js';
import type { Runner } from '../run-command.js';
import { readTable } from './cohorts.js';

interface ImportOptions {
  readonly cohort: string;
  readonly revision?: number;
  readonly model: string;
  readonly scale: 'LOGIT' | 'PROBABILITY' | 'VALUE';
  readonly source: string;
}

/** `predictions import`: scores that were computed elsewhere. */
export function addPredictionsCommands(program: Command, run: Runner): void {
  program
    .command('predictions')
    .description('Take scores of a registered version that were computed elsewhere.')
    .command('import')
    .description(
      'Import a CSV file of this machine: columns item and score (or score:TARGET). One wrong cell refuses all of it.',
    )
    .argument('<file>', 'the table')
    .requiredOption('--cohort <id>', 'the cohort whose items it names')
    .option('--revision <number>', 'an earlier revision of it', wholeNumber(1, 2 ** 31 - 1))
    .requiredOption('--model <ref>', 'the version that the scores are of')
    .addOption(
      choice('--scale <scale>', 'what the numbers are', [
        'LOGIT',
        'PROBABILITY',
        'VALUE',
      ] as const).makeOptionMandatory(),
    )
    .requiredOption('--source <text>', 'where they come from')
    .addHelpText(
      'after',
      `
Examples:
  $ tessera predictions import scores.csv --cohort c6-regions --model demo-dense-focus/1 --scale probability --source "laboratory B, 2026"
  $ tessera predictions import logits.csv --cohort c6-regions --model demo-dense-focus/2 --scale logit --source "our cluster" --json`,
    )
    .action((file: string, options: ImportOptions, command: Command) =>
      run(command, async (context) => {
        const { revision, ...facts } = options;
        const input = { ...facts, revision: revision ?? null, csv: await readTable(file) };
        const { importPredictions } = await context.ask(ImportPredictionsDocument, { input });
        context.show(importPredictions, () => importLines([importPredictions], context.settings.full));
      }),
    );
}
