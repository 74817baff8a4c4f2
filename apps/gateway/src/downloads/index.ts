export { AnswerFilesController } from './answer-files.controller.js';
export { AnswerMaps } from './answer-maps.js';
export { CardSchemasController } from './card-schemas.controller.js';
export { FeatureFilesController } from './feature-files.controller.js';
export { GeneListFilesController } from './gene-list-files.controller.js';
export { ModelFilesController } from './model-files.controller.js';
export { SlideImagesController } from './slide-images.controller.js';
