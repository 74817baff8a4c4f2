import { type CallLimits } from '#libs/inference-client';
import { ModelServerResting } from '#libs/errors';
import { askOne, type AskingTools, NONE_LEFT, type ServedAnswer, type Tensors } from './ask-one.js';
import { type Clock } from './clock.js';
import { withHedge } from './hedge.js';
import { judgeFailure } from './judge-failure.js';
import { pickReplica, type Replica } from './replica.js';

/** A second try on the same server comes a moment later, at a time of its own: the calls that failed together must not come back together. */
const PAUSE_MS = { least: 20, spread: 60 };

/**
 * Asks one of the replicas, and after a failure that a second try can mend once more, another one where there is one. All of it is within
 * the one deadline of the call, and a second try within the server's budget.
 * @param replicas at least one; all hold the same version
 * @throws what the last try threw
 */
export async function askReplicas(
  replicas: readonly Replica[],
  tensors: Tensors,
  limits: CallLimits,
  tools: AskingTools,
): Promise<ServedAnswer> {
  const endsAt = tools.clock.now() + limits.timeoutMs;
  const first = pickReplica(replicas, tools.rank, tools.turn);
  if (!first) throw resting(replicas);
  const { budget } = first.server;
  budget.noteCall();
  const others = replicas.filter((replica) => replica !== first);
  const takeSecondTry = once(() => budget.take());
  try {
    return await withHedge(first, others, { tensors, limits }, tools, takeSecondTry);
  } catch (error) {
    const { retry } = judgeFailure(error, limits.timeoutMs);
    if (retry === 'NEVER' || limits.signal.aborted) throw error;
    const second = pickReplica(others, tools.rank, tools.turn) ?? (retry === 'ANYWHERE' ? first : null);
    if (!second?.server.isPassable(second.as) || !takeSecondTry()) throw error;
    if (second === first) await pause(limits.signal, tools.clock, error);
    const timeoutMs = endsAt - tools.clock.now();
    if (timeoutMs < 1) throw error;
    return askOne(second, tensors, { ...limits, timeoutMs }, NONE_LEFT);
  }
}

/** Says yes once at most. */
function once(take: () => boolean): () => boolean {
  let isTaken = false;
  return () => !isTaken && (isTaken = take());
}

async function pause(signal: AbortSignal, clock: Clock, error: unknown): Promise<void> {
  const ms = PAUSE_MS.least + Math.random() * PAUSE_MS.spread;
  // Whoever leaves meanwhile is told what happened, and nobody is asked again.
  await clock.wait(ms, signal).catch(() => Promise.reject(error));
}

/** Of several replicas at rest, the one that may be asked first says when. */
function resting(replicas: readonly Replica[]): ModelServerResting {
  const waits = replicas.map(({ server, as }) => ({ id: server.id, ms: server.retryAfterMs(as) }));
  const soonest = waits.reduce((a, b) => (b.ms < a.ms ? b : a));
  return new ModelServerResting(soonest.id, soonest.ms);
}
