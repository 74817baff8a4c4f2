import { InvalidInferenceMessage } from '#libs/errors';
import { ITEM_SIZES, isDatatype, type Datatype, type Tensor } from '../datatypes.js';
import { countElements, parseShape } from '../shape.js';
import { tensorFromBytes, type TensorHead } from '../tensor-bytes.js';
import { requireUnique } from '../parse-fields.js';
import type { WireContents, WireInteger, WireTensor } from './messages.js';

/** Which list of the typed contents holds a datatype. FP16 and BF16 have none. */
const FIELDS = {
  BOOL: 'bool_contents',
  INT8: 'int_contents',
  INT16: 'int_contents',
  INT32: 'int_contents',
  INT64: 'int64_contents',
  UINT8: 'uint_contents',
  UINT16: 'uint_contents',
  UINT32: 'uint_contents',
  UINT64: 'uint64_contents',
  FP16: null,
  BF16: null,
  FP32: 'fp32_contents',
  FP64: 'fp64_contents',
  BYTES: 'bytes_contents',
} as const satisfies Record<Datatype, keyof WireContents | null>;

/**
 * The tensors of a gRPC message: raw when any raw contents are there (then every tensor has its own), else typed.
 * @param member `inputs` or `outputs`
 * @throws InvalidInferenceMessage
 */
export function tensorsOfWire(
  wire: readonly WireTensor[],
  raw: readonly Uint8Array[],
  member: string,
): readonly Tensor[] {
  if (raw.length > 0 && raw.length !== wire.length)
    throw new InvalidInferenceMessage(`\`${member}\` has another number of tensors than of raw contents`);
  requireUnique(
    wire.map((tensor) => tensor.name),
    `\`${member}\``,
  );
  return wire.map((tensor, i) => {
    const where = `${member}[${i}]`;
    const head = headOf(tensor, where);
    const bytes = raw[i];
    if (bytes === undefined) return typedTensor(head, tensor.contents, where);
    if (tensor.contents !== null && !isEmpty(tensor.contents))
      throw new InvalidInferenceMessage(`${where} has both typed and raw contents`);
    return tensorFromBytes(head, bytes, where);
  });
}

/** What a tensor says of itself before its data, as the wire has it. */
export function wireHeadOf({ name, datatype, shape }: Tensor): Pick<WireTensor, 'name' | 'datatype' | 'shape'> {
  return { name, datatype, shape };
}

function headOf({ name, datatype, shape }: WireTensor, where: string): TensorHead {
  if (name === '') throw new InvalidInferenceMessage(`${where}.name is not a non-empty string`);
  if (!isDatatype(datatype)) throw new InvalidInferenceMessage(`${where}.datatype is not one that is spoken here`);
  return { name, datatype, shape: parseShape(shape.map(Number), where) };
}

function isEmpty(contents: WireContents): boolean {
  return Object.values(contents).every((list) => list.length === 0);
}

function typedTensor(head: TensorHead, contents: WireContents | null, where: string): Tensor {
  const { name, datatype, shape } = head;
  const field = FIELDS[datatype];
  if (field === null) throw new InvalidInferenceMessage(`${where} is ${datatype}, which has to be sent raw`);
  const values = contents?.[field] ?? [];
  if (BigInt(values.length) !== countElements(shape))
    throw new InvalidInferenceMessage(`${where} has another number of values than its shape`);
  if (datatype === 'BYTES') return { name, datatype, shape, data: contents?.bytes_contents ?? [] };
  return tensorFromBytes(head, bytesOfValues(datatype, values, where), where);
}

type Value = boolean | WireInteger | Uint8Array;

function bytesOfValues(datatype: Exclude<Datatype, 'BYTES'>, values: readonly Value[], where: string): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * ITEM_SIZES[datatype]));
  const write = WRITERS[datatype];
  values.forEach((value, i) => {
    if (!write(view, i, value))
      throw new InvalidInferenceMessage(`${where} holds a value that ${datatype} does not have`);
  });
  return new Uint8Array(view.buffer);
}

/** Writes element `i`; false when the datatype has no such value. */
type Writer = (view: DataView, i: number, value: Value) => boolean;

const integers =
  (least: number, most: number, set: (view: DataView, i: number, value: number) => void): Writer =>
  (view, i, value) => {
    const number = Number(value);
    set(view, i, number);
    return number >= least && number <= most;
  };

const FLOATS: Readonly<Record<'FP32' | 'FP64', Writer>> = {
  FP32: (view, i, value) => (view.setFloat32(i * 4, Number(value), true), true),
  FP64: (view, i, value) => (view.setFloat64(i * 8, Number(value), true), true),
};

const WRITERS: Readonly<Record<Exclude<Datatype, 'BYTES'>, Writer>> = {
  ...FLOATS,
  FP16: () => false,
  BF16: () => false,
  BOOL: (view, i, value) => (view.setUint8(i, value === true ? 1 : 0), true),
  INT8: integers(-(2 ** 7), 2 ** 7 - 1, (view, i, value) => view.setInt8(i, value)),
  INT16: integers(-(2 ** 15), 2 ** 15 - 1, (view, i, value) => view.setInt16(i * 2, value, true)),
  INT32: integers(-(2 ** 31), 2 ** 31 - 1, (view, i, value) => view.setInt32(i * 4, value, true)),
  UINT8: integers(0, 2 ** 8 - 1, (view, i, value) => view.setUint8(i, value)),
  UINT16: integers(0, 2 ** 16 - 1, (view, i, value) => view.setUint16(i * 2, value, true)),
  UINT32: integers(0, 2 ** 32 - 1, (view, i, value) => view.setUint32(i * 4, value, true)),
  INT64: (view, i, value) => (view.setBigInt64(i * 8, BigInt(String(value)), true), true),
  UINT64: (view, i, value) => (view.setBigUint64(i * 8, BigInt(String(value)), true), true),
};
