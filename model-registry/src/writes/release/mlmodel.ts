import type { ReleaseFolder } from '#libs/mlflow-client';
import type { ModelCard } from '../../card/model-card.js';
import { CARD, INDEX } from '../../sources/mlflow/published-files.js';
import type { ReleaseDocument } from './release-documents.js';

// What MLflow needs to run the model, as publish.py states it; the gateway's model server is another program and reads none of this.
const PYTHON = '3.11';
export const ONNX = '1.23.2';
const ONNXRUNTIME = '1.23.2';
const REQUIREMENTS = ['mlflow', `onnx==${ONNX}`, `onnxruntime==${ONNXRUNTIME}`];

/** NumPy's names. It has no bfloat16. */
const DTYPES: Readonly<Record<string, string>> = {
  BOOL: 'bool',
  FP16: 'float16',
  FP32: 'float32',
  FP64: 'float64',
  BYTES: 'str',
  ...Object.fromEntries(['8', '16', '32', '64'].flatMap((bits) => [named('INT', bits), named('UINT', bits)])),
};

export interface MlModel {
  readonly files: readonly ReleaseDocument[];
  /** What MLflow 2 shows a folder of a run as a model by. */
  readonly history: string;
}

/**
 * The files that make a folder an MLflow model: MLmodel with its flavours and a signature, and the three files on its environment. They
 * are YAML, of which JSON is a part. The same folder always gets the same bytes.
 */
export function mlModelOf(card: ModelCard, { runId, modelId, artifactPath, startedMs }: ReleaseFolder): MlModel {
  const ids = { artifact_path: artifactPath, run_id: runId };
  const created = new Date(startedMs).toISOString().replace('T', ' ').replace('Z', '000');
  const signature = signatureOf(card);
  const content = {
    ...ids,
    ...(modelId === null ? {} : { model_id: modelId }),
    flavors: flavoursOf(card),
    utc_time_created: created,
    ...(signature === null ? {} : { signature }),
  };
  const environment = { python: PYTHON, build_dependencies: ['pip'], dependencies: ['-r requirements.txt'] };
  const conda = {
    name: 'mlflow-env',
    channels: ['conda-forge'],
    dependencies: [`python=${PYTHON}`, 'pip', { pip: REQUIREMENTS }],
  };
  return {
    files: [
      yaml('MLmodel', content),
      yaml('python_env.yaml', environment),
      yaml('conda.yaml', conda),
      { path: 'requirements.txt', bytes: Buffer.from(REQUIREMENTS.map((line) => `${line}\n`).join('')) },
    ],
    history: JSON.stringify([{ ...ids, utc_time_created: created, flavors: content.flavors }]),
  };
}

/** MLmodel must not be empty of flavours: that the folder is a version of Tessera's is one, whether or not MLflow can run it. */
function flavoursOf({ artifacts }: ModelCard): Readonly<Record<string, object>> {
  const tessera = { card: CARD, index: INDEX };
  const data = artifacts.find(({ role }) => role === 'MODEL')?.path;
  if (data === undefined) return { tessera };
  const environment = { conda: 'conda.yaml', virtualenv: 'python_env.yaml' };
  const providers = ['CPUExecutionProvider'];
  return {
    tessera,
    onnx: { data, onnx_version: ONNX, providers, onnx_session_options: null, code: null },
    python_function: { loader_module: 'mlflow.onnx', data, python_version: PYTHON, env: environment },
  };
}

/** Null where a tensor has a type that NumPy lacks: a signature without one would be worse than none. */
function signatureOf({ input, output }: ModelCard): object | null {
  const [inputs, outputs] = [tensorsOf(input.tensors), tensorsOf(output.tensors)];
  if (inputs === null || outputs === null) return null;
  return { inputs: JSON.stringify(inputs), outputs: JSON.stringify(outputs), params: null };
}

type Tensors = ModelCard['input']['tensors'];

function tensorsOf(tensors: Tensors): readonly object[] | null {
  const described = tensors.map(({ name, datatype, shape }) => {
    const dtype = DTYPES[datatype];
    return dtype === undefined ? null : { type: 'tensor', 'tensor-spec': { dtype, shape }, name };
  });
  return described.length > 0 && described.every((tensor) => tensor !== null) ? described : null;
}

function named(kind: string, bits: string): readonly [string, string] {
  return [`${kind}${bits}`, `${kind.toLowerCase()}${bits}`];
}

function yaml(path: string, content: object): ReleaseDocument {
  return { path, bytes: Buffer.from(`${JSON.stringify(content, null, 2)}\n`) };
}
