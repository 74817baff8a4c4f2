export { rankExactly, lengthOf, type Neighbour, type Similarity, type VectorRows } from './rank-exactly.js';
export type { SearchQuestion } from './messages.js';
export { type SearchOptions, VectorSearch } from './vector-search.js';
