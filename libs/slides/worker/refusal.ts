import {
  BadUserInput,
  SlideResolutionTooLow,
  SlideResolutionUnknown,
  SlideTooLarge,
  SlideUnreadable,
  type DomainError,
} from '#libs/errors';
import type { Refusal } from './worker-protocol.js';

/** What the worker says of an error. Anything that is no refusal is a fault of reading: a hostile file finds the decoder's bugs. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof SlideUnreadable) return { kind: 'UNREADABLE', reason: error.reason };
  if (error instanceof SlideTooLarge)
    return { kind: 'TOO_LARGE', what: error.what, found: error.found, limit: error.limit };
  if (error instanceof SlideResolutionTooLow)
    return { kind: 'TOO_COARSE', neededMpp: error.neededMpp, foundMpp: error.foundMpp };
  if (error instanceof SlideResolutionUnknown) return { kind: 'MPP_UNKNOWN', neededMpp: error.neededMpp ?? null };
  if (error instanceof BadUserInput) return { kind: 'BAD_INPUT', argument: error.argument, rule: error.rule };
  return { kind: 'FAULT', description: error instanceof Error ? error.name : 'unknown' };
}

export function fromRefusal(refusal: Refusal): DomainError {
  switch (refusal.kind) {
    case 'UNREADABLE':
      return new SlideUnreadable(refusal.reason);
    case 'TOO_LARGE':
      return new SlideTooLarge(refusal.what, refusal.found, refusal.limit);
    case 'TOO_COARSE':
      return new SlideResolutionTooLow(refusal.neededMpp, refusal.foundMpp);
    case 'MPP_UNKNOWN':
      return refusal.neededMpp === null ? new SlideResolutionUnknown() : new SlideResolutionUnknown(refusal.neededMpp);
    case 'BAD_INPUT':
      return new BadUserInput(refusal.argument, refusal.rule);
    case 'FAULT':
      return new SlideUnreadable('its decoder failed', {
        cause: new Error(`a ${refusal.description} in the slide worker`),
      });
  }
}
