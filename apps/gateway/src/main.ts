import { isDomainError } from '#libs/errors';
import { endOnArguments } from './command-line.js';
import { openGateway } from './open-gateway.js';
import { type Gateway } from './create-gateway.js';
import { loadConfig, printableConfig, type GatewayConfig } from '#gateway/config';
import { Log } from './logging/index.js';

endOnArguments('start');
await start();

async function start(): Promise<void> {
  let log: Log | undefined;
  try {
    const config = loadConfig();
    log = new Log(config.logLevel);
    log.info('configuration', printableConfig(config));
    const gateway = await openGateway(config, log);
    // Whoever is told that it listens may end it at once.
    stopOnSignal(gateway, log);
    announce(gateway, config);
  } catch (error) {
    const isRefusal = isDomainError(error);
    // Where a refusal was thrown tells an operator nothing; what it was caused by may.
    log?.error('start failed', isRefusal ? { code: error.code } : {}, isRefusal ? error.cause : error);
    const reason = isRefusal ? error.message : 'an unexpected error; the log names the place.';
    process.stderr.write(`tessera gateway cannot start: ${reason}\n`);
    process.exit(1);
  }
}

function announce({ url }: Gateway, config: GatewayConfig): void {
  const endpoint = `${url}/graphql`;
  process.stdout.write(`tessera gateway listening on ${endpoint}\n`);
  if (config.apiKeys.length === 0) {
    process.stdout.write('no API keys are configured: whoever uses this machine is the administrator\n');
  }
  // A parent that is gone by now must not take this process with it.
  process.send?.({ kind: 'listening', url: endpoint }, undefined, undefined, () => undefined);
}

function stopOnSignal(gateway: Gateway, log: Log): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    log.info('shutting down');
    gateway.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('shutdown failed', {}, error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
