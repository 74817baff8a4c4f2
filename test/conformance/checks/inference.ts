import type { Check } from '../check.js';
import type { ServerUnderTest } from '../server-under-test.js';
import { demand } from '../verdict.js';
import { floats, type SentInfer, type SentTensor } from '../wire.js';

const A: SentTensor = { name: 'A', datatype: 'FP32', shape: [2], data: '[1.5,2.5]' };
const B: SentTensor = { name: 'B', datatype: 'FP32', shape: [2], data: '[0.25,1]' };
const [rawA, rawB] = [floats(1.5, 2.5), floats(0.25, 1)];
const [SUM, DIFFERENCE] = [floats(1.75, 3.5), floats(1.25, 1.5)];
const binary = ({ name, datatype, shape }: SentTensor, bytes: Uint8Array): SentTensor => ({
  name,
  datatype,
  shape,
  bytes,
});
const ALL_BINARY = [binary(A, rawA), binary(B, rawB)];
const want = (name: string, isBinary?: boolean) =>
  isBinary === undefined ? { name } : { name, parameters: { binary_data: isBinary } };

/** Inference, in JSON and binary and both at once. */
export const INFERENCE_CHECKS: readonly Check[] = [
  { id: 'infer.json', rule: 'JSON in, JSON out', run: (server) => pair(server, { inputs: [A, B] }, 'json', 'json') },
  {
    id: 'infer.binary',
    rule: 'binary in, binary out',
    run: (server) => binaryPair(server, { inputs: ALL_BINARY, outputs: [want('sum', true), want('difference', true)] }),
  },
  {
    id: 'infer.json-to-binary',
    rule: 'JSON in, binary out',
    run: (server) => binaryPair(server, { inputs: [A, B], outputs: [want('sum', true), want('difference', true)] }),
  },
  {
    id: 'infer.binary-to-json',
    rule: 'binary in, JSON out where no binary output is asked for',
    run: async (server) => {
      server.needBinary();
      await pair(server, { inputs: ALL_BINARY, parameters: { binary_data_output: false } }, 'json', 'json');
    },
  },
  {
    id: 'infer.mixed-inputs',
    rule: 'a JSON input beside a binary one',
    run: async (server) => {
      server.needBinary();
      const outputs = [want('sum', false), want('difference', false)];
      await pair(server, { inputs: [A, binary(B, rawB)], outputs }, 'json', 'json');
      await pair(server, { inputs: [binary(A, rawA), B], outputs }, 'json', 'json');
    },
  },
  {
    id: 'infer.mixed-outputs',
    rule: 'a JSON output beside a binary one',
    run: async (server) => {
      server.needBinary();
      await pair(
        server,
        { inputs: ALL_BINARY, outputs: [want('sum', true), want('difference', false)] },
        'binary',
        'json',
      );
    },
  },
  {
    id: 'infer.binary_data_output',
    rule: '`binary_data_output` asks for all outputs in binary',
    run: (server) => binaryPair(server, { inputs: ALL_BINARY, parameters: { binary_data_output: true } }),
  },
  {
    id: 'infer.binary_data_overrides',
    rule: 'an output’s own `binary_data` goes before `binary_data_output`',
    run: ownGoesFirst,
  },
  {
    id: 'infer.output-selection',
    rule: 'only the outputs that are asked for come back',
    run: async (server) => {
      const { outputs } = await server.infer('pair', { inputs: [A, B], outputs: [want('difference')] });
      demand([...outputs.keys()].join() === 'difference', 'others come back');
    },
  },
  { id: 'infer.nested-data', rule: 'nested JSON data are read row by row', run: nestedData },
  { id: 'infer.header-length', rule: 'the JSON part may have any length', run: anyHeaderLength },
  {
    id: 'infer.zero-size.json',
    rule: 'a tensor without elements goes both ways in JSON',
    run: (server) => zeroSize(server, false),
  },
  {
    id: 'infer.zero-size.binary',
    rule: 'a tensor without elements goes both ways in binary',
    run: (server) => zeroSize(server, true),
  },
  { id: 'infer.bits', rule: 'binary FP32 keeps every bit: -0, subnormals, infinities, NaN', run: everyBit },
  { id: 'infer.large', rule: 'a tensor of 4 MiB goes both ways unchanged', run: large },
];

