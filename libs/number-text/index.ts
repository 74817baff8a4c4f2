export { exactFloatsJson } from './float-text.js';
export { roundedFloatsJson } from './rounded-text.js';
export { exactDoublesJson } from './double-text.js';
