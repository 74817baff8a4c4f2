import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { InferenceClient } from '#libs/inference-client';
import { systemClock } from './clock.js';
import { GuardedServer } from './guarded-server.js';
import { RowBatcher } from './row-batcher.js';
import { RowLimit } from './row-limit.js';

const AS = { name: 'm', version: '1' };
const RULES = {
  breaker: { windowMs: 10_000, minCalls: 1_000, failurePercent: 50, openMs: 5_000 },
  hedgeAfterMs: null,
};
type Rows = readonly (readonly number[])[];
type Behaviour = (rows: Rows, answer: () => void, response: ServerResponse) => void;
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A server that doubles each number, joins up to eight rows, and does what a spec wants: faults that a real one does not give on demand. */
async function bench({ perSecond = 100, most = 8 } = {}) {
  const seen: number[] = [];
  let abandoned = 0;
  let behave: Behaviour = (_rows, answer) => answer();
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request
      .on('data', (piece: Buffer) => pieces.push(piece))
      .on('end', () => {
        if (request.url?.endsWith('/config'))
          return void response.end(JSON.stringify({ name: 'm', max_batch_size: most, dynamic_batching: {} }));
        const { inputs } = JSON.parse(Buffer.concat(pieces).toString());
        const numbers: readonly number[] = inputs[0].data.flat();
        const rows = numbers.map((number) => [number]);
        seen.push(rows.length);
        response.on('close', () => response.writableFinished || (abandoned += 1));
        const data = numbers.map((number) => (number < 0 ? 1e39 : number * 2));
        const outputs = [{ name: 'Y', datatype: 'FP32', shape: [rows.length, 1], data }];
        behave(rows, () => response.end(JSON.stringify({ model_name: 'm', model_version: '1', outputs })), response);
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const client = new InferenceClient({ id: 'a', url, transport: 'json' });
  const resilience = { ...RULES, retry: { windowMs: 10_000, percent: 0, perSecond } };
  const guarded = new GuardedServer(
    { id: 'a', client: () => client, close: () => client.close() },
    resilience,
    systemClock,
  );
  closers.push(async () => {
    await client.close();
    server.closeAllConnections();
    server.close();
  });
  const limit = new RowLimit(guarded, AS, 1_000, systemClock);
  const batcher = new RowBatcher(guarded, AS, limit);
  await expect.poll(() => limit.read()).toBe(most);
  const ask = async (number: number, limits: { signal?: AbortSignal; timeoutMs?: number } = {}) => {
    let isLeft = true;
    const takeSecondTry = (): boolean => isLeft && guarded.budget.take() && !(isLeft = false);
    const { signal = new AbortController().signal, timeoutMs = 5_000 } = limits;
    const answer = await batcher.infer(
      {
        inputs: [{ name: 'X', datatype: 'FP32', shape: [1, 1], data: Float32Array.of(number) }],
        outputs: [{ name: 'Y', datatype: 'FP32', shape: [1, 1] }],
      },
      { signal, timeoutMs },
      takeSecondTry,
    );
    return answer.outputs.get('Y')?.data[0];
  };
  const asks = (count: number) => Array.from({ length: count }, (_, i) => ask(i + 1));
  return { ask, asks, batcher, limit, seen, abandoned: () => abandoned, behave: (next: Behaviour) => (behave = next) };
}

describe('RowBatcher', () => {
  it('sends one question at once, and those that came meanwhile together, up to the limit', async () => {
    const { asks, seen, batcher } = await bench();
    expect(await Promise.all(asks(1))).toEqual([2]);
    expect(seen).toEqual([1]);
    expect(await Promise.all(asks(20))).toEqual(Array.from({ length: 20 }, (_, i) => (i + 1) * 2));
    expect(seen.slice(1).toSorted()).toEqual([4, 8, 8]);
    expect(batcher.read()).toEqual({ questions: 21, calls: 4, askedAlone: 0 });
  });

  it('joins nothing where the server does not', async () => {
    const { asks, seen } = await bench({ most: 1 });
    await Promise.all(asks(5));
    expect(seen).toEqual([1, 1, 1, 1, 1]);
  });

  it.each([
    ['whose number is not finite', undefined, 'MODEL_BAD_RESPONSE'],
    ['that the server refuses', 400, 'MODEL_REJECTED_INPUT'],
    ['that the model dies of', 500, 'MODEL_UNAVAILABLE'],
  ])('keeps a row %s from the others', async (_title, status, code) => {
    const { ask, asks, behave, batcher, limit } = await bench();
    behave((rows, answer, response) => {
      if (status === undefined || rows.every(([number = 0]) => number >= 0)) return answer();
      response.writeHead(status).end('{"error":"no"}');
    });
    const bad = ask(-1);
    const good = asks(5);
    await expect(bad).rejects.toMatchObject({ code });
    expect(await Promise.all(good)).toEqual([2, 4, 6, 8, 10]);
    expect(batcher.read()).toMatchObject({ questions: 6, askedAlone: 6, calls: 7 });
    expect(limit.read()).toBe(8);
  });

  it('asks alone only as often as the budget of second tries allows', async () => {
    const { ask, asks, seen } = await bench({ perSecond: 0.2 }); // two in ten seconds
    const bad = ask(-1);
    const answers = await Promise.allSettled([bad, ...asks(5)]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', ...Array(4).fill('rejected')]);
    expect(seen.toSorted()).toEqual([1, 1, 6]);
  });

  it('joins no more for a while where rows fail together that do not fail alone', async () => {
    const { asks, behave, seen, limit } = await bench();
    behave((rows, answer, response) => (rows.length > 1 ? response.writeHead(400).end('{"error":"no"}') : answer()));
    expect(await Promise.all(asks(4))).toEqual([2, 4, 6, 8]);
    expect(limit.read()).toBe(1);
    await Promise.all(asks(4));
    expect(seen.toSorted()).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 4]);
  });

  it('goes on for the others when one leaves, and gives the call up when all have left', async () => {
    const { ask, behave, abandoned, seen } = await bench();
    let answer: () => void = () => undefined;
    behave((_rows, send) => void (answer = send));
    const [one, two] = [new AbortController(), new AbortController()];
    const leaving = ask(1, { signal: one.signal });
    const staying = ask(2, { signal: two.signal });
    const hurried = ask(3, { timeoutMs: 150 });
    leaving.catch(() => undefined);
    await expect.poll(() => seen).toEqual([3]);
    one.abort();
    await expect(leaving).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(hurried).rejects.toMatchObject({ code: 'MODEL_TIMEOUT' });
    expect(abandoned()).toBe(0);
    answer();
    expect(await staying).toBe(4);
    const all = [4, 5].map((number) => ask(number, { signal: two.signal }));
    for (const each of all) each.catch(() => undefined);
    await expect.poll(() => seen).toEqual([3, 2]);
    two.abort();
    for (const each of all) await expect(each).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect.poll(abandoned).toBe(1);
  });
});
