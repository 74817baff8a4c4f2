export { graphqlModule } from './apollo-options.js';
export { JsonText, writeAnswer } from './json-text.js';
export { readSchema } from './read-schema.js';
export { OperationNotes, type Caller, type RequestContext } from './request-context.js';
