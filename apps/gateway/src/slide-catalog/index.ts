export type { FoundSlides } from './find-slides.js';
export { Slide, type SlideLevel } from './slide.entity.js';
export { SlideCatalog, slideIdOf, type NewSlide } from './slide-catalog.service.js';
export { SlideCatalogModule } from './slide-catalog.module.js';
export { resolveSlidePath } from './resolve-slide-path.js';
