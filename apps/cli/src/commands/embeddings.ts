import type { Command } from 'commander';
import { type EmbeddingFormat } from '#libs/client';
import { exportEmbeddings } from '../export-embeddings.js';
import { choice } from '../options.js';
import type { Runner } from '../run-command.js';

const FORMATS: readonly EmbeddingFormat[] = ['NPY', 'SAFETENSORS', 'ARROW', 'PARQUET', 'HDF5'];

/** What `embeddings export` may be told. */
export interface ExportEmbeddingsOptions {
  readonly model: string;
  readonly format: EmbeddingFormat;
  readonly out: string;
  readonly float16?: boolean;
  readonly slides?: string;
  readonly ids?: string;
  readonly manifest?: string;
}

/** `embeddings export`. */
export function addEmbeddingsCommands(program: Command, run: Runner): void {
  program
    .command('embeddings')
    .description('Vectors of cohorts and of lists of slides.')
    .command('export')
    .description(
      'Save the vectors of an embedding model over a cohort, or over a list of slides. What has no vector yet is computed first, as a job with progress; Ctrl-C cancels it and keeps what was computed. A download that broke off goes on when the command is run again.',
    )
    .argument('[cohort]', 'id of the cohort; or --slides')
    .requiredOption('--model <ref>', 'the version, or an alias of it: task EMBEDDING')
    .addOption(choice('--format <format>', 'what is written', FORMATS).default('NPY'))
    .requiredOption('--out <file>', 'where it goes')
    .option('--float16', 'numbers as float16, rounded to the nearest; not for hdf5')
    .option('--slides <file>', 'instead of a cohort: a text file of slide ids, one a line, in the order of the rows')
    .option('--ids <file>', 'also save what each row is, as CSV')
    .option('--manifest <file>', 'also save version, space, recipe and what is missing, as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ tessera embeddings export c6-regions --model demo-lite0-mean/1 --out vectors.npy --ids rows.csv
  $ tessera embeddings export --slides ids.txt --model demo-lite0-mean/1 --format parquet --float16 --out vectors.parquet`,
    )
    .action((cohort: string | undefined, options: ExportEmbeddingsOptions, command: Command) =>
      run(command, (context) => exportEmbeddings(context, cohort, options)),
    );
}
