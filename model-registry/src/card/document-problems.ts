import type { DocumentProblem } from '#libs/errors';
import { type z } from 'zod';
import { canonicalJson } from '../canonical-json.js';

/** A hostile document could have a problem in every byte; nobody reads more than this many. */
const MAX_PROBLEMS = 20;

/** One problem when the condition does not hold, none when it does. */
export function expectThat(holds: boolean, pointer: string, problem: string): readonly DocumentProblem[] {
  return holds ? [] : [{ pointer, problem }];
}

/** Parses by the schema, then by the rules that a schema cannot say. `refuse` gets every problem, at most twenty, in document order of finding. */
export function parseDocument<T>(
  json: unknown,
  schema: z.ZodType<T>,
  rules: (document: T) => readonly DocumentProblem[],
  refuse: (problems: readonly DocumentProblem[]) => Error,
): T {
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw refuse(shapeProblems(parsed.error, json));
  const problems = [...carriesCanonically(json, parsed.data), ...rules(parsed.data)];
  if (problems.length > 0) throw refuse(problems.slice(0, MAX_PROBLEMS));
  return parsed.data;
}

/** A digest is over the canonical form, so what was parsed must be exactly what was read: no member lost, no text that has no canonical form. */
function carriesCanonically(json: unknown, parsed: unknown): readonly DocumentProblem[] {
  try {
    return expectThat(
      canonicalJson(json) === canonicalJson(parsed),
      '',
      'holds a member whose name is not allowed, such as __proto__',
    );
  } catch {
    return expectThat(false, '', 'holds text that is not well-formed Unicode');
  }
}

function shapeProblems(error: z.ZodError, json: unknown): readonly DocumentProblem[] {
  return error.issues.slice(0, MAX_PROBLEMS).map((issue) => ({
    pointer: toPointer(issue.path),
    problem: describe(issue, valueAt(json, issue.path)),
  }));
}

/** RFC 6901. The names under `args` are the document's own text, which errors do not repeat: the pointer stops above them. */
function toPointer(path: readonly PropertyKey[]): string {
  const args = path.indexOf('args');
  const known = args === -1 ? path : path.slice(0, args + 1);
  return known.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (isObject(value) ? Reflect.get(value, key) : undefined), json);
}

/** In words of our own: the library's messages repeat what the document says. */
function describe(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? `is missing: expected ${issue.expected}` : `must be of the type ${issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map((word) => JSON.stringify(word)).join(', ')}`;
    case 'invalid_format':
      return issue.message.startsWith('must') ? issue.message : `must be a ${issue.pattern ?? issue.format}`;
    case 'too_small':
      return size('at least', issue.origin, issue.minimum, issue.inclusive ?? true);
    case 'too_big':
      return size('at most', issue.origin, issue.maximum, issue.inclusive ?? true);
    case 'unrecognized_keys':
      return `has members that the format does not know, at these positions (from 1): ${positions(issue.keys, value)}`;
    case 'invalid_union':
      return 'has none of the forms that are allowed here';
    default:
      return 'is not what the format asks for';
  }
}

function size(bound: string, origin: string, limit: number | bigint, inclusive: boolean): string {
  if (origin === 'string') return `must have ${bound} ${limit} characters`;
  if (origin === 'array') return `must have ${bound} ${limit} entries`;
  const least = bound === 'at least';
  return inclusive ? `must be ${bound} ${limit}` : `must be ${least ? 'greater' : 'less'} than ${limit}`;
}

function positions(keys: readonly string[], value: unknown): string {
  const members = isObject(value) ? Object.keys(value) : [];
  return keys
    .slice(0, MAX_PROBLEMS)
    .map((key) => members.indexOf(key) + 1)
    .join(', ');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Whether a text is a day of the calendar, or a moment of one; the shape alone would let the 31st of February through. */
export function isRealDate(text: string): boolean {
  const day = text.slice(0, 10);
  const midnight = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) return false;
  return !Number.isNaN(new Date(text).getTime());
}

/** Whether no two of the texts are equal. */
export function areUnique(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}
