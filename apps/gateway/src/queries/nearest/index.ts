export { AskedVectors } from './asked-vectors.js';
export { FindNeighbours } from './find-neighbours.js';
export { NearestResolver } from './nearest.resolver.js';
