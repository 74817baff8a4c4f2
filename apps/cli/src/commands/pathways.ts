import type { Command } from 'commander';
import type { GeneNamespace, GsvaKernel, PathwayMethod, SsgseaForm, SsgseaNormalisation } from '#libs/client';
import { choice, wholeNumber } from '../options.js';
import type { Runner } from '../run-command.js';
import { scorePathways } from '../score-pathways.js';

const METHODS: readonly PathwayMethod[] = ['GSVA', 'SSGSEA', 'ZSCORE', 'PLAGE', 'SINGSCORE'];
const KERNELS: readonly GsvaKernel[] = ['GAUSSIAN', 'NONE'];
const DIVISORS: readonly SsgseaNormalisation[] = ['RANGE', 'NONE'];
const FORMS: readonly SsgseaForm[] = ['GSVA', 'GENEPATTERN'];
const NAMESPACES: readonly GeneNamespace[] = ['HGNC', 'HGNC_AND_CLONES', 'ENSG'];
const MOST_GENES = 100_000;

/** What `pathways score` may be told. */
export interface ScoreOptions {
  readonly collection: string;
  readonly method: PathwayMethod;
  readonly kcdf?: GsvaKernel;
  readonly maxDiff: boolean;
  readonly normalise?: SsgseaNormalisation;
  readonly form?: SsgseaForm;
  readonly minSize: number;
  readonly maxSize: number;
  readonly namespace: GeneNamespace;
  readonly out: string;
}

export function addPathwaysCommands(program: Command, run: Runner): void {
  program
    .command('pathways')
    .description('Score gene sets in expression matrices.')
    .command('score')
    .description(
      'Score the gene sets of a file in every sample of a matrix. Both files are sent to the gateway. Ctrl-C cancels it.',
    )
    .argument(
      '<matrix>',
      'a file of this machine: GCT 1.2, a table with tabs or commas (a gene a row), Parquet, or AnnData (.h5ad)',
    )
    .requiredOption('--collection <file>', 'gene sets, a GMT file of this machine')
    .addOption(choice('--method <method>', 'how to score', METHODS).makeOptionMandatory())
    .addOption(choice('--kcdf <kernel>', "gsva: how a gene's distribution is made; gaussian unless given", KERNELS))
    .option('--no-max-diff', 'gsva: the larger deviation, not the sum of both')
    .addOption(choice('--normalise <by>', 'ssgsea: by what scores are divided; range unless given', DIVISORS))
    .addOption(choice('--form <form>', 'ssgsea: whose form of it; gsva unless given', FORMS))
    .option('--min-size <genes>', 'least genes of a set that are in the matrix', wholeNumber(2, MOST_GENES), 10)
    .option('--max-size <genes>', 'most genes of a set that are in the matrix', wholeNumber(2, MOST_GENES), 500)
    .addOption(choice('--namespace <namespace>', 'what the genes are called by', NAMESPACES).default('HGNC_AND_CLONES'))
    .requiredOption(
      '--out <file>',
      'where the scores go: .tsv (full precision), .npy or .parquet; a set a row, a sample a column',
    )
    .addHelpText(
      'after',
      `
Examples:
  $ tessera pathways score P53.gct --collection h.all.v7.0.symbols.gmt --method gsva --out p53.gsva.tsv
  $ tessera pathways score counts.h5ad --collection own.gmt --method ssgsea --normalise none --min-size 15 --out scores.parquet --json`,
    )
    .action((matrix: string, options: ScoreOptions, command: Command) =>
      run(command, (context) => scorePathways(context, matrix, options)),
    );
}
