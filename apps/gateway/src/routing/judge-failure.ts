import { DomainError, ModelServerError } from '#libs/errors';

/** What a failed call says: of whom, and whether a second try can help. */
export interface Judgement {
  /** SERVER: it cannot be reached, so none of its models can. MODEL: this one fails there. NOBODY: it does not speak against either. */
  readonly blame: 'SERVER' | 'MODEL' | 'NOBODY';
  /** ELSEWHERE: only on another replica, as the same one would say the same. */
  readonly retry: 'NEVER' | 'ELSEWHERE' | 'ANYWHERE';
}

const NOT_ITS_FAULT: Judgement = { blame: 'NOBODY', retry: 'NEVER' };

/** Given less time than this, a server that does not answer is not at fault: a caller in a hurry must not close it for the others. */
export const FAIR_TIME_MS = 2_000;

/** @param givenMs how long the server was given */
export function judgeFailure(error: unknown, givenMs: number): Judgement {
  if (!(error instanceof DomainError)) return NOT_ITS_FAULT;
  switch (error.code) {
    case 'MODEL_UNAVAILABLE':
      return unavailable(error);
    case 'MODEL_TIMEOUT':
      return { blame: givenMs >= FAIR_TIME_MS ? 'MODEL' : 'NOBODY', retry: 'NEVER' };
    // A wrong answer is not asked for again: who releases the version must hear of it.
    case 'MODEL_BAD_RESPONSE':
    case 'MODEL_VERSION_MISMATCH':
      return { blame: 'MODEL', retry: 'NEVER' };
    case 'MODEL_NOT_READY':
    case 'OVERLOADED':
      return { blame: 'NOBODY', retry: 'ELSEWHERE' };
    default:
      return NOT_ITS_FAULT;
  }
}

/** A server that answered is there, and its model failed; one that says when to come back is not asked again before. */
function unavailable(error: DomainError): Judgement {
  if (!(error instanceof ModelServerError)) return { blame: 'NOBODY', retry: 'ELSEWHERE' };
  const { progress, retryAfterMs } = error.fault;
  const retry = retryAfterMs === null ? 'ANYWHERE' : 'ELSEWHERE';
  return { blame: progress === 'answered' ? 'MODEL' : 'SERVER', retry };
}
