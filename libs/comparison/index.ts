export { CALL, type Outcome, type ScoreColumn, type ScoreTable, type Stratification } from './score-table.js';
export {
  readScoreTable,
  type LeftOutRow,
  type MissingPart,
  type ReadTable,
  type StatedScore,
  type StatedTable,
} from './read-score-table.js';
export { type StatedOutcome } from './read-outcome.js';
export { MOST_ROWS, MOST_SIZE, type NamedColumn } from './score-file.js';
export { compareScores } from './compare-scores.js';
export { compareEmbeddings, type EmbeddingPairComparison, type EmbeddingTable } from './compare-embeddings.js';
export {
  compareProfiles,
  type ProfileComparisonTask,
  type ProfilePair,
  type ProfileSummary,
  type ProfileTable,
} from './compare-profiles.js';
export { type ProfileOrders, type ProfileStatistics, whyAbsent } from './profile-statistics.js';
export { compareEmbeddingsOffThread, compareOffThread, compareProfilesOffThread } from './compare-off-thread.js';
export { type ComparedScores, type ComparisonTask } from './comparison-task.js';
export type { Comparison, ComparisonOptions, ScoreEvaluation, StratumComparison } from './comparison.types.js';
export type { CallState, Flip, PairComparison } from './pair.types.js';
export type { Absence, Bounds, Estimate, StatisticName } from './statistic.types.js';
export { csvReport } from './report/csv-report.js';
export { htmlReport, type ReportHead } from './report/html-report.js';
export type { ThreadOptions } from './run-thread.js';
export { SpotComparison, type SpotsRun } from './spots/compare-spots.js';
export type { SpotsPage, SpotsTask } from './spots/compare-spots.types.js';
export { type MeasuredScale, SPOT_STATISTICS, spotStatistics } from './spots/spot-statistics.js';
export type { SpotCounts } from './spots/thin-counts.js';
