import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startProcess } from '#test/processes';
import { storeKinds, type StoreKind } from '#test/stores';

// Two stores of a kind at a time, half of the cycles each: a start of the embedded one keeps a core busy for half a second.
const CYCLES = Math.ceil(Number(process.env['TESSERA_TEST_KILL_CYCLES'] ?? 100) / 2);

describe.each(storeKinds)('kill -9 while the registry is written to, on the $kind store', (kind) => {
  it.skipIf(kind.skip)(
    'loses no acknowledged write, and the journal goes on without a gap',
    { timeout: 900_000 },
    async () => {
      const before = performance.now();
      const found = await Promise.all([killAgainAndAgain(kind), killAgainAndAgain(kind)]);
      const seconds = (performance.now() - before) / 1000;
      console.log(`2 x ${CYCLES} cycles, ${found.join(' + ')} writes found, in ${seconds.toFixed(0)} s`);
    },
  );
});

/** @returns how many writes were in the journal in the end */
async function killAgainAndAgain({ kind, create }: StoreKind): Promise<number> {
  const store = await create();
  let acknowledged: readonly string[] = [];
  let found: readonly string[] = [];
  for (let cycle = 0; cycle <= CYCLES; cycle += 1) {
    const writer = startProcess('registry-writer', kind, store.databaseUrl ?? store.dataDir);
    const line = await writer.lineThatBegins('found ', 60_000);
    const earlier = found;
    found = JSON.parse(line.slice('found '.length));
    // What was there is there, in its place; the places have no gap; and nothing that was acknowledged is missing.
    expect(found.slice(0, earlier.length)).toEqual(earlier);
    expect(found.map((row) => Number(row.split(' ')[0]))).toEqual(found.map((_, i) => i + 1));
    const known = new Set(found);
    expect(acknowledged.filter((row) => !known.has(row))).toEqual([]);
    await writer.lineThatBegins('write');
    await sleep(Math.random() * 100);
    await writer.kill();
    acknowledged = writer.lines.flatMap((printed) => (printed.startsWith('write ') ? [printed.slice(6)] : []));
    expect(acknowledged.length).toBeGreaterThan(0);
  }
  expect(found.length).toBeGreaterThanOrEqual(CYCLES);
  await store.remove();
  return found.length;
}
