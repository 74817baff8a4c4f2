import { afterAll, beforeAll, expect, it } from 'vitest';
import { goodModels, startServer, type ServerProcess } from '../model-server/start-server.js';
import { runChecks, type CheckResult } from './check.js';
import { CHECKS } from './checks.js';
import { differencesOf } from './compare.js';
import { EMBEDDED } from './known-differences.js';
import { ServerUnderTest } from './server-under-test.js';

let server: ServerProcess;
let underTest: ServerUnderTest;

beforeAll(async () => {
  server = await startServer('--models', goodModels);
  const grpc = / gRPC on ([\w.:[\]]+)/.exec(server.line)?.[1];
  underTest = await ServerUnderTest.open({ url: server.url, ...(grpc !== undefined && { grpc }) });
});

afterAll(async () => {
  underTest?.close();
  await server?.stop();
});

it('the embedded model server passes every check without a difference, hostile shapes included', async () => {
  const results: CheckResult[] = [];
  for await (const result of runChecks(CHECKS, underTest, true)) results.push(result);
  expect(differencesOf(results, underTest.has)).toEqual(EMBEDDED);
  // None was skipped for want of something but gRPC.
  const rest = results.filter(({ id }) => underTest.target.grpc !== undefined || !id.startsWith('grpc.'));
  expect(rest.filter(({ verdict }) => verdict.kind !== 'pass')).toEqual([]);
  expect(server.stderr()).not.toContain('a bug');
});
