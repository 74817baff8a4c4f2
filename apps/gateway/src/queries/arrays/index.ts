export { WrittenValues } from './written-values.js';
