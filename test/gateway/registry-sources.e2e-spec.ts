import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { addSlide, C6_FACTS, importCorner, QUIET_CORNER, referenceC6 } from '#test/c6';
import { FakeMlflow } from '#test/fake-mlflow';
import { type Json } from '#test/json';
import { deliverHint } from '#test/mlflow-delivery';
import { DEMO_MODELS, openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { demoVersion } from '#test/published-models';
import { storeKinds } from '#test/stores';
import { startServer, type ServerProcess } from '../model-server/start-server.js';

const SOURCES = `{ registrySources { id kind state lastSuccessAt ageSeconds lastError lastErrorCode
  modelCount versionCount calibrationCount quarantinedCount withoutCardCount quarantined { path code reason } } }`;
const SYNC = 'mutation Sync($source: String) { syncRegistry(source: $source) { id state lastErrorCode versionCount } }';
const VERSIONS =
  '{ registeredModels(first: 100) { nodes { source name aliases { alias version } versions { ref digest } } } }';
const PREDICT = `query Predict($id: ID!, $model: ModelRef!, $region: RegionInput) { slide(id: $id) { prediction(model: $model, region: $region) {
  domain { percentile } targets { ... on BinaryCall { logit call } } provenance { answerId isReused model { ref digest } calibration { id } } } } }`;
const SECRET = 'a webhook secret of the tests';
const A = 'hospital-a:demo-dense-focus/1';

let secrets: string;
let modelServer: ServerProcess;
let a: FakeMlflow;
let b: FakeMlflow;
beforeAll(async () => {
  secrets = await mkdtemp(join(tmpdir(), 'tessera-secrets-'));
  await writeFile(join(secrets, 'webhook'), SECRET);
  modelServer = await startServer('--models', DEMO_MODELS);
});
afterAll(async () => {
  await modelServer?.stop();
  await rm(secrets, { recursive: true });
});

describe.each(storeKinds)('two hospitals and a directory, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('with versions in each', () => {
    let gateway: TestGateway;
    let slide: string;

    const sources = async (): Promise<readonly Json[]> =>
      (await gateway.data(SOURCES, {}, 'lab-reader')).registrySources;
    const sourceA = async (): Promise<Json> => (await sources()).find(({ id }) => id === 'hospital-a');
    const predict = async (model: string): Promise<Json> =>
      (await gateway.data(PREDICT, { id: slide, model, region: QUIET_CORNER }, 'lab-operator')).slide.prediction;
    const refs = async (): Promise<readonly string[]> => {
      const { nodes } = (await gateway.data(VERSIONS, {}, 'lab-reader')).registeredModels;
      return nodes.flatMap(({ versions }: Json) => versions.map(({ ref }: Json) => ref));
    };

    beforeAll(async () => {
      [a, b] = await Promise.all([FakeMlflow.start(), FakeMlflow.start()]);
      a.hold([await demoVersion('demo-dense-focus', '1'), { name: 'triage', version: '1' }], {
        'demo-dense-focus': { champion: '1' },
      });
      b.hold([await demoVersion('demo-lite0', '1')]);
      const source = { kind: 'mlflow', pollSeconds: 86_400, timeoutMs: 300 };
      const webhookSecret = { file: join(secrets, 'webhook') };
      gateway = await openTestGateway(kind, {
        keys: { 'lab-reader': ['READER'], 'lab-operator': ['OPERATOR'] },
        file: {
          registrySources: [
            { id: 'hospital-a', url: a.url, webhookSecret, ...source },
            { id: 'hospital-b', url: b.url, ...source },
          ],
        },
        modelServers: [
          {
            id: 'cpu',
            url: modelServer.url,
            placements: [{ model: A, as: { name: 'demo-dense-focus', version: '1' } }],
          },
        ],
      });
      await vi.waitFor(
        async () => expect((await sources()).map(({ state }) => state)).toEqual(['FRESH', 'FRESH', 'FRESH']),
        10_000,
      );
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS, 'lab-operator');
      await importCorner(gateway, slide, 'lab-operator');
    });
    afterAll(async () => {
      await gateway?.close();
      await Promise.all([a?.stop(), b?.stop()]);
    });
    beforeEach(() => {
      a.fault = () => false;
    });

    it('are listed by one query, each version with where it comes from', async () => {
      expect(await refs()).toEqual(expect.arrayContaining([A, 'hospital-b:demo-lite0/1', 'local:demo-dense-focus/2']));
      const digests = (await gateway.data(VERSIONS, {}, 'lab-reader')).registeredModels.nodes
        .filter(({ name }: Json) => name === 'demo-dense-focus')
        .map(({ source, aliases, versions }: Json) => [source, aliases, versions[0].digest]);
      const [local] = digests.filter(([source]: Json) => source === 'local');
      expect(digests).toContainEqual(['hospital-a', [{ alias: 'champion', version: '1' }], local?.[2]]);
      expect(await sourceA()).toMatchObject({
        kind: 'MLFLOW',
        ageSeconds: expect.any(Number),
        lastErrorCode: null,
        modelCount: 1,
        versionCount: 1,
        calibrationCount: 1,
        quarantinedCount: 0,
        withoutCardCount: 1,
      });
    });

    it('answer with the version, the calibration and the domain reference of the hospital', async () => {
      const { targets, domain, provenance } = await predict('hospital-a:demo-dense-focus@champion');
      expect(targets[0].logit).toBeCloseTo(referenceC6.region.v1.logit, 3);
      expect(domain.percentile).toBeCloseTo(referenceC6.region.domainPercentile, 6);
      expect(provenance.model.ref).toBe(A);
      expect(provenance.calibration.id).toBe('demo-dense-focus-1-platt-resection');
    });

    it('ask for the source where a name is in two of them', async () => {
      const { errors } = await gateway.ask(PREDICT, { id: slide, model: 'demo-dense-focus/1' }, 'lab-operator');
      expect(errors[0]?.extensions).toMatchObject({
        code: 'AMBIGUOUS_MODEL',
        candidates: ['local:demo-dense-focus/1', A],
      });
    });

    it('go on answering when one hangs, and say how old their knowledge of it is; the others stay fresh', async () => {
      a.fault = () => true;
      const syncing = gateway.data(SYNC, {}, 'lab-operator');
      const startedAt = performance.now();
      expect((await predict(A)).provenance.model.ref).toBe(A);
      // Three tries of 300 ms each lie before the source is given up: nobody waited for them.
      expect(performance.now() - startedAt).toBeLessThan(900);
      expect((await syncing).syncRegistry).toMatchObject([
        { id: 'local', state: 'FRESH' },
        { id: 'hospital-a', state: 'STALE', lastErrorCode: 'REGISTRY_UNAVAILABLE', versionCount: 1 },
        { id: 'hospital-b', state: 'FRESH' },
      ]);
      expect(await sourceA()).toMatchObject({ state: 'STALE', lastError: expect.stringContaining('in time') });
      expect((await predict(A)).provenance.model.ref).toBe(A);
      a.fault = () => false;
      expect((await gateway.data(SYNC, { source: 'hospital-a' }, 'lab-operator')).syncRegistry).toMatchObject([
        { state: 'FRESH' },
      ]);
    });

    it('show a login page as what it is, and a version that is wrong with the place', async () => {
      a.fault = (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html>sign in</html>');
        return true;
      };
      const [synced] = (await gateway.data(SYNC, { source: 'hospital-a' }, 'lab-operator')).syncRegistry;
      expect(synced).toMatchObject({ state: 'STALE', lastErrorCode: 'REGISTRY_BAD_RESPONSE', versionCount: 1 });
      a.fault = () => false;
      a.hold([...a.versions, { name: 'broken', version: '1', tags: { 'tessera.card.sha256': 'no digest' } }]);
      await gateway.data(SYNC, { source: 'hospital-a' }, 'lab-operator');
      expect((await sourceA()).quarantined).toEqual([
        { path: 'broken/1/tessera/model-card.json', code: 'REGISTRY_BAD_RESPONSE', reason: 'its tag holds no SHA-256' },
      ]);
      expect((await predict(A)).provenance.model.ref).toBe(A);
    });

    it('are read again for whoever may change things, source by source', async () => {
      const refusal = async (source: string | null, key: string) =>
        (await gateway.ask(SYNC, { source }, key)).errors[0]?.extensions;
      expect(await refusal(null, 'lab-reader')).toMatchObject({ code: 'FORBIDDEN' });
      expect(await refusal('hospital-z', 'lab-operator')).toMatchObject({ code: 'NOT_FOUND' });
    });

    describe('a webhook', () => {
      const deliver = (secret: string, source = 'hospital-a'): Promise<number> =>
        deliverHint(`${gateway.gateway.url}/webhooks/mlflow/${source}`, secret);

      it('that is signed has its source read: what was released shows without anybody asking', async () => {
        a.hold([...a.versions, await demoVersion('demo-dense-focus', '2')]);
        expect(await refs()).not.toContain('hospital-a:demo-dense-focus/2');
        expect(await deliver(SECRET)).toBe(204);
        await vi.waitFor(async () => expect(await refs()).toContain('hospital-a:demo-dense-focus/2'), 10_000);
      });

      it('that is not signed, or is for a source without a secret, is no route and has nothing read', async () => {
        const asked = a.requests.length;
        expect(await deliver('another secret of somebody')).toBe(404);
        expect(await deliver(SECRET, 'hospital-b')).toBe(404);
        expect(await deliver(SECRET, 'nowhere')).toBe(404);
        expect(a.requests).toHaveLength(asked);
      });
    });
  });
});
