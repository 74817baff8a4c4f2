export { InferenceClient } from './inference-client.js';
export type {
  CallLimits,
  InferenceAnswer,
  InferenceCall,
  InferenceClientOptions,
  OutputExpectation,
  ServedModel,
} from './options.js';
