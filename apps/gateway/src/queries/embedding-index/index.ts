export { EmbeddingIndexResolver } from './embedding-index.resolver.js';
