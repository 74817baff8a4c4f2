import { type DigitBuffer, listOf } from './digit-buffer.js';
import { POWERS } from './powers.js';

const EXPONENT_BITS = 0xff;
const BIAS = 127;
const MANTISSA_BITS = 23;
/** Exponents of two whose numbers are written without an exponent of ten: about 1e-6 to 2e9. */
const LEAST_EXPONENT = -20;
const GREATEST_EXPONENT = 30;
/** Digits that tell every two float32 apart. */
const MOST_DIGITS = 9;

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
  return listOf(data.length, (buffer, at) => writeExact(buffer, data[at] ?? 0, bits[at] ?? 0));
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
