/** A field of a protocol buffer: length-delimited bytes, or a number. */
type Field = readonly [number: number, value: Uint8Array | string | number];

const FLOAT = 1;
const IR_VERSION = 8;
const OPSET = 17;

/** Weights `[inputs, outputs]` row by row, and a bias. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/**
 * Layers with ReLU between them as an ONNX file (onnx.proto3, IR version 8): input X `[batch, inputs]`, output Y. The rows are called a
 * batch, so that a server may run those of several requests as one.
 */
export function perceptron(layers: readonly Layer[]): Uint8Array {
  const last = layers.length - 1;
  const nodes = layers.flatMap((_, i) => {
    const from = i === 0 ? 'X' : `r${i - 1}`;
    const gemm = node('Gemm', [from, `w${i}`, `b${i}`], i === last ? 'Y' : `h${i}`);
    return i === last ? [gemm] : [gemm, node('Relu', [`h${i}`], `r${i}`)];
  });
  const constants = layers.flatMap(({ inputs, outputs, weights, bias }, i) => [
    constant(`w${i}`, [inputs, outputs], weights),
    constant(`b${i}`, [outputs], bias),
  ]);
  const graph = message([
    ...nodes.map((bytes): Field => [1, bytes]),
    [2, 'perceptron'],
    ...constants.map((bytes): Field => [5, bytes]),
    [11, rowsOf('X', layers[0]?.inputs ?? 0)],
    [12, rowsOf('Y', layers[last]?.outputs ?? 0)],
  ]);
  return message([
    [1, IR_VERSION],
    [7, graph],
    [8, message([[2, OPSET]])],
  ]);
}

function node(operator: string, inputs: readonly string[], output: string): Uint8Array {
  return message([...inputs.map((name): Field => [1, name]), [2, output], [4, operator]]);
}

function constant(
  name: string,
  shape: readonly number[],
  { buffer, byteOffset, byteLength }: Float32Array,
): Uint8Array {
  const raw = new Uint8Array(buffer, byteOffset, byteLength);
  return message([...shape.map((size): Field => [1, size]), [2, FLOAT], [8, name], [9, raw]]);
}

function rowsOf(name: string, columns: number): Uint8Array {
  const rows = message([[2, 'batch']]);
  const shape = message([
    [1, rows],
    [1, message([[1, columns]])],
  ]);
  const type = message([
    [1, FLOAT],
    [2, shape],
  ]);
  return message([
    [1, name],
    [2, message([[1, type]])],
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
