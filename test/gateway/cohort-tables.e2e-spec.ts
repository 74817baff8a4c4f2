import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, referenceC6 } from '#test/c6';
import { createCohort, refusedCohort } from '#test/cohorts';
import { type Json } from '#test/json';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';

const CANARY = 'ZZPHI-0815';

describe.each(storeKinds)('tables of cohorts, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('of one tenant', () => {
    let gateway: TestGateway;
    let cmu: string;

    beforeAll(async () => {
      gateway = await openTestGateway(kind, {
        keys: { 'north-one': ['OPERATOR'] },
        modelServers: [],
      });
      await addSlide(gateway, 'C6.tiff', { ...C6_FACTS, name: 'C6' }, 'north-one');
      cmu = await addSlide(gateway, 'CMU-1-Small-Region.svs', { name: 'CMU' }, 'north-one');
    }, 120_000);
    afterAll(() => gateway?.close());

    const table = (...rows: readonly string[]): string => rows.join('\r\n');
    const stated = (id: string, csv: string, more: object = {}) => ({ id, name: 'A cohort', csv, ...more });

    it('refuse a table as a whole, with every mistake by line and column, and repeat nothing of it', async () => {
      const csv = table(
        'slide,x,y,width,height,site,label,time,event,in_training,specimen,held_out_fold',
        `${CANARY},,,,,north,1,,,,,`,
        `C6,1,,,,north,1,,,,,`,
        `C6,0,0,0,10,<${CANARY}>,1,1,,,,`,
        `C6,0,0,10,10,north,1,-1,no,maybe,${CANARY},0.5`,
        `C6,${referenceC6.slide.width},0,10,10,north,1,,,,,`,
        `CMU,,,,,north,1,,,,,`,
        `${cmu},,,,,north,1,,,,,`,
        `C6,"${CANARY}`,
        'C6,1',
      );
      const refused = await refusedCohort(gateway, stated('bad', csv), 'north-one');
      expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.csv', total: 13 });
      expect(refused.problems.map(({ line, column, field }: Json) => [line, column, field])).toEqual([
        [2, 1, 'slide'],
        [3, 2, 'x'],
        [4, 4, 'width'],
        [4, 6, 'site'],
        [4, 9, 'event'],
        [5, 8, 'time'],
        [5, 10, 'in_training'],
        [5, 11, 'specimen'],
        [5, 12, 'held_out_fold'],
        [6, 2, 'x'],
        [8, 1, 'slide'],
        [9, null, null],
        [10, null, null],
      ]);
      expect(JSON.stringify(refused)).not.toContain(CANARY);
      expect(gateway.logLines.join('\n')).not.toContain(CANARY);
      const { errors } = await gateway.ask('{ cohort(id: "bad") { id } }', {}, 'north-one');
      expect(errors[0]?.extensions['code']).toBe('NOT_FOUND');
    });

    it.each([
      ['', 1],
      ['slide', 1],
      ['label\r\n1', 1],
      ['slide,slide\r\nC6,C6', 1],
      [`slide,${CANARY}\r\nC6,1`, 1],
      ['slide,"label\r\nC6,1', 1],
    ])('refuse a table whose first row is wrong: %j', async (csv, line) => {
      const refused = await refusedCohort(gateway, stated('bad', csv), 'north-one');
      expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.csv' });
      expect(refused.problems[0].line).toBe(line);
      expect(JSON.stringify(refused)).not.toContain(CANARY);
    });

    it('list a hundred mistakes and count the others', async () => {
      const rows = Array.from({ length: 250 }, (_, i) => `nobody ${i}`);
      const refused = await refusedCohort(gateway, stated('bad', table('slide', ...rows)), 'north-one');
      expect(refused.total).toBe(250);
      expect(refused.problems).toHaveLength(100);
    });

    it('take 10,000 rows and not one more', async () => {
      const rows = Array.from({ length: 10_000 }, (_, i) => `C6,${i % 100},${Math.floor(i / 100)},50,50`);
      const csv = table('slide,x,y,width,height', ...rows);
      const created = await createCohort(gateway, stated('large', csv), 'north-one');
      expect(created).toMatchObject({ itemCount: 10_000, slideCount: 1 });
      const refused = await refusedCohort(gateway, stated('larger', `${csv}\r\nCMU,,,,`), 'north-one');
      expect(refused.problems).toMatchObject([{ line: 10_002 }]);
    });
  });
});
