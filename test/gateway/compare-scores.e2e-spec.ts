import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';

const COMPARE = `query Compare($input: CompareScoresInput!, $first: Int! = 100, $after: String) { compareScores(input: $input) {
  n pairs { a b flips(first: $first, after: $after) { totalCount nodes { item a b isPositive } pageInfo { hasNextPage endCursor } } }
  leftOut { totalCount nodes { item missing { name reason } } } } }`;

// Nothing of a store is read or written: the first kind stands for all.
describe.each(storeKinds.slice(0, 1))('compareScores', (kind) => {
  let world: TestGateway;
  let text = '';

  beforeAll(async () => {
    world = await openTestGateway(kind, { modelDirs: [], modelServers: [] });
    text = await readFile(join(process.cwd(), 'test/fixtures/comparison/asah.csv'), 'utf8');
  }, 120_000);
  afterAll(() => world?.close());

  it('gives lists page by page', async () => {
    const input = {
      text,
      scores: ['wfns', 's100b'],
      label: 'outcome',
      positive: 'Poor',
      thresholds: [
        { score: 'wfns', value: 3 },
        { score: 's100b', value: 0.2 },
      ],
    };
    const all = (await world.data(COMPARE, { input })).compareScores.pairs[0].flips;
    const first = (await world.data(COMPARE, { input, first: 10 })).compareScores.pairs[0].flips;
    const after = first.pageInfo.endCursor;
    const rest = (await world.data(COMPARE, { input, after })).compareScores.pairs[0].flips;
    expect([...first.nodes, ...rest.nodes]).toEqual(all.nodes);
    expect(all.nodes).toHaveLength(all.totalCount);
    const { errors } = await world.ask(COMPARE, { input, after: 'Zm9v' });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  });

  it.each<readonly [string, object, string]>([
    ['two outcomes', { label: 'outcome', positive: 'Poor', measured: 'ndka' }, 'input'],
    ['half of survival', { time: 'ndka' }, 'input.event'],
    ['a threshold of no score', { thresholds: [{ score: 'x', value: 1 }] }, 'input.thresholds'],
    ['scores twice', { scores: ['wfns', 'wfns'] }, 'input.scores'],
    ['too many draws', { method: { draws: 1_000_000 } }, 'input.method.draws'],
    ['four stratifications', { strata: ['a', 'b', 'c', 'd'] }, 'input.strata'],
  ])('refuses by argument: %s', async (_, more, argument) => {
    const { errors } = await world.ask(COMPARE, { input: { text, scores: ['wfns'], ...more } });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});
