import type { Command } from 'commander';
import { RegisterModelVersionDocument } from '#libs/client';
import { followJob } from '../follow-job.js';
import { writeLines } from '../output/format-write.js';
import { printable } from '../output/printable.js';
import { withOwnPath } from '../own-path.js';
import type { Runner } from '../run-command.js';

const DIRECTORY =
  "on the gateway's machine: absolute, or relative to one of its model folders (TESSERA_MODEL_ROOTS), or to this folder where that is one";

interface RegisterOptions {
  readonly source?: string;
  readonly expect?: string;
  readonly dryRun?: boolean;
}

/** `models register`: a new version in a local source, or on an MLflow server. */
export function addRegisterCommand(models: Command, run: Runner): void {
  models
    .command('register')
    .description(
      'Register the version that a directory holds: model-card.json, the files that it lists, calibrations/*.json. Ctrl-C cancels it.',
    )
    .argument('<directory>', DIRECTORY)
    .option(
      '--source <id>',
      'the source that it goes to: a local one, or an MLflow server that the gateway writes to (default: the first local one)',
    )
    .option(
      '--expect <version>',
      'the highest version that the model has now, or none; refused with CONFLICT if it is another',
    )
    .option('--dry-run', 'check everything, every byte included, say what would change, and write nothing')
    .addHelpText(
      'after',
      `
Examples:
  $ tessera models register /data/models/my-model-3 --dry-run
  $ tessera models register my-model-3 --source local --expect 2
  $ tessera models register my-model-3 --source site-a --expect 2
  $ tessera models register my-model-3 --json`,
    )
    .action((given: string, { source, expect, dryRun = false }: RegisterOptions, command: Command) =>
      run(command, async (context) => {
        const belief = expect === undefined ? {} : { expectedVersion: expect === 'none' ? null : expect };
        const start = async (directory: string): Promise<string> => {
          const asked = { directory, ...(source === undefined ? {} : { source }), ...belief, dryRun };
          return (await context.ask(RegisterModelVersionDocument, asked)).registerModelVersion.id;
        };
        const outcome = '`tessera models list` says whether the version is there.';
        const job = await followJob(context, outcome, () => withOwnPath(given, start, 'directory'));
        const { registration } = context.settings.json ? job : printable(job);
        context.show(registration, () => (registration ? writeLines(registration) : []));
      }),
    );
}
