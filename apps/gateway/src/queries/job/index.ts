export { JobResolver } from './job.resolver.js';
