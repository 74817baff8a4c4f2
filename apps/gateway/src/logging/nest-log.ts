import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

/**
 * What Nest says goes here. Its sentences at start name modules and routes; what it says later may quote a request or an
 * exception, so that only the fact and its origin are kept.
 */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Log) {}

  log(message: unknown, context?: unknown): void {
    this.lines.debug('framework', { says: text(message), origin: text(context) });
  }

  warn(_message: unknown, context?: unknown): void {
    this.lines.warn('framework warning', { origin: text(context) });
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.lines.error('framework error', { origin: text(rest.at(-1)) }, message instanceof Error ? message : undefined);
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.length < 300 && !value.includes('\n') ? value : undefined;
}
