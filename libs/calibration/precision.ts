/** The floating-point precision that a score was served in. */
export type Precision = 'FP64' | 'FP32' | 'FP16' | 'BF16';

/** Bits of the fraction, and the exponent of the smallest normal number (IEEE 754; bfloat16 has float32's exponents). */
const FORMATS = { FP16: { fraction: 10, lowest: -14 }, BF16: { fraction: 7, lowest: -126 } } as const;

/** The nearest number of a precision, ties to even, rounded from the double itself and not by way of another precision. */
export function roundTo(value: number, precision: Precision): number {
  if (precision === 'FP64') return value;
  if (precision === 'FP32') return Math.fround(value);
  if (value === 0 || !Number.isFinite(value)) return value;
  const { fraction, lowest } = FORMATS[precision];
  const magnitude = Math.abs(value);
  const guess = Math.floor(Math.log2(magnitude));
  const exponent = magnitude < 2 ** guess ? guess - 1 : magnitude >= 2 ** (guess + 1) ? guess + 1 : guess;
  const step = 2 ** (Math.max(exponent, lowest) - fraction);
  const rounded = toEven(magnitude / step) * step;
  const largest = precision === 'FP16' ? 65504 : Infinity;
  return Math.sign(value) * (rounded > largest ? Infinity : rounded);
}

function toEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}
