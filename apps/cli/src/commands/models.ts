import type { Command } from 'commander';
import {
  ModelCardDocument,
  ModelVersionDocument,
  RegisteredModelsDocument,
  type RegisteredModelsQuery,
} from '#libs/client';
import type { CliContext } from '../cli-context.js';
import { addAliasCommands } from './aliases.js';
import { modelTable, versionLines } from '../output/format-model.js';
import type { Runner } from '../run-command.js';

type Model = RegisteredModelsQuery['registeredModels']['nodes'][number];

export function addModelsCommands(program: Command, run: Runner): void {
  const models = program
    .command('models')
    .description('Look at the registered models and their versions; move aliases.');
  addAliasCommands(models, run);
  models
    .command('list')
    .description('List all versions of all registered models.')
    .addHelpText('after', '\nExamples:\n  $ tessera models list\n  $ tessera models list --json')
    .action((_options: object, command: Command) =>
      run(command, async (context) => {
        const all = await allModels(context);
        context.show(all, () => modelTable(all, context.settings.full));
      }),
    );
  models
    .command('show')
    .description('Show a version: what it is for, its licence, how it did, how it is calibrated.')
    .argument('<ref>', '`name@alias` or `name/version`, with `source:` in front where the name is not unique')
    .option('--card', 'the whole model card, as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ tessera models show demo-dense-focus@champion\n  $ tessera models show local:demo-dense-focus/2 --card',
    )
    .action((ref: string, options: { card?: boolean }, command: Command) =>
      run(command, (context) => (options.card ? showCard(context, ref) : showVersion(context, ref))),
    );
}

async function allModels(context: CliContext): Promise<readonly Model[]> {
  const models: Model[] = [];
  let after: string | null = null;
  do {
    const page: RegisteredModelsQuery = await context.ask(RegisteredModelsDocument, { first: 100, after });
    models.push(...page.registeredModels.nodes);
    const { hasNextPage, endCursor } = page.registeredModels.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after !== null);
  return models;
}

async function showVersion(context: CliContext, ref: string): Promise<void> {
  const { modelVersion } = await context.ask(ModelVersionDocument, { ref });
  context.show(modelVersion, () => (modelVersion ? versionLines(modelVersion, context.settings.full) : []));
}

async function showCard(context: CliContext, ref: string): Promise<void> {
  const { modelVersion } = await context.ask(ModelCardDocument, { ref });
  context.show(modelVersion?.card, () => [JSON.stringify(modelVersion?.card, null, 2)]);
}
