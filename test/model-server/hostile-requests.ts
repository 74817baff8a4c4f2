import type { Outgoing, WireInferRequest } from '#libs/inference-protocol';

/** Numbers that look random and are the same in every run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A request over REST. */
export interface RestRequest {
  readonly what: string;
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  readonly path: string;
}

/** A ModelInfer call over gRPC: a message, or bytes that are none. */
export interface GrpcRequest {
  readonly what: string;
  readonly message: Outgoing<WireInferRequest> | Buffer;
}

const PATH = '/v2/models/mean/infer';
const JSON_TYPE = { 'content-type': 'application/json' };
const good = { name: 'X', datatype: 'FP32', shape: [1, 2, 2], data: [1, 2, 3, 4] };
export const GOOD_BODY = JSON.stringify({ inputs: [good] });

/** A size that is wrong wherever it stands in the shape of four values. */
const SIZES = [-1, -(2 ** 31), 2 ** 31, 2 ** 32, 2 ** 53 - 1, 2 ** 62, 1e308, 1.5, 3, 0, 65536, 100_000, 2 ** 40];
const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  'text',
  {},
  [],
  [[]],
  { toString: 1 },
  '__proto__',
  1e400,
  -0.5,
  '9'.repeat(400),
];
const DATATYPES = [
  'FP64',
  'FP16',
  'BF16',
  'BYTES',
  'BOOL',
  'INT64',
  'UINT8',
  'fp32',
  'FP32 ',
  '',
  'TYPE_FP32',
  'constructor',
];

/** Requests that are wrong by construction: none may be answered with numbers. */
export function* hostileRest(count: number, random: () => number): Generator<RestRequest> {
  const kinds = [wrongShape, wrongMember, wrongBinary, wrongHeader, deep, wrongEnvelope, compressed, wrongText];
  for (let i = 0; i < count; i += 1) {
    const kind = kinds[i % kinds.length] ?? wrongShape;
    yield { path: PATH, headers: JSON_TYPE, ...kind(random), what: kind.name };
  }
}

type Part = Pick<RestRequest, 'body'> & Partial<RestRequest>;
const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T;
const bodyOf = (more: object): string => JSON.stringify({ inputs: [{ ...good, ...more }] });

function wrongShape(random: () => number): Part {
  const rank = Math.floor(random() * 6);
  const shape = Array.from({ length: rank === 3 ? 3 : rank }, () => pick(SIZES, random));
  return { body: bodyOf({ shape, data: random() < 0.5 ? [1] : [] }).replaceAll('null', '1e999') };
}

function wrongMember(random: () => number): Part {
  const member = pick(['name', 'shape', 'data', 'datatype'], random);
  const value = member === 'datatype' ? pick(DATATYPES, random) : pick(ODD_VALUES, random);
  return { body: bodyOf({ [member]: member === 'data' ? [value, 1, 2, 'x'] : value }) };
}

function wrongBinary(random: () => number): Part {
  const size = pick([-1, 1, 15, 17, 2 ** 31, 2 ** 53, 1.5, 0, 4], random);
  const shape = [pick(SIZES, random), pick([1, 2, 2 ** 31], random), 2];
  const head = JSON.stringify({
    inputs: [{ name: 'X', datatype: 'FP32', shape, parameters: { binary_data_size: size } }],
  });
  const body = Buffer.concat([Buffer.from(head), Buffer.alloc(Math.floor(random() * 3) * 9)]);
  return { body, headers: { 'inference-header-content-length': String(head.length) } };
}

function wrongHeader(random: () => number): Part {
  const length = pick(
    ['-1', '0', '1', '2147483648', '4294967297', '99999999999999999999', 'NaN', '0x10', '1e3', '12 ', '５'],
    random,
  );
  return { body: GOOD_BODY, headers: { 'inference-header-content-length': Buffer.from(length).toString('latin1') } };
}

function deep(random: () => number): Part {
  const depth = 65 + Math.floor(random() * 60_000);
  const nested =
    random() < 0.5 ? '['.repeat(depth) + ']'.repeat(depth) : '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
  return { body: random() < 0.5 ? nested : `{"inputs":[{"name":"X","datatype":"FP32","shape":[1],"data":${nested}}]}` };
}

