import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PANEL, GENE_FIXTURES, openGeneListWorld, type GeneListWorld } from '#test/gene-lists';
import { runCli } from '#test/run-cli';
import { storeKinds } from '#test/stores';

const STATED = ['--release', '1', '--namespace', 'hgnc-and-clones', '--source', 'made here', '--licence', 'CC-BY-4.0'];
const PANEL = ['panels', 'import', 'genes.txt', '--id', 'her2st', '--name', 'HER2ST', ...STATED];
const SETS = ['gene-sets', 'import', 'hallmark.gmt', '--id', 'hallmark', '--name', 'Hallmark', ...STATED];

describe.each(storeKinds)('tessera and gene lists, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('of a gateway', () => {
    let world: GeneListWorld;
    let folder = '';

    const tessera = (...args: readonly string[]) =>
      runCli(args, { TESSERA_URL: world.gateway.gateway.url, TESSERA_API_KEY: 'north-one-key' });
    const json = async (...args: readonly string[]) => {
      const ran = await tessera(...args, '--json');
      expect([ran.code, ran.stderr]).toEqual([0, '']);
      return JSON.parse(ran.stdout);
    };

    beforeAll(async () => {
      world = await openGeneListWorld(kind);
      folder = await mkdtemp(join(tmpdir(), 'tessera-cli-genes-'));
    }, 120_000);
    afterAll(async () => {
      await world?.gateway.close();
      await rm(folder, { recursive: true, force: true });
    });

    it('imports a panel, says who uses it, and saves it as it was', async () => {
      const imported = await json(...PANEL, '--model', 'demo-her2st-expr/1');
      expect(imported).toMatchObject({ id: 'her2st', digest: world.expected.demoPanel.digest, geneCount: 2208 });
      expect(await json('panels', 'list')).toMatchObject([{ id: 'her2st' }]);
      expect((await tessera('panels', 'list')).stdout).toMatch(
        /^ID +GENES.*\nher2st +2208 +HGNC_AND_CLONES +b70b6a4effc7 /,
      );
      const file = join(folder, 'saved.txt');
      const shown = await tessera('panels', 'show', world.expected.demoPanel.digest, '--out', file);
      expect(shown.stdout).toMatch(
        /used by +local:demo-her2st-expr\/1, .*\n[^]*\nA2M AAMP .*\n\.\.\. and 2188 more genes\n$/,
      );
      expect((await readFile(file)).equals(await readFile(DEMO_PANEL))).toBe(true);
    });

    it('imports a collection, finds its sets, and saves it as it was', async () => {
      expect(await json(...SETS)).toMatchObject({ digest: world.expected.hallmark.sha256, setCount: 50 });
      expect(await json('gene-sets', 'list')).toMatchObject([{ id: 'hallmark' }]);
      const file = join(folder, 'saved.gmt');
      const found = await json('gene-sets', 'show', 'hallmark', '--name-contains', 'Notch', '--out', file);
      expect(found.sets).toMatchObject({ totalCount: 1, nodes: [{ name: 'HALLMARK_NOTCH_SIGNALING', geneCount: 32 }] });
      expect((await readFile(file)).equals(await readFile(join(GENE_FIXTURES, 'h.all.v7.0.symbols.gmt')))).toBe(true);
      const some = await tessera('gene-sets', 'show', 'hallmark', '--first', '3');
      expect(some.stdout).toMatch(/sets +50, of 32 to 200 genes\n[^]*\n\.\.\. and 47 more sets\n$/);
    });

    it('shows the lines that are refused, and ends with 1', async () => {
      await writeFile(join(world.gateway.slideDir, 'damaged.txt'), 'gene\nALK\n7-Sep\nALK\n');
      const args = ['panels', 'import', 'damaged.txt', '--id', 'damaged', '--name', 'Damaged', ...STATED];
      const ran = await tessera(...args, '--header');
      expect([ran.code, ran.stdout]).toEqual([1, '']);
      expect(ran.stderr).toMatch(/^BAD_USER_INPUT: The argument `input.path` is refused: line 3 holds a date.*\n/);
      expect(ran.stderr).toMatch(/\n {2}line 3 +holds a date[^\n]*\n {2}line 4 +has the gene of line 2 again/);
      expect(ran.stderr).toMatch(/option +the path\n/);
    });
  });
});
