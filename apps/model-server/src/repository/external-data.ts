/** The bytes are not a protobuf message that can be walked. */
export class MalformedModel extends Error {}

// Which fields of which ONNX message lead to a TensorProto (onnx.proto3, IR version 10 and later). Everything else is skipped.
type MessageName = 'model' | 'graph' | 'training' | 'function' | 'node' | 'attribute' | 'sparse' | 'tensor';

const CHILDREN: Readonly<Record<MessageName, Readonly<Record<number, MessageName>>>> = {
  model: { 7: 'graph', 20: 'training', 25: 'function' },
  graph: { 1: 'node', 5: 'tensor', 15: 'sparse' },
  training: { 1: 'graph', 2: 'graph' },
  function: { 7: 'node', 11: 'attribute' },
  node: { 5: 'attribute' },
  attribute: { 5: 'tensor', 6: 'graph', 10: 'tensor', 11: 'graph', 22: 'sparse', 23: 'sparse' },
  sparse: { 1: 'tensor', 2: 'tensor' },
  tensor: {},
};

const EXTERNAL_DATA_FIELD = 13;
const DATA_LOCATION_FIELD = 14;
const MAX_DEPTH = 64;

/**
 * Whether an ONNX model keeps any tensor outside its file (TensorProto.external_data or data_location), at any depth: initializers,
 * attributes, subgraphs, functions. Decided from the bytes alone; nothing that they point at is opened.
 * @throws MalformedModel
 */
export function hasExternalData(model: Uint8Array): boolean {
  return walk(model, 'model', 0);
}

function walk(bytes: Uint8Array, message: MessageName, depth: number): boolean {
  if (depth > MAX_DEPTH) throw new MalformedModel('nested too deep');
  const reader = new FieldReader(bytes);
  for (let field = reader.next(); field !== null; field = reader.next()) {
    if (message === 'tensor' && isExternal(field)) return true;
    const child = CHILDREN[message][field.number];
    if (child !== undefined && field.bytes !== null && walk(field.bytes, child, depth + 1)) return true;
  }
  return false;
}

function isExternal(field: Field): boolean {
  if (field.number === EXTERNAL_DATA_FIELD) return field.bytes !== null;
  return field.number === DATA_LOCATION_FIELD && field.value !== 0n;
}

/** A field of a protobuf message: `bytes` for length-delimited ones, `value` for varints. */
interface Field {
  readonly number: number;
  readonly bytes: Uint8Array | null;
  readonly value: bigint | null;
}

/** Reads the fields of one protobuf message (Protocol Buffers encoding, wire types 0, 1, 2 and 5). */
class FieldReader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  next(): Field | null {
    if (this.at === this.bytes.byteLength) return null;
    const tag = this.varint();
    if (tag > 0xffffffffn) throw new MalformedModel('a field number is too large');
    const number = Number(tag >> 3n);
    switch (Number(tag & 7n)) {
      case 0:
        return { number, bytes: null, value: this.varint() };
      case 1:
        return { number, bytes: this.take(8n), value: null };
      case 2:
        return { number, bytes: this.take(this.varint()), value: null };
      case 5:
        return { number, bytes: this.take(4n), value: null };
      default:
        throw new MalformedModel('a field has an unknown wire type');
    }
  }

  private take(length: bigint): Uint8Array {
    if (length > BigInt(this.bytes.byteLength - this.at))
      throw new MalformedModel('a field reaches beyond its message');
    const start = this.at;
    this.at += Number(length);
    return this.bytes.subarray(start, this.at);
  }

  private varint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.bytes[this.at];
      if (byte === undefined) break;
      this.at += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw new MalformedModel('a number does not end');
  }
}
