import { Cancelled, DomainError, InvalidInferenceMessage, ModelRejectedInput, ModelServerBusy } from '#libs/errors';
import { Bulkhead } from './bulkhead.js';
import { checkAnswer } from './check-answer.js';
import { checkRequest, type CheckedRequest } from './check-request.js';
import type { Deadline } from './deadline.js';
import { ExchangeFailed } from './exchange-failed.js';
import { DEFAULT_BYTES, DEFAULT_IN_FLIGHT, openServer } from './open-ways.js';
import type { CallLimits, InferenceAnswer, InferenceCall, InferenceClientOptions, InferenceWay } from './options.js';
import { describeServer, type ServerDescription } from './probe.js';
import { NEVER, ServerControl } from './server-control.js';
import type { ServerMemory } from './server-memory.js';
import { mayDoubt, mayRefuseBinary } from './what-failed.js';
import { requireSafeId } from './wire-rules.js';

const PROBE_TIMEOUT_MS = 5000;

/**
 * A client of one model server over Open Inference Protocol v2: REST with binary tensors, gRPC, or REST with JSON, whichever is the fastest
 * that the server speaks. It holds connections; close it. Every failure is a domain error: ModelUnavailable, ModelTimeout, ModelNotReady,
 * ModelRejectedInput, ModelBadResponse, ModelVersionMismatch, ModelServerBusy (each with a `fault` for breakers and retries), Cancelled.
 */
export class InferenceClient extends ServerControl {
  private readonly memory: ServerMemory;
  private readonly bulkhead: Bulkhead;
  private readonly fixedWay: InferenceWay | null;
  private readonly maxRequestBytes: number;

  constructor(options: InferenceClientOptions) {
    const { ways, memory } = openServer(options);
    super(options.id, ways);
    this.memory = memory;
    this.bulkhead = new Bulkhead(options.maxInFlight ?? DEFAULT_IN_FLIGHT, options.maxQueued ?? 32);
    this.maxRequestBytes = options.maxRequestBytes ?? DEFAULT_BYTES;
    const { transport = 'probe' } = options;
    this.fixedWay = transport === 'probe' ? null : transport;
    // A way without an address is found out now, not with the first call.
    if (this.fixedWay !== null) this.transportOf(this.fixedWay);
  }

  /** The way that inference takes, as far as it is known; nothing is asked for this. */
  get way(): InferenceWay | null {
    return this.fixedWay ?? this.memory.current?.way ?? null;
  }

  /**
   * Runs a model. The limits cover waiting, probing, sending and reading; the caller's abort closes the connection (over gRPC: cancels the
   * call), so that the server sees it. The remaining time travels as the request parameter `timeout` in microseconds, over gRPC as the
   * deadline too. What does not agree with itself is never sent.
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

  /**
   * Asks the server what it is, what it speaks and what it holds, without running a model, and remembers how to speak to it. A server that is
   * away is described as such.
   * @throws Cancelled
   */
  async probe(signal: AbortSignal = NEVER): Promise<ServerDescription> {
    return this.within({ signal, timeoutMs: PROBE_TIMEOUT_MS }, async (deadline) => {
      const { description, known } = await describeServer(this.ways, deadline);
      if (deadline.state() === 'cancelled') throw new Cancelled();
      if (known !== null) this.memory.set(known);
      return this.fixedWay === null ? description : { ...description, way: this.fixedWay };
    });
  }

  private async inferOnce(call: InferenceCall, deadline: Deadline): Promise<InferenceAnswer> {
    const way = await this.chooseWay(deadline);
    if (way === 'json') await this.refuseHalves(call, deadline);
    // Read and held against itself in the turn in which it is encoded: no caller can change it in between.
    const request = this.check(call);
    try {
      const response = await this.transportOf(way).infer(request, way, deadline);
      if (way === 'binary') this.memory.prove();
      return await checkAnswer(response, call, this.id);
    } catch (error) {
      if (way === 'binary' && mayRefuseBinary(error)) this.memory.disprove();
      else if (mayDoubt(error)) this.memory.doubt();
      throw error;
    }
  }

  private async chooseWay(deadline: Deadline): Promise<InferenceWay> {
    if (this.fixedWay !== null) return this.fixedWay;
    try {
      return (await this.memory.get(deadline.signal)).way;
    } catch (error) {
      throw error instanceof DomainError ? error : new ExchangeFailed(error, 'unsent');
    }
  }

  private check(call: InferenceCall): CheckedRequest {
    try {
      return checkRequest(call, this.maxRequestBytes);
    } catch (error) {
      if (!(error instanceof InvalidInferenceMessage)) throw error;
      throw new ModelRejectedInput(this.id, 'not sent', { cause: error, progress: 'unsent', rule: error.rule });
    }
  }

  /** Servers that have binary tensors take half floats in no other way, and say so only after the call. */
  private async refuseHalves({ inputs }: InferenceCall, deadline: Deadline): Promise<void> {
    if (!Array.isArray(inputs) || !inputs.some((tensor) => tensor?.datatype === 'FP16')) return;
    const known = await this.memory.get(deadline.signal).catch(() => null);
    if (known === null || !(known.isBinarySure || /triton/i.test(known.metadata.name))) return;
    const rule = 'an input is FP16, which this model server takes as binary tensors only';
    throw new ModelRejectedInput(this.id, 'not sent', { progress: 'unsent', rule });
  }

  private enter(deadline: Deadline): Promise<() => void> {
    const place = this.bulkhead.enter(deadline.signal);
    if (place === null) throw new ModelServerBusy(this.id);
    return place;
  }
}
