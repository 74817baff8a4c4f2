import type { RateFieldsFragment, RegionInput } from '#libs/client';

/** Lines of a table: columns aligned, two spaces between them, the header first. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Lines of `name  value`, aligned, below one indent. Empty values are left out; with `columns`, values are wrapped under their beginning. */
export function properties(
  entries: readonly (readonly [string, string | null])[],
  indent = '',
  columns?: number,
): string[] {
  const given = entries.filter((entry): entry is readonly [string, string] => entry[1] !== null && entry[1] !== '');
  const width = Math.max(0, ...given.map(([name]) => name.length));
  const margin = indent.length + width + 2;
  return given.flatMap(([name, value]) => {
    const [first = '', ...more] = columns === undefined ? [value] : wrap(value, columns - margin);
    return [`${indent}${name.padEnd(width)}  ${first}`, ...more.map((line) => ' '.repeat(margin) + line)];
  });
}

const COLOUR = /\u001b\[[0-9;]*m/g;
const NARROWEST = 30;

/** Lines of at most `width` characters, broken between words; a longer word has its own line. Colours take no room. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    const isFull = line !== '' && longer.replace(COLOUR, '').length > Math.max(width, NARROWEST);
    if (isFull) lines.push(line);
    line = isFull ? word : longer;
  }
  return [...lines, line];
}

/** The first 12 characters of a digest or id, or the whole. */
export function shorten(digest: string, isFull: boolean): string {
  return isFull ? digest : digest.slice(0, 12);
}

/** A share of one as percent: `96.7 %`. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** A proportion with its interval and counts: `96.7 % (93.8 to 98.2), 261 of 270`. */
export function rate(value: RateFieldsFragment): string {
  const bound = (share: number): string => (share * 100).toFixed(1);
  return `${percent(value.value)} (${bound(value.low)} to ${bound(value.high)}), ${value.count} of ${value.n}`;
}

/**
 * A number, and the one that it is compared with, with as many digits as it takes to see which is larger: 0.6096 against 0.61 must not
 * read as two times 0.610.
 */
export function comparable(value: number, other: number | null, digits = 3): string {
  if (other === null || value === other) return value.toFixed(digits);
  for (let more = digits; more < 12; more += 1) {
    if (value.toFixed(more) !== other.toFixed(more)) return value.toFixed(more);
  }
  return String(value);
}

export function region(value: RegionInput | null): string {
  return value ? `region ${value.width} x ${value.height} px at ${value.x}, ${value.y}` : 'whole slide';
}

/** `12.3 ms` or `4.2 s`. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(1)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Bytes with a decimal prefix. */
export function bytes(count: number): string {
  if (count < 1000) return `${count} B`;
  if (count < 1e6) return `${(count / 1e3).toFixed(1)} kB`;
  return count < 1e9 ? `${(count / 1e6).toFixed(1)} MB` : `${(count / 1e9).toFixed(1)} GB`;
}

/** `2026-03-01 12:00:00Z`: without the fraction of a second. */
export function time(iso: string): string {
  return iso.replace('T', ' ').replace(/\.\d+Z$/, 'Z');
}

/** A figure with at most four significant digits. */
export function figure(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** Any fact as a word, a list of words, or JSON. */
export function plain(value: unknown): string {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ');
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
