import { Dataset, Group } from 'h5wasm/node';
import { ArtifactInvalid } from '#libs/errors';
import { attributesOf } from './hdf5-attributes.js';
import { checkStorage, readRows } from './hdf5-dataset.js';
import { type Hdf5File, openHdf5 } from './hdf5-file.js';
import { axisNames, decoderOf, listOf, slice } from './matrix-h5ad.js';
import { isUnchanged, type OpenFile } from './open-file.js';
import { checkSize, CountsBuilder } from './sparse-counts.js';
import type { SampleContent } from './spatial-sample.types.js';

const PIECE_VALUES = 1_000_000;

/** `X` of an AnnData file with the places of its observations in `obsm/spatial`. @throws ArtifactInvalid */
export async function readSpatialH5ad(file: OpenFile): Promise<SampleContent> {
  const hdf5 = await openHdf5(file);
  const spots = axisNames(hdf5, 'obs', file.stats.size);
  const genes = axisNames(hdf5, 'var', file.stats.size);
  checkSize(genes.length, spots.length);
  const counts = new CountsBuilder();
  const x = hdf5.root.get('X');
  if (x instanceof Dataset) addDense(hdf5, x, file.stats.size, counts, [spots.length, genes.length]);
  else if (x instanceof Group) addSparse(hdf5, x, file.stats.size, counts, [spots.length, genes.length]);
  else throw new ArtifactInvalid('it has no matrix X');
  const centres = centresOf(hdf5, spots.length, file.stats.size);
  if (!isUnchanged(file)) throw new ArtifactInvalid('it changed while it was read');
  return { genes, spots, centres, diameterPx: diameterOf(hdf5), counts: counts.byGene(genes.length) };
}

type Shape = readonly [rows: number, columns: number];

function addDense(hdf5: Hdf5File, x: Dataset, fileBytes: number, counts: CountsBuilder, [rows, columns]: Shape): void {
  const shape = x.metadata.shape ?? [];
  if (shape.length !== 2 || shape[0] !== rows || shape[1] !== columns)
    throw new ArtifactInvalid('its X has another shape than its obs and var');
  checkStorage(x, fileBytes);
  const decode = decoderOf(hdf5, x);
  readRows(hdf5.module, x, (bytes, firstRow) => {
    const read = decode(bytes.buffer);
    for (let at = 0; at < read.length; at += 1)
      counts.add(firstRow + Math.floor(at / columns), at % columns, Number(read[at]));
  });
}

/** Compressed rows (CSR) or columns (CSC), as anndata's `encoding-type` says. */
function addSparse(
  hdf5: Hdf5File,
  group: Group,
  fileBytes: number,
  counts: CountsBuilder,
  [rows, columns]: Shape,
): void {
  const encoding = attributesOf(hdf5.module, group).text('encoding-type');
  if (encoding !== 'csr_matrix' && encoding !== 'csc_matrix')
    throw new ArtifactInvalid('its X is neither dense nor a csr_matrix or csc_matrix');
  const isByRow = encoding === 'csr_matrix';
  eachEntry(group, fileBytes, isByRow ? [rows, columns] : [columns, rows], (major, minor, value) =>
    isByRow ? counts.add(major, minor, value) : counts.add(minor, major, value),
  );
}

/** Entries of a compressed sparse matrix. @throws ArtifactInvalid where it is not whole, or points outside of itself */
export function eachEntry(
  group: Group,
  fileBytes: number,
  [majors, minors]: Shape,
  onEntry: (major: number, minor: number, value: number) => void,
): void {
  const [data, indices, starts] = ['data', 'indices', 'indptr'].map((name) => listOf(group, name, fileBytes));
  if (!data || !indices || !starts) throw new ArtifactInvalid('its sparse matrix is not whole');
  const pointers = slice(starts, 0, majors + 1);
  const count = data.metadata.shape?.[0] ?? 0;
  if (starts.metadata.shape?.[0] !== majors + 1 || pointers[majors] !== count || indices.metadata.shape?.[0] !== count)
    throw new ArtifactInvalid('its sparse matrix has another shape than its names');
  let major = 0;
  for (let from = 0; from < count; from += PIECE_VALUES) {
    const to = Math.min(count, from + PIECE_VALUES);
    const [values, places] = [slice(data, from, to), slice(indices, from, to)];
    for (let at = 0; at < values.length; at += 1) {
      while (major + 1 <= majors && from + at >= (pointers[major + 1] ?? Infinity)) major += 1;
      const minor = places[at] ?? -1;
      if (!(minor >= 0 && minor < minors) || major >= majors)
        throw new ArtifactInvalid('its sparse matrix points outside of itself');
      onEntry(major, minor, values[at] ?? NaN);
    }
  }
}

function centresOf(hdf5: Hdf5File, spots: number, fileBytes: number): Float64Array {
  const places = hdf5.root.get('obsm/spatial');
  if (!(places instanceof Dataset)) throw new ArtifactInvalid('it has no places of its observations in obsm/spatial');
  const [rows, columns] = places.metadata.shape ?? [];
  if (rows !== spots || columns !== 2) throw new ArtifactInvalid('its obsm/spatial is not [observations, 2]');
  checkStorage(places, fileBytes);
  const decode = decoderOf(hdf5, places);
  const centres = new Float64Array(spots * 2);
  readRows(hdf5.module, places, (bytes, firstRow) => {
    const read = decode(bytes.buffer);
    for (let at = 0; at < read.length; at += 1) centres[firstRow * 2 + at] = Number(read[at]);
  });
  if (!centres.every(Number.isFinite)) throw new ArtifactInvalid('a place in its obsm/spatial is no number');
  return centres;
}

/** What scanpy keeps of Space Ranger's scale factors, where there is one library. */
function diameterOf({ root }: Hdf5File): number | null {
  const spatial = root.get('uns/spatial');
  if (!(spatial instanceof Group)) return null;
  const [library, ...others] = spatial.keys();
  if (library === undefined || others.length > 0) return null;
  const diameter = root.get(`uns/spatial/${library}/scalefactors/spot_diameter_fullres`);
  const value = diameter instanceof Dataset ? Number(diameter.value) : NaN;
  return value > 0 ? value : null;
}
