import { describe, expect, it } from 'vitest';
import { licenceTermsDigest, type ModelVersion } from '#model-registry';
import { demoVersion } from '#gateway/testing';
import { judgeLicence } from './judge-licence.js';

const base = demoVersion('demo-dense-focus', '1');
const under = (ref: string, terms: Partial<ModelVersion['card']['licence']>): ModelVersion => {
  const [name = '', version = ''] = ref.split('/');
  return { ...base, ref, name, version, card: { ...base.card, licence: { ...base.card.licence, ...terms } } };
};
const free = under('free/1', {});
const lab = under('lab/1', { nonCommercial: true });
const gated = under('gated/1', { gated: true });
const other = under('other/1', { gated: true });
const accepting = (...versions: readonly ModelVersion[]) =>
  new Map(versions.map((version) => [licenceTermsDigest(version), true]));
const ALL = { allowNonCommercial: true, allowGated: true };
const NONE = { allowNonCommercial: false, allowGated: false };

describe('judgeLicence', () => {
  it.each([
    ['free parts', [free, free], NONE, accepting(), { access: 'ALLOWED' }],
    ['a non-commercial part', [free, lab], ALL, accepting(), { access: 'ALLOWED' }],
    ['one that is not allowed', [free, lab], NONE, accepting(), { access: 'NON_COMMERCIAL_REFUSED', part: lab }],
    ['a gated part', [free, gated], ALL, accepting(), { access: 'ACCEPTANCE_NEEDED', part: gated }],
    ['one that was accepted', [free, gated], ALL, accepting(gated), { access: 'ALLOWED' }],
    [
      'two of which one was accepted',
      [gated, other],
      ALL,
      accepting(gated),
      { access: 'ACCEPTANCE_NEEDED', part: other },
    ],
    ['an accepted one that is not allowed', [gated], NONE, accepting(gated), { access: 'GATED_REFUSED', part: gated }],
    ['both kinds, none allowed', [gated, lab], NONE, accepting(), { access: 'NON_COMMERCIAL_REFUSED', part: lab }],
  ] as const)('%s', (_what, parts, policy, accepted, verdict) =>
    expect(judgeLicence(parts, policy, accepted)).toEqual(verdict),
  );
});

describe('what is accepted', () => {
  it('is the terms of a model: another version of it under the same is covered, another word or model is not', () => {
    const digest = licenceTermsDigest(gated);
    expect(licenceTermsDigest(under('gated/2', { gated: true }))).toBe(digest);
    expect(licenceTermsDigest(other)).not.toBe(digest);
    expect(licenceTermsDigest(under('gated/1', { gated: true, attribution: 'Name us.' }))).not.toBe(digest);
  });
});
