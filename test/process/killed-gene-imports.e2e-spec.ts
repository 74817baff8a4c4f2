import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { GenePanelDocument, GenePanelsDocument, ImportGenePanelDocument, type GenePanelsQuery } from '#libs/client';
import { GatewayBench, until, type RunningGateway } from '#test/gateway-process';

const CYCLES = 3;
const WRITERS = 3;
const GENES = 3000;

const bench = new GatewayBench();
let dataDir = '';

beforeAll(async () => {
  dataDir = await bench.dataDir();
});
afterAll(() => bench.close());

const start = (): Promise<RunningGateway> => bench.start({ TESSERA_DATA_DIR: dataDir, TESSERA_MODEL_SERVER: 'none' });

/** A list whose last gene says whose it is. */
const textOf = (id: string): string =>
  [...Array.from({ length: GENES - 1 }, (_, index) => `GENE${index}`), id.toUpperCase(), ''].join('\n');

/** Imports panels without end, until the gateway is gone; keeps the ids of those that were acknowledged. */
async function importUntilKilled({ client }: RunningGateway, prefix: string, kept: string[]): Promise<void> {
  const facts = { name: 'Killed', version: '1', namespace: 'HGNC', source: 'made here', licence: 'CC0-1.0' } as const;
  for (let n = 0; ; n += 1) {
    const id = `${prefix}n${n}`;
    const input = { ...facts, id, text: textOf(id) };
    const answer = await client.request(ImportGenePanelDocument, { input }).catch(() => null);
    if (answer === null) return;
    kept.push(id);
  }
}

/** Every panel that is listed is whole: its row, and its list to the last gene. */
async function expectWhole({ client, url }: RunningGateway, acknowledged: readonly string[]): Promise<number> {
  const listed: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { genePanels }: GenePanelsQuery = await client.request(GenePanelsDocument, { first: 100, after });
    for (const { id, textHref, geneCount } of genePanels.nodes) {
      const text = await (await fetch(`${url}${textHref}`)).text();
      expect([id, geneCount, text]).toEqual([id, GENES, textOf(id)]);
      listed.push(id);
    }
    after = genePanels.pageInfo.endCursor;
    more = genePanels.pageInfo.hasNextPage;
  }
  for (const id of acknowledged) expect(listed).toContain(id);
  return listed.length;
}

it(
  'kill -9 while panels are imported loses none that was acknowledged, and leaves none half',
  { timeout: 180_000 },
  async () => {
    const acknowledged: string[] = [];
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const gateway = await start();
      await expectWhole(gateway, acknowledged);
      const writers = Array.from({ length: WRITERS }, (_, w) =>
        importUntilKilled(gateway, `c${cycle}w${w}`, acknowledged),
      );
      const before = acknowledged.length;
      await until(() => acknowledged.length > before + 2, 30_000);
      await sleep(Math.random() * 300);
      await gateway.signal('SIGKILL');
      await Promise.all(writers);
    }
    const last = await start();
    const stored = await expectWhole(last, acknowledged);
    expect(stored - acknowledged.length).toBeLessThanOrEqual(CYCLES * WRITERS);
    const { genePanel } = await last.client.request(GenePanelDocument, { id: acknowledged[0] ?? '' });
    expect(genePanel?.symbols.totalCount).toBe(GENES);
    await last.stop();
  },
);
