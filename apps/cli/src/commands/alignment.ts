import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import {
  AlignmentEvaluationOfJobDocument,
  type EvaluateAlignmentInput,
  StartAlignmentEvaluationDocument,
} from '#libs/client';
import type { CliContext } from '../cli-context.js';
import { UsageError } from '../cli-errors.js';
import { followJob } from '../follow-job.js';
import { wholeNumber } from '../options.js';
import { alignmentLines } from '../output/format-alignment.js';
import type { Runner } from '../run-command.js';

interface EvaluateOptions {
  readonly model: string;
  readonly referenceSet?: string;
  readonly pairs?: string;
  readonly matrix?: string;
  readonly gallerySize?: number;
  readonly galleries: number;
  readonly seed: number;
}

const MOST_PAIRS = 5000;
const MOST_GALLERIES = 1000;
const MOST_SEED = 2 ** 31 - 1;

/** `alignment evaluate`. */
export function addAlignmentCommands(program: Command, run: Runner): void {
  program
    .command('alignment')
    .description('Images and transcriptomes in one space.')
    .command('evaluate')
    .description(
      'Evaluate an alignment head: Recall@1, 5 and 10 and median rank in both directions, with gallery size, chance and intervals. Ctrl-C cancels it.',
    )
    .requiredOption('--model <ref>', 'the head: a version, or an alias of it')
    .option('--reference-set <id>', "one of the head's registered reference sets")
    .option('--pairs <file>', 'a CSV file of this machine: sample,slide,x,y, and where known site and patient')
    .option('--matrix <id>', 'the expression matrix that the samples of --pairs are of')
    .option('--gallery-size <pairs>', 'pairs of a gallery; all unless given', wholeNumber(2, MOST_PAIRS))
    .option(
      '--galleries <count>',
      'how many galleries are drawn, with --gallery-size',
      wholeNumber(1, MOST_GALLERIES),
      100,
    )
    .option(
      '--seed <number>',
      'what is drawn by it: heads may be compared under one seed',
      wholeNumber(0, MOST_SEED),
      0,
    )
    .addHelpText(
      'after',
      `
Examples:
  $ tessera alignment evaluate --model demo-her2st-align@prod --reference-set c6
  $ tessera alignment evaluate --model demo-her2st-align@prod --pairs pairs.csv --matrix counts --gallery-size 64 --seed 1 --json`,
    )
    .action((options: EvaluateOptions, command: Command) => run(command, (context) => evaluate(context, options)));
}

async function evaluate(context: CliContext, options: EvaluateOptions): Promise<void> {
  const input = await inputOf(options);
  const { id } = await followJob(context, 'Its vectors are stored.', async () => {
    const { startAlignmentEvaluation: job } = await context.ask(StartAlignmentEvaluationDocument, { input });
    return job.id;
  });
  const { job } = await context.ask(AlignmentEvaluationOfJobDocument, { id });
  const found = job?.alignmentEvaluation;
  if (found) context.show(found, () => alignmentLines(found));
}

async function inputOf(options: EvaluateOptions): Promise<EvaluateAlignmentInput> {
  const { model, referenceSet, pairs, matrix, gallerySize, galleries, seed } = options;
  if ((referenceSet === undefined) === (pairs === undefined))
    throw new UsageError('Say on what: --reference-set ID, or --pairs FILE with --matrix ID.');
  if ((pairs === undefined) !== (matrix === undefined))
    throw new UsageError('Give --pairs and --matrix together: the samples of one are of the other.');
  const drawn = { galleries, seed, ...(gallerySize === undefined ? {} : { gallerySize }) };
  if (pairs === undefined || matrix === undefined) return { model, referenceSet: referenceSet ?? null, ...drawn };
  return { model, pairs: { csv: await textOf(pairs), matrix }, ...drawn };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UsageError('The file of --pairs cannot be read.');
  }
}
