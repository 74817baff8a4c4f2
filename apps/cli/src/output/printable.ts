// C0 and C1 controls (but tab and line feed) and the marks that turn the direction of writing: text of a registry or a file could move a terminal's
// cursor, hide a line or show a number backwards.
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The same value with every text in it safe to print on a terminal. */
export function printable<T>(value: T): T;
export function printable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(UNSAFE, '\ufffd');
  if (Array.isArray(value)) return value.map((item: unknown) => printable(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [printable(key), printable(item)]));
}
