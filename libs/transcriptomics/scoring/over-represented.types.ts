import type { SetSizes } from './select-sets.js';

/** A list of genes, and what it is tested in. */
export interface OverRepresentedTask extends SetSizes {
  readonly genes: readonly string[];
  /** UTF-8, a gene a line: all that could have been on the list. */
  readonly universe: Uint8Array;
  /** Gene sets in the GMT format, checked before. */
  readonly sets: Uint8Array;
}

/** Sets by how unlikely their overlap is, the most unlikely first. */
export interface OverRepresented {
  /** Of every set that was tested, ascending. */
  readonly pValues: Float64Array;
  /** A `SetOverlap` as JSON a line, in the order of `pValues`. */
  readonly lines: string;
  readonly universeSize: number;
  readonly passedOverCount: number;
}

/** What the worker says. */
export type OverRepresentedOutcome =
  | ({ readonly kind: 'tested' } & OverRepresented)
  | {
      readonly kind: 'refused';
      readonly argument: string;
      readonly rule: string;
      readonly facts: Readonly<Record<string, unknown>>;
    };