function wrongEnvelope(random: () => number): Part {
  const document = pick(
    [null, 5, 'x', [], {}, { inputs: {} }, { inputs: [null] }, { inputs: [[]] }, { inputs: [good, good] }],
    random,
  );
  const parameters = pick(
    [[], 5, { timeout: {} }, { timeout: -1 }, { timeout: 1e300 }, { binary_data_output: 'yes' }],
    random,
  );
  if (random() < 0.5) return { body: JSON.stringify(document) };
  return { body: JSON.stringify({ inputs: [good], parameters }) };
}

function compressed(random: () => number): Part {
  const encoding = pick(['gzip', 'deflate', 'br', 'zstd', 'gzip, gzip', 'zzz'], random);
  return { body: Buffer.alloc(512, 0x1f), headers: { ...JSON_TYPE, 'content-encoding': encoding } };
}

function wrongText(random: () => number): Part {
  const cut = 1 + Math.floor(random() * (GOOD_BODY.length - 2));
  return {
    body: pick(
      [GOOD_BODY.slice(0, cut), `${GOOD_BODY}${GOOD_BODY}`, GOOD_BODY.replace('4', 'NaN'), '\uFEFF{', '\0'],
      random,
    ),
  };
}

/** A good body with a few bytes changed: it may still be good. */
export function mutated(bytes: Uint8Array, random: () => number): Buffer {
  const copy = Buffer.from(bytes);
  for (let i = 0; i <= random() * 4; i += 1) copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
  return random() < 0.3 ? copy.subarray(0, Math.floor(random() * copy.length)) : copy;
}

export const GOOD_MESSAGE: Outgoing<WireInferRequest> = {
  model_name: 'mean',
  inputs: [{ name: 'X', datatype: 'FP32', shape: [1, 2, 2] }],
  raw_input_contents: [Buffer.from(Float32Array.of(1, 2, 3, 4).buffer)],
};

/** Messages that are wrong by construction. */
export function* hostileGrpc(count: number, random: () => number): Generator<GrpcRequest> {
  const wires = ['-1', '9223372036854775807', '-9223372036854775808', '4294967296', '2147483648', '3', '0'];
  for (let i = 0; i < count; i += 1) {
    const shape = Array.from({ length: Math.floor(random() * 40) }, () => pick(wires, random));
    const datatype = pick(DATATYPES, random);
    const raw = Array.from({ length: pick([0, 1, 2, 3], random) }, () => Buffer.alloc(Math.floor(random() * 40), 0xff));
    const contents = { fp32_contents: [1, 2, 3], bytes_contents: [Buffer.of(1)], int_contents: [2 ** 31 - 1] };
    const input = { name: 'X', datatype: 'FP32', shape: [1, 2, 2] };
    const messages: readonly Outgoing<WireInferRequest>[] = [
      { ...GOOD_MESSAGE, inputs: [{ ...input, shape: [...shape, '7'] }] },
      { ...GOOD_MESSAGE, inputs: [{ ...input, datatype }] },
      { ...GOOD_MESSAGE, raw_input_contents: [...raw, Buffer.of(1)] },
      { model_name: 'mean', inputs: [{ ...input, contents }] },
      { ...GOOD_MESSAGE, inputs: [{ ...input, contents }] },
      { ...GOOD_MESSAGE, inputs: [input, input] },
      { ...GOOD_MESSAGE, inputs: [{ ...input, parameters: { shared_memory_region: { string_param: '/etc' } } }] },
      { ...GOOD_MESSAGE, parameters: { timeout: { int64_param: '-9' } } },
      { ...GOOD_MESSAGE, model_version: pick(['-1', '0', '01', '99', 'a/../b'], random) },
      { ...GOOD_MESSAGE, outputs: [{ name: pick(['', 'x', '__proto__'], random) }] },
    ];
    yield { what: `message ${i % messages.length}`, message: messages[i % messages.length] ?? {} };
  }
}
