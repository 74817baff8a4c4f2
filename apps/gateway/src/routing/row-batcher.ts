import { type CallLimits, type InferenceAnswer } from '#libs/inference-client';
import { ModelTimeout } from '#libs/errors';
import { type Tensors } from './ask-one.js';
import { Audience, waitFor } from './audience.js';
import { type GuardedServer, type ServedName } from './guarded-server.js';
import { judgeFailure } from './judge-failure.js';
import { type RowLimit } from './row-limit.js';
import { joinKeyOf, joinRows, rowsOf, splitRows } from './vector-rows.js';

/** What a batcher did since the start. */
export interface BatchFigures {
  /** Questions that came. */
  readonly questions: number;
  /** Calls that were made for them, those after a failed joined call included. */
  readonly calls: number;
  /** Questions that were asked once more alone, because the call that they shared failed. */
  readonly askedAlone: number;
}

interface Waiting {
  readonly tensors: Tensors;
  readonly rows: number;
  readonly key: string;
  readonly limits: CallLimits;
  readonly endsAt: number;
  readonly takeSecondTry: () => boolean;
  readonly settle: (answer: Promise<InferenceAnswer>) => void;
  audience: Audience | null;
}

/** Calls of one version under way: while one is computed, the next one travels. */
const SLOTS = 2;
/** Rows of a failed call that are asked for at one time. */
const ALONE_AT_ONCE = 4;

/**
 * Joins the rows of questions to one version on one server. It never waits for company: a question goes as soon as a slot is free, and what
 * came while the slots were taken goes together, in the order in which it came.
 */
export class RowBatcher {
  private readonly queue = new Set<Waiting>();
  private running = 0;
  private isPlanned = false;
  private counts = { questions: 0, calls: 0, askedAlone: 0 };

  constructor(
    private readonly server: GuardedServer,
    private readonly as: ServedName,
    private readonly limit: RowLimit,
  ) {}

  /** The most rows that one call brings now; 1 where they are not joined, or not yet known to be. */
  get mostRows(): number {
    return this.limit.read();
  }

  read(): BatchFigures {
    return { ...this.counts };
  }

  /**
   * As `GuardedServer.infer`. Whoever leaves takes nothing from the others; a call that nobody waits for any more is given up.
   * @param takeSecondTry takes the question's one second try: after a joined call failed, each is asked alone
   */
  async infer(tensors: Tensors, limits: CallLimits, takeSecondTry: () => boolean): Promise<InferenceAnswer> {
    this.counts.questions += 1;
    const rows = rowsOf(tensors);
    if (rows === null || rows >= this.limit.read()) return this.call(tensors, limits);
    let settle: Waiting['settle'] = () => undefined;
    const answer = new Promise<InferenceAnswer>((resolve) => (settle = resolve));
    const endsAt = performance.now() + limits.timeoutMs;
    const key = joinKeyOf(tensors);
    const waiting: Waiting = { tensors, rows, key, limits, endsAt, takeSecondTry, settle, audience: null };
    this.queue.add(waiting);
    this.plan();
    try {
      return await waitFor(answer, limits, () => new ModelTimeout(this.server.id, limits.timeoutMs));
    } finally {
      this.queue.delete(waiting);
      waiting.audience?.leave(waiting);
    }
  }

  // Questions that come in the same turn go together; no timer.
  private plan(): void {
    if (this.isPlanned || this.running >= SLOTS) return;
    this.isPlanned = true;
    setImmediate(() => {
      this.isPlanned = false;
      this.fill();
    });
  }

  private fill(): void {
    while (this.running < SLOTS && this.queue.size > 0) {
      this.running += 1;
      void this.run(this.take()).finally(() => {
        this.running -= 1;
        this.fill();
      });
    }
  }

  /** The first, and those behind it that may go with it. */
  private take(): readonly Waiting[] {
    const most = this.limit.read();
    const taken: Waiting[] = [];
    let total = 0;
    for (const waiting of this.queue) {
      if (taken.length > 0 && (waiting.key !== taken[0]?.key || total + waiting.rows > most)) continue;
      taken.push(waiting);
      total += waiting.rows;
    }
    for (const waiting of taken) this.queue.delete(waiting);
    return taken;
  }

  private async run(batch: readonly Waiting[]): Promise<void> {
    const [first, ...others] = batch;
    if (first && others.length === 0) return void (await this.runAlone(first));
    const audience = new Audience();
    for (const waiting of batch) {
      waiting.audience = audience;
      audience.add(waiting, waiting.endsAt);
    }
    try {
      const joined = joinRows(batch.map(({ tensors }) => tensors));
      const answer = await this.call(joined, audience.begin());
      const parts = splitRows(
        answer,
        batch.map(({ rows }) => rows),
      );
      for (const [place, part] of parts.entries()) batch[place]?.settle(Promise.resolve(part));
    } catch (error) {
      const here = batch.filter((waiting) => audience.has(waiting));
      await this.askAlone(here, error);
    }
  }

  /** One row may be to blame for all: the others must not suffer for it. What says nothing of a row is everybody's. */
  private async askAlone(batch: readonly Waiting[], error: unknown): Promise<void> {
    const again = batch.filter((waiting) => {
      const isAllowed = mayBeOneRow(error, waiting.limits.timeoutMs) && waiting.takeSecondTry();
      if (!isAllowed) waiting.settle(Promise.reject(error));
      return isAllowed;
    });
    this.counts.askedAlone += again.length;
    const queue = [...again];
    let failed = batch.length - again.length;
    const lane = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) if (!(await this.runAlone(next))) failed += 1;
    };
    await Promise.all(Array.from({ length: ALONE_AT_ONCE }, lane));
    if (failed === 0 && again.length > 0) this.limit.rest();
  }

  /** @returns whether it was answered */
  private async runAlone({ tensors, limits, endsAt, settle }: Waiting): Promise<boolean> {
    const timeoutMs = Math.max(1, endsAt - performance.now());
    const answer = this.call(tensors, { signal: limits.signal, timeoutMs });
    settle(answer);
    return answer.then(
      () => true,
      () => false,
    );
  }

  private call(tensors: Tensors, limits: CallLimits): Promise<InferenceAnswer> {
    this.counts.calls += 1;
    return this.server.infer(this.as, tensors, limits);
  }
}

/** Failures of the model and refusals of the input can come from one row; a server that is away, or late, is so for all. */
function mayBeOneRow(error: unknown, timeoutMs: number): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'MODEL_TIMEOUT' || code === 'MODEL_VERSION_MISMATCH') return false;
  return code === 'MODEL_REJECTED_INPUT' || judgeFailure(error, timeoutMs).blame === 'MODEL';
}
