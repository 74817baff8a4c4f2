import { createHash } from 'node:crypto';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask, canary, expectInvariants, expectRefusal, GOOD, KEYS, startEdge, type Edge } from './support.js';

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

const nest = (depth: number): string => `${'{ slide '.repeat(depth)}{ id }${'}'.repeat(depth)}`;

describe('case 12: what the schema is', () => {
  const misspelt = '{ viewr { id } slide(id: "1") { widthPixels } }';

  it('is not told to a caller without the role', async () => {
    const answer = await ask(edge, { query: misspelt });
    expectRefusal(answer, '400 GRAPHQL_VALIDATION_FAILED');
    expect(answer.text).not.toMatch(/Query|Slide|viewer|widthPx/);
  });

  it.each([getIntrospectionQuery(), '{ __schema { types { name } } }', '{ __type(name: "Slide") { name } }'])(
    'cannot be read by introspection without the role (%#)',
    async (query) => {
      const answer = await ask(edge, { query }, { key: KEYS.operator });
      expectRefusal(answer, '400 GRAPHQL_VALIDATION_FAILED');
      expect(answer.text).not.toMatch(/Query|__schema|Slide/);
    },
  );

  it('is told to a developer and to an administrator', async () => {
    for (const key of [KEYS.developer, KEYS.administrator]) {
      const schema = await ask(edge, { query: getIntrospectionQuery() }, { key });
      expect((schema.body.data['__schema'] as { types: unknown[] }).types.length).toBeGreaterThan(20);
      const hint = await ask(edge, { query: misspelt }, { key });
      expect(hint.text).toContain('Did you mean');
    }
  });

  it('lets every caller ask for __typename', async () => {
    expect((await ask(edge, { query: '{ __typename }' })).body.data).toEqual({ __typename: 'Query' });
  });
});

describe('case 13: which operation', () => {
  const two = 'query A { viewer { id } } query B { viewer { tenant } }';
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  const persisted = (sha256Hash: string): object => ({ persistedQuery: { version: 1, sha256Hash } });

  it('refuses a name that is not there, and two operations without a name', async () => {
    expectRefusal(await ask(edge, { query: two, operationName: zzphi }), '400 OPERATION_RESOLUTION_FAILURE');
    expectRefusal(await ask(edge, { query: two }), '400 OPERATION_RESOLUTION_FAILURE');
  });

  it('answers an unknown hash in the words that clients look for', async () => {
    const answer = await ask(edge, { extensions: persisted(hash('x')) });
    expectRefusal(answer, '200 PERSISTED_QUERY_NOT_FOUND');
    expect(answer.body.errors?.[0]?.message).toBe('PersistedQueryNotFound');
  });

  it('refuses a hash that is not the document’s, and one that is no hash', async () => {
    expectRefusal(await ask(edge, { query: two, extensions: persisted(hash('x')) }), '400 BAD_REQUEST');
    expectRefusal(await ask(edge, { query: two, extensions: persisted(zzphi) }), '400 BAD_REQUEST');
    expectRefusal(
      await ask(edge, { query: two, extensions: { persistedQuery: { version: 2, sha256Hash: hash(two) } } }),
      '400 BAD_REQUEST',
    );
  });

  it('remembers a document by its hash, and holds the limits for it', async () => {
    const query = '{ viewer { tenant } }';
    await ask(edge, { query, extensions: persisted(hash(query)) });
    expect((await ask(edge, { extensions: persisted(hash(query)) })).body.data).toEqual({
      viewer: { tenant: 'tenant-a' },
    });
    const deep = nest(50);
    expectRefusal(await ask(edge, { query: deep, extensions: persisted(hash(deep)) }), '400 OPERATION_LIMIT_EXCEEDED');
    expectRefusal(await ask(edge, { extensions: persisted(hash(deep)) }), '200 PERSISTED_QUERY_NOT_FOUND');
  });

  it('refuses text that is not GraphQL without quoting it', async () => {
    expectRefusal(await ask(edge, { query: `{ viewer(id: "${zzphi}" ` }), '400 GRAPHQL_PARSE_FAILED');
    expectRefusal(await ask(edge, { query: `"${zzphi}" { viewer { id } }` }), '400 GRAPHQL_PARSE_FAILED');
    expectRefusal(await ask(edge, { query: `{ viewer { id } } "${zzphi}` }), '400 GRAPHQL_PARSE_FAILED');
  });
});

