import { createHash } from 'node:crypto';
import { constants, closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { constants as system, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { InferenceSession } from 'onnxruntime-node';
import type { Tensor } from '#libs/inference-protocol';
import { hasExternalData, MalformedModel } from '../repository/external-data.js';
import { toSessionTensor } from './ort-tensors.js';
import { hasRows, saysBatch } from './rows.js';
import { Failure, isMemory, joinsRows, runOrders } from './run-session.js';
import type { LoadedModel, LoadOrder, SessionTensor, WorkerReply, WorkerRequest } from './worker-messages.js';

// ONNX Runtime computes on the thread that calls it: this file is the only one that calls it, and never on the server's event loop.

const MAX_MODEL_BYTES = 2 ** 31 - 1;
/** Memory of inputs that goes back to the server, which receives the next ones in it. */
const WORTH_RETURNING = 2 ** 20;
const sessions = new Map<string, InferenceSession>();

// With all cores busy the threads that answer requests go first, here and in the gateway; the threads of ONNX Runtime inherit this. Only
// Linux has a priority for each thread; elsewhere it is the process's.
if (process.platform === 'linux') setPriority(system.priority.PRIORITY_BELOW_NORMAL);

// The type of messages is a contract with session-worker.ts, in this folder.
parentPort?.on('message', (request: WorkerRequest) => void answer(request));

async function answer(request: WorkerRequest): Promise<void> {
  try {
    await carryOut(request);
  } catch (error) {
    const failure = error instanceof Failure ? error : new Failure('model', 'the worker failed');
    reply({ kind: 'failed', id: request.id, fault: failure.fault, reason: failure.reason });
  }
}

async function carryOut(request: WorkerRequest): Promise<void> {
  const { id, key } = request;
  switch (request.kind) {
    case 'load':
      return reply({ kind: 'loaded', id, model: await load(request) });
    case 'unload':
      await sessions.get(key)?.release();
      sessions.delete(key);
      return reply({ kind: 'unloaded', id });
    case 'run': {
      const session = sessions.get(key);
      if (session === undefined) throw new Failure('model', 'it is not loaded');
      const results = await runOrders(session, request.orders, request.isJoined);
      const made = buffersOf(results.flatMap((result) => (result.kind === 'done' ? result.outputs : [])));
      const spent = buffersOf(request.orders.flatMap(({ inputs }) => inputs)).filter(
        (buffer) => buffer.byteLength >= WORTH_RETURNING && !made.includes(buffer),
      );
      return reply({ kind: 'ran', id, results, spent }, [...made, ...spent]);
    }
  }
}

function reply(message: WorkerReply, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

function buffersOf(tensors: readonly Tensor[]): ArrayBuffer[] {
  const buffers = new Set(tensors.flatMap(({ data }) => (ArrayBuffer.isView(data) ? [data.buffer] : [])));
  return [...buffers].filter((buffer) => buffer instanceof ArrayBuffer);
}

async function load(order: WorkerRequest & { kind: 'load' }): Promise<LoadedModel> {
  const { key, file, threads } = order;
  const bytes = readModel(file);
  if (isExternal(bytes))
    throw new Failure('model', 'it keeps tensors in other files (ONNX external data), which is refused');
  // From the bytes that were checked, not from the path: what is loaded is what was looked at.
  const session = await InferenceSession.create(bytes, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  }).catch((error: unknown) => {
    throw isMemory(error)
      ? new Failure('memory', 'there is not enough memory to load it')
      : new Failure('model', 'ONNX Runtime cannot load it');
  });
  const inputs = signature(session.inputMetadata, 'input');
  const outputs = signature(session.outputMetadata, 'output');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const isJoined = await canJoin(session, inputs, outputs, order);
  sessions.set(key, session);
  return { inputs, outputs, sha256, joinsRows: isJoined };
}

/** By its sizes, and by trial. What cannot be tried is not joined. */
async function canJoin(
  session: InferenceSession,
  inputs: readonly SessionTensor[],
  outputs: readonly SessionTensor[],
  { maxRows, mustSayBatch }: LoadOrder,
): Promise<boolean> {
  const all = [...inputs, ...outputs];
  if (maxRows < 2 || !hasRows(all) || (mustSayBatch && !saysBatch(all))) return false;
  const names = outputs.map(({ name }) => name);
  return joinsRows(session, inputs, names, maxRows).catch(() => false);
}

function readModel(file: string): Uint8Array {
  let handle: number;
  try {
    handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch {
    throw new Failure('model', 'model.onnx cannot be opened');
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile() || stat.size > MAX_MODEL_BYTES)
      throw new Failure('model', 'model.onnx is not a file of at most 2 GiB');
    const bytes = new Uint8Array(stat.size);
    let at = 0;
    for (let got = 1; got > 0 && at < bytes.byteLength; at += got)
      got = readSync(handle, bytes, at, bytes.byteLength - at, at);
    if (at !== bytes.byteLength) throw new Failure('model', 'model.onnx changed while it was read');
    return bytes;
  } finally {
    closeSync(handle);
  }
}

function isExternal(bytes: Uint8Array): boolean {
  try {
    return hasExternalData(bytes);
  } catch (error) {
    if (error instanceof MalformedModel) throw new Failure('model', 'model.onnx is not an ONNX model, or is truncated');
    throw error;
  }
}

function signature(metadata: readonly InferenceSession.ValueMetadata[], noun: string): readonly SessionTensor[] {
  return metadata.map((entry) => {
    const tensor = toSessionTensor(entry);
    if (tensor === null) throw new Failure('model', `it has an ${noun} of a type that the protocol cannot carry`);
    return tensor;
  });
}
