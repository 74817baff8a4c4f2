import { parentPort, workerData } from 'node:worker_threads';
import { ArtifactInvalid } from '#libs/errors';
import { MatrixProblems } from './matrix-file.types.js';
import { openRegularFile } from './open-file.js';
import { factsOf } from './sample-facts.js';
import { readSpatialH5ad } from './spatial-h5ad.js';
import { readSpotTables } from './spot-tables.js';
import {
  type SampleContent,
  SPATIAL_SAMPLE_LIMITS,
  type SpatialSampleFiles,
  type SpatialSampleOutcome,
} from './spatial-sample.types.js';
import { readVisium } from './visium.js';
import { readHdf5Features, readMarketFeatures, type VisiumMatrix } from './visium-features.js';

// Started by spatial-sample.ts with SpatialSampleFiles; answers once and ends.
const files: SpatialSampleFiles = workerData;

const open = (path: string) => openRegularFile(path, SPATIAL_SAMPLE_LIMITS.fileBytes);

async function featuresOf(matrix: Extract<SpatialSampleFiles, { format: 'VISIUM' }>['matrix']): Promise<VisiumMatrix> {
  if (typeof matrix === 'string') return readHdf5Features(open(matrix));
  return readMarketFeatures(open(matrix.barcodes), open(matrix.features), open(matrix.entries));
}

async function outcomeOf(): Promise<SpatialSampleOutcome> {
  try {
    const content = await contentOf();
    return { kind: 'read', sample: { ...content, ...factsOf(content) } };
  } catch (error) {
    // Whatever else a reader throws may repeat text of the file.
    if (error instanceof ArtifactInvalid) return { kind: 'refused', reason: error.reason };
    const reason =
      error instanceof MatrixProblems
        ? 'a name of its observations or variables is empty, or there twice: make them unique by what they are, as by Ensembl ids'
        : 'it cannot be read; it is damaged or unsafe';
    return { kind: 'refused', reason };
  }
}

async function contentOf(): Promise<SampleContent> {
  switch (files.format) {
    case 'SPOT_TABLES':
      return readSpotTables(open(files.counts), open(files.spots));
    case 'H5AD':
      return readSpatialH5ad(open(files.file));
    case 'VISIUM':
      return readVisium(
        await featuresOf(files.matrix),
        open(files.positions),
        files.scaleFactors === null ? null : open(files.scaleFactors),
      );
  }
}

parentPort?.postMessage(await outcomeOf());
