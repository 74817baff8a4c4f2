import type { LineProblem } from '#libs/errors';
import type { GeneNamespace } from './gene-namespace.js';
import type { GeneSetFile } from './gmt.js';

/** Where the text of a list is: at hand, or in a file that the caller has already checked against the allowed roots. */
export type GeneListSource =
  { readonly kind: 'bytes'; readonly bytes: Uint8Array } | { readonly kind: 'path'; readonly path: string };

/** What to read, and how. */
export interface GeneListTask {
  readonly list: 'GENE_PANEL' | 'GENE_SETS';
  readonly source: GeneListSource;
  readonly namespace: GeneNamespace;
  readonly hasHeader: boolean;
  readonly argument: string;
  /** A vocabulary file to compare a panel with: a path that the caller trusts. */
  readonly compareWith: string | null;
}

/** A panel that was read: its canonical text and counts, without a list of objects. */
export interface CheckedGenePanel {
  readonly geneCount: number;
  readonly bytes: Uint8Array;
  readonly digest: string;
  /** The first position, from 1, at which it differs from the file that it was compared with; null where it does not, or was not. */
  readonly differsAt: number | null;
}

/** A collection that was read: its canonical text and counts. */
export type CheckedGeneSets = Omit<GeneSetFile, 'namespace'>;

/** What the worker answers. */
export type GeneListOutcome =
  | { readonly kind: 'panel'; readonly panel: CheckedGenePanel }
  | { readonly kind: 'sets'; readonly sets: CheckedGeneSets }
  | { readonly kind: 'invalid'; readonly problems: readonly LineProblem[]; readonly total: number }
  | { readonly kind: 'tooLarge'; readonly what: string; readonly found: number; readonly limit: number }
  | { readonly kind: 'unreadable'; readonly reason: string };
