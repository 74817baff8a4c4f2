export { ComparedSources } from './compared-sources.js';
export { CompareScoresResolver } from './compare-scores.resolver.js';
export { CompareVersionsResolver } from './compare-versions.resolver.js';
export { ComparisonRuns } from './comparison-runs.js';
export { ExpressionComparisons } from './expression-comparisons.js';
export { OtherComparisons } from './other-comparisons.js';
export { EmbeddingComparisons } from './embedding-comparisons.js';
export { VersionComparisons } from './version-comparisons.js';
