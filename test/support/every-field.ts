import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
} from 'graphql';
import { readSchema } from '#gateway/graphql';

const schema = buildSchema(readSchema().join('\n'));

/** Arguments that have no default, by `Type.field`. */
export type Arguments = Readonly<Record<string, string>>;

/** One selection for each field of a type, with everything below it: every field of the schema that can be reached from there. */
export function everyField(typeName: string, given: Arguments, maxDepth = 7): readonly string[] {
  return fieldsOf(schema.getType(typeName)).map((field) => selectionOf(typeName, field, given, maxDepth));
}

function selectionOf(typeName: string, field: GraphQLField<unknown, unknown>, given: Arguments, depth: number): string {
  const name = `${field.name}${given[`${typeName}.${field.name}`] ?? ''}`;
  const type = getNamedType(field.type);
  return isCompositeType(type) ? `${name} { ${below(type, given, depth - 1)} }` : name;
}

function below(type: GraphQLNamedType, given: Arguments, depth: number): string {
  const possible = isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
  const own = fieldsOf(type)
    .filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)))
    .map((field) => selectionOf(type.name, field, given, depth));
  const ofOthers = possible.map((other) => `... on ${other.name} { ${below(other, given, depth)} }`);
  return ['__typename', ...own, ...ofOthers].join(' ');
}

function fieldsOf(type: GraphQLNamedType | undefined): readonly GraphQLField<unknown, unknown>[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}
