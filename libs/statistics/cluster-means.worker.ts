import { parentPort, workerData } from 'node:worker_threads';
import type { ClusterMeansTask } from './cluster-means.js';
import { kMeans } from './k-means.js';

// Started by cluster-means.ts; answers once and ends.
const { rows, dim, settings }: ClusterMeansTask = workerData;

parentPort?.postMessage(kMeans(rows, dim, settings));
