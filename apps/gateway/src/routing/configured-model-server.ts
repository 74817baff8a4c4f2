import { InferenceClient } from '#libs/inference-client';
import { type ModelServer, type ServerLimits } from './model-server.js';

/** A server from the operator's configuration. */
export class ConfiguredModelServer implements ModelServer {
  private readonly inferenceClient: InferenceClient;

  constructor(
    readonly id: string,
    url: string,
    limits: ServerLimits,
  ) {
    this.inferenceClient = new InferenceClient({ id, url, ...limits });
  }

  client(): InferenceClient {
    return this.inferenceClient;
  }

  close(): Promise<void> {
    return this.inferenceClient.close();
  }
}
