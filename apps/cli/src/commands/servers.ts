import type { Command } from 'commander';
import { ModelServersDocument } from '#libs/client';
import { serverLines } from '../output/format-servers.js';
import type { Runner } from '../run-command.js';

/** `servers`: how the model servers are. */
export function addServersCommand(program: Command, run: Runner): void {
  program
    .command('servers')
    .description('Show the model servers: how each is, what it holds, and how calls to it went.')
    .addHelpText('after', '\nExamples:\n  $ tessera servers\n  $ tessera servers --json')
    .action((_options: object, command: Command) =>
      run(command, async (context) => {
        const { modelServers } = await context.ask(ModelServersDocument, {});
        context.show(modelServers, () => serverLines(modelServers));
      }),
    );
}
