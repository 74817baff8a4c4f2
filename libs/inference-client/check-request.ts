import { InvalidInferenceMessage } from '#libs/errors';
import {
  countElements,
  isDatatype,
  tensorFromBytes,
  type NumericDatatype,
  type Tensor,
  type TensorArrays,
} from '#libs/inference-protocol';
import type { InferenceCall, OutputExpectation, ServedModel } from './options.js';
import { requireName } from './wire-rules.js';

/** A call whose parts agree with each other, read once: nothing that its caller changes later can reach the wire. */
export interface CheckedRequest {
  readonly model: ServedModel;
  readonly id: string | null;
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly string[];
}

const MAX_RANK = 32;
const MAX_TENSORS = 1024;
const MAX_ELEMENT_BYTES = 2 ** 31 - 1;
const LENGTH_BYTES = 4;

const ARRAYS = {
  BOOL: Uint8Array,
  UINT8: Uint8Array,
  UINT16: Uint16Array,
  UINT32: Uint32Array,
  UINT64: BigUint64Array,
  INT8: Int8Array,
  INT16: Int16Array,
  INT32: Int32Array,
  INT64: BigInt64Array,
  FP16: Uint16Array,
  BF16: Uint16Array,
  FP32: Float32Array,
  FP64: Float64Array,
} as const satisfies { [D in NumericDatatype]: new (length: number) => TensorArrays[D] };

/**
 * Holds a call against the protocol before anything is sent. Servers trust what they are told: a request of 100 bytes with a false shape
 * ends a Triton, because it takes memory for the shape before it looks at the data.
 * @throws InvalidInferenceMessage, BadUserInput
 */
export function checkRequest(call: InferenceCall, maxRequestBytes: number): CheckedRequest {
  const { model, id, inputs, outputs } = call;
  const checked = {
    model: { name: requireName(model.name, 'model'), version: model.version },
    id: id ?? null,
    inputs: listOf(inputs, 'inputs').map((tensor, i) => checkTensor(tensor, `inputs[${i}]`, maxRequestBytes)),
    outputs: listOf<OutputExpectation>(outputs, 'outputs').map((output, i) => {
      requireObject(output, `outputs[${i}]`);
      return nameOf(output.name, `outputs[${i}].name`);
    }),
  };
  if (checked.inputs.length === 0) throw new InvalidInferenceMessage('there are no inputs');
  requireDistinct(
    checked.inputs.map(({ name }) => name),
    'inputs',
  );
  requireDistinct(checked.outputs, 'outputs');
  const total = checked.inputs.reduce((sum, tensor) => sum + byteSizeOf(tensor), 0);
  if (total > maxRequestBytes) throw tooLarge('the tensors are', maxRequestBytes);
  return checked;
}

function checkTensor(tensor: Tensor, where: string, maxBytes: number): Tensor {
  requireObject(tensor, where);
  const { name, datatype, shape, data } = tensor;
  if (!isDatatype(datatype)) throw new InvalidInferenceMessage(`${where}.datatype is not one that is spoken here`);
  const head = { name: nameOf(name, `${where}.name`), shape: checkShape(shape, where, maxBytes) };
  if (datatype !== 'BYTES') return tensorFromBytes({ ...head, datatype }, bytesOf(datatype, data, where), where);
  const elements = checkElements(data, where);
  if (BigInt(elements.length) !== countElements(head.shape))
    throw new InvalidInferenceMessage(`${where} has another number of elements than its shape`);
  return { ...head, datatype, data: elements };
}

function checkShape(shape: readonly number[], where: string, maxBytes: number): readonly number[] {
  const dimensions = [...listOf(shape, `${where}.shape`, MAX_RANK)];
  if (!dimensions.every((size) => Number.isSafeInteger(size) && size >= 0))
    throw new InvalidInferenceMessage(`${where} has a dimension that is not an integer of 0 or more`);
  // Of an empty tensor too: a server multiplies the others before it meets the zero.
  const room = countElements(dimensions.filter((size) => size > 0));
  if (room > BigInt(maxBytes)) throw tooLarge(`${where} is by its shape`, maxBytes);
  // A negative zero is written as -0, which a reader of integers may refuse.
  return dimensions.map((size) => size + 0);
}

function bytesOf(datatype: NumericDatatype, data: unknown, where: string): Uint8Array {
  if (!(data instanceof ARRAYS[datatype]))
    throw new InvalidInferenceMessage(`${where} has data of another type than ${datatype} has`);
  return plainBytes(data, where);
}

function checkElements(data: unknown, where: string): readonly Uint8Array[] {
  if (!Array.isArray(data)) throw new InvalidInferenceMessage(`${where} has data of another type than BYTES has`);
  return data.map((element: unknown) => {
    if (element instanceof Uint8Array && element.byteLength <= MAX_ELEMENT_BYTES) return plainBytes(element, where);
    throw new InvalidInferenceMessage(`${where} holds an element that is not bytes`);
  });
}

/** A view of our own: it has the size that it says, whatever the given one says of itself, and does not grow with its buffer. */
function plainBytes({ buffer, byteOffset, byteLength }: ArrayBufferView, where: string): Uint8Array {
  try {
    return new Uint8Array(buffer, byteOffset, byteLength);
  } catch (error) {
    throw new InvalidInferenceMessage(`${where} has data that are not there`, { cause: error });
  }
}

function byteSizeOf(tensor: Tensor): number {
  if (tensor.datatype !== 'BYTES') return tensor.data.byteLength;
  return tensor.data.reduce((sum, element) => sum + LENGTH_BYTES + element.byteLength, 0);
}

function listOf<T>(value: readonly T[], where: string, most = MAX_TENSORS): readonly T[] {
  if (!Array.isArray(value)) throw new InvalidInferenceMessage(`${where} is not a list`);
  if (value.length > most) throw new InvalidInferenceMessage(`${where} has more than ${most} entries`);
  return value;
}

function requireObject(value: unknown, where: string): void {
  if (typeof value !== 'object' || value === null) throw new InvalidInferenceMessage(`${where} is not an object`);
}

/** A tensor's name: well-formed text, short, without control characters. */
function nameOf(name: unknown, where: string): string {
  if (typeof name === 'string' && name !== '' && name.length <= 1024 && !/[\p{Surrogate}\p{Cc}]/u.test(name))
    return name;
  throw new InvalidInferenceMessage(`${where} is not a name of 1 to 1024 characters of text`);
}

function requireDistinct(names: readonly string[], where: string): void {
  if (new Set(names).size !== names.length) throw new InvalidInferenceMessage(`${where} name the same tensor twice`);
}

function tooLarge(what: string, maxBytes: number): InvalidInferenceMessage {
  return new InvalidInferenceMessage(`${what} over the limit of ${maxBytes} bytes that are sent to a model server`);
}
