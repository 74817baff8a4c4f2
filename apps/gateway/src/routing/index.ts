export { ConfiguredModelServer } from './configured-model-server.js';
export { EmbeddedModelServer } from './embedded-model-server.js';
export { type ModelServer, type ServerLimits } from './model-server.js';
export { type ConfiguredPlacement, type Placement, Router } from './router.js';
