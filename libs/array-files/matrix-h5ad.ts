import { Dataset, Group } from 'h5wasm/node';
import { ArtifactInvalid } from '#libs/errors';
import { MatrixProblems, newMatrix, type MatrixFile } from './matrix-file.types.js';
import { attributesOf } from './hdf5-attributes.js';
import { checkStorage, readRows } from './hdf5-dataset.js';
import { openHdf5, type Hdf5File } from './hdf5-file.js';
import { isUnchanged, type OpenFile } from './open-file.js';

const PIECE_VALUES = 1_000_000;

/**
 * Reads `X` of an AnnData file (observations are samples, variables genes), dense or sparse, with the names that `obs` and `var` have as their index.
 * @throws ArtifactInvalid, MatrixProblems, MatrixTooLarge
 */
export async function readH5adMatrix(file: OpenFile): Promise<MatrixFile> {
  const hdf5 = await openHdf5(file);
  const samples = axisNames(hdf5, 'obs', file.stats.size);
  const genes = axisNames(hdf5, 'var', file.stats.size);
  const values = newMatrix(genes.length, samples.length);
  const x = hdf5.root.get('X');
  if (x instanceof Dataset) readDense(hdf5, x, file.stats.size, { genes, samples, values });
  else if (x instanceof Group) readSparse(hdf5, x, file.stats.size, { genes, samples, values });
  else throw new ArtifactInvalid('it has no matrix X');
  const strange = values.findIndex((value) => !Number.isFinite(value));
  if (strange !== -1) {
    const gene = Math.floor(strange / samples.length) + 1;
    throw new MatrixProblems([
      { line: (strange % samples.length) + 1, problem: `of X has no finite number for gene ${gene}` },
    ]);
  }
  if (!isUnchanged(file)) throw new ArtifactInvalid('it changed while it was read');
  return { format: 'H5AD', genes, samples, values };
}

/** The index of `obs` or `var`: the column that the attribute `_index` names. */
export function axisNames({ module, root }: Hdf5File, axis: 'obs' | 'var', fileBytes: number): readonly string[] {
  const group = root.get(axis);
  if (!(group instanceof Group))
    throw new ArtifactInvalid(`its ${axis} is no group, as files of anndata 0.7 and later have it`);
  const column = group.get(attributesOf(module, group).text('_index') ?? '_index');
  if (!(column instanceof Dataset)) throw new ArtifactInvalid(`its ${axis} has no index`);
  if (column.metadata.virtual_sources || (column.metadata.shape?.[0] ?? 0) > fileBytes) {
    throw new ArtifactInvalid(`the index of its ${axis} is not stored in it`);
  }
  const names: unknown = column.value;
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string')) {
    throw new ArtifactInvalid(`the index of its ${axis} is no list of names`);
  }
  const twice = names.findIndex((name, index) => name === '' || names.indexOf(name) !== index);
  if (new Set(names).size !== names.length || names.includes('')) {
    throw new MatrixProblems([
      { line: twice + 1, problem: `of the index of ${axis} has no name, or one that is there already` },
    ]);
  }
  return names;
}

type Target = Pick<MatrixFile, 'genes' | 'samples' | 'values'>;

function readDense(hdf5: Hdf5File, dataset: Dataset, fileBytes: number, { genes, samples, values }: Target): void {
  const [rows, columns] = dataset.metadata.shape ?? [];
  if (rows !== samples.length || columns !== genes.length || dataset.metadata.shape?.length !== 2) {
    throw new ArtifactInvalid('its X has another shape than its obs and var');
  }
  checkStorage(dataset, fileBytes);
  const decode = decoderOf(hdf5, dataset);
  readRows(hdf5.module, dataset, (bytes, firstRow) => {
    const read = decode(bytes.buffer);
    for (let at = 0; at < read.length; at += 1) {
      const sample = firstRow + Math.floor(at / columns);
      values[(at % columns) * samples.length + sample] = Number(read[at]);
    }
  });
}

