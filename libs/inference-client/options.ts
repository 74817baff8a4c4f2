import type { Datatype, Tensor } from '#libs/inference-protocol';

/** A model server from the operator's configuration. */
export interface InferenceClientOptions {
  /** Names the server in errors; never its address. */
  readonly id: string;
  /** http(s) address, with a path prefix if a proxy adds one. Left out for a server that speaks gRPC alone. */
  readonly url?: string;
  /** gRPC address: `host:port` or `grpc://host:port` in the clear, `grpcs://host:port` over TLS, `dns:///host:port` for all of a name's hosts. */
  readonly grpc?: string;
  /** For `https:` and `grpcs:`; the system's authorities unless stated. */
  readonly tls?: TlsOptions;
  /** Largest answer that is read, in bytes; 64 MiB unless stated. */
  readonly maxResponseBytes?: number;
  /** Largest request that is sent, in bytes of its tensors; 64 MiB unless stated, which is what Triton takes. */
  readonly maxRequestBytes?: number;
  /** Inference calls on the wire at once; 16 unless stated. */
  readonly maxInFlight?: number;
  /** Inference calls that may wait for a place; 32 unless stated. */
  readonly maxQueued?: number;
  /** Sent with every call, for servers behind a restricted API. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The same over gRPC, as metadata; `headers` unless stated (Triton's restricted APIs have another name there). */
  readonly grpcHeaders?: Readonly<Record<string, string>>;
  /** `probe` asks the server what it speaks and takes the fastest: binary tensors, then gRPC, then JSON. The others decide it. */
  readonly transport?: 'probe' | InferenceWay;
}

/** How tensors travel: as bytes over REST, as bytes over gRPC, or as JSON numbers. */
export type InferenceWay = 'binary' | 'grpc' | 'json';

/** Certificates in PEM. */
export interface TlsOptions {
  /** Authorities that sign the server's certificate. */
  readonly ca?: string;
  /** The client's own certificate and key, where the server asks for one. */
  readonly cert?: string;
  readonly key?: string;
}

/** Which model, by the server's own names. `version: null` leaves the version out of the path, for servers that hold one only. */
export interface ServedModel {
  readonly name: string;
  readonly version: string | null;
}

/** An output that the answer must have: -1 in `shape` stands for any size. */
export interface OutputExpectation {
  readonly name: string;
  readonly datatype: Datatype;
  readonly shape: readonly number[];
}

export interface InferenceCall {
  readonly model: ServedModel;
  readonly inputs: readonly Tensor[];
  /** All outputs wanted. An answer with fewer, more or others is refused. */
  readonly outputs: readonly OutputExpectation[];
  /** Letters, digits and `-`, at most 64: some servers copy it into their reply's headers. */
  readonly id?: string;
}

export interface CallLimits {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

export interface InferenceAnswer {
  /** By name, in the order of the expectation; every floating-point value is finite. */
  readonly outputs: ReadonlyMap<string, Tensor>;
  readonly modelName: string;
  /** What the server said; null when it did not say. Never copied from the request. */
  readonly reportedVersion: string | null;
}
