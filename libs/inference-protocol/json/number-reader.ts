const MINUS = 0x2d;
const DOT = 0x2e;
const COMMA = 0x2c;
const SPACE = 0x20;
/** Below it a double holds every whole number. */
const EXACT = 2 ** 53;
/** Powers of ten up to here are doubles, and so is their quotient with an exact number: rounded once (Clinger 1990). */
const EXACT_POWER = 22;
/** Digits of a number that is read by its first approximation. */
const MAX_DIGITS = 40;
/** Far beyond the error of `MAX_DIGITS` roundings, far below half a step of FP32. */
const DOUBT = 1e-14;
const POWERS = Float64Array.from({ length: MAX_DIGITS + 1 }, (_, exponent) => Number(`1e${exponent}`));

/** Why `readRow` stopped. */
export type RowEnd = 'full' | 'behind-last' | 'not-a-number';

/**
 * Reads the decimal numbers of a JSON text from its bytes: each the number that `JSON.parse` gives, rounded to FP32 where that is asked
 * for, without the text and the list of objects in between.
 */
export class NumberReader {
  /** Where the next token begins. */
  at = 0;
  /** How many numbers were read. */
  count = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly isSingle: boolean,
  ) {}

  /**
   * Reads numbers with commas between them into `data`, from its place `count` on. One long function, for nearly all time of a large
   * request is spent here.
   */
  readRow(data: Float32Array | Float64Array): RowEnd {
    const { bytes } = this;
    let { at, count } = this;
    for (;;) {
      if (count === data.length) return this.pause(at, count, 'full');
      let byte = bytes[at] ?? 0;
      const start = at;
      if (byte === MINUS) byte = bytes[(at += 1)] ?? 0;
      const first = at;
      let mantissa = 0;
      for (; (byte ^ 0x30) < 10; byte = bytes[(at += 1)] ?? 0) mantissa = mantissa * 10 + (byte ^ 0x30);
      // JSON knows no empty whole part, and no zeros before one.
      if (at === first || (at - first > 1 && bytes[first] === 0x30)) return this.pause(start, count, 'not-a-number');
      let places = 0;
      if (byte === DOT) {
        const point = at;
        byte = bytes[(at += 1)] ?? 0;
        for (; (byte ^ 0x30) < 10; byte = bytes[(at += 1)] ?? 0) mantissa = mantissa * 10 + (byte ^ 0x30);
        places = at - point - 1;
        if (places === 0) return this.pause(start, count, 'not-a-number');
      }
      let value = places === 0 ? mantissa : mantissa / (POWERS[places] ?? 1);
      if (start !== first) value = -value;
      if ((byte | 0x20) === 0x65) {
        at = endOfNumber(bytes, at);
        value = this.readAsText(start, at);
        byte = bytes[at] ?? 0;
      } else if (mantissa >= EXACT || places > EXACT_POWER) value = this.readLong(start, at, value);
      data[count] = value;
      // Beyond what FP32 can hold, the number is none.
      if (!Number.isFinite(data[count] ?? NaN)) return this.pause(start, count, 'not-a-number');
      count += 1;
      if (byte <= SPACE) byte = bytes[(at = skipSpace(bytes, at))] ?? 0;
      if (byte !== COMMA) return this.pause(at, count, 'behind-last');
      at += 1;
      if ((bytes[at] ?? 0) <= SPACE) at = skipSpace(bytes, at);
    }
  }

  private pause(at: number, count: number, end: RowEnd): RowEnd {
    this.at = at;
    this.count = count;
    return end;
  }

  /** More digits than a double holds: an FP32 is known from an approximation, unless that lies on the edge between two. */
  private readLong(start: number, end: number, approximate: number): number {
    const near = Math.fround(approximate * (1 - DOUBT));
    const isSure = near === Math.fround(approximate * (1 + DOUBT)) && end - start <= MAX_DIGITS;
    return this.isSingle && isSure ? near : this.readAsText(start, end);
  }

  private readAsText(start: number, end: number): number {
    const { buffer, byteOffset } = this.bytes;
    try {
      return Number(JSON.parse(Buffer.from(buffer, byteOffset + start, end - start).toString('latin1')));
    } catch {
      return NaN;
    }
  }
}

/** The first byte that is none of JSON's white space. */
export function skipSpace(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === SPACE || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at += 1;
  return at;
}

function endOfNumber(bytes: Uint8Array, start: number): number {
  let at = start;
  for (let byte = bytes[at] ?? 0; isOfNumber(byte); byte = bytes[at] ?? 0) at += 1;
  return at;
}

function isOfNumber(byte: number): boolean {
  return (byte ^ 0x30) < 10 || byte === MINUS || byte === DOT || byte === 0x2b || (byte | 0x20) === 0x65;
}
