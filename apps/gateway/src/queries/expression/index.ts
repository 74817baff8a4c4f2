export { ExpressionFieldResolver, SlideExpressionResolver } from './expression.resolver.js';
export { type AskedExpression, askExpression, type SlideExpression } from './slide-expression.js';
export { ScoreSlides } from './score-slide.js';
export { SlidePathwayResolver, SlidePathwaySetsResolver } from './slide-pathway-scores.resolver.js';
export { byOf, refusalOf } from './gene-values.js';
