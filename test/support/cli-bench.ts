import { startFakeGateway, type FakeGateway, type FakeGatewayOptions } from './fake-gateway.js';
import { runCli } from '#cli';
import type { CliResult } from './run-cli.js';

export interface CliWorld extends FakeGatewayOptions {
  readonly isTTY?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  /** Presses Ctrl-C when stderr holds this text. */
  readonly interruptAt?: string;
}

/** The command inside this process, with a fake gateway that lives until `close`; the options of its first run shape it. */
export class CliBench {
  gateway: FakeGateway | null = null;

  async close(): Promise<void> {
    await this.gateway?.close();
    this.gateway = null;
  }

  async run(args: readonly string[], world: CliWorld = {}): Promise<CliResult> {
    const { isTTY = false, environment = {}, interruptAt, ...options } = world;
    this.gateway ??= await startFakeGateway(options);
    const written = { stdout: '', stderr: '' };
    let interrupt = (): void => undefined;
    let isPressed = false;
    const code = await runCli(args, {
      stdout: { isTTY, columns: 100, write: (text) => (written.stdout += text) },
      stderr: {
        isTTY,
        columns: 100,
        write: (text) => {
          written.stderr += text;
          if (isPressed || interruptAt === undefined || !written.stderr.includes(interruptAt)) return;
          isPressed = true;
          interrupt();
        },
      },
      onInterrupt: (listener) => {
        interrupt = listener;
        return () => undefined;
      },
      environment: { TESSERA_URL: this.gateway.url, ...environment },
    });
    return { code, ...written };
  }
}

/** The error document that `--json` writes on stderr. */
export function errorOf({ stderr }: CliResult): unknown {
  const { error }: { error: unknown } = JSON.parse(stderr);
  return error;
}
