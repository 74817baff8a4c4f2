import { type Tensor } from '#libs/inference-protocol';

/** How far the input lies from the version's reference; stored with the raw answer, because it needs the features. */
export interface DomainMeasure {
  readonly distance: number;
  readonly percentile: number;
}

/** What a model version answered, before anybody interprets it. Stored, so that nothing below needs a second model run. */
export interface RawAnswer {
  readonly id: string;
  /** Shape of each output, by tensor name. */
  readonly shapes: ReadonlyMap<string, readonly number[]>;
  /** Outputs of few numbers, by tensor name: what a call is made of. */
  readonly values: ReadonlyMap<string, readonly number[]>;
  /** Any output, read when it is needed: a stored one may lie in the blob store. */
  readonly array: (name: string) => Promise<Float32Array>;
  /** Null when the version registers no reference. */
  readonly domain: DomainMeasure | null;
  readonly server: { readonly id: string; readonly reportedVersion: string | null };
  readonly computedAt: Date;
  readonly isReused: boolean;
  readonly inferMs: number;
  /** Tells that it is stored, or will not be: those who ask the same meanwhile take this one. */
  readonly letGo: () => void;
}

/** Outputs up to this many numbers are kept in the answer's row, larger ones as blobs. */
export const INLINE_LIMIT = 64;

/** Numbers of a float tensor. */
export function numbersOf(tensor: Tensor): Float32Array {
  if (tensor.data instanceof Float32Array) return tensor.data;
  throw new TypeError(`the output ${tensor.name} was expected to be FP32`);
}
