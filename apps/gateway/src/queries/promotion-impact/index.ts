export { PlannedImpactResolver, type PlannedMove, PromotionImpactResolver } from './promotion-impact.resolver.js';
export { PromotionImpacts } from './promotion-impacts.js';
