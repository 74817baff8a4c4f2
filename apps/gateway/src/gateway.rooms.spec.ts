import 'reflect-metadata';
import {
  getNamedType,
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { ViewerResolver } from './access/index.js';
import { RESOLVERS } from './gateway.surface.js';
import { readSchema } from './graphql/index.js';

const sdl = readSchema().join('\n');
const schema = buildSchema(sdl);
const ownTypes = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);

function argumentsOf(field: GraphQLField<unknown, unknown> | GraphQLInputField): readonly GraphQLArgument[] {
  return 'args' in field ? field.args : [];
}

/** Everything of a type that a reader of the schema sees, as `Type.field(argument)`, with its description. */
function describedParts(type: GraphQLNamedType): readonly (readonly [string, string | null | undefined])[] {
  const own = [[type.name, type.description]] as const;
  if (isEnumType(type))
    return [...own, ...type.getValues().map((v) => [`${type.name}.${v.name}`, v.description] as const)];
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return own;
  const fields = Object.values(type.getFields()).flatMap((field) => [
    [`${type.name}.${field.name}`, field.description] as const,
    ...argumentsOf(field).map(
      (argument) => [`${type.name}.${field.name}(${argument.name})`, argument.description] as const,
    ),
  ]);
  return [...own, ...fields];
}

describe('the SDL as a manual', () => {
  const parts = ownTypes.flatMap(describedParts);
  const directives = schema.getDirectives().filter(({ name }) => ['cost', 'listSize'].includes(name));
  const ofDirectives = directives.flatMap((directive) => [
    [`@${directive.name}`, directive.description] as const,
    ...directive.args.map((argument) => [`@${directive.name}(${argument.name})`, argument.description] as const),
  ]);

  it('describes every type, field, argument, input field, enum value and directive of its own', () => {
    const all = [...parts, ...ofDirectives];
    expect(all.length).toBeGreaterThan(300);
    expect(
      all.filter(([, description]) => !/^[A-Z`].*[.:)?!]$/s.test(description?.trim() ?? '')).map(([name]) => name),
    ).toEqual([]);
  });

  it('leaves no type unused', () => {
    const isUsed = ({ name }: GraphQLNamedType): boolean =>
      ['Query', 'Mutation'].includes(name) || new RegExp(`(?:[:\\[] ?|implements )${name}\\b`).test(sdl);
    const implementing = ownTypes.filter((type) => isObjectType(type) && type.getInterfaces().length > 0);
    expect(ownTypes.filter((type) => !implementing.includes(type) && !isUsed(type)).map(({ name }) => name)).toEqual(
      [],
    );
  });
});

// Nest writes these on a resolver's methods; there is no public way to list them without starting a server.
const TYPE = 'graphql:resolver_type';
const NAME = 'graphql:resolver_name';

/** `Type.field` of every resolver that the gateway registers. */
function registeredResolvers(): readonly string[] {
  const classes = [ViewerResolver, ...RESOLVERS].filter((provider) => typeof provider === 'function');
  return classes.flatMap((resolver) => fieldsOf(resolver));
}

function fieldsOf(resolver: { readonly prototype: object }): readonly string[] {
  const { prototype } = resolver;
  const ofClass: unknown = Reflect.getMetadata(NAME, resolver);
  return Object.getOwnPropertyNames(prototype).flatMap((method) => {
    const handler: unknown = Object.getOwnPropertyDescriptor(prototype, method)?.value;
    if (method === 'constructor' || typeof handler !== 'function') return [];
    const type: unknown = Reflect.getMetadata(TYPE, handler);
    const field: unknown = Reflect.getMetadata(NAME, handler) ?? method;
    const isResolver = type !== undefined || Reflect.hasMetadata('graphql:resolve_property', handler);
    return isResolver ? [`${String(type ?? ofClass)}.${String(field)}`] : [];
  });
}

describe('the resolvers that are registered', () => {
  const registered = registeredResolvers();

  it('are found at all', () => {
    expect(registered).toContain('Query.slide');
    expect(registered).toContain('Slide.prediction');
    expect(registered.length).toBe(new Set(registered).size);
  });

  it('answer every field of Query and Mutation', () => {
    const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`),
    );
    expect(roots.filter((root) => !registered.includes(root))).toEqual([]);
  });

  it('answer no field that the schema does not have', () => {
    const known = (place: string): boolean => {
      const [typeName = '', field = ''] = place.split('.');
      const type = schema.getType(typeName);
      if (isInterfaceType(type)) return field === '__resolveType';
      return isObjectType(type) && field in type.getFields();
    };
    expect(registered.filter((place) => !known(place))).toEqual([]);
  });

  it('resolve the type of every interface that a field gives', () => {
    const given = ownTypes.flatMap((type) =>
      isObjectType(type) || isInterfaceType(type)
        ? Object.values(type.getFields()).map((field) => getNamedType(field.type))
        : [],
    );
    const interfaces = [...new Set(given.filter(isInterfaceType))].map(({ name }) => `${name}.__resolveType`);
    expect(interfaces.filter((place) => !registered.includes(place))).toEqual([]);
  });
});
