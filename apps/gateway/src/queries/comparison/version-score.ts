import type { Call } from '#graphql/generated/schema-types';
import type { CallState, TargetCall } from '#gateway/targets';
import type { StoredPrediction } from '../cohort/index.js';

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
  /** digest of the features that went in */
  readonly inputDigest: string;
  readonly isLeaked: boolean;
}

/** A version that says nothing about an item, and why. */
export interface NoScore {
  readonly kind: 'MISSING';
  readonly reason: string;
}

export type ItemScore = VersionScore | NoScore;

/**
 * The score of an item: of its one slide. What several slides of a patient come to is not known from their answers one by one, for cards join tiles or slides before the
 * model sees them.
 */
export function itemScore(members: readonly StoredPrediction[], target: string, className: string | null): ItemScore {
  const [only, ...others] = members;
  if (!only) return { kind: 'MISSING', reason: 'NO_SLIDE' };
  if (others.length > 0) return { kind: 'MISSING', reason: 'SEVERAL_SLIDES' };
  const { state, prediction, error } = only;
  if (!prediction) return { kind: 'MISSING', reason: error?.code ?? state };
  const call = prediction.answered.calls.find((one) => one.target.name === target);
  if (!call) return { kind: 'MISSING', reason: 'NO_TARGET' };
  const numbers = numbersOf(call, className);
  if (!numbers) return { kind: 'MISSING', reason: 'NO_CLASS' };
  const { state: read, ...scores } = numbers;
  return {
    kind: 'SCORED',
    ...scores,
    call: read.call,
    record: recordOf(read),
    inputDigest: prediction.answered.features.inputDigest,
    isLeaked: prediction.training.state === 'LEAKED',
  };
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
