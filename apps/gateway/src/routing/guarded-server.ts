import {
  type CallLimits,
  type InferenceAnswer,
  type InferenceCall,
  type InferenceClient,
} from '#libs/inference-client';
import { ModelServerResting } from '#libs/errors';
import { Breaker, type BreakerState, type CallVerdict } from './breaker.js';
import { CallFigures, type Figures } from './call-figures.js';
import { type Clock } from './clock.js';
import { judgeFailure, type Judgement } from './judge-failure.js';
import { type ModelServer } from './model-server.js';
import { type Resilience } from './resilience.js';
import { RetryBudget } from './retry-budget.js';

/** A model by the server's own names. */
export interface ServedName {
  readonly name: string;
  /** Null on a server that holds one version of a model and takes no number. */
  readonly version: string | null;
}

/** What is known of the calls to a server, or to one model on it. */
export interface CallHealth extends Figures {
  readonly breaker: BreakerState;
}

interface Guard {
  readonly breaker: Breaker;
  readonly figures: CallFigures;
}

/** Told after each call: which model, and how it ended (null for an answer). */
export type CallListener = (model: ServedName, error: unknown) => void;

/**
 * A model server with what keeps it, and us from it: a breaker for the server, which counts what says that it cannot be reached; one for
 * each model on it, which counts that model's failures, so that its neighbours go on; and a budget of second tries.
 */
export class GuardedServer {
  readonly budget: RetryBudget;
  private readonly whole: Guard;
  private readonly models = new Map<string, Guard>();
  private readonly listeners = new Set<CallListener>();

  constructor(
    private readonly server: ModelServer,
    private readonly resilience: Resilience,
    private readonly clock: Clock,
  ) {
    this.budget = new RetryBudget(clock, resilience.retry);
    this.whole = this.guard();
  }

  get id(): string {
    return this.server.id;
  }

  /** Calls that are not ended yet. */
  get load(): number {
    return this.whole.figures.load;
  }

  /** Its client, for what is no inference. @throws ModelUnavailable while there is none */
  client(): InferenceClient {
    return this.server.client();
  }

  onCall(listener: CallListener): void {
    this.listeners.add(listener);
  }

  health(): CallHealth {
    return { ...this.whole.figures.read(), breaker: this.whole.breaker.state };
  }

  healthOf(model: ServedName): CallHealth {
    const { figures, breaker } = this.guardOf(model);
    return { ...figures.read(), breaker: breaker.state };
  }

  /** Whether a call of this model would be made now. */
  isPassable(model: ServedName): boolean {
    return this.whole.breaker.isPassable && this.guardOf(model).breaker.isPassable;
  }

  /** Milliseconds until a call of this model may be tried. */
  retryAfterMs(model: ServedName): number {
    return Math.max(this.whole.breaker.retryAfterMs, this.guardOf(model).breaker.retryAfterMs);
  }

  /** One try. @throws ModelServerResting when a breaker is open, and the errors of `InferenceClient` */
  async infer(model: ServedName, call: Omit<InferenceCall, 'model'>, limits: CallLimits): Promise<InferenceAnswer> {
    const tell = this.admit(model);
    try {
      const answer = await this.server.client().infer({ ...call, model }, limits);
      tell(null, null);
      return answer;
    } catch (error) {
      tell(error, judgeFailure(error, limits.timeoutMs));
      throw error;
    }
  }

  private admit(model: ServedName): (error: unknown, judgement: Judgement | null) => void {
    const own = this.guardOf(model);
    if (!this.isPassable(model)) throw new ModelServerResting(this.id, this.retryAfterMs(model));
    const tellWhole = this.whole.breaker.admit();
    const tellOwn = own.breaker.admit();
    const ends = [this.whole.figures.begin(), own.figures.begin()];
    return (error, judgement) => {
      for (const end of ends) end(error);
      tellWhole?.(verdictOf(judgement, 'SERVER'));
      tellOwn?.(verdictOf(judgement, 'MODEL'));
      for (const listener of this.listeners) listener(model, error);
    };
  }

  private guardOf({ name, version }: ServedName): Guard {
    const key = `${name}/${version ?? ''}`;
    const known = this.models.get(key) ?? this.guard();
    this.models.set(key, known);
    return known;
  }

  private guard(): Guard {
    return { breaker: new Breaker(this.clock, this.resilience.breaker), figures: new CallFigures(this.clock) };
  }
}

function verdictOf(judgement: Judgement | null, guarded: 'SERVER' | 'MODEL'): CallVerdict {
  if (judgement === null) return 'GOOD';
  if (judgement.blame === 'NOBODY') return 'IGNORED';
  if (judgement.blame === guarded) return 'BAD';
  // A model that fails speaks well of the server: it answers. A server that is away says nothing about the model.
  return guarded === 'SERVER' ? 'GOOD' : 'IGNORED';
}
