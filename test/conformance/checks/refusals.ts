import type { Check } from '../check.js';
import type { Sent } from '../http.js';
import type { ServerUnderTest } from '../server-under-test.js';
import { demand } from '../verdict.js';
import { binaryRequest, errorOf, floats, inferRequest, readInfer, type SentTensor } from '../wire.js';

const GOOD: SentTensor = { name: 'X', datatype: 'FP32', shape: [2, 2], data: '[1,2,3,4]' };
const JSON_HEADERS = { 'content-type': 'application/json' };
const ENDS_TRITON = 'it ends a Triton';

type Bad = (path: string) => Sent;

const text =
  (body: string): Bad =>
  (path) => ({ path, body, headers: JSON_HEADERS });
const tensors =
  (...inputs: readonly SentTensor[]): Bad =>
  (path) =>
    inferRequest(path, { inputs });
const tensor = (changes: Partial<SentTensor>): Bad => tensors({ ...GOOD, ...changes });
const asking =
  (more: object): Bad =>
  (path) =>
    inferRequest(path, { inputs: [GOOD], ...more });

/** A binary tensor that says one size and brings another. */
const binary =
  (shape: readonly number[], size: number, brought: number): Bad =>
  (path) => {
    const input = { name: 'X', datatype: 'FP32', shape, parameters: { binary_data_size: size } };
    return binaryRequest(path, JSON.stringify({ inputs: [input] }), new Uint8Array(brought));
  };
const headerLength =
  (length: string): Bad =>
  (path) =>
    binaryRequest(path, '{"inputs":[]}', floats(1), length);

/** What a caller gets wrong: [name, what it is, the request]. */
const MISTAKES: readonly (readonly [string, string, Bad])[] = [
  ['unknown-input', 'an unknown input', tensor({ name: 'Z' })],
  ['surplus-input', 'an input more than the model has', tensors(GOOD, { ...GOOD, name: 'Z' })],
  ['missing-input', 'a missing input', text('{"inputs":[]}')],
  ['unknown-output', 'an unknown output', asking({ outputs: [{ name: 'Z' }] })],
  ['wrong-datatype', 'another datatype than the model takes', tensor({ datatype: 'INT64' })],
  ['unknown-datatype', 'a datatype that does not exist', tensor({ datatype: 'FP33' })],
  ['wrong-rank', 'a shape of another rank', tensor({ shape: [4] })],
  ['too-few-values', 'fewer values than the shape says', tensor({ data: '[1,2,3]' })],
  ['too-many-values', 'more values than the shape says', tensor({ data: '[1,2,3,4,5]' })],
  ['negative-dimension', 'a negative dimension', tensor({ shape: [-1, 2], data: '[1,2]' })],
  ['fraction-dimension', 'a dimension that is no whole number', tensor({ shape: [1.5, 2], data: '[1,2,3]' })],
  ['text-dimension', 'a dimension that is text', tensor({ shape: ['2', '2'] })],
  ['broken-json', 'broken JSON', text('{"inputs":[')],
  ['empty-body', 'an empty body', text('')],
  ['no-inputs', 'no `inputs`', text('{}')],
  ['text-for-number', 'text for a number', tensor({ data: '["a",2,3,4]' })],
  ['null-for-number', '`null` for a number', tensor({ data: '[null,2,3,4]' })],
];

const BINARY_MISTAKES: readonly (readonly [string, string, Bad])[] = [
  ['too-few-bytes', 'fewer bytes than the shape needs', binary([2, 2], 12, 12)],
  ['too-many-bytes', 'more bytes than the shape needs', binary([2, 2], 20, 20)],
  ['bytes-beyond-body', 'a size beyond the end of the body', binary([2, 2], 16, 8)],
  ['bytes-left-over', 'bytes behind the last tensor', binary([2, 2], 16, 24)],
  ['header-length-text', 'a header length that is no number', headerLength('abc')],
  ['header-length-negative', 'a negative header length', headerLength('-5')],
  ['header-length-beyond', 'a header length beyond the body', headerLength('500')],
];

