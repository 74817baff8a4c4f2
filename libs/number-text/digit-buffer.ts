const CAPACITY = 2 ** 16;
/** Longest text of a number, with its comma and the list's brackets. */
const MOST_BYTES = 32;
const ZERO = 0x30;
const ASCII = { comma: 0x2c, minus: 0x2d, dot: 0x2e, open: 0x5b, close: 0x5d } as const;
/** `00` to `99`, two bytes each. */
const PAIRS = Buffer.from(Array.from({ length: 100 }, (_, pair) => String(pair).padStart(2, '0')).join(''), 'latin1');

/** Bytes of JSON numbers, until they are taken as text. */
export class DigitBuffer {
  /** Where they are; those before `end` are written. */
  readonly bytes = Buffer.allocUnsafe(CAPACITY);
  end = 0;

  /** Whether there may be no room for another number. */
  isFull(): boolean {
    return this.end > CAPACITY - MOST_BYTES;
  }

  take(): string {
    const text = this.bytes.toString('latin1', 0, this.end);
    this.end = 0;
    return text;
  }

  open(): void {
    this.bytes[this.end++] = ASCII.open;
  }

  close(): void {
    this.bytes[this.end++] = ASCII.close;
  }

  comma(): void {
    this.bytes[this.end++] = ASCII.comma;
  }

  minus(): void {
    this.bytes[this.end++] = ASCII.minus;
  }

  text(letters: string): void {
    for (let at = 0; at < letters.length; at += 1) this.bytes[this.end++] = letters.charCodeAt(at);
  }

  /** What stands behind a whole number: the point, and so many digits. */
  fraction(digits: number, places: number): void {
    const { bytes } = this;
    bytes[this.end] = ASCII.dot;
    const last = this.end + places;
    for (let at = last, rest = digits; at > this.end; at -= 1) {
      const next = (rest / 10) | 0;
      bytes[at] = ZERO + rest - next * 10;
      rest = next;
    }
    this.end = last + 1;
  }

  /** `whole` below 2^31, divided by ten to the power of `places`. */
  decimal(whole: number, places: number): void {
    const { bytes } = this;
    let rest = whole | 0;
    const digits = Math.max(digitsOf(rest), places + 1);
    const last = this.end + digits + (places > 0 ? 1 : 0);
    let at = last;
    let left = places;
    for (; left > 1; left -= 2) {
      const next = (rest / 100) | 0;
      const pair = (rest - next * 100) << 1;
      bytes[--at] = PAIRS[pair + 1] ?? ZERO;
      bytes[--at] = PAIRS[pair] ?? ZERO;
      rest = next;
    }
    if (left === 1) {
      const next = (rest / 10) | 0;
      bytes[--at] = ZERO + rest - next * 10;
      rest = next;
    }
    if (places > 0) bytes[--at] = ASCII.dot;
    while (at > this.end) {
      const next = (rest / 10) | 0;
      bytes[--at] = ZERO + rest - next * 10;
      rest = next;
    }
    this.end = last;
  }
}

function digitsOf(whole: number): number {
  if (whole < 100_000) return whole < 100 ? (whole < 10 ? 1 : 2) : whole < 1000 ? 3 : whole < 10_000 ? 4 : 5;
  if (whole < 10_000_000) return whole < 1_000_000 ? 6 : 7;
  return whole < 100_000_000 ? 8 : whole < 1_000_000_000 ? 9 : 10;
}

/** A JSON list with its brackets, a number at a time. */
export function listOf(length: number, write: (buffer: DigitBuffer, at: number) => void): string {
  const buffer = digitBuffer();
  let text = '';
  buffer.open();
  for (let at = 0; at < length; at += 1) {
    if (buffer.isFull()) text += buffer.take();
    if (at > 0) buffer.comma();
    write(buffer, at);
  }
  buffer.close();
  return text + buffer.take();
}

let shared: DigitBuffer | undefined;

/** One for all who write: nobody holds it over a turn of the event loop. */
export function digitBuffer(): DigitBuffer {
  shared ??= new DigitBuffer();
  return shared;
}
