/** Bytes `start` to `end`, both included. */
export interface ParsedRange {
  readonly start: number;
  readonly end: number;
}

/**
 * A Range header over `size` bytes (RFC 9110 section 14.1.2). One range is served; several, or something else than bytes, is answered with
 * the whole file, as the standard allows.
 */
export function parseRange(header: string | undefined, size: number): ParsedRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match) return null;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'unsatisfiable' : { start, end };
}
