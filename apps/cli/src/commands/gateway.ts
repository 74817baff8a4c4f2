import type { Command } from 'commander';
import { RegistrySourcesDocument, ViewerDocument } from '#libs/client';
import { sourceLines } from '../output/format-model.js';
import { properties } from '../output/text.js';
import type { Runner } from '../run-command.js';

export function addGatewayCommands(program: Command, run: Runner): void {
  program
    .command('sources')
    .description('Show where model versions come from, how fresh that is, and what was refused and why.')
    .addHelpText('after', '\nExamples:\n  $ tessera sources\n  $ tessera sources --json')
    .action((_options: object, command: Command) =>
      run(command, async (context) => {
        const { registrySources } = await context.ask(RegistrySourcesDocument, {});
        context.show(registrySources, () => sourceLines(registrySources));
      }),
    );
  program
    .command('viewer')
    .description('Show who you are to the gateway, and what you may do.')
    .addHelpText('after', '\nExamples:\n  $ tessera viewer\n  $ tessera viewer --api-key-env SITE_A_KEY --json')
    .action((_options: object, command: Command) =>
      run(command, async (context) => {
        const { viewer } = await context.ask(ViewerDocument, {});
        context.show(viewer, () =>
          properties([
            ['id', viewer.id],
            ['tenant', viewer.tenant],
            ['roles', viewer.roles.join(', ')],
          ]),
        );
      }),
    );
}