/** Compressed rows (CSR) or columns (CSC), as anndata's `encoding-type` says. What is not stored is zero. */
function readSparse(hdf5: Hdf5File, group: Group, fileBytes: number, { genes, samples, values }: Target): void {
  const encoding = attributesOf(hdf5.module, group).text('encoding-type');
  if (encoding !== 'csr_matrix' && encoding !== 'csc_matrix') {
    throw new ArtifactInvalid('its X is neither dense nor a csr_matrix or csc_matrix');
  }
  const isByRow = encoding === 'csr_matrix';
  const [data, indices, starts] = ['data', 'indices', 'indptr'].map((name) => listOf(group, name, fileBytes));
  if (!data || !indices || !starts) throw new ArtifactInvalid('its sparse X is not whole');
  const major = isByRow ? samples.length : genes.length;
  const minor = isByRow ? genes.length : samples.length;
  const pointers = slice(starts, 0, major + 1);
  const count = data.metadata.shape?.[0] ?? 0;
  if (starts.metadata.shape?.[0] !== major + 1 || pointers[major] !== count || indices.metadata.shape?.[0] !== count) {
    throw new ArtifactInvalid('its sparse X has another shape than its obs and var');
  }
  let line = 0;
  for (let from = 0; from < count; from += PIECE_VALUES) {
    const to = Math.min(count, from + PIECE_VALUES);
    const numbers = slice(data, from, to);
    const places = slice(indices, from, to);
    for (let at = 0; at < numbers.length; at += 1) {
      while (line + 1 <= major && from + at >= (pointers[line + 1] ?? Infinity)) line += 1;
      const place = places[at] ?? -1;
      if (!(place >= 0 && place < minor) || line >= major)
        throw new ArtifactInvalid('its sparse X points outside of itself');
      const [gene, sample] = isByRow ? [place, line] : [line, place];
      values[gene * samples.length + sample] = numbers[at] ?? NaN;
    }
  }
}

/** One list of a compressed sparse matrix. */
export function listOf(group: Group, name: string, fileBytes: number): Dataset | undefined {
  const dataset = group.get(name);
  if (!(dataset instanceof Dataset) || dataset.metadata.shape?.length !== 1) return undefined;
  checkStorage(dataset, fileBytes);
  return dataset;
}

/** Numbers `from` to `to` of a list. */
export function slice(dataset: Dataset, from: number, to: number): Float64Array {
  const read: unknown = to > from ? dataset.slice([[from, to]]) : [];
  if (!ArrayBuffer.isView(read) && !Array.isArray(read)) throw new ArtifactInvalid('its sparse X has no numbers');
  return Float64Array.from(Array.isArray(read) ? read : numbersIn(read), Number);
}

function numbersIn(view: ArrayBufferView): Iterable<number | bigint> & ArrayLike<number | bigint> {
  if (
    view instanceof Float32Array ||
    view instanceof Float64Array ||
    view instanceof Int32Array ||
    view instanceof BigInt64Array ||
    view instanceof Uint32Array ||
    view instanceof BigUint64Array ||
    view instanceof Int16Array ||
    view instanceof Uint16Array ||
    view instanceof Int8Array ||
    view instanceof Uint8Array
  ) {
    return view;
  }
  throw new ArtifactInvalid('its X has numbers of a kind that is not read');
}

/** How a dataset's bytes become numbers. @throws ArtifactInvalid for a kind of numbers that is not read */
export function decoderOf({ module }: Hdf5File, dataset: Dataset): (bytes: ArrayBuffer) => ArrayLike<number | bigint> {
  const { type, size, signed } = dataset.metadata;
  const { H5T_FLOAT, H5T_INTEGER } = module.H5T_class_t;
  if (type === H5T_FLOAT.value && size === 4) return (bytes) => new Float32Array(bytes);
  if (type === H5T_FLOAT.value && size === 8) return (bytes) => new Float64Array(bytes);
  if (type === H5T_INTEGER.value && size === 4)
    return (bytes) => (signed ? new Int32Array(bytes) : new Uint32Array(bytes));
  if (type === H5T_INTEGER.value && size === 8)
    return (bytes) => (signed ? new BigInt64Array(bytes) : new BigUint64Array(bytes));
  throw new ArtifactInvalid('its X is neither float32, float64, int32 nor int64');
}