type Encoding = 'json' | 'binary';

async function pair(server: ServerUnderTest, infer: SentInfer, sum: Encoding, difference: Encoding): Promise<void> {
  const { outputs } = await server.infer('pair', infer);
  demand(outputs.size === 2, 'an output is missing');
  for (const [name, encoding, expected] of [
    ['sum', sum, SUM],
    ['difference', difference, DIFFERENCE],
  ] as const) {
    const output = outputs.get(name);
    demand(output?.datatype === 'FP32' && output.shape.join() === '2', `${name} has another datatype or shape`);
    demand((output?.bytes === null ? 'json' : 'binary') === encoding, `${name} is not in ${encoding}`);
    const bytes = output?.bytes ?? floats(...(output?.data ?? []));
    demand(Buffer.compare(bytes, expected) === 0, `${name} has other values`);
  }
}

async function binaryPair(server: ServerUnderTest, infer: SentInfer): Promise<void> {
  server.needBinary();
  await pair(server, infer, 'binary', 'binary');
}

async function ownGoesFirst(server: ServerUnderTest): Promise<string | void> {
  server.needBinary();
  const outputs = [want('sum', false), want('difference')];
  const answer = await server.infer('pair', { inputs: ALL_BINARY, outputs, parameters: { binary_data_output: true } });
  demand(answer.outputs.get('sum')?.data?.join() === '1.75,3.5', 'its values are others, or in binary');
  if (answer.outputs.get('difference')?.bytes === null)
    return 'where outputs are named, `binary_data_output` is ignored';
}

function matrix(rows: number, columns: number, bytes: Uint8Array): SentTensor {
  return { name: 'X', datatype: 'FP32', shape: [rows, columns], bytes };
}

async function nestedData(server: ServerUnderTest): Promise<void> {
  const inputs = [{ name: 'X', datatype: 'FP32', shape: [2, 2], data: '[[1,2],[3,4]]' }];
  const { outputs } = await server.infer('echo-fp32', { inputs });
  demand(outputs.get('Y')?.data?.join() === '1,2,3,4', 'other values come back');
}

async function anyHeaderLength(server: ServerUnderTest): Promise<void> {
  server.needBinary();
  for (let padding = 0; padding < 8; padding += 1) {
    const parameters = { binary_data_output: true };
    const { outputs } = await server.infer('pair', { inputs: ALL_BINARY, parameters, padding });
    demand(outputs.get('sum')?.bytes?.equals(SUM) === true, `other values with ${padding} spaces more`);
  }
}

async function zeroSize(server: ServerUnderTest, isBinary: boolean): Promise<void> {
  if (isBinary) server.needBinary();
  const { name, datatype, shape, bytes } = matrix(0, 3, floats());
  const input = isBinary ? { name, datatype, shape, bytes } : { name, datatype, shape, data: '[]' };
  const { outputs } = await server.infer('echo-fp32', { inputs: [input] as readonly SentTensor[] });
  const output = outputs.get('Y');
  demand(output?.shape.join() === '0,3', `the shape of the answer is ${output?.shape.join()}`);
  demand((output?.bytes?.length ?? output?.data?.length) === 0, 'values come back');
}

async function everyBit(server: ServerUnderTest): Promise<void> {
  server.needBinary();
  const bits = Uint32Array.of(0x80000000, 1, 0x807fffff, 0x7f800000, 0xff800000, 0x7fc00000, 0x7f7fffff, 0x3dcccccd);
  await echo(server, matrix(2, 4, new Uint8Array(bits.buffer)));
}

async function large(server: ServerUnderTest): Promise<void> {
  server.needBinary();
  const values = Float32Array.from({ length: 2 ** 20 }, (_, i) => Math.sin(i));
  await echo(server, matrix(1024, 1024, new Uint8Array(values.buffer)));
}

async function echo(server: ServerUnderTest, input: SentTensor): Promise<void> {
  const { outputs } = await server.infer('echo-fp32', { inputs: [input], parameters: { binary_data_output: true } });
  demand(outputs.get('Y')?.bytes?.equals(input.bytes ?? floats()) === true, 'other bytes come back');
}
