import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeMlflow, publishedVersion, sha256, type Fault, type FakeVersion } from '#test/fake-mlflow';
import { parseModelRef } from '../../model-ref.js';
import { encoder, files, focus, MlflowSources, record } from '../../testing/mlflow-sources.js';
import { encoderDigest, refs } from '../../testing/registries.js';
import { encoderCard } from '../../testing/sample-cards.js';

const { signal } = new AbortController();
let sources: MlflowSources;
beforeEach(async () => void (sources = await MlflowSources.create()));
afterEach(() => sources.remove());

const artifactsAsked = (): readonly string[] =>
  sources.server.requests.filter((request) => request.includes('get-artifact'));
const page: Fault = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>');
  return true;
};

describe('a server with versions that have cards', () => {
  it('gives them with their records and aliases, and counts the others', async () => {
    sources.server.hold([encoder, focus, { name: 'somebody-elses', version: '1' }], {
      'sample-focus': { champion: '1' },
    });
    const snapshot = (await sources.open(sources.source('hospital-a'))).snapshot();
    expect(refs(snapshot)).toEqual(['hospital-a:sample-encoder/1', 'hospital-a:sample-focus/1']);
    const version = snapshot.resolve(parseModelRef('hospital-a:sample-focus@champion'));
    expect(version.calibrations.map((calibration) => calibration.record)).toEqual([record]);
    expect(version.registeredAt).toBe('2025-10-09T08:53:20.000Z');
    expect(snapshot.sources).toMatchObject([
      {
        id: 'hospital-a',
        kind: 'MLFLOW',
        state: 'FRESH',
        counts: { versions: 2, calibrations: 1, withoutCard: 1, quarantined: 0 },
      },
    ]);
  });

  it('fetches each document once, and after a restart none', async () => {
    sources.server.hold([encoder, focus]);
    const registry = await sources.open(sources.source('a'));
    await registry.reload(signal);
    const fetched = artifactsAsked().filter((request) => request.startsWith('GET'));
    // Two cards, two indexes, one record.
    expect(fetched).toHaveLength(5);
    const again = await sources.open(sources.source('a'));
    expect(refs(again.snapshot())).toHaveLength(2);
    expect(artifactsAsked().filter((request) => request.startsWith('GET'))).toHaveLength(5);
  });

  it('fetches again what its cache has lost or damaged', async () => {
    sources.server.hold([encoder]);
    await sources.open(sources.source('a'));
    for (const file of await readdir(sources.cacheDir)) await writeFile(join(sources.cacheDir, file), 'damaged');
    expect(refs((await sources.open(sources.source('a'))).snapshot())).toEqual(['a:sample-encoder/1']);
  });

  it('shows a record that was added later, by its tag', async () => {
    const text = JSON.stringify({ ...record, id: 'sample-later' });
    const tagged: FakeVersion = {
      ...focus,
      tags: { ...focus.tags, 'tessera.calibration.sample-later': sha256(text) },
      files: { ...focus.files, 'tessera/calibrations/sample-later.json': text },
    };
    sources.server.hold([encoder, focus]);
    const registry = await sources.open(sources.source('a'));
    sources.server.hold([encoder, tagged]);
    await registry.reload(signal);
    const { calibrations } = registry.snapshot().resolve(parseModelRef('a:sample-focus/1'));
    expect(calibrations.map((calibration) => calibration.record.id)).toEqual([record.id, 'sample-later']);
  });

  it('is asked for little between two full looks: what was updated, and every alias', async () => {
    sources.server.hold(
      Array.from({ length: 30 }, (_, i) => ({
        ...publishedVersion({ identity: { name: `m${i}`, version: '1' } }),
        updatedMs: i,
      })),
    );
    sources.server.hold([...sources.server.versions, { ...encoder, updatedMs: 10_000_000 }]);
    sources.server.pageSize = 10;
    const source = sources.source('a');
    const registry = await sources.open(source);
    sources.server.requests.length = 0;
    await source.propose(signal);
    const asked = sources.server.requests.map((request) => request.replace(/^GET .*\/([a-z-]+)\/search.*$/, '$1'));
    expect(asked).toEqual([...Array<string>(4).fill('registered-models'), 'model-versions']);
    expect(refs(registry.snapshot())).toContain('a:sample-encoder/1');
  });

  it('sees an alias that moved with the next look, and a deleted version with the next full one', async () => {
    const two = publishedVersion(encoderCard('2'), { files });
    sources.server.hold([encoder, two], { 'sample-encoder': { champion: '1' } });
    const registry = await sources.open(sources.source('a'));
    sources.server.hold([encoder, two], { 'sample-encoder': { champion: '2' } });
    await registry.reload(signal);
    expect(registry.snapshot().resolve(parseModelRef('sample-encoder@champion')).version).toBe('2');
    sources.server.hold([encoder], {});
    await registry.reload(signal);
    expect(refs(registry.snapshot())).toEqual(['a:sample-encoder/1']);
  });
});

describe('two servers', () => {
  it('may have one name with different weights, and one version twice: told apart by source, joined by digest', async () => {
    const other = await FakeMlflow.start();
    const regated = { ...encoderCard('2'), licence: { ...encoderCard().licence, gated: true } };
    const changed = publishedVersion(regated, { files });
    sources.server.hold([encoder, publishedVersion(encoderCard('2'), { files })]);
    other.hold([encoder, changed]);
    const snapshot = (await sources.open(sources.source('a'), sources.source('b', other))).snapshot();
    expect(snapshot.byDigest(encoderDigest).map(({ ref }) => ref)).toEqual([
      'a:sample-encoder/1',
      'b:sample-encoder/1',
    ]);
    const [a, b] = ['a', 'b'].map((source) => snapshot.find(source, 'sample-encoder', '2')?.digest);
    expect(a).not.toBe(b);
    expect(() => snapshot.resolve(parseModelRef('sample-encoder/1'))).toThrow('Several');
    await other.stop();
  });

  it('when one is down, hangs, or shows a login page, its last good entries stay and the other is as fresh as before', async () => {
    const other = await FakeMlflow.start();
    sources.server.hold([encoder]);
    other.hold([publishedVersion({ ...encoderCard() }, { files })]);
    const registry = await sources.open(sources.source('a'), sources.source('b', other));
    const faults: readonly [Fault, string][] = [
      [page, 'REGISTRY_BAD_RESPONSE'],
      [() => true, 'REGISTRY_UNAVAILABLE'],
      [(request) => (request.socket.destroy(), true), 'REGISTRY_UNAVAILABLE'],
    ];
    for (const [fault, code] of faults) {
      sources.server.fault = fault;
      const snapshot = await registry.reload(signal);
      expect(snapshot.sources).toMatchObject([
        { state: 'STALE', lastError: { code } },
        { state: 'FRESH', lastError: null },
      ]);
      expect(refs(snapshot)).toEqual(['a:sample-encoder/1', 'b:sample-encoder/1']);
    }
    sources.server.fault = () => false;
    expect((await registry.reload(signal)).sources).toMatchObject([
      { state: 'FRESH', lastError: null },
      { state: 'FRESH' },
    ]);
    await other.stop();
  });
});
