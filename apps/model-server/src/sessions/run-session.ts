import type { InferenceSession } from 'onnxruntime-node';
import type { Tensor } from '#libs/inference-protocol';
import { fromOrt, toOrt } from './ort-tensors.js';
import { countRows, isSameBits, joinRows, splitRows } from './rows.js';
import type { RunOrder, RunResult, RunTimes, SessionTensor, WorkerFault } from './worker-messages.js';

/** Why a session could not do what it was told; `reason` is fit to be shown. */
export class Failure extends Error {
  constructor(
    readonly fault: WorkerFault,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

interface Ran {
  readonly outputs: readonly Tensor[];
  readonly times: RunTimes;
}

/** Runs orders one after the other, or as one; when that fails, each for itself, so that only the guilty one fails. */
export async function runOrders(
  session: InferenceSession,
  orders: readonly RunOrder[],
  isJoined: boolean,
): Promise<readonly RunResult[]> {
  const joined = isJoined && orders.length > 1 ? await runJoined(session, orders) : null;
  if (joined !== null) return joined;
  const results: RunResult[] = [];
  for (const order of orders) results.push(await runAlone(session, order));
  return results;
}

/** Tries on made-up rows whether a run of several gives each the very bits that it gets alone. */
export async function joinsRows(
  session: InferenceSession,
  inputs: readonly SessionTensor[],
  outputs: readonly string[],
  maxRows: number,
): Promise<boolean> {
  const counts = [1, 2, 1, Math.max(1, maxRows - 4)];
  const orders = counts.map((rows, i) => ({ inputs: inputs.map((input) => madeUp(input, rows, i + 1)), outputs }));
  const joined = await runJoined(session, orders);
  if (joined === null) return false;
  for (const [i, order] of orders.entries()) {
    const alone = await runAlone(session, order);
    const together = joined[i];
    if (alone.kind === 'failed' || together?.kind !== 'done') return false;
    if (!alone.outputs.every((tensor, k) => isSameAs(tensor, together.outputs[k]))) return false;
  }
  return true;
}

function isSameAs(a: Tensor, b: Tensor | undefined): boolean {
  return b !== undefined && a.shape.length === b.shape.length && isSameBits(a, b);
}

async function runAlone(session: InferenceSession, { inputs, outputs }: RunOrder): Promise<RunResult> {
  try {
    return { kind: 'done', joined: 1, ...(await runOnce(session, inputs, outputs)) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { kind: 'failed', fault: error.fault, reason: error.reason };
  }
}

async function runJoined(session: InferenceSession, orders: readonly RunOrder[]): Promise<readonly RunResult[] | null> {
  const [first] = orders;
  const rows = orders.map(({ inputs }) => countRows(inputs));
  if (first === undefined || !rows.every((count) => count !== null)) return null;
  const joinedAt = process.hrtime.bigint();
  const inputs = first.inputs.map(({ name }) => joinRows(orders.flatMap((order) => byName(order.inputs, name))));
  const joinNs = since(joinedAt);
  const ran = await runOnce(session, inputs, first.outputs).catch(() => null);
  if (ran === null) return null;
  const splitAt = process.hrtime.bigint();
  const split = ran.outputs.map((tensor) => splitRows(tensor, rows));
  if (!split.every((parts) => parts !== null)) return null;
  const { inputNs, inferNs, outputNs } = ran.times;
  const times = { inputNs: inputNs + joinNs, inferNs, outputNs: outputNs + since(splitAt) };
  return orders.map((_, i) => ({
    kind: 'done',
    joined: orders.length,
    times,
    outputs: split.flatMap((parts) => parts[i] ?? []),
  }));
}

function byName(tensors: readonly Tensor[], name: string): readonly Tensor[] {
  return tensors.filter((tensor) => tensor.name === name);
}

async function runOnce(session: InferenceSession, inputs: readonly Tensor[], outputs: readonly string[]): Promise<Ran> {
  const startedAt = process.hrtime.bigint();
  const feeds = Object.fromEntries(inputs.map((tensor) => [tensor.name, feed(tensor)]));
  const inputNs = since(startedAt);
  const inferAt = process.hrtime.bigint();
  const results = await session.run(feeds, [...outputs]).catch((error: unknown) => {
    if (isMemory(error)) throw new Failure('memory', 'there was not enough memory to run it');
    throw new Failure('input', 'it could not run on these tensors: their sizes or values do not suit its operations');
  });
  const inferNs = since(inferAt);
  const outputAt = process.hrtime.bigint();
  const tensors = outputs.map((name) => {
    const tensor = results[name];
    if (tensor === undefined) throw new Failure('model', 'it gave no such output');
    return fromOrt(name, tensor);
  });
  return { outputs: tensors, times: { inputNs, inferNs, outputNs: since(outputAt) } };
}

function feed(tensor: Tensor): ReturnType<typeof toOrt> {
  try {
    return toOrt(tensor);
  } catch {
    throw new Failure('input', 'a BYTES input holds bytes that are not UTF-8 text');
  }
}

/** Numbers without a pattern, the same at every start; whole numbers are 0 or 1, which every index and class knows. */
function madeUp({ name, datatype, shape }: SessionTensor, rows: number, seed: number): Tensor {
  const sizes = [rows, ...shape.slice(1)];
  const length = sizes.reduce((product, size) => product * size, 1);
  let state = seed * 2654435761;
  const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 31 - 1;
  if (datatype === 'FP32') return { name, datatype, shape: sizes, data: Float32Array.from({ length }, next) };
  if (datatype === 'FP64') return { name, datatype, shape: sizes, data: Float64Array.from({ length }, next) };
  if (datatype === 'UINT8')
    return { name, datatype, shape: sizes, data: Uint8Array.from({ length }, () => Math.abs(next()) * 255) };
  if (datatype === 'INT64')
    return { name, datatype, shape: sizes, data: BigInt64Array.from({ length }, () => BigInt(next() > 0)) };
  throw new Failure('model', 'rows of this datatype are not joined');
}

export function isMemory(error: unknown): boolean {
  return error instanceof Error && /alloc|out of memory/i.test(error.message);
}

function since(startedAt: bigint): number {
  return Number(process.hrtime.bigint() - startedAt);
}
