import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALIGNMENT_HEAD, openPairsWorld, type PairsWorld } from '#test/alignment';
import { runCli } from '#test/run-cli';
import { storeKinds } from '#test/stores';

describe.each(storeKinds.slice(0, 1))('tessera alignment evaluate, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('with the demonstration head', () => {
    let world: PairsWorld;
    const tessera = (...args: readonly string[]) =>
      runCli(['alignment', 'evaluate', '--model', ALIGNMENT_HEAD, ...args], {
        TESSERA_URL: world.gateway.gateway.url,
      });

    beforeAll(async () => {
      world = await openPairsWorld(kind);
    }, 120_000);
    afterAll(() => world?.gateway.close());

    it('prints recalls with gallery, interval and chance, and the cautions', async () => {
      const { code, stdout } = await tessera('--reference-set', 'c6');
      expect(code).toBe(0);
      expect(stdout).toContain('164 pairs\none gallery of 164');
      expect(stdout).toMatch(/I2G R@5 +0\.110 +\(0\.071 to 0\.167\) +0\.030/);
      expect(stdout).toMatch(/I2G median rank +39\.5 /);
      expect(stdout).toContain('Caution: On other patients');
    });

    it('takes pairs of a file, draws galleries, and shows sites', async () => {
      const file = join(world.gateway.slideDir, 'pairs.csv');
      await writeFile(file, world.csv);
      const drawn = ['--gallery-size', '16', '--galleries', '20', '--seed', '3'];
      const { code, stdout } = await tessera('--pairs', file, '--matrix', 'c6', ...drawn);
      expect(code).toBe(0);
      expect(stdout).toContain('41 pairs\n20 galleries of 16, seed 3');
      expect(stdout).toMatch(/^even +21 /m);
    });

    it('says what is missing', async () => {
      expect(await tessera()).toMatchObject({ stderr: expect.stringContaining('--reference-set ID, or --pairs FILE') });
      expect(await tessera('--pairs', 'x.csv')).toMatchObject({ stderr: expect.stringContaining('--matrix') });
    });
  });
});
