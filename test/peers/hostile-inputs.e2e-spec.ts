import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '#libs/errors';
import { InferenceClient } from '#libs/inference-client';
import { askGateway } from '#test/ask-gateway';
import { denseFocusModels, startDenseFocus, type DenseFocusGateway } from '#test/dense-focus-peer';
import { Dice } from '#test/dice';
import { inferDirectly } from '#test/direct-infer';
import { cornerFeatures } from '#test/feature-files';
import { GatewayBench, projectRoot } from '#test/gateway-process';
import { writeCoordinates, writeHostileFeatures } from '#test/hostile-features';
import { hostileQuestion } from '#test/hostile-questions';
import { hostileCall } from '#test/hostile-tensors';
import type { Json } from '#test/json';
import type { PeerServer } from '#test/peer-server';
import { reasonToSkip } from '#test/skip-without';
import { installedTriton, startTriton } from '#test/triton-server';
import { CONFORMANCE_MODELS, fileOf } from '../conformance/models.js';

const QUESTIONS = 1350;
const FILES = 50;
const CALLS = 600;
const AT_ONCE = 8;

const skip = await reasonToSkip('Triton', installedTriton);
const echo = CONFORMANCE_MODELS.filter(({ name }) => name === 'echo-fp32').map((model) => ({
  ...model,
  file: fileOf(projectRoot, model),
}));

