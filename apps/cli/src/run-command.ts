import type { Command } from 'commander';
import { TesseraClient } from '#libs/client';
import { CliContext } from './cli-context.js';
import type { CliIo } from './cli-io.js';
import { readSettings, type CliSettings, type GlobalOptions } from './cli.config.js';
import { UsageError } from './cli-errors.js';
import { EXIT, exitCodeOf, type ExitCode } from './exit-codes.js';
import { Interrupts } from './interrupts.js';
import { errorDocument, errorLines } from './output/format-error.js';

/** The body of a command. It may end with an exit code of its own, as when a part of the answer failed. */
export type Work = (context: CliContext) => Promise<ExitCode | void>;

/** Runs the body of a command with the settings that hold for it. */
export type Runner = (command: Command, work: Work) => Promise<void>;

/** A runner that writes failures where they belong and keeps the exit code. */
export function runnerFor(io: CliIo, keep: (code: ExitCode) => void): Runner {
  return async (command, work) => {
    const options: GlobalOptions = command.optsWithGlobals();
    const interrupts = new Interrupts();
    const stopListening = io.onInterrupt(() => interrupts.arrived());
    try {
      const settings = readSettings(options, io.environment);
      const context = new CliContext(clientFor(settings), settings, io, interrupts);
      keep((await work(context)) ?? EXIT.ok);
    } catch (error) {
      writeError(io, error, options.json ?? false);
      keep(exitCodeOf(error));
    } finally {
      stopListening();
    }
  };
}

export function writeError(io: CliIo, error: unknown, isJson: boolean): void {
  const text = isJson ? JSON.stringify(errorDocument(error)) : errorLines(error).join('\n');
  io.stderr.write(`${text}\n`);
}

function clientFor(settings: CliSettings): TesseraClient {
  const { url, timeoutMs, apiKey } = settings;
  try {
    return new TesseraClient({ url, timeoutMs, ...(apiKey === null ? {} : { apiKey }) });
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
}
