import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PANEL, FACTS, OF_DEMO, openGeneListWorld, refusalOf, type GeneListWorld } from '#test/gene-lists';
import { type Json } from '#test/json';
import { type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';

const SYMBOLS = `query Symbols($id: ID!, $first: Int!, $after: String) { genePanel(id: $id) {
  symbols(first: $first, after: $after) { nodes totalCount pageInfo { hasNextPage endCursor } } } }`;

describe.each(storeKinds)('gene panels, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('of two tenants', () => {
    let world: GeneListWorld;
    let gateway: TestGateway;
    let expected: Json;
    const importPanel: GeneListWorld['importPanel'] = (input, key) => world.importPanel(input, key);

    beforeAll(async () => {
      world = await openGeneListWorld(kind);
      ({ gateway, expected } = world);
    }, 120_000);
    afterAll(() => gateway?.close());

    it('give a panel the digest of the vocabulary that it is, and name the versions that use it', async () => {
      const { data, errors } = await importPanel(OF_DEMO);
      expect(errors).toEqual([]);
      const { digest, genes } = expected.demoPanel;
      expect(data.importGenePanel).toMatchObject({
        id: 'her2st-2208',
        digest,
        geneCount: genes,
        organism: 'HOMO_SAPIENS',
        createdBy: 'north-one',
      });
      const users = ['demo-her2st-expr', ...[1, 2, 3, 4, 5].map((member) => `demo-her2st-expr-m${member}`)];
      expect(data.importGenePanel.usedBy.map(({ ref }: { ref: string }) => ref)).toEqual(
        users.map((name) => `local:${name}/1`),
      );
      const byDigest = await gateway.data(`{ genePanel(digest: "${digest}") { id } }`, {}, 'north-one');
      expect(byDigest.genePanel.id).toBe('her2st-2208');
    });

    it('take the same list again as the same panel, from text too', async () => {
      const first = (await importPanel(OF_DEMO)).data.importGenePanel;
      const text = (await readFile(DEMO_PANEL, 'utf8')).replaceAll('\n', '\r\n');
      const { path: _, ...facts } = OF_DEMO;
      expect((await importPanel({ ...facts, text }, 'north-one')).data.importGenePanel).toEqual(first);
      const { genePanels } = await gateway.data('{ genePanels { totalCount nodes { id } } }', {}, 'north-one');
      expect(genePanels).toEqual({ totalCount: 1, nodes: [{ id: 'her2st-2208' }] });
    });

    it('page through the identifiers in their order, and give the whole list by link, with ETag and Range', async () => {
      const list = await readFile(DEMO_PANEL);
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { symbols }: Json = (await gateway.data(SYMBOLS, { id: 'her2st-2208', first: 1000, after }, 'north-one'))
          .genePanel;
        expect(symbols.totalCount).toBe(2208);
        seen.push(...symbols.nodes);
        after = symbols.pageInfo.endCursor;
        more = symbols.pageInfo.hasNextPage;
      }
      expect(seen.map((gene) => `${gene}\n`).join('')).toBe(list.toString());
      const { textHref } = (await importPanel(OF_DEMO)).data.importGenePanel;
      const whole = await gateway.get(textHref, {}, 'north-one');
      expect([whole.status, whole.headers['content-type'], whole.bytes.equals(list)]).toEqual([
        200,
        'text/plain; charset=utf-8',
        true,
      ]);
      expect(whole.headers['etag']).toBe(`"${expected.demoPanel.digest}"`);
      const etag = String(whole.headers['etag']);
      expect((await gateway.get(textHref, { 'if-none-match': etag }, 'north-one')).status).toBe(304);
      const part = await gateway.get(textHref, { range: 'bytes=4-8' }, 'north-one');
      expect([part.status, part.bytes.toString()]).toEqual([206, 'AAMP\n']);
    });

    it('refuse a panel that is not the vocabulary of the model, with both sides', async () => {
      const genes = (await readFile(DEMO_PANEL, 'utf8')).split('\n');
      await writeFile(join(gateway.slideDir, 'swapped.txt'), [genes[1], genes[0], ...genes.slice(2)].join('\n'));
      const refused = await refusalOf(importPanel({ ...OF_DEMO, id: 'swapped', path: 'swapped.txt' }));
      expect(refused).toMatchObject({
        code: 'VOCABULARY_MISMATCH',
        model: 'local:demo-her2st-expr/1',
        needed: { digest: expected.demoPanel.digest, size: 2208 },
        found: { size: 2208 },
        position: 1,
      });
      expect(await refusalOf(importPanel({ ...OF_DEMO, model: 'local:demo-dense-focus/1' }))).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument: 'input.model',
      });
      expect(await refusalOf(importPanel({ ...OF_DEMO, namespace: 'HGNC' }))).toMatchObject({
        argument: 'input.namespace',
        needed: 'HGNC_AND_CLONES',
        found: 'HGNC',
      });
      const { errors } = await world.ask('{ genePanel(id: "swapped") { id } }', {});
      expect(errors[0]?.extensions['code']).toBe('NOT_FOUND');
    });

    it('refuse another list under a known id, a known list under another, and other facts', async () => {
      await importPanel(OF_DEMO);
      const other = { ...FACTS, text: 'ALK\nROS1' };
      expect(await refusalOf(importPanel({ ...other, id: OF_DEMO.id }))).toMatchObject({
        code: 'CONFLICT',
        fields: ['digest'],
        stored: expected.demoPanel.digest,
      });
      expect(await refusalOf(importPanel({ ...OF_DEMO, id: 'second' }))).toMatchObject({
        code: 'CONFLICT',
        fields: ['id'],
        id: 'her2st-2208',
      });
      expect(await refusalOf(importPanel({ ...OF_DEMO, licence: 'MIT' }))).toMatchObject({
        code: 'CONFLICT',
        fields: ['licence'],
      });
    });

    it('of one id that two bring at once are one of the two, never a mixture', async () => {
      const lists = ['ALK', 'ROS1', 'ALK', 'ROS1'];
      const replies = await Promise.all(lists.map((text) => importPanel({ ...FACTS, id: 'race', text })));
      const digests = replies.flatMap(({ data }) => (data ? [data.importGenePanel.digest] : []));
      expect([digests.length, new Set(digests).size]).toEqual([2, 1]);
      const codes = replies.flatMap(({ errors }) => errors.map(({ extensions }) => extensions['code']));
      expect(codes).toEqual(['CONFLICT', 'CONFLICT']);
    });

    it.each([
      [{ text: 'ALK\n7-Sep' }, 'input.text', 'line 2 holds a date'],
      [{ text: 'gene\nALK' }, 'input.text', 'line 1 looks like a heading'],
      [{ text: 'gene\nALK\nALK', hasHeader: true }, 'input.text', 'line 3 has the gene of line 2 again'],
      [{ text: 'ALK\n\nROS1' }, 'input.text', 'line 2 is empty'],
      [{ text: '' }, 'input.text', 'empty list'],
      [{ text: 'ALK', path: 'genes.txt' }, 'input.path', 'one of the two'],
      [{}, 'input.text', 'one of the two'],
      [{ path: '../../etc/passwd' }, 'input.path', 'slide folders'],
      [{ path: 'nothing.txt' }, 'input.path', 'slide folders'],
      [{ text: 'ALK', id: 'ZZPHI Case' }, 'input.id', 'lower-case letters'],
      [{ text: 'ALK', source: 'ZZPHI\nline' }, 'input.source', 'on one line'],
    ])('refuse %j and say what to do', async (input, argument, why) => {
      const refused = await refusalOf(importPanel({ ...FACTS, id: 'refused', ...input }));
      expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', argument });
      expect(refused.message).toContain(why);
      expect(JSON.stringify(refused)).not.toMatch(/ZZPHI|passwd/);
    });
  });
});
