/**
 * The computation of an exact search as an ONNX model of 292 bytes: one matrix product, a factor and an addend for each row, and the largest values.
 *
 *     values, rows = TopK(Mul(Gemm(q, transpose(m)), scale) + mask, k)
 *
 * q [1, d], m [n, d], scale [1, n], mask [1, n]: float32; k: int64 [1]. TopK puts the lower row first where two values are equal. Operators of opset 13, IR version 8
 * (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3), written field by field, for there is no other use of protocol buffers here.
 */
export function searchGraph(): Uint8Array {
  const nodes = [
    nodeOf('Gemm', ['q', 'm'], ['product'], [[...text(1, 'transB'), ...whole(3, 1), ...whole(20, ATTRIBUTE_INT)]]),
    nodeOf('Mul', ['product', 'scale'], ['scaled']),
    nodeOf('Add', ['scaled', 'mask'], ['masked']),
    nodeOf('TopK', ['masked', 'k'], ['values', 'rows']),
  ];
  const inputs = [
    valueOf('q', FLOAT, [1, 'd']),
    valueOf('m', FLOAT, ['n', 'd']),
    valueOf('scale', FLOAT, [1, 'n']),
    valueOf('mask', FLOAT, [1, 'n']),
    valueOf('k', INT64, [1]),
  ];
  const outputs = [valueOf('values', FLOAT, [1, 'k']), valueOf('rows', INT64, [1, 'k'])];
  const graph = [
    ...nodes.flatMap((node) => part(1, node)),
    ...text(2, 'nearest'),
    ...inputs.flatMap((input) => part(11, input)),
    ...outputs.flatMap((output) => part(12, output)),
  ];
  return Uint8Array.from([...whole(1, 8), ...part(8, [...text(1, ''), ...whole(2, 13)]), ...part(7, graph)]);
}

type Bytes = readonly number[];

const FLOAT = 1;
const INT64 = 7;
const ATTRIBUTE_INT = 2;

function varint(value: number): Bytes {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

function whole(field: number, value: number): Bytes {
  return [...varint(field * 8), ...varint(value)];
}

function part(field: number, bytes: Bytes): Bytes {
  return [...varint(field * 8 + 2), ...varint(bytes.length), ...bytes];
}

function text(field: number, value: string): Bytes {
  return part(field, [...Buffer.from(value)]);
}

function nodeOf(
  operator: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: readonly Bytes[] = [],
) {
  return [
    ...inputs.flatMap((name) => text(1, name)),
    ...outputs.flatMap((name) => text(2, name)),
    ...text(4, operator),
    ...attributes.flatMap((attribute) => part(5, attribute)),
  ];
}

function valueOf(name: string, type: number, shape: readonly (number | string)[]): Bytes {
  const dimensions = shape.flatMap((size) => part(1, typeof size === 'number' ? whole(1, size) : text(2, size)));
  return [...text(1, name), ...part(2, part(1, [...whole(1, type), ...part(2, dimensions)]))];
}
