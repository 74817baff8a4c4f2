const word = new Float32Array(1);
const bits = new Uint32Array(word.buffer);

/**
 * bfloat16 bits (the upper half of a float32) to a number, exactly; subnormals, infinities and NaN included.
 * @param brain the 16 bits, 0..65535
 */
export function brainToNumber(brain: number): number {
  bits[0] = brain << 16;
  return word[0] ?? NaN;
}

/**
 * A number to bfloat16 bits: rounded to float32 first, then to nearest, ties to even, as hardware does. Past the largest finite value it
 * becomes infinity.
 */
export function numberToBrain(value: number): number {
  if (Number.isNaN(value)) return 0x7fc0;
  word[0] = value;
  const single = bits[0] ?? 0;
  const isOdd = (single >>> 16) & 1;
  return ((single + 0x7fff + isOdd) >>> 16) & 0xffff;
}

/** bfloat16 bits to single precision, element by element; every value is exactly representable. */
export function brainsToFloats(brains: Uint16Array): Float32Array {
  return new Float32Array(Uint32Array.from(brains, (brain) => brain << 16).buffer);
}

/** Numbers to bfloat16 bits, element by element, rounded as `numberToBrain` does. */
export function floatsToBrains(values: ArrayLike<number>): Uint16Array {
  return Uint16Array.from(values, numberToBrain);
}
