export { embeddingFileName, type EmbeddingHrefArguments } from './embedding-file-name.js';
export { embeddingParent } from './embedding-parent.js';
export { MarkerEmbeddingsResolver } from './marker-embeddings.resolver.js';
export { markerEmbeddingTask } from './marker-embedding.task.js';
export { slideEmbeddingTask } from './slide-embedding.task.js';
export { SlideEmbeddingResolver } from './slide-embedding.resolver.js';
export { embeddingOf } from './slide-embedding.task.js';
