export { hasUnitRows, meanDirection, unitRows, type UnitRows } from './unit-rows.js';
export { cosinesOf, headProbabilities, headScoring, type HeadScoring, type StatedHead } from './head-scoring.js';
export { retrieve, type Retrieved } from './retrieve.js';
export { chanceRecall, cosineTable, medianRank, partnerRanks, recallAt, type Direction } from './partner-ranks.js';
export { seededGalleries } from './seeded-galleries.js';
export {
  type AlignmentEvaluation,
  type DirectionEvaluation,
  evaluateAlignment,
  type EvaluationTask,
  MOST_EVALUATED_PAIRS,
  type SiteEvaluation,
} from './evaluate-alignment.js';
export { type Estimate, type RecallEstimate, type RetrievalSummary } from './retrieval-summary.js';
export { evaluateOffThread, retrieveOffThread } from './off-thread.js';
export { type ThreadOptions } from './thread.js';
export { applyRecipe, profileRecipe, type ProfileRecipe, type ProfileStep, type StatedStep } from './profile-recipe.js';
export { geneSentence, sentenceRules, type SentenceRules } from './gene-sentence.js';
export {
  backgroundSets,
  contrastOf,
  geneMoments,
  prototypeProfile,
  type Contrast,
  type GeneMoments,
} from './prototypes.js';
export { referenceWeights, weightedRow, type ReferenceWeights, type WeightRule } from './reference-weights.js';
