import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { InferenceClient } from '#libs/inference-client';
import { Router, type Tensors } from '#gateway/routing';
import { ModelRegistry, type ModelVersion, parseModelRef } from '#model-registry';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { copyModel } from '#test/own-models';
import { storeKinds } from '#test/stores';

const GENES = 256;
const NAME = 'demo-her2st-align-gene';
const limits = () => ({ signal: new AbortController().signal, timeoutMs: 20_000 });

/** Expression of one spot, another for each seed: log1p of counts, as the card has it. */
function vector(seed: number): Tensors {
  const data = Float32Array.from({ length: GENES }, (_, gene) =>
    Math.log1p(Math.abs(Math.sin(seed * 977 + gene * 1.37)) * 40),
  );
  return {
    inputs: [{ name: 'expression', datatype: 'FP32', shape: [1, GENES], data }],
    outputs: [{ name: 'embedding', datatype: 'FP32', shape: [1, 128] }],
  };
}
const bitsOf = (data: unknown): string =>
  data instanceof Float32Array ? Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('hex') : 'none';

// No query asks for vectors yet: the router is asked, as a query would ask it, on the real model and the real server.
describe('vectors, through the router of a whole gateway', () => {
  let folder: string;
  let gateway: TestGateway;
  let router: Router;
  let version: ModelVersion;
  let client: InferenceClient;

  const bitsAt = async (seed: number): Promise<string> =>
    bitsOf((await router.infer(version, vector(seed), limits())).outputs.get('embedding')?.data);
  const statistics = async () => {
    const [model] = (await client.statistics(NAME, '1')) ?? [];
    return {
      rows: model?.inferenceCount ?? NaN,
      executions: model?.executionCount ?? NaN,
      requests: model?.success.count ?? NaN,
    };
  };

  beforeAll(async () => {
    const [kind] = storeKinds;
    if (!kind) throw new Error('a store was expected');
    folder = await mkdtemp(join(tmpdir(), 'tessera-vectors-'));
    await copyModel(folder, `${NAME}/1`, () => undefined);
    await writeFile(join(folder, NAME, 'config.pbtxt'), 'max_batch_size: 64\ndynamic_batching { }\n');
    gateway = await openTestGateway(kind, { modelDirs: [folder] });
    router = gateway.gateway.app.get(Router, { strict: false });
    version = gateway.gateway.app
      .get(ModelRegistry, { strict: false })
      .snapshot()
      .resolve(parseModelRef(`local:${NAME}/1`));
    const [replica] = router.replicas(version);
    if (!replica) throw new Error('a server was expected');
    client = replica.server.client();
    // The first question asks the server, by the way, whether it joins rows.
    await bitsAt(0);
    await vi.waitUntil(() => replica.batcher?.mostRows === 32, { timeout: 10_000 });
  });
  afterAll(async () => {
    await gateway?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('of 64 clients are answered bit for bit as each alone, in fewer calls and runs of the model', async () => {
    const seeds = Array.from({ length: 64 }, (_, seed) => seed + 1);
    const alone: string[] = [];
    // One after the other and around the router: nothing is there that could be joined.
    for (const seed of seeds) {
      const answer = await client.infer({ ...vector(seed), model: { name: NAME, version: '1' } }, limits());
      alone.push(bitsOf(answer.outputs.get('embedding')?.data));
    }
    expect(new Set(alone).size).toBe(64);
    const [before, figures] = [await statistics(), router.batchers.figuresOf('embedded')];
    const rounds = 5;
    for (let round = 0; round < rounds; round += 1) expect(await Promise.all(seeds.map(bitsAt))).toEqual(alone);
    const [after, then] = [await statistics(), router.batchers.figuresOf('embedded')];
    expect(then.questions - figures.questions).toBe(64 * rounds);
    expect(after.rows - before.rows).toBe(64 * rounds);
    expect(after.requests - before.requests).toBe(then.calls - figures.calls);
    expect(after.requests - before.requests).toBe(2 * rounds);
    expect(after.executions - before.executions).toBeLessThanOrEqual(2 * rounds);
    const text = (await gateway.get('/metrics')).bytes.toString();
    expect(text).toContain(`tessera_row_batch_questions{server="embedded"} ${then.questions}\n`);
    expect(text).toContain(`tessera_row_batch_calls{server="embedded"} ${then.calls}\n`);
  });

  it('of one that is no number is refused, and the others are answered', async () => {
    const { inputs, outputs } = vector(1);
    const data = new Float32Array(GENES).fill(NaN);
    const noNumbers: Tensors['inputs'] = inputs.map(({ name, shape }) => ({ name, datatype: 'FP32', shape, data }));
    const refused = router.infer(version, { inputs: noNumbers, outputs }, limits());
    const good = [2, 3, 4].map(bitsAt);
    await expect(refused).rejects.toMatchObject({
      code: expect.stringMatching(/^MODEL_(BAD_RESPONSE|REJECTED_INPUT)$/),
    });
    expect((await Promise.all(good)).every((bits) => bits.length === 128 * 8)).toBe(true);
  });
});
