export { sigmoid, softmax, softplus } from './sigmoid.js';
export {
  applyCalibration,
  applyToShare,
  validateCalibrationMap,
  type CalibrationMap,
  type IsotonicKnot,
} from './calibration-map.js';
export { predictiveValues, priorShift, type Estimate, type PredictiveValues } from './prevalence.js';
export { callAt, type GreyZone, type OperatingPoint, type ScoreCall } from './call.js';
export {
  selectCalibration,
  type SelectableCalibration,
  type SelectedCalibration,
  type Stratum,
  type StratumContext,
} from './select-calibration.js';
export { roundTo, type Precision } from './precision.js';
