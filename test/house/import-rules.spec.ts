import { describe, expect, it } from 'vitest';
import { complaints } from './complaints.js';
import { foldersIn } from './tree.js';

const GATEWAY = 'apps/gateway/src';
const ROADS = 'The two roads meet in the feature store only.';
const VENDOR = 'This package has one room';

// [file, what it would import, part of the complaint]
const FORBIDDEN: readonly (readonly [string, string, string])[] = [
  ['libs/errors/planted.ts', 'zod', 'libs/errors imports nothing'],
  ['libs/slides/planted.ts', '#libs/calibration', 'A lib imports only #libs/errors'],
  ['libs/statistics/deep/planted.ts', '#libs/array-files', 'A lib imports only #libs/errors'],
  ['libs/calibration/planted.ts', '@nestjs/common', 'Nest belongs to apps/gateway'],
  ['libs/database/planted.ts', '#gateway/jobs', 'A lib imports only #libs/errors'],
  ['libs/comparison/planted.ts', '#libs/calibration', 'Only errors, statistics and tables'],
  ['libs/alignment/planted.ts', '#libs/array-files', 'Only errors and statistics'],
  ['libs/inference-protocol/planted.ts', '#libs/array-files', 'Only errors and number-text'],
  ['libs/inference-client/planted.ts', '#libs/array-files', 'Only errors and inference-protocol'],
  ['libs/client/planted.ts', '#libs/errors', 'libs/client imports only graphql/generated'],
  ['model-registry/src/planted.ts', '#gateway/routing', 'The registry imports only libs'],
  ['model-registry/src/planted.ts', '@nestjs/common', 'Nest belongs to apps/gateway'],
  ['migrations/planted.ts', '#gateway/jobs', 'A migration imports only typeorm'],
  ['apps/model-server/src/planted.ts', '#model-registry', 'Only errors and inference-protocol'],
  ['apps/model-server/src/sessions/planted.ts', '#libs/array-files', 'Only errors and inference-protocol'],
  ['apps/cli/src/planted.ts', '#gateway', 'The CLI is a client'],
  ['apps/cli/src/commands/planted.ts', '#libs/errors', 'The CLI is a client'],
  [`${GATEWAY}/config/planted.ts`, '#gateway/logging', 'Settings are read before there is a room'],
  [`${GATEWAY}/queries/job/planted.ts`, '#gateway/downloads', 'A query knows no files'],
  [`${GATEWAY}/pipeline/planted.ts`, '#gateway/queries', 'decode is passed in'],
  [`${GATEWAY}/pipeline/planted.ts`, '#gateway/queries/embedding', 'decode is passed in'],
  [`${GATEWAY}/pipeline/planted.ts`, '#gateway/ingest', ROADS],
  [`${GATEWAY}/ingest/planted.ts`, '#gateway/pipeline', ROADS],
  [`${GATEWAY}/routing/planted.ts`, '#gateway/pipeline', 'This room is below the roads'],
  [`${GATEWAY}/jobs/planted.ts`, '#gateway/ingest', 'This room is below the roads'],
  [`${GATEWAY}/gene-catalog/planted.ts`, '#gateway/pipeline', 'This room is below the roads'],
  [`${GATEWAY}/planted.ts`, '#libs/client', 'The gateway is not its own client'],
  [`${GATEWAY}/planted.ts`, '#test/json', 'For specs, benchmarks and scripts only'],
  [`${GATEWAY}/http/planted.ts`, '#gateway/testing', 'For specs, benchmarks and scripts only'],
  [`${GATEWAY}/pipeline/planted.ts`, '#cli', 'For specs, benchmarks and scripts only'],
  ['libs/slides/planted.ts', '#test/json', 'A lib imports only #libs/errors'],
  ['apps/cli/src/planted.ts', '#test/json', 'The CLI is a client'],
  [`${GATEWAY}/pipeline/planted.ts`, 'onnxruntime-node', VENDOR],
  ['apps/model-server/src/protocol/planted.ts', 'onnxruntime-node', VENDOR],
  [`${GATEWAY}/pipeline/planted.ts`, 'typeorm', VENDOR],
  [`${GATEWAY}/routing/planted.ts`, 'undici', VENDOR],
  [`${GATEWAY}/routing/planted.ts`, '@grpc/grpc-js', VENDOR],
  ['libs/inference-client/planted.ts', '@grpc/proto-loader', VENDOR],
  [`${GATEWAY}/http/planted.ts`, 'ioredis', VENDOR],
  [`${GATEWAY}/http/planted.ts`, 'rate-limiter-flexible', VENDOR],
  [`${GATEWAY}/shared-state/planted.ts`, '#gateway/queries', 'This room is below the roads'],
  [`${GATEWAY}/pipeline/planted.ts`, '@nestjs/graphql', VENDOR],
  [`${GATEWAY}/queries/job/planted.ts`, '@apollo/server', VENDOR],
  ['model-registry/src/planted.ts', 'pg', VENDOR],
  ['libs/array-files/planted.ts', 'sharp', VENDOR],
  [`${GATEWAY}/queries/planted.ts`, '../pipeline/index.js', 'Import another room by its # name'],
  [`${GATEWAY}/queries/job/planted.ts`, '../../pipeline/task.js', 'Import another room by its # name'],
  [`${GATEWAY}/pipeline/planted.ts`, '../gateway.module.js', 'Import another room by its # name'],
  [`${GATEWAY}/planted.ts`, './pipeline/task.js', 'Import another room by its # name'],
  ['libs/slides/planted.ts', '../errors/index.js', 'Import another room by its # name'],
  ['model-registry/src/planted.ts', '../../libs/errors/index.js', 'Import another room by its # name'],
  ['bench/answers/planted.ts', '../../test/support/json.js', 'Import another room by its # name'],
  [`${GATEWAY}/jobs/planted.spec.ts`, '../../../../test/support/json.js', 'Import another room by its # name'],
  ['libs/errors/domain-error.ts', './request-errors.js', 'Dependency cycle'],
  [`${GATEWAY}/slide-catalog/slide.entity.ts`, '#gateway/feature-store', 'Dependency cycle'],
];

