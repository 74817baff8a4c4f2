import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeModelConfig, type ModelConfigFile } from '#libs/inference-protocol';
import { pythonWith } from '#test/python-install';
import { reasonToSkip } from '#test/skip-without';
import { goodModels, root, startServer, type ServerProcess } from '../model-server/start-server.js';

const REQUIREMENTS = 'tritonclient[http,grpc]==2.51.0\nnumpy==1.26.4\ngrpcio==1.85.1\nprotobuf==4.25.9';

let python = '';
const skip = await reasonToSkip(
  'tritonclient 2.51.0',
  async () => (python = await pythonWith('tritonclient', REQUIREMENTS)),
);

const CASES = [
  'health',
  'metadata',
  'config',
  'published_numbers',
  'every_datatype',
  'many_at_once',
  'statistics',
  'index',
  'load_and_unload',
  'errors',
  'timeouts',
];
const NAMES = [
  ...['http', 'grpc'].flatMap((peer) => CASES.map((name) => `${peer} ${name}`)),
  'http published_numbers as JSON',
  'http every_datatype as JSON',
  'written config.pbtxt',
];

const WRITTEN: ModelConfigFile = {
  name: 'a "quoted" \\ näme',
  maxBatchSize: 16,
  inputs: [{ name: 'x', datatype: 'FP16', dims: [-1, 1536] }],
  outputs: [
    { name: 'y', datatype: 'BYTES', dims: [1] },
    { name: 'z', datatype: 'BOOL', dims: [2, 2] },
  ],
  versionPolicy: { kind: 'specific', versions: [2, 7] },
  instances: 2,
  hasDynamicBatching: true,
  parameters: { digest: 'ab\n' },
  notes: [],
};

describe.skipIf(skip)("Python's tritonclient, unchanged, against the embedded model server", () => {
  let folder = '';
  let server: ServerProcess;
  const problems = new Map<string, string | null>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tessera-models-'));
    await cp(goodModels, folder, { recursive: true });
    server = await startServer('--models', folder, '--grpc-port', '0');
    const grpc = /gRPC on (\S+)/.exec(server.line)?.[1] ?? '';
    const script = join(root, 'test/peers/tritonclient_calls.py');
    await writeFile(join(folder, 'written.pbtxt'), writeModelConfig(WRITTEN));
    const args = [script, server.url.replace('http://', ''), grpc, folder, join(folder, 'written.pbtxt')];
    const { stdout } = await promisify(execFile)(python, args, { timeout: 100_000 });
    for (const line of stdout.trim().split('\n')) {
      const { case: name, problem }: { readonly case: string; readonly problem: string | null } = JSON.parse(line);
      problems.set(name, problem);
    }
  });
  afterAll(async () => {
    await server.stop();
    expect(server.stderr()).not.toContain('a bug');
    await rm(folder, { recursive: true });
  });

  it('makes every call that is listed here, and no other', () => {
    expect([...problems.keys()]).toEqual(NAMES);
  });

  it.each(NAMES)('%s', (name) => {
    expect(problems.get(name)).toBeNull();
  });
});
