import { type ErrorCode, isDomainError } from '#libs/errors';
import { type Clock } from './clock.js';
import { type Latency, LatencyWindow } from './latency-window.js';

/** What was counted since the start of the gateway. */
export interface Figures {
  /** Calls that are not ended yet, those that wait for a place included. */
  readonly outstanding: number;
  readonly calls: number;
  /** By code, in the order in which they first came. */
  readonly errors: ReadonlyMap<ErrorCode, number>;
  readonly latency: Latency | null;
}

/** Counts calls of one server, or of one model on it. */
export class CallFigures {
  private outstanding = 0;
  private calls = 0;
  private readonly errors = new Map<ErrorCode, number>();
  private readonly latency: LatencyWindow;

  constructor(private readonly clock: Clock) {
    this.latency = new LatencyWindow(clock);
  }

  get load(): number {
    return this.outstanding;
  }

  /** A call begins. @returns whom to tell, once, how it ended; null for an answer */
  begin(): (error: unknown) => void {
    const startedAt = this.clock.now();
    this.outstanding += 1;
    this.calls += 1;
    return (error) => {
      this.outstanding -= 1;
      if (error === null) return this.latency.add(this.clock.now() - startedAt);
      const code = isDomainError(error) ? error.code : 'INTERNAL_SERVER_ERROR';
      this.errors.set(code, (this.errors.get(code) ?? 0) + 1);
    };
  }

  read(): Figures {
    const { outstanding, calls, errors, latency } = this;
    return { outstanding, calls, errors: new Map(errors), latency: latency.read() };
  }
}
