import { BadUserInput } from '#libs/errors';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveSlidePath } from './resolve-slide-path.js';

let base: string;
let roots: readonly string[];

beforeAll(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'tessera-paths-')));
  for (const folder of ['one/sub', 'two', 'one-more', 'outside']) await mkdir(join(base, folder), { recursive: true });
  for (const file of ['one/a.svs', 'one/sub/b.svs', 'two/c.svs', 'one-more/d.svs', 'outside/secret.svs']) {
    await writeFile(join(base, file), 'x');
  }
  await symlink(join(base, 'outside/secret.svs'), join(base, 'one/leak.svs'));
  await symlink(join(base, 'one/a.svs'), join(base, 'one/alias.svs'));
  await symlink(join(base, 'two'), join(base, 'linked-root'));
  roots = [join(base, 'one'), join(base, 'linked-root'), join(base, 'missing')];
});

afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});

describe('resolveSlidePath', () => {
  it.each([
    ['a.svs', 'one/a.svs'],
    ['sub/../a.svs', 'one/a.svs'],
    ['sub/b.svs', 'one/sub/b.svs'],
    ['c.svs', 'two/c.svs'],
    ['alias.svs', 'one/a.svs'],
  ])('finds %s', async (path, found) => {
    expect(await resolveSlidePath(path, roots)).toBe(join(base, found));
  });

  it('takes an absolute path under a root, also under a root that is a link', async () => {
    expect(await resolveSlidePath(join(base, 'one/a.svs'), roots)).toBe(join(base, 'one/a.svs'));
    expect(await resolveSlidePath(join(base, 'linked-root/c.svs'), roots)).toBe(join(base, 'two/c.svs'));
  });

  it('refuses a file outside exactly as one that does not exist', async () => {
    const errors = await Promise.all(
      ['../outside/secret.svs', '../outside/nothing.svs', 'leak.svs', 'sub', '.', join(base, 'one-more/d.svs')].map(
        (path) =>
          resolveSlidePath(path, roots).then(
            () => 'accepted',
            (error: unknown) => (error instanceof BadUserInput ? [error.message, error.facts] : error),
          ),
      ),
    );
    expect(new Set(errors.map((error) => JSON.stringify(error))).size).toBe(1);
    expect(errors[0]).toEqual([
      "The argument `path` must name a file under one of the gateway's slide folders (TESSERA_SLIDE_ROOTS), absolute or relative to one of them.",
      { argument: 'path' },
    ]);
  });

  it.each(['', 'ZZPHI\0.svs', 'ZZPHI\r\n.svs', 'ZZPHI\u202egnp.svs', 'ZZPHI'.padEnd(65_536, 'x')])(
    'refuses %j without repeating it',
    async (path) => {
      const error = await resolveSlidePath(path, roots).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(BadUserInput);
      expect(String(error)).not.toContain('ZZPHI');
    },
  );
});
