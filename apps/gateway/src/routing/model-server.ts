import { type InferenceClient } from '#libs/inference-client';

/** One model server that the gateway knows: configured by the operator, or the embedded one. */
export interface ModelServer {
  readonly id: string;
  /** Its client now. Throws ModelUnavailable while there is none, as when the embedded server restarts. */
  client(): InferenceClient;
  close(): Promise<void>;
}

/** Limits of the way to each server (docs/configuration.md). */
export interface ServerLimits {
  readonly maxInFlight: number;
  readonly maxQueued: number;
  readonly maxResponseBytes: number;
}
