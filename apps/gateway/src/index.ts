export { createGateway, type Gateway } from './create-gateway.js';
export { openGateway } from './open-gateway.js';
