import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { copyModel, MODEL, removeModel } from '#test/written-registry';
import { type Json } from '#test/json';

const RESULT = '{ outcome isInService notices changes { before after } write { id kind version writtenBy } }';
const SET = `mutation Set($alias: String!, $version: String!, $expected: String) {
  setAlias(model: "${MODEL}", alias: $alias, version: $version, expectedVersion: $expected) ${RESULT} }`;
const APPROVE = `mutation Approve($id: ID!, $dryRun: Boolean! = false) {
  approveAliasChange(id: $id, dryRun: $dryRun) ${RESULT} }`;
const MODELS = `{ registeredModels { nodes { aliases { alias version }
  aliasProposals { id alias version before proposedBy proposedAt } } } }`;
const keys = { 'main-ann': ['ADMINISTRATOR'], 'main-bob': ['ADMINISTRATOR'], 'main-op': ['OPERATOR'] } as const;

describe.each(storeKinds)('an alias that takes two people, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('where champion is on version 1', () => {
    let gateway: TestGateway;
    let directory: string;

    const as = (key: keyof typeof keys) => (query: string, variables: Json) => gateway.data(query, variables, key);
    const ann = as('main-ann');
    const bob = as('main-bob');
    const fault = async (query: string, variables: Json, key: keyof typeof keys) =>
      (await gateway.ask(query, variables, key)).errors[0];
    const model = async (): Promise<Json> => (await ann(MODELS, {})).registeredModels.nodes[0];
    const versionOf = async (alias: string): Promise<string> =>
      (await model()).aliases.find((found: Json) => found.alias === alias)?.version;

    beforeAll(async () => {
      directory = await copyModel();
      const approvals = ['champion'];
      gateway = await openTestGateway(kind, { keys, approvals, modelDirs: [directory], modelServers: [] });
    });
    afterAll(async () => {
      await gateway?.close();
      await removeModel(directory);
    });

    it('is not moved by one: a proposal stands in the API, and nobody is served by it', async () => {
      const { setAlias } = await ann(SET, { alias: 'champion', version: '2', expected: '1' });
      expect(setAlias).toMatchObject({
        outcome: 'PROPOSED',
        isInService: false,
        notices: [expect.stringContaining('approveAliasChange')],
        write: { id: '1', kind: 'ALIAS_PROPOSED', version: '2' },
      });
      expect((await model()).aliasProposals).toEqual([
        {
          id: '1',
          alias: 'champion',
          version: '2',
          before: '1',
          proposedBy: 'main-ann',
          proposedAt: expect.any(String),
        },
      ]);
      expect(await versionOf('champion')).toBe('1');
      const again = await bob(SET, { alias: 'champion', version: '2', expected: '1' });
      expect(again.setAlias.outcome).toBe('UNCHANGED');
    });

    it('is not approved by who proposed it, nor by who is no administrator', async () => {
      const own = await fault(APPROVE, { id: '1' }, 'main-ann');
      expect(own?.extensions).toMatchObject({ code: 'FORBIDDEN', proposedBy: 'main-ann' });
      expect(own?.message).toContain('another administrator');
      expect((await fault(APPROVE, { id: '1' }, 'main-op'))?.extensions['code']).toBe('FORBIDDEN');
      expect((await fault(APPROVE, { id: '7' }, 'main-bob'))?.extensions).toMatchObject({ argument: 'id' });
      expect(await versionOf('champion')).toBe('1');
    });

    it('is moved when another one approves, after a dry run that moves nothing', async () => {
      const dry = await bob(APPROVE, { id: '1', dryRun: true });
      expect(dry.approveAliasChange).toMatchObject({
        outcome: 'WOULD_WRITE',
        changes: [{ before: { version: '1' }, after: { version: '2' } }],
      });
      expect(await versionOf('champion')).toBe('1');
      const { approveAliasChange } = await bob(APPROVE, { id: '1' });
      expect(approveAliasChange).toMatchObject({
        outcome: 'WRITTEN',
        isInService: true,
        write: { kind: 'ALIAS_SET', version: '2', writtenBy: 'main-bob' },
      });
      expect(await versionOf('champion')).toBe('2');
      expect((await model()).aliasProposals).toEqual([]);
      expect((await fault(APPROVE, { id: '1' }, 'main-bob'))?.extensions).toMatchObject({ argument: 'id' });
    });

    it('is approved once, by however many at once; a proposal that was replaced is not', async () => {
      const first = await ann(SET, { alias: 'champion', version: '1', expected: '2' });
      const second = await bob(SET, { alias: 'champion', version: '1', expected: '2' });
      expect(second.setAlias.outcome).toBe('UNCHANGED');
      const { id } = first.setAlias.write;
      const replies = await Promise.all([1, 2, 3].map(() => gateway.ask(APPROVE, { id }, 'main-bob')));
      const outcomes = replies.map(
        ({ errors, data }) => errors[0]?.extensions['code'] ?? data.approveAliasChange.outcome,
      );
      expect(outcomes.toSorted()).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT', 'WRITTEN']);
      expect(await versionOf('champion')).toBe('1');
    });

    it('leaves the other aliases to one', async () => {
      const { setAlias } = await ann(SET, { alias: 'challenger', version: '1', expected: '2' });
      expect(setAlias.outcome).toBe('WRITTEN');
      expect(await versionOf('challenger')).toBe('1');
    });
  });
});
