import { type NumericDatatype } from '#libs/inference-protocol';
import { type DomainMeasure } from '#gateway/targets';
import { type ServedArray } from './served-array.js';

/** What is kept of a member beside its numbers. */
export interface RawMember {
  readonly ref: string;
  readonly digest: string;
  readonly answerId: string;
  readonly server: { readonly id: string; readonly reportedVersion: string | null };
  /** By the member's own reference and limit; null where it registers none. */
  readonly domain: (DomainMeasure & { readonly limitPercentile: number }) | null;
}

/** What a model version answered, before anybody interprets it. Stored, so that nothing below needs a second model run. */
export interface RawAnswer {
  readonly id: string;
  /** Shape of each output, by tensor name. */
  readonly shapes: ReadonlyMap<string, readonly number[]>;
  /** Datatype of each output, by tensor name. */
  readonly datatypes: ReadonlyMap<string, NumericDatatype>;
  /** Outputs of few numbers, by tensor name: what a call is made of. The very numbers, whatever their datatype. */
  readonly values: ReadonlyMap<string, readonly number[]>;
  /** Any output as it was served, read when it is needed: a stored one may lie in the blob store. */
  readonly served: (name: string) => Promise<ServedArray>;
  /** The same in single precision (`singlesOf`). */
  readonly array: (name: string) => Promise<Float32Array>;
  /** Null when the version registers no reference. */
  readonly domain: DomainMeasure | null;
  readonly server: { readonly id: string; readonly reportedVersion: string | null };
  readonly computedAt: Date;
  readonly isReused: boolean;
  /** Of an ensemble, in the order of its card; its tensors hold theirs one after the other. Empty for a version that ran itself. */
  readonly members: readonly RawMember[];
  readonly inferMs: number;
  /** Tells that it is stored, or will not be: those who ask the same meanwhile take this one. */
  readonly letGo: () => void;
}

/** Outputs up to this many numbers are kept in the answer's row, larger ones as blobs. */
export const INLINE_LIMIT = 64;

/** The same for the scores of one bag, which every reading needs: a thousand classes, and to spare. */
export const INLINE_SCORES_LIMIT = 4096;
