import { once } from 'node:events';
import { connect } from 'node:net';
import { brotliCompressSync, createGzip, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask, canary, expectInvariants, expectRefusal, GOOD, outcome, send, startEdge, type Edge } from './support.js';

let edge: Edge;
let good: string;
const zzphi = canary();
const json = { 'content-type': 'application/json' };

beforeAll(async () => {
  edge = await startEdge();
  const first = await ask(edge, GOOD);
  expect(outcome(first)).toBe('200 OK');
  good = first.text;
});

afterAll(async () => edge.close());
afterEach(async () => expectInvariants(edge, good));

describe('case 1: a body that is no GraphQL request', () => {
  const bodies = {
    'cut off': `{"query": "${zzphi}`,
    empty: '',
    'a number': '5',
    'a list': '[]',
    null: 'null',
    text: `"${zzphi}"`,
    'an empty object': '{}',
    'query as a number': '{"query": 5}',
    'query as a document': '{"query": {"kind": "Document"}}',
    'variables as text': `{"query": "{ viewer { id } }", "variables": "${zzphi}"}`,
    'variables as a list': '{"query": "{ viewer { id } }", "variables": [1]}',
    'extensions as text': '{"query": "{ viewer { id } }", "extensions": "x"}',
    'operationName as a number': '{"query": "{ viewer { id } }", "operationName": 3}',
  };
  it.each(Object.entries(bodies))('refuses %s', async (_name, body) => {
    expectRefusal(await send(edge, { body, headers: json }), '400 BAD_REQUEST');
  });

  it('refuses bytes that are not UTF-8', async () => {
    const body = Buffer.concat([Buffer.from('{"query": "'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    expectRefusal(await send(edge, { body, headers: json }), '400 BAD_REQUEST');
  });
});

describe('case 2: a body over the limit', () => {
  it('refuses 2 MiB with JSON', async () => {
    const body = JSON.stringify({ query: `{ viewer { id } } #${'x'.repeat(2 << 20)}` });
    expectRefusal(await send(edge, { body, headers: json }), '413 PAYLOAD_TOO_LARGE');
  });

  it('refuses 60 MiB with JSON', async () => {
    const body = JSON.stringify({ query: `{ viewer { id } } #${'x'.repeat(60 << 20)}` });
    expectRefusal(await send(edge, { body, headers: json }), '413 PAYLOAD_TOO_LARGE');
  });

  it.each(['content-length: 62914560', 'transfer-encoding: chunked'])(
    'answers, closes, and does not read the rest (%s)',
    async (framing) => {
      const { answer, accepted } = await pour(framing);
      expect(answer).toMatch(/^HTTP\/1\.1 413 /);
      expect(answer).toContain('PAYLOAD_TOO_LARGE');
      expect(answer.toLowerCase()).toContain('connection: close');
      // What the kernel's buffers on both sides take counts as accepted here; the body itself is 60 MiB.
      expect(accepted).toBeLessThan(20 << 20);
    },
  );

  // Sends 60 MiB as fast as the socket takes them, until the other side closes.
  function pour(framing: string): Promise<{ answer: string; accepted: number }> {
    const { hostname, port } = new URL(edge.url);
    const isChunked = framing.startsWith('transfer');
    const piece = Buffer.alloc(64 << 10, 0x20);
    const bytes = isChunked ? Buffer.concat([Buffer.from('10000\r\n'), piece, Buffer.from('\r\n')]) : piece;
    return new Promise((resolve) => {
      const socket = connect(Number(port), hostname);
      let answer = '';
      const head = `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer reader-key-1\r\ncontent-type: application/json`;
      socket.write(`${head}\r\n${framing}\r\n\r\n`);
      let sent = 0;
      const fill = (): void => {
        while (sent < 60 << 20 && !socket.destroyed) {
          sent += bytes.length;
          if (!socket.write(bytes)) return void socket.once('drain', fill);
        }
      };
      fill();
      socket.on('data', (chunk) => (answer += chunk.toString()));
      socket.on('error', () => {});
      socket.on('close', () => resolve({ answer, accepted: socket.bytesWritten }));
    });
  }
});

describe('case 3: content encodings', () => {
  const body = Buffer.from(JSON.stringify(GOOD));
  it.each([
    ['gzip', gzipSync(body)],
    ['deflate', deflateSync(body)],
    ['br', brotliCompressSync(body)],
    ['identity', body],
  ])('reads %s', async (encoding, bytes) => {
    const answer = await send(edge, { body: bytes, headers: { ...json, 'content-encoding': encoding } });
    expect(answer.text).toBe(good);
  });

  it('refuses 200 MB of blanks within bounds of memory and time', async () => {
    const bomb = await gzipOfBlanks(200);
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 2);
    const answer = await send(edge, { body: bomb, headers: { ...json, 'content-encoding': 'gzip' } });
    clearInterval(watch);
    expectRefusal(answer, '413 PAYLOAD_TOO_LARGE');
    expect(Math.max(peak, process.memoryUsage().rss) - before).toBeLessThan(64 << 20);
  });

  // Piece by piece, so that making it leaves no large free memory behind in which a growth could hide.
  async function gzipOfBlanks(megabytes: number): Promise<Buffer> {
    const gzip = createGzip();
    const chunks: Buffer[] = [];
    gzip.on('data', (chunk: Buffer) => chunks.push(chunk));
    const piece = Buffer.alloc(1_000_000, 0x20);
    for (let count = 0; count < megabytes; count += 1) {
      if (!gzip.write(piece)) await once(gzip, 'drain');
    }
    gzip.end();
    await once(gzip, 'end');
    return Buffer.concat(chunks);
  }

  it.each(['zzz', 'gzip, gzip, gzip, gzip, gzip', 'gzip, br'])('refuses the encoding %s', async (encoding) => {
    const answer = await send(edge, { body: gzipSync(body), headers: { ...json, 'content-encoding': encoding } });
    expectRefusal(answer, '415 UNSUPPORTED_MEDIA_TYPE');
  });

  it.each([
    ['bytes that are not gzip', Buffer.from(zzphi)],
    ['gzip cut off', gzipSync(body).subarray(0, 40)],
  ])('refuses %s', async (_name, bytes) => {
    const answer = await send(edge, { body: bytes, headers: { ...json, 'content-encoding': 'gzip' } });
    expectRefusal(answer, '400 BAD_REQUEST');
  });
});
