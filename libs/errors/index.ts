export { DomainError, isDomainError, type ErrorFacts } from './domain-error.js';
export * from './codes.js';
export * from './request-errors.js';
export * from './model-errors.js';
export * from './slide-errors.js';
export * from './registry-errors.js';
export * from './gene-list-errors.js';
export * from './store-errors.js';
export * from './table-errors.js';
