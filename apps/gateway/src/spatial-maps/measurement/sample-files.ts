import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SpatialSampleFiles, SpatialSampleFormat } from '#libs/array-files';
import { BadUserInput } from '#libs/errors';
import { resolveAllowedPath } from '#gateway/allowed-paths';
import { resolveSlidePath } from '#gateway/slide-catalog';
import type { Uploads } from '#gateway/uploads';

const MATRIX = 'filtered_feature_bc_matrix';
const PARTS = [
  ['barcodes', ['barcodes.tsv.gz', 'barcodes.tsv']],
  // `genes.tsv` before Cell Ranger 3.
  ['features', ['features.tsv.gz', 'features.tsv', 'genes.tsv']],
  ['entries', ['matrix.mtx.gz', 'matrix.mtx']],
] as const;

/** Where a caller says that a sample's files are. */
export interface NamedFiles {
  readonly format: SpatialSampleFormat;
  readonly path: string | null;
  readonly upload: string | null;
  readonly spotsPath: string | null;
  readonly spotsUpload: string | null;
}

interface Places {
  readonly uploads: Uploads;
  readonly roots: readonly string[];
}

/** The files of a sample, each held against the allowed folders or the caller's uploads. @throws BadUserInput, NotFound */
export async function sampleFiles(tenant: string, input: NamedFiles, places: Places): Promise<SpatialSampleFiles> {
  const { format, path, upload, spotsPath, spotsUpload } = input;
  if (format === 'VISIUM' && upload === null) return folderOf(input, places);
  if (format === 'H5AD' && (spotsPath !== null || spotsUpload !== null))
    throw new BadUserInput(
      'input.spotsPath',
      'and `input.spotsUpload` must be left out: an AnnData file has its places itself',
    );
  const file = await fileOf(tenant, 'input.path', { path, upload }, places);
  if (format === 'H5AD') return { format, file };
  const spots = await fileOf(tenant, 'input.spotsPath', { path: spotsPath, upload: spotsUpload }, places);
  if (format === 'SPOT_TABLES') return { format, counts: file, spots };
  return { format, matrix: file, positions: spots, scaleFactors: null };
}

async function fileOf(
  tenant: string,
  argument: string,
  { path, upload }: Pick<NamedFiles, 'path' | 'upload'>,
  { uploads, roots }: Places,
): Promise<string> {
  if ((path === null) === (upload === null))
    throw new BadUserInput(argument, 'or the upload beside it must be given, and not both');
  return upload === null ? resolveSlidePath(path ?? '', roots, argument) : uploads.pathOf(tenant, upload);
}

async function folderOf({ path, spotsPath, spotsUpload }: NamedFiles, { roots }: Places): Promise<SpatialSampleFiles> {
  if (path === null)
    throw new BadUserInput('input.path', 'must name the folder, or `input.upload` the matrix that was uploaded');
  if (spotsPath !== null || spotsUpload !== null)
    throw new BadUserInput('input.spotsPath', 'and `input.spotsUpload` must be left out: the folder has the places');
  const folder = await resolveAllowedPath(path, {
    roots,
    isWanted: (found) => found.isDirectory(),
    argument: 'input.path',
    rule: "must name a folder under one of the gateway's slide folders (TESSERA_SLIDE_ROOTS), absolute or relative to one of them",
  });
  // A link in the folder may lead anywhere: each file is held against the roots like any other.
  const own = (file: string): Promise<string> => resolveSlidePath(file, roots, 'input.path');
  const names = await readdir(folder);
  const spatial = names.includes('spatial') ? join(folder, 'spatial') : folder;
  const beside = await namesIn(spatial);
  const positions = ['tissue_positions.csv', 'tissue_positions_list.csv'].find((name) => beside.includes(name));
  const matrix = names.includes(`${MATRIX}.h5`) ? join(folder, `${MATRIX}.h5`) : await partsOf(join(folder, MATRIX));
  if (!positions || !matrix || !beside.includes('scalefactors_json.json'))
    throw new BadUserInput(
      'input.path',
      'must name a folder with filtered_feature_bc_matrix (.h5, or a folder with barcodes, features and matrix.mtx), and tissue_positions.csv (or tissue_positions_list.csv) and scalefactors_json.json beside it or in `spatial`',
    );
  return {
    format: 'VISIUM',
    matrix:
      typeof matrix === 'string'
        ? await own(matrix)
        : {
            barcodes: await own(matrix.barcodes),
            features: await own(matrix.features),
            entries: await own(matrix.entries),
          },
    positions: await own(join(spatial, positions)),
    scaleFactors: await own(join(spatial, 'scalefactors_json.json')),
  };
}

/** The three files of a matrix as a folder; null where one is not there. */
async function partsOf(folder: string) {
  const names = await namesIn(folder);
  const found = PARTS.map(([part, wanted]) => [part, wanted.find((name) => names.includes(name))] as const);
  const [barcodes, features, entries] = found.map(([, name]) => name && join(folder, name));
  return barcodes && features && entries ? { barcodes, features, entries } : null;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
