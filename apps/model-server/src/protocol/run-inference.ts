import type { InferenceRequest, InferenceResponse } from '#libs/inference-protocol';
import { Refusal } from '../refusal.js';
import type { LeasedVersion } from '../repository/ready-version.js';
import type { FailureReason } from '../statistics/statistics-book.js';
import { checkInputs, chooseOutputs, timeoutMsOf } from './check-request.js';
import { reasonOfFailure } from './refusal-of.js';
import type { ServerParts } from './server-parts.js';

/** One request for numbers, from its arrival to its end. */
export interface Inference {
  readonly leased: LeasedVersion;
  /** By performance.now(). */
  readonly arrivedAt: number;
  /** Fires with a Refusal when the client leaves, and when the time of the request is over. */
  readonly life: AbortController;
}

/**
 * Leases the version, has the request read, and keeps count of what becomes of it.
 * @param act reads, runs and answers
 * @throws what `act` throws; Refusal when there is no such version
 */
export async function withVersion<Answer>(
  { repository, statistics }: ServerParts,
  target: { readonly name: string; readonly version: string | null },
  life: AbortController,
  act: (inference: Inference) => Promise<Answer>,
): Promise<Answer> {
  const arrivedAt = performance.now();
  const leased = repository.lease(target.name, target.version);
  try {
    return await act({ leased, arrivedAt, life });
  } catch (error) {
    const reason: FailureReason = reasonOfFailure(error);
    statistics.of(leased.name, leased.version).fail(reason, (performance.now() - arrivedAt) * 1e6);
    throw error;
  } finally {
    leased.release();
  }
}

/**
 * Checks a request against the model's signature and runs it. The version that ran is always named.
 * @param callLimitMs time that the call itself allows, beside the request's `timeout`
 * @throws Refusal, InvalidInferenceMessage
 */
export async function runInference(
  { pool, statistics }: ServerParts,
  { leased, arrivedAt, life }: Inference,
  request: InferenceRequest,
  callLimitMs = Infinity,
): Promise<InferenceResponse> {
  const { name, version, key, model } = leased;
  checkInputs(request.inputs, leased);
  const names = chooseOutputs(request, model);
  const rows = rowsOf(request, leased);
  const spentMs = performance.now() - arrivedAt;
  const timer = expireAfter(life, Math.min(timeoutMsOf(request), callLimitMs) - spentMs);
  try {
    const ran = await pool.run(key, request.inputs, names, life.signal);
    statistics.of(name, version).succeed(ran, rows, (performance.now() - arrivedAt) * 1e6);
    return { modelName: name, modelVersion: version, id: request.id, outputs: ran.outputs };
  } finally {
    clearTimeout(timer);
  }
}

/** Rows where the model is known to take rows, else the request is one. */
function rowsOf({ inputs }: InferenceRequest, { config, model }: LeasedVersion): number {
  const isBatched = (config?.maxBatchSize ?? 0) > 0 || model.joinsRows;
  return isBatched ? (inputs[0]?.shape[0] ?? 1) : 1;
}

function expireAfter(life: AbortController, timeoutMs: number): NodeJS.Timeout {
  const expire = (): void => life.abort(new Refusal('timed-out', 'the time that the request allowed is over'));
  return setTimeout(expire, Math.max(0, timeoutMs));
}
