import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** Delay of an event loop over a window, in milliseconds: how much later than planned a timer came. */
export interface LoopDelay {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

const KEYS = ['p50', 'p90', 'p99', 'max'] as const;

/** Both Node's histogram and the gateway's metrics watch a timer of 10 ms and record the whole time between two of its calls. */
const INTERVAL_MS = 10;

/**
 * Delays of the gateway's event loop while `work` ran, measured inside the gateway. Reading `/metrics` gives the window since the last
 * reading and begins the next one, so nobody else may read them meanwhile.
 */
export async function gatewayDelayDuring(url: string, work: () => Promise<unknown>): Promise<LoopDelay> {
  await readMetrics(url);
  await work();
  const text = await readMetrics(url);
  const found = KEYS.map((key) => [key, secondsOf(text, `nodejs_eventloop_lag_${key}_seconds`) * 1_000 - INTERVAL_MS]);
  return Object.fromEntries(found) as unknown as LoopDelay;
}

/** The same of this process, which does nothing meanwhile but wait: what the machine alone does to a timer. */
export async function ownDelayDuring(work: () => Promise<unknown>): Promise<LoopDelay> {
  const histogram = monitorEventLoopDelay({ resolution: INTERVAL_MS });
  histogram.enable();
  await work();
  histogram.disable();
  const at = (percent: number): number => histogram.percentile(percent) / 1e6 - INTERVAL_MS;
  return { p50: at(50), p90: at(90), p99: at(99), max: histogram.max / 1e6 - INTERVAL_MS };
}

/** Waits, doing nothing. */
export function idle(ms: number, signal: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { signal });
}

async function readMetrics(url: string): Promise<string> {
  const response = await fetch(`${url}/metrics`);
  if (!response.ok) throw new Error('the gateway does not give its metrics');
  return response.text();
}

function secondsOf(text: string, name: string): number {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `));
  const value = Number(line?.slice(name.length + 1) || NaN);
  if (Number.isNaN(value)) throw new Error(`the metrics have no ${name}`);
  return value;
}
