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
}

export type WorkerRequest =
  | {
      readonly kind: 'load';
      readonly id: number;
      readonly key: string;
      readonly file: string;
      readonly threads: number;
    }
  | {
      readonly kind: 'run';
      readonly id: number;
      readonly key: string;
      readonly inputs: readonly Tensor[];
      readonly outputs: readonly string[];
    };

/** Whose fault a failure is: the model's file, the tensors, or the machine's memory. */
export type WorkerFault = 'model' | 'input' | 'memory';

export type WorkerReply =
  | { readonly kind: 'loaded'; readonly id: number; readonly model: LoadedModel }
  | { readonly kind: 'done'; readonly id: number; readonly outputs: readonly Tensor[] }
  | { readonly kind: 'failed'; readonly id: number; readonly fault: WorkerFault; readonly reason: string };
