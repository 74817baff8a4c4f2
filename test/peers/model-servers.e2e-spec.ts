import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InferenceClient, type InferenceAnswer } from '#libs/inference-client';
import { referenceC6, V1, V2 } from '#test/c6';
import { denseFocusModels, startDenseFocus, type DenseFocusGateway, type PlacedServer } from '#test/dense-focus-peer';
import { cornerFeatures } from '#test/feature-files';
import { GatewayBench, projectRoot } from '#test/gateway-process';
import { peerKinds, type PeerKindName } from '#test/peer-kinds';
import type { PeerServer } from '#test/peer-server';
import { runChecks, type CheckResult } from '../conformance/check.js';
import { CHECKS } from '../conformance/checks.js';
import { differencesOf } from '../conformance/compare.js';
import { KSERVE, MLSERVER, TRITON, type KnownDifferences } from '../conformance/known-differences.js';
import { CONFORMANCE_MODELS, fileOf } from '../conformance/models.js';
import { ServerUnderTest } from '../conformance/server-under-test.js';

const KNOWN: Readonly<Record<PeerKindName, KnownDifferences>> = { Triton: TRITON, MLServer: MLSERVER, KServe: KSERVE };
// The peers run ONNX Runtime 1.23 and the embedded server another release: the second version's sums differ in the last bits of float32.
const LOGIT_TOLERANCE = 1e-5;

const conformanceModels = CONFORMANCE_MODELS.map((model) => ({ ...model, file: fileOf(projectRoot, model) }));
const idOf = (name: PeerKindName): string => name.toLowerCase();
const overGrpc = (name: PeerKindName): string => `${idOf(name)}-grpc`;

const bench = new GatewayBench();
const running = new Map<PeerKindName, PeerServer>();
let gateway: DenseFocusGateway;

beforeAll(async () => {
  const here = peerKinds.filter(({ skip }) => skip === undefined);
  const started = here.map(async ({ name, start }) => {
    running.set(name, await start([...conformanceModels, ...denseFocusModels]));
  });
  await Promise.all(started);
  const servers = [...running].flatMap(([name, { url, grpc }]): readonly PlacedServer[] => {
    if (!KNOWN[name].has.versions) return [{ id: idOf(name), url, transport: 'binary', onlyVersion: '2' }];
    const overRest = { id: idOf(name), url };
    return grpc === undefined ? [overRest] : [overRest, { id: overGrpc(name), grpc, transport: 'grpc' }];
  });
  gateway = await startDenseFocus(bench, servers);
});

afterAll(async () => {
  await bench.close();
  await Promise.all([...running.values()].map((server) => server.stop()));
});

function serverOf(name: PeerKindName): PeerServer {
  const server = running.get(name);
  if (server === undefined) throw new Error(`${name} is not running`);
  return server;
}

it('the embedded model server gives what PyTorch gives', async () => {
  const { region } = referenceC6;
  expect((await gateway.predict(V1)).targets[0].logit).toBeCloseTo(region.v1.logit, 4);
  expect((await gateway.predict(V2)).targets[0].logit).toBeCloseTo(region.v2.logit, 4);
});

describe.each(peerKinds)('$name $release', ({ name, skip }) => {
  it.skipIf(skip !== undefined)('does what is known of it, check by check, and lives', async () => {
    const server = serverOf(name);
    const underTest = await ServerUnderTest.open(server);
    const results: CheckResult[] = [];
    for await (const result of runChecks(CHECKS, underTest, false)) results.push(result);
    underTest.close();
    expect(differencesOf(results, underTest.has)).toEqual(KNOWN[name]);
    expect(server.isRunning()).toBe(true);
  });
});

const withVersions = peerKinds.filter(({ name }) => KNOWN[name].has.versions);

describe.each(withVersions)('$name $release behind a gateway', ({ name, skip }) => {
  const id = idOf(name);

  it.skipIf(skip !== undefined)('gives the gateway the numbers of the embedded server', async () => {
    for (const [version, reference] of [
      ['1', V1],
      ['2', V2],
    ] as const) {
      const { tileCount, targets, provenance } = await gateway.predict(`local-2:on-${id}/${version}`);
      const embedded = await gateway.predict(reference);
      expect(tileCount).toBe(embedded.tileCount);
      expect(Math.abs(targets[0].logit - embedded.targets[0].logit)).toBeLessThanOrEqual(LOGIT_TOLERANCE);
      // Plain products and a mean: bit by bit the same in both releases of ONNX Runtime.
      if (version === '1')
        expect(targets[0]).toMatchObject({
          logit: embedded.targets[0].logit,
          rawScore: embedded.targets[0].rawScore,
        });
      expect(provenance).toMatchObject({ isReused: false, server: { id, reportedVersion: version } });
      expect(embedded.provenance.server.id).toBe('embedded');
    }
  });
});

const tritonHere = peerKinds.find(({ name }) => name === 'Triton');

it.skipIf(tritonHere?.skip !== undefined)('Triton gives the same bits over gRPC as over REST', async () => {
  const [rest, grpc] = await Promise.all([
    gateway.predict(`local-2:on-${idOf('Triton')}/2`),
    gateway.predict(`local-2:on-${overGrpc('Triton')}/2`),
  ]);
  expect(grpc.targets).toEqual(rest.targets);
  expect(grpc.provenance.server).toEqual({ id: overGrpc('Triton'), reportedVersion: '2' });
});

const kserve = peerKinds.find(({ name }) => name === 'KServe');

describe.skipIf(kserve?.skip !== undefined)('KServe, which knows no versions', () => {
  it('gives the numbers of the embedded server, and a version that is not reported is null', async () => {
    const { outputs, reportedVersion } = await inferWithoutVersion(serverOf('KServe').url);
    const { logit } = (await gateway.predict(V2)).targets[0];
    expect(Math.abs(Number(outputs.get('logit')?.data[0]) - logit)).toBeLessThanOrEqual(LOGIT_TOLERANCE);
    expect(reportedVersion).toBeNull();
  });

  it('gives the gateway, which placed its one version without a number, the same number; its version is not reported', async () => {
    const { targets, provenance } = await gateway.predict('local-2:on-kserve/2');
    const { logit } = (await gateway.predict(V2)).targets[0];
    expect(Math.abs(targets[0].logit - logit)).toBeLessThanOrEqual(LOGIT_TOLERANCE);
    expect(provenance.server).toEqual({ id: 'kserve', reportedVersion: null });
  });
});

/** The client's own way to such a server: no version in the path, and binary tensors without being told of them. */
async function inferWithoutVersion(url: string): Promise<InferenceAnswer> {
  const { features, count, dim } = await cornerFeatures();
  const client = new InferenceClient({ id: 'kserve', url, transport: 'binary' });
  const [, head] = denseFocusModels;
  const call = {
    model: { name: 'demo-dense-focus', version: null },
    inputs: [{ name: 'features', datatype: 'FP32', shape: [1, count, dim], data: features }],
    outputs: (head?.outputs ?? []).map(({ name, shape }) => ({ name, datatype: 'FP32' as const, shape })),
  } as const;
  try {
    return await client.infer(call, { signal: new AbortController().signal, timeoutMs: 20_000 });
  } finally {
    await client.close();
  }
}
