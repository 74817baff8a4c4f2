import {
  Kind,
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { OperationLimitExceeded } from '#libs/errors';

/** The limits on the shape of a document. */
export interface DocumentLimits {
  readonly depth: number;
  readonly aliases: number;
  readonly directivesPerLocation: number;
  readonly directivesPerOperation: number;
  readonly rootFields: number;
}

/** How large a part of a document is, with every fragment counted where it is spread. */
interface Size {
  /** Levels of selections. */
  readonly depth: number;
  /** Levels of lists and objects in arguments. */
  readonly valueDepth: number;
  /** Fields of the outermost level. */
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  /** The most directives at one place. */
  readonly directivesTogether: number;
}

const NOTHING: Size = { depth: 0, valueDepth: 0, fields: 0, aliases: 0, directives: 0, directivesTogether: 0 };

/**
 * Looks at every operation and every fragment, used or not. Each fragment is measured once, so that fragments which spread each
 * other many times cost nothing; a fragment that spreads itself is left to the standard rules.
 * The parser has capped the number of tokens, which bounds the recursion here.
 * @throws OperationLimitExceeded
 */
export function checkDocumentLimits(document: DocumentNode, limits: DocumentLimits): void {
  const measure = new DocumentMeasure(document);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      const variables = (definition.variableDefinitions ?? []).map((variable) =>
        add(measure.ofDirectives(variable), ofValue(variable.defaultValue)),
      );
      const size = [measure.ofDirectives(definition), ...variables].reduce(add, measure.ofSet(definition.selectionSet));
      refuseLarge(size, limits);
      if (size.fields > limits.rootFields) throw new OperationLimitExceeded('rootFields', limits.rootFields);
    }
    if (definition.kind === Kind.FRAGMENT_DEFINITION) refuseLarge(measure.ofFragment(definition), limits);
  }
}

function refuseLarge(size: Size, limits: DocumentLimits): void {
  if (Math.max(size.depth, size.valueDepth) > limits.depth) throw new OperationLimitExceeded('depth', limits.depth);
  if (size.aliases > limits.aliases) throw new OperationLimitExceeded('aliases', limits.aliases);
  if (size.directivesTogether > limits.directivesPerLocation) {
    throw new OperationLimitExceeded('directives', limits.directivesPerLocation);
  }
  if (size.directives > limits.directivesPerOperation) {
    throw new OperationLimitExceeded('directives', limits.directivesPerOperation);
  }
}

class DocumentMeasure {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly measured = new Map<FragmentDefinitionNode, Size>();

  constructor(document: DocumentNode) {
    const definitions = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(definitions.map((definition) => [definition.name.value, definition]));
  }

  ofFragment(fragment: FragmentDefinitionNode): Size {
    const known = this.measured.get(fragment);
    if (known) return known;
    this.measured.set(fragment, NOTHING); // what a cycle meets
    const whole = add(this.ofDirectives(fragment), this.ofSet(fragment.selectionSet));
    const size = fragment.typeCondition.name.value.startsWith('__') ? { ...whole, depth: 0 } : whole; // introspection, see below
    this.measured.set(fragment, size);
    return size;
  }

  ofSet(set: SelectionSetNode | undefined): Size {
    return (set?.selections ?? []).map((selection) => this.ofSelection(selection)).reduce(add, NOTHING);
  }

  ofDirectives(node: { readonly directives?: readonly DirectiveNode[] }): Size {
    const directives = node.directives ?? [];
    const valueDepth = depthOfArguments(directives);
    return { ...NOTHING, valueDepth, directives: directives.length, directivesTogether: directives.length };
  }

  private ofSelection(selection: SelectionNode): Size {
    const own = this.ofDirectives(selection);
    if (selection.kind === Kind.INLINE_FRAGMENT) return add(own, this.ofSet(selection.selectionSet));
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = this.fragments.get(selection.name.value);
      return fragment ? add(own, this.ofFragment(fragment)) : own;
    }
    const below = this.ofSet(selection.selectionSet);
    // Introspection has a depth rule of its own among the standard rules, and developers' tools ask deeply.
    const isIntrospection = selection.name.value === '__schema' || selection.name.value === '__type';
    return {
      depth: isIntrospection ? 1 : below.depth + 1,
      valueDepth: Math.max(own.valueDepth, below.valueDepth, depthOfArguments([selection])),
      fields: 1,
      aliases: below.aliases + (selection.alias ? 1 : 0),
      directives: own.directives + below.directives,
      directivesTogether: Math.max(own.directivesTogether, below.directivesTogether),
    };
  }
}

function add(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    valueDepth: Math.max(a.valueDepth, b.valueDepth),
    fields: a.fields + b.fields,
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    directivesTogether: Math.max(a.directivesTogether, b.directivesTogether),
  };
}

function depthOfArguments(nodes: readonly { readonly arguments?: readonly { readonly value: ValueNode }[] }[]): number {
  const values = nodes.flatMap((node) => node.arguments ?? []).map(({ value }) => valueDepth(value));
  return Math.max(0, ...values);
}

function ofValue(value: ValueNode | undefined): Size {
  return value ? { ...NOTHING, valueDepth: valueDepth(value) } : NOTHING;
}

function valueDepth(value: ASTNode): number {
  if (value.kind === Kind.LIST) return 1 + Math.max(0, ...value.values.map(valueDepth));
  if (value.kind === Kind.OBJECT) return 1 + Math.max(0, ...value.fields.map((field) => valueDepth(field.value)));
  return 0;
}
