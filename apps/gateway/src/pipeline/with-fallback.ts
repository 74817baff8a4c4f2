import { type ErrorCode, isDomainError } from '#libs/errors';
import { type ModelVersion } from '#model-registry';

/** What a server or a version that is away says. Any other refusal is about the question, and another version would not change it. */
const AWAY: ReadonlySet<ErrorCode> = new Set(['MODEL_UNAVAILABLE', 'MODEL_TIMEOUT', 'MODEL_NOT_READY', 'OVERLOADED']);

/** An answer, and whether it is of another version than the chosen one. */
export interface Served<T> {
  readonly value: T;
  readonly isFallback: boolean;
}

/**
 * Asks the chosen version, and when it is away the fallbacks in their order.
 * @throws what the chosen version threw, when no other one answered
 */
export async function withFallback<T>(
  chosen: ModelVersion,
  fallbacks: readonly ModelVersion[],
  ask: (version: ModelVersion) => Promise<T>,
): Promise<Served<T>> {
  try {
    return { value: await ask(chosen), isFallback: false };
  } catch (error) {
    if (!isDomainError(error) || !AWAY.has(error.code)) throw error;
    for (const version of fallbacks) {
      const value = await ask(version).catch(() => null);
      if (value !== null) return { value, isFallback: true };
    }
    throw error;
  }
}
