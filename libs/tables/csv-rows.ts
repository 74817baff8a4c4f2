/** A row of a CSV text: the line on which it begins, from 1, and its cells without quotes. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Null for a row that is well formed; else what is wrong with its quotes. */
  readonly problem: string | null;
}

const BYTE_ORDER_MARK = '\ufeff';

/**
 * The rows of a CSV text by RFC 4180, one after the other, so that whoever reads many can stop between two: fields separated by commas, a field
 * that holds a comma, a quote or a line break in double quotes, a quote within it doubled. Lines end with LF or CR LF; a byte order mark at the
 * start and lines that are empty are passed over. Nothing is trimmed or converted.
 * A quote that does not end, or stands inside a field without quotes, is told in `problem` of its row; reading goes on with the next line.
 */
export function* csvRows(text: string): Generator<CsvRow> {
  let at = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  for (let line = 1; at < text.length;) {
    const row = readRow(text, at);
    const isEmpty = row.cells.length === 1 && row.cells[0] === '' && row.problem === null;
    if (!isEmpty) yield { line, cells: row.cells, problem: row.problem };
    line += row.lines;
    at = row.next;
  }
}

interface ReadRow {
  readonly cells: readonly string[];
  readonly problem: string | null;
  readonly next: number;
  /** Line breaks that it took. */
  readonly lines: number;
}

function readRow(text: string, start: number): ReadRow {
  const cells: string[] = [];
  let lines = 1;
  for (let at = start; ;) {
    const field = text[at] === '"' ? quoted(text, at) : plain(text, at);
    if (field.problem !== null)
      return { cells: [...cells, ''], problem: field.problem, next: lineEnd(text, start), lines: 1 };
    cells.push(field.value);
    lines += field.breaks;
    if (text[field.next] === ',') at = field.next + 1;
    else return { cells, problem: null, next: lineEnd(text, field.next), lines };
  }
}

interface Field {
  readonly value: string;
  readonly problem: string | null;
  /** Of the comma or the line break behind it. */
  readonly next: number;
  readonly breaks: number;
}

function plain(text: string, start: number): Field {
  let at = start;
  while (at < text.length && text[at] !== ',' && text[at] !== '\n') at += 1;
  const end = text[at] === '\n' && text[at - 1] === '\r' && at > start ? at - 1 : at;
  const value = text.slice(start, end);
  const problem = value.includes('"') ? 'has a quote inside a field that does not begin with one' : null;
  return { value, problem, next: at, breaks: 0 };
}

function quoted(text: string, start: number): Field {
  const broken = (problem: string): Field => ({ value: '', problem, next: start, breaks: 0 });
  for (let at = start + 1; ;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return broken('has a quote that does not end');
    if (text[quote + 1] === '"') {
      at = quote + 2;
      continue;
    }
    const next = text[quote + 1] === '\r' ? quote + 2 : quote + 1;
    if (next < text.length && text[next] !== ',' && text[next] !== '\n')
      return broken('has text behind a closing quote');
    const value = text.slice(start + 1, quote).replaceAll('""', '"');
    return { value, problem: null, next, breaks: value.split('\n').length - 1 };
  }
}

function lineEnd(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found === -1 ? text.length : found + 1;
}
