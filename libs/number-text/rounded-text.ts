import { type DigitBuffer, digitBuffer, listOf } from './digit-buffer.js';
import { POWERS } from './powers.js';

const MOST_WHOLE = 2 ** 31;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;

/** Decimal places whose digits stand in a table. */
const FEW = 4;
const FRACTIONS = 10 ** FEW;
/** `0000` to `9999`, four bytes each. */
const DIGITS = Buffer.alloc(FRACTIONS * FEW);
/** Bytes of `.0000` to `.9999` without zeros at the end; none for zero. */
const LENGTHS = new Uint8Array(FRACTIONS);
for (let fraction = 0; fraction < FRACTIONS; fraction += 1) {
  const text = String(fraction).padStart(FEW, '0');
  DIGITS.write(text, fraction * FEW, 'latin1');
  LENGTHS[fraction] = fraction === 0 ? 0 : 1 + text.replace(/0+$/, '').length;
}

/**
 * A flat JSON list of numbers with at most so many decimal places, rounded half away from zero from the number that is stored; zeros at the end are left out.
 * A number that is not finite is `null`.
 * @param decimals 0 to 9
 * @returns the text with its brackets
 */
export function roundedFloatsJson(data: Float32Array, decimals: number): string {
  if (decimals <= FEW) return fewDecimals(data, decimals);
  const scale = POWERS[decimals] ?? 1;
  return listOf(data.length, (buffer, at) => writeMany(buffer, data[at] ?? 0, decimals, scale));
}

// One loop over local variables: a call and a property for each number take more than its digits do.
function fewDecimals(data: Float32Array, decimals: number): string {
  const buffer = digitBuffer();
  const { bytes } = buffer;
  const [scale, rest] = [POWERS[decimals] ?? 1, POWERS[FEW - decimals] ?? 1];
  let text = '';
  buffer.open();
  let { end } = buffer;
  for (let at = 0; at < data.length; at += 1) {
    buffer.end = end;
    if (buffer.isFull()) {
      text += buffer.take();
      end = 0;
    }
    if (at > 0) bytes[end++] = COMMA;
    const value = data[at] ?? 0;
    const scaled = Math.abs(value) * scale + 0.5;
    const digits = scaled | 0;
    const whole = (digits / scale) | 0;
    if (!(scaled < MOST_WHOLE) || whole > 99) {
      buffer.end = end;
      writeMany(buffer, value, decimals, scale);
      ({ end } = buffer);
      continue;
    }
    if (value < 0 && digits > 0) bytes[end++] = MINUS;
    if (whole > 9) bytes[end++] = ZERO + ((whole / 10) | 0);
    bytes[end++] = ZERO + (whole % 10);
    const fraction = (digits - whole * scale) * rest;
    const from = fraction * FEW;
    // All four are written, and as many counted as there are: no jump depends on the number.
    bytes[end] = DOT;
    bytes[end + 1] = DIGITS[from] ?? ZERO;
    bytes[end + 2] = DIGITS[from + 1] ?? ZERO;
    bytes[end + 3] = DIGITS[from + 2] ?? ZERO;
    bytes[end + 4] = DIGITS[from + 3] ?? ZERO;
    end += LENGTHS[fraction] ?? 0;
  }
  buffer.end = end;
  buffer.close();
  return text + buffer.take();
}

// A float32 has 24 bits and 10^9, without its twos, 21: their product is exact, and so is the rounding.
function writeMany(buffer: DigitBuffer, value: number, decimals: number, scale: number): void {
  const scaled = Math.abs(value) * scale + 0.5;
  if (!(scaled < MOST_WHOLE))
    return buffer.text(Number.isFinite(value) ? String(Number(value.toFixed(decimals))) : 'null');
  let whole = scaled | 0;
  let places = decimals;
  while (places > 0) {
    const tenth = (whole / 10) | 0;
    if (tenth * 10 !== whole) break;
    whole = tenth;
    places -= 1;
  }
  if (value < 0 && whole > 0) buffer.minus();
  buffer.decimal(whole, places);
}
