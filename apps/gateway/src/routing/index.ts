export { type ServedAnswer, type Tensors } from './ask-one.js';
export { Audience, waitFor } from './audience.js';
export { type Clock, systemClock } from './clock.js';
export { ConfiguredModelServer } from './configured-model-server.js';
export { EmbeddedModelServer } from './embedded-model-server.js';
export { Fleet } from './fleet.js';
export { type CallHealth, GuardedServer, type ServedName } from './guarded-server.js';
export { type ModelServer, type ServerLimits } from './model-server.js';
export {
  type ConfiguredPlacement,
  type EmbeddedHolding,
  type PlacedAt,
  type PlacementOrigin,
  Placements,
} from './placements.js';
export { type ServerLook } from './look-at-server.js';
export { type PlacementState } from './placement-state.js';
export { type Resilience } from './resilience.js';
export { Router } from './router.js';
