import {
  getDirectiveValues,
  getNamedType,
  getVariableValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  valueFromAST,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** What `@cost` and `@listSize` say of a field. */
interface FieldCost {
  readonly weight: number;
  readonly assumedSize: number;
  readonly slicingArguments: readonly string[];
}

/**
 * Estimates what an operation costs before it runs: the sum over its fields of `@cost(weight)` times the sizes of the lists around
 * them (`@listSize`), with the real variables. Fields that `@skip` or `@include` leave out cost nothing. Fragments on several types
 * count together, so that the estimate is never too low for what the document can select.
 * Variables that do not fit cost nothing: execution refuses them.
 */
export function operationCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  inputs: Readonly<Record<string, unknown>>,
): number {
  const root = schema.getRootType(operation.operation);
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], inputs, { maxErrors: 1 });
  if (!root || !coerced) return 0;
  return new CostEstimate(schema, document, coerced).ofSet(operation.selectionSet, root);
}

class CostEstimate {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new Map<FragmentDefinitionNode, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {
    const definitions = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(definitions.map((definition) => [definition.name.value, definition]));
  }

  ofSet(set: SelectionSetNode | undefined, type: GraphQLNamedType): number {
    return (set?.selections ?? []).reduce((sum, selection) => sum + this.ofSelection(selection, type), 0);
  }

  private ofSelection(selection: SelectionNode, type: GraphQLNamedType): number {
    if (!this.isIncluded(selection)) return 0;
    switch (selection.kind) {
      case Kind.FIELD:
        return this.ofField(selection, type);
      case Kind.INLINE_FRAGMENT:
        return this.ofSet(selection.selectionSet, this.typeNamed(selection.typeCondition?.name.value) ?? type);
      case Kind.FRAGMENT_SPREAD:
        return this.ofFragment(this.fragments.get(selection.name.value));
    }
  }

  // A fragment costs the same wherever it is spread: sizes around it multiply outside.
  private ofFragment(fragment: FragmentDefinitionNode | undefined): number {
    if (!fragment) return 0;
    const known = this.known.get(fragment);
    if (known !== undefined) return known;
    this.known.set(fragment, 0);
    const type = this.typeNamed(fragment.typeCondition.name.value);
    const cost = type ? this.ofSet(fragment.selectionSet, type) : 0;
    this.known.set(fragment, cost);
    return cost;
  }

  private ofField(node: FieldNode, parent: GraphQLNamedType): number {
    if (!isObjectType(parent) && !isInterfaceType(parent)) return 0;
    const field = parent.getFields()[node.name.value];
    if (!field) return 0;
    const { weight, assumedSize, slicingArguments } = fieldCost(field);
    const sizes = slicingArguments.flatMap((name) => this.sliceSize(node, field, name));
    const size = sizes.length > 0 ? Math.max(...sizes) : assumedSize;
    return weight + size * this.ofSet(node.selectionSet, getNamedType(field.type));
  }

  private sliceSize(node: FieldNode, field: GraphQLField<unknown, unknown>, name: string): readonly number[] {
    const argument = field.args.find((candidate) => candidate.name === name);
    if (!argument) return [];
    const given = node.arguments?.find((candidate) => candidate.name.value === name);
    const value: unknown = (given && valueFromAST(given.value, argument.type, this.variables)) ?? argument.defaultValue;
    if (typeof value === 'number') return [Math.max(0, value)];
    return Array.isArray(value) ? [value.length] : [];
  }

  private isIncluded(selection: SelectionNode): boolean {
    const skip = getDirectiveValues(GraphQLSkipDirective, selection, this.variables);
    const include = getDirectiveValues(GraphQLIncludeDirective, selection, this.variables);
    return skip?.['if'] !== true && include?.['if'] !== false;
  }

  private typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    const type = name === undefined ? undefined : this.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}

const costs = new WeakMap<GraphQLField<unknown, unknown>, FieldCost>();

function fieldCost(field: GraphQLField<unknown, unknown>): FieldCost {
  const known = costs.get(field);
  if (known) return known;
  const directives = field.astNode?.directives ?? [];
  const sized = directives.find((directive) => directive.name.value === 'listSize');
  const cost: FieldCost = {
    weight:
      numbers(
        directives.find((directive) => directive.name.value === 'cost'),
        'weight',
      )[0] ?? 0,
    assumedSize: numbers(sized, 'assumedSize')[0] ?? 1,
    slicingArguments: texts(argumentOf(sized, 'slicingArguments')),
  };
  costs.set(field, cost);
  return cost;
}

function argumentOf(directive: DirectiveNode | undefined, name: string): ValueNode | undefined {
  return directive?.arguments?.find((argument) => argument.name.value === name)?.value;
}

function numbers(directive: DirectiveNode | undefined, name: string): readonly number[] {
  const value = argumentOf(directive, name);
  return value?.kind === Kind.INT ? [Number(value.value)] : [];
}

function texts(value: ValueNode | undefined): readonly string[] {
  if (value?.kind === Kind.STRING) return [value.value];
  return value?.kind === Kind.LIST ? value.values.flatMap(texts) : [];
}
