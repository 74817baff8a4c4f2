import { canonicalJson } from '../canonical-json.js';

/** One difference between two JSON documents. */
export interface DocumentChange {
  /** JSON pointer (RFC 6901) of the place: in the new document, or, for what was removed, in the old one. */
  readonly pointer: string;
  /** REORDERED: the same items of a list in another order; `from` and `to` are their names. */
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED' | 'REORDERED';
  /** What was there. Undefined for what was added. */
  readonly from: unknown;
  /** What is there. Undefined for what was removed. */
  readonly to: unknown;
}

type Members = Readonly<Record<string, unknown>>;

/** What names an item of a list, in this order: lists of named things are compared by name, whatever their places. */
const NAMES = ['name', 'path', 'id', 'mode'] as const;

/**
 * The differences between two JSON documents, in the order of their pointers' members. The order of an object's members does not matter; the
 * order of a list does. Items of a list that have names are compared with their namesakes, others by place; a list of plain values is
 * compared as a whole. There is no difference if and only if both have the same canonical JSON (RFC 8785).
 */
export function compareDocuments(from: unknown, to: unknown): readonly DocumentChange[] {
  return differences('', from, to);
}

function differences(pointer: string, from: unknown, to: unknown): readonly DocumentChange[] {
  if (from === undefined) return to === undefined ? [] : [{ pointer, kind: 'ADDED', from, to }];
  if (to === undefined) return [{ pointer, kind: 'REMOVED', from, to }];
  if (isObject(from) && isObject(to)) return ofMembers(pointer, from, to);
  if (isListOfObjects(from) && isListOfObjects(to)) return ofItems(pointer, from, to);
  return canonicalJson(from) === canonicalJson(to) ? [] : [{ pointer, kind: 'CHANGED', from, to }];
}

function ofMembers(pointer: string, from: Members, to: Members): readonly DocumentChange[] {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  return names.flatMap((name) => differences(`${pointer}/${escaped(name)}`, from[name], to[name]));
}

function ofItems(pointer: string, from: readonly Members[], to: readonly Members[]): readonly DocumentChange[] {
  const name = NAMES.find((candidate) => isNamedBy(candidate, from) && isNamedBy(candidate, to));
  if (name === undefined) {
    const places = Array.from({ length: Math.max(from.length, to.length) }, (_, i) => i);
    return places.flatMap((i) => differences(`${pointer}/${i}`, from[i], to[i]));
  }
  const before = new Map(from.map((item) => [item[name], item]));
  const after = new Set(to.map((item) => item[name]));
  const kept = [...before.keys()].filter((item) => after.has(item));
  const keptNow = [...after].filter((item) => before.has(item));
  const isReordered = kept.some((item, i) => item !== keptNow[i]);
  return [
    ...(isReordered ? [{ pointer, kind: 'REORDERED', from: [...before.keys()], to: [...after] } as const] : []),
    ...from.flatMap((item, i) => (after.has(item[name]) ? [] : differences(`${pointer}/${i}`, item, undefined))),
    ...to.flatMap((item, i) => differences(`${pointer}/${i}`, before.get(item[name]), item)),
  ];
}

function isNamedBy(name: string, items: readonly Members[]): boolean {
  const names = items.map((item) => item[name]);
  return names.every((value) => typeof value === 'string') && new Set(names).size === names.length;
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOfObjects(value: unknown): value is readonly Members[] {
  return Array.isArray(value) && value.every(isObject);
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
