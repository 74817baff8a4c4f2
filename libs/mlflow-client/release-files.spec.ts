import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MlflowHttp } from './mlflow-http.js';
import { ReleaseFiles, type ReleaseFile } from './release-files.js';
import type { ReleaseFolder } from './release-folder.js';

const { signal } = new AbortController();
const PIECES = 64;
const PIECE_BYTES = 2 ** 18;
const folder: ReleaseFolder = {
  ...{ runId: 'r', modelId: null, source: 's', artifactPath: 'model', path: '1/r' },
  ...{ startedMs: 0, isNew: true, isFinished: false },
};

/** Holds digests of whole uploads, as the server of a proxy holds files. */
let digests: Map<string, string>;
let uploads: number;
let status = 200;
let server: Server;
let http: MlflowHttp;
let files: ReleaseFiles;

beforeEach(async () => {
  [digests, uploads, status] = [new Map(), 0, 200];
  const bodies = new Map<string, Buffer>();
  server = createServer((request, response) => {
    const path = request.url ?? '';
    if (request.method === 'GET') return void response.writeHead(bodies.has(path) ? 200 : 404).end(bodies.get(path));
    uploads += 1;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.set(path, Buffer.concat(chunks));
      digests.set(path, createHash('sha256').update(Buffer.concat(chunks)).digest('hex'));
      response.writeHead(status).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  http = new MlflowHttp({
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    timeoutMs: 5_000,
  });
  files = new ReleaseFiles(http);
});
afterEach(async () => {
  http.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Uses one buffer for all pieces, as the reader of a package does. */
function file(ending: Error | null = null): ReleaseFile {
  const hash = createHash('sha256');
  for (let i = 0; i < PIECES; i += 1) hash.update(Buffer.alloc(PIECE_BYTES, i));
  const read = async function* (): AsyncGenerator<Uint8Array, void> {
    const piece = Buffer.alloc(PIECE_BYTES);
    for (let i = 0; i < PIECES; i += 1) yield piece.fill(i);
    if (ending) throw ending;
  };
  return { path: 'model.onnx', sizeBytes: PIECES * PIECE_BYTES, sha256: hash.digest('hex'), read };
}

it('sends a file while it is read, from one buffer, and reads it back', async () => {
  const sent = file();
  await files.put(folder, sent, signal);
  expect([...digests.values()]).toEqual([sent.sha256]);
});

it('leaves a file of an earlier attempt as it is, and replaces one that is another', async () => {
  const left = { ...folder, isNew: false };
  await files.put(folder, file(), signal);
  await files.put(left, file(), signal);
  expect(uploads).toBe(1);
  const other = { ...file(), sizeBytes: 3, sha256: createHash('sha256').update('abc').digest('hex') };
  const read = async function* (): AsyncGenerator<Uint8Array, void> {
    yield Buffer.from('abc');
  };
  await files.put(left, { ...other, read }, signal);
  expect([...digests.values()]).toEqual([other.sha256]);
});

it('never brings the whole of a file to the server whose reading fails at its end, and says why', async () => {
  const ending = new Error('another SHA-256');
  await expect(files.put(folder, file(ending), signal)).rejects.toBe(ending);
  expect(digests.size).toBe(0);
});

it('is refused where the server holds other bytes than were sent, forbids it, or fails', async () => {
  const wrong = { ...file(), sha256: 'f'.repeat(64) };
  await expect(files.put(folder, wrong, signal)).rejects.toMatchObject({ code: 'REGISTRY_BAD_RESPONSE' });
  status = 403;
  await expect(files.put(folder, file(), signal)).rejects.toMatchObject({ reason: 'FORBIDDEN' });
  status = 503;
  await expect(files.put(folder, file(), signal)).rejects.toMatchObject({ reason: 'UNREACHABLE' });
});

it('ends with the signal, and closes what it reads', async () => {
  const ending = new AbortController();
  let isClosed = false;
  const read = async function* (): AsyncGenerator<Uint8Array, void> {
    try {
      for (;;) {
        yield Buffer.alloc(1000);
        ending.abort();
      }
    } finally {
      isClosed = true;
    }
  };
  const asked = files.put(folder, { ...file(), read }, ending.signal);
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  await expect.poll(() => isClosed).toBe(true);
});
