import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSpatialSample } from './spatial-sample.js';
import type { SpatialSample, SpatialSampleFiles } from './spatial-sample.types.js';

const FOLDER = join(process.cwd(), 'test/fixtures/spatial/samples');
const run = { signal: new AbortController().signal, timeoutMs: 60_000 };

interface Expected {
  readonly spots: readonly string[];
  readonly genes: readonly string[];
  readonly centres: readonly (readonly number[])[];
  readonly counts: readonly (readonly number[])[];
}
const expected: Record<'visium' | 'h5ad' | 'tables', Expected> = JSON.parse(
  await readFile(join(FOLDER, 'expected.json'), 'utf8'),
);

/** `[spots][genes]` */
function denseOf({ genes, spots, counts }: SpatialSample): readonly (readonly number[])[] {
  const table = spots.map(() => genes.map(() => 0));
  genes.forEach((_, gene) => {
    for (let at = counts.starts[gene] ?? 0; at < (counts.starts[gene + 1] ?? 0); at += 1)
      table[counts.spots[at] ?? -1]?.splice(gene, 1, counts.values[at] ?? NaN);
  });
  return table;
}

const VISIUM: SpatialSampleFiles = {
  format: 'VISIUM',
  matrix: join(FOLDER, 'visium/filtered_feature_bc_matrix.h5'),
  positions: join(FOLDER, 'visium/spatial/tissue_positions_list.csv'),
  scaleFactors: join(FOLDER, 'visium/spatial/scalefactors_json.json'),
};
const LATER = 'visium-2/filtered_feature_bc_matrix';
const VISIUM_2 = {
  format: 'VISIUM',
  matrix: {
    barcodes: join(FOLDER, LATER, 'barcodes.tsv.gz'),
    features: join(FOLDER, LATER, 'features.tsv.gz'),
    entries: join(FOLDER, LATER, 'matrix.mtx.gz'),
  },
  positions: join(FOLDER, 'visium-2/spatial/tissue_positions.csv'),
  scaleFactors: join(FOLDER, 'visium-2/spatial/scalefactors_json.json'),
} as const;
const TABLES = {
  format: 'SPOT_TABLES',
  counts: join(FOLDER, 'counts.tsv.gz'),
  spots: join(FOLDER, 'spots.tsv'),
} as const;

describe('a spatial sample', () => {
  it.each([
    ['a Visium folder, its spots under tissue and its genes alone', VISIUM, expected.visium, 44.5],
    ['a Visium folder of Space Ranger 2, its matrix as three files', VISIUM_2, expected.visium, 44.5],
    ['a Visium matrix and its positions alone', { ...VISIUM_2, scaleFactors: null }, expected.visium, null],
    ['sparse AnnData', { format: 'H5AD', file: join(FOLDER, 'sparse.h5ad') }, expected.h5ad, 44.5],
    ['dense AnnData', { format: 'H5AD', file: join(FOLDER, 'dense.h5ad') }, expected.h5ad, null],
    ['two tables, joined by the place in the array', TABLES, expected.tables, null],
  ] as const)('is read from %s, as scanpy and anndata read it', async (_what, files, wanted, diameterPx) => {
    const sample = await readSpatialSample(files, run);
    expect(sample.spots).toEqual(wanted.spots);
    expect(sample.genes).toEqual(wanted.genes);
    expect([...sample.centres]).toEqual(wanted.centres.flat());
    expect(denseOf(sample)).toEqual(wanted.counts);
    expect(sample.diameterPx).toBe(diameterPx);
    const depths = wanted.counts.map((row) => row.reduce((sum, count) => sum + count, 0)).sort((a, b) => a - b);
    const half = depths.length / 2;
    expect(sample.medianDepth).toBe(((depths[Math.ceil(half) - 1] ?? 0) + (depths[Math.floor(half)] ?? 0)) / 2);
    expect([sample.closest, sample.isWhole]).toEqual([50, true]);
  });

  it.each([
    ['a table that is no table of places', { ...TABLES, spots: join(FOLDER, 'expected.json') }],
    ['AnnData without places', { format: 'H5AD', file: join(FOLDER, '../../transcriptomics/matrices/matrix.h5ad') }],
    ['a file of another kind', { format: 'H5AD', file: join(FOLDER, 'spots.tsv') }],
    [
      'a matrix of other barcodes than its own',
      { ...VISIUM_2, matrix: { ...VISIUM_2.matrix, barcodes: TABLES.spots } },
    ],
    ['a matrix that is none', { ...VISIUM_2, matrix: { ...VISIUM_2.matrix, entries: TABLES.spots } }],
    ['positions that are none', { ...VISIUM_2, positions: TABLES.spots }],
    ['scale factors that are none', { ...VISIUM, scaleFactors: join(FOLDER, 'expected.json') }],
  ] as const)('is refused from %s', async (_what, files) => {
    await expect(readSpatialSample(files, run)).rejects.toMatchObject({ code: 'ARTIFACT_INVALID' });
  });
});
