export { embeddingFileName, type EmbeddingHrefArguments } from './embedding-file-name.js';
export { embeddingParent } from './embedding-parent.js';
export { slideEmbeddingTask } from './slide-embedding.task.js';
export { SlideEmbeddingResolver } from './slide-embedding.resolver.js';
export { embeddingOf } from './slide-embedding.task.js';
