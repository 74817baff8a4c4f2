import type { NumericArray, Tensor } from '#libs/inference-protocol';
import type { SessionTensor } from './worker-messages.js';

/** Larger rows gain nothing from company: one alone keeps a core busy. */
const MAX_ROW_ELEMENTS = 2 ** 16;
const ROW_SYMBOLS = new Set(['batch', 'batch_size']);

type Numeric = Exclude<Tensor, { readonly datatype: 'BYTES' }>;

/** Whether every input and output is a list of fixed, small rows of numbers, by its sizes alone. */
export function hasRows(tensors: readonly SessionTensor[]): boolean {
  return tensors.every(({ datatype, shape: [first, ...rest] }) => {
    const elements = rest.reduce((product, size) => product * size, 1);
    return datatype !== 'BYTES' && first === -1 && rest.every((size) => size > 0) && elements <= MAX_ROW_ELEMENTS;
  });
}

/**
 * Whether the model's author calls the first dimension a batch. Any other symbol may be the tiles of a slide, and two slides must not
 * become one.
 */
export function saysBatch(tensors: readonly SessionTensor[]): boolean {
  return tensors.every(({ dimensions: [first] }) => typeof first === 'string' && ROW_SYMBOLS.has(first));
}

/** How many rows a request brings, where all its inputs bring as many; else null. */
export function countRows(inputs: readonly Tensor[]): number | null {
  const [first] = inputs;
  const rows = first?.shape[0];
  if (rows === undefined || rows === 0) return null;
  return inputs.every(({ datatype, shape }) => datatype !== 'BYTES' && shape[0] === rows) ? rows : null;
}

/** One tensor with the rows of all, in their order. The shapes are equal but for the first dimension. */
export function joinRows(tensors: readonly Tensor[]): Tensor {
  const numeric = tensors.filter(isNumeric);
  const [first] = numeric;
  if (first === undefined || numeric.length !== tensors.length) throw new Error('only numbers have rows');
  const length = numeric.reduce((sum, { data }) => sum + data.length, 0);
  const joined = emptyLike(first.data, length);
  let at = 0;
  for (const { data } of numeric) {
    setAll(joined, data, at);
    at += data.length;
  }
  const rows = numeric.reduce((sum, { shape }) => sum + (shape[0] ?? 0), 0);
  return withData(first, [rows, ...first.shape.slice(1)], joined);
}

/** The reverse of `joinRows`: views on the one tensor's data. Null when its rows are not as many as went in. */
export function splitRows(tensor: Tensor, rows: readonly number[]): readonly Tensor[] | null {
  const total = rows.reduce((sum, count) => sum + count, 0);
  if (!isNumeric(tensor) || total === 0 || tensor.shape[0] !== total) return null;
  const perRow = tensor.data.length / total;
  let at = 0;
  return rows.map((count) => {
    const start = at;
    at += count * perRow;
    return withData(tensor, [count, ...tensor.shape.slice(1)], tensor.data.subarray(start, at));
  });
}

/** Whether two tensors hold the same bits. */
export function isSameBits(a: Tensor, b: Tensor): boolean {
  if (!isNumeric(a) || !isNumeric(b) || a.data.byteLength !== b.data.byteLength) return false;
  return Buffer.compare(bytesOf(a.data), bytesOf(b.data)) === 0;
}

function bytesOf({ buffer, byteOffset, byteLength }: NumericArray): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function isNumeric(tensor: Tensor): tensor is Numeric {
  return tensor.datatype !== 'BYTES';
}

function emptyLike(data: NumericArray, length: number): NumericArray {
  const bytes = new ArrayBuffer(length * data.BYTES_PER_ELEMENT);
  // The constructors of the classes that the union lists.
  const ArrayClass = data.constructor as new (buffer: ArrayBuffer) => NumericArray;
  return new ArrayClass(bytes);
}

function setAll(target: NumericArray, source: NumericArray, at: number): void {
  bytesOf(target).set(bytesOf(source), at * source.BYTES_PER_ELEMENT);
}

function withData(tensor: Numeric, shape: readonly number[], data: NumericArray): Tensor {
  // The array is of the tensor's own class.
  return { ...tensor, shape, data } as Tensor;
}
