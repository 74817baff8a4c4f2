// A spreadsheet would take these for formulas, and a cell may hold what somebody else wrote.
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * One line of a CSV text by RFC 4180, ended by CR LF. Null is an empty cell; a number is written as the shortest decimal that reads back as the
 * same double. Text that a spreadsheet would run as a formula gets an apostrophe before it.
 * @throws RangeError for a number that is not finite: an absence has no spelling as a number
 */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('A number of a table must be finite.');
    return String(value);
  }
  const text = String(value);
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
