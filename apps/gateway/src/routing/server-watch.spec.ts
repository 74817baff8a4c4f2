import { afterEach, describe, expect, it } from 'vitest';
import { demoVersion } from '#gateway/testing';
import { failing, fakeModelServer, type FakeModelServer } from './spec-support/fake-model-server.js';
import { HandClock } from './spec-support/hand-clock.js';
import { ServerWatch } from './server-watch.js';

const version = demoVersion('demo-dense-focus', '2');
const AS = { name: 'dense', version: '7' };
const PATH = '/v2/models/dense/versions/7';
const signature = {
  name: 'dense',
  versions: ['7'],
  platform: 'onnx',
  inputs: version.card.input.tensors,
  outputs: version.card.output.tensors,
};

const watches: ServerWatch[] = [];
afterEach(async () => {
  for (const watch of watches.splice(0)) await watch.close();
});

async function bench(tell: (server: FakeModelServer) => void) {
  const clock = new HandClock();
  const server = await fakeModelServer('gpu-1', clock);
  tell(server);
  const faults: unknown[] = [];
  const watch = new ServerWatch(server.guarded, {
    clock,
    intervalMs: 5_000,
    placed: () => [{ version, as: AS }],
    report: (error) => faults.push(error),
  });
  watches.push(watch);
  watch.start();
  const state = () => watch.stateOf(AS, version.digest);
  const looked = async (times: number): Promise<void> => {
    let seen = watch.look;
    for (let i = 0; i < times;) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      if (watch.look !== seen) i += 1;
      seen = watch.look;
    }
    while (clock.waiting === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  };
  await looked(1);
  return { clock, server, watch, state, looked, faults };
}

const healthy = (server: FakeModelServer): void => {
  server.tell('/v2/health/live', { live: true });
  server.tell('/v2/health/ready', { ready: true });
  server.tell(`${PATH}/ready`, { ready: true });
  server.tell(PATH, signature);
};

describe('ServerWatch', () => {
  it('knows nothing before the first look', async () => {
    const server = await fakeModelServer('gpu-1', new HandClock());
    const watch = new ServerWatch(server.guarded, {
      clock: new HandClock(),
      intervalMs: 5_000,
      placed: () => [],
      report: () => undefined,
    });
    expect([watch.look, watch.stateOf(AS, version.digest).kind]).toEqual([null, 'UNKNOWN']);
  });

  it('sees what the server is and that it holds the version', async () => {
    const { watch, state } = await bench(healthy);
    expect(watch.look).toMatchObject({ isLive: true, isReady: true, software: { name: 'fake', version: '1' } });
    expect(state()).toEqual({ kind: 'READY' });
    expect(watch.stateOf(AS, 'another digest').kind).toBe('UNKNOWN');
  });

  it.each([
    ['loads', (server: FakeModelServer) => server.tell(`${PATH}/ready`, { ready: false }), { kind: 'LOADING' }],
    [
      'holds something else',
      (server: FakeModelServer) =>
        server.tell(PATH, { ...signature, inputs: [], outputs: [{ name: 'Z', datatype: 'FP32', shape: [1] }] }),
      { kind: 'UNROUTABLE', reason: 'the server does not have output 1 of the card' },
    ],
    [
      'cannot be understood',
      (server: FakeModelServer) => server.tell(PATH, 'ZZPHI'),
      { kind: 'UNROUTABLE', reason: 'what the server says of the model cannot be read' },
    ],
    [
      'is not live',
      (server: FakeModelServer) => server.tell('/v2/health/live', { live: false }),
      { kind: 'UNREACHABLE' },
    ],
  ])('sees a server that %s', async (_title, spoil, expected) => {
    const { state, faults } = await bench((server) => {
      healthy(server);
      spoil(server);
    });
    expect(state()).toEqual(expected);
    expect(faults).toEqual([]);
  });

  it('looks every 5 s and up to a fifth later, and no sooner', async () => {
    const { clock, watch, looked } = await bench(healthy);
    const first = watch.look;
    await clock.pass(250);
    await clock.pass(4_749);
    expect(watch.look).toBe(first);
    await clock.pass(951);
    await looked(1);
  });

  it('looks soon again while something is missing, and sees it come', async () => {
    const { clock, server, state, looked } = await bench((fake) => {
      healthy(fake);
      fake.tell(`${PATH}/ready`, { ready: false });
    });
    expect(state().kind).toBe('LOADING');
    healthy(server);
    await clock.pass(250);
    await looked(1);
    expect(state().kind).toBe('READY');
  });

  it('looks soon after a call that failed where all was well', async () => {
    const { clock, server, watch, state, looked } = await bench(healthy);
    await clock.pass(250); // the shortest pause between two looks
    server.tell(`${PATH}/ready`, { ready: false });
    server.behave(failing(503));
    const input = { name: 'X', datatype: 'FP32' as const, shape: [1], data: Float32Array.of(1) };
    const call = { inputs: [input], outputs: [{ name: 'Y', datatype: 'FP32' as const, shape: [1, 2] }] };
    const limits = { signal: new AbortController().signal, timeoutMs: 1_000 };
    const before = watch.look;
    await expect(server.guarded.infer(AS, call, limits)).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
    if (watch.look === before) await looked(1);
    expect(state().kind).toBe('LOADING');
  });

  it('is quiet after it was closed', async () => {
    const { clock, watch, faults } = await bench(healthy);
    await watch.close();
    const last = watch.look;
    await clock.pass(60_000);
    expect([watch.look, clock.waiting, faults]).toEqual([last, 0, []]);
  });
});
