import { afterEach, describe, expect, it } from 'vitest';
import { FakeGateways, failureOf, slideIdOf } from '#test/fake-gateways';
import { AnswerWithErrors, PredictDocument, TesseraClient, ViewerDocument } from './index.js';

const gateways = new FakeGateways();
const gateway = gateways.start.bind(gateways);
const failure = failureOf;

afterEach(() => gateways.close());

describe('TesseraClient.request', () => {
  it('sends the key as a bearer token and returns data', async () => {
    const { url } = await gateway({ apiKey: 'secret' });
    const client = new TesseraClient({ url, apiKey: 'secret' });
    expect(await client.request(ViewerDocument, {})).toEqual({
      viewer: { id: 'local', tenant: 'default', roles: ['ADMINISTRATOR'] },
    });
  });

  it('reads the code of a refusal by status', async () => {
    const { url } = await gateway({ apiKey: 'secret' });
    const error = await failure(new TesseraClient({ url, apiKey: 'other' }).request(ViewerDocument, {}));
    expect(error).toMatchObject({ code: 'UNAUTHENTICATED', requestId: 'req-1', retryable: false });
  });

  it('throws the first error of a partial answer, with the data beside it and the facts of its code', async () => {
    const running = await gateway();
    const client = new TesseraClient({ url: running.url });
    const asked = { id: slideIdOf(running), model: 'demo-dense-focus@champion' };
    const error = await failure(client.request(PredictDocument, asked));
    expect(error).toBeInstanceOf(AnswerWithErrors);
    expect(error).toMatchObject({
      code: 'FEATURES_MISSING',
      path: ['slide', 'prediction'],
      facts: { encoder: 'local:demo-lite0/1', mutation: 'prepareFeatures' },
      data: { slide: { name: 'her2st C6', prediction: null } },
    });
  });

  it('says how to start a gateway when nobody answers', async () => {
    const running = await gateway();
    await running.close();
    const error = await failure(new TesseraClient({ url: running.url }).request(ViewerDocument, {}));
    expect(error).toMatchObject({
      code: 'GATEWAY_UNREACHABLE',
      retryable: true,
      message: expect.stringContaining('npm start'),
    });
  });

  it('stops waiting at its time limit', async () => {
    const { url } = await gateway({ respond: () => undefined });
    const error = await failure(new TesseraClient({ url, timeoutMs: 50 }).request(ViewerDocument, {}));
    expect(error).toMatchObject({ code: 'GATEWAY_TIMEOUT', facts: { timeoutMs: 50 } });
  });

  it("rejects with the caller's own reason when the caller aborts", async () => {
    const { url } = await gateway({ respond: () => undefined });
    const reason = new Error('enough');
    const abort = new AbortController();
    setTimeout(() => abort.abort(reason), 20);
    expect(await failure(new TesseraClient({ url }).request(ViewerDocument, {}, { signal: abort.signal }))).toBe(
      reason,
    );
  });

  it.each([
    ['a web page', '<!doctype html><p>hello'],
    ['half a document', '{"data":{"viewer"'],
    ['a number', '5'],
    ['neither data nor errors', '{}'],
    ['errors that are none', '{"errors":[]}'],
    ['an error without a message', '{"errors":[{"code":"X"}]}'],
  ])('refuses %s', async (_what, text) => {
    const { url } = await gateway({ respond: (_request, response) => response.end(text) });
    const error = await failure(new TesseraClient({ url }).request(ViewerDocument, {}));
    expect(error).toMatchObject({ code: 'GATEWAY_BAD_ANSWER' });
  });

  it('follows no redirect: the key would travel with it', async () => {
    const elsewhere: string[] = [];
    const other = await gateway({
      respond: (request, response) => void (elsewhere.push(request.url ?? ''), response.end('{}')),
    });
    const { url } = await gateway({
      respond: (_r, response) => response.writeHead(307, { location: `${other.url}/graphql` }).end(),
    });
    await failure(new TesseraClient({ url, apiKey: 'secret' }).request(ViewerDocument, {}));
    expect(elsewhere).toEqual([]);
  });

  it.each(['127.0.0.1:4000', 'file:///etc', 'http://user:key@127.0.0.1:4000', ''])('refuses the address %j', (url) => {
    expect(() => new TesseraClient({ url })).toThrow(TypeError);
  });
});
