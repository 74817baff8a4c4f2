import { type ArrayEncoding } from '#graphql/generated/schema-types';
import { exactFloatsJson, roundedFloatsJson } from '#libs/number-text';
import { BadUserInput } from '#libs/errors';
import { JsonText } from '#gateway/graphql';

// Above this a client is better served by the link; writing more would hold the event loop for milliseconds.
const MAX_INLINE = 100_000;
const MAX_DECIMALS = 9;

/** How to write numbers. */
export interface ValuesArguments {
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

/** Base64 of little-endian float32, or a flat list of JSON numbers: written here, once. */
export function encodeValues(data: Float32Array | Int32Array, { encoding, decimals }: ValuesArguments): JsonText {
  if (data.length > MAX_INLINE)
    throw new BadUserInput('encoding', `is for up to ${MAX_INLINE} numbers; take \`href\``, { count: data.length });
  if (decimals !== undefined && decimals !== null && (decimals < 0 || decimals > MAX_DECIMALS))
    throw new BadUserInput('decimals', `must be 0 to ${MAX_DECIMALS}`);
  if (encoding === 'FLOAT32_BASE64') return new JsonText(`"${base64Of(Float32Array.from(data))}"`);
  if (data instanceof Int32Array) return new JsonText(`[${data.join(',')}]`);
  return new JsonText(
    decimals === undefined || decimals === null ? exactFloatsJson(data) : roundedFloatsJson(data, decimals),
  );
}

function base64Of({ buffer, byteOffset, byteLength }: Float32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}
