import { BINARY_EXTENSION, configTypeOf, type ConfigTensor } from '#libs/inference-protocol';
import type { ModelRepository } from '../repository/model-repository.js';
import type { ReadyVersion } from '../repository/ready-version.js';
import type { SessionTensor } from '../sessions/worker-messages.js';

export const SERVER_NAME = 'tessera-model-server';
export const PLATFORM = 'onnxruntime_onnx';

const EXTENSIONS = [BINARY_EXTENSION, 'model_repository', 'model_configuration', 'statistics', 'parameters'];

/** The body of GET /v2. */
export function describeServer(version: string) {
  return { name: SERVER_NAME, version, extensions: EXTENSIONS };
}

/** The body of GET /v2/models/{name}[/versions/{version}]: the signature as it is held to. @throws Refusal */
export function describeModel(repository: ModelRepository, name: string, version: string | null) {
  const { model } = repository.require(name, version);
  return {
    name,
    versions: version === null ? repository.versionsOf(name) : [version],
    platform: PLATFORM,
    inputs: model.inputs.map(describeTensor),
    outputs: model.outputs.map(describeTensor),
    properties: { sha256: model.sha256 },
  };
}

/** The body of GET /v2/models/{name}[/versions/{version}]/config, in Triton's names. @throws Refusal */
export function describeConfig(
  repository: ModelRepository,
  defaults: { readonly workers: number; readonly maxBatch: number },
  name: string,
  version: string | null,
) {
  const ready = repository.require(name, version);
  const { config, model } = ready;
  const { inputs, outputs } = configTensors(ready);
  return {
    name,
    platform: PLATFORM,
    backend: 'onnxruntime',
    version_policy: describePolicy(ready),
    max_batch_size: config?.maxBatchSize ?? 0,
    input: inputs,
    output: outputs,
    instance_group: [
      { name: `${name}_0`, kind: 'KIND_CPU', count: Math.min(config?.instances ?? defaults.workers, defaults.workers) },
    ],
    default_model_filename: 'model.onnx',
    // Present where requests are joined; sizes and delays are not waited for.
    ...(model.joinsRows
      ? { dynamic_batching: { preferred_batch_size: [defaults.maxBatch], max_queue_delay_microseconds: 0 } }
      : {}),
    parameters: Object.fromEntries(
      Object.entries(config?.parameters ?? {}).map(([key, string_value]) => [key, { string_value }]),
    ),
  };
}

function configTensors({ config, model }: ReadyVersion) {
  const isBatched = (config?.maxBatchSize ?? 0) > 0;
  const toConfig = ({ name, datatype, shape }: SessionTensor) =>
    describeConfigTensor({ name, datatype, dims: isBatched ? shape.slice(1) : shape });
  return { inputs: model.inputs.map(toConfig), outputs: model.outputs.map(toConfig) };
}

function describeConfigTensor({ name, datatype, dims }: ConfigTensor) {
  return { name, data_type: configTypeOf(datatype), dims };
}

function describePolicy({ config }: ReadyVersion) {
  const policy = config?.versionPolicy ?? { kind: 'all' };
  switch (policy.kind) {
    case 'all':
      return { all: {} };
    case 'latest':
      return { latest: { num_versions: policy.count } };
    case 'specific':
      return { specific: { versions: policy.versions } };
  }
}

function describeTensor({ name, datatype, shape }: SessionTensor) {
  return { name, datatype, shape };
}
