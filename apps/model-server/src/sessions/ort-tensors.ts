import { Tensor as OrtTensor, type InferenceSession } from 'onnxruntime-node';
import type { Datatype, Tensor } from '#libs/inference-protocol';
import type { SessionTensor } from './worker-messages.js';

/** ONNX Runtime's names for the protocol's datatypes. */
const ORT_TYPES = {
  BOOL: 'bool',
  UINT8: 'uint8',
  UINT16: 'uint16',
  UINT32: 'uint32',
  UINT64: 'uint64',
  INT8: 'int8',
  INT16: 'int16',
  INT32: 'int32',
  INT64: 'int64',
  FP16: 'float16',
  FP32: 'float32',
  FP64: 'float64',
  BYTES: 'string',
} as const satisfies Record<ServedDatatype, OrtTensor.Type>;

/** ONNX Runtime's JavaScript tensors have no bfloat16. */
type ServedDatatype = Exclude<Datatype, 'BF16'>;

const DATATYPES = new Map<string, ServedDatatype>();
for (const datatype of Object.keys(ORT_TYPES) as ServedDatatype[]) DATATYPES.set(ORT_TYPES[datatype], datatype);

/** A signature entry of a session, or null when the protocol has no word for it (sequences, maps, 4-bit integers). */
export function toSessionTensor(metadata: InferenceSession.ValueMetadata): SessionTensor | null {
  const datatype = metadata.isTensor ? DATATYPES.get(metadata.type) : undefined;
  if (!metadata.isTensor || datatype === undefined) return null;
  // An unnamed dimension comes as '' and is like no other.
  const dimensions = metadata.shape;
  return {
    name: metadata.name,
    datatype,
    dimensions,
    shape: dimensions.map((size) => (typeof size === 'number' ? size : -1)),
  };
}

/** The tensor as ONNX Runtime takes it; numbers are not copied. */
export function toOrt(tensor: Tensor): OrtTensor {
  const dims = [...tensor.shape];
  // No signature of a session has it, and requests are held against the signature.
  if (tensor.datatype === 'BF16') throw new Error('a BF16 tensor reached a session');
  if (tensor.datatype !== 'BYTES') return new OrtTensor(ORT_TYPES[tensor.datatype], tensor.data, dims);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return new OrtTensor(
    'string',
    tensor.data.map((element) => decoder.decode(element)),
    dims,
  );
}

/** The protocol's tensor of an output; numbers are not copied. */
export function fromOrt(name: string, tensor: OrtTensor): Tensor {
  const shape = tensor.dims;
  const { data, type } = tensor;
  if (type === 'string') return { name, datatype: 'BYTES', shape, data: textElements(data) };
  if (!ArrayBuffer.isView(data)) throw new Error('an output has no data on the CPU');
  const bits = type === 'float16' ? new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2) : data;
  // The runtime pairs its type names with these very array classes.
  return { name, datatype: DATATYPES.get(type), shape, data: bits } as Tensor;
}

function textElements(data: OrtTensor.DataType): readonly Uint8Array[] {
  if (!Array.isArray(data)) throw new Error('a string output is not a list');
  const encoder = new TextEncoder();
  return data.map((text) => encoder.encode(String(text)));
}
