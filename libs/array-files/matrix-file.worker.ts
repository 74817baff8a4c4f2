import { parentPort, workerData } from 'node:worker_threads';
import { ArtifactInvalid } from '#libs/errors';
import { isHdf5 } from './hdf5-features.js';
import {
  MATRIX_FILE_LIMITS,
  MatrixProblems,
  MatrixTooLarge,
  type MatrixFile,
  type MatrixFileFormat,
  type MatrixFileOutcome,
  type MatrixFileTask,
} from './matrix-file.types.js';
import { readH5adMatrix } from './matrix-h5ad.js';
import { readParquetMatrix } from './matrix-parquet.js';
import { readTextMatrix, textFormatOf } from './matrix-text.js';
import { openRegularFile, type OpenFile } from './open-file.js';

// Started by matrix-file.ts with a MatrixFileTask; answers once and ends.
const task: MatrixFileTask = workerData;

answer(await outcomeOf(task));

async function outcomeOf({ path, format }: MatrixFileTask): Promise<MatrixFileOutcome> {
  try {
    const file = openRegularFile(path, MATRIX_FILE_LIMITS.fileBytes);
    return { kind: 'read', file: await read(file, format ?? formatOf(file)) };
  } catch (error) {
    if (error instanceof MatrixProblems) return { kind: 'problems', problems: error.problems, total: error.total };
    if (error instanceof MatrixTooLarge) {
      return { kind: 'tooLarge', what: error.what, found: error.found, limit: error.limit };
    }
    // Whatever else a reader throws may repeat text of the file.
    const reason = error instanceof ArtifactInvalid ? error.reason : 'it cannot be read; it is damaged or unsafe';
    return { kind: 'refused', reason };
  }
}

function read(file: OpenFile, format: MatrixFileFormat): MatrixFile | Promise<MatrixFile> {
  switch (format) {
    case 'GCT':
    case 'TSV':
    case 'CSV':
      return readTextMatrix(file, format, reporter(file.stats.size));
    case 'H5AD':
      return readH5adMatrix(file);
    case 'PARQUET':
      return readParquetMatrix(file, reporter(file.stats.size));
  }
}

function formatOf(file: OpenFile): MatrixFileFormat {
  if (isHdf5(file.start)) return 'H5AD';
  if (Buffer.from(file.start).toString('latin1').startsWith('PAR1')) return 'PARQUET';
  return textFormatOf(file.start, file);
}

function reporter(totalBytes: number): (doneBytes: number) => void {
  let at = 0;
  return (doneBytes) => {
    const now = Date.now();
    if (now - at < 200) return;
    at = now;
    answer({ kind: 'progress', doneBytes, totalBytes });
  };
}

function answer(outcome: MatrixFileOutcome): void {
  parentPort?.postMessage(outcome);
}
