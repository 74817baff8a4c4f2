import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FakeMlflow, publishedVersion, sha256, type FakeVersion } from '#test/fake-mlflow';
import { MODELS } from '../support/folders.js';

// Doubles of MLflow servers in a process of their own, so that their work does not count as the gateway's. Told `requests`, it says how
// many each has answered.

const [servers = 0, models = 0, versions = 0] = process.argv.slice(2).map(Number);
const WEIGHTS = Buffer.from('a file that no benchmark opens');

const text = await readFile(join(MODELS, 'demo-dense-focus/2/model-card.json'), 'utf8');
const started = await Promise.all(Array.from({ length: servers }, (_, i) => startServer(i)));
process.on('message', () => process.send?.({ requests: started.map(({ requests }) => requests.length) }));
process.send?.({ urls: started.map(({ url }) => url) });

async function startServer(server: number): Promise<FakeMlflow> {
  const fake = await FakeMlflow.start();
  const held = Array.from({ length: models * versions }, (_, i) =>
    versionOf(server, Math.floor(i / versions), (i % versions) + 1),
  );
  const aliases = held.map(({ name }) => [name, { champion: '3' }] as const);
  fake.hold(held, Object.fromEntries(aliases));
  return fake;
}

function versionOf(server: number, model: number, version: number): FakeVersion {
  const card = JSON.parse(text);
  const name = `bench-${server}-${String(model).padStart(3, '0')}`;
  card.identity = { ...card.identity, name, version: String(version), parent: null };
  card.domain = null;
  card.artifacts = [{ path: 'model.onnx', sha256: sha256(WEIGHTS), sizeBytes: WEIGHTS.length, role: 'MODEL' }];
  // A version a minute, so that a look at what is new meets few of them.
  const updatedMs = 1_760_000_000_000 + (model * versions + version) * 60_000;
  return publishedVersion(card, { files: { 'model.onnx': WEIGHTS }, updatedMs });
}
