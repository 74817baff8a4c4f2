import { JobNotSucceeded, TesseraError } from '#libs/client';
import { Interrupted, UsageError } from './cli-errors.js';

/** What a script can rely on; `tessera --help` and docs/cli.md say the same. */
export const EXIT = { ok: 0, refused: 1, usage: 2, unreachable: 3, job: 4, interrupted: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit code of a failed command. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof Interrupted) return EXIT.interrupted;
  if (error instanceof UsageError) return EXIT.usage;
  if (error instanceof JobNotSucceeded) return EXIT.job;
  if (!(error instanceof TesseraError)) return EXIT.refused;
  return error.code === 'GATEWAY_UNREACHABLE' || error.code === 'GATEWAY_TIMEOUT' ? EXIT.unreachable : EXIT.refused;
}

export const exitCodesHelp = `
Exit codes:
  0    done
  1    refused by the gateway, or something went wrong: the error names a code
  2    the command line is wrong
  3    the gateway cannot be reached, or does not answer in time
  4    a job failed or was cancelled
  130  interrupted (Ctrl-C)`;
