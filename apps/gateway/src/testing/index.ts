export { demoVersion } from './demo-version.js';
