import type { Command } from 'commander';
import { SetModelDescriptionDocument, SetModelTagDocument } from '#libs/client';
import { UsageError } from '../cli-errors.js';
import { writeLines } from '../output/format-write.js';
import type { Runner } from '../run-command.js';

const MODEL = 'the model without a version, with `source:` in front where the name is not unique';
const DRY_RUN = 'check everything, say what would change, and write nothing';

interface RemarkOptions {
  readonly remove?: boolean;
  readonly dryRun?: boolean;
}

/** `models tag` and `models describe`: remarks for people and programs. No answer depends on them. */
export function addRemarkCommands(models: Command, run: Runner): void {
  addTag(models, run);
  addDescribe(models, run);
}

function addTag(models: Command, run: Runner): void {
  models
    .command('tag')
    .description('Set a tag of a model, or take it off: a remark on which no answer depends.')
    .argument('<model>', MODEL)
    .argument('<tag>', 'key=value, or the key alone with --remove')
    .option('--remove', 'take the tag off')
    .option('--dry-run', DRY_RUN)
    .addHelpText(
      'after',
      `
Examples:
  $ tessera models tag demo-dense-focus owner=pathology
  $ tessera models tag local:demo-dense-focus owner --remove --dry-run`,
    )
    .action((model: string, given: string, options: RemarkOptions, command: Command) =>
      run(command, async (context) => {
        const variables = { model, ...tagOf(given, options.remove === true), dryRun: options.dryRun === true };
        const { setModelTag } = await context.ask(SetModelTagDocument, variables);
        context.show(setModelTag, () => writeLines(setModelTag));
      }),
    );
}

function addDescribe(models: Command, run: Runner): void {
  models
    .command('describe')
    .description('Say in a sentence what a model is, beside what the cards of its versions say.')
    .argument('<model>', MODEL)
    .argument('[text]', '1 to 500 characters on one line')
    .option('--remove', 'remove the description')
    .option('--dry-run', DRY_RUN)
    .addHelpText(
      'after',
      `
Examples:
  $ tessera models describe demo-dense-focus "For the course; not for patients."
  $ tessera models describe demo-dense-focus --remove`,
    )
    .action((model: string, text: string | undefined, options: RemarkOptions, command: Command) =>
      run(command, async (context) => {
        const isRemoval = options.remove === true;
        if (isRemoval === (text !== undefined)) throw new UsageError('Give a text, or --remove.');
        const variables = { model, description: text ?? null, dryRun: options.dryRun === true };
        const { setModelDescription } = await context.ask(SetModelDescriptionDocument, variables);
        context.show(setModelDescription, () => writeLines(setModelDescription));
      }),
    );
}

/** What stands behind the first `=` is the value, further ones included. */
function tagOf(given: string, isRemoval: boolean): { readonly key: string; readonly value: string | null } {
  const mark = given.indexOf('=');
  if (isRemoval && mark === -1) return { key: given, value: null };
  if (isRemoval || mark < 1) throw new UsageError('A tag is written key=value, or the key alone with --remove.');
  return { key: given.slice(0, mark), value: given.slice(mark + 1) };
}