// [file, what it may import]: one for each kind above.
const ALLOWED: readonly (readonly [string, string])[] = [
  ['libs/slides/planted.ts', '#libs/errors'],
  ['libs/inference-client/planted.ts', '#libs/inference-protocol'],
  ['libs/client/planted.ts', '#graphql/generated/operations'],
  ['libs/database/planted.ts', 'typeorm'],
  ['model-registry/src/planted.ts', '#libs/calibration'],
  ['migrations/planted.ts', 'typeorm'],
  ['apps/model-server/src/planted.ts', '#libs/inference-protocol'],
  ['apps/model-server/src/sessions/planted.ts', 'onnxruntime-node'],
  ['libs/inference-client/planted.ts', '@grpc/grpc-js'],
  ['apps/model-server/src/protocol/planted.ts', '@grpc/grpc-js'],
  ['libs/inference-protocol/grpc/planted.ts', '@grpc/proto-loader'],
  ['apps/cli/src/planted.ts', '#libs/client'],
  [`${GATEWAY}/planted.ts`, '#gateway/queries/embedding'],
  [`${GATEWAY}/planted.ts`, './jobs/index.js'],
  [`${GATEWAY}/config/planted.ts`, '#libs/errors'],
  [`${GATEWAY}/queries/job/planted.ts`, '#gateway/pipeline'],
  [`${GATEWAY}/queries/job/planted.ts`, '../paging.js'],
  [`${GATEWAY}/queries/job/planted.ts`, '../slide-catalog/index.js'],
  [`${GATEWAY}/pipeline/planted.ts`, '#gateway/routing'],
  [`${GATEWAY}/ingest/planted.ts`, '#gateway/feature-store'],
  [`${GATEWAY}/graphql/planted.ts`, '@apollo/server'],
  [`${GATEWAY}/jobs/planted.ts`, 'typeorm'],
  [`${GATEWAY}/gene-catalog/planted.ts`, '#libs/transcriptomics'],
  [`${GATEWAY}/jobs/planted.spec.ts`, '#test/json'],
  ['test/store/planted.e2e-spec.ts', '#gateway/jobs'],
  ['bench/answers/planted.ts', '#gateway/pipeline'],
];

describe('an import that the house forbids', () => {
  it.each(FORBIDDEN)('%s <- %s is refused: %s', async (file, from, expected) => {
    const found = await complaints(file, `import '${from}';`);
    expect(found).toEqual([expect.stringContaining(expected)]);
  });

  it.each([
    ['a named import', "import { a } from '#libs/calibration';\na();"],
    ['a type', "import type { A } from '#libs/calibration';\nexport type B = A;"],
    ['passing on', "export { a } from '#libs/calibration';"],
    ['passing all on', "export * from '#libs/calibration';"],
    ['import()', "export const a = await import('#libs/calibration');"],
    ['import() of a computed name', "export const a = await import('#libs/' + 'calibration');"],
    ['import() of a path', "export const a = await import('../calibration/index.js');"],
    ['a type by import()', "export type A = import('#libs/calibration').A;"],
    ['import = require()', "import a = require('#libs/calibration');\na();"],
  ])('is refused in the form of %s', async (_, text) => {
    expect(await complaints('libs/slides/planted.ts', text)).toHaveLength(1);
  });

  it('is refused in every room of the gateway', async () => {
    const rooms = foldersIn(GATEWAY).filter((room) => room !== 'testing');
    const found = await Promise.all(
      rooms.map((room) => complaints(`${GATEWAY}/${room}/planted.ts`, "import '#libs/client';")),
    );
    expect(rooms.filter((_, index) => found[index]?.length === 0)).toEqual([]);
  });

  it('is refused in every lib', async () => {
    const libs = foldersIn('libs');
    const found = await Promise.all(libs.map((lib) => complaints(`libs/${lib}/planted.ts`, "import '#gateway/jobs';")));
    expect(libs.filter((_, index) => found[index]?.length === 0)).toEqual([]);
  });
});

describe('an import that the house allows', () => {
  it.each(ALLOWED)('%s <- %s is no error', async (file, from) => {
    expect(await complaints(file, `import '${from}';`)).toEqual([]);
  });
});
