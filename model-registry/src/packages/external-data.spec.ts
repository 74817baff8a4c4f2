import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasExternalData } from './external-data.js';

const MODELS = 'test/fixtures/models';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tessera-onnx-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function look(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    return await hasExternalData(file, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

async function lookAt(bytes: Uint8Array): Promise<boolean> {
  const path = join(folder, 'bytes.onnx');
  await writeFile(path, bytes);
  return look(path);
}

const field = (number: number, ...content: readonly number[]): number[] => [
  (number << 3) | 2,
  content.length,
  ...content,
];

describe('external data in an ONNX file', () => {
  it.each(['external', 'external-nested'])('is found where the onnx package put it: %s', async (name) => {
    expect(await look(join(MODELS, 'bad', name, '1/model.onnx'))).toBe(true);
  });

  it('is not seen in models that have none, those that ship included', async () => {
    for (const root of [join(MODELS, 'good'), 'model-registry/models']) {
      const files = (await readdir(root, { recursive: true })).filter((path) => path.endsWith('.onnx'));
      expect(files.length).toBeGreaterThan(8);
      for (const path of files) expect(await look(join(root, path))).toBe(false);
    }
  });

  it('is found behind a tensor that is larger than what is read at a time', async () => {
    // graph.initializer { raw_data: 100,000 bytes }, then graph.initializer { external_data { } }.
    const large = [0x4a, ...varint(100_000), ...new Uint8Array(100_000)];
    const graph = [0x2a, ...varint(large.length), ...large, ...field(5, ...field(13))];
    expect(await lookAt(Uint8Array.from([0x3a, ...varint(graph.length), ...graph]))).toBe(true);
    expect(await lookAt(Uint8Array.from(field(7, ...field(5, 14 << 3, 1))))).toBe(true);
    expect(await lookAt(Uint8Array.from(field(7, ...field(5, 14 << 3, 0))))).toBe(false);
  });

  it('is not looked for in what is no ONNX, and every cut of a model ends the search', async () => {
    expect(await lookAt(Buffer.from('this is not a model'))).toBe(false);
    expect(await lookAt(Uint8Array.from(new Array<number>(30).fill(0xff)))).toBe(false);
    let nested: number[] = [];
    for (let i = 0; i < 20; i += 1) nested = field(1, ...field(5, ...field(6, ...nested)));
    expect(await lookAt(Uint8Array.from(field(7, ...nested.slice(0, 100))))).toBe(false);
    const model = await readFile(join(MODELS, 'good/mean/1/model.onnx'));
    for (let length = 0; length < model.byteLength; length += 7) {
      expect(await lookAt(model.subarray(0, length))).toBe(false);
    }
  });
});

function varint(value: number): readonly number[] {
  return value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))];
}
