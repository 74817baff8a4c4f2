import { isDomainError } from '#libs/errors';
import { endOnArguments } from './command-line.js';
import { loadConfig } from '#gateway/config';
import { Log } from './logging/index.js';
import { openStore } from './open-resources.js';

endOnArguments('migrate');

/** `npm run migrate`: opens the store, which runs the migrations that are missing, and closes it. */
try {
  const config = loadConfig();
  const store = await openStore(config, new Log('silent'));
  await store.close();
  process.stdout.write(`migrations are up to date (${store.kind})\n`);
} catch (error) {
  process.stderr.write(`migrations did not run: ${isDomainError(error) ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
