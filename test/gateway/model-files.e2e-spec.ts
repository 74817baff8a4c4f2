import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';

const FILES = '{ modelVersion(ref: "demo-dense-focus/1") { digest artifacts { path role sha256 sizeBytes href } } }';
const MODEL = 'model-registry/models/demo-dense-focus/1/model.onnx';
const KEYS = { 'a-releaser': ['ADMINISTRATOR'], 'a-operator': ['OPERATOR'] } as const;
// Nothing of this is in the database.
const [store] = storeKinds;

describe('files of a model version', () => {
  let gateway: TestGateway;
  let model: { readonly sha256: string; readonly sizeBytes: number; readonly href: string };

  beforeAll(async () => {
    if (!store) throw new Error('There is no kind of store.');
    gateway = await openTestGateway(store, { keys: KEYS, modelServers: [] });
    const { artifacts } = (await gateway.data(FILES, {}, 'a-releaser')).modelVersion;
    model = artifacts.find(({ role }: { readonly role: string }) => role === 'MODEL');
  });
  afterAll(() => gateway?.close());

  it('are the registered bytes, whole and in parts', async () => {
    const bytes = await readFile(MODEL);
    const whole = await gateway.get(model.href, {}, 'a-releaser');
    expect([whole.status, whole.headers['etag'], whole.headers['content-length']]).toEqual([
      200,
      `"${model.sha256}"`,
      String(model.sizeBytes),
    ]);
    expect(whole.bytes.equals(bytes)).toBe(true);
    const part = await gateway.get(model.href, { range: 'bytes=10-29' }, 'a-releaser');
    expect([part.status, part.bytes.equals(bytes.subarray(10, 30))]).toEqual([206, true]);
  });

  it('are for administrators: whoever has the weights can run them past every check', async () => {
    const refused = await gateway.get(model.href, {}, 'a-operator');
    expect([refused.status, refused.bytes.toString()]).toEqual([403, expect.stringContaining('FORBIDDEN')]);
    expect((await gateway.get(model.href, {}, 'nobody')).status).toBe(401);
  });

  it.each(['model-card.json', '../2/model.onnx', '..%2f2%2fmodel.onnx', '%2fetc%2fpasswd', 'model.onnx%00'])(
    'are those that the card lists and no others: %s',
    async (path) => {
      const found = await gateway.get(model.href.replace('model.onnx', path), {}, 'a-releaser');
      expect(found.status).toBeGreaterThanOrEqual(400);
      expect(found.status).toBeLessThan(500);
    },
  );
});
