/** IEEE 754-2008 binary16 ("float16"), as numpy, HDF5 and safetensors store it: 1 sign bit, 5 exponent bits (bias 15), 10 mantissa bits. */

const floatView = new Float32Array(1);
const bitsView = new Uint32Array(floatView.buffer);

/**
 * The bits of the float16 nearest to a float32, ties to even (IEEE 754-2008, 4.3.1), as numpy's `astype(float16)` does.
 * @param value rounded to float32 first; beyond 65,504 + 16 it becomes an infinity, below 2^-25 a signed zero; NaN stays NaN
 * @returns 0 to 65,535
 */
export function halfFromFloat(value: number): number {
  floatView[0] = value;
  const bits = bitsView[0] ?? 0;
  const sign = (bits >>> 16) & 0x8000;
  const exponent = (bits >>> 23) & 0xff;
  const mantissa = bits & 0x7fffff;
  if (exponent === 0xff) return sign | 0x7c00 | nanPayload(mantissa);
  const halfExponent = exponent - 112;
  if (halfExponent >= 0x1f) return sign | 0x7c00;
  // A carry out of the mantissa moves into the exponent, which is what rounding up to the next power of two means.
  if (halfExponent > 0) return sign | roundShift((halfExponent << 23) | mantissa, 13);
  if (halfExponent < -10) return sign;
  return sign | roundShift(mantissa | 0x800000, 14 - halfExponent);
}

/** The exact value of a float16. @param bits 0 to 65,535 */
export function floatFromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 0x1f;
  const mantissa = bits & 0x3ff;
  if (exponent === 0x1f) return mantissa === 0 ? sign * Infinity : NaN;
  if (exponent === 0) return sign * mantissa * 2 ** -24;
  return sign * (1024 + mantissa) * 2 ** (exponent - 25);
}

let table: Float32Array | undefined;

/**
 * Converts float16 bits to float32; exact, since every float16 is a float32.
 * @param halves raw bits, any length
 * @param into where to write, at least as long; a new array when left out
 */
export function floatsFromHalves(halves: Uint16Array, into = new Float32Array(halves.length)): Float32Array {
  // 256 KiB once, instead of 30 ns a value: a slide's features are some ten million of them.
  table ??= Float32Array.from({ length: 65_536 }, (_, bits) => floatFromHalf(bits));
  for (let i = 0; i < halves.length; i++) into[i] = table[halves[i] ?? 0] ?? NaN;
  return into;
}

/** Rounds float32 values to float16 bits, ties to even. Same length as `values`. */
export function halvesFromFloats(values: Float32Array): Uint16Array {
  const halves = new Uint16Array(values.length);
  for (let i = 0; i < values.length; i++) halves[i] = halfFromFloat(values[i] ?? NaN);
  return halves;
}

function nanPayload(mantissa: number): number {
  if (mantissa === 0) return 0;
  return mantissa >>> 13 || 1;
}

function roundShift(value: number, shift: number): number {
  const kept = value >>> shift;
  const rest = value & ((1 << shift) - 1);
  const half = 1 << (shift - 1);
  if (rest > half || (rest === half && (kept & 1) === 1)) return kept + 1;
  return kept;
}
