import type { Command } from 'commander';
import { RegistrySourcesDocument, SyncRegistryDocument, ViewerDocument } from '#libs/client';
import type { CliContext } from '../cli-context.js';
import { sourceLines } from '../output/format-model.js';
import { properties } from '../output/text.js';
import type { Runner } from '../run-command.js';

export function addGatewayCommands(program: Command, run: Runner): void {
  program
    .command('sources')
    .description('Show where model versions come from, how fresh that is, and what was refused and why.')
    .option('--sync [source]', 'read all sources again first, or this one: for who has just released something')
    .addHelpText('after', '\nExamples:\n  $ tessera sources\n  $ tessera sources --sync hospital-a --json')
    .action(({ sync }: { readonly sync?: true | string }, command: Command) =>
      run(command, async (context) => {
        const sources = sync === undefined ? await readSources(context) : await syncSources(context, sync);
        context.show(sources, () => sourceLines(sources));
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

async function readSources(context: CliContext) {
  return (await context.ask(RegistrySourcesDocument, {})).registrySources;
}

async function syncSources(context: CliContext, source: true | string) {
  return (await context.ask(SyncRegistryDocument, { source: source === true ? null : source })).syncRegistry;
}
