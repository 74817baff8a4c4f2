/**
 * The messages of `open-inference.proto` as they are read: every field is there, 64-bit integers are decimal text (a double would round
 * them), an absent message is null. Names are those of the wire.
 */

/** A 64-bit integer: decimal text when read; a number or text when written. */
export type WireInteger = string | number;

/** A field that is not a message, in the one of the forms that `parameter_choice` names. */
export interface WireParameter {
  readonly parameter_choice?: 'bool_param' | 'int64_param' | 'string_param' | 'double_param' | 'uint64_param';
  readonly bool_param?: boolean;
  readonly int64_param?: WireInteger;
  readonly string_param?: string;
  readonly double_param?: number;
  readonly uint64_param?: WireInteger;
}

export type WireParameters = Readonly<Record<string, WireParameter>>;

/** Elements in the list of their datatype; the other lists are empty. */
export interface WireContents {
  readonly bool_contents: readonly boolean[];
  readonly int_contents: readonly number[];
  readonly int64_contents: readonly WireInteger[];
  readonly uint_contents: readonly number[];
  readonly uint64_contents: readonly WireInteger[];
  readonly fp32_contents: readonly number[];
  readonly fp64_contents: readonly number[];
  readonly bytes_contents: readonly Uint8Array[];
}

export interface WireTensor {
  readonly name: string;
  readonly datatype: string;
  readonly shape: readonly WireInteger[];
  readonly parameters: WireParameters;
  readonly contents: WireContents | null;
}

export interface WireRequestedOutput {
  readonly name: string;
  readonly parameters: WireParameters;
}

export interface WireInferRequest {
  readonly model_name: string;
  readonly model_version: string;
  readonly id: string;
  readonly parameters: WireParameters;
  readonly inputs: readonly WireTensor[];
  readonly outputs: readonly WireRequestedOutput[];
  readonly raw_input_contents: readonly Uint8Array[];
}

export interface WireInferResponse {
  readonly model_name: string;
  readonly model_version: string;
  readonly id: string;
  readonly parameters: WireParameters;
  readonly outputs: readonly WireTensor[];
  readonly raw_output_contents: readonly Uint8Array[];
}

export interface WireStreamInferResponse {
  readonly error_message: string;
  readonly infer_response: WireInferResponse | null;
}

/** Names a version; an empty one leaves the choice to the server. */
export interface WireModelName {
  readonly name: string;
  readonly version: string;
}

export interface WireServerMetadata {
  readonly name: string;
  readonly version: string;
  readonly extensions: readonly string[];
}

export interface WireTensorMetadata {
  readonly name: string;
  readonly datatype: string;
  readonly shape: readonly WireInteger[];
}

export interface WireModelMetadata {
  readonly name: string;
  readonly versions: readonly string[];
  readonly platform: string;
  readonly inputs: readonly WireTensorMetadata[];
  readonly outputs: readonly WireTensorMetadata[];
  readonly properties: Readonly<Record<string, string>>;
}

export interface WireDuration {
  readonly count: WireInteger;
  readonly ns: WireInteger;
}

export interface WireInferStatistics {
  readonly success: WireDuration | null;
  readonly fail: WireDuration | null;
  readonly queue: WireDuration | null;
  readonly compute_input: WireDuration | null;
  readonly compute_infer: WireDuration | null;
  readonly compute_output: WireDuration | null;
  readonly cache_hit: WireDuration | null;
  readonly cache_miss: WireDuration | null;
}

export interface WireBatchStatistics {
  readonly batch_size: WireInteger;
  readonly compute_input: WireDuration | null;
  readonly compute_infer: WireDuration | null;
  readonly compute_output: WireDuration | null;
}

export interface WireModelStatistics {
  readonly name: string;
  readonly version: string;
  readonly last_inference: WireInteger;
  readonly inference_count: WireInteger;
  readonly execution_count: WireInteger;
  readonly inference_stats: WireInferStatistics | null;
  readonly batch_stats: readonly WireBatchStatistics[];
  readonly memory_usage: readonly {
    readonly type: string;
    readonly id: WireInteger;
    readonly byte_size: WireInteger;
  }[];
}

export interface WireRepositoryEntry {
  readonly name: string;
  readonly version: string;
  readonly state: string;
  readonly reason: string;
}

/** Loads or unloads a model: all its versions at once. */
export interface WireRepositoryCommand {
  readonly repository_name: string;
  readonly model_name: string;
  readonly parameters: Readonly<Record<string, WireParameter>>;
}

/** Of a model's configuration what Tessera reads; `input`, `output` and the rest keep the names of Triton's `config.pbtxt`. */
export interface WireModelConfig {
  readonly name: string;
  readonly platform: string;
  readonly backend: string;
  readonly max_batch_size: number;
  readonly default_model_filename: string;
  readonly input: readonly {
    readonly name: string;
    readonly data_type: string;
    readonly dims: readonly WireInteger[];
  }[];
  readonly output: readonly {
    readonly name: string;
    readonly data_type: string;
    readonly dims: readonly WireInteger[];
  }[];
  readonly version_policy: WireVersionPolicy | null;
  readonly dynamic_batching: {
    readonly preferred_batch_size: readonly number[];
    readonly max_queue_delay_microseconds: WireInteger;
  } | null;
  readonly instance_group: readonly { readonly name: string; readonly count: number }[];
  readonly parameters: Readonly<Record<string, { readonly string_value: string }>>;
}

export interface WireVersionPolicy {
  readonly policy_choice?: 'latest' | 'all' | 'specific';
  readonly latest?: { readonly num_versions: number };
  readonly all?: Readonly<Record<string, never>>;
  readonly specific?: { readonly versions: readonly WireInteger[] };
}
