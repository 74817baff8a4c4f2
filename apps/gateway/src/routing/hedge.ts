import { type CallLimits } from '#libs/inference-client';
import { askOne, type AskingTools, NONE_LEFT, type ServedAnswer, type Tensors } from './ask-one.js';
import { pickReplica, type Replica } from './replica.js';

/**
 * Asks a replica; when it has not answered after a while, asks another one too, if hedging is on, there is one, and a second try may be
 * taken. The first answer counts, and the other call is given up, which its server sees.
 * @param takeSecondTry takes the call's one second try, if it is left and the budget has it
 * @throws what the first replica threw, when no other answered
 */
export async function withHedge(
  first: Replica,
  others: readonly Replica[],
  { tensors, limits }: { readonly tensors: Tensors; readonly limits: CallLimits },
  { clock, rank, hedgeAfterMs, turn }: AskingTools,
  takeSecondTry: () => boolean,
): Promise<ServedAnswer> {
  if (hedgeAfterMs === null || others.length === 0 || hedgeAfterMs >= limits.timeoutMs)
    return askOne(first, tensors, limits, takeSecondTry);
  const done = new AbortController();
  const signal = AbortSignal.any([limits.signal, done.signal]);
  const main = askOne(first, tensors, { ...limits, signal }, takeSecondTry);
  try {
    const late = clock.wait(hedgeAfterMs, signal).then(
      () => null,
      () => main,
    );
    const early = await Promise.race([main, late]);
    if (early) return early;
    const other = pickReplica(others, rank, turn);
    if (!other || !takeSecondTry()) return await main;
    const backup = askOne(other, tensors, { timeoutMs: limits.timeoutMs - hedgeAfterMs, signal }, NONE_LEFT);
    return await Promise.any([main, backup]).catch(() => main);
  } finally {
    done.abort();
  }
}
