import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InferenceClient } from '#libs/inference-client';
import { referenceC6 } from '#test/c6';
import { cornerFeatures } from '#test/feature-files';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { peerKinds } from '#test/peer-kinds';
import type { PeerServer } from '#test/peer-server';
import { runCli } from '#test/run-cli';
import { storeKinds } from '#test/stores';
import { startTritonOn } from '#test/triton-server';

const skip = peerKinds.find(({ name }) => name === 'Triton')?.skip;

describe.skipIf(skip !== undefined)('what `tessera models export --backend python` writes', () => {
  let gateway: TestGateway;
  let triton: PeerServer;
  let client: InferenceClient;

  beforeAll(async () => {
    const [store] = storeKinds;
    if (skip !== undefined || !store) return;
    gateway = await openTestGateway(store, { modelServers: [] });
    triton = await startTritonOn(async (repository) => {
      const args = ['models', 'export', repository, 'demo-dense-focus/1', 'demo-dense-focus/2', '--backend', 'python'];
      const { code, stderr } = await runCli(args, { TESSERA_URL: gateway.gateway.url });
      expect(code, stderr).toBe(0);
    });
    client = new InferenceClient({ id: 'triton', url: triton.url });
  });
  afterAll(async () => {
    await client?.close();
    await triton?.stop();
    await gateway?.close();
  });

  it.each(['1', '2'] as const)('is served by Triton, with the numbers of PyTorch: version %s', async (version) => {
    const { features, count, dim } = await cornerFeatures();
    const { outputs, reportedVersion } = await client.infer(
      {
        model: { name: `demo-dense-focus-v${version}`, version },
        inputs: [{ name: 'features', datatype: 'FP32', shape: [1, count, dim], data: features }],
        outputs: [
          { name: 'logit', datatype: 'FP32', shape: [1, 1] },
          ...(version === '2' ? [{ name: 'attention', datatype: 'FP32', shape: [1, count] } as const] : []),
        ],
      },
      { signal: new AbortController().signal, timeoutMs: 20_000 },
    );
    const expected = version === '1' ? referenceC6.region.v1.logit : referenceC6.region.v2.logit;
    expect(Number(outputs.get('logit')?.data[0])).toBeCloseTo(expected, 4);
    expect(reportedVersion).toBe(version);
  });
});
