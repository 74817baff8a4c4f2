import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelCard } from '../card/model-card.js';
import { cardDigest } from '../digests.js';
import type { RegistrySnapshot } from '../registry-snapshot.js';
import { ModelDirectory } from '../testing/model-directory.js';
import { Registries } from '../testing/registries.js';
import { biomarkerCard, calibrationRecord, encoderCard } from '../testing/sample-cards.js';
import { Catalogue } from './catalogue.js';
import type { PageWish } from './keyed-page.js';
import type { VersionFilter } from './version-filter.js';

const ALL: PageWish = { order: 'NAME', first: 100, after: null };
const NON_COMMERCIAL = { spdxOrName: 'CC-BY-NC-ND-4.0', nonCommercial: true };

const encoder: ModelCard = { ...encoderCard(), licence: { ...encoderCard().licence, ...NON_COMMERCIAL } };
const focus = (version: string, change: Partial<ModelCard> = {}): ModelCard => ({
  ...biomarkerCard(version, cardDigest(encoder)),
  ...change,
});
const breast: ModelCard['intendedUse'] = { ...focus('2').intendedUse, organs: ['breast'], specimens: ['RESECTION'] };
const identity: ModelCard['identity'] = { ...focus('3').identity, title: 'Dense Focus of the THIRD kind' };
const resection = {
  ...calibrationRecord('2', 'resection'),
  stratum: { specimen: 'RESECTION', scanner: null, site: 'north' },
} as const;

describe('the catalogue of a snapshot', () => {
  const registries = new Registries();
  let first: ModelDirectory;
  let second: ModelDirectory;
  let snapshot: RegistrySnapshot;

  beforeAll(async () => {
    first = await ModelDirectory.create();
    second = await ModelDirectory.create();
    await first.add(encoder);
    await first.add(focus('1'), [calibrationRecord()]);
    await first.add(focus('2', { intendedUse: breast }), [resection]);
    await first.write('sample-focus/aliases.json', { champion: '2' });
    await second.add(focus('3', { identity }));
    snapshot = (await registries.open([first.path, second.path])).snapshot();
  });

  afterAll(async () => {
    await registries.closeAll();
    await first.remove();
    await second.remove();
  });

  const found = async (filter: VersionFilter): Promise<readonly string[]> =>
    (await Catalogue.of(snapshot).versions(filter, ALL)).items.map(({ ref }) => ref);
  const [ENCODER, ONE, TWO, THREE] = [
    'local:sample-encoder/1',
    'local:sample-focus/1',
    'local:sample-focus/2',
    'local-2:sample-focus/3',
  ];

  it.each<[string, VersionFilter, readonly string[]]>([
    ['nothing', {}, [ENCODER, ONE, TWO, THREE]],
    ['nothing, said with null', { tasks: null, licence: null, search: null }, [ENCODER, ONE, TWO, THREE]],
    ['a task', { tasks: ['EMBEDDING'] }, [ENCODER]],
    ['a level', { levels: ['SLIDE', 'PATIENT'] }, [ONE, TWO, THREE]],
    ['an organ in any case: a card that states none is not found', { organs: ['Breast'] }, [TWO]],
    ['a stain', { stains: ['IHC'] }, []],
    ['a specimen', { specimens: ['RESECTION', 'BIOPSY'] }, [TWO]],
    ['an encoder', { extractor: { model: 'sample-encoder' } }, [ONE, TWO, THREE]],
    ['a version of an encoder', { extractor: { model: 'sample-encoder', version: '2' } }, []],
    [
      'terms that are inherited, from another source too',
      { licence: { nonCommercial: true } },
      [ENCODER, ONE, TWO, THREE],
    ],
    ['terms that nobody has', { licence: { gated: true } }, []],
    ['a source', { sources: ['local-2'] }, [THREE]],
    ['a state of the source', { sourceStates: ['STALE', 'DOWN'] }, []],
    ['an alias', { alias: 'champion' }, [TWO]],
    ['a vocabulary', { vocabulary: 'f'.repeat(64) }, []],
    ['words in the title in any case and order', { search: ' third  DENSE' }, [THREE]],
    ['a word in the name and one in the title', { search: 'encoder sample' }, [ENCODER]],
    ['several things at once', { tasks: ['BIOMARKER'], sources: ['local'], alias: 'champion' }, [TWO]],
  ])('finds versions by %s', async (_what, filter, expected) => expect(await found(filter)).toEqual(expected));

  it.each<[string, NonNullable<VersionFilter['calibratedFor']>, readonly string[]]>([
    ['an unknown case is met only by a record for any', {}, [ONE]],
    ['of a target', { target: 'dense-focus' }, [ONE]],
    ['of no target', { target: 'another' }, []],
    ['half of a stratum is not the stratum', { specimen: 'RESECTION' }, [ONE]],
    ['the stratum', { specimen: 'RESECTION', site: 'north', scanner: 'any' }, [ONE, TWO]],
    ['another site', { specimen: 'RESECTION', site: 'south' }, [ONE]],
  ])('finds versions by what they are calibrated for: %s', async (_what, calibratedFor, expected) =>
    expect(await found({ calibratedFor })).toEqual(expected),
  );

  it('gives a model whole when one of its versions is meant', async () => {
    const { items, count } = await Catalogue.of(snapshot).models({ alias: 'champion' }, ALL);
    expect(items.map(({ source, name, versions }) => [source, name, versions.length])).toEqual([
      ['local', 'sample-focus', 2],
    ]);
    expect(await count()).toBe(1);
  });

  it('is made once for a snapshot', () => expect(Catalogue.of(snapshot)).toBe(Catalogue.of(snapshot)));
});

describe('pages of the catalogue', () => {
  const registries = new Registries();
  let models: ModelDirectory;

  beforeAll(async () => {
    models = await ModelDirectory.create();
    for (const version of ['1', '2', '9', '10']) await models.add(encoderCard(version));
    for (const version of ['1', '2', '9']) await models.settle(`sample-encoder/${version}/model-card.json`);
  });
  afterAll(async () => {
    await registries.closeAll();
    await models.remove();
  });

  it.each(['NAME', 'NEWEST'] as const)('walk all versions once by %s, one by one', async (order) => {
    const catalogue = Catalogue.of((await registries.open([models.path])).snapshot());
    const walked: string[] = [];
    let after: PageWish['after'] = null;
    for (let hasNext = true; hasNext;) {
      const page = await catalogue.versions({}, { order, first: 1, after });
      walked.push(...page.items.map(({ version }) => version));
      expect(await page.count()).toBe(4);
      ({ hasNext, endKey: after } = page);
    }
    // Three of the cards are years old and of one time: those go by number.
    expect(walked).toEqual(order === 'NAME' ? ['1', '2', '9', '10'] : ['10', '1', '2', '9']);
  });

  it('go on where they were when versions before and at the cursor are gone, and new ones have come', async () => {
    const registry = await registries.open([models.path]);
    const page = await Catalogue.of(registry.snapshot()).versions({}, { order: 'NAME', first: 2, after: null });
    expect(page.items.map(({ version }) => version)).toEqual(['1', '2']);
    await models.delete('sample-encoder/1');
    await models.delete('sample-encoder/2');
    await models.add(encoderCard('3'));
    await models.add(encoderCard('11'));
    const now = await registry.reload(new AbortController().signal);
    const rest = await Catalogue.of(now).versions({}, { order: 'NAME', first: 10, after: page.endKey });
    expect(rest.items.map(({ version }) => version)).toEqual(['3', '9', '10', '11']);
    expect(rest.hasNext).toBe(false);
  });
});
