// The gRPC service as the JSON that the protobuf library reads: no file to find and no parser to run when a process starts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './source-aliases.mjs';

const require = createRequire(import.meta.url);
// The very parser that @grpc/proto-loader was installed with, so that the two cannot differ.
const protobuf = createRequire(require.resolve('@grpc/proto-loader'))('protobufjs');

/** The source of service-descriptor.ts for a .proto file of the project. */
export function protoSource(path) {
  const { root: parsed } = protobuf.parse(readFileSync(join(root, path), 'utf8'), { keepCase: true });
  return [
    `// Generated from ${path} by \`npm run codegen\`. Do not edit.`,
    "/** The gRPC service in protobuf.js's JSON. */",
    `export const SERVICE_DESCRIPTOR =\n  '${JSON.stringify(parsed.toJSON())}';\n`,
  ].join('\n');
}
