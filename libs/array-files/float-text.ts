import { type DigitBuffer, digitBuffer } from './digit-buffer.js';

const EXPONENT_BITS = 0xff;
const BIAS = 127;
const MANTISSA_BITS = 23;
/** Exponents of two whose numbers are written without an exponent of ten: about 1e-6 to 2e9. */
const LEAST_EXPONENT = -20;
const GREATEST_EXPONENT = 30;
/** Digits that tell every two float32 apart. */
const MOST_DIGITS = 9;
const MOST_WHOLE = 2 ** 31;
const POWERS = Float64Array.from({ length: 16 }, (_, power) => Number(`1e${power}`));

/** Decimal places at which some decimal surely lies nearer to a float32 of this exponent than half the way to its neighbours. */
const PLACES = Uint8Array.from({ length: 256 }, (_, biased) =>
  Math.max(0, Math.ceil((MANTISSA_BITS + 1 - (biased - BIAS)) * Math.log10(2))),
);

/**
 * A flat JSON list of float32 numbers. Each is written with so few digits that one less would be another float32, and reads back as the very same one, minus zero
 * included: through a double, or straight. A number that is not finite is `null`, for JSON has no word for it.
 * @returns the text with its brackets
 */
export function exactFloatsJson(data: Float32Array): string {
  const bits = new Uint32Array(data.buffer, data.byteOffset, data.length);
  return listOf(data, (buffer, at) => writeExact(buffer, data[at] ?? 0, bits[at] ?? 0));
}

/**
 * A flat JSON list of numbers with at most so many decimal places, rounded half away from zero from the number that is stored; zeros at the end are left out.
 * A number that is not finite is `null`.
 * @param decimals 0 to 9
 * @returns the text with its brackets
 */
export function roundedFloatsJson(data: Float32Array, decimals: number): string {
  const scale = POWERS[decimals] ?? 1;
  return listOf(data, (buffer, at) => writeRounded(buffer, data[at] ?? 0, decimals, scale));
}

function listOf(data: Float32Array, write: (buffer: DigitBuffer, at: number) => void): string {
  const buffer = digitBuffer();
  let text = '';
  buffer.open();
  for (let at = 0; at < data.length; at += 1) {
    if (buffer.isFull()) text += buffer.take();
    if (at > 0) buffer.comma();
    write(buffer, at);
  }
  buffer.close();
  return text + buffer.take();
}

function writeExact(buffer: DigitBuffer, value: number, bits: number): void {
  const biased = (bits >>> MANTISSA_BITS) & EXPONENT_BITS;
  const exponent = biased - BIAS;
  if (exponent < LEAST_EXPONENT || exponent > GREATEST_EXPONENT) return writeOutlier(buffer, value, bits);
  const size = Math.abs(value);
  let places = PLACES[biased] ?? 0;
  // Below 2^31, where the integers of 32 bits are half as dear as Math.round.
  let whole = (size * (POWERS[places] ?? 1) + 0.5) | 0;
  while (places > 0) {
    const power = POWERS[places - 1] ?? 1;
    const shorter = (size * power + 0.5) | 0;
    if (Math.fround(shorter / power) !== size) break;
    places -= 1;
    whole = shorter;
  }
  if (value < 0) buffer.minus();
  buffer.decimal(whole, places);
}

/** Zeros, the very small, the very large, and what is no number. */
function writeOutlier(buffer: DigitBuffer, value: number, bits: number): void {
  if (value === 0) return buffer.text(bits === 0 ? '0' : '-0');
  buffer.text(Number.isFinite(value) ? shortText(value) : 'null');
}

/** The fewest digits that read back as the same float32. */
function shortText(value: number): string {
  for (let digits = 1; digits < MOST_DIGITS; digits += 1) {
    const decimal = Number(value.toPrecision(digits));
    if (Math.fround(decimal) === value) return String(decimal);
  }
  return String(Number(value.toPrecision(MOST_DIGITS)));
}

// A float32 has 24 bits and 10^9, without its twos, 21: their product is exact, and so is the rounding.
function writeRounded(buffer: DigitBuffer, value: number, decimals: number, scale: number): void {
  const size = Math.abs(value);
  const scaled = size * scale + 0.5;
  if (!(scaled < MOST_WHOLE)) return buffer.text(Number.isFinite(value) ? textOf(value, decimals) : 'null');
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

function textOf(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}
