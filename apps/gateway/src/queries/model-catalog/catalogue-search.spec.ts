import { describe, expect, it } from 'vitest';
import { type ModelVersionFilterInput } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';
import { catalogueConnection, pageWish } from './catalogue-cursor.js';
import { versionFilterOf } from './catalogue-filter.js';

const byName = { first: 2, orderBy: 'NAME' } as const;
const page = { items: ['x'], hasNext: true, endKey: ['a', 'local', 3], count: () => Promise.resolve(7) };

describe('a cursor of the catalogue', () => {
  const { endCursor } = catalogueConnection('versions', byName, page, (item) => item).pageInfo;

  it('leads back to the key that it was made of', () =>
    expect(pageWish('versions', { ...byName, after: endCursor })).toEqual({
      first: 2,
      order: 'NAME',
      after: ['a', 'local', 3],
    }));

  it('is refused by another list, in another order, and when it is not one', () => {
    const forged = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const wrong = [
      () => pageWish('models', { ...byName, after: endCursor }),
      () => pageWish('versions', { first: 2, orderBy: 'NEWEST', after: endCursor }),
      ...['', 'x', forged(null), forged(['versions', 'NAME', 'a', 'b', 'c']), forged(['versions', 'NAME', 'a'])].map(
        (after) => () => pageWish('versions', { ...byName, after }),
      ),
      () => pageWish('versions', { ...byName, after: 'x'.repeat(1_000_000) }),
    ];
    for (const ask of wrong) expect(ask).toThrow(new BadUserInput('after', expect.anything()).constructor);
  });

  it.each([0, 101, 1.5])('comes with no page of %s', (first) =>
    expect(() => pageWish('versions', { ...byName, first })).toThrow(BadUserInput),
  );
});

describe('a filter of the catalogue', () => {
  it.each<[ModelVersionFilterInput, string]>([
    [{ search: ' ' }, 'filter.search'],
    [{ search: 'x'.repeat(201) }, 'filter.search'],
    [{ tasks: [] }, 'filter.tasks'],
    [{ sources: [''] }, 'filter.sources'],
    [{ organs: Array.from({ length: 51 }, () => 'breast') }, 'filter.organs'],
    [{ extractor: { model: '' } }, 'filter.extractor.model'],
    [{ licence: {} }, 'filter.licence'],
    [{ licence: { gated: null } }, 'filter.licence'],
    [{ calibratedFor: { site: '' } }, 'filter.calibratedFor.site'],
  ])('%j is refused at %s', (filter, argument) => {
    expect(() => versionFilterOf(filter)).toThrow(
      expect.objectContaining({ facts: expect.objectContaining({ argument }) }),
    );
  });

  it.each<ModelVersionFilterInput>([{}, { calibratedFor: {} }, { licence: { gated: false } }, { tasks: ['PATHWAY'] }])(
    '%j is taken',
    (filter) => expect(versionFilterOf(filter)).toEqual(filter),
  );
});
