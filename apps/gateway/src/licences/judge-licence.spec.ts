import { describe, expect, it } from 'vitest';
import { licenceTermsDigest, type LicenceTerms, type ModelVersion } from '#model-registry';
import { demoVersion } from '#gateway/testing';
import { judgeLicence } from './judge-licence.js';

const base = demoVersion('demo-dense-focus', '1');
const under = (ref: string, stated: Partial<ModelVersion['card']['licence']>): LicenceTerms => {
  const [name = '', version = ''] = ref.split('/');
  const licence = { ...base.card.licence, ...stated };
  return { version: { ...base, ref, name, version }, referenceSet: null, licence };
};
const free = under('free/1', {});
const lab = under('lab/1', { nonCommercial: true });
const gated = under('gated/1', { gated: true });
const other = under('other/1', { gated: true });
const accepting = (...all: readonly LicenceTerms[]) => new Map(all.map((terms) => [licenceTermsDigest(terms), true]));
const ALL = { allowNonCommercial: true, allowGated: true };
const NONE = { allowNonCommercial: false, allowGated: false };

describe('judgeLicence', () => {
  it.each([
    ['free parts', [free, free], NONE, accepting(), { access: 'ALLOWED' }],
    ['a non-commercial part', [free, lab], ALL, accepting(), { access: 'ALLOWED' }],
    ['one that is not allowed', [free, lab], NONE, accepting(), { access: 'NON_COMMERCIAL_REFUSED', terms: lab }],
    ['a gated part', [free, gated], ALL, accepting(), { access: 'ACCEPTANCE_NEEDED', terms: gated }],
    ['one that was accepted', [free, gated], ALL, accepting(gated), { access: 'ALLOWED' }],
    [
      'two of which one was accepted',
      [gated, other],
      ALL,
      accepting(gated),
      { access: 'ACCEPTANCE_NEEDED', terms: other },
    ],
    ['an accepted one that is not allowed', [gated], NONE, accepting(gated), { access: 'GATED_REFUSED', terms: gated }],
    ['both kinds, none allowed', [gated, lab], NONE, accepting(), { access: 'NON_COMMERCIAL_REFUSED', terms: lab }],
  ] as const)('%s', (_what, all, policy, accepted, verdict) =>
    expect(judgeLicence(all, policy, accepted)).toEqual(verdict),
  );
});

describe('what is accepted', () => {
  it('is the terms of a model: another version under the same is covered, another word, model or reference set is not', () => {
    const digest = licenceTermsDigest(gated);
    expect(licenceTermsDigest(under('gated/2', { gated: true }))).toBe(digest);
    expect(licenceTermsDigest(other)).not.toBe(digest);
    expect(licenceTermsDigest({ ...gated, referenceSet: 'c6' })).not.toBe(digest);
    expect(licenceTermsDigest(under('gated/1', { gated: true, attribution: 'Name us.' }))).not.toBe(digest);
  });
});
