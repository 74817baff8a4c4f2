export { AddSlide } from './add-slide.js';
export { SlideCatalogResolver, SlideResolver } from './slide-catalog.resolver.js';
