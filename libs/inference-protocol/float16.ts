const word = new Float32Array(1);
const bits = new Uint32Array(word.buffer);

/**
 * IEEE 754 binary16 bits to a number, exactly; subnormals, infinities and NaN included.
 * @param half the 16 bits, 0..65535
 */
export function halfToNumber(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/**
 * A number to IEEE 754 binary16 bits, rounded to nearest, ties to even. Values of 65520 and above become infinity, as the standard says.
 * @param value rounded from double precision directly: no double rounding through single precision
 */
export function numberToHalf(value: number): number {
  word[0] = value;
  const sign = ((bits[0] ?? 0) >>> 16) & 0x8000;
  const magnitude = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (magnitude >= 65520) return sign | 0x7c00;
  if (magnitude < 2 ** -14) return sign | roundHalfEven(magnitude * 2 ** 24);
  const exponent = binaryExponent(magnitude);
  const fraction = roundHalfEven((magnitude / 2 ** exponent - 1) * 1024);
  // A fraction that rounded up to 1024 carries into the exponent by itself.
  return sign | (((exponent + 15) << 10) + fraction);
}

/** Half-precision bits to single precision, element by element; every half is exactly representable. */
export function halvesToFloats(halves: Uint16Array): Float32Array {
  return Float32Array.from(halves, halfToNumber);
}

/** Numbers to half-precision bits, element by element, rounded as `numberToHalf` does. */
export function floatsToHalves(values: ArrayLike<number>): Uint16Array {
  return Uint16Array.from(values, numberToHalf);
}

function binaryExponent(magnitude: number): number {
  const guess = Math.floor(Math.log2(magnitude));
  if (magnitude < 2 ** guess) return guess - 1;
  return magnitude >= 2 ** (guess + 1) ? guess + 1 : guess;
}

function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}
