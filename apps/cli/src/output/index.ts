export { measuredGeneTable } from './format-spatial.js';
export { predictionLines } from './format-prediction.js';
export { paintFor } from './paint.js';
export { printable } from './printable.js';
export { progressOn } from './progress.js';
export { figure, table } from './text.js';
