import { InferenceClient, type InferenceClientOptions } from '#libs/inference-client';
import { type ModelServer } from './model-server.js';

/** A server from the operator's configuration. */
export class ConfiguredModelServer implements ModelServer {
  readonly id: string;
  private readonly inferenceClient: InferenceClient;

  constructor(options: InferenceClientOptions) {
    this.id = options.id;
    this.inferenceClient = new InferenceClient(options);
  }

  client(): InferenceClient {
    return this.inferenceClient;
  }

  close(): Promise<void> {
    return this.inferenceClient.close();
  }
}
