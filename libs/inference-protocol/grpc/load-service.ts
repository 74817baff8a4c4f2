import type { InferenceService } from './service.js';

let service: Promise<InferenceService> | undefined;

/**
 * The gRPC service definition of the Open Inference Protocol, for a client's calls or a server's `addService`. The protobuf library is
 * loaded with the first call: who speaks REST alone never pays for it.
 */
export function loadInferenceService(): Promise<InferenceService> {
  service ??= import('./service.js').then(({ buildService }) => buildService());
  return service;
}
