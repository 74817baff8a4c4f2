import type { Check } from '../check.js';
import { NoAnswer } from '../http.js';
import type { ServerUnderTest } from '../server-under-test.js';
import { demand, NotSupported } from '../verdict.js';
import { errorOf, floats, inferRequest, parseAnswer, readInfer, type SentInfer } from '../wire.js';

/** Numbers that JSON has no words for, time, and connections. */
export const RESILIENCE_CHECKS: readonly Check[] = [
  { id: 'nan.from-model.json', rule: 'a NaN that a model makes is never a number in JSON', run: nanInJson },
  { id: 'nan.from-model.binary', rule: 'a NaN that a model makes is a NaN in binary', run: nanInBinary },
  { id: 'nan.in-request', rule: 'a bare NaN in JSON is refused, or taken as NaN', run: nanInRequest },
  { id: 'infinity.in-request', rule: 'a number beyond FP32 is refused, or taken as infinity', run: tooLarge },
  { id: 'connection.after-error', rule: 'the connection is kept after an error', run: keptAfterError },
  { id: 'connection.at-once', rule: 'requests at the same time get each its own answer', run: atOnce },
  { id: 'connection.left', rule: 'a caller that leaves does not hold the server up', run: callerLeaves },
  { id: 'time.timeout', rule: 'the parameter `timeout` ends a request that takes longer', run: timeout },
  { id: 'server.still-ready', rule: 'the server is ready after all this', run: stillReady },
];

const logOf = (data: string): SentInfer => ({ inputs: [{ name: 'X', datatype: 'FP32', shape: [2], data }] });

async function nanInJson(server: ServerUnderTest): Promise<string | void> {
  const heard = await server.sendInfer('log', logOf('[1,-1]'));
  if (heard.status !== 200)
    return demand(errorOf(heard) !== null, `status ${heard.status} without an \`error\` in JSON`);
  const text = heard.body.toString();
  const isBare = /\bNaN\b/.test(text);
  const data = [parseAnswer(text.replace(/\bNaN\b/, 'null')).outputs[0].data].flat();
  demand(data.length === 2 && Math.abs(data[0]) === 0, 'the other value is lost');
  demand(data[1] === null, 'it is a number');
  return isBare ? 'it is a bare NaN, which is no JSON' : 'it is null';
}

async function nanInBinary(server: ServerUnderTest): Promise<void> {
  server.needBinary();
  const { outputs } = await server.infer('log', { ...logOf('[1,-1]'), parameters: { binary_data_output: true } });
  demand(Number.isNaN(outputs.get('Y')?.bytes?.readFloatLE(4)), 'it is a number');
}

function nanInRequest(server: ServerUnderTest): Promise<string | void> {
  return notFinite(server, 'NaN', /NaN|null/);
}

function tooLarge(server: ServerUnderTest): Promise<string | void> {
  return notFinite(server, '1e300', /inf|null|e9999/i);
}

async function notFinite(server: ServerUnderTest, sent: string, expected: RegExp): Promise<string | void> {
  const inputs = [{ name: 'X', datatype: 'FP32', shape: [1, 1], data: `[${sent}]` }];
  const heard = await server.sendInfer('echo-fp32', { inputs });
  if (heard.status === 200) {
    const data = /"data":\s*\[([^\]]*)\]/.exec(heard.body.toString())?.[1] ?? '';
    demand(expected.test(data), `it comes back as ${data}`);
    return `it is taken, and comes back as ${data}`;
  }
  demand(errorOf(heard) !== null, `status ${heard.status} without an \`error\` in JSON`);
  if (heard.status >= 500) return `status ${heard.status}`;
}

async function keptAfterError(server: ServerUnderTest): Promise<void> {
  const path = `${server.pathOf('echo-fp32')}/infer`;
  const bad = await server.send({ path, body: '{"inputs":[', headers: { 'content-type': 'application/json' } });
  demand(bad.status >= 400, `broken JSON is answered with ${bad.status}`);
  const good = await server.sendInfer('log', logOf('[1,1]'));
  demand(readInfer(good).outputs.get('Y')?.data?.join() === '0,0', 'the next answer has other values');
  demand(good.isReused, 'it was closed');
}

async function atOnce(server: ServerUnderTest): Promise<void> {
  const numbers = Array.from({ length: 24 }, (_, i) => i);
  const answers = await Promise.all(
    numbers.map((n) => server.infer('two-versions', { ...logOf(`[${n},${n}]`), id: `n-${n}` }, '10')),
  );
  for (const [n, { id, outputs }] of answers.entries()) {
    demand(id === `n-${n}` && outputs.get('Y')?.data?.join() === `${3 * n + 1},${3 * n + 1}`, 'answers are mixed up');
  }
}

const SIZE = 48;

/** Work of about `steps` times 30 microseconds. */
function slow(steps: number, parameters: Readonly<Record<string, number>> = {}): SentInfer {
  const values = Array.from({ length: SIZE * SIZE }, (_, i) => Math.fround(Math.sin(i) / 8));
  return {
    inputs: [
      { name: 'X', datatype: 'FP32', shape: [SIZE, SIZE], data: JSON.stringify(values) },
      { name: 'steps', datatype: 'INT64', shape: [1], data: `[${steps}]` },
    ],
    parameters,
  };
}

const LONG_STEPS = 60_000;

async function callerLeaves(server: ServerUnderTest): Promise<void> {
  const path = `${server.pathOf('slow')}/infer`;
  const left = await server
    .send(inferRequest(path, slow(LONG_STEPS)), AbortSignal.timeout(50))
    .catch((error: unknown) => error);
  demand(left instanceof NoAnswer, 'it had answered already');
  const { outputs } = await server.infer('echo-fp32', {
    inputs: [{ name: 'X', datatype: 'FP32', shape: [1, 1], data: '[7]' }],
  });
  demand(outputs.get('Y')?.data?.join() === '7', 'the next answer has other values');
}

async function timeout(server: ServerUnderTest): Promise<string | void> {
  const microseconds = 50_000;
  const heard = await server.sendInfer('slow', slow(LONG_STEPS, { timeout: microseconds }));
  if (heard.status === 200) throw new NotSupported('the parameter is ignored');
  demand(errorOf(heard) !== null, `status ${heard.status} without an \`error\` in JSON`);
  if (heard.status !== 504) return `status ${heard.status}`;
}

async function stillReady(server: ServerUnderTest): Promise<void> {
  const { status } = await server.send({ path: '/v2/health/ready' });
  demand(status === 200, `status ${status}`);
  const inputs = [{ name: 'X', datatype: 'FP32', shape: [1, 2], data: '[0.1,-3]' }];
  const { outputs } = await server.infer('echo-fp32', { inputs });
  const values = floats(...(outputs.get('Y')?.data ?? []));
  demand(Buffer.compare(values, floats(0.1, -3)) === 0, 'it answers with other values');
}
