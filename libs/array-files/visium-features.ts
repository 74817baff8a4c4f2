import { Dataset, Group } from 'h5wasm/node';
import { ArtifactInvalid } from '#libs/errors';
import { openHdf5 } from './hdf5-file.js';
import { readMatrixMarket } from './matrix-market.js';
import { type OpenFile } from './open-file.js';
import { eachEntry } from './spatial-h5ad.js';
import { textOf } from './spot-tables.js';

/** Features and barcodes of a Visium sample, and what reads their numbers. */
export interface VisiumMatrix {
  readonly barcodes: readonly string[];
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly kinds: readonly string[];
  readonly eachEntry: (onEntry: (barcode: number, feature: number, value: number) => void) => void;
}

/** `filtered_feature_bc_matrix.h5`. @throws ArtifactInvalid */
export async function readHdf5Features(file: OpenFile): Promise<VisiumMatrix> {
  const { root } = await openHdf5(file);
  const bytes = file.stats.size;
  const group = root.get('matrix');
  if (!(group instanceof Group)) throw new ArtifactInvalid('it has no matrix, as files of Space Ranger have it');
  const barcodes = textsOf(root.get('matrix/barcodes'), bytes);
  const [ids, names, kinds] = ['id', 'name', 'feature_type'].map((name) =>
    textsOf(root.get(`matrix/features/${name}`), bytes),
  );
  if (!ids || !names || !kinds) throw new ArtifactInvalid('it lacks features, as files of Space Ranger have them');
  return {
    ...{ barcodes, ids, names, kinds },
    // Columns are barcodes: compressed by barcode.
    eachEntry: (onEntry) => eachEntry(group, bytes, [barcodes.length, names.length], onEntry),
  };
}

/** The three files of the folder `filtered_feature_bc_matrix`, gzipped or not. @throws ArtifactInvalid */
export function readMarketFeatures(barcodesFile: OpenFile, featuresFile: OpenFile, entries: OpenFile): VisiumMatrix {
  const barcodes = linesOf(barcodesFile).map(([barcode = '']) => barcode);
  const features = linesOf(featuresFile);
  if (features.some((columns) => columns.length < 2))
    throw new ArtifactInvalid('a row of its features has no name, as files of Space Ranger have one');
  return {
    barcodes,
    ids: features.map(([id = '']) => id),
    names: features.map(([, name = '']) => name),
    // Before Cell Ranger 3 there were genes alone, and no third column.
    kinds: features.map(([, , kind = 'Gene Expression']) => kind),
    eachEntry: (onEntry) => readMarketOf(entries, features.length, barcodes.length, onEntry),
  };
}

function readMarketOf(
  file: OpenFile,
  features: number,
  barcodes: number,
  onEntry: (barcode: number, feature: number, value: number) => void,
): void {
  readMatrixMarket(file, [features, barcodes], (feature, barcode, value) => onEntry(barcode, feature, value));
}

function linesOf(file: OpenFile): readonly (readonly string[])[] {
  const lines = textOf(file).trimEnd().split('\n');
  return lines.map((line) => line.replace(/\r$/, '').split('\t'));
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
