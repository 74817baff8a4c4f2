export { MlflowClient } from './mlflow-client.js';
export type * from './options.js';
