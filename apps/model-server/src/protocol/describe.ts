import { BINARY_EXTENSION } from '#libs/inference-protocol';
import type { ModelRepository } from '../repository/model-repository.js';
import type { SessionTensor } from '../sessions/worker-messages.js';

export const SERVER_NAME = 'tessera-model-server';

/** The body of GET /v2. */
export function describeServer(version: string): unknown {
  return { name: SERVER_NAME, version, extensions: [BINARY_EXTENSION, 'model_repository'] };
}

/** The body of GET /v2/models/{name}[/versions/{version}]: the signature as the session reports it. @throws Refusal */
export function describeModel(repository: ModelRepository, name: string, version: string | null): unknown {
  const { model } = repository.require(name, version);
  return {
    name,
    versions: version === null ? repository.versionsOf(name) : [version],
    platform: 'onnxruntime_onnx',
    inputs: model.inputs.map(describeTensor),
    outputs: model.outputs.map(describeTensor),
    properties: { sha256: model.sha256 },
  };
}

function describeTensor({ name, datatype, shape }: SessionTensor): unknown {
  return { name, datatype, shape };
}
