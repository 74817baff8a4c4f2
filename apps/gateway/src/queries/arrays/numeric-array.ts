import { type ArrayEncoding } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';

// Above this a client is better served by the link; writing more would hold the event loop for milliseconds.
const MAX_INLINE = 100_000;
const MAX_DECIMALS = 9;

interface ValuesArguments {
  readonly encoding: ArrayEncoding;
  readonly decimals?: number | null;
}

/** A NumericArray of the schema over numbers that are at hand. */
export function numericArray(data: Float32Array | Int32Array, shape: readonly number[], path: string) {
  return {
    shape,
    datatype: data instanceof Float32Array ? 'FP32' : 'INT32',
    values: (args: ValuesArguments) => encodeValues(data, args),
    href: () => path,
  };
}

/** Base64 of little-endian float32, or a flat list of JSON numbers. */
export function encodeValues(
  data: Float32Array | Int32Array,
  { encoding, decimals }: ValuesArguments,
): string | readonly number[] {
  if (data.length > MAX_INLINE)
    throw new BadUserInput('encoding', `is for up to ${MAX_INLINE} numbers; take \`href\``, { count: data.length });
  if (decimals !== undefined && decimals !== null && (decimals < 0 || decimals > MAX_DECIMALS))
    throw new BadUserInput('decimals', `must be 0 to ${MAX_DECIMALS}`);
  if (encoding === 'FLOAT32_BASE64') {
    const floats = Float32Array.from(data);
    return Buffer.from(floats.buffer, floats.byteOffset, floats.byteLength).toString('base64');
  }
  const list = Array.from(data);
  return decimals === undefined || decimals === null ? list : list.map((value) => Number(value.toFixed(decimals)));
}
