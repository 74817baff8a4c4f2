import { endianness } from 'node:os';
import { InvalidInferenceMessage } from '#libs/errors';
import { joinElements, splitElements } from './bytes-elements.js';
import { ITEM_SIZES, type Datatype, type NumericDatatype, type Tensor } from './datatypes.js';
import { countElements } from './shape.js';

// The protocol is little-endian and so are typed arrays on every machine that we support; elsewhere numbers would come out wrong.
if (endianness() !== 'LE') throw new Error('Tessera runs on little-endian machines only.');

/** What a tensor says of itself before its data: name, datatype, shape. */
export interface TensorHead {
  readonly name: string;
  readonly datatype: Datatype;
  readonly shape: readonly number[];
}

/**
 * The tensor whose elements are these raw little-endian bytes (Open Inference Protocol, binary tensor extension). The result is a
 * view on `bytes` when its address is aligned to the element, else a copy.
 * @param bytes exactly the tensor's bytes
 * @param where names the tensor for the message, by position
 * @throws InvalidInferenceMessage when the size disagrees with shape x datatype, or a BOOL is neither 0 nor 1
 */
export function tensorFromBytes(head: TensorHead, bytes: Uint8Array, where: string): Tensor {
  const { name, datatype, shape } = head;
  const count = countElements(shape);
  if (datatype === 'BYTES') return { name, datatype, shape, data: splitElements(bytes, count, where) };
  const itemSize = ITEM_SIZES[datatype];
  if (count * BigInt(itemSize) !== BigInt(bytes.byteLength)) {
    throw new InvalidInferenceMessage(`${where} has another number of bytes than its shape and datatype need`);
  }
  // Not `slice`: a Buffer's is a view.
  const aligned = bytes.byteOffset % itemSize === 0 ? bytes : new Uint8Array(bytes);
  return numericTensor({ ...head, datatype }, aligned.buffer, aligned.byteOffset, bytes.byteLength / itemSize, where);
}

/** The raw little-endian bytes of a tensor: a view on its data, or for BYTES the joined elements. */
export function bytesOfTensor(tensor: Tensor): Uint8Array {
  if (tensor.datatype === 'BYTES') return joinElements(tensor.data);
  const { buffer, byteOffset, byteLength } = tensor.data;
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function numericTensor(
  head: TensorHead & { readonly datatype: NumericDatatype },
  buffer: ArrayBufferLike,
  offset: number,
  length: number,
  where: string,
): Tensor {
  const { name, datatype, shape } = head;
  switch (datatype) {
    case 'BOOL':
      return { name, datatype, shape, data: checkBooleans(new Uint8Array(buffer, offset, length), where) };
    case 'UINT8':
      return { name, datatype, shape, data: new Uint8Array(buffer, offset, length) };
    case 'UINT16':
    case 'FP16':
    case 'BF16':
      return { name, datatype, shape, data: new Uint16Array(buffer, offset, length) };
    case 'UINT32':
      return { name, datatype, shape, data: new Uint32Array(buffer, offset, length) };
    case 'UINT64':
      return { name, datatype, shape, data: new BigUint64Array(buffer, offset, length) };
    case 'INT8':
      return { name, datatype, shape, data: new Int8Array(buffer, offset, length) };
    case 'INT16':
      return { name, datatype, shape, data: new Int16Array(buffer, offset, length) };
    case 'INT32':
      return { name, datatype, shape, data: new Int32Array(buffer, offset, length) };
    case 'INT64':
      return { name, datatype, shape, data: new BigInt64Array(buffer, offset, length) };
    case 'FP32':
      return { name, datatype, shape, data: new Float32Array(buffer, offset, length) };
    case 'FP64':
      return { name, datatype, shape, data: new Float64Array(buffer, offset, length) };
  }
}

function checkBooleans(values: Uint8Array, where: string): Uint8Array {
  for (const value of values) {
    if (value > 1) throw new InvalidInferenceMessage(`${where} holds a BOOL that is neither 0 nor 1`);
  }
  return values;
}
