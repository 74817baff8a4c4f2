import { type BinaryTargetCall, type TargetCall, type ValueTargetCall } from '#gateway/targets';
import { headOf, membersOf, predictiveValuesOf, recordOf, votesOf } from './shown-call.js';
import { toClassCall } from './to-class-call.js';

/** A called target as the API shows it: one type of the schema for each kind of target. */
export function toTargetPrediction(call: TargetCall, prevalence: number | null) {
  switch (call.kind) {
    case 'BINARY':
      return toBinaryCall(call, prevalence);
    case 'MULTICLASS':
    case 'ORDINAL':
      return toClassCall(call, prevalence);
    case 'SCALAR':
      return toScalarEstimate(call, prevalence);
    case 'RISK':
      return toRiskEstimate(call, prevalence);
  }
}

export type TargetPredictionParent = ReturnType<typeof toTargetPrediction>;

export function toBinaryCall(call: BinaryTargetCall, prevalence: number | null) {
  const { target } = call;
  return {
    __typename: 'BinaryCall' as const,
    ...headOf(call),
    logit: call.logit !== null && Number.isFinite(call.logit) ? call.logit : null,
    rawScore: call.rawProbability,
    probability: call.probability,
    positiveClass: target.positiveClass ?? target.name,
    votes: votesOf(call.votes),
    ...recordOf(call),
    predictiveValues: predictiveValuesOf(call, prevalence),
    ...membersOf(call.members),
  };
}

function toScalarEstimate(call: ValueTargetCall, prevalence: number | null) {
  const { target, value } = call;
  const range = target.range ?? null;
  return {
    __typename: 'ScalarEstimate' as const,
    ...headOf(call),
    value,
    unit: target.unit,
    range,
    isInRange: range && value >= (range.min ?? -Infinity) && value <= (range.max ?? Infinity),
    ...recordOf(call),
    predictiveValues: predictiveValuesOf(call, prevalence),
    ...membersOf(call.members),
  };
}

function toRiskEstimate(call: ValueTargetCall, prevalence: number | null) {
  return {
    __typename: 'RiskEstimate' as const,
    ...headOf(call),
    riskScore: call.value,
    direction: call.target.direction,
    ...recordOf(call),
    predictiveValues: predictiveValuesOf(call, prevalence),
    ...membersOf(call.members),
  };
}
