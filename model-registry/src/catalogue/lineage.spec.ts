import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelCard } from '../card/model-card.js';
import { parseModelRef } from '../model-ref.js';
import type { RegistrySnapshot } from '../registry-snapshot.js';
import { ModelDirectory } from '../testing/model-directory.js';
import { encoderDigest, focus, Registries } from '../testing/registries.js';
import { biomarkerCard, encoderCard, ensembleCard } from '../testing/sample-cards.js';
import type { PageWish } from './keyed-page.js';
import { Lineage } from './lineage.js';

const ALL: PageWish = { order: 'NAME', first: 100, after: null };

const child = (): ModelCard => {
  const card = biomarkerCard('2', encoderDigest);
  return { ...card, identity: { ...card.identity, parent: { model: 'sample-focus', version: '1' } } };
};
const orphan = (): ModelCard => {
  const card = biomarkerCard('7', encoderDigest);
  const identity = { ...card.identity, name: 'orphan', parent: { model: 'never-seen', version: '3' } };
  return { ...card, identity };
};

describe('the lineage of versions', () => {
  const registries = new Registries();
  let first: ModelDirectory;
  let second: ModelDirectory;
  let snapshot: RegistrySnapshot;

  beforeAll(async () => {
    first = await ModelDirectory.create();
    second = await ModelDirectory.create();
    for (const card of [encoderCard(), focus, child(), ensembleCard(['1', '2'], encoderDigest)]) await first.add(card);
    // The same version once more, in a source that does not have its encoder.
    for (const card of [focus, orphan()]) await second.add(card);
    snapshot = (await registries.open([first.path, second.path])).snapshot();
  });
  afterAll(async () => {
    await registries.closeAll();
    await first.remove();
    await second.remove();
  });

  const version = (ref: string) => snapshot.resolve(parseModelRef(ref));
  const links = (ref: string): readonly unknown[] =>
    Lineage.of(snapshot)
      .basedOn(version(ref))
      .map((link) => [link.role, `${link.name}/${link.version}`, link.registered?.ref ?? null]);
  const uses = async (ref: string, wish = ALL): Promise<readonly unknown[]> => {
    const { items } = await Lineage.of(snapshot).usedBy(version(ref), null, wish);
    return items.map(({ role, user }) => [role, user.ref]);
  };

  it('goes up: parent, encoder, members', () => {
    expect(links('local:sample-focus/2')).toEqual([
      ['PARENT', 'sample-focus/1', 'local:sample-focus/1'],
      ['ENCODER', 'sample-encoder/1', 'local:sample-encoder/1'],
    ]);
    expect(links('local:sample-ensemble/1')).toEqual([
      ['ENCODER', 'sample-encoder/1', 'local:sample-encoder/1'],
      ['MEMBER', 'sample-focus/1', 'local:sample-focus/1'],
      ['MEMBER', 'sample-focus/2', 'local:sample-focus/2'],
    ]);
    expect(links('local:sample-encoder/1')).toEqual([]);
  });

  it('finds an encoder in another source by its digest, and a parent by its name in its own source only', () => {
    expect(links('local-2:orphan/7')).toEqual([
      ['PARENT', 'never-seen/3', null],
      ['ENCODER', 'sample-encoder/1', 'local:sample-encoder/1'],
    ]);
  });

  it('goes down, over all sources, one page after the other', async () => {
    const expected = [
      ['ENCODER', 'local-2:orphan/7'],
      ['ENCODER', 'local:sample-ensemble/1'],
      ['ENCODER', 'local:sample-focus/1'],
      ['ENCODER', 'local:sample-focus/2'],
      ['ENCODER', 'local-2:sample-focus/1'],
    ];
    expect(await uses('local:sample-encoder/1')).toEqual(expected);
    const page = await Lineage.of(snapshot).usedBy(version('local:sample-encoder/1'), ['ENCODER'], {
      ...ALL,
      first: 2,
    });
    expect([page.items.length, page.hasNext, await page.count()]).toEqual([2, true, 5]);
    expect(await uses('local:sample-encoder/1', { ...ALL, after: page.endKey })).toHaveLength(3);
    expect(await uses('local:sample-focus/1')).toEqual([
      ['MEMBER', 'local:sample-ensemble/1'],
      ['PARENT', 'local:sample-focus/2'],
    ]);
    const asTower = await Lineage.of(snapshot).usedBy(version('local:sample-focus/1'), ['TOWER'], ALL);
    expect(asTower.items).toEqual([]);
  });

  it('knows the same version in another source by its digest', () => {
    const same = (ref: string) =>
      Lineage.of(snapshot)
        .sameAs(version(ref))
        .map((other) => other.ref);
    expect(same('local:sample-focus/1')).toEqual(['local-2:sample-focus/1']);
    expect(same('local-2:sample-focus/1')).toEqual(['local:sample-focus/1']);
    expect(same('local:sample-focus/2')).toEqual([]);
  });

  // Calibration records belong to the source: one digest, and still two answers.
  it('does not choose between two sources for a reference without one, though both have the same version', () => {
    const candidates = ['local:sample-focus/1', 'local-2:sample-focus/1'];
    expect(() => version('sample-focus/1')).toThrow(expect.objectContaining({ code: 'AMBIGUOUS_MODEL', candidates }));
  });
});
