export { type CallBy, type StatedPlace, type StoredPrediction, StoredPredictions } from './stored-predictions.js';
export { CohortPredictions, type ItemPrediction } from './cohort-predictions.js';
export { CohortDomainResolver } from './cohort-domain.resolver.js';
export { CohortPredictionsResolver } from './cohort-predictions.resolver.js';
export { askedOf, cohortTaskOf, isOfExpression } from './cohort-tasks.js';
export { CohortImportsResolver, PredictionImportResolver } from './prediction-import.resolver.js';
export { predictionHeader, predictionLines } from './prediction-table.js';
export { PredictCohortResolver } from './predict-cohort.resolver.js';
export { CohortMemberResolver, CohortResolver } from './cohort.resolver.js';
