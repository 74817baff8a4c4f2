/**
 * How gene sets are scored. The defaults of each are `DEFAULT_METHODS`.
 * SSGSEA: Barbie 2009 (doi 10.1038/nature08460). `GSVA` weighs by ranks cut to whole numbers, as R GSVA 1.46 does, `GENEPATTERN` by average ranks, as the GenePattern
 * module does; `RANGE` divides every score by the range over all sets and samples of the request.
 * GSVA: Hänzelmann 2013 (doi 10.1186/1471-2105-14-7). PLAGE: Tomfohr 2005. ZSCORE: Lee 2008. SINGSCORE: Foroutan 2018, sets of which all members are expected up, centred.
 */
export type ScoringMethod =
  | {
      readonly kind: 'SSGSEA';
      readonly form: 'GSVA' | 'GENEPATTERN';
      /** Exponent of the ranks: 0 to 10. */
      readonly weight: number;
      readonly normalise: 'NONE' | 'RANGE';
    }
  | { readonly kind: 'GSVA'; readonly kernel: 'GAUSSIAN' | 'NONE'; readonly maxDifference: boolean }
  | { readonly kind: 'PLAGE' }
  | { readonly kind: 'ZSCORE' }
  | { readonly kind: 'SINGSCORE' };

/** What each method is where nothing else is asked for. */
export const DEFAULT_METHODS = {
  SSGSEA: { kind: 'SSGSEA', form: 'GSVA', weight: 0.25, normalise: 'RANGE' },
  GSVA: { kind: 'GSVA', kernel: 'GAUSSIAN', maxDifference: true },
  PLAGE: { kind: 'PLAGE' },
  ZSCORE: { kind: 'ZSCORE' },
  SINGSCORE: { kind: 'SINGSCORE' },
} as const satisfies { readonly [Kind in ScoringMethod['kind']]: ScoringMethod & { readonly kind: Kind } };

/** GenePattern's exponent: its module's own default. */
export const GENEPATTERN_WEIGHT = 0.75;

/** Whether a gene's values over samples go in: then a gene without variation says nothing and is left out, and one sample alone cannot be scored. */
export function needsCohort({ kind }: ScoringMethod): boolean {
  return kind === 'GSVA' || kind === 'PLAGE' || kind === 'ZSCORE';
}
