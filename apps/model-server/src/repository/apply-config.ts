import type { ConfigTensor, ModelConfigFile } from '#libs/inference-protocol';
import { LoadFailure } from '../sessions/session-worker.js';
import type { LoadedModel, SessionTensor } from '../sessions/worker-messages.js';

/** Like no symbol of a model: equal rows are asked of every input. */
const BATCH = '\0batch';

/**
 * Holds a configuration against the signature of the session. Where the configuration fixes a size that the model leaves open, the
 * version takes that size only.
 * @throws LoadFailure where the two disagree
 */
export function applyConfig(model: LoadedModel, config: ModelConfigFile | null): LoadedModel {
  if (config === null) return model;
  return {
    ...model,
    inputs: applyTo(model.inputs, config.inputs, config.maxBatchSize, 'input'),
    outputs: applyTo(model.outputs, config.outputs, config.maxBatchSize, 'output'),
  };
}

function applyTo(
  tensors: readonly SessionTensor[],
  configured: readonly ConfigTensor[],
  maxBatchSize: number,
  member: 'input' | 'output',
): readonly SessionTensor[] {
  configured.forEach(({ name }, i) => {
    if (!tensors.some((tensor) => tensor.name === name)) throw disagree(`${member} ${i} is not in the model`);
  });
  return tensors.flatMap((tensor, i) => {
    const where = `${member} ${i} of the model`;
    const batched = maxBatchSize > 0 ? requireBatch(tensor, where) : tensor;
    if (configured.length === 0) return [batched];
    const entry = configured.find(({ name }) => name === tensor.name);
    if (entry !== undefined) return [narrow(batched, entry, maxBatchSize > 0, where)];
    // Outputs may be left out, and are then not given.
    if (member === 'output') return [];
    throw disagree(`${where} is missing`);
  });
}

function requireBatch(tensor: SessionTensor, where: string): SessionTensor {
  if (tensor.shape[0] !== -1) throw disagree(`max_batch_size is above 0, and ${where} has no variable first dimension`);
  return { ...tensor, dimensions: [BATCH, ...tensor.dimensions.slice(1)] };
}

function narrow(tensor: SessionTensor, entry: ConfigTensor, isBatched: boolean, where: string): SessionTensor {
  if (entry.datatype !== tensor.datatype) throw disagree(`${where} has another data_type`);
  const dims = isBatched ? [-1, ...entry.dims] : entry.dims;
  if (dims.length !== tensor.shape.length) throw disagree(`${where} has another number of dims`);
  const shape = tensor.shape.map((size, i) => {
    const wanted = dims[i] ?? -1;
    if (size !== -1 && wanted !== -1 && size !== wanted) throw disagree(`${where} has another size in dims`);
    return size === -1 ? wanted : size;
  });
  const dimensions = tensor.dimensions.map((dimension, i) => {
    const size = shape[i] ?? -1;
    return size === -1 ? dimension : size;
  });
  return { ...tensor, shape, dimensions };
}

function disagree(what: string): LoadFailure {
  return new LoadFailure(`config.pbtxt disagrees with the model: ${what}`);
}
