import { z } from 'zod';
import type { MatrixScoresRow } from '#gateway/expression-matrices';
import { settingsOf, toSettings } from './settings-input.js';

const stored = z.object({
  method: z.looseObject({ kind: z.enum(['SSGSEA', 'GSVA', 'PLAGE', 'ZSCORE', 'SINGSCORE']) }),
  minSize: z.number(),
  maxSize: z.number(),
});

const FILES = { TSV: 'scores.tsv', NPY: 'scores.npy', PARQUET: 'scores.parquet' } as const;

/** Scores as the schema has them; what is not here has a resolver. */
export function toMatrixScores(row: MatrixScoresRow) {
  const { method, minSize, maxSize } = stored.parse(row.settings);
  const { kind, ...own } = method;
  return {
    ...row,
    settings: toSettings(settingsOf({ method: kind, ...own, minSize, maxSize })),
    href: ({ format }: { readonly format: keyof typeof FILES }) => `/pathway-scores/${row.digest}/${FILES[format]}`,
  };
}
