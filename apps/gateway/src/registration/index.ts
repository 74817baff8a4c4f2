export { RegisterModelVersions, type AskedRegistration } from './register-model-versions.js';
export { toWriteResult } from './to-write-result.js';
