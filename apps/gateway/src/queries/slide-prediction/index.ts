export { trainingCheck } from './ensemble-reading.js';
export { heatMapOf, type HeatMapValues, wantedByKey } from './heat-map.js';
export { type PredictionParent, predictionParent } from './prediction-parent.js';
export { type TargetPredictionParent, toTargetPrediction } from './to-target-prediction.js';
export { slidePredictionTask } from './slide-prediction.task.js';
export {
  SlidePredictionFieldResolver,
  SlidePredictionResolver,
  TargetPredictionResolver,
} from './slide-prediction.resolver.js';
export { toThreshold } from './to-threshold.js';
