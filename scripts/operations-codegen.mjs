// The operations' half of codegen: types of variables and answers, and each document as one string with its fragments.
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import {
  Kind,
  Lexer,
  Source,
  TokenKind,
  concatAST,
  parse,
  print,
  printSchema,
  stripIgnoredCharacters,
  validate,
  visit,
} from 'graphql';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// The API's limits (docs/configuration.md): a document of ours that breaks one would be refused by every gateway.
const limits = { tokens: 1000, depth: 10, aliases: 15 };

/** The text of graphql/generated/operations.ts. Throws with a sentence when a document does not fit the schema or the limits. */
export async function operationsSource(schema, directory, scalars) {
  const files = readdirSync(directory).filter((name) => name.endsWith('.graphql'));
  const documents = files.sort().map((name) => ({
    location: name,
    document: parse(new Source(readFileSync(join(directory, name), 'utf8'), name)),
  }));
  const all = concatAST(documents.map((file) => file.document));
  const problems = validate(schema, all);
  if (problems.length > 0) throw new Error(`graphql/operations does not fit the schema:\n${problems.join('\n')}`);

  const types = await codegen({
    filename: 'operations.ts',
    schema: parse(printSchema(schema)),
    documents,
    config: { immutableTypes: true, strictScalars: true, enumType: 'string-literal', maybeValue: 'T | null', scalars },
    plugins: [{ operations: {} }],
    pluginMap: { operations },
  });
  const strings = all.definitions.map((definition) => constantOf(definition, all)).join('\n');
  return `${types.trimEnd()}\n\n${operationType}\n${strings}`;
}

const operationType = `/** An operation as it is sent: its name, its text with all fragments, and (as types only) its variables and its data. */
export interface Operation<TData, TVariables> {
  readonly name: string;
  readonly text: string;
  /** Never set: carries the types. */
  readonly types?: (variables: TVariables) => TData;
}
`;

function constantOf(definition, all) {
  const name = definition.name.value;
  const text = withFragments(definition, all);
  const literal = `\`\n${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\n\``;
  if (definition.kind === Kind.FRAGMENT_DEFINITION) return `export const ${name}Text = ${literal};\n`;
  checkLimits(definition, all, text);
  const kind = definition.operation === 'mutation' ? 'Mutation' : 'Query';
  const type = `Operation<${name}${kind}, ${name}${kind}Variables>`;
  return `export const ${name}Document: ${type} = {\n  name: '${name}',\n  text: ${literal},\n};\n`;
}

/** The definition and every fragment that it reaches, each once. */
function withFragments(definition, all) {
  const reached = new Map();
  const collect = (node) =>
    visit(node, {
      FragmentSpread({ name }) {
        if (reached.has(name.value)) return;
        const fragment = fragmentNamed(name.value, all);
        reached.set(name.value, fragment);
        collect(fragment);
      },
    });
  collect(definition);
  return [definition, ...reached.values()].map(print).join('\n\n');
}

function fragmentNamed(name, all) {
  return all.definitions.find((d) => d.kind === Kind.FRAGMENT_DEFINITION && d.name.value === name);
}

function checkLimits(definition, all, text) {
  const found = { tokens: countTokens(text), depth: depthOf(definition, all), aliases: countAliases(parse(text)) };
  for (const [limit, most] of Object.entries(limits)) {
    if (found[limit] > most) {
      throw new Error(`The operation ${definition.name.value} has ${found[limit]} ${limit}; the API allows ${most}.`);
    }
  }
}

function countTokens(text) {
  const lexer = new Lexer(new Source(stripIgnoredCharacters(text)));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
}

function countAliases(document) {
  let count = 0;
  visit(document, { Field: (field) => void (count += field.alias ? 1 : 0) });
  return count;
}

function depthOf(node, all) {
  const children = (node.selectionSet?.selections ?? []).map((selection) =>
    selection.kind === Kind.FIELD
      ? 1 + depthOf(selection, all)
      : depthOf(selection.kind === Kind.FRAGMENT_SPREAD ? fragmentNamed(selection.name.value, all) : selection, all),
  );
  return Math.max(0, ...children);
}
