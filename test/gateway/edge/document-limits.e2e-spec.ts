import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  ask,
  canary,
  expectInvariants,
  expectRefusal,
  GOOD,
  outcome,
  startEdge,
  type Answer,
  type Edge,
} from './support.js';

let edge: Edge;
let good: string;
const zzphi = canary();
const name = zzphi.replaceAll('-', '_');

beforeAll(async () => {
  edge = await startEdge();
  for (let round = 0; round < 20; round += 1) good = (await ask(edge, GOOD)).text; // warm
});

afterAll(async () => edge.close());
afterEach(async () => expectInvariants(edge, good));

/** Asks until one answer is quick: other work on the machine is not what is measured, and a case that is slow is slow every time. */
async function askQuickly(query: string, variables = {}): Promise<Answer> {
  let answer = await ask(edge, { query, variables });
  for (let round = 0; round < 12 && answer.ms >= 50; round += 1) answer = await ask(edge, { query, variables });
  expect(answer.ms).toBeLessThan(50);
  return answer;
}

const repeat = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const nest = (depth: number): string => `${'{ slide '.repeat(depth)}{ id }${'}'.repeat(depth)}`;

describe('case 7: aliases', () => {
  it.each([
    ['101 of a field', repeat(101, (i) => `${name}${i}: viewer { id }`), 'aliases'],
    ['101 of __typename', repeat(101, (i) => `${name}${i}: __typename`), 'aliases'],
    ['20,000', repeat(20_000, (i) => `a${i}: __typename`), 'tokens'],
    ['16 below the root', `slide(id: "1") { ${repeat(16, (i) => `a${i}: id`)} }`, 'aliases'],
  ])('refuses %s', async (_name, fields, limit) => {
    const answer = await askQuickly(`{ ${fields} }`);
    expectRefusal(answer, '400 OPERATION_LIMIT_EXCEEDED');
    expect(answer.body.errors?.[0]?.extensions['limit']).toBe(limit);
  });

  it('counts a fragment as often as it is spread', async () => {
    const answer = await askQuickly(`
      fragment F on Slide { a: id b: id c: id d: id }
      { s: slides(ids: ["1"]) { ...F p: prediction(model: "x/1") { tileCount } } t: slides(ids: ["1"]) { ...F }
        u: slides(ids: ["1"]) { ...F } v: slides(ids: ["1"]) { ...F } }`);
    expect(answer.body.errors?.[0]?.extensions['limit']).toBe('aliases');
  });

  it('takes 15', async () => {
    const answer = await ask(edge, { query: `{ slide(id: "1") { ${repeat(15, (i) => `a${i}: id`)} } }` });
    expect(outcome(answer)).toBe('200 OK');
  });
});

describe('case 8: directives', () => {
  it.each([
    ['10 unknown ones at one field', `{ viewer ${repeat(10, () => `@${name}`)} { id } }`, 'directives'],
    ['10,000 @skip', `{ viewer ${repeat(10_000, () => '@skip(if: false)')} { id } }`, 'tokens'],
    [
      '21 over several fields',
      `{ viewer { ${repeat(21, (i) => (i % 2 ? 'id' : 'tenant') + ' @skip(if: false)')} } }`,
      'directives',
    ],
    ['six at the operation', `query ${repeat(6, () => '@x')} { viewer { id } }`, 'directives'],
  ])('refuses %s', async (_name, query, limit) => {
    const answer = await askQuickly(query);
    expectRefusal(answer, '400 OPERATION_LIMIT_EXCEEDED');
    expect(answer.body.errors?.[0]?.extensions['limit']).toBe(limit);
  });
});

describe('case 9: nesting', () => {
  it.each([
    ['selections 200 deep', nest(200), 'depth'],
    ['selections 1,500 deep', nest(1_500), 'tokens'],
    ['selections 20,000 deep', nest(20_000), 'tokens'],
    ['a list literal 20,000 deep', `{ slides(ids: ${'['.repeat(20_000)}${']'.repeat(20_000)}) { id } }`, 'tokens'],
    ['a list literal 200 deep', `{ slides(ids: ${'['.repeat(200)}${']'.repeat(200)}) { id } }`, 'depth'],
    [
      'an object in a default 200 deep',
      `query ($a: X = ${'{a: '.repeat(200)}1${'}'.repeat(200)}) { viewer { id } }`,
      'depth',
    ],
    [
      'fragments 11 deep',
      `{ slide(id: "1") { ...F0 } } ${repeat(12, (i) => `fragment F${i} on Slide { slide { ...F${i + 1} } }`)}`,
      'depth',
    ],
  ])('refuses %s', async (_name, query, limit) => {
    const answer = await askQuickly(query);
    expectRefusal(answer, '400 OPERATION_LIMIT_EXCEEDED');
    expect(answer.body.errors?.[0]?.extensions['limit']).toBe(limit);
  });

  it('refuses a variable list 20,000 deep', async () => {
    const body = `{"query":"query ($ids: [ID!]!) { slides(ids: $ids) { id } }","variables":{"ids":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`;
    expectRefusal(await ask(edge, body), '400 BAD_REQUEST');
  });

  it('is not slowed by fragments that spread each other a billion times', async () => {
    const fragments = repeat(30, (i) => `fragment F${i} on Slide { ...F${i + 1} ...F${i + 1} }`);
    const answer = await askQuickly(`{ slide(id: "1") { ...F0 } } ${fragments} fragment F30 on Slide { id }`);
    expect(outcome(answer)).toBe('200 OK');
  });
});

