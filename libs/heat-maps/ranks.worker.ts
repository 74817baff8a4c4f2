import { parentPort, workerData } from 'node:worker_threads';
import { percentileRanks } from './ranks.js';

const ranks = Float32Array.from(percentileRanks(workerData as Float32Array));
parentPort?.postMessage(ranks, [ranks.buffer]);
