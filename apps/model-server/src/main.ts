import { isDomainError } from '#libs/errors';
import { readCommandLine, type ModelServerConfig } from './model-server.config.js';
import { startModelServer, type RunningModelServer } from './start-model-server.js';

const log = (line: string): void => void process.stderr.write(`tessera-model-server: ${line}\n`);

async function main(): Promise<void> {
  const commandLine = readCommandLine();
  if (commandLine.kind === 'help') return void process.stdout.write(commandLine.text);
  await serve(commandLine.config);
}

async function serve(config: ModelServerConfig): Promise<void> {
  const starting = startModelServer(config, log);
  // Forked: this process never outlives the one that started it.
  if (process.send !== undefined) process.once('disconnect', () => void starting.then(exit));
  const server = await starting;
  // It may have ended while this program was still being read: then nobody heard the channel's end.
  if (process.send !== undefined && !process.connected) return exit(server);
  listenToSignals(server);
  const { url, grpcAddress, models, versions } = server;
  const also = grpcAddress === null ? '' : ` and for gRPC on ${grpcAddress}`;
  process.stdout.write(`tessera-model-server listening on ${url}${also} (${models} models, ${versions} versions)\n`);
  // A parent that forked this process learns the port, and knows from then on that it can be asked.
  // Should it be gone by now, the channel's end says so too.
  process.send?.({ kind: 'listening', url }, undefined, undefined, () => undefined);
  await server.loaded;
}

function listenToSignals(server: RunningModelServer): void {
  const stop = (): void => void server.drain().then(() => exit(server));
  process.once('SIGTERM', stop);
  // A child of the gateway: Ctrl-C reaches both, and the gateway needs its models until it has drained.
  process.on('SIGINT', process.send === undefined ? stop : () => undefined);
}

/** Leaving in order waits for every thread. A run that nobody waits for any more may take hours, and there is nothing to put away. */
function exit(server: RunningModelServer): void {
  if (server.isComputing()) process.kill(process.pid, 'SIGKILL');
  process.exit(0);
}

main().catch((error: unknown) => {
  log(isDomainError(error) ? error.message : describe(error));
  process.exit(1);
});

function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  return 'code' in error && error.code === 'EADDRINUSE'
    ? 'the port is taken; choose another with --port'
    : (error.stack ?? error.message);
}
