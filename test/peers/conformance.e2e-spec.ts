import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '#test/gateway-process';
import { peerKinds, type PeerKindName } from '#test/peer-kinds';
import type { PeerServer } from '#test/peer-server';
import { runChecks, type CheckResult } from '../conformance/check.js';
import { CHECKS } from '../conformance/checks.js';
import { differencesOf } from '../conformance/compare.js';
import { KSERVE, MLSERVER, TRITON, type KnownDifferences } from '../conformance/known-differences.js';
import { CONFORMANCE_MODELS, fileOf } from '../conformance/models.js';
import { ServerUnderTest } from '../conformance/server-under-test.js';

const KNOWN: Readonly<Record<PeerKindName, KnownDifferences>> = { Triton: TRITON, MLServer: MLSERVER, KServe: KSERVE };
const models = CONFORMANCE_MODELS.map((model) => ({ ...model, file: fileOf(projectRoot, model) }));

describe.each(peerKinds)('$name $release', ({ name, skip, start }) => {
  let server: PeerServer;
  let underTest: ServerUnderTest;

  beforeAll(async () => {
    if (skip !== undefined) return;
    server = await start(models);
    underTest = await ServerUnderTest.open(server);
  });

  afterAll(async () => {
    underTest?.close();
    await server?.stop();
  });

  it.skipIf(skip !== undefined)('does what is known of it, check by check, and lives', async () => {
    const results: CheckResult[] = [];
    for await (const result of runChecks(CHECKS, underTest, false)) results.push(result);
    expect(differencesOf(results, underTest.has)).toEqual(KNOWN[name]);
    expect(server.isRunning()).toBe(true);
  });
});

it('no check fails on Triton', () => {
  expect(TRITON.fails).toEqual({});
});
