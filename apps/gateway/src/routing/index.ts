export { type ServedAnswer, type Tensors } from './ask-replicas.js';
export { type Clock, systemClock } from './clock.js';
export { ConfiguredModelServer } from './configured-model-server.js';
export { EmbeddedModelServer } from './embedded-model-server.js';
export { GuardedServer } from './guarded-server.js';
export { type ModelServer, type ServerLimits } from './model-server.js';
export { type ConfiguredPlacement, type EmbeddedHolding, Placements } from './placements.js';
export { type Resilience } from './resilience.js';
export { Router } from './router.js';
