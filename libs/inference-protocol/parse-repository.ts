import { isJsonObject, parseList, parseName, parseObject, parseOptionalText } from './parse-fields.js';

/** What a server says of a version in its repository. `UNKNOWN` is any other word, or none. */
export type RepositoryState = 'READY' | 'UNAVAILABLE' | 'LOADING' | 'UNLOADING' | 'UNKNOWN';

/** A line of a server's repository index. */
export interface RepositoryEntry {
  readonly name: string;
  /** Null for a model that the server names without a version: it has never been loaded. */
  readonly version: string | null;
  readonly state: RepositoryState;
  /** Why it is in that state, in the server's words: untrusted text. */
  readonly reason: string;
}

/** Of a model's configuration what routing needs. */
export interface ModelConfig {
  readonly name: string;
  readonly platform: string;
  readonly backend: string;
  /** 0: the model takes no batch dimension of the server's. */
  readonly maxBatchSize: number;
  readonly isBatchedByServer: boolean;
  /** Rows that the server likes to run as one; empty where it does not say. */
  readonly preferredBatchSizes: readonly number[];
  /** Which versions the server keeps loaded; null when it does not say (Triton's default is the latest one only). */
  readonly versionPolicy: VersionPolicy | null;
  /** Free text of whoever released the model, such as a digest. */
  readonly parameters: ReadonlyMap<string, string>;
}

export type VersionPolicy =
  | { readonly kind: 'all' }
  | { readonly kind: 'latest'; readonly count: number }
  | { readonly kind: 'specific'; readonly versions: readonly string[] };

const STATES: readonly string[] = ['READY', 'UNAVAILABLE', 'LOADING', 'UNLOADING'];

/**
 * Reads a repository index: a list over REST, an object with `models` over gRPC. MLServer's gRPC says `State.READY` for `READY`.
 * @throws InvalidInferenceMessage
 */
export function repositoryIndexOf(value: unknown): readonly RepositoryEntry[] {
  const list = isJsonObject(value) ? (value['models'] ?? []) : value;
  return parseList(list, 'the repository index').map((item, i) => {
    const where = `the repository index [${i}]`;
    const object = parseObject(item, where);
    return {
      name: parseName(object['name'], `${where}.name`),
      version: parseOptionalText(object['version'], `${where}.version`),
      state: stateOf(object['state']),
      reason: typeof object['reason'] === 'string' ? object['reason'] : '',
    };
  });
}

function stateOf(value: unknown): RepositoryState {
  const word = typeof value === 'string' ? value.replace(/^.*\./, '').toUpperCase() : '';
  return isState(word) ? word : 'UNKNOWN';
}

function isState(word: string): word is RepositoryState {
  return STATES.includes(word);
}

/**
 * Reads a model's configuration. What a server leaves out has Triton's default.
 * @throws InvalidInferenceMessage
 */
export function modelConfigOf(value: unknown): ModelConfig {
  const outer = parseObject(value, 'the model configuration');
  const object = isJsonObject(outer['config']) ? outer['config'] : outer;
  const maxBatchSize = Number(object['max_batch_size'] ?? 0);
  return {
    name: parseName(object['name'], '`name`'),
    platform: parseOptionalText(object['platform'], '`platform`') ?? '',
    backend: parseOptionalText(object['backend'], '`backend`') ?? '',
    maxBatchSize: Number.isSafeInteger(maxBatchSize) && maxBatchSize > 0 ? maxBatchSize : 0,
    isBatchedByServer: isJsonObject(object['dynamic_batching']),
    preferredBatchSizes: preferredOf(object['dynamic_batching']),
    versionPolicy: policyOf(object['version_policy']),
    parameters: parametersOf(object['parameters']),
  };
}

function preferredOf(value: unknown): readonly number[] {
  const sizes = isJsonObject(value) ? value['preferred_batch_size'] : [];
  return Array.isArray(sizes) ? sizes.map(Number).filter((size) => Number.isSafeInteger(size) && size > 0) : [];
}

function policyOf(value: unknown): VersionPolicy | null {
  if (!isJsonObject(value)) return null;
  const { latest, specific, all } = value;
  if (isJsonObject(latest)) return { kind: 'latest', count: Number(latest['num_versions'] ?? 1) };
  if (isJsonObject(specific)) {
    const versions = Array.isArray(specific['versions']) ? specific['versions'] : [];
    return { kind: 'specific', versions: versions.map(String) };
  }
  return isJsonObject(all) ? { kind: 'all' } : null;
}

function parametersOf(value: unknown): ReadonlyMap<string, string> {
  if (!isJsonObject(value)) return new Map();
  const texts = Object.entries(value).flatMap(([key, member]) => {
    const text = isJsonObject(member) ? member['string_value'] : member;
    return typeof text === 'string' ? [[key, text] as const] : [];
  });
  return new Map(texts);
}
