export { SlideAlignmentFieldResolver, SlideAlignmentResolver } from './slide-alignment.resolver.js';
export { HeadResolver } from './head.resolver.js';
