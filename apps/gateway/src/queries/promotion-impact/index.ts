export { PlannedImpactResolver, type PlannedMove, PromotionImpactResolver } from './promotion-impact.resolver.js';
export { AnsweredItems } from './answered-items.js';
export { PromotionImpacts } from './promotion-impacts.js';
