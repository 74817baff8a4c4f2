import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ModelConfigFile, writeModelConfig } from '#libs/inference-protocol';
import { packageRoot } from '#gateway/config';
import { type ModelCard } from '#model-registry';
import { type TritonBackend } from '#graphql/generated/schema-types';

/** A version as a Triton model: what goes beside its files. */
export interface TritonModel {
  /** The artifact that becomes `model.onnx`. */
  readonly modelFile: string;
  /** `config.pbtxt`, without a name: then the directory's is taken. */
  readonly config: string;
  /** `model.py`, for the Python backend. */
  readonly code: string | null;
}

/** Null for a version without an ONNX file of its own. */
export function tritonModelOf(card: ModelCard, backend: TritonBackend): TritonModel | null {
  const model = card.artifacts.find(({ role, path }) => role === 'MODEL' && path.endsWith('.onnx'));
  if (!model) return null;
  const isPython = backend === 'PYTHON';
  return {
    modelFile: model.path,
    config: writeModelConfig(configOf(card), isPython ? 'python' : 'onnxruntime'),
    code: isPython ? pythonCode() : null,
  };
}

function configOf({ input, output, serving }: ModelCard): ModelConfigFile {
  const tensorOf = ({ name, datatype, shape }: ModelCard['input']['tensors'][number]) => ({
    name,
    datatype,
    dims: shape,
  });
  return {
    name: '',
    // The shapes of a card are whole: the first dimension of many a model is no batch, but a bag.
    maxBatchSize: 0,
    inputs: input.tensors.map(tensorOf),
    outputs: output.tensors.map(tensorOf),
    versionPolicy: { kind: 'all' },
    // Left out, Triton takes a GPU where there is one.
    instances: serving.device === 'CPU' ? 1 : null,
    hasDynamicBatching: false,
    parameters: {},
    notes: [],
  };
}

let code: string | undefined;

function pythonCode(): string {
  code ??= readFileSync(join(packageRoot(), 'model-registry/serving/triton/model.py'), 'utf8');
  return code;
}
