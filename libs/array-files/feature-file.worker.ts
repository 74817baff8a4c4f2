import { parentPort, workerData } from 'node:worker_threads';
import { ArtifactInvalid } from '#libs/errors';
import type { FeatureFile, FeatureFileOutcome, FeatureFileTask } from './feature-file.types.js';
import { isHdf5, readHdf5Features } from './hdf5-features.js';
import { isNpy } from './npy.js';
import { readNpyFeatures } from './npy-features.js';
import { openRegularFile } from './open-file.js';

// Started by feature-file.ts with a FeatureFileTask; answers once and ends.
const task: FeatureFileTask = workerData;

answer(await read(task));

async function read({ path, coordsPath, limits }: FeatureFileTask): Promise<FeatureFileOutcome> {
  try {
    const file = openRegularFile(path, limits.maxFileBytes);
    if (isNpy(file.start)) return { kind: 'read', file: readNpyFeatures(file, coordsPath, limits) };
    if (!isHdf5(file.start)) throw new ArtifactInvalid('it is neither an HDF5 nor a .npy file');
    if (coordsPath !== null)
      throw new ArtifactInvalid('a second file of coordinates goes only with a .npy file of features');
    return { kind: 'read', file: await readHdf5Features(file, limits) };
  } catch (error) {
    // Whatever else the HDF5 library throws may repeat text of the file.
    const reason =
      error instanceof ArtifactInvalid ? error.reason : 'the HDF5 library cannot read it; it is damaged or unsafe';
    return { kind: 'refused', reason };
  }
}

function answer(outcome: FeatureFileOutcome): void {
  parentPort?.postMessage(outcome, outcome.kind === 'read' ? buffersOf(outcome.file) : []);
}

function buffersOf({ features, coords }: FeatureFile): ArrayBuffer[] {
  const buffers = [features.buffer, ...(coords ? [coords.buffer] : [])];
  return buffers.filter((buffer) => buffer instanceof ArrayBuffer);
}
