export { AskSlides, type ExpressionArguments } from './ask-slides.js';
export { ExpressionFieldResolver, SlideExpressionResolver } from './expression.resolver.js';
export { CohortStandings } from './cohort-standings.js';
export { PredictedStandings } from './predicted-standings.js';
export { SlideExpressions } from './slide-expressions.js';
export { expressionTasks, pathwayTasks } from './expression.task.js';
export { PredictedSets } from './predicted-sets.js';
export { type ProfileKind, profileOf } from './profile-output.js';
export { scaleOf } from './expression-scale.js';
export {
  type AskedExpression,
  askExpression,
  expressionMembers,
  meanOfMembers,
  meanOfRows,
  type SlideExpression,
} from './slide-expression.js';
export { ScoreSlides, type SlideScoring } from './score-slide.js';
export { PredictedPathways, SlidePathwayResolver, SlidePathwaySetsResolver } from './slide-pathway-scores.resolver.js';
export { byOf, refusalOf } from './gene-values.js';
