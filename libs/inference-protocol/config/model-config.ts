import type { Datatype } from '../datatypes.js';

/** An input or output of a model configuration. */
export interface ConfigTensor {
  readonly name: string;
  readonly datatype: Datatype;
  /** Without the batch dimension where `maxBatchSize` is above 0; -1 stands for any size. */
  readonly dims: readonly number[];
}

/** Which versions of a model are served. */
export type VersionChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'latest'; readonly count: number }
  | { readonly kind: 'specific'; readonly versions: readonly number[] };

/** What Tessera reads and writes of a `config.pbtxt` (Triton Inference Server, model_config.proto). */
export interface ModelConfigFile {
  /** '' where it is not said; else it must be the name of the model's directory. */
  readonly name: string;
  /** Above 0: every tensor has a batch dimension in front, which `dims` leave out, of at most this size. */
  readonly maxBatchSize: number;
  /** Empty where they are left to the model file. */
  readonly inputs: readonly ConfigTensor[];
  readonly outputs: readonly ConfigTensor[];
  /** Null where it is not said. */
  readonly versionPolicy: VersionChoice | null;
  /** How many instances run side by side; null where it is not said. */
  readonly instances: number | null;
  readonly hasDynamicBatching: boolean;
  readonly parameters: Readonly<Record<string, string>>;
  /** What the text says and this reader leaves aside, in words fit for a log. */
  readonly notes: readonly string[];
}