describe('case 10: long documents', () => {
  it.each([
    ['50,000 tokens', `{ ${'__typename '.repeat(50_000)} }`],
    ['5,000 unused variables', `query (${repeat(5_000, (i) => `$${name}${i}: Int`)}) { viewer { id } }`],
    ['2,000 misspelt fields', `{ ${repeat(2_000, (i) => `viewr${i}`)} }`],
    ['21 fields at the root', `{ ${repeat(21, () => 'viewer { id }')} }`],
  ])('refuses %s', async (_name, query) => {
    expectRefusal(await askQuickly(query), '400 OPERATION_LIMIT_EXCEEDED');
  });

  it.each([
    ['200 unused variables', `query (${repeat(200, (i) => `$${name}${i}: Int`)}) { viewer { id } }`],
    ['900 misspelt fields', `{ viewer { ${repeat(900, (i) => `tenan${i}`)} } }`],
  ])('lists at most five of %s', async (_name, query) => {
    expectRefusal(await askQuickly(query), '400 GRAPHQL_VALIDATION_FAILED');
  });

  it('is not slowed by one field hundreds of times', async () => {
    expect(outcome(await askQuickly(`{ viewer { ${repeat(500, () => 'id')} } }`))).toBe('200 OK');
    expectRefusal(await askQuickly(`{ viewer { ${repeat(900, () => 'id')} } }`), '400 GRAPHQL_VALIDATION_FAILED');
  });
});

describe('case 11: fragments', () => {
  it.each([
    ['a cycle', `{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }`],
    ['an unused fragment', `{ viewer { id } } fragment ${name} on Viewer { id }`],
    ['a fragment on a type that does not exist', `{ viewer { ... on ${name} { id } } }`],
  ])('refuses %s', async (_name, query) => {
    expectRefusal(await askQuickly(query), '400 GRAPHQL_VALIDATION_FAILED');
  });
});

describe('case 15: cost', () => {
  const query = `query ($ids: [ID!]!) { slides(ids: $ids) {
    a: prediction(model: "a/1") { tileCount } b: prediction(model: "b/1") { tileCount } } }`;
  const ids = (count: number): string[] => Array.from({ length: count }, (_, i) => `slide-${i}`);

  it('refuses 5,000 slides under several models, and no resolver runs', async () => {
    const before = edge.calls.prediction;
    const answer = await ask(edge, { query, variables: { ids: ids(5_000) } });
    expectRefusal(answer, '400 COST_LIMIT_EXCEEDED');
    expect(answer.body.errors?.[0]?.extensions).toMatchObject({ cost: 1 + 5_000 * 6, limit: 5_000 });
    expect(edge.calls.prediction).toBe(before);
  });

  it('answers 500 slides under two models', async () => {
    const answer = await ask(edge, { query, variables: { ids: ids(500) } });
    expect(outcome(answer)).toBe('200 OK');
    expect(answer.body.data['slides']).toHaveLength(500);
  });

  it('counts a number that bounds a page, by literal and by variable', async () => {
    const page = '{ nodes { a: prediction(model: "a/1") { tileCount } } }';
    expectRefusal(await ask(edge, { query: `{ slideCatalog(first: 2147483647) ${page} }` }), '400 COST_LIMIT_EXCEEDED');
    const byVariable = `query ($n: Int!) { slideCatalog(first: $n) ${page} }`;
    expectRefusal(await ask(edge, { query: byVariable, variables: { n: 1_667 } }), '400 COST_LIMIT_EXCEEDED');
    expect(outcome(await ask(edge, { query: byVariable, variables: { n: 1_666 } }))).toBe('200 OK');
  });
});
