import { Worker } from 'node:worker_threads';
import { InvalidInferenceMessage } from '#libs/errors';
import {
  encodeInferenceResponse,
  type AddressedRequest,
  type EncodedMessage,
  type InferenceRequest,
  type InferenceResponse,
} from '#libs/inference-protocol';
import { Refusal } from '../../refusal.js';
import type { CodecOrder, CodecReply, CodecResult } from './codec-messages.js';
import { decodeGrpc, decodeRest } from './decode.js';

/** JSON of this many bytes costs the event loop about two milliseconds. */
const LIGHT_JSON_BYTES = 2 ** 16;
const LIGHT_ELEMENTS = 2 ** 12;
/** The rest of a message whose tensors travel raw. */
const LIGHT_MESSAGE_BYTES = 2 ** 16;
const MAX_LIGHT_FIELDS = 256;
const RAW_FIELD = 7;
const HEAP_MB = 2048;

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

interface Pending {
  readonly resolve: (result: CodecResult) => void;
  readonly reject: (error: Error) => void;
}

/** Reads and writes messages: small ones and raw tensors in place, the rest in threads of its own, which start when they are first needed. */
export class Codec {
  private readonly threads: CodecThread[];
  private next = 0;

  /** @param onSpent gets the memory of bodies back that were read in another thread */
  constructor(count: number, onSpent: (buffers: readonly ArrayBuffer[]) => void = () => undefined) {
    this.threads = Array.from({ length: count }, () => new CodecThread(onSpent));
  }

  /** @throws InvalidInferenceMessage, Refusal */
  async decodeRest(body: Uint8Array, headerLength: number | null): Promise<InferenceRequest> {
    if (isLightRest(body, headerLength)) return decodeRest(body, headerLength);
    const result = await this.order({ kind: 'rest', body, headerLength }, bufferOf(body));
    if (result.kind !== 'rest') throw new Error('the codec answered out of turn');
    return result.request;
  }

  /** @param bytes memory of its own, which is handed over @throws InvalidInferenceMessage, Refusal */
  async decodeGrpc(bytes: Buffer): Promise<AddressedRequest> {
    if (isLightGrpc(bytes)) return decodeGrpc(bytes);
    const result = await this.order({ kind: 'grpc', bytes }, bufferOf(bytes));
    if (result.kind !== 'grpc') throw new Error('the codec answered out of turn');
    return result.addressed;
  }

  /** @throws InvalidInferenceMessage when JSON cannot carry a value */
  async encode(response: InferenceResponse, binary: readonly string[]): Promise<EncodedMessage> {
    const inJson = response.outputs.filter(({ name }) => !binary.includes(name));
    const elements = inJson.reduce((sum, { data }) => sum + data.length, 0);
    if (elements <= LIGHT_ELEMENTS)
      return encodeInferenceResponse(response, (name) => (binary.includes(name) ? 'binary' : 'json'));
    const result = await this.order({ kind: 'encode', response, binary }, []);
    if (result.kind !== 'encode') throw new Error('the codec answered out of turn');
    return result.message;
  }

  private order(order: Unnumbered<CodecOrder>, transfer: ArrayBuffer[]): Promise<CodecResult> {
    this.next = (this.next + 1) % this.threads.length;
    const thread = this.threads[this.next];
    if (thread === undefined) throw new Error('a codec has at least one thread');
    return thread.order(order, transfer);
  }
}

class CodecThread {
  constructor(private readonly onSpent: (buffers: readonly ArrayBuffer[]) => void) {}

  private worker: Worker | null = null;
  private readonly pending = new Map<number, Pending>();
  private nextId = 0;

  order(order: Unnumbered<CodecOrder>, transfer: ArrayBuffer[]): Promise<CodecResult> {
    const id = (this.nextId += 1);
    this.worker ??= this.start();
    this.worker.postMessage({ ...order, id }, transfer);
    return new Promise((resolve, reject) => this.pending.set(id, { resolve, reject }));
  }

  private start(): Worker {
    const worker = new Worker(new URL('./codec.worker.js', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    // The type of messages is a contract with codec.worker.ts, in this folder.
    worker.on('message', (reply: CodecReply) => this.settle(reply));
    worker.on('error', () => undefined);
    worker.once('exit', () => this.giveUp());
    worker.unref();
    return worker;
  }

  private settle(reply: CodecReply): void {
    const pending = this.pending.get(reply.id);
    this.pending.delete(reply.id);
    this.onSpent(reply.spent);
    if (reply.kind === 'done') return pending?.resolve(reply.result);
    const { rule } = reply;
    pending?.reject(rule === null ? new Error('the codec failed') : new InvalidInferenceMessage(rule));
  }

  /** Its heap was not enough: the next order starts another thread. */
  private giveUp(): void {
    this.worker = null;
    for (const { reject } of this.pending.values())
      reject(new Refusal('too-large', 'the request takes more memory to read than a request may'));
    this.pending.clear();
  }
}

/** Large bodies are light where their bytes are tensors that need no look at every element. */
function isLightRest(body: Uint8Array, headerLength: number | null): boolean {
  if (body.byteLength <= LIGHT_JSON_BYTES) return true;
  if (headerLength === null || headerLength > LIGHT_JSON_BYTES) return false;
  return !/BOOL|BYTES/.test(Buffer.from(body.buffer, body.byteOffset, headerLength).toString('latin1'));
}

/** Whether all but a little of a message are fields 7 (raw_input_contents), and none of it needs a look at every element. */
function isLightGrpc(bytes: Buffer): boolean {
  if (bytes.byteLength <= LIGHT_MESSAGE_BYTES) return true;
  let at = 0;
  let rest = 0;
  for (let fields = 0; at < bytes.byteLength; fields += 1) {
    const tag = bytes[at] ?? 0;
    const [length, start] = readLength(bytes, at + 1);
    if (fields === MAX_LIGHT_FIELDS || (tag & 7) !== 2 || tag > 0x7f || length === null) return false;
    at = start + length;
    if (tag >> 3 === RAW_FIELD) continue;
    rest += length;
    const field = bytes.subarray(start, at);
    if (rest > LIGHT_MESSAGE_BYTES || field.includes('BYTES') || field.includes('BOOL')) return false;
  }
  return true;
}

function readLength(bytes: Buffer, start: number): readonly [number | null, number] {
  let value = 0;
  for (let i = 0; i < 5; i += 1) {
    const byte = bytes[start + i];
    if (byte === undefined) return [null, start];
    value += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) return [value, start + i + 1];
  }
  return [null, start];
}

function bufferOf({ buffer }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer ? [buffer] : [];
}
