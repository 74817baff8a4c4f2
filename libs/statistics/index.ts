export { absent, isAbsent, type Absent, type AbsenceReason, type Interval } from './absent.js';
export { normalQuantile } from './normal-quantile.js';
export { erfc, normalCdf, twoSidedP } from './normal.js';
export { wilsonInterval, type ProportionInterval } from './wilson.js';
export { midranks } from './midranks.js';
export { quantileOfSorted } from './quantile.js';
export { rocAuc, rocCurve, type RocCurve } from './roc.js';
export { aucEstimate, deLong, deLongTest, type AucEstimate, type DeLong, type DeLongTest } from './delong.js';
export { averagePrecision, precisionRecallCurve, type PrecisionRecallCurve } from './precision-recall.js';
export { confusionCounts, confusionRates, type ConfusionCounts, type ConfusionRates } from './confusion.js';
export { brierScore, isProbabilities, reliability, type Reliability, type ReliabilityBin } from './brier-and-ece.js';
export { calibrationFit, type CalibrationFit, type Coefficient } from './calibration-fit.js';
export { decisionCurve, type DecisionCurve } from './decision-curve.js';
export { cohensKappa, mcNemar, type Kappa, type McNemar } from './agreement.js';
export {
  pearson,
  rootMeanSquaredError,
  spearman,
  weightedPearson,
  weightedSpearman,
  type Correlation,
} from './correlation.js';
export { blandAltman, type BlandAltman } from './bland-altman.js';
export { concordanceIndex, rankSurvival, weightedConcordance, type RankedSurvival } from './concordance.js';
export { benjaminiHochberg } from './benjamini-hochberg.js';
export { populationStability, type PopulationStability } from './population-stability.js';
export { gramMatrix, linearCka, neighbourOverlap, type Gram, type RepresentationSimilarity } from './representation.js';
export { seededRandom, type SeededRandom } from './seeded-random.js';
export { resamplingPlan, type ResamplingPlan } from './resampling.js';
export { bootstrap, type BootstrapInterval, type BootstrapOptions } from './bootstrap.js';
export {
  rankScores,
  weightedAveragePrecision,
  weightedMean,
  weightedNetBenefits,
  weightedRocAuc,
  type RankedScores,
} from './weighted-metrics.js';
export {
  percentileAgainstReference,
  validateDomainReference,
  type DomainDistance,
  type DomainReference,
} from './domain-reference.js';
export { meanVector } from './mean-vector.js';
export { clusterMeans } from './cluster-means.js';
export { kMeans, type KMeansSettings } from './k-means.js';
