import { InvalidInferenceMessage, ModelRejectedInput, ModelServerBusy } from '#libs/errors';
import {
  BINARY_EXTENSION,
  decodeInferenceResponse,
  encodeInferenceRequest,
  parseModelMetadata,
  parseServerMetadata,
  type EncodedMessage,
  type ModelMetadata,
  type ServerMetadata,
  type TensorEncoding,
} from '#libs/inference-protocol';
import { Bulkhead } from './bulkhead.js';
import { checkAnswer } from './check-answer.js';
import { startDeadline, type Deadline } from './deadline.js';
import { HttpTransport, type HttpAnswer } from './http-transport.js';
import type { CallLimits, InferenceAnswer, InferenceCall, InferenceClientOptions } from './options.js';
import { pathOf, requireSafeId, saysNo } from './wire-rules.js';
import { refuseStatus, translateFailure } from './translate-failure.js';

const CONTROL_TIMEOUT_MS = 2000;
const REPROBE_AFTER_MS = 1000;
const NEVER = new AbortController().signal;

/**
 * A client of one model server over Open Inference Protocol v2 (REST; binary tensors where the server has them, JSON elsewhere). It holds
 * a connection pool; close it. Every failure is a domain error: ModelUnavailable, ModelTimeout, ModelNotReady, ModelRejectedInput,
 * ModelBadResponse, ModelVersionMismatch, ModelServerBusy, Cancelled.
 */
export class InferenceClient {
  readonly id: string;
  private readonly transport: HttpTransport;
  private readonly bulkhead: Bulkhead;
  private readonly fixedEncoding: TensorEncoding | null;
  private encoding: TensorEncoding | null = null;
  private probedAt = -Infinity;

  constructor(options: InferenceClientOptions) {
    const {
      id,
      url,
      maxResponseBytes = 64 * 2 ** 20,
      maxInFlight = 16,
      maxQueued = 32,
      headers = {},
      transport = 'probe',
    } = options;
    this.id = id;
    this.transport = new HttpTransport({ url, maxResponseBytes, maxInFlight, headers });
    this.bulkhead = new Bulkhead(maxInFlight, maxQueued);
    this.fixedEncoding = transport === 'probe' ? null : transport;
  }

  /**
   * Runs a model. The limits cover waiting, probing, sending and reading; the caller's abort closes the connection, so that the server
   * sees it. The remaining time travels as the request parameter `timeout` in microseconds.
   * @throws the domain errors listed at the class
   */
  async infer(call: InferenceCall, limits: CallLimits): Promise<InferenceAnswer> {
    requireSafeId(call.id);
    return this.within(limits, async (deadline) => {
      const leave = await this.enter(deadline);
      try {
        return await this.inferOnce(call, deadline);
      } finally {
        leave();
      }
    });
  }

  /** Whether the server's process answers. False also when it cannot be reached. @throws Cancelled */
  live(signal: AbortSignal = NEVER): Promise<boolean> {
    return this.isHealthy('/v2/health/live', signal);
  }

  /** Whether the server takes inference. False also when it cannot be reached. @throws Cancelled */
  ready(signal: AbortSignal = NEVER): Promise<boolean> {
    return this.isHealthy('/v2/health/ready', signal);
  }

  /** Whether one version is loaded. False also when the server cannot be reached. @throws Cancelled */
  modelReady(name: string, version: string | null, signal: AbortSignal = NEVER): Promise<boolean> {
    return this.isHealthy(`${pathOf({ name, version })}/ready`, signal);
  }

  /** What the server says of itself. @throws the domain errors listed at the class */
  serverMetadata(signal: AbortSignal = NEVER): Promise<ServerMetadata> {
    return this.within({ signal, timeoutMs: CONTROL_TIMEOUT_MS }, async (deadline) => {
      return parseServerMetadata((await this.get('/v2', '', deadline)).body);
    });
  }

