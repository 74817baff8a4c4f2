export { InferenceClient } from './inference-client.js';
export type {
  CallLimits,
  InferenceAnswer,
  InferenceCall,
  InferenceClientOptions,
  InferenceWay,
  OutputExpectation,
  ServedModel,
  TlsOptions,
} from './options.js';
export type { ServerDescription, Support } from './probe.js';
