import { pino, type DestinationStream, type Logger } from 'pino';
import { isDomainError } from '#libs/errors';

/** What may stand in a log line: numbers, codes and ids that we made; never a caller's own text. */
export type LogFields = Readonly<Record<string, unknown>>;

/** JSON lines on stderr. The first argument is a fixed event name, so that a line can be found and counted. */
export class Log {
  private readonly logger: Logger;

  constructor(level: string, destination: DestinationStream = pino.destination({ fd: 2, sync: true })) {
    this.logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  }

  debug(event: string, fields: LogFields = {}): void {
    this.logger.debug(fields, event);
  }

  info(event: string, fields: LogFields = {}): void {
    this.logger.info(fields, event);
  }

  warn(event: string, fields: LogFields = {}): void {
    this.logger.warn(fields, event);
  }

  /** Logs what went wrong: its class and where it was thrown. Messages are left out, for they may repeat a caller's text. */
  error(event: string, fields: LogFields = {}, error?: unknown): void {
    this.logger.error(error === undefined ? fields : { ...fields, error: describeFault(error) }, event);
  }
}

interface Fault {
  readonly name: string;
  readonly code?: string;
  readonly frames?: readonly string[];
  readonly cause?: Fault;
}

function describeFault(error: unknown, depth = 0): Fault {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = isDomainError(error) ? error.code : systemCode(error);
  return {
    name: error.constructor.name,
    ...(code === undefined ? {} : { code }),
    frames: stackFrames(error.stack),
    ...(error.cause === undefined || depth === 3 ? {} : { cause: describeFault(error.cause, depth + 1) }),
  };
}

/** Codes of Node (ECONNREFUSED) and PostgreSQL (23505); anything longer is not a code. */
function systemCode(error: Error): string | undefined {
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]{2,40}$/.test(code) ? code : undefined;
}

// The stack begins with the message, which may run over several lines: only lines that look like frames of code are kept.
function stackFrames(stack: string | undefined): readonly string[] {
  return (stack ?? '')
    .split('\n')
    .filter((line) => /^ {4}at .*(?::\d+:\d+\)?|\(native\)|<anonymous>\)?)$/.test(line))
    .map((line) => line.trim())
    .slice(0, 20);
}
