import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, referenceCmu } from '#test/c6';
import { COHORT_FIELDS, createCohort, itemsOf, refusedCohort } from '#test/cohorts';
import { type Json } from '#test/json';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';

describe.each(storeKinds)('cohorts, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('of two tenants', () => {
    let gateway: TestGateway;
    let c6: string;
    let cmu: string;

    beforeAll(async () => {
      gateway = await openTestGateway(kind, {
        keys: { 'north-one': ['OPERATOR'], 'north-reader': ['READER'], 'south-one': ['OPERATOR'] },
        modelServers: [],
      });
      c6 = await addSlide(gateway, 'C6.tiff', { ...C6_FACTS, name: 'C6' }, 'north-one');
      cmu = await addSlide(gateway, 'CMU-1-Small-Region.svs', { name: 'CMU' }, 'north-one');
    }, 120_000);
    afterAll(() => gateway?.close());

    const table = (...rows: readonly string[]): string => rows.join('\r\n');
    const stated = (id: string, csv: string, more: object = {}) => ({ id, name: 'A cohort', csv, ...more });

    it('keep what a table states, slide by id, name and digest, and give it page by page', async () => {
      const csv = table(
        '\ufeffitem,slide,x,y,width,height,patient,specimen,scanner,site,label,label:score,time,event,in_training,held_out_fold',
        `whole,${c6},,,,,p1,resection,,north,yes,1.5,12.5,yes,no,`,
        'corner,C6,0,0,2000,2000,p1,BIOPSY,scanner 1,south,no,-2e-3,,,yes,3',
        `other,${referenceCmu.slide.sha256},,,,,p2,,,,,,0,no,,`,
      );
      const facts = { description: 'two slides', source: 'made here', licence: 'CC0-1.0' };
      const created = await createCohort(gateway, stated('first', csv, facts), 'north-one');
      expect(created).toMatchObject({
        ...{ id: 'first', revision: 1, unit: 'SLIDE', itemCount: 3, slideCount: 2, patientCount: 2, ...facts },
        createdBy: 'north-one',
        labels: [
          {
            name: 'label',
            count: 2,
            isNumeric: false,
            values: [
              { value: 'no', count: 1 },
              { value: 'yes', count: 1 },
            ],
          },
          { name: 'score', count: 2, isNumeric: true },
        ],
      });
      const items = await itemsOf(gateway, 'first', 2, 'north-reader');
      expect(items).toEqual([
        {
          ...{
            key: 'whole',
            position: 0,
            patient: 'p1',
            time: 12.5,
            event: true,
            inTraining: false,
            heldOutFold: null,
          },
          labels: [
            { name: 'label', value: 'yes' },
            { name: 'score', value: '1.5' },
          ],
          members: [{ slideId: c6, region: null, specimen: 'RESECTION', scanner: null, site: 'north' }],
        },
        {
          ...{ key: 'corner', position: 1, patient: 'p1', time: null, event: null, inTraining: true, heldOutFold: 3 },
          labels: [
            { name: 'label', value: 'no' },
            { name: 'score', value: '-2e-3' },
          ],
          members: [
            {
              slideId: c6,
              region: { x: 0, y: 0, width: 2000, height: 2000 },
              ...{ specimen: 'BIOPSY', scanner: 'scanner 1', site: 'south' },
            },
          ],
        },
        {
          ...{ key: 'other', position: 2, patient: 'p2', time: 0, event: false, inTraining: null, heldOutFold: null },
          labels: [],
          members: [{ slideId: cmu, region: null, specimen: null, scanner: null, site: null }],
        },
      ]);
    });

    it('keep revisions, take the same table again as the same one, and refuse one that was not expected', async () => {
      const first = table('slide,label', 'C6,1');
      const created = await createCohort(gateway, stated('moving', first), 'north-one');
      expect(await createCohort(gateway, stated('moving', first), 'north-one')).toEqual(created);
      const second = stated('moving', table('slide,label', 'C6,1', 'CMU,0'));
      const refused = await refusedCohort(gateway, second, 'north-one');
      expect(refused).toMatchObject({ code: 'CONFLICT', revision: 1 });
      const stale = await refusedCohort(gateway, { ...second, expectedRevision: 2 }, 'north-one');
      expect(stale).toMatchObject({ code: 'CONFLICT', revision: 1 });
      const next = await createCohort(gateway, { ...second, expectedRevision: 1 }, 'north-one');
      expect(next).toMatchObject({ revision: 2, itemCount: 2 });
      const query = `{ old: cohort(id: "moving", revision: 1) { ${COHORT_FIELDS} } newest: cohort(id: "moving") { revision revisions { revision } } }`;
      const { old, newest } = await gateway.data(query, {}, 'north-reader');
      expect(old).toEqual(created);
      expect(newest).toEqual({ revision: 2, revisions: [{ revision: 2 }, { revision: 1 }] });
    });

    it('let one of two who state the next revision at once have it', async () => {
      await createCohort(gateway, stated('raced', table('slide', 'C6')), 'north-one');
      const ask = (label: string) =>
        gateway.ask(
          'mutation Race($input: CreateCohortInput!) { createCohort(input: $input) { revision } }',
          { input: { ...stated('raced', table('slide,label', `C6,${label}`)), expectedRevision: 1 } },
          'north-one',
        );
      const replies = await Promise.all(['a', 'b', 'c', 'd'].map(ask));
      expect(replies.flatMap(({ errors }) => errors.map(({ extensions }) => extensions['code']))).toEqual(
        Array(3).fill('CONFLICT'),
      );
      const { cohort } = await gateway.data('{ cohort(id: "raced") { revision itemCount } }', {}, 'north-one');
      expect(cohort).toEqual({ revision: 2, itemCount: 1 });
    });

    it('make one item of all slides of a patient, and refuse rows of one patient that contradict each other', async () => {
      const csv = table('slide,patient,site,label', 'C6,p1,north,1', 'CMU,p1,south,1');
      const created = await createCohort(gateway, stated('patients', csv, { unit: 'PATIENT' }), 'north-one');
      expect(created).toMatchObject({ unit: 'PATIENT', itemCount: 1, slideCount: 2, patientCount: 1 });
      const [item, ...others] = await itemsOf(gateway, 'patients', 10, 'north-one');
      expect(others).toEqual([]);
      expect(item).toMatchObject({ key: 'p1', patient: 'p1', labels: [{ name: 'label', value: '1' }] });
      expect(item.members.map(({ slideId, site }: Json) => [slideId, site])).toEqual([
        [c6, 'north'],
        [cmu, 'south'],
      ]);
      const bad = table('slide,patient,label', 'C6,p1,1', 'CMU,p1,0', 'C6,,1');
      const refused = await refusedCohort(gateway, stated('p', bad, { unit: 'PATIENT' }), 'north-one');
      expect(refused.problems.map(({ line, field }: Json) => [line, field])).toEqual([
        [3, 'label'],
        [4, 'slide'],
        [4, 'patient'],
      ]);
    });

    it('tell apart slides of one name by their ids', async () => {
      const slides = ['C6.tiff', 'CMU-1-Small-Region.svs'];
      for (const path of slides) await addSlide(gateway, path, { name: 'twin' }, 'south-one');
      const refused = await refusedCohort(gateway, stated('twins', table('slide', 'twin')), 'south-one');
      expect(refused.problems).toEqual([
        { line: 2, column: 1, field: 'slide', problem: 'is the name of several slides: give the id' },
      ]);
    });

    it('are their tenant’s alone, stated by operators and read by readers, and stand in the audit', async () => {
      const csv = table('slide', c6);
      expect((await refusedCohort(gateway, stated('mine', csv), 'south-one')).problems).toHaveLength(1);
      expect(await refusedCohort(gateway, stated('mine', csv), 'north-reader')).toMatchObject({ code: 'FORBIDDEN' });
      await createCohort(gateway, stated('mine', csv), 'north-one');
      const of = async (key: string) =>
        (await gateway.data('{ cohorts(first: 100) { totalCount nodes { id revision } } }', {}, key)).cohorts;
      const { totalCount, nodes } = await of('north-reader');
      expect(totalCount).toBe(nodes.length);
      expect(nodes[0]).toEqual({ id: 'mine', revision: 1 });
      expect(nodes.filter(({ id }: Json) => id === 'moving')).toEqual([{ id: 'moving', revision: 2 }]);
      expect(await of('south-one')).toEqual({ totalCount: 0, nodes: [] });
      const page = await gateway.data('{ cohorts(first: 1) { pageInfo { endCursor } } }', {}, 'north-one');
      const stolen = `{ cohorts(after: "${page.cohorts.pageInfo.endCursor}") { totalCount } }`;
      expect((await gateway.ask(stolen, {}, 'south-one')).errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    });
  });
});