describe('case 14: names of the language in variables', () => {
  const query = 'query ($id: ID!) { slide(id: $id) { id } }';
  it.each([
    `{"query":"${query}","variables":{"id":"1","__proto__":{"polluted":true}}}`,
    `{"query":"${query}","variables":{"id":"1","constructor":{"prototype":{"polluted":true}}}}`,
    `{"query":"${query}","__proto__":{"polluted":true},"variables":{"id":"1"}}`,
    `{"query":"${query}","variables":{"id":"2"},"variables":{"id":"1","id":"1"}}`,
  ])('are only names (%#)', async (body) => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const answer = await ask(edge, body);
    expect(answer.body.data).toEqual({ slide: { id: '1' } });
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('are refused in an input object', async () => {
    const body = `{"query":"mutation ($i: AddSlideInput!) { addSlide(input: $i) { id } }","variables":{"i":{"path":"x","__proto__":{"a":"${zzphi}"}}}}`;
    expectRefusal(await ask(edge, body, { key: KEYS.operator }), '400 BAD_USER_INPUT');
  });
});

describe('case 16: values of the wrong type', () => {
  const byVariable = 'query ($n: Int!) { slideCatalog(first: $n) { totalCount } }';
  it.each(['2147483648', '1.5', '1e400', `"${zzphi}"`, `["${zzphi}"]`, `{"a":"${zzphi}"}`, 'null', 'true'])(
    'refuses the variable %s where Int is due',
    async (value) => {
      const answer = await ask(edge, `{"query":"${byVariable}","variables":{"n":${value}}}`);
      expectRefusal(answer, '400 BAD_USER_INPUT');
      expect(answer.body.errors?.[0]?.message).toContain('`first`');
      expect(answer.text).not.toMatch(/2147483648|1\.5|Infinity/);
    },
  );

  it('refuses a variable that is missing', async () => {
    expectRefusal(await ask(edge, { query: byVariable }), '400 BAD_USER_INPUT');
  });

  it.each(['2147483648', '1.5', `"${zzphi}"`, `["${zzphi}"]`, `{ a: "${zzphi}" }`, 'null', 'true', name])(
    'refuses the literal %s where Int is due',
    async (value) => {
      const answer = await ask(edge, { query: `{ slideCatalog(first: ${value}) { totalCount } }` });
      expectRefusal(answer, '400 BAD_USER_INPUT');
      expect(answer.body.errors?.[0]?.message).toContain('`first`');
    },
  );

  it('does not repeat a value to a developer either', async () => {
    const literal = await ask(
      edge,
      { query: `{ slideCatalog(first: "${zzphi}") { totalCount } }` },
      { key: KEYS.developer },
    );
    expectRefusal(literal, '400 BAD_USER_INPUT');
    const syntax = await ask(edge, { query: `{ viewer "${zzphi}" }` }, { key: KEYS.developer });
    expectRefusal(syntax, '400 GRAPHQL_PARSE_FAILED');
  });

  it.each(['', 'no version', `local:${zzphi}`, `${'a'.repeat(300)}/1`, '../etc/passwd', 'local:a/1\u0000'])(
    'refuses a model reference that cannot be one (%#), as a literal and as a variable',
    async (ref) => {
      const literal = await ask(edge, { query: `{ modelVersion(ref: ${JSON.stringify(ref)}) { ref } }` });
      const variable = await ask(edge, {
        query: 'query ($r: ModelRef!) { modelVersion(ref: $r) { ref } }',
        variables: { r: ref },
      });
      for (const answer of [literal, variable]) {
        expectRefusal(answer, '400 BAD_USER_INPUT');
        expect(answer.body.errors?.[0]?.message).toContain('The argument `ref` must name a model version');
      }
    },
  );

  it.each(['local:demo-dense-focus/2', 'demo-dense-focus@champion', 'site-a:titan/12'])(
    'takes the model reference %s',
    async (ref) => {
      const answer = await ask(edge, {
        query: 'query ($r: ModelRef!) { modelVersion(ref: $r) { ref } }',
        variables: { r: ref },
      });
      expect(answer.body.data['modelVersion']).toEqual({ ref });
    },
  );
});
