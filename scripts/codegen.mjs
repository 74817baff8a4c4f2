// Writes what is generated and committed: the SDL's types (graphql/generated), the gRPC service, and the JSON Schemas that other code owns.
// `--check` writes nothing and fails when a committed file is not what its source says.
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { buildSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { operationsSource } from './operations-codegen.mjs';
import { protoSource } from './proto-codegen.mjs';
import { root } from './source-aliases.mjs';

const check = process.argv.includes('--check');
const schemaDir = join(root, 'graphql/schema');
const sdl = readdirSync(schemaDir)
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .map((name) => readFileSync(join(schemaDir, name), 'utf8'))
  .join('\n');
const schema = lexicographicSortSchema(buildSchema(sdl));

const scalars = {
  ID: 'string',
  DateTime: 'string',
  Digest: 'string',
  ModelRef: 'string',
  NumericValues: 'string | readonly number[]',
  JSON: 'unknown',
};

const types = await codegen({
  filename: 'schema-types.ts',
  schema: parse(printSchema(schema)),
  documents: [],
  config: { enumsAsTypes: true, immutableTypes: true, useTypeImports: true, strictScalars: true, scalars },
  plugins: [{ typescript: {} }, { resolvers: {} }],
  pluginMap: { typescript, resolvers },
});

const operations = await operationsSource(schema, join(root, 'graphql/operations'), scalars);

const header = '// Generated from graphql/schema by `npm run codegen`. Do not edit.\n';
const generated = [
  ['graphql/generated/schema-types.ts', header + types],
  ['graphql/generated/operations.ts', header.replace('graphql/schema', 'graphql/operations') + operations],
  [
    'docs/schema.graphql',
    `# Generated from graphql/schema by \`npm run codegen\`: the whole API on one page. Do not edit.\n\n${printSchema(schema)}\n`,
  ],
  [
    'libs/inference-protocol/grpc/service-descriptor.ts',
    protoSource('libs/inference-protocol/grpc/open-inference.proto'),
  ],
];
// The model card's JSON Schema is owned by a zod schema and needs the build.
const cardModule = join(root, 'dist/model-registry/src/card/json-schema.js');
if (existsSync(cardModule)) {
  const { cardJsonSchemas } = await import(cardModule);
  for (const [name, value] of Object.entries(cardJsonSchemas())) {
    generated.push([`model-registry/card/${name}`, `${JSON.stringify(value, null, 2)}\n`]);
  }
}

const configModule = join(root, 'dist/apps/gateway/src/config/index.js');
if (existsSync(configModule)) {
  const { configFileJsonSchema } = await import(configModule);
  generated.push(['docs/config.schema.json', `${JSON.stringify(configFileJsonSchema(), null, 2)}\n`]);
}

let stale = 0;
for (const [name, text] of generated) {
  const file = join(root, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  stale += 1;
  if (check) console.error(`${name} is not what its source says: run \`npm run codegen\` and commit the result.`);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`wrote ${name}`);
  }
}
if (check && stale > 0) process.exit(1);
