import { z } from 'zod';
import { ArtifactInvalid } from '#libs/errors';
import { type OpenFile } from './open-file.js';
import { checkSize, CountsBuilder, different } from './sparse-counts.js';
import type { SampleContent } from './spatial-sample.types.js';
import { textOf } from './spot-tables.js';
import type { VisiumMatrix } from './visium-features.js';

const scaleFactors = z.looseObject({ spot_diameter_fullres: z.number().positive() });

/**
 * A 10x Visium sample: features of gene expression alone, `tissue_positions.csv` or `tissue_positions_list.csv`, and `scalefactors_json.json`. Spots under tissue are kept.
 * @throws ArtifactInvalid
 */
export function readVisium(matrix: VisiumMatrix, positions: OpenFile, factors: OpenFile | null): SampleContent {
  const { barcodes, ids, names, kinds } = matrix;
  if (new Set(barcodes).size !== barcodes.length) throw new ArtifactInvalid('a barcode is in its matrix twice');
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
  matrix.eachEntry((barcode, feature, value) => {
    const [spot = -1, gene = -1] = [spotOf[barcode], geneOf[feature]];
    if (spot >= 0 && gene >= 0) counts.add(spot, gene, value);
  });
  const own = different(
    genes.map(({ name }) => name),
    genes.map(({ at }) => ids[at] ?? ''),
  );
  return {
    ...{ genes: own, spots, diameterPx: factors && scaleFactorsOf(factors).spot_diameter_fullres },
    centres: Float64Array.from(kept.flatMap((place) => place ?? [])),
    counts: counts.byGene(genes.length),
  };
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
      const place = [column, row].map((cell = '') => (cell.trim() === '' ? NaN : Number(cell)));
      if (more.length > 0 || !place.every(Number.isFinite) || !(inTissue === '0' || inTissue === '1'))
        throw new ArtifactInvalid('a row of its tissue positions is not as Space Ranger writes it');
      const [x = NaN, y = NaN] = place;
      return inTissue === '1' ? [[barcode, [x, y]] as const] : [];
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
