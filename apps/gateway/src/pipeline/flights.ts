import { type CallLimits } from '#libs/inference-client';
import { ModelTimeout } from '#libs/errors';
import { Audience, waitFor } from '#gateway/routing';

/** A call that ends at the same time as a caller's own time tells more than that caller's clock. */
const CALL_FIRST_MS = 10;
/** With less time left a question is not asked once more. */
const LEAST_MS = 50;

/** What came of a shared call. */
export interface Landed<T> {
  readonly outcome: T;
  /** To be called when the outcome is stored, or will not be: until then those who ask the same take this one. */
  readonly letGo: () => void;
}

/** What questions did since the start. */
export interface FlightFigures {
  /** Questions that were sent to a model server. */
  readonly asked: number;
  /** Questions that took the answer of an identical one. */
  readonly shared: number;
}

interface Flight<T> {
  readonly audience: Audience;
  outcome: Promise<T> | null;
  holders: number;
}

/**
 * Identical questions of all operations meet here, and one call answers them. It is given the time of the one who waits longest, and given
 * up when the last one has left; whoever leaves takes nothing from the others.
 */
export class Flights<T> {
  private readonly flights = new Map<string, Flight<T>>();
  private figures = { asked: 0, shared: 0 };

  read(): FlightFigures {
    return { ...this.figures };
  }

  /**
   * @param key equal for questions with the same answer, whoever asks: the version, and the very bytes of its input
   * @param ask makes the call; again, when the first one was too late and somebody who came later still has time
   * @param late what a caller is told whose time is over while the call goes on for others
   */
  async join(
    key: string,
    limits: CallLimits,
    ask: (limits: CallLimits) => Promise<T>,
    late: () => Error,
  ): Promise<Landed<T>> {
    const flight = this.flights.get(key) ?? this.begin(key);
    const caller = {};
    flight.holders += 1;
    flight.audience.add(caller, performance.now() + limits.timeoutMs);
    if (flight.outcome) this.figures.shared += 1;
    const outcome = (flight.outcome ??= this.fly(flight.audience, ask));
    outcome.catch(() => this.drop(key, flight));
    const letGo = this.release(key, flight);
    try {
      const own = { ...limits, timeoutMs: limits.timeoutMs + CALL_FIRST_MS };
      return { outcome: await waitFor(outcome, own, late), letGo };
    } catch (error) {
      letGo();
      throw error;
    } finally {
      flight.audience.leave(caller);
    }
  }

  private begin(key: string): Flight<T> {
    const flight: Flight<T> = { audience: new Audience(), outcome: null, holders: 0 };
    this.flights.set(key, flight);
    return flight;
  }

  private async fly(audience: Audience, ask: (limits: CallLimits) => Promise<T>): Promise<T> {
    this.figures.asked += 1;
    for (;;) {
      try {
        return await ask(audience.begin());
      } catch (error) {
        // Too late for the one who asked first. Whoever came after it and still has time is not late.
        const isLate = error instanceof ModelTimeout && audience.isOver;
        if (!isLate || audience.leftMs < LEAST_MS) throw error;
      }
    }
  }

  private release(key: string, flight: Flight<T>): () => void {
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      flight.holders -= 1;
      if (flight.holders === 0) this.drop(key, flight);
    };
  }

  private drop(key: string, flight: Flight<T>): void {
    if (this.flights.get(key) === flight) this.flights.delete(key);
  }
}
