import { describe, expect, it } from 'vitest';
import { type FeatureFile } from '#libs/array-files';
import { BadUserInput, FeatureContractMismatch, SlideResolutionUnknown } from '#libs/errors';
import { type Slide } from '#gateway/slide-catalog';
import { demoVersion } from '#gateway/testing';
import { agreeOnFacts, level0Coords, refuseForeignFile, type StatedFacts } from './imported-facts.js';

const slide = { widthPx: 10_000, heightPx: 8_000, mpp: 0.5, mppStated: null } as Slide;
const file = (change: Partial<FeatureFile> = {}): FeatureFile => ({
  layout: 'TRIDENT',
  features: new Float32Array(2 * 1280),
  storedDatatype: 'FP32',
  count: 2,
  dim: 1280,
  coords: Float64Array.of(0, 0, 448, 448),
  coordsUnit: 'PX_LEVEL0',
  declared: {},
  contentDigest: '0'.repeat(64),
  coordsDigest: null,
  ...change,
});
const stated: StatedFacts = { mpp: 1, tileSizePx: 224, tileEdgePx: 448, coordsUnit: null, level: null };
const encoder = demoVersion('demo-lite0', '1');

describe('what a feature file and its bringer say', () => {
  it('takes from the caller what the file does not say', () => {
    expect(agreeOnFacts(file(), stated, slide)).toEqual({
      mpp: 1,
      tileSizePx: 224,
      tileEdgePx: 448,
      coordsUnit: 'PX_LEVEL0',
    });
  });

  it.each(['mpp', 'tileSizePx', 'tileEdgePx'] as const)('demands %s where nobody says it', (field) => {
    expect(() => agreeOnFacts(file(), { ...stated, [field]: null }, slide)).toThrow(BadUserInput);
  });

  it('demands all that nobody says in one sentence', () => {
    const nothing = { mpp: null, tileSizePx: 224, tileEdgePx: null, coordsUnit: null, level: null };
    expect(() => agreeOnFacts(file(), nothing, slide)).toThrow(
      'The argument `input.mpp` must be stated, and so must `input.tileEdgePx`: the file does not say them.',
    );
  });

  it('names both sides of a contradiction', () => {
    expect(() => agreeOnFacts(file({ declared: { mpp: 0.5 } }), stated, slide)).toThrow(
      'The feature file says otherwise than was stated: mpp (needed 1, found 0.5).',
    );
  });

  it('demands the unit of coordinates where the file does not fix it', () => {
    expect(() => agreeOnFacts(file({ coordsUnit: null }), stated, slide)).toThrow(BadUserInput);
  });

  it.each([
    ['the tile size', { tileSizePx: 256 }],
    ['the resolution', { mpp: 0.5 }],
    ['the extent', { tileEdgePx: 512 }],
  ])('refuses a caller who contradicts the file about %s', (_, declared) => {
    expect(() => agreeOnFacts(file({ declared }), stated, slide)).toThrow(FeatureContractMismatch);
  });

  it('refuses an extent that the slide cannot have at that resolution', () => {
    expect(() => agreeOnFacts(file(), { ...stated, tileEdgePx: 224 }, slide)).toThrow(FeatureContractMismatch);
  });

  it('refuses another unit than the file says', () => {
    expect(() => agreeOnFacts(file(), { ...stated, coordsUnit: 'UM' }, slide)).toThrow(FeatureContractMismatch);
  });

  it('computes the extent from micrometres where the file states those', () => {
    expect(
      agreeOnFacts(file({ declared: { tileSizeUm: 224 } }), { ...stated, tileEdgePx: null }, slide).tileEdgePx,
    ).toBe(448);
  });

  it('refuses a file of another encoder, another length or another slide', () => {
    expect(() => refuseForeignFile(file(), encoder, slide)).not.toThrow(FeatureContractMismatch);
    expect(() => refuseForeignFile(file({ declared: { encoder: 'demo_lite0' } }), encoder, slide)).not.toThrow(
      FeatureContractMismatch,
    );
    expect(() => refuseForeignFile(file({ declared: { encoder: 'uni_v1' } }), encoder, slide)).toThrow(
      FeatureContractMismatch,
    );
    expect(() => refuseForeignFile(file({ dim: 1024 }), encoder, slide)).toThrow(FeatureContractMismatch);
    expect(() => refuseForeignFile(file({ declared: { slideWidthPx: 9_999 } }), encoder, slide)).toThrow(
      FeatureContractMismatch,
    );
  });
});

describe('level0Coords', () => {
  const facts = { mpp: 1, tileSizePx: 224, tileEdgePx: 448, coordsUnit: 'PX_LEVEL0' } as const;

  it('turns micrometres into level-0 pixels', () => {
    const coords = Float64Array.of(0, 0, 224, 112);
    expect([...level0Coords(file({ coords }), { ...facts, coordsUnit: 'UM' }, slide)]).toEqual([0, 0, 448, 224]);
    expect(() => level0Coords(file({ coords }), { ...facts, coordsUnit: 'UM' }, { ...slide, mpp: null })).toThrow(
      SlideResolutionUnknown,
    );
  });

  it('never makes coordinates up', () =>
    expect(() => level0Coords(file({ coords: null }), facts, slide)).toThrow(BadUserInput));

  it.each([
    ['beyond the slide', Float64Array.of(0, 0, 10_000, 0)],
    ['left of the slide', Float64Array.of(0, 0, -1, 0)],
    ['on the place of another', Float64Array.of(10, 10, 10, 10)],
  ])('refuses a tile %s', (_, coords) =>
    expect(() => level0Coords(file({ coords }), facts, slide)).toThrow(FeatureContractMismatch),
  );
});
