import { parentPort, workerData } from 'node:worker_threads';
import { compareProfiles, type ProfileComparisonTask } from './compare-profiles.js';

// Started by compare-off-thread.ts; answers once and ends.
const task: ProfileComparisonTask = workerData;

parentPort?.postMessage(compareProfiles(task));
