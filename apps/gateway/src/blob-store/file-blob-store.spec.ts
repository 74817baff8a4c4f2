import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, stat, writeFile, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreDamaged } from '#libs/errors';
import { FileBlobStore } from './file-blob-store.js';

// FIPS 180-4, appendix B.1 of its predecessor 180-2: the digest of "abc".
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

let root: string;
let store: FileBlobStore;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tessera-blobs-'));
  store = await FileBlobStore.open(root);
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

const place = (digest: string): string => join(root, digest.slice(0, 2), digest.slice(2));

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.byteLength; start += size) yield bytes.subarray(start, start + size);
}

describe('FileBlobStore', () => {
  it('names bytes by their SHA-256 and gives the same bytes back', async () => {
    expect(await store.put(Buffer.from('abc'))).toEqual({ digest: ABC, sizeBytes: 3 });
    expect(Buffer.from(await store.read(ABC)).toString()).toBe('abc');
    expect(await store.sizeOf(ABC)).toBe(3);
  });

  it('stores a stream of many pieces under the digest of the whole', async () => {
    const bytes = Uint8Array.from({ length: 1_700_001 }, (_, i) => (i * 31 + (i >> 8)) % 251);
    const stored = await store.put(pieces(bytes, 70_003));
    expect(stored.digest).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(Buffer.compare(await store.read(stored.digest), bytes)).toBe(0);
    expect(await readdir(join(root, 'drafts'))).toEqual([]);
  });

  it('removes what nobody has stored for long, and keeps what somebody stored again', async () => {
    await store.put(Buffer.from('abc'));
    expect(await store.remove(ABC, 1000)).toBe('TOO_NEW');
    const then = new Date(Date.now() - 60_000);
    await utimes(place(ABC), then, then);
    await store.put(Buffer.from('abc'));
    expect(await store.remove(ABC, 30_000)).toBe('TOO_NEW');
    await utimes(place(ABC), then, then);
    expect(await store.remove(ABC, 30_000)).toBe('REMOVED');
    expect(await store.remove(ABC, 30_000)).toBe('MISSING');
    expect([await store.sizeOf(ABC), await readdir(join(root, 'drafts'))]).toEqual([undefined, []]);
    await store.put(Buffer.from('abc'));
    expect(Buffer.from(await store.read(ABC)).toString()).toBe('abc');
  });

  it('stores the empty blob', async () => {
    const { digest } = await store.put(new Uint8Array(0));
    expect((await store.read(digest)).byteLength).toBe(0);
  });

  it('does not write bytes again that are there', async () => {
    await store.put(Buffer.from('abc'));
    const before = await stat(place(ABC));
    await store.put(Buffer.from('abc'));
    const after = await stat(place(ABC));
    // The same file; only that it is new again, so that nobody removes it.
    expect([after.ino, after.birthtimeMs]).toEqual([before.ino, before.birthtimeMs]);
  });

  it('replaces a damaged file when its bytes are stored again', async () => {
    await store.put(Buffer.from('abc'));
    await writeFile(place(ABC), 'abd');
    await store.put(Buffer.from('abc'));
    expect(Buffer.from(await store.read(ABC)).toString()).toBe('abc');
  });

  it('takes the same bytes from two writers at once', async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => store.put(Buffer.from('abc'))));
    expect(new Set(results.map((r) => r.digest))).toEqual(new Set([ABC]));
    expect(await readFile(place(ABC), 'utf8')).toBe('abc');
  });

  it.each(['one flipped bit', 'a byte less', 'a byte more', 'a missing file'])(
    'reports %s and serves nothing',
    async (fault) => {
      const { digest } = await store.put(Buffer.alloc(1_200_000, 7));
      const bytes = await readFile(place(digest));
      if (fault === 'one flipped bit')
        await writeFile(place(digest), bytes.fill((bytes[900_000] ?? 0) ^ 4, 900_000, 900_001));
      if (fault === 'a byte less') await writeFile(place(digest), bytes.subarray(1));
      if (fault === 'a byte more') await writeFile(place(digest), Buffer.concat([bytes, Buffer.from([7])]));
      if (fault === 'a missing file') await rm(place(digest));
      await expect(store.read(digest)).rejects.toBeInstanceOf(StoreDamaged);
      await expect(store.stream(digest, { start: 0, end: 3 })).rejects.toBeInstanceOf(StoreDamaged);
    },
  );

  it('streams the part that was asked for, both ends included', async () => {
    await store.put(Buffer.from('abc'));
    expect((await collect(await store.stream(ABC, { start: 1, end: 2 }))).toString()).toBe('bc');
    expect((await collect(await store.stream(ABC))).toString()).toBe('abc');
    await expect(store.stream(ABC, { start: 1, end: 3 })).rejects.toBeInstanceOf(RangeError);
  });

  it('notices a file that changed after it was checked once', async () => {
    await store.put(Buffer.from('abc'));
    await collect(await store.stream(ABC));
    await writeFile(place(ABC), 'abd');
    await expect(store.stream(ABC)).rejects.toBeInstanceOf(StoreDamaged);
  });

  it('never makes a path of something that is no digest', async () => {
    await expect(store.read('../../etc/passwd')).rejects.toBeInstanceOf(RangeError);
  });

  it('leaves no draft behind when the source fails', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('abc');
      throw new Error('the source ended early');
    }
    await expect(store.put(failing())).rejects.toThrow('the source ended early');
    expect(await readdir(join(root, 'drafts'))).toEqual([]);
    expect(await store.sizeOf(ABC)).toBeUndefined();
  });

  it('removes the drafts of a killed process, and of a living one only when it is alone', async () => {
    const draft = join(root, 'drafts', 'fresh');
    const old = join(root, 'drafts', 'old');
    await Promise.all([writeFile(draft, 'x'), writeFile(old, 'x')]);
    const twoDaysAgo = Date.now() / 1000 - 172_800;
    await utimes(old, twoDaysAgo, twoDaysAgo);
    await FileBlobStore.open(root);
    expect(await readdir(join(root, 'drafts'))).toEqual(['fresh']);
    await FileBlobStore.open(root, { isExclusive: true });
    expect(await readdir(join(root, 'drafts'))).toEqual([]);
  });

  it('stops a stream when its reader goes away', async () => {
    await store.put(Buffer.from('abc'));
    const abort = new AbortController();
    const stream = await store.stream(ABC, undefined, abort.signal);
    abort.abort();
    const [error] = await once(stream, 'error');
    expect(error).toMatchObject({ name: 'AbortError' });
  });
});
