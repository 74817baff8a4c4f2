import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ModelRegistry } from '#model-registry';
import { type Json } from '#test/json';
import { DEMO_MODELS, openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { copyModel, rename } from '#test/own-models';
import { storeKinds } from '#test/stores';

const FIND = `query ($filter: ModelVersionFilterInput, $first: Int! = 100, $after: String, $orderBy: CatalogueOrder! = NAME) {
  modelVersions(filter: $filter, first: $first, after: $after, orderBy: $orderBy) {
    totalCount nodes { ref } pageInfo { hasNextPage endCursor } } }`;
const LINEAGE = `query ($ref: ModelRef!) { modelVersion(ref: $ref) {
  sameAs { ref digest } basedOn { role name version modelVersion { ref } }
  usedBy(first: 100) { totalCount nodes { role modelVersion { ref } } } } }`;
const CHANGES = `query ($from: ModelRef!, $to: ModelRef!) { modelVersionChanges(from: $from, to: $to) {
  isSame cardChangeCount cardChanges { pointer group kind from to isCut } thresholdChangeCount
  thresholdChanges { target specimen operatingPoint kind changed difference from { value } to { value } fromRecord toRecord }
  tensorChangeCount tensorChanges { direction name kind from { shape } to { shape } } licenceChanges } }`;

const read = async (...path: readonly string[]): Promise<Json> =>
  JSON.parse(await readFile(join(DEMO_MODELS, ...path), 'utf8'));

describe.each(storeKinds)('the catalogue, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('of the demonstration, and of a second source with a copy of one version', () => {
    let gateway: TestGateway;
    let own: string;
    /** `local:name/version` of every card that ships, read from the disk. */
    let shipped: readonly string[];
    let cards: ReadonlyMap<string, Json>;

    const found = async (filter: object, rest: object = {}): Promise<readonly string[]> =>
      (await gateway.data(FIND, { filter, ...rest })).modelVersions.nodes.map(({ ref }: Json) => ref);
    const shippedWhere = (test: (card: Json) => boolean): readonly string[] =>
      shipped.filter((ref) => test(cards.get(ref)));
    const refusal = async (query: string, variables: object): Promise<Json> =>
      (await gateway.ask(query, variables as Record<string, unknown>)).errors[0]?.extensions;

    beforeAll(async () => {
      own = await mkdtemp(join(tmpdir(), 'tessera-catalogue-'));
      await copyModel(own, 'demo-dense-focus/1', () => undefined);
      gateway = await openTestGateway(kind, { modelDirs: [DEMO_MODELS, own] });
      const files = await readdir(DEMO_MODELS, { recursive: true });
      const places = files.flatMap(
        (file) => /^([^/]+)\/(\d+)\/model-card\.json$/.exec(file)?.slice(1, 3).join('/') ?? [],
      );
      const entries = places.map(async (place) => [`local:${place}`, await read(place, 'model-card.json')] as const);
      cards = new Map(await Promise.all(entries));
      shipped = [...cards.keys()].sort();
    }, 120_000);
    afterAll(async () => {
      await gateway?.close();
      await rm(own, { recursive: true, force: true });
    });

    it('finds versions by the facts of their cards, as the files on the disk have them', async () => {
      expect(shipped.length).toBeGreaterThan(10);
      const local = { sources: ['local'] };
      expect((await found(local)).toSorted()).toEqual(shipped);
      const cases: readonly (readonly [object, (card: Json) => boolean])[] = [
        [{ tasks: ['EXPRESSION'] }, ({ task }) => task.kind === 'EXPRESSION'],
        [{ levels: ['TILE'] }, ({ task }) => task.level === 'TILE'],
        [{ extractor: { model: 'demo-lite0', version: '1' } }, ({ extractor }) => extractor?.model === 'demo-lite0'],
        [{ search: 'EXPR' }, ({ identity: { name, title } }) => /expr/i.test(`${name} ${title}`)],
        [{ organs: ['BREAST'] }, ({ intendedUse }) => intendedUse.organs.includes('breast')],
      ];
      for (const [filter, test] of cases) {
        const expected = shippedWhere(test);
        expect(expected.length).toBeGreaterThan(0);
        expect([filter, (await found({ ...local, ...filter })).toSorted()]).toEqual([filter, expected]);
      }
      expect(await found({ ...local, alias: 'challenger', tasks: ['BIOMARKER'] })).toEqual([
        'local:demo-dense-focus/2',
      ]);
    });

    it('says what is calibrated for a case as predictions would be called', async () => {
      const calibrated = { specimen: 'RESECTION', target: 'dense-focus' };
      expect(await found({ calibratedFor: calibrated })).toEqual([
        'local:demo-dense-focus/1',
        'local:demo-dense-focus/2',
      ]);
      expect(await found({ calibratedFor: { target: 'no-such-target' } })).toEqual([]);
    });

    it.each(['NAME', 'NEWEST'])(
      'walks every version once in pages by %s, also while versions come',
      async (orderBy) => {
        const walked: string[] = [];
        let after: string | null = null;
        for (let hasNext = true; hasNext;) {
          const { nodes, pageInfo, totalCount }: Json = (await gateway.data(FIND, { first: 4, after, orderBy }))
            .modelVersions;
          walked.push(...nodes.map(({ ref }: Json) => ref));
          expect(totalCount).toBeGreaterThan(shipped.length);
          if (walked.length === 4) {
            await copyModel(own, 'demo-dense-focus/1', rename(`aaa-${orderBy.toLowerCase()}`));
            await gateway.gateway.app.get(ModelRegistry, { strict: false }).reload(AbortSignal.timeout(60_000));
          }
          ({ hasNextPage: hasNext, endCursor: after } = pageInfo);
        }
        expect(new Set(walked).size).toBe(walked.length);
        expect(walked).toEqual(expect.arrayContaining([...shipped, 'local-2:demo-dense-focus/1']));
      },
    );

    it('refuses a filter that says nothing, and a cursor of another order', async () => {
      expect(await refusal(FIND, { filter: { tasks: [] } })).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument: 'filter.tasks',
      });
      const { pageInfo } = (await gateway.data(FIND, { first: 1 })).modelVersions;
      expect(await refusal(FIND, { after: pageInfo.endCursor, orderBy: 'NEWEST' })).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument: 'after',
      });
      expect(await refusal(FIND, { first: 101 })).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'first' });
    });

    it('follows the lineage in both directions', async () => {
      const ensemble = 'local:demo-her2st-expr/1';
      const members = cards.get(ensemble).identity.ensemble.members.map(({ model }: Json) => model);
      const { basedOn } = (await gateway.data(LINEAGE, { ref: ensemble })).modelVersion;
      expect(basedOn.filter(({ role }: Json) => role === 'MEMBER').map(({ name }: Json) => name)).toEqual(members);
      const { usedBy } = (await gateway.data(LINEAGE, { ref: `local:${members[0]}/1` })).modelVersion;
      expect(usedBy.nodes).toContainEqual({ role: 'MEMBER', modelVersion: { ref: ensemble } });
      const encoder = (await gateway.data(LINEAGE, { ref: 'local:demo-lite0/1' })).modelVersion;
      const takers = encoder.usedBy.nodes
        .filter(({ role }: Json) => role === 'ENCODER')
        .map(({ modelVersion }: Json) => modelVersion.ref);
      expect(takers).toEqual(
        expect.arrayContaining([...shippedWhere(({ extractor }) => extractor?.model === 'demo-lite0')]),
      );
      expect(encoder.usedBy.totalCount).toBe(encoder.usedBy.nodes.length);
    });

    it('shows one version in two sources as the same, and still wants to be told which source is asked', async () => {
      const [here, there] = ['local:demo-dense-focus/1', 'local-2:demo-dense-focus/1'];
      const { sameAs } = (await gateway.data(LINEAGE, { ref: here })).modelVersion;
      expect(sameAs).toMatchObject([{ ref: there }]);
      const candidates = [here, there];
      expect(await refusal(LINEAGE, { ref: 'demo-dense-focus/1' })).toMatchObject({
        code: 'AMBIGUOUS_MODEL',
        candidates,
      });
    });

    it('says what changed between two versions, as their files have it', async () => {
      const [from, to] = ['local:demo-dense-focus/1', 'local:demo-dense-focus/2'];
      const { modelVersionChanges: changes } = await gateway.data(CHANGES, { from, to });
      expect(changes).toMatchObject({ isSame: false, licenceChanges: [], cardChangeCount: changes.cardChanges.length });
      expect(changes.cardChanges).toContainEqual({
        pointer: '/identity/version',
        group: 'identity',
        kind: 'CHANGED',
        from: '1',
        to: '2',
        isCut: false,
      });
      const outputs = (card: Json): readonly string[] => card.output.tensors.map(({ name }: Json) => name);
      const added = outputs(cards.get(to)).filter((name) => !outputs(cards.get(from)).includes(name));
      const reported = changes.tensorChanges.filter(
        ({ kind: of, direction }: Json) => of === 'ADDED' && direction === 'OUTPUT',
      );
      expect(reported.map(({ name }: Json) => name)).toEqual(added);
      const [old, now] = [await firstThreshold('1'), await firstThreshold('2')];
      expect(changes.thresholdChanges).toContainEqual(
        expect.objectContaining({ kind: 'CHANGED', from: { value: old }, to: { value: now }, difference: now - old }),
      );
    });

    it('finds no change between a version and its copy but the calibrations that only one source has', async () => {
      const [from, to] = ['local:demo-dense-focus/1', 'local-2:demo-dense-focus/1'];
      const { modelVersionChanges: changes } = await gateway.data(CHANGES, { from, to });
      expect(changes).toMatchObject({ isSame: false, cardChanges: [], tensorChanges: [] });
      expect(new Set(changes.thresholdChanges.map(({ kind: of }: Json) => of))).toEqual(new Set(['REMOVED']));
      const same = (await gateway.data(CHANGES, { from, to: from })).modelVersionChanges;
      expect(same).toMatchObject({ isSame: true, cardChangeCount: 0, thresholdChangeCount: 0, tensorChangeCount: 0 });
    });

    async function firstThreshold(version: string): Promise<number> {
      const folder = ['demo-dense-focus', version, 'calibrations'];
      const [file = ''] = await readdir(join(DEMO_MODELS, ...folder));
      return (await read(...folder, file)).operatingPoints[0].threshold;
    }
  });
});