  /** A version's signature as the server reports it. @throws the domain errors listed at the class */
  modelMetadata(name: string, version: string | null, signal: AbortSignal = NEVER): Promise<ModelMetadata> {
    return this.within({ signal, timeoutMs: CONTROL_TIMEOUT_MS }, async (deadline) => {
      return parseModelMetadata((await this.get(pathOf({ name, version }), name, deadline)).body);
    });
  }

  /** Ends calls in flight and closes all connections. */
  async close(): Promise<void> {
    await this.transport.close();
  }

  private async inferOnce(call: InferenceCall, deadline: Deadline): Promise<InferenceAnswer> {
    const encoding = await this.chooseEncoding(deadline);
    const message = this.encode(call, encoding, deadline);
    try {
      const answer = await this.transport.exchange(
        { method: 'POST', path: `${pathOf(call.model)}/infer`, message },
        deadline.signal,
      );
      const refusal = refuseStatus(answer, this.id, call.model.name, deadline);
      if (refusal !== null) throw refusal;
      return await checkAnswer(decodeInferenceResponse(answer.body, answer.headerLength), call, this.id);
    } catch (error) {
      this.forgetEncoding();
      throw error;
    }
  }

  private encode(call: InferenceCall, encoding: TensorEncoding, deadline: Deadline): EncodedMessage {
    const outputs = call.outputs.map(({ name }) => ({ name, parameters: {} }));
    const parameters = { timeout: Math.max(1, Math.floor(deadline.remainingMs() * 1000)) };
    try {
      return encodeInferenceRequest({ id: call.id ?? null, parameters, inputs: call.inputs, outputs }, encoding);
    } catch (error) {
      // Only binary tensors carry such values, and this server has none.
      if (error instanceof InvalidInferenceMessage) throw new ModelRejectedInput(this.id, 'not sent', { cause: error });
      throw error;
    }
  }

  private async chooseEncoding(deadline: Deadline): Promise<TensorEncoding> {
    if (this.fixedEncoding !== null) return this.fixedEncoding;
    if (this.encoding !== null) return this.encoding;
    const answer = await this.transport.exchange({ method: 'GET', path: '/v2' }, deadline.signal);
    const refusal = refuseStatus(answer, this.id, '', deadline);
    if (refusal !== null && refusal.code !== 'MODEL_NOT_READY') throw refusal;
    const extensions = refusal === null ? parseServerMetadata(answer.body).extensions : [];
    this.encoding = extensions.includes(BINARY_EXTENSION) ? 'binary' : 'json';
    this.probedAt = performance.now();
    return this.encoding;
  }

  /** After a failure: the server may have been replaced by one that speaks otherwise. Not too often, to spare one that is struggling. */
  private forgetEncoding(): void {
    if (performance.now() - this.probedAt > REPROBE_AFTER_MS) this.encoding = null;
  }

  private enter(deadline: Deadline): Promise<() => void> {
    const place = this.bulkhead.enter(deadline.signal);
    if (place === null) throw new ModelServerBusy(this.id);
    return place;
  }

  private async get(path: string, model: string, deadline: Deadline): Promise<HttpAnswer> {
    const answer = await this.transport.exchange({ method: 'GET', path }, deadline.signal);
    const refusal = refuseStatus(answer, this.id, model, deadline);
    if (refusal !== null) throw refusal;
    return answer;
  }

  private async isHealthy(path: string, signal: AbortSignal): Promise<boolean> {
    const deadline = startDeadline(signal, CONTROL_TIMEOUT_MS);
    try {
      const { status, body } = await this.transport.exchange({ method: 'GET', path }, deadline.signal);
      return status === 200 && !saysNo(body);
    } catch (error) {
      if (deadline.state() === 'cancelled') throw translateFailure(error, this.id, deadline);
      return false;
    } finally {
      deadline.end();
    }
  }

  private async within<T>(limits: CallLimits, work: (deadline: Deadline) => Promise<T>): Promise<T> {
    const deadline = startDeadline(limits.signal, limits.timeoutMs);
    try {
      deadline.signal.throwIfAborted();
      return await work(deadline);
    } catch (error) {
      throw translateFailure(error, this.id, deadline);
    } finally {
      deadline.end();
    }
  }
}
