/** Who the client says it is. A bearer token wins where a server takes both. */
export type MlflowCredentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic'; readonly username: string; readonly password: string }
  | { readonly kind: 'bearer'; readonly token: string };

export interface MlflowClientOptions {
  /** The server's address, with a path where it lies under one: `https://mlflow.example.org/team-a`. */
  readonly url: string;
  /**
   * The prefix of the routes that do not begin with `/api` (artifacts of versions and runs), where the server was started with
   * `MLFLOW_STATIC_PREFIX`. Empty unless stated.
   */
  readonly staticPrefix?: string;
  readonly credentials?: MlflowCredentials;
  /** Sent with every request, such as the workspace of a server that has several. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Certificates (PEM) to trust instead of the system's. */
  readonly ca?: string;
  /** Certificate and key (PEM) of this client, where the server asks for them. */
  readonly clientCertificate?: { readonly cert: string; readonly key: string };
  /** How long one request may take, in milliseconds, its retries not counted; 10,000 unless stated. */
  readonly timeoutMs?: number;
  /** How many requests may be under way at once; 4 unless stated. MLflow has no limit of its own. */
  readonly maxConcurrent?: number;
}

/** A registered model, as the server tells it. Names and texts are the server's and have not been judged. */
export interface MlflowModel {
  readonly name: string;
  /** From alias to version. */
  readonly aliases: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  /** Null where it is empty. */
  readonly description: string | null;
  readonly lastUpdatedMs: number;
}

/** A version, as the server tells it, but for its aliases: listings leave those out (mlflow#9783), the model has them. */
export interface MlflowVersion {
  readonly name: string;
  readonly version: string;
  readonly createdMs: number;
  readonly lastUpdatedMs: number;
  /** Where its artifacts lie: `models:/m-...`, `runs:/...`, `mlflow-artifacts:/...` or a store's address. */
  readonly source: string;
  readonly isReady: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/** A file of a version, or why there is none; the reason may be shown. */
export type MlflowArtifact =
  { readonly kind: 'BYTES'; readonly bytes: Buffer } | { readonly kind: 'REFUSED'; readonly reason: string };

/** One thing of a registry that holds one value or none, and can be written by itself. */
export type MlflowPlace =
  /** The value is the version that the alias points at. */
  | { readonly kind: 'ALIAS'; readonly name: string; readonly alias: string }
  | { readonly kind: 'MODEL_TAG'; readonly name: string; readonly key: string }
  /** The description of a model. */
  | { readonly kind: 'DESCRIPTION'; readonly name: string }
  | { readonly kind: 'VERSION_TAG'; readonly name: string; readonly version: string; readonly key: string }
  /** A number of a model. It holds what the version of that number has in this tag, or an empty text; nothing where there is no such version. */
  | { readonly kind: 'VERSION'; readonly name: string; readonly version: string; readonly key: string };

/** A place that a single request puts a value into. A version is made with its files instead, by `MlflowReleases`. */
export type MlflowValuePlace = Exclude<MlflowPlace, { kind: 'VERSION' }>;
