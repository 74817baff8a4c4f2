import { parentPort, workerData } from 'node:worker_threads';
import { type HeatMapInput, renderHeatMap } from './render-heat-map.js';

const image = renderHeatMap(workerData as HeatMapInput);
const rgba = Uint8Array.from(image.rgba);
parentPort?.postMessage({ ...image, rgba }, [rgba.buffer]);
