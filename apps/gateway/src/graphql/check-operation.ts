import {
  NoSchemaIntrospectionCustomRule,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import type { GatewayLimits } from '#gateway/config';
import { checkDocumentLimits } from './measure-document.js';

/** A document that the standard rules refuse, with the first few reasons. */
export class DocumentRefused extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super('the document was refused');
  }
}

const valid = new WeakMap<GraphQLSchema, WeakSet<DocumentNode>>();

/**
 * The limits first, in one cheap pass, and only then the standard rules, whose work grows faster than the document.
 * A document that passed is remembered as long as the document cache holds it.
 * @throws OperationLimitExceeded, DocumentRefused
 */
export function checkDocument(schema: GraphQLSchema, document: DocumentNode, limits: GatewayLimits): void {
  const passed = valid.get(schema) ?? new WeakSet<DocumentNode>();
  if (passed.has(document)) return;
  checkDocumentLimits(document, limits);
  const errors = validate(schema, document, specifiedRules, { maxErrors: limits.listedErrors });
  if (errors.length > 0) throw new DocumentRefused(errors.slice(0, limits.listedErrors));
  valid.set(schema, passed.add(document));
}

/** @throws DocumentRefused when the document asks for the schema itself */
export function refuseIntrospection(schema: GraphQLSchema, document: DocumentNode): void {
  const errors = validate(schema, document, [NoSchemaIntrospectionCustomRule], { maxErrors: 1 });
  if (errors.length > 0) throw new DocumentRefused(errors.slice(0, 1));
}
