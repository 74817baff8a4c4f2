import { type InferenceAnswer, type OutputExpectation } from '#libs/inference-client';
import { type Tensor } from '#libs/inference-protocol';
import { type ModelCard } from '#model-registry';
import { type Tensors } from './ask-one.js';

type CardTensor = ModelCard['input']['tensors'][number];

/** Inputs of which each row is a question of its own. Tiles are not among them: a slide's tiles belong together, and two slides never do. */
const VECTOR_UNITS: ReadonlySet<ModelCard['input']['unit']> = new Set(['GENE_VECTOR', 'SLIDE_FEATURE']);

/** Whether the card says that rows of several questions may stand in one call: vectors in, as many vectors out, the same each time. */
export function takesVectors({ input, output, serving }: ModelCard): boolean {
  const tensors = [...input.tensors, ...output.tensors];
  const [axis] = input.tensors[0]?.axes ?? [];
  return (
    VECTOR_UNITS.has(input.unit) &&
    input.tiles === null &&
    serving.deterministic &&
    axis !== undefined &&
    input.tensors.length > 0 &&
    output.tensors.length > 0 &&
    tensors.every((tensor) => isRows(tensor, axis))
  );
}

function isRows({ datatype, shape: [first, ...rest], axes }: CardTensor, axis: string): boolean {
  return datatype === 'FP32' && first === -1 && rest.length > 0 && rest.every((size) => size > 0) && axes[0] === axis;
}

/** How many rows a call brings, the same in all that goes in and is expected; null where it does not say. */
export function rowsOf({ inputs, outputs }: Tensors): number | null {
  const rows = inputs[0]?.shape[0];
  if (rows === undefined || rows < 1) return null;
  const goIn = inputs.every(({ datatype, shape }) => datatype === 'FP32' && shape[0] === rows);
  const comeOut = outputs.every(
    ({ datatype, shape: [first] }) => datatype === 'FP32' && (first === rows || first === -1),
  );
  return goIn && comeOut ? rows : null;
}

/** Equal for calls that differ in their rows alone. */
export function joinKeyOf({ inputs, outputs }: Tensors): string {
  const sizes = [...inputs, ...outputs].map(({ name, shape }) => [name, ...shape.slice(1)]);
  return JSON.stringify([inputs.length, sizes]);
}

/** One call with the rows of all, in their order. @param calls at least one, of one join key, FP32 throughout */
export function joinRows(calls: readonly Tensors[]): Tensors {
  const rows = calls.reduce((sum, call) => sum + (rowsOf(call) ?? 0), 0);
  const [first] = calls;
  if (!first) throw new Error('there is nothing to join');
  const inputs = first.inputs.map(({ name, shape }, place): Tensor => {
    const parts = calls.map(({ inputs: own }) => floatsOf(own[place]));
    return { name, datatype: 'FP32', shape: [rows, ...shape.slice(1)], data: concatenate(parts) };
  });
  const outputs = first.outputs.map((output): OutputExpectation => ({
    ...output,
    shape: [rows, ...output.shape.slice(1)],
  }));
  return { inputs, outputs };
}

/** The reverse for an answer, which has been held against what the joined call expected: to each its own rows. */
export function splitRows(answer: InferenceAnswer, rows: readonly number[]): readonly InferenceAnswer[] {
  const total = rows.reduce((sum, count) => sum + count, 0);
  let start = 0;
  return rows.map((count) => {
    const from = start;
    start += count;
    const outputs = [...answer.outputs].map(([name, tensor]): [string, Tensor] => {
      const data = floatsOf(tensor);
      const perRow = data.length / total;
      // A copy: a view would keep the rows of all the others in memory.
      const own = data.slice(from * perRow, start * perRow);
      return [name, { name, datatype: 'FP32', shape: [count, ...tensor.shape.slice(1)], data: own }];
    });
    return { ...answer, outputs: new Map(outputs) };
  });
}

function floatsOf(tensor: Tensor | undefined): Float32Array {
  if (tensor?.data instanceof Float32Array) return tensor.data;
  throw new TypeError('rows were expected to be FP32');
}

function concatenate(parts: readonly Float32Array[]): Float32Array {
  const joined = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
