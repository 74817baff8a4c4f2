import type { Command } from 'commander';
import {
  GeneSetCollectionDocument,
  GeneSetCollectionsDocument,
  ImportGeneSetCollectionDocument,
  type GeneSetCollectionFieldsFragment,
  type GeneSetCollectionsQuery,
} from '#libs/client';
import type { CliContext } from '../cli-context.js';
import { wholeNumber } from '../options.js';
import { collectionLines, collectionTable } from '../output/format-gene-lists.js';
import { withOwnPath } from '../own-path.js';
import type { Runner } from '../run-command.js';
import { listFacts, withListOptions, type ListOptions } from './gene-list-options.js';

interface ShowOptions {
  readonly nameContains?: string;
  readonly first: number;
  readonly out?: string;
}

export function addGeneSetsCommands(program: Command, run: Runner): void {
  const sets = program.command('gene-sets').description('Import gene-set collections (GMT files) and look at them.');
  addImport(sets, run);
  sets
    .command('list')
    .description('List your gene-set collections, newest first.')
    .addHelpText('after', '\nExamples:\n  $ tessera gene-sets list\n  $ tessera gene-sets list --json')
    .action((_options: object, command: Command) =>
      run(command, async (context) => {
        const all = await allCollections(context);
        context.show(all, () => collectionTable(all, context.settings.full));
      }),
    );
  sets
    .command('show')
    .description('Show a gene-set collection and some of its sets.')
    .argument('<id>', 'its id')
    .option('--name-contains <text>', 'only sets whose name contains this, whatever its case')
    .option('--first <count>', 'how many sets at most: 1 to 100', wholeNumber(1, 100), 20)
    .option('--out <file>', 'save the whole file, in the GMT format')
    .addHelpText(
      'after',
      '\nExamples:\n  $ tessera gene-sets show hallmark-7.0 --name-contains notch\n  $ tessera gene-sets show hallmark-7.0 --first 100 --json',
    )
    .action((id: string, options: ShowOptions, command: Command) =>
      run(command, (context) => showCollection(context, id, options)),
    );
}

function addImport(sets: Command, run: Runner): void {
  withListOptions(
    sets
      .command('import')
      .description('Import a GMT file: a set a line, tabs between. A file with one wrong line is refused as a whole.'),
  )
    .addHelpText(
      'after',
      `
Examples:
  $ tessera gene-sets import h.all.v7.0.symbols.gmt --id hallmark-7.0 --name "MSigDB Hallmark" --release 7.0 --namespace hgnc-and-clones --source MSigDB --licence CC-BY-4.0
  $ tessera gene-sets import own.gmt --id own-1 --name "Own signatures" --release 1 --namespace hgnc --source "this lab" --licence CC0-1.0 --json`,
    )
    .action((path: string, options: ListOptions, command: Command) =>
      run(command, async (context) => {
        const { importGeneSetCollection } = await withOwnPath(path, (one) =>
          context.ask(ImportGeneSetCollectionDocument, { input: { ...listFacts(options), path: one } }),
        );
        context.show(importGeneSetCollection, () => collectionLines(importGeneSetCollection, context.settings.full));
      }),
    );
}

async function showCollection(context: CliContext, id: string, options: ShowOptions): Promise<void> {
  const { first, nameContains, out } = options;
  const { geneSetCollection } = await context.ask(GeneSetCollectionDocument, { id, first, nameContains });
  if (geneSetCollection && out !== undefined) {
    await context.client.download(geneSetCollection.gmtHref, out, { signal: context.signal });
  }
  const { full } = context.settings;
  context.show(geneSetCollection, () => (geneSetCollection ? collectionLines(geneSetCollection, full, out) : []));
}

async function allCollections(context: CliContext): Promise<readonly GeneSetCollectionFieldsFragment[]> {
  const collections: GeneSetCollectionFieldsFragment[] = [];
  let after: string | null = null;
  do {
    const { geneSetCollections }: GeneSetCollectionsQuery = await context.ask(GeneSetCollectionsDocument, {
      first: 100,
      after,
    });
    collections.push(...geneSetCollections.nodes);
    after = geneSetCollections.pageInfo.hasNextPage ? geneSetCollections.pageInfo.endCursor : null;
  } while (after !== null);
  return collections;
}
