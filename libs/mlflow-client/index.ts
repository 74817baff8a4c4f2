export { MlflowClient } from './mlflow-client.js';
export { MlflowWriter } from './mlflow-writer.js';
export { MlflowReleases, type MlflowCreation, type ReleaseFile, type ReleaseFolder } from './mlflow-releases.js';
export type * from './options.js';
export type { MlflowWriteOutcome } from './write-outcome.js';
