import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differenceFrom, p53Table, readTable } from '#test/expression-matrices';
import { GENE_FIXTURES, openGeneListWorld, type GeneListWorld } from '#test/gene-lists';
import { runCli } from '#test/run-cli';
import { storeKinds } from '#test/stores';

const SETS = join(GENE_FIXTURES, 'h.all.v7.0.symbols.gmt');

describe.each(storeKinds)('tessera pathways score, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('with files of this machine', () => {
    let world: GeneListWorld;
    let folder = '';

    const tessera = (...args: readonly string[]) =>
      runCli(['pathways', 'score', ...args], {
        TESSERA_URL: world.gateway.gateway.url,
        TESSERA_API_KEY: 'north-one-key',
      });

    beforeAll(async () => {
      world = await openGeneListWorld(kind);
      folder = await mkdtemp(join(tmpdir(), 'tessera-cli-pathways-'));
      await writeFile(join(folder, 'p53.tsv'), await p53Table());
      const { columns, rows } = readTable((await p53Table()).toString());
      const body = [...rows].map(([gene, values]) => [gene, 'about it', ...values].join('\t'));
      const lines = [
        '#1.2',
        `${rows.size}\t${columns.length}`,
        ['NAME', 'DESCRIPTION', ...columns].join('\t'),
        ...body,
      ];
      await writeFile(join(folder, 'p53.gct'), lines.join('\r'));
    }, 120_000);
    afterAll(async () => {
      await world?.gateway.close();
      await rm(folder, { recursive: true, force: true });
    });

    it.each([
      ['gsva', ['--method', 'gsva']],
      ['gsva-kcdf-none', ['--method', 'gsva', '--kcdf', 'none']],
      ['gsva-mxdiff-false', ['--method', 'gsva', '--no-max-diff']],
      ['ssgsea', ['--method', 'ssgsea']],
      ['ssgsea-raw', ['--method', 'ssgsea', '--normalise', 'none']],
      ['genepattern-ssgsea', ['--method', 'ssgsea', '--form', 'genepattern']],
      ['plage', ['--method', 'plage']],
      ['zscore', ['--method', 'zscore']],
      ['singscore', ['--method', 'singscore']],
    ])('gives the scores of the other program: %s', async (published, args) => {
      const matrix = join(folder, published.length % 2 === 0 ? 'p53.tsv' : 'p53.gct');
      const out = join(folder, `${published}.tsv`);
      const ran = await tessera(matrix, '--collection', SETS, ...args, '--out', out);
      expect([ran.code, ran.stdout]).toEqual([
        0,
        expect.stringMatching(/^50 sets in 14 samples by [A-Z]+, from 9096 genes: /),
      ]);
      const text = await readFile(out, 'utf8');
      expect(readTable(text).rows.size).toBe(50);
      expect(await differenceFrom(published, text, published === 'plage')).toBeLessThan(1e-6);
    });

    it('saves other forms, and says as JSON what it did', async () => {
      const out = join(folder, 'scores.npy');
      const ran = await tessera(
        join(folder, 'p53.tsv'),
        '--collection',
        SETS,
        '--method',
        'zscore',
        '--min-size',
        '100',
        '--out',
        out,
        '--json',
      );
      expect([ran.code, ran.stderr]).toEqual([0, '']);
      const { setCount, passedOverCount, settings, file } = JSON.parse(ran.stdout);
      expect([setCount + passedOverCount, settings.minSize, file]).toEqual([50, 100, out]);
      expect((await readFile(out)).subarray(1, 6).toString()).toBe('NUMPY');
    });

    it('says what is wrong with a line, an option or a file, and writes nothing', async () => {
      const out = join(folder, 'none.tsv');
      await writeFile(join(folder, 'bad.tsv'), 'gene\ta\tb\nX\t1\t2\nY\t1\tNA\n');
      const bad = await tessera(join(folder, 'bad.tsv'), '--collection', SETS, '--method', 'zscore', '--out', out);
      expect([bad.code, bad.stderr]).toEqual([4, expect.stringMatching(/line 3 has no number for sample 2/)]);
      const other = await tessera(
        join(folder, 'p53.tsv'),
        '--collection',
        SETS,
        '--method',
        'plage',
        '--kcdf',
        'none',
        '--out',
        out,
      );
      expect([other.code, other.stderr]).toEqual([1, expect.stringMatching(/settings.kernel/)]);
      expect(
        (await tessera(join(folder, 'nothing'), '--collection', SETS, '--method', 'plage', '--out', out)).code,
      ).toBe(2);
      expect(
        (await tessera(join(folder, 'p53.tsv'), '--collection', SETS, '--method', 'plage', '--out', 'x.xls')).code,
      ).toBe(2);
      await expect(readFile(out)).rejects.toThrow('ENOENT');
    });
  });
});
