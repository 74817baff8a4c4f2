export { broughtScores } from './brought-scores.js';
export { binaryOdds } from './binary-score.js';
export { type CalibrationChoice, type CallState, type ProbabilityState } from './call-state.js';
export {
  type BinaryTargetCall,
  callTargets,
  type Reading,
  type TargetCall,
  type ValueTargetCall,
} from './call-targets.js';
export { type CaseContext, type DomainMeasure, type MemberDomain } from './case-context.js';
export { namedCalibration } from './choose-calibration.js';
export { type ClassCall, type ClassesCall } from './class-calls.js';
export { meanScores } from './mean-scores.js';
export { isDecided, recordsApplied } from './records-applied.js';
export { type ServedNumbers, targetScores } from './target-scores.js';
export { tileScoresOf } from './tile-scores.js';
export { asShareOfVotes } from './votes.js';
export { type TrainedOn, type TrainingOverlap, trainingOverlap } from './training-overlap.js';
export {
  type BinaryScore,
  type ClassesScore,
  type ClassScore,
  type MemberScores,
  type TargetScore,
  type ValueScore,
  type Votes,
} from './target-score.js';
