import type { Command } from 'commander';
import { readVersion } from '../cli.config.js';
import { properties } from '../output/text.js';
import type { Runner } from '../run-command.js';

const GATEWAY_SETTINGS = 'docs/configuration.md';

export function addConfigCommand(program: Command, run: Runner): void {
  program
    .command('config')
    .description('Show the settings of this client. Asks no gateway, and never shows a key.')
    .addHelpText('after', '\nExamples:\n  $ tessera config\n  $ TESSERA_URL=http://10.0.0.5:4000 tessera config --json')
    .action((_options: object, command: Command) =>
      run(command, async (context) => {
        const { url, urlSource, apiKeyEnv, apiKey, timeoutMs } = context.settings;
        const version = readVersion();
        const isKeySet = apiKey !== null;
        context.show(
          { version, url, urlSource, apiKeyEnv, isKeySet, timeoutMs, gatewaySettings: GATEWAY_SETTINGS },
          () =>
            properties([
              ['version', version],
              ['gateway', `${url} (${urlSource})`],
              ['API key', `${isKeySet ? 'set' : 'not set'} (${apiKeyEnv})`],
              ['timeout', `${timeoutMs / 1000} s a request`],
              ['gateway settings', `environment variables TESSERA_*, see ${GATEWAY_SETTINGS}`],
            ]),
        );
      }),
    );
}