const HUGE = 4_294_967_296;

/** Shapes that promise more than there is. A server that allocates before it compares is ended by them. */
const HOSTILE: readonly (readonly [string, string, Bad])[] = [
  ['40-gigabytes', '40 GB in one JSON value', tensor({ shape: [100_000, 100_000], data: '[1]' })],
  ['overflow', 'a size that overflows 64 bits', tensor({ shape: [HUGE, HUGE], data: '[]' })],
  ['overflow-to-negative', 'a size that overflows to a negative', tensor({ shape: [2 ** 31, 2 ** 31], data: '[1]' })],
];
const BINARY_HOSTILE: readonly (readonly [string, string, Bad])[] = [
  ['40-gigabytes.binary', '40 GB in no bytes', binary([100_000, 100_000], 0, 0)],
  ['overflow.binary', 'overflow in no bytes', binary([HUGE, HUGE], 0, 0)],
];

const elsewhere: readonly Check[] = [
  {
    id: 'refusal.unknown-model',
    rule: 'an unknown model is refused with a 4xx and an `error`',
    run: (server) => isRefused(server, asking({})(`${server.pathOf('no-such-model')}/infer`)),
  },
  {
    id: 'refusal.unknown-version',
    rule: 'an unknown version is refused with a 4xx and an `error`',
    run: (server) => {
      server.needVersions();
      return isRefused(server, asking({})(`${server.pathOf('echo-fp32', '7')}/infer`));
    },
  },
  {
    id: 'refusal.version-text',
    rule: 'a version `-1` is refused with a 4xx and an `error`',
    run: (server) => {
      server.needVersions();
      return isRefused(server, asking({})(`${server.pathOf('echo-fp32', '-1')}/infer`));
    },
  },
  {
    id: 'refusal.get-infer',
    rule: 'GET of an inference path is 405',
    run: async (server) => {
      const { status } = await server.send({ path: `${server.pathOf('echo-fp32')}/infer` });
      demand(status >= 400, `status ${status}`);
      return status === 405 ? undefined : `status ${status}`;
    },
  },
];

/** What a caller may get wrong, and what a caller may send on purpose. */
export const REFUSAL_CHECKS: readonly Check[] = [
  ...elsewhere,
  ...MISTAKES.map((mistake) => checkOf(mistake)),
  ...BINARY_MISTAKES.map((mistake) => needsBinary(checkOf(mistake))),
  ...HOSTILE.map((mistake) => ({ ...checkOf(mistake), danger: ENDS_TRITON })),
  ...BINARY_HOSTILE.map((mistake) => ({ ...needsBinary(checkOf(mistake)), danger: ENDS_TRITON })),
];

function checkOf([name, what, bad]: readonly [string, string, Bad]): Check {
  return {
    id: `refusal.${name}`,
    rule: `${what} is refused with a 4xx and an \`error\``,
    run: (server) => isRefused(server, bad(`${server.pathOf('echo-fp32')}/infer`)),
  };
}

function needsBinary(check: Check): Check {
  return {
    ...check,
    run: (server) => {
      server.needBinary();
      return check.run(server);
    },
  };
}

/** The server refuses it and goes on: the next good request has its answer. */
async function isRefused(server: ServerUnderTest, bad: Sent): Promise<string | void> {
  const heard = await server.send(bad);
  const { outputs } = readInfer(await server.sendInfer('echo-fp32', { inputs: [GOOD] }));
  demand(outputs.get('Y')?.data?.join() === '1,2,3,4', 'the next good request has another answer');
  demand(heard.status >= 400, `it is answered with ${heard.status}`);
  demand(errorOf(heard) !== null, `status ${heard.status} without an \`error\` in JSON`);
  if (heard.status >= 500) return `status ${heard.status}`;
}
