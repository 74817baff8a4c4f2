/** Decimal places that are tried: nine hold every multiple of 1/512, and what people write. */
const PLACES = 9;
const SCALE = 10 ** PLACES;
/** Up to here a decimal of so many digits is the shortest that reads back as its double. */
const MAX_SCALED = 1e15;
/** Longest text of a double, with its comma. */
const MAX_TEXT = 26;
const PIECE_BYTES = 2 ** 16;
const ZERO = 0x30;
const MINUS = 0x2d;
const DOT = 0x2e;
const COMMA = 0x2c;

/**
 * The JSON text of a list of finite numbers, without its brackets. Each reads back as the double that it is, so that an FP32 does too.
 * Numbers of few decimals, which `String` is slow for, are written digit by digit.
 */
export function numbersText(data: Float32Array | Float64Array): string {
  const buffer = Buffer.allocUnsafe(Math.min(PIECE_BYTES, data.length * MAX_TEXT + MAX_TEXT));
  let text = '';
  let at = 0;
  for (let i = 0; i < data.length; i += 1) {
    if (at > buffer.length - MAX_TEXT) {
      text += buffer.toString('latin1', 0, at);
      at = 0;
    }
    const value = data[i] ?? 0;
    const size = Math.abs(value);
    const scaled = size * SCALE;
    const isShort = scaled < MAX_SCALED && scaled === Math.floor(scaled) && scaled / SCALE === size;
    if (value < 0 || Object.is(value, -0)) buffer[at++] = MINUS;
    at = isShort ? writeDecimal(buffer, at, scaled) : writeText(buffer, at, String(size));
    buffer[at++] = COMMA;
  }
  return text + buffer.toString('latin1', 0, Math.max(0, at - 1));
}

/** Writes a whole number of billionths. The `| 0` make integers of 32 bits of them, whose digits cost a tenth. */
function writeDecimal(buffer: Buffer, start: number, scaled: number): number {
  const whole = Math.floor(scaled / SCALE) | 0;
  let rest = (scaled - whole * SCALE) | 0;
  const point = writeWhole(buffer, start, whole);
  if (rest === 0) return point;
  buffer[point] = DOT;
  let place = PLACES;
  for (; rest % 10 === 0; place -= 1) rest = (rest / 10) | 0;
  const end = point + place;
  for (; place > 0; place -= 1) {
    const left = (rest / 10) | 0;
    buffer[point + place] = ZERO + rest - left * 10;
    rest = left;
  }
  return end + 1;
}

/** A text of so few letters costs less this way than a call of `write`. */
function writeText(buffer: Buffer, start: number, text: string): number {
  for (let i = 0; i < text.length; i += 1) buffer[start + i] = text.charCodeAt(i);
  return start + text.length;
}

/** Below a million. */
function writeWhole(buffer: Buffer, start: number, whole: number): number {
  let end = start + 1;
  for (let limit = 10; whole >= limit; limit *= 10) end += 1;
  for (let at = end - 1, rest = whole; at >= start; at -= 1) {
    const left = (rest / 10) | 0;
    buffer[at] = ZERO + rest - left * 10;
    rest = left;
  }
  return end;
}
