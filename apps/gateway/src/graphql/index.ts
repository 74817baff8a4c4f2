export { graphqlModule } from './apollo-options.js';
export { OperationNotes, type Caller, type RequestContext } from './request-context.js';
