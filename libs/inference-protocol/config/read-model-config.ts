import type { Datatype } from '../datatypes.js';
import type { ConfigTensor, ModelConfigFile, VersionChoice } from './model-config.js';
import { FieldBag } from './text-fields.js';
import { InvalidModelConfig, parseTextFormat } from './text-format.js';

/** Triton's names of the datatypes. */
export const CONFIG_TYPES = new Map<string, Datatype>([
  ['TYPE_BOOL', 'BOOL'],
  ['TYPE_UINT8', 'UINT8'],
  ['TYPE_UINT16', 'UINT16'],
  ['TYPE_UINT32', 'UINT32'],
  ['TYPE_UINT64', 'UINT64'],
  ['TYPE_INT8', 'INT8'],
  ['TYPE_INT16', 'INT16'],
  ['TYPE_INT32', 'INT32'],
  ['TYPE_INT64', 'INT64'],
  ['TYPE_FP16', 'FP16'],
  ['TYPE_FP32', 'FP32'],
  ['TYPE_FP64', 'FP64'],
  ['TYPE_STRING', 'BYTES'],
]);

const MODEL_FILE = 'model.onnx';
const MAX_BATCH = 2 ** 20;
/** What would give other numbers, or none, if it were left aside. */
const REFUSED = ['ensemble_scheduling', 'sequence_batching', 'batch_input', 'batch_output', 'cc_model_filenames'];
/** What only changes how fast the answer comes. */
const LEFT_ASIDE = [
  'optimization',
  'metric_tags',
  'model_warmup',
  'model_operations',
  'response_cache',
  'model_repository_agents',
  'model_metrics',
  'runtime',
];

/**
 * Reads a `config.pbtxt`. What would change the meaning of a model's numbers and is not supported is refused; what would only make it
 * slower or faster is left aside with a note, and so are unknown fields.
 * @throws InvalidModelConfig
 */
export function parseModelConfig(text: string): ModelConfigFile {
  const notes: string[] = [];
  const bag = new FieldBag(parseTextFormat(text), '', notes);
  for (const name of REFUSED) bag.refuse(name);
  bag.requireOneOf('platform', ['', 'onnxruntime_onnx']);
  bag.requireOneOf('backend', ['', 'onnxruntime']);
  bag.requireOneOf('default_model_filename', ['', MODEL_FILE]);
  refuseDecoupled(bag);
  const config: ModelConfigFile = {
    name: bag.text('name') ?? '',
    maxBatchSize: bag.integer('max_batch_size', 0, MAX_BATCH) ?? 0,
    inputs: bag.messages('input').map(readTensor),
    outputs: bag.messages('output').map(readTensor),
    versionPolicy: readPolicy(bag),
    instances: readInstances(bag),
    hasDynamicBatching: readBatching(bag),
    parameters: readParameters(bag),
    notes,
  };
  for (const name of LEFT_ASIDE) bag.leaveAside(name);
  bag.noteRest();
  requireUniqueNames(config.inputs, 'input');
  requireUniqueNames(config.outputs, 'output');
  return config;
}

function readTensor(bag: FieldBag): ConfigTensor {
  const name = bag.text('name') ?? '';
  const datatype = CONFIG_TYPES.get(bag.word('data_type') ?? '');
  if (name === '') throw bag.fault('has no name');
  if (datatype === undefined) throw bag.fault('has no data_type that is spoken here');
  bag.refuse('reshape');
  for (const flag of ['is_shape_tensor', 'allow_ragged_batch', 'is_non_linear_format_io']) bag.requireFalse(flag);
  for (const field of ['format', 'optional', 'label_filename']) bag.leaveAside(field);
  const dims = bag.integers('dims', -1, Number.MAX_SAFE_INTEGER);
  if (dims.includes(0)) throw bag.fault('has a size of 0 in dims');
  bag.noteRest();
  return { name, datatype, dims };
}

function readPolicy(bag: FieldBag): VersionChoice | null {
  const policy = bag.message('version_policy');
  if (policy === null) return null;
  const all = policy.message('all');
  const latest = policy.message('latest');
  const specific = policy.message('specific');
  if ([all, latest, specific].filter((choice) => choice !== null).length !== 1)
    throw policy.fault('must be one of all, latest and specific');
  if (latest !== null) return { kind: 'latest', count: latest.integer('num_versions', 1, MAX_BATCH) ?? 1 };
  if (specific === null) return { kind: 'all' };
  const versions = specific.integers('versions', 1, 999_999_999);
  if (versions.length === 0) throw policy.fault('names no versions');
  return { kind: 'specific', versions };
}

function readInstances(bag: FieldBag): number | null {
  const groups = bag.messages('instance_group');
  if (groups.length === 0) return null;
  const counts = groups.map((group) => {
    const kind = group.word('kind') ?? 'KIND_AUTO';
    if (!['KIND_AUTO', 'KIND_CPU', 'KIND_GPU', 'KIND_MODEL'].includes(kind)) throw group.fault('has an unknown kind');
    if (kind === 'KIND_GPU') group.note('KIND_GPU is left aside: the model runs on the CPU');
    if (group.boolean('passive') === true) throw group.fault('is passive, which is not supported');
    for (const field of ['name', 'gpus', 'secondary_devices', 'profile', 'rate_limiter', 'host_policy'])
      group.leaveAside(field);
    const count = group.integer('count', 0, 4096) ?? 1;
    group.noteRest();
    // Triton: 0 is "not said".
    return count === 0 ? 1 : count;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Rows are joined as soon as a worker is free: there is no delay to set, and no size to prefer. */
function readBatching(bag: FieldBag): boolean {
  const batching = bag.message('dynamic_batching');
  if (batching === null) return false;
  for (const field of [
    'max_queue_delay_microseconds',
    'preferred_batch_size',
    'preserve_ordering',
    'priority_levels',
    'default_priority_level',
    'default_queue_policy',
    'priority_queue_policy',
  ])
    batching.leaveAside(field);
  batching.noteRest();
  return true;
}

function readParameters(bag: FieldBag): Readonly<Record<string, string>> {
  const entries = bag.messages('parameters').map((entry) => {
    const value = entry.message('value')?.text('string_value') ?? '';
    return [entry.text('key') ?? '', value] as const;
  });
  return Object.fromEntries(entries);
}

function refuseDecoupled(bag: FieldBag): void {
  const policy = bag.message('model_transaction_policy');
  policy?.requireFalse('decoupled');
}

function requireUniqueNames(tensors: readonly ConfigTensor[], member: string): void {
  if (new Set(tensors.map(({ name }) => name)).size !== tensors.length)
    throw new InvalidModelConfig(`two entries of ${member} have one name`);
}
