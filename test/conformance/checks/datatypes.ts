import type { Json } from '#test/json';
import type { Check } from '../check.js';
import type { ServerUnderTest } from '../server-under-test.js';
import { demand, Failed, NotSupported } from '../verdict.js';
import { inferRequest, readInfer, type HeardTensor, type SentInfer, type SentTensor } from '../wire.js';

interface Sample {
  /** Two elements as JSON text, and as raw bytes, little-endian. */
  readonly json: string;
  readonly hex: string;
}

/** Written out by hand from IEEE 754 and two's complement: no codec of ours takes part. */
const SAMPLES: Readonly<Record<string, Sample>> = {
  BOOL: { json: '[true,false]', hex: '0100' },
  UINT8: { json: '[1,255]', hex: '01ff' },
  UINT16: { json: '[1,65535]', hex: '0100ffff' },
  UINT32: { json: '[1,4294967295]', hex: '01000000ffffffff' },
  UINT64: { json: '[1,4294967296]', hex: '01000000000000000000000001000000' },
  INT8: { json: '[-128,127]', hex: '807f' },
  INT16: { json: '[-32768,5]', hex: '00800500' },
  INT32: { json: '[-2147483648,5]', hex: '0000008005000000' },
  INT64: { json: '[-4294967296,5]', hex: '00000000ffffffff0500000000000000' },
  FP16: { json: '[1.5,-0.25]', hex: '003e00b4' },
  FP32: { json: '[1.5,-0.25]', hex: '0000c03f000080be' },
  FP64: { json: '[0.1,-0.25]', hex: '9a9999999999b93f000000000000d0bf' },
  BYTES: { json: '["ä",""]', hex: '02000000c3a400000000' },
};

const beyond = { INT64: '9223372036854775807', UINT64: '18446744073709551615' } as const;

/** Every datatype, in JSON and in binary. */
export const DATATYPE_CHECKS: readonly Check[] = [
  ...Object.keys(SAMPLES).flatMap((datatype) => [
    {
      id: `datatype.${datatype}.json`,
      rule: `${datatype} goes both ways in JSON`,
      run: (server: ServerUnderTest) => inJson(server, datatype),
    },
    {
      id: `datatype.${datatype}.binary`,
      rule: `${datatype} goes both ways in binary`,
      run: (server: ServerUnderTest) => inBinary(server, datatype),
    },
  ]),
  ...(['INT64', 'UINT64'] as const).map((datatype) => ({
    id: `datatype.${datatype}.large`,
    rule: `${datatype} beyond 2^53 is exact in JSON, or refused`,
    run: (server: ServerUnderTest) => beyondDoubles(server, datatype),
  })),
  { id: 'datatype.BYTES.long', rule: 'BYTES elements of 0 to 100,000 bytes keep their lengths', run: longElements },
];

/** One datatype in JSON, the others as the server likes them best. */
function request(server: ServerUnderTest, datatype: string, own: Partial<SentTensor>, isBinaryOut: boolean): SentInfer {
  const inputs = Object.entries(SAMPLES).map(([name, { json, hex }]): SentTensor => {
    const head = { name, datatype: name, shape: [2] };
    if (name === datatype) return { ...head, ...own };
    return server.has.binary ? { ...head, bytes: Buffer.from(hex, 'hex') } : { ...head, data: json };
  });
  return { inputs, outputs: [{ name: `${datatype}_OUT`, ...(isBinaryOut && { parameters: { binary_data: true } }) }] };
}

async function run(
  server: ServerUnderTest,
  datatype: string,
  own: Partial<SentTensor>,
  isBinary: boolean,
): Promise<HeardTensor> {
  const infer = request(server, datatype, own, isBinary);
  const heard = await server.send(inferRequest(`${server.pathOf('every-datatype')}/infer`, infer));
  if (!isBinary && heard.status !== 200) throw new NotSupported(`refused with ${heard.status}`);
  const output = readInfer(heard).outputs.get(`${datatype}_OUT`);
  if (output === undefined) throw new Failed('the output is missing');
  demand(output.datatype === datatype, `it comes back as ${output.datatype}`);
  return output;
}

async function inBinary(server: ServerUnderTest, datatype: string): Promise<void> {
  server.needBinary();
  const bytes = Buffer.from(SAMPLES[datatype]?.hex ?? '', 'hex');
  const output = await run(server, datatype, { bytes }, true);
  demand(output.shape.join() === '2', 'another shape comes back');
  demand(output.bytes?.equals(bytes) === true, 'other bytes come back');
}

async function inJson(server: ServerUnderTest, datatype: string): Promise<void> {
  const data = SAMPLES[datatype]?.json ?? '';
  const output = await run(server, datatype, { data }, false);
  demand(output.shape.join() === '2', `the shape ${output.shape.join()} comes back`);
  const expected: readonly Json[] = JSON.parse(data);
  const same = output.data?.every(
    (value, i) => value === expected[i] || (datatype === 'BOOL' && !!value === expected[i]),
  );
  demand(same === true, 'other values come back');
}

async function beyondDoubles(server: ServerUnderTest, datatype: keyof typeof beyond): Promise<string | void> {
  const infer = request(server, datatype, { data: `[${beyond[datatype]},7]` }, false);
  const heard = await server.send(inferRequest(`${server.pathOf('every-datatype')}/infer`, infer));
  if (heard.status !== 200) return;
  const value = readInfer(heard).outputs.get(`${datatype}_OUT`)?.data?.[0];
  demand(value === beyond[datatype], 'it is rounded');
}

async function longElements(server: ServerUnderTest): Promise<void> {
  server.needBinary();
  const element = (length: number): Uint8Array => {
    const bytes = Buffer.alloc(4 + length, 0x61);
    bytes.writeUInt32LE(length);
    return bytes;
  };
  const bytes = Buffer.concat([element(0), element(100_000)]);
  const output = await run(server, 'BYTES', { bytes }, true);
  demand(output.bytes?.equals(bytes) === true, 'other bytes come back');
}
