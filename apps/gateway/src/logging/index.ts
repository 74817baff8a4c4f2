export { Log, type LogFields } from './log.js';
export { NestLog } from './nest-log.js';
