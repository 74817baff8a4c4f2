import { TesseraError, type AnswerError } from '#libs/client';
import { printable } from './printable.js';
import { plain, properties } from './text.js';

/** An error as JSON has it. */
export function errorDocument(error: unknown): { readonly error: AnswerError } {
  const { code, message, retryable, path, requestId, facts } = known(error);
  return { error: { code, message, retryable, path, requestId, facts } };
}

/** An error as a person reads it: what happened, what to do, and what identifies the case. */
export function errorLines(error: unknown): string[] {
  const { code, message, retryable, path, requestId, facts } = printable(errorDocument(error).error);
  const rows = Object.entries(facts).map(([name, value]): readonly [string, string] => [name, plain(value)]);
  return [
    `${code}: ${message}`,
    ...properties(
      [
        ['at', path.join('.')],
        ...rows,
        ['retry', retryable ? 'the same may succeed later' : null],
        ['request id', requestId],
      ],
      '  ',
    ),
  ];
}

function known(error: unknown): AnswerError {
  if (error instanceof TesseraError) return error;
  const message = error instanceof Error ? error.message : 'Something that is no error was thrown.';
  return { code: 'CLIENT_ERROR', message, retryable: false, path: [], requestId: null, facts: {} };
}
