export * from '#graphql/generated/operations';
export type { CallOptions } from './http.js';
export type { NumericArrayData } from './npy.js';
export {
  MOST_PREDICTIONS,
  type Prediction,
  type PredictionOutcome,
  type PredictionRequest,
  type PredictManyInput,
  type PredictManyResult,
} from './predict-many.js';
export { TesseraClient, type TesseraClientOptions } from './tessera-client.js';
export type { SentFile } from './send-file.js';
export * from './tessera-error.js';
export type { Job, WaitOptions } from './wait-for-job.js';
