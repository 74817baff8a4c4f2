import { Redis } from 'ioredis';
import { CalmConnector } from './calm-connector.js';

/** Whoever waits for Redis is a request: longer than this none does. */
const COMMAND_MS = 50;
const PROBE_EVERY_MS = 1_000;
const PROBE_MS = 1_000;
const CONNECT_MS = 2_000;
const LONGEST_PAUSE_MS = 2_000;
/** A connection on which so many probes in a row stay without an answer is given up for a new one. */
const UNANSWERED = 3;

/** `UP`: the last that was heard was an answer. */
export type LinkState = 'CONNECTING' | 'UP' | 'AWAY';

/** Redis is not asked now, or did not answer in time. */
export class RedisAway extends Error {}

export interface RedisLinkOptions {
  readonly url: string;
  /** What is sent every second to see that it still does what is needed. */
  readonly probe: (client: Redis) => Promise<unknown>;
  /** Called when the state changes, with what went wrong as a word: a system code, or Redis' own. */
  readonly onState: (state: LinkState, reason: string) => void;
}

/**
 * One connection to Redis that may be away: it is made in the background, made again when it breaks, and nobody waits for it. A
 * server that has stopped answering counts as away too, until a probe is answered.
 */
export class RedisLink {
  readonly client: Redis;
  private current: LinkState = 'CONNECTING';
  private unanswered = 0;
  private reason = 'not connected';
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly options: RedisLinkOptions) {
    this.client = new Redis(options.url, {
      Connector: CalmConnector,
      lazyConnect: true,
      connectTimeout: CONNECT_MS,
      keepAlive: 10_000,
      // What cannot be sent now is of no use later.
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      autoResubscribe: false,
      retryStrategy: (times) => Math.min(100 * 2 ** times, LONGEST_PAUSE_MS),
    });
    this.client.on('error', (error: unknown) => (this.reason = wordFor(error)));
    this.client.on('ready', () => void this.probe());
    this.client.on('close', () => this.become('AWAY'));
    this.client.connect().catch(ignore); // it goes on trying by itself
    this.timer = setInterval(() => void this.probe(), PROBE_EVERY_MS).unref();
  }

  get state(): LinkState {
    return this.current;
  }

  /**
   * Sends a command, and waits for its answer no longer than a request may.
   * @throws RedisAway; what the command rejects with and is no Error is passed on
   */
  async ask<T>(command: (client: Redis) => Promise<T>): Promise<T> {
    if (this.current !== 'UP') throw new RedisAway();
    try {
      return await within(command(this.client), COMMAND_MS);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.fail(error);
      throw new RedisAway('', { cause: error });
    }
  }

  close(): void {
    clearInterval(this.timer);
    this.client.removeAllListeners('close');
    this.client.disconnect();
  }

  private async probe(): Promise<void> {
    if (this.client.status !== 'ready') return;
    try {
      await within(this.options.probe(this.client), PROBE_MS);
      this.unanswered = 0;
      this.become('UP');
    } catch (error) {
      this.fail(error);
      this.unanswered += 1;
      if (this.unanswered % UNANSWERED === 0) this.client.disconnect(true);
    }
  }

  private fail(error: unknown): void {
    this.reason = wordFor(error);
    this.become('AWAY');
  }

  private become(state: LinkState): void {
    if (state === this.current) return;
    this.current = state;
    this.options.onState(state, state === 'UP' ? 'answered' : this.reason);
  }
}

/** The promise, or RedisAway when its time is over. An answer that has arrived counts, even if this process was too busy to read it. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => setImmediate(() => reject(new RedisAway('no answer in time'))), ms);
  });
  promise.catch(ignore);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A word for the log. Whole messages stay out, for they may hold host names and user names. */
function wordFor(error: unknown): string {
  if (error instanceof RedisAway) return 'no answer in time';
  if (!(error instanceof Error)) return 'unknown';
  const code: unknown = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && /^[A-Z0-9_]{2,40}$/.test(code)) return code;
  return /^[A-Z]{2,20}(?= )/.exec(error.message)?.[0] ?? error.name;
}

function ignore(): void {}
