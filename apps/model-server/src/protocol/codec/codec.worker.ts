import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { InvalidInferenceMessage } from '#libs/errors';
import { encodeInferenceResponse, type Tensor } from '#libs/inference-protocol';
import type { CodecOrder, CodecReply, CodecResult } from './codec-messages.js';
import { decodeGrpc, decodeRest } from './decode.js';

// As the threads that run models: those that answer requests go first.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

// The type of messages is a contract with codec.ts, in this folder.
parentPort?.on('message', (order: CodecOrder) => void answer(order));

async function answer(order: CodecOrder): Promise<void> {
  const { id } = order;
  try {
    const result = await carryOut(order);
    const made = buffersOf(result);
    reply({ kind: 'done', id, result, spent: spentOn(order, made) }, made);
  } catch (error) {
    const rule = error instanceof InvalidInferenceMessage ? error.rule : null;
    reply({ kind: 'refused', id, rule, spent: spentOn(order, []) }, []);
  }
}

async function carryOut(order: CodecOrder): Promise<CodecResult> {
  switch (order.kind) {
    case 'rest':
      return { kind: 'rest', request: decodeRest(order.body, order.headerLength) };
    case 'grpc': {
      const { buffer, byteOffset, byteLength } = order.bytes;
      return { kind: 'grpc', addressed: await decodeGrpc(Buffer.from(buffer, byteOffset, byteLength)) };
    }
    case 'encode': {
      const { response, binary } = order;
      const encodingOf = (name: string) => (binary.includes(name) ? 'binary' : 'json');
      return { kind: 'encode', message: encodeInferenceResponse(response, encodingOf) };
    }
  }
}

function buffersOf(result: CodecResult): ArrayBuffer[] {
  const views = result.kind === 'encode' ? result.message.pieces : numbersOf(inputsOf(result));
  const buffers = new Set(views.map(({ buffer }) => buffer));
  return [...buffers].filter((buffer) => buffer instanceof ArrayBuffer);
}

function inputsOf(result: Exclude<CodecResult, { readonly kind: 'encode' }>): readonly Tensor[] {
  return result.kind === 'rest' ? result.request.inputs : result.addressed.request.inputs;
}

function numbersOf(tensors: readonly Tensor[]): readonly { readonly buffer: ArrayBufferLike }[] {
  return tensors.flatMap(({ data }) => (ArrayBuffer.isView(data) ? [data] : []));
}

function reply(message: CodecReply, transfer: ArrayBuffer[]): void {
  parentPort?.postMessage(message, [...transfer, ...message.spent]);
}

function spentOn(order: CodecOrder, made: readonly ArrayBufferLike[]): readonly ArrayBuffer[] {
  if (order.kind === 'encode') return [];
  const { buffer } = order.kind === 'rest' ? order.body : order.bytes;
  return buffer instanceof ArrayBuffer && !made.includes(buffer) ? [buffer] : [];
}
