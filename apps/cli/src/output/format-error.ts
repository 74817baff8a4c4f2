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
  return [
    `${code}: ${message}`,
    ...properties(
      [
        ['at', path.join('.')],
        ...factRows(facts),
        [
          'key',
          code === 'UNAUTHENTICATED' ? 'put it into TESSERA_API_KEY, or name its variable with --api-key-env' : null,
        ],
        ['retry', retryable ? 'the same may succeed later' : null],
        ['request id', requestId],
      ],
      '  ',
    ),
  ];
}

// What the message says itself, or what only a program can use.
const SAID_ALREADY = new Set(['differences', 'mutation', 'missing']);

/** The facts of an error, a row each, and the options of this command that its arguments are. */
export function factRows(facts: AnswerError['facts']): readonly (readonly [string, string | null])[] {
  const rows = Object.entries(facts)
    .filter(([name]) => !SAID_ALREADY.has(name))
    .flatMap(([name, value]) => (name === 'problems' ? problemRows(value) : [[name, plain(value)] as const]));
  return [...rows, ['option', optionsOf(facts)]];
}

/** What is wrong with a list, a row a line of it; problems of other documents as they are. */
function problemRows(problems: unknown): readonly (readonly [string, string])[] {
  if (!Array.isArray(problems)) return [['problems', plain(problems)]];
  const rows = problems.map((entry: unknown) => {
    const isOfLine = typeof entry === 'object' && entry !== null && 'line' in entry && 'problem' in entry;
    return isOfLine ? ([placeOf(entry), plain(entry.problem)] as const) : null;
  });
  return rows.every((row) => row !== null) ? rows : [['problems', plain(problems)]];
}

/** A line, or a cell of a table: `line 7, column 9 (event)`. */
function placeOf(entry: { readonly line: unknown; readonly column?: unknown; readonly field?: unknown }): string {
  const { line, column, field } = entry;
  const cell = typeof column === 'number' ? `, column ${column}` : '';
  return `line ${String(line)}${cell}${typeof field === 'string' ? ` (${field})` : ''}`;
}

/** How the API's arguments are called on the command line, where the name is another. */
const OPTIONS: Readonly<Record<string, string>> = {
  'input.path': 'the path',
  'input.csv': 'the file',
  'input.expectedRevision': '--expect',
  'input.scale': '--scale',
  'input.models': '--model',
  'input.coordsPath': '--coords',
  'input.encoder': '--encoder',
  'input.hasHeader': '--header',
  'input.id': '--id',
  'input.licence': '--licence',
  'input.model': '--model',
  'input.mpp': '--mpp',
  'input.name': '--name',
  'input.namespace': '--namespace',
  'input.source': '--source',
  'input.version': '--release',
  'input.tileSizePx': '--tile-size',
  'input.tileEdgePx': '--tile-edge',
  'input.coordsUnit': '--coords-unit',
  'input.level': '--level',
  'context.operatingPoint': '--operating-point',
  'context.prevalence': '--prevalence',
  mode: '--heat-map',
};

function optionsOf({ argument, missing }: AnswerError['facts']): string | null {
  const names: readonly unknown[] = Array.isArray(missing) ? missing : [argument];
  const options = names.map((name) => (typeof name === 'string' ? OPTIONS[name] : undefined));
  return options.filter((option) => option !== undefined).join(', ') || null;
}

function known(error: unknown): AnswerError {
  if (error instanceof TesseraError) return error;
  const message = error instanceof Error ? error.message : 'Something that is no error was thrown.';
  return { code: 'CLIENT_ERROR', message, retryable: false, path: [], requestId: null, facts: {} };
}
