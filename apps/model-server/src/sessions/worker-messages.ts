import type { Tensor, TensorSignature } from '#libs/inference-protocol';

/** A dimension of a model's input or output: a size, or the symbol that stands for one. Equal symbols mean equal sizes. */
export type Dimension = number | string;

/** A tensor of a model's signature as the session itself reports it. */
export interface SessionTensor extends TensorSignature {
  /** `shape` with the model's symbols kept, for checks across inputs. */
  readonly dimensions: readonly Dimension[];
}

/** A loaded version. */
export interface LoadedModel {
  readonly inputs: readonly SessionTensor[];
  readonly outputs: readonly SessionTensor[];
  /** sha-256 of the model file, lower-case hex. */
  readonly sha256: string;
  /** Whether rows of several requests may run as one, because the outputs came out the same, bit by bit, when it was tried. */
  readonly joinsRows: boolean;
}

/** What a version is loaded with. */
export interface LoadOrder {
  readonly file: string;
  /** Most rows of one run of several requests; 1 where they are never joined. */
  readonly maxRows: number;
  /** Whether the first dimension must bear the name of a batch, because nothing else says that it is one. */
  readonly mustSayBatch: boolean;
}

/** The tensors of one request, and the outputs that it wants. */
export interface RunOrder {
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly string[];
}

export type WorkerRequest =
  | (LoadOrder & { readonly kind: 'load'; readonly id: number; readonly key: string; readonly threads: number })
  | { readonly kind: 'unload'; readonly id: number; readonly key: string }
  | {
      readonly kind: 'run';
      readonly id: number;
      readonly key: string;
      readonly orders: readonly RunOrder[];
      /** Whether the orders are rows of the same other sizes with the same outputs, to run as one; else they run one after the other. */
      readonly isJoined: boolean;
    };

/** Whose fault a failure is: the model's file, the tensors, or the machine's memory. */
export type WorkerFault = 'model' | 'input' | 'memory';

/** Where the time of a run went, in nanoseconds. */
export interface RunTimes {
  readonly inputNs: number;
  readonly inferNs: number;
  readonly outputNs: number;
}

export type RunResult =
  | { readonly kind: 'done'; readonly outputs: readonly Tensor[]; readonly times: RunTimes; readonly joined: number }
  | { readonly kind: 'failed'; readonly fault: WorkerFault; readonly reason: string };

export type WorkerReply =
  | { readonly kind: 'loaded'; readonly id: number; readonly model: LoadedModel }
  | { readonly kind: 'unloaded'; readonly id: number }
  /** One result for each order, in their order, and the memory of large inputs. */
  | {
      readonly kind: 'ran';
      readonly id: number;
      readonly results: readonly RunResult[];
      readonly spent: readonly ArrayBuffer[];
    }
  | { readonly kind: 'failed'; readonly id: number; readonly fault: WorkerFault; readonly reason: string };
