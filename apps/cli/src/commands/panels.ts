import type { Command } from 'commander';
import {
  GenePanelDocument,
  GenePanelsDocument,
  ImportGenePanelDocument,
  type GenePanelFieldsFragment,
  type GenePanelsQuery,
} from '#libs/client';
import type { CliContext } from '../cli-context.js';
import { genePanelLines, genePanelTable } from '../output/format-gene-lists.js';
import { withOwnPath } from '../own-path.js';
import type { Runner } from '../run-command.js';
import { listFacts, withListOptions, type ListOptions } from './gene-list-options.js';

interface ImportOptions extends ListOptions {
  readonly header?: boolean;
  readonly model?: string;
}

export function addPanelsCommands(program: Command, run: Runner): void {
  const panels = program.command('panels').description('Import gene panels (ordered lists of genes) and look at them.');
  addImport(panels, run);
  panels
    .command('list')
    .description('List your gene panels, newest first.')
    .addHelpText('after', '\nExamples:\n  $ tessera panels list\n  $ tessera panels list --json')
    .action((_options: object, command: Command) =>
      run(command, async (context) => {
        const all = await allPanels(context);
        context.show(all, () => genePanelTable(all, context.settings.full));
      }),
    );
  panels
    .command('show')
    .description('Show a gene panel, which model versions use it, and the beginning of its list.')
    .argument('<panel>', 'its id, or the digest of its list')
    .option('--out <file>', 'save the whole list, one gene a line')
    .addHelpText(
      'after',
      '\nExamples:\n  $ tessera panels show her2st-2208\n  $ tessera panels show her2st-2208 --out genes.txt --json',
    )
    .action((given: string, options: { out?: string }, command: Command) =>
      run(command, (context) => showPanel(context, given, options.out)),
    );
}

function addImport(panels: Command, run: Runner): void {
  withListOptions(
    panels
      .command('import')
      .description(
        'Import a gene panel: a text file, one gene a line. A list with one wrong line is refused as a whole.',
      ),
  )
    .option('--header', 'line 1 of the file is a heading')
    .option('--model <ref>', 'a model version whose vocabulary it must be')
    .addHelpText(
      'after',
      `
Examples:
  $ tessera panels import genes.txt --id her2st-2208 --name "HER2ST" --release 1 --namespace hgnc-and-clones --source "demo-her2st-expr/1" --licence CC-BY-4.0 --model demo-her2st-expr/1
  $ tessera panels import gene_list.csv --header --id sequoia --name SEQUOIA --release c41d2b5 --namespace hgnc-and-clones --source gevaertlab/sequoia-pub --licence MIT --json`,
    )
    .action((path: string, options: ImportOptions, command: Command) =>
      run(command, async (context) => {
        const { header: hasHeader = false, model } = options;
        const { importGenePanel } = await withOwnPath(path, (one) =>
          context.ask(ImportGenePanelDocument, { input: { ...listFacts(options), path: one, hasHeader, model } }),
        );
        context.show(importGenePanel, () => genePanelLines(importGenePanel, context.settings.full));
      }),
    );
}

async function showPanel(context: CliContext, given: string, out: string | undefined): Promise<void> {
  const { genePanel } = await context.ask(
    GenePanelDocument,
    /^[0-9a-f]{64}$/.test(given) ? { digest: given } : { id: given },
  );
  if (genePanel && out !== undefined) {
    await context.client.download(genePanel.textHref, out, { signal: context.signal });
  }
  context.show(genePanel, () => (genePanel ? genePanelLines(genePanel, context.settings.full, out) : []));
}

async function allPanels(context: CliContext): Promise<readonly GenePanelFieldsFragment[]> {
  const panels: GenePanelFieldsFragment[] = [];
  let after: string | null = null;
  do {
    const { genePanels }: GenePanelsQuery = await context.ask(GenePanelsDocument, { first: 100, after });
    panels.push(...genePanels.nodes);
    after = genePanels.pageInfo.hasNextPage ? genePanels.pageInfo.endCursor : null;
  } while (after !== null);
  return panels;
}
