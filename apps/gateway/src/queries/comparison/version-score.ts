import type { Call } from '#graphql/generated/schema-types';
import { inputsOf } from '#gateway/cohorts';
import type { CallState, TargetCall } from '#gateway/targets';
import type { ImportedItem, ItemPrediction } from '../cohort/index.js';

/** What a version says about an item, as far as a comparison goes. */
export interface VersionScore {
  readonly kind: 'SCORED';
  /** by scale; null where there is none */
  readonly CALIBRATED_PROBABILITY: number | null;
  readonly RAW_PROBABILITY: number | null;
  readonly VALUE: number | null;
  readonly call: Call;
  /** id of the record that the call rests on, and what it holds for; null where no record was applied */
  readonly record: { readonly id: string; readonly stratum: string } | null;
  /** digest of the features that went in, of all slides of a patient one after the other; null for a score that was computed elsewhere */
  readonly inputDigest: string | null;
  readonly isLeaked: boolean;
}

/** A version that says nothing about an item, and why. */
export interface NoScore {
  readonly kind: 'MISSING';
  /** A code. */
  readonly reason: string;
  /** What was refused or went wrong, in a sentence, where there is more to say than the code does. */
  readonly message: string | null;
}

export type ItemScore = VersionScore | NoScore;

/** The score of an item: of its one slide, or what the card's policy makes of all slides of a patient. */
export function itemScore(
  { state, calls, answers, error, members }: Pick<ItemPrediction, 'state' | 'calls' | 'answers' | 'error' | 'members'>,
  target: string,
  className: string | null,
): ItemScore {
  if (members.length === 0) return missing('NO_SLIDE');
  if (!calls) return missing(error?.code ?? state, error?.message);
  return scoreOf(calls, target, className, {
    inputDigest: answers.map(({ features }) => inputsOf(features)).join('+'),
    isLeaked: answers.some(({ training }) => training.state === 'LEAKED'),
  });
}

/** The score of an item that was computed elsewhere. */
export function importedScore(
  { calls, training }: Pick<ImportedItem, 'calls' | 'training'>,
  target: string,
  className: string | null,
): ItemScore {
  return scoreOf(calls, target, className, { inputDigest: null, isLeaked: training.state === 'LEAKED' });
}

function scoreOf(
  calls: readonly TargetCall[],
  target: string,
  className: string | null,
  origin: Pick<VersionScore, 'inputDigest' | 'isLeaked'>,
): ItemScore {
  const call = calls.find((one) => one.target.name === target);
  if (!call) return missing('NO_TARGET');
  const numbers = numbersOf(call, className);
  if (!numbers) return missing('NO_CLASS');
  const { state: read, ...scores } = numbers;
  return { kind: 'SCORED', ...scores, call: read.call, record: recordOf(read), ...origin };
}

function missing(reason: string, message: string | null = null): NoScore {
  return { kind: 'MISSING', reason, message };
}

function numbersOf(call: TargetCall, className: string | null) {
  switch (call.kind) {
    case 'BINARY': {
      const { probability, rawProbability } = call;
      return { state: call, CALIBRATED_PROBABILITY: probability, RAW_PROBABILITY: rawProbability, VALUE: null };
    }
    case 'MULTICLASS':
    case 'ORDINAL': {
      const one = call.classes.find(({ name }) => name === className);
      if (!one) return null;
      const { probability, comparedProbability } = one;
      return { state: one, CALIBRATED_PROBABILITY: probability, RAW_PROBABILITY: comparedProbability, VALUE: null };
    }
    case 'SCALAR':
    case 'RISK':
      return { state: call, CALIBRATED_PROBABILITY: null, RAW_PROBABILITY: null, VALUE: call.value };
  }
}

function recordOf({ calibration, call }: CallState): VersionScore['record'] {
  if (!calibration || call === 'UNCALIBRATED') return null;
  const { id, stratum } = calibration.record;
  const parts = [stratum.specimen, stratum.scanner, stratum.site].map((part) => part ?? 'ANY');
  return { id, stratum: parts.join(' / ') };
}
