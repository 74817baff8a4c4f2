import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Json } from '#test/json';
import { projectRoot } from '#test/gateway-process';
import { startServer, type ServerProcess } from '../model-server/start-server.js';
import { type FaultWorld, openFaultWorld } from './fault-world.js';

const MODEL = 'demo-dense-focus';
const PREDICT = `query P($id: ID!, $fallback: Boolean!) { slide(id: $id) { prediction(model: "local:${MODEL}@champion", allowFallback: $fallback) {
  targets { name } provenance { model { ref } rollout { isFallback } } } } }`;
const FALLBACK = `mutation { setRollout(model: "local:${MODEL}", alias: "champion", arms: [{ version: "1", percent: 100 }], fallback: ["2"],
  expectedRevision: null) { outcome } }`;

let folder = '';
let server: ServerProcess;
let world: FaultWorld;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tessera-retired-'));
  await cp(join(projectRoot, 'model-registry/models', MODEL), join(folder, MODEL), { recursive: true });
  server = await startServer('--models', folder, '--model-control-mode', 'poll', '--repository-poll-secs', '1');
  const models = [`${MODEL}/1`, `${MODEL}/2`];
  world = await openFaultWorld([{ id: 'real', url: server.url, models }], { probeMs: 60_000 });
  expect((await world.gateway.data(FALLBACK)).setRollout.outcome).toBe('WRITTEN');
});

afterAll(async () => {
  await world?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function ask(isFallbackAllowed: boolean): Promise<{ readonly code: unknown; readonly prediction: Json }> {
  const [slide] = await world.maker.many(1);
  if (!slide) throw new Error('a slide was expected');
  const { data, errors } = await world.gateway.ask(PREDICT, { id: slide.id, fallback: isFallbackAllowed });
  return { code: errors[0]?.extensions['code'] ?? null, prediction: data.slide.prediction };
}

it('a version that is taken away while it is asked answers, or is MODEL_NOT_READY; another one answers only for who allows it (case 34)', async () => {
  expect((await ask(false)).prediction.provenance.model.ref).toBe(`local:${MODEL}/1`);
  let isGone = false;
  const ends: unknown[] = [];
  const asking = (async () => {
    while (!isGone) ends.push((await ask(false)).code);
  })();
  while (ends.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  await rm(join(folder, MODEL, '1'), { recursive: true });
  while (!ends.includes('MODEL_NOT_READY')) await new Promise((resolve) => setTimeout(resolve, 20));
  isGone = true;
  await asking;
  // Answered until it was gone, refused from then on, and nothing in between.
  const last = ends.indexOf('MODEL_NOT_READY');
  expect(new Set(ends.slice(0, last))).toEqual(new Set([null]));
  expect(new Set(ends.slice(last))).toEqual(new Set(['MODEL_NOT_READY']));

  const { code, prediction } = await ask(true);
  expect([code, prediction.provenance]).toEqual([
    null,
    { model: { ref: `local:${MODEL}/2` }, rollout: { isFallback: true } },
  ]);
});