/** Every number of 0 and more below the count, a few at a time. */
async function forEach(count: number, work: (number: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

describe.skipIf(skip !== undefined)(
  '2,000 hostile inputs through the gateway to a real Triton',
  { timeout: 240_000 },
  () => {
    const bench = new GatewayBench();
    let triton: PeerServer;
    let gateway: DenseFocusGateway;
    let folder: string;
    let before: ReadonlyMap<string, Float32Array>;

    const good = async (): Promise<ReadonlyMap<string, Float32Array>> => {
      const { features, count, dim } = await cornerFeatures();
      return inferDirectly(triton.url, 'demo-dense-focus/2', features, [1, count, dim]);
    };
    const stats = async (): Promise<Json> => {
      const answer = await fetch(`${triton.url}/v2/models/demo-dense-focus/stats`);
      const { model_stats: versions }: Json = JSON.parse(await answer.text());
      const sum = (kind: string): number =>
        versions.reduce((total: number, each: Json) => total + Number(each.inference_stats[kind].count ?? 0), 0);
      return { success: sum('success'), fail: sum('fail') };
    };
    /** A refusal with a code, never a bug of the gateway's own. */
    const expectRefusal = (errors: readonly Json[]): void => {
      for (const { extensions } of errors) {
        expect(extensions.code).toMatch(/^[A-Z_]+$/);
        expect(extensions.code).not.toMatch(/^INTERNAL/);
      }
    };

    beforeAll(async () => {
      folder = await bench.folder();
      triton = await startTriton([...echo, ...denseFocusModels]);
      gateway = await startDenseFocus(bench, [{ id: 'triton', url: triton.url }], [folder]);
      before = await good();
    });

    afterAll(async () => {
      await bench.close();
      await triton?.stop();
    });

    it(`${QUESTIONS} questions with false numbers, ids and tile selections are answered or refused`, async () => {
      const dice = new Dice(1);
      const seen = { answered: 0, refused: 0 };
      await forEach(QUESTIONS, async () => {
        const { status, data, errors } = await ask(gateway.url, hostileQuestion(dice, gateway.slide));
        expect(status).toBeLessThan(500);
        expectRefusal(errors);
        const prediction = data?.slide?.prediction;
        seen[prediction ? 'answered' : 'refused'] += 1;
        if (prediction) expect(Number.isFinite(prediction.targets[0].logit)).toBe(true);
        else if (data?.slide !== null) expect(errors.length).toBeGreaterThan(0);
      });
      // Neither everything was stopped at the door, nor everything let through.
      expect(seen.answered).toBeGreaterThan(100);
      expect(seen.refused).toBeGreaterThan(500);
    });

    it(`${FILES} feature files with false shapes and values are refused, or give a finite number or a refusal`, async () => {
      const dice = new Dice(2);
      const coordsPath = await writeCoordinates(folder);
      const seen = { imported: 0, refused: 0 };
      await forEach(FILES, async (number) => {
        const path = await writeHostileFeatures(folder, number, dice);
        const input = {
          slideId: gateway.slide,
          path,
          coordsPath,
          encoder: 'local:demo-lite0/1',
          mpp: 1,
          tileSizePx: 224,
          tileEdgePx: 326,
          coordsUnit: 'PX_LEVEL0',
        };
        const { data, errors } = await askGateway(gateway.url, IMPORT, { input });
        expectRefusal(errors);
        seen[data?.importFeatures ? 'imported' : 'refused'] += 1;
        if (!data?.importFeatures) return;
        const asked = { id: gateway.slide, features: data.importFeatures.digest };
        const { data: answer, errors: refusals } = await askGateway(gateway.url, PREDICT, asked);
        expectRefusal(refusals);
        if (refusals.length === 0) expect(Number.isFinite(answer.slide.prediction.targets[0].logit)).toBe(true);
      });
      expect(seen.refused).toBeGreaterThan(FILES / 4);
      expect(seen.imported).toBeGreaterThan(0);
    });

    it('and Triton had no request among them that it did not take', async () => {
      const { success, fail } = await stats();
      expect(fail).toBe(0);
      // The same question again is answered from what is stored: those that differ reach it.
      expect(success).toBeGreaterThan(30);
    });

    it.each(['binary', 'json'] as const)(
      `${CALLS / 2} false tensors given to the client in %s are refused`,
      async (transport) => {
        const dice = new Dice(3);
        const client = new InferenceClient({ id: 'triton', url: triton.url, transport });
        await forEach(CALLS / 2, async () => {
          const call = hostileCall(dice, 'echo-fp32');
          const limits = { signal: new AbortController().signal, timeoutMs: 10_000 };
          const ending = await client.infer(call, limits).catch((error: unknown) => error);
          if (ending instanceof DomainError) return expect(ending.code).not.toBe('MODEL_UNAVAILABLE');
          // The odd one that tells the truth, such as a tensor without elements: its echo, and nothing else.
          expect(ending).toMatchObject({ outputs: new Map([['Y', { ...call.inputs[0], name: 'Y' }]]) });
        });
        await client.close();
      },
    );

    it('and Triton lives, and answers the good request bit by bit as before', async () => {
      expect(triton.isRunning()).toBe(true);
      expect(await good()).toEqual(before);
      expect((await gateway.predict('local-2:on-triton/2')).targets[0].logit).toBe(before.get('logit')?.[0]);
    });
  },
);

describe.skipIf(skip !== undefined)('a false shape that is sent to a Triton directly', () => {
  it('ends it: this is what the gateway keeps away', async () => {
    const triton = await startTriton(echo);
    try {
      const input = { name: 'X', datatype: 'FP32', shape: [2 ** 31, 2 ** 31], data: [1] };
      const sent = fetch(`${triton.url}/v2/models/echo-fp32/infer`, {
        method: 'POST',
        body: JSON.stringify({ inputs: [input] }),
      });
      await sent.then((answer) => answer.text()).catch(() => undefined);
      const late = sleep(20_000, 'it lives', { ref: false });
      expect(await Promise.race([triton.ended.then(() => 'it has ended'), late])).toBe('it has ended');
    } finally {
      await triton.stop();
    }
  });
});

const IMPORT = 'mutation Import($input: ImportFeaturesInput!) { importFeatures(input: $input) { digest } }';
const PREDICT = `query Predict($id: ID!, $features: Digest) { slide(id: $id) {
  prediction(model: "local-2:on-triton/1", features: $features) { targets { ... on BinaryCall { logit } } } } }`;

async function ask(url: string, body: string): Promise<{ status: number; data: Json; errors: readonly Json[] }> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body, signal: AbortSignal.timeout(60_000) });
  const { data, errors = [] } = JSON.parse(await answer.text());
  return { status: answer.status, data, errors };
}
