export { normalQuantile } from './normal-quantile.js';
export { wilsonInterval, type ProportionInterval } from './wilson.js';
export {
  percentileAgainstReference,
  validateDomainReference,
  type DomainDistance,
  type DomainReference,
} from './domain-reference.js';
export { meanVector } from './mean-vector.js';
