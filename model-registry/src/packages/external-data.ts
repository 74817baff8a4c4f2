import type { FileHandle } from 'node:fs/promises';

type MessageName = 'model' | 'graph' | 'training' | 'function' | 'node' | 'attribute' | 'sparse' | 'tensor';

/** Which fields of which ONNX message lead to a TensorProto (onnx.proto3, IR version 10 and later). All others are passed over unread. */
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
const EXTERNAL_DATA = 13;
const DATA_LOCATION = 14;

const MAX_DEPTH = 64;
/** A large model has some hundred thousand. */
const MAX_FIELDS = 5_000_000;
const WINDOW_BYTES = 16 * 1024;

class Malformed extends Error {}

/**
 * Whether an ONNX file keeps a tensor outside of itself (TensorProto.external_data or data_location), at any depth: weights that no digest
 * covers. Only the frame of the file is read, not its tensors, so it takes milliseconds for gigabytes. A file that is no ONNX has none:
 * whoever loads it says what is wrong with it.
 */
export async function hasExternalData(file: FileHandle, sizeBytes: number): Promise<boolean> {
  try {
    return await walk(new Cursor(file, sizeBytes), { name: 'model', end: sizeBytes, depth: 0 });
  } catch (error) {
    if (error instanceof Malformed) return false;
    throw error;
  }
}

interface Message {
  readonly name: MessageName;
  /** Where it ends in the file. */
  readonly end: number;
  readonly depth: number;
}

async function walk(cursor: Cursor, { name, end, depth }: Message): Promise<boolean> {
  if (depth > MAX_DEPTH) throw new Malformed();
  while (cursor.position < end) {
    const { number, value, length } = await cursor.field(end);
    if (name === 'tensor' && number === EXTERNAL_DATA && length !== null) return true;
    if (name === 'tensor' && number === DATA_LOCATION && value !== 0) return true;
    if (length === null) continue;
    const child = CHILDREN[name][number];
    const after = cursor.position + length;
    if (child !== undefined && (await walk(cursor, { name: child, end: after, depth: depth + 1 }))) return true;
    cursor.position = after;
  }
  return false;
}

/** A field's number, with the value of a varint, or the length of what follows. */
interface Field {
  readonly number: number;
  readonly value: number;
  readonly length: number | null;
}

/** Reads fields of Protocol Buffers (wire types 0, 1, 2 and 5) through a small window on a file. */
class Cursor {
  position = 0;
  private fields = 0;
  private window = new Uint8Array(0);
  private windowStart = 0;

  constructor(
    private readonly file: FileHandle,
    private readonly sizeBytes: number,
  ) {}

  async field(end: number): Promise<Field> {
    this.fields += 1;
    if (this.fields > MAX_FIELDS) throw new Malformed();
    const tag = await this.varint();
    const number = Math.floor(tag / 8);
    switch (tag % 8) {
      case 0:
        return { number, value: await this.varint(), length: null };
      case 1:
        return this.fixed(number, 8, end);
      case 2:
        return { number, value: 0, length: this.within(await this.varint(), end) };
      case 5:
        return this.fixed(number, 4, end);
      default:
        throw new Malformed();
    }
  }

  private fixed(number: number, bytes: number, end: number): Field {
    this.position += this.within(bytes, end);
    return { number, value: 0, length: null };
  }

  private within(length: number, end: number): number {
    if (length > end - this.position) throw new Malformed();
    return length;
  }

  private async varint(): Promise<number> {
    let value = 0;
    for (let scale = 1, digits = 0; digits < 10; scale *= 128, digits += 1) {
      const byte = await this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
    throw new Malformed();
  }

  private async byte(): Promise<number> {
    if (this.position >= this.sizeBytes) throw new Malformed();
    const isInside = this.position >= this.windowStart && this.position < this.windowStart + this.window.byteLength;
    if (!isInside) await this.move();
    const byte = this.window[this.position - this.windowStart];
    if (byte === undefined) throw new Malformed();
    this.position += 1;
    return byte;
  }

  private async move(): Promise<void> {
    const buffer = new Uint8Array(Math.min(WINDOW_BYTES, this.sizeBytes - this.position));
    const { bytesRead } = await this.file.read(buffer, 0, buffer.byteLength, this.position);
    this.window = buffer.subarray(0, bytesRead);
    this.windowStart = this.position;
  }
}
