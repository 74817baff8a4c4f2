import type { Command } from 'commander';
import {
  ApproveAliasChangeDocument,
  ModelAliasesDocument,
  PromotionImpactDocument,
  RemoveAliasDocument,
  SetAliasDocument,
  TesseraError,
  type ModelAliasesQuery,
  type PromotionImpactFieldsFragment,
} from '#libs/client';
import type { CliContext } from '../cli-context.js';
import { impactLines } from '../output/format-impact.js';
import { aliasLines, writeLines } from '../output/format-write.js';
import type { Runner } from '../run-command.js';

const MODEL = 'the model without a version, with `source:` in front where the name is not unique';
const DRY_RUN = 'check everything, say what would change, and write nothing';

interface WriteOptions {
  readonly dryRun?: boolean;
}

interface SetOptions extends WriteOptions {
  readonly expect: string;
  readonly cohort?: string;
}

/** `models alias ...`: names that move from version to version. */
export function addAliasCommands(models: Command, run: Runner): void {
  const alias = models.command('alias').description('Look at aliases and move them, against what you believe.');
  addList(alias, run);
  addSet(alias, run);
  addRemove(alias, run);
  addApprove(alias, run);
}

function addList(alias: Command, run: Runner): void {
  alias
    .command('list')
    .description('List where each alias points, who moved it, and which moves wait for a second person.')
    .addHelpText('after', '\nExamples:\n  $ tessera models alias list\n  $ tessera models alias list --json')
    .action((_options: object, command: Command) =>
      run(command, async (context) => {
        const models = await allAliases(context);
        context.show(models, () => aliasLines(models));
      }),
    );
}

function addSet(alias: Command, run: Runner): void {
  alias
    .command('set')
    .description('Point an alias at a version. Refused with CONFLICT if it points elsewhere than you say.')
    .argument('<model>', MODEL)
    .argument('<alias>', 'the alias, as in champion')
    .argument('<version>', 'the version that it shall point at')
    .requiredOption('--expect <version>', 'the version that it points at now, or none')
    .option('--dry-run', `${DRY_RUN}; and show whose calls would change, from stored answers`)
    .option('--cohort <id>', 'with --dry-run: the cohort to look at; left out, what the version of now has answered')
    .addHelpText(
      'after',
      `
Examples:
  $ tessera models alias set demo-dense-focus champion 2 --expect 1 --dry-run --cohort c6-regions
  $ tessera models alias set local:demo-dense-focus shadow 2 --expect none`,
    )
    .action((model: string, name: string, version: string, options: SetOptions, command: Command) =>
      run(command, async (context) => {
        const expectedVersion = options.expect === 'none' ? null : options.expect;
        const variables = { model, alias: name, version, expectedVersion, dryRun: options.dryRun === true };
        const { setAlias } = await context.ask(SetAliasDocument, variables);
        const impact = await impactOf(context, variables, options.cohort ?? null);
        context.show(impact ? { ...setAlias, impact } : setAlias, () => [
          ...writeLines(setAlias),
          ...(impact ? ['', ...impactLines(impact)] : []),
        ]);
      }),
    );
}

function addRemove(alias: Command, run: Runner): void {
  alias
    .command('remove')
    .description('Remove an alias. Whoever asks by it is refused from then on.')
    .argument('<model>', MODEL)
    .argument('<alias>', 'the alias')
    .requiredOption('--expect <version>', 'the version that it points at now')
    .option('--dry-run', DRY_RUN)
    .addHelpText(
      'after',
      `
Examples:
  $ tessera models alias remove demo-dense-focus shadow --expect 2 --dry-run
  $ tessera models alias remove demo-dense-focus shadow --expect 2`,
    )
    .action((model: string, name: string, options: WriteOptions & { expect: string }, command: Command) =>
      run(command, async (context) => {
        const variables = { model, alias: name, expectedVersion: options.expect, dryRun: options.dryRun === true };
        const { removeAlias } = await context.ask(RemoveAliasDocument, variables);
        context.show(removeAlias, () => writeLines(removeAlias));
      }),
    );
}

function addApprove(alias: Command, run: Runner): void {
  alias
    .command('approve')
    .description('Approve a move that another administrator proposed.')
    .argument('<id>', 'the proposal, as `tessera models alias list` shows it')
    .option('--dry-run', DRY_RUN)
    .addHelpText(
      'after',
      '\nExamples:\n  $ tessera models alias approve 12 --dry-run\n  $ tessera models alias approve 12',
    )
    .action((id: string, options: WriteOptions, command: Command) =>
      run(command, async (context) => {
        const dryRun = options.dryRun === true;
        const { approveAliasChange } = await context.ask(ApproveAliasChangeDocument, { id, dryRun });
        context.show(approveAliasChange, () => writeLines(approveAliasChange));
      }),
    );
}

async function allAliases(context: CliContext): Promise<ModelAliasesQuery['registeredModels']['nodes']> {
  const models: ModelAliasesQuery['registeredModels']['nodes'][number][] = [];
  let after: string | null = null;
  do {
    const page: ModelAliasesQuery = await context.ask(ModelAliasesDocument, { first: 100, after });
    models.push(...page.registeredModels.nodes);
    const { hasNextPage, endCursor } = page.registeredModels.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after !== null);
  return models;
}

interface PlannedMove {
  readonly model: string;
  readonly alias: string;
  readonly version: string;
  readonly expectedVersion: string | null;
  readonly dryRun: boolean;
}

/** What a planned move would change; null where nothing is asked, and where it cannot be said: a remark tells why. */
async function impactOf(
  context: CliContext,
  { dryRun, expectedVersion, model, alias, version }: PlannedMove,
  cohort: string | null,
): Promise<PromotionImpactFieldsFragment | null> {
  if (!dryRun || expectedVersion === null || expectedVersion === version) return null;
  try {
    return (await context.ask(PromotionImpactDocument, { model, alias, version, cohort })).promotionImpact;
  } catch (error) {
    // The dry run itself has passed: a model of another kind has no calls that could change.
    if (cohort !== null || !(error instanceof TesseraError)) throw error;
    context.remark(`Whose calls would change cannot be said: ${error.code}: ${error.message}`);
    return null;
  }
}
