import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLNamedType,
} from 'graphql';
import { readSchema } from '#gateway/graphql';

const schema = buildSchema(readSchema().join('\n'));

/** Arguments that have no default, by `Type.field`. */
export type Arguments = Readonly<Record<string, string>>;

/** Fields that need what has tests of its own: jobs, cohorts, scores of others, models of expression. */
export const TESTED_ELSEWHERE: readonly string[] = [
  'Cohort.domain',
  'Cohort.predictions',
  'ExpressionMatrix.pathwayScores',
  'ExpressionMatrix.signature',
  'Query.cohort',
  'Query.compareScores',
  'Query.compareVersions',
  'Query.embeddingIndexes',
  'Query.evaluateAlignment',
  'Query.expressionMatrix',
  'Query.job',
  'Query.nearest',
  'Query.profileAlignment',
  'Query.promotionImpact',
  'Query.signature',
  'Query.spatialMap',
  'Slide.alignment',
  'Slide.expression',
  'Slide.markerEmbeddings',
  'Slide.pathwayScores',
  'Slide.signature',
  'Slide.spatialMap',
  'SlideExpression.geneSet',
  'SlideExpression.genes',
  'SpatialMap.geoJsonHref',
  'Slide.similar',
];

/** Selections of fields, and the fields that are in none of them. */
export interface Selections {
  readonly fields: readonly string[];
  /** `Type.field` where an argument is needed that is not given. */
  readonly left: readonly string[];
}

/** One selection for each field of a type, with everything below it: every field of the schema that can be reached from there. */
export function everyField(typeName: string, given: Arguments, maxDepth = 7): Selections {
  const left = new Set<string>();
  const fields = fieldsOf(schema.getType(typeName)).flatMap((field) =>
    selectionsOf(typeName, field, { given, left }, maxDepth),
  );
  return { fields, left: [...left].sort() };
}

interface Telling {
  readonly given: Arguments;
  readonly left: Set<string>;
}

/** None, or one. */
function selectionsOf(
  typeName: string,
  field: GraphQLField<unknown, unknown>,
  telling: Telling,
  depth: number,
): readonly string[] {
  const place = `${typeName}.${field.name}`;
  const text = telling.given[place];
  if (text === undefined && field.args.some(isRequiredArgument)) {
    telling.left.add(place);
    return [];
  }
  const name = `${field.name}${text ?? ''}`;
  const type = getNamedType(field.type);
  return [isCompositeType(type) ? `${name} { ${below(type, telling, depth - 1)} }` : name];
}

function below(type: GraphQLNamedType, given: Telling, depth: number): string {
  const possible = isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
  const own = fieldsOf(type)
    .filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)))
    .flatMap((field) => selectionsOf(type.name, field, given, depth));
  const ofOthers = possible.map((other) => `... on ${other.name} { ${below(other, given, depth)} }`);
  return ['__typename', ...own, ...ofOthers].join(' ');
}

function fieldsOf(type: GraphQLNamedType | undefined): readonly GraphQLField<unknown, unknown>[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}
