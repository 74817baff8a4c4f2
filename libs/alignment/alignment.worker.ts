import { parentPort, workerData } from 'node:worker_threads';
import { type AlignmentOutcome, type AlignmentTask } from './alignment-task.js';
import { evaluateAlignment } from './evaluate-alignment.js';
import { retrieve } from './retrieve.js';

// Started by thread.ts with an AlignmentTask; answers once and ends.
const task: AlignmentTask = workerData;

parentPort?.postMessage(run());

function run(): AlignmentOutcome {
  if (task.kind === 'EVALUATE') return { kind: 'EVALUATED', evaluation: evaluateAlignment(task) };
  return { kind: 'RETRIEVED', found: retrieve(task.query, task.gallery, task.scoring, task.k) };
}
