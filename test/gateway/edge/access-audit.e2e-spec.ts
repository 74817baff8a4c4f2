import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MODEL } from './probe.module.js';
import { ask, canary, GOOD, KEYS, outcome, send, startEdge, type Edge } from './support.js';

let edge: Edge;
let good: string;
const zzphi = canary();

beforeAll(async () => {
  edge = await startEdge();
  good = (await ask(edge, GOOD)).text;
});

afterAll(async () => edge.close());

afterEach(async () => {
  expect((await ask(edge, GOOD)).text).toBe(good);
  expect(edge.logLines.join('')).not.toMatch(/ZZPHI|secret|duplicate key/);
});

describe('who may do what', () => {
  it.each([null, zzphi, '', `${KEYS.reader}x`, 'x'.repeat(5_000)])(
    'refuses a wrong key with one message (%#)',
    async (key) => {
      const before = edge.sink.records.length;
      const answer = await ask(edge, GOOD, { key });
      expect(outcome(answer)).toBe('401 UNAUTHENTICATED');
      expect(answer.body.errors?.[0]?.message).toBe(
        'Send a valid API key in the header `authorization: Bearer <key>`.',
      );
      expect(answer.text).not.toContain('ZZPHI');
      expect(edge.sink.records).toHaveLength(before);
    },
  );

  it('refuses another scheme of authorisation', async () => {
    const headers = { authorization: `Basic ${Buffer.from('a:b').toString('base64')}` };
    expect(outcome(await ask(edge, GOOD, { key: null, headers }))).toBe('401 UNAUTHENTICATED');
  });

  it('names the caller', async () => {
    const answer = await ask(edge, { query: '{ viewer { id tenant roles } }' }, { key: KEYS.operator });
    expect(answer.body.data['viewer']).toEqual({ id: 'key-operator', tenant: 'tenant-a', roles: ['OPERATOR'] });
  });

  const mutations = [
    'cancelJob(id: "1") { id }',
    'addSlide(input: { path: "x" }) { id }',
    'prepareFeatures(input: { slideId: "1", encoder: "a/1" }) { id }',
    'importFeatures(input: { slideId: "1", encoder: "a/1", path: "x" }) { digest }',
  ];
  it.each(mutations)('refuses a reader the mutation %s', async (mutation) => {
    const before = edge.calls.mutation;
    const answer = await ask(edge, { query: `mutation { ${mutation} }` });
    expect(outcome(answer)).toBe('200 FORBIDDEN');
    expect(answer.body.data).toBeNull();
    expect(edge.calls.mutation).toBe(before);
  });

  it.each([KEYS.operator, KEYS.administrator])(
    'lets an operator and an administrator change things (%#)',
    async (key) => {
      const answer = await ask(edge, { query: 'mutation { cancelJob(id: "1") { id } }' }, { key });
      expect(answer.body.data).toEqual({ cancelJob: { id: '1' } });
    },
  );
});

describe('the audit row', () => {
  it('says who asked what of which version, and how it ended', async () => {
    const query = `query ${zzphi.replaceAll('-', '_')} { ${'ZZPHI_a'}: viewer { id } ...R } fragment R on Query { slide(id: "1") { prediction(model: "local:probe/1") { tileCount } } }`;
    const answer = await ask(edge, { query, operationName: null });
    const row = edge.sink.records.at(-1);
    expect(row).toMatchObject({
      tenant: 'tenant-a',
      caller: 'key-reader',
      operation: 'slide viewer',
      kind: 'query',
      models: [MODEL],
      outcome: 'OK',
      requestId: answer.headers['x-request-id'],
    });
    expect(JSON.stringify(row)).not.toContain('ZZPHI');
  });

  it.each([
    ['a refusal of a field', { query: 'mutation { cancelJob(id: "1") { id } }' }, 'FORBIDDEN'],
    [
      'a cost over the limit',
      {
        query: 'query ($n: Int!) { slideCatalog(first: $n) { nodes { featureBags { digest } } } }',
        variables: { n: 9_000 },
      },
      'COST_LIMIT_EXCEEDED',
    ],
    [
      'a variable of the wrong type',
      { query: 'query ($n: Int!) { slideCatalog(first: $n) { totalCount } }', variables: { n: 'x' } },
      'BAD_USER_INPUT',
    ],
  ])('is there for %s', async (_name, body, code) => {
    const before = edge.sink.records.length;
    const answer = await ask(edge, body);
    expect(edge.sink.records).toHaveLength(before + 1);
    expect(edge.sink.records.at(-1)).toMatchObject({ outcome: code, requestId: answer.headers['x-request-id'] });
  });

  it('is not there for what is no operation', async () => {
    const before = edge.sink.records.length;
    await ask(edge, { query: '{ nothing }' });
    await ask(edge, '[]');
    expect(edge.sink.records).toHaveLength(before);
    expect(await edge.audit.verifyChain()).toMatchObject({ kind: 'intact', rows: before });
  });

  it('must be written: without it the answer is withheld', async () => {
    const append = edge.sink.append.bind(edge.sink);
    edge.sink.append = () => Promise.reject(new Error('disk full ZZPHI'));
    try {
      const answer = await ask(edge, GOOD);
      expect(outcome(answer)).toBe('200 STORE_UNAVAILABLE');
      expect(answer.body.data).toBeUndefined();
      edge.sink.append = () => new Promise(() => {});
      const late = await ask(edge, GOOD, { headers: { 'tessera-timeout-ms': '200' } });
      expect(outcome(late)).toBe('200 STORE_UNAVAILABLE');
      expect(late.ms).toBeLessThan(300);
    } finally {
      edge.sink.append = append;
    }
  });
});

describe('health and figures', () => {
  it('are there without a key on this machine', async () => {
    const live = await send(edge, { method: 'GET', path: '/health/live', key: null });
    expect(live.body).toEqual({ status: 'live' });
    const ready = await send(edge, { method: 'GET', path: '/health/ready', key: null });
    expect([ready.status, ready.body]).toEqual([200, { status: 'ready', checks: {} }]);
    const { text } = await send(edge, { method: 'GET', path: '/metrics', key: null });
    expect(text).toMatch(/tessera_graphql_request_seconds_count\{kind="query",code="OK"\} \d+/);
    expect(text).toMatch(/tessera_graphql_request_seconds_count\{kind="none",code="UNAUTHENTICATED"\} \d+/);
    expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds/);
    expect(text).toMatch(/process_cpu_seconds_total/);
    expect(text).not.toContain('ZZPHI');
  });
});
