import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json } from '#test/json';
import { type LyingModelServer, lyingModelServer } from '#test/lying-model-server';
import { type FaultWorld, openFaultWorld } from './fault-world.js';

const CHALLENGER = 'demo-dense-focus/2';

let double: LyingModelServer;
let world: FaultWorld;

beforeAll(async () => {
  double = await lyingModelServer();
  // The breaker has its own test: here each lie is met by itself.
  world = await openFaultWorld([{ id: 'double', url: double.url, models: [CHALLENGER] }], { breakerCalls: 1_000_000 });
});

afterAll(async () => {
  await world?.close();
  await double?.close();
});

interface Answer {
  readonly model_name: string;
  readonly model_version: string;
  readonly outputs: readonly Json[];
}

const logit = { name: 'logit', datatype: 'FP32', shape: [1, 1], data: [0.5] };
const attention = (tiles: number) => ({
  name: 'attention',
  datatype: 'FP32',
  shape: [1, tiles],
  data: Array.from({ length: tiles }, () => 1 / tiles),
});
const whole = (tiles: number): Answer => ({
  model_name: 'demo-dense-focus',
  model_version: '2',
  outputs: [logit, attention(tiles)],
});
const withLogit =
  (changes: object) =>
  (tiles: number): string =>
    JSON.stringify({ ...whole(tiles), outputs: [{ ...logit, ...changes }, attention(tiles)] });

describe('a model server that lies (case 33)', () => {
  const lies: readonly (readonly [string, (tiles: number) => string, string])[] = [
    ['HTML', () => '<html>ZZPHI</html>', 'MODEL_BAD_RESPONSE'],
    ['truncated JSON', (tiles) => JSON.stringify(whole(tiles)).slice(0, -20), 'MODEL_BAD_RESPONSE'],
    ['another datatype', withLogit({ datatype: 'FP64' }), 'MODEL_BAD_RESPONSE'],
    ['another shape', withLogit({ shape: [1, 2], data: [0.5, 0.5] }), 'MODEL_BAD_RESPONSE'],
    ['fewer values than its shape', withLogit({ data: [] }), 'MODEL_BAD_RESPONSE'],
    ['no attention', (tiles) => JSON.stringify({ ...whole(tiles), outputs: [logit] }), 'MODEL_BAD_RESPONSE'],
    [
      'an output that nobody wanted',
      (tiles) => JSON.stringify({ ...whole(tiles), outputs: [...whole(tiles).outputs, { ...logit, name: 'ZZPHI' }] }),
      'MODEL_BAD_RESPONSE',
    ],
    [
      'one value that is not a number',
      (tiles) => withLogit({ data: ['x'] })(tiles).replace('"x"', 'NaN'),
      'MODEL_BAD_RESPONSE',
    ],
    ['null for a number', withLogit({ data: [null] }), 'MODEL_BAD_RESPONSE'],
    ['another model', (tiles) => JSON.stringify({ ...whole(tiles), model_name: 'ZZPHI' }), 'MODEL_BAD_RESPONSE'],
    ['another version', (tiles) => JSON.stringify({ ...whole(tiles), model_version: '1' }), 'MODEL_VERSION_MISMATCH'],
  ];

  it.each(lies)('with %s is not believed, and not asked again', async (_title, body, expected) => {
    const [slide] = await world.maker.many(1);
    if (!slide) throw new Error('a slide was expected');
    double.forget();
    double.lie((response) => response.end(body(slide.bag.tileCount)));
    const { code, prediction, error } = await world.predict(slide, CHALLENGER);
    expect([code, prediction, double.infers()]).toEqual([expected, null, 1]);
    expect(JSON.stringify(error)).not.toContain('ZZPHI');
    // Only then the double is right, which shows that it was the lie that was refused.
    double.lie((response) => response.end(JSON.stringify(whole(slide.bag.tileCount))));
    const honest = await world.predict(slide, CHALLENGER);
    expect(honest.prediction?.targets).toEqual([{ logit: 0.5 }]);
  });
});

describe('a version that is known and not there (case 34)', () => {
  it('gives MODEL_NOT_READY, and nothing else answers in its place', async () => {
    double.forget();
    double.lie((response) =>
      response.writeHead(400).end('{"error":"Request for unknown model: model is not at ready state"}'),
    );
    const [slide] = await world.maker.many(1);
    if (!slide) throw new Error('a slide was expected');
    const { code, prediction } = await world.predict(slide, CHALLENGER);
    expect([code, prediction, double.infers()]).toEqual(['MODEL_NOT_READY', null, 1]);
  });
});
