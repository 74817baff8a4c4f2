import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Json } from './json.js';
import { type TestGateway } from './open-test-gateway.js';

/** Measured spots of C6, as they ship. */
export const C6_SPOTS = join(process.cwd(), 'demo/slides');
export const C6_MEASUREMENT = {
  id: 'c6-spots',
  name: 'Spots of C6',
  source: 'Andersson A. et al., Nature Communications 12:6012 (2021)',
  licence: 'CC-BY-4.0',
  format: 'SPOT_TABLES',
} as const;
export const EXPRESSION = 'local:demo-her2st-expr/1';

/** The header and the numbers of a `.npy` file of float32, float16 bits or int32. */
export function npyOf(bytes: Buffer): {
  readonly shape: readonly number[];
  readonly values: Float32Array | Uint16Array | Int32Array;
} {
  const length = bytes.readUInt16LE(8);
  const header = bytes.toString('latin1', 10, 10 + length);
  const shape = (/\(([^)]*)\)/.exec(header)?.[1] ?? '')
    .split(',')
    .flatMap((part) => (part.trim() ? [Number(part)] : []));
  const { buffer } = Uint8Array.from(bytes.subarray(10 + length));
  if (header.includes('<f2')) return { shape, values: new Uint16Array(buffer) };
  return { shape, values: header.includes('<i4') ? new Int32Array(buffer) : new Float32Array(buffer) };
}

/** What a job came to. @param fields of the job beside its state */
export async function jobEnded(gateway: TestGateway, id: string, fields = '', key?: string): Promise<Json> {
  for (;;) {
    const query = `query Job($id: ID!) { job(id: $id) { kind state stage done total error { code message facts } ${fields} } }`;
    const { job } = await gateway.data(query, { id }, key);
    if (!['QUEUED', 'RUNNING'].includes(job.state)) return job;
    await sleep(50);
  }
}
