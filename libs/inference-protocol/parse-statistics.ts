import { isJsonObject, parseList, parseName, parseObject, parseOptionalText, type JsonObject } from './parse-fields.js';

/** How often something happened and how long it took in all, since the server started. */
export interface Tally {
  readonly count: number;
  readonly totalMs: number;
}

/** Cumulative counts of one version on a server: take the difference of two samples; a count that fell means a restart. */
export interface ModelStatistics {
  readonly name: string;
  readonly version: string;
  /** Null when there was none. */
  readonly lastInferenceAt: Date | null;
  /** Rows of all batches; answers from the server's cache are not counted. */
  readonly inferenceCount: number;
  /** Runs of the model: fewer than `inferenceCount` where the server batches. */
  readonly executionCount: number;
  readonly success: Tally;
  readonly fail: Tally;
  readonly queue: Tally;
  readonly computeInput: Tally;
  readonly computeInfer: Tally;
  readonly computeOutput: Tally;
  readonly cacheHit: Tally;
  readonly cacheMiss: Tally;
  /** Runs by batch size. */
  readonly batches: readonly { readonly size: number; readonly computeInfer: Tally }[];
  readonly memory: readonly { readonly type: string; readonly id: number; readonly bytes: number }[];
}

/**
 * Reads Triton's statistics, by REST or gRPC. What a server leaves out is zero.
 * @throws InvalidInferenceMessage
 */
export function statisticsOf(value: unknown): readonly ModelStatistics[] {
  const object = parseObject(value, 'the statistics');
  return parseList(object['model_stats'] ?? [], '`model_stats`').map((item, i) => {
    const model = parseObject(item, `model_stats[${i}]`);
    return {
      name: parseName(model['name'], `model_stats[${i}].name`),
      version: parseOptionalText(model['version'], `model_stats[${i}].version`) ?? '',
      ...countsOf(model),
      ...talliesOf(isJsonObject(model['inference_stats']) ? model['inference_stats'] : {}),
      batches: objectsIn(model['batch_stats']).map((batch) => ({
        size: countOf(batch['batch_size']),
        computeInfer: tallyOf(batch['compute_infer']),
      })),
      memory: objectsIn(model['memory_usage']).map((use) => ({
        type: typeof use['type'] === 'string' ? use['type'] : '',
        id: countOf(use['id']),
        bytes: countOf(use['byte_size']),
      })),
    };
  });
}

function countsOf(model: JsonObject): Pick<ModelStatistics, 'lastInferenceAt' | 'inferenceCount' | 'executionCount'> {
  const last = countOf(model['last_inference']);
  return {
    lastInferenceAt: last > 0 && last < 8.64e15 ? new Date(last) : null,
    inferenceCount: countOf(model['inference_count']),
    executionCount: countOf(model['execution_count']),
  };
}

function talliesOf(stats: JsonObject): Record<TallyName, Tally> {
  return {
    success: tallyOf(stats['success']),
    fail: tallyOf(stats['fail']),
    queue: tallyOf(stats['queue']),
    computeInput: tallyOf(stats['compute_input']),
    computeInfer: tallyOf(stats['compute_infer']),
    computeOutput: tallyOf(stats['compute_output']),
    cacheHit: tallyOf(stats['cache_hit']),
    cacheMiss: tallyOf(stats['cache_miss']),
  };
}

type TallyName =
  'success' | 'fail' | 'queue' | 'computeInput' | 'computeInfer' | 'computeOutput' | 'cacheHit' | 'cacheMiss';

function tallyOf(value: unknown): Tally {
  const object = isJsonObject(value) ? value : {};
  return { count: countOf(object['count']), totalMs: countOf(object['ns']) / 1e6 };
}

/** Servers write 64-bit counts as numbers or, as gRPC's JSON does, as text. */
function countOf(value: unknown): number {
  const count = typeof value === 'string' || typeof value === 'number' ? Number(value) : 0;
  return Number.isFinite(count) && count > 0 ? count : 0;
}

function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
