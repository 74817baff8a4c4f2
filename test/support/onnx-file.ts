/** A field of a protocol buffer: length-delimited bytes, or a number. */
type Field = readonly [number: number, value: Uint8Array | string | number];

const FLOAT = 1;
const UINT8 = 2;
const INT64 = 7;
const IR_VERSION = 8;
const OPSET = 18;

/** An input or output; a text is a variable dimension. */
export interface OnnxPort {
  readonly name: string;
  readonly shape: readonly (number | string)[];
  readonly type?: 'FP32' | 'UINT8';
}

/** A model as an ONNX file (onnx.proto3, IR version 8, opset 18). Nodes and constants are made by `onnxNode` and `onnxConstant`. */
export function onnxModel(graph: {
  readonly inputs: readonly OnnxPort[];
  readonly outputs: readonly OnnxPort[];
  readonly nodes: readonly Uint8Array[];
  readonly constants: readonly Uint8Array[];
}): Uint8Array {
  const bytes = message([
    ...graph.nodes.map((one): Field => [1, one]),
    [2, 'graph'],
    ...graph.constants.map((one): Field => [5, one]),
    ...graph.inputs.map((one): Field => [11, port(one)]),
    ...graph.outputs.map((one): Field => [12, port(one)]),
  ]);
  return message([
    [1, IR_VERSION],
    [7, bytes],
    [8, message([[2, OPSET]])],
  ]);
}

/** @param attributes whole numbers by name */
export function onnxNode(
  operator: string,
  inputs: readonly string[],
  output: string,
  attributes: Readonly<Record<string, number>> = {},
): Uint8Array {
  const named = Object.entries(attributes).map(([name, value]): Field => [5, integer(name, value)]);
  return message([...inputs.map((name): Field => [1, name]), [2, output], [4, operator], ...named]);
}

export function onnxConstant(name: string, shape: readonly number[], data: Float32Array | BigInt64Array): Uint8Array {
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const type = data instanceof Float32Array ? FLOAT : INT64;
  return message([...shape.map((size): Field => [1, size]), [2, type], [8, name], [9, raw]]);
}

function integer(name: string, value: number): Uint8Array {
  return message([
    [1, name],
    [3, value],
    [20, 2],
  ]);
}

function port({ name, shape, type = 'FP32' }: OnnxPort): Uint8Array {
  const sizes = shape.map((size): Field => [1, message([typeof size === 'number' ? [1, size] : [2, size]])]);
  const tensor = message([
    [1, type === 'FP32' ? FLOAT : UINT8],
    [2, message(sizes)],
  ]);
  return message([
    [1, name],
    [2, message([[1, tensor]])],
  ]);
}

function message(fields: readonly Field[]): Uint8Array {
  return Buffer.concat(fields.map(([number, value]) => encode(number, value)));
}

function encode(number: number, value: Field[1]): Uint8Array {
  if (typeof value === 'number') return Buffer.from([...varint(number << 3), ...varint(value)]);
  const bytes = typeof value === 'string' ? Buffer.from(value) : value;
  return Buffer.concat([Buffer.from([...varint((number << 3) | 2), ...varint(bytes.length)]), bytes]);
}

/** Seven bits a byte, the lowest first. */
function varint(value: number): readonly number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}
