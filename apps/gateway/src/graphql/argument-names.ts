import { BREAK, Kind, visit, type ASTNode, type DocumentNode, type VariableDefinitionNode } from 'graphql';

/**
 * The argument in which a value stands, or the arguments to which a variable is passed. Names that a value was checked against are the
 * schema's own: a name that a caller made up has no type that a value could miss.
 */
export function argumentNames(document: DocumentNode, node: ASTNode): readonly string[] {
  return node.kind === Kind.VARIABLE_DEFINITION ? argumentsOf(document, node) : argumentAround(document, node);
}

function argumentsOf(document: DocumentNode, definition: VariableDefinitionNode): readonly string[] {
  const names = new Set<string>();
  let current = '';
  visit(document, {
    Argument: (argument) => void (current = argument.name.value),
    VariableDefinition: () => false,
    Variable: (variable) => void (variable.name.value === definition.variable.name.value && names.add(current)),
  });
  return [...names];
}

function argumentAround(document: DocumentNode, node: ASTNode): readonly string[] {
  const start = node.loc?.start;
  let name: string | undefined;
  visit(document, {
    Argument: (argument) => {
      if (start === undefined || !argument.loc || start < argument.loc.start || start >= argument.loc.end)
        return undefined;
      name = argument.name.value;
      return BREAK;
    },
  });
  return name === undefined ? [] : [name];
}
