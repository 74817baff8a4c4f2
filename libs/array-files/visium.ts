import { Dataset, Group } from 'h5wasm/node';
import { z } from 'zod';
import { ArtifactInvalid } from '#libs/errors';
import { openHdf5 } from './hdf5-file.js';
import { type OpenFile } from './open-file.js';
import { checkSize, CountsBuilder, different } from './sparse-counts.js';
import { eachEntry } from './spatial-h5ad.js';
import type { SpatialSample } from './spatial-sample.types.js';
import { textOf } from './spot-tables.js';

const scaleFactors = z.looseObject({ spot_diameter_fullres: z.number().positive() });

/**
 * A 10x Visium sample: `filtered_feature_bc_matrix.h5` (features of gene expression alone), `tissue_positions.csv` or `tissue_positions_list.csv`, and `scalefactors_json.json`.
 * Spots under tissue are kept. @throws ArtifactInvalid
 */
export async function readVisium(matrix: OpenFile, positions: OpenFile, factors: OpenFile): Promise<SpatialSample> {
  const { root } = await openHdf5(matrix);
  const barcodes = textsOf(root.get('matrix/barcodes'), matrix.stats.size);
  const ids = textsOf(root.get('matrix/features/id'), matrix.stats.size);
  const names = different(textsOf(root.get('matrix/features/name'), matrix.stats.size), ids);
  const kinds = textsOf(root.get('matrix/features/feature_type'), matrix.stats.size);
  const group = root.get('matrix');
  if (!(group instanceof Group)) throw new ArtifactInvalid('it has no matrix, as files of Space Ranger have it');
  const places = placesOf(textOf(positions));
  const kept = barcodes.map((barcode) => places.get(barcode));
  const spotOf = new Int32Array(barcodes.length).fill(-1);
  const spots: string[] = [];
  kept.forEach((place, at) => {
    if (place) spotOf[at] = spots.push(barcodes[at] ?? '') - 1;
  });
  const genes = names.flatMap((name, at) => (kinds[at] === 'Gene Expression' ? [{ name, at }] : []));
  const geneOf = new Int32Array(names.length).fill(-1);
  genes.forEach(({ at }, gene) => (geneOf[at] = gene));
  checkSize(genes.length, spots.length);
  const counts = new CountsBuilder();
  // Columns are barcodes: compressed by barcode.
  eachEntry(group, matrix.stats.size, [barcodes.length, names.length], (barcode, feature, value) => {
    const [spot = -1, gene = -1] = [spotOf[barcode], geneOf[feature]];
    if (spot >= 0 && gene >= 0) counts.add(spot, gene, value);
  });
  const { spot_diameter_fullres: diameterPx } = scaleFactorsOf(factors);
  return {
    ...{ genes: genes.map(({ name }) => name), spots, diameterPx },
    centres: Float64Array.from(kept.flatMap((place) => place ?? [])),
    counts: counts.byGene(genes.length),
  };
}

function textsOf(dataset: unknown, fileBytes: number): readonly string[] {
  if (
    !(dataset instanceof Dataset) ||
    dataset.metadata.virtual_sources ||
    (dataset.metadata.shape?.[0] ?? 0) > fileBytes
  )
    throw new ArtifactInvalid('it lacks barcodes or features, as files of Space Ranger have them');
  const value: unknown = dataset.value;
  if (!Array.isArray(value) || !value.every((text) => typeof text === 'string'))
    throw new ArtifactInvalid('its barcodes or features are no list of names');
  return value;
}

/** Centres of the spots under tissue: x and y. Before Space Ranger 2 the table had no heading. */
function placesOf(text: string): ReadonlyMap<string, readonly [number, number]> {
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/\r$/, '').split(','));
  const body = rows[0]?.[0] === 'barcode' ? rows.slice(1) : rows;
  return new Map(
    body.flatMap(([barcode = '', inTissue, , , row, column, ...more]) => {
      const place = [Number(column), Number(row)] as const;
      if (more.length > 0 || column === undefined || !place.every(Number.isFinite))
        throw new ArtifactInvalid('a row of its tissue positions is not as Space Ranger writes it');
      return inTissue === '1' ? [[barcode, place] as const] : [];
    }),
  );
}

function scaleFactorsOf(file: OpenFile): z.infer<typeof scaleFactors> {
  try {
    return scaleFactors.parse(JSON.parse(textOf(file)));
  } catch {
    throw new ArtifactInvalid('its scale factors do not say the diameter of a spot');
  }
}
