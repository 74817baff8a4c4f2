import type { ScoringMethod } from './scoring-method.js';

/** Everything that worker threads share: made once, written in place. Every array is in shared memory. */
export interface ScoringPlan {
  readonly method: ScoringMethod;
  readonly genes: number;
  readonly samples: number;
  /** `[genes, samples]`: the values to score. */
  readonly values: Float64Array;
  /** `[genes, referenceSamples]`: what a gene's distribution is taken from; `values` itself where there is no other. */
  readonly reference: Float64Array;
  readonly referenceSamples: number;
  /** `[genes, samples]` for methods that compare a gene with itself over samples; else empty. */
  readonly scaled: Float64Array;
  /** Where each set's members begin in `members`; one more than there are sets. */
  readonly setStarts: Uint32Array;
  /** Row numbers of the members, set after set. */
  readonly members: Uint32Array;
  /** `[sets, samples]`: the answer. */
  readonly scores: Float64Array;
}

/** A step that is done in parts, side by side, before the next begins. */
export interface ScoringStage {
  readonly kind: 'GENES' | 'SAMPLES' | 'SETS';
  /** How many of them there are. */
  readonly count: number;
  /** How many a part has. */
  readonly part: number;
}

// A part is short enough for an even load and a prompt end.
const GENES_OF_PART = 32;
const SAMPLES_OF_PART = 2;

/** The stages of a method, one after the other. */
export function stagesOf({ method, genes, samples, setStarts }: ScoringPlan): readonly ScoringStage[] {
  const ofGenes = { kind: 'GENES', count: genes, part: GENES_OF_PART } as const;
  const ofSamples = { kind: 'SAMPLES', count: samples, part: SAMPLES_OF_PART } as const;
  switch (method.kind) {
    case 'SSGSEA':
    case 'SINGSCORE':
      return [ofSamples];
    case 'GSVA':
    case 'ZSCORE':
      return [ofGenes, ofSamples];
    case 'PLAGE':
      return [ofGenes, { kind: 'SETS', count: setStarts.length - 1, part: 1 }];
  }
}
