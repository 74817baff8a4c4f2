import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishedVersion, sha256, type FakeVersion } from '#test/fake-mlflow';
import { parseModelRef } from '../../model-ref.js';
import { encoder, files, focus, MlflowSources } from '../../testing/mlflow-sources.js';
import { quarantined, refs } from '../../testing/registries.js';
import { encoderCard } from '../../testing/sample-cards.js';

const { signal } = new AbortController();
let sources: MlflowSources;
beforeEach(async () => void (sources = await MlflowSources.create()));
afterEach(() => sources.remove());

describe('one version that is not as it should be', () => {
  const shown = async (version: FakeVersion) => {
    sources.server.hold([encoder, version]);
    const registry = await sources.open(sources.source('a'));
    expect(refs(registry.snapshot())).toEqual(['a:sample-encoder/1']);
    return quarantined(registry);
  };

  it.each([
    [
      'a card with other bytes than its tag says',
      { files: { ...focus.files, 'tessera/model-card.json': '{}' } },
      'another SHA-256',
    ],
    ['no card where the tag says so', { files: files }, 'not there'],
    ['a tag that holds no digest', { tags: { 'tessera.card.sha256': 'yes' } }, 'no SHA-256'],
    ['a source outside of the server', { source: 'file:///etc' }, 'does not hand them out'],
    ['a registration that failed', { status: 'FAILED_REGISTRATION' }, 'not ready'],
    [
      'a model file of another size',
      { files: { ...focus.files, 'model.onnx': 'short' } },
      'not the one that its card names',
    ],
  ])('%s: it is quarantined with the reason, the rest is served', async (_, change, words) => {
    const [entry] = await shown({ ...focus, ...change });
    expect(entry).toMatchObject({ code: 'REGISTRY_BAD_RESPONSE', reason: expect.stringContaining(words) });
    expect(entry?.path).toBe('sample-focus/1/tessera/model-card.json');
  });

  it('a card that does not validate: the places are named', async () => {
    const broken = publishedVersion({ identity: { name: 'sample-broken', version: '1' } });
    expect(await shown(broken)).toMatchObject([
      {
        code: 'CARD_INVALID',
        path: 'sample-broken/1/tessera/model-card.json',
        problems: expect.arrayContaining([expect.anything()]),
      },
    ]);
  });

  it('a name that no reference can hold: it is not repeated', async () => {
    const entries = await shown({ ...focus, name: 'Ärzte <b>/x' });
    expect(entries).toMatchObject([
      { path: expect.stringMatching(/^\?/), reason: expect.stringContaining('reference') },
    ]);
    expect(JSON.stringify(entries)).not.toContain('rzte');
  });

  it('two that say they are one version: neither is served', async () => {
    sources.server.hold([encoder, focus, { ...focus, source: `models:/m-${'1'.repeat(32)}` }]);
    const registry = await sources.open(sources.source('a'));
    expect(refs(registry.snapshot())).toEqual(['a:sample-encoder/1']);
    expect(quarantined(registry).map(({ reason }) => reason)).toContain('the source has this version more than once');
  });

  it('a digest that changed under the number: the one that was registered stays', async () => {
    sources.server.hold([encoder]);
    const registry = await sources.open(sources.source('a'));
    const [before] = registry.snapshot().models;
    const retitled = { ...encoderCard(), identity: { ...encoderCard().identity, title: 'Another' } };
    sources.server.hold([publishedVersion(retitled, { files })]);
    await registry.reload(signal);
    expect(registry.snapshot().models[0]?.versions[0]?.digest).toBe(before?.versions[0]?.digest);
    expect(quarantined(registry)).toMatchObject([{ reason: expect.stringContaining('the digest changed') }]);
  });

  it('an index that leads out of the folder of records is not followed', async () => {
    const index = JSON.stringify({ calibrations: [{ path: '../../secret.json', sha256: sha256('x') }] });
    sources.server.hold([
      encoder,
      {
        ...focus,
        tags: { ...focus.tags, 'tessera.index.sha256': sha256(index) },
        files: { ...focus.files, 'tessera/index.json': index },
      },
    ]);
    const registry = await sources.open(sources.source('a'));
    expect(quarantined(registry)).toMatchObject([{ path: 'sample-focus/1/tessera/index.json' }]);
    expect(registry.snapshot().resolve(parseModelRef('a:sample-focus/1')).calibrations).toEqual([]);
    expect(sources.server.requests.some((request) => request.includes('secret'))).toBe(false);
  });
});
