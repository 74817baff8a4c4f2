import type { Datatype } from '../datatypes.js';
import type { ConfigTensor, ModelConfigFile, VersionChoice } from './model-config.js';
import { CONFIG_TYPES } from './read-model-config.js';

/**
 * The reverse of `parseModelConfig`: a `config.pbtxt` that Triton reads. Notes are not written.
 * @param backend what runs the model: `python` is for a `model.py` beside the ONNX file
 */
export function writeModelConfig(config: ModelConfigFile, backend: 'onnxruntime' | 'python' = 'onnxruntime'): string {
  const { name, maxBatchSize, inputs, outputs, versionPolicy, instances, hasDynamicBatching, parameters } = config;
  const lines = [
    ...(name === '' ? [] : [`name: ${quote(name)}`]),
    ...(backend === 'onnxruntime' ? ['platform: "onnxruntime_onnx"'] : []),
    `backend: "${backend}"`,
    `max_batch_size: ${maxBatchSize}`,
    ...inputs.map((tensor) => `input ${writeTensor(tensor)}`),
    ...outputs.map((tensor) => `output ${writeTensor(tensor)}`),
    ...(versionPolicy === null ? [] : [`version_policy: { ${writePolicy(versionPolicy)} }`]),
    ...(instances === null ? [] : [`instance_group [ { kind: KIND_CPU count: ${instances} } ]`]),
    ...(hasDynamicBatching ? ['dynamic_batching { }'] : []),
    ...Object.entries(parameters).map(
      ([key, value]) => `parameters { key: ${quote(key)} value: { string_value: ${quote(value)} } }`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** Triton's name of a datatype, such as TYPE_STRING for BYTES. */
export function configTypeOf(datatype: Datatype): string {
  for (const [name, known] of CONFIG_TYPES) if (known === datatype) return name;
  return 'TYPE_INVALID';
}

function writeTensor({ name, datatype, dims }: ConfigTensor): string {
  return `[ { name: ${quote(name)} data_type: ${configTypeOf(datatype)} dims: [ ${dims.join(', ')} ] } ]`;
}

function writePolicy(policy: VersionChoice): string {
  switch (policy.kind) {
    case 'all':
      return 'all { }';
    case 'latest':
      return `latest { num_versions: ${policy.count} }`;
    case 'specific':
      return `specific { versions: [ ${policy.versions.join(', ')} ] }`;
  }
}

/** Every byte that is not plain is written as an escape of three octal digits. */
function quote(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const characters = [...bytes].map((byte) =>
    byte < 0x20 || byte > 0x7e || byte === 0x22 || byte === 0x5c
      ? `\\${byte.toString(8).padStart(3, '0')}`
      : String.fromCharCode(byte),
  );
  return `"${characters.join('')}"`;
}
