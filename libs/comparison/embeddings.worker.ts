import { parentPort, workerData } from 'node:worker_threads';
import { compareEmbeddings, type EmbeddingTable } from './compare-embeddings.js';

// Started by compare-off-thread.ts; answers once and ends.
const { tables, neighbours }: { readonly tables: readonly EmbeddingTable[]; readonly neighbours: number } = workerData;

parentPort?.postMessage(compareEmbeddings(tables, neighbours));
