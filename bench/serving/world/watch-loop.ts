import { gatewayDelayDuring, type LoopDelay, ownDelayDuring } from '../../support/loop-delay.js';

/** A stretch of time in the gateway, and in a process that did nothing meanwhile. */
export interface Watched {
  readonly gateway: LoopDelay;
  readonly control: LoopDelay;
}

/** The gateway's delays and this process's own, which only waits: what that one suffers comes from the machine. */
export async function watch(url: string, work: () => Promise<unknown>): Promise<Watched> {
  let control: LoopDelay | undefined;
  const gateway = await gatewayDelayDuring(url, async () => (control = await ownDelayDuring(work)));
  if (!control) throw new Error('the control was not measured');
  return { gateway, control };
}
