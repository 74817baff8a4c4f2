import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';

const PUBLISHED = join(process.cwd(), 'model-registry/card');
const [embedded] = storeKinds;

// The routes read no store: one kind will do.
describe('the JSON Schemas of cards and records', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    if (!embedded) throw new Error('there is an embedded store');
    gateway = await openTestGateway(embedded, { modelDirs: [], keys: { 'north-one': ['READER'] } });
  });
  afterAll(() => gateway?.close());

  describe.each(['model-card', 'calibration-record'])('/schemas/%s.json', (name) => {
    const path = `/schemas/${name}.json`;

    it('is the published file, as a JSON Schema, under an ETag of its bytes', async () => {
      const bytes = await readFile(join(PUBLISHED, `${name}.schema.json`));
      const answer = await gateway.get(path, {}, 'north-one');
      expect(answer.status).toBe(200);
      expect(answer.bytes.equals(bytes)).toBe(true);
      expect(answer.headers).toMatchObject({
        'content-type': 'application/schema+json',
        'content-length': String(bytes.length),
        etag: `"${createHash('sha256').update(bytes).digest('hex')}"`,
      });
      expect(JSON.parse(answer.bytes.toString('utf8'))).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
      });
    });

    it('is asked about again before a copy is used, for the next release has another', async () => {
      const { headers } = await gateway.get(path, {}, 'north-one');
      expect(headers['cache-control']).toBe('private, no-cache');
      const again = await gateway.get(path, { 'if-none-match': String(headers['etag']) }, 'north-one');
      expect([again.status, again.bytes.length]).toEqual([304, 0]);
      expect((await gateway.get(path, { 'if-none-match': '"another"' }, 'north-one')).status).toBe(200);
    });

    it('needs a key where keys are configured, as every route does', async () => {
      const refused = await gateway.get(path);
      expect(refused.status).toBe(401);
      expect(JSON.parse(refused.bytes.toString('utf8')).errors[0].extensions.code).toBe('UNAUTHENTICATED');
    });
  });

  it('has no other file there', async () => {
    expect((await gateway.get('/schemas/README.md', {}, 'north-one')).status).toBe(404);
    expect((await gateway.get('/schemas/..%2fcard%2fREADME.md', {}, 'north-one')).status).toBe(404);
  });
});
