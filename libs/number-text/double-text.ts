import { type DigitBuffer, listOf } from './digit-buffer.js';

/** Decimal places that are tried: nine hold every multiple of 1/512, and what people write. */
const PLACES = 9;
const SCALE = 10 ** PLACES;
/** Up to here a decimal of so many digits is the shortest that reads back as its double. */
const MAX_SCALED = 1e15;

/**
 * A flat JSON list of finite doubles. Each reads back as the double that it is, minus zero included. Numbers of few decimals, which `String` is slow for, are written
 * digit by digit.
 * @returns the text with its brackets
 */
export function exactDoublesJson(data: Float64Array): string {
  return listOf(data.length, (buffer, at) => writeDouble(buffer, data[at] ?? 0));
}

function writeDouble(buffer: DigitBuffer, value: number): void {
  const size = Math.abs(value);
  const scaled = size * SCALE;
  if (value < 0 || Object.is(value, -0)) buffer.minus();
  const isShort = scaled < MAX_SCALED && scaled === Math.floor(scaled) && scaled / SCALE === size;
  if (!isShort) return buffer.text(String(size));
  // Below a million, and below 10^9: integers of 32 bits, whose digits cost a tenth.
  const whole = Math.floor(scaled / SCALE) | 0;
  let rest = (scaled - whole * SCALE) | 0;
  buffer.decimal(whole, 0);
  if (rest === 0) return;
  let places = PLACES;
  for (; rest % 10 === 0; places -= 1) rest = (rest / 10) | 0;
  buffer.fraction(rest, places);
}
