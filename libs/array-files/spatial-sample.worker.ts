import { parentPort, workerData } from 'node:worker_threads';
import { ArtifactInvalid } from '#libs/errors';
import { openRegularFile } from './open-file.js';
import { readSpatialH5ad } from './spatial-h5ad.js';
import { readSpotTables } from './spot-tables.js';
import { SPATIAL_SAMPLE_LIMITS, type SpatialSampleFiles, type SpatialSampleOutcome } from './spatial-sample.types.js';
import { readVisium } from './visium.js';

// Started by spatial-sample.ts with SpatialSampleFiles; answers once and ends.
const files: SpatialSampleFiles = workerData;

parentPort?.postMessage(await outcomeOf());

async function outcomeOf(): Promise<SpatialSampleOutcome> {
  const open = (path: string) => openRegularFile(path, SPATIAL_SAMPLE_LIMITS.fileBytes);
  try {
    switch (files.format) {
      case 'SPOT_TABLES':
        return { kind: 'read', sample: readSpotTables(open(files.counts), open(files.spots)) };
      case 'H5AD':
        return { kind: 'read', sample: await readSpatialH5ad(open(files.file)) };
      case 'VISIUM':
        return {
          kind: 'read',
          sample: await readVisium(open(files.matrix), open(files.positions), open(files.scaleFactors)),
        };
    }
  } catch (error) {
    // Whatever else a reader throws may repeat text of the file.
    const reason = error instanceof ArtifactInvalid ? error.reason : 'it cannot be read; it is damaged or unsafe';
    return { kind: 'refused', reason };
  }
}
