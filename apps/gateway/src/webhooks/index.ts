export { MlflowWebhookController } from './mlflow-webhook.controller.js';
