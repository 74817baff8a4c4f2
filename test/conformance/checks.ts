import type { Check } from './check.js';
import { DATATYPE_CHECKS } from './checks/datatypes.js';
import { GRPC_CHECKS } from './checks/grpc.js';
import { IDENTITY_CHECKS } from './checks/identity.js';
import { INFERENCE_CHECKS } from './checks/inference.js';
import { REFUSAL_CHECKS } from './checks/refusals.js';
import { RESILIENCE_CHECKS } from './checks/resilience.js';
import { SERVER_CHECKS } from './checks/server.js';

/** Every check, in the order in which they run. */
export const CHECKS: readonly Check[] = [
  ...SERVER_CHECKS,
  ...INFERENCE_CHECKS,
  ...IDENTITY_CHECKS,
  ...DATATYPE_CHECKS,
  ...REFUSAL_CHECKS,
  ...GRPC_CHECKS,
  ...RESILIENCE_CHECKS,
];
