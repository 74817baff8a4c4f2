import { InvalidInferenceMessage } from '#libs/errors';

const LENGTH_BYTES = 4;

/**
 * Splits a binary BYTES tensor: each element is its length (uint32, little-endian) and that many bytes.
 * @returns views on `bytes`
 * @throws InvalidInferenceMessage when lengths and count do not use up the bytes exactly
 */
export function splitElements(bytes: Uint8Array, count: bigint, where: string): readonly Uint8Array[] {
  if (count * BigInt(LENGTH_BYTES) > BigInt(bytes.byteLength)) throw disagree(where);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const elements: Uint8Array[] = [];
  let at = 0;
  for (let i = 0n; i < count; i += 1n) {
    if (at + LENGTH_BYTES > bytes.byteLength) throw disagree(where);
    const start = at + LENGTH_BYTES;
    at = start + view.getUint32(at, true);
    if (at > bytes.byteLength) throw disagree(where);
    // Not `subarray`: that of a Buffer is a Buffer, and prints as text.
    elements.push(new Uint8Array(bytes.buffer, bytes.byteOffset + start, at - start));
  }
  if (at !== bytes.byteLength) throw disagree(where);
  return elements;
}

/** The binary form of a BYTES tensor, the reverse of `splitElements`. */
export function joinElements(elements: readonly Uint8Array[]): Uint8Array {
  const total = elements.reduce((sum, element) => sum + LENGTH_BYTES + element.byteLength, 0);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const element of elements) {
    view.setUint32(at, element.byteLength, true);
    bytes.set(element, at + LENGTH_BYTES);
    at += LENGTH_BYTES + element.byteLength;
  }
  return bytes;
}

function disagree(where: string): InvalidInferenceMessage {
  return new InvalidInferenceMessage(`${where} has BYTES elements whose lengths disagree with its shape or its size`);
}
