export { UploadsController } from './uploads.controller.js';
export { Uploads, type Upload } from './uploads.js';
