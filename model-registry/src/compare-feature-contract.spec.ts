import { describe, expect, it } from 'vitest';
import { compareFeatureContract, featureContractOf, type FeatureContract } from './compare-feature-contract.js';
import { biomarkerCard, encoderCard } from './testing/sample-cards.js';

const needed: FeatureContract = {
  model: 'uni',
  version: '1',
  digest: 'a'.repeat(64),
  outputVariant: 'CLS',
  l2Normalised: false,
  dim: 1024,
  tileSizePx: 256,
  mpp: 0.5,
  coordsUnit: 'PX_LEVEL0',
};

describe('compareFeatureContract', () => {
  it('finds no difference between equal contracts', () => {
    expect(compareFeatureContract(needed, needed)).toEqual([]);
  });

  it.each([
    ['model', 'conch'],
    ['version', '2'],
    ['digest', 'b'.repeat(64)],
    ['outputVariant', 'CLS_MEAN'],
    ['l2Normalised', true],
    ['dim', 1025],
    ['tileSizePx', 224],
    ['coordsUnit', 'UM'],
    ['mpp', 0.25],
  ] as const)('names the field %s with both sides', (field, other) => {
    expect(compareFeatureContract(needed, { ...needed, [field]: other })).toEqual([
      { field, needed: needed[field], found: other },
    ]);
    expect(compareFeatureContract(needed, { ...needed, [field]: null })).toEqual([
      { field, needed: needed[field], found: null },
    ]);
  });

  it.each([
    [0.5, true],
    [0.51, true],
    [0.49, true],
    [0.5101, false],
    [0.4899, false],
    [Number.NaN, false],
    [Infinity, false],
  ])('takes 0.5 needed and %s found as the same resolution: %s', (mpp, isSame) => {
    expect(compareFeatureContract(needed, { ...needed, mpp }).length === 0).toBe(isSame);
  });

  it('tells encoders of one dimension apart', () => {
    const found = { ...needed, model: 'resnet50', digest: null, mpp: 0.51 };
    expect(compareFeatureContract(needed, found).map((difference) => difference.field)).toEqual(['model', 'digest']);
  });

  it('asks nothing of the coordinates where the version reads none', () => {
    expect(compareFeatureContract({ ...needed, coordsUnit: 'NONE' }, { ...needed, coordsUnit: null })).toEqual([]);
  });
});

describe('featureContractOf', () => {
  it('takes the extractor and the unit of the coordinates from the card', () => {
    expect(featureContractOf(biomarkerCard())).toEqual({
      model: 'sample-encoder',
      version: '1',
      digest: '0'.repeat(64),
      outputVariant: 'POOLED',
      l2Normalised: false,
      dim: 8,
      tileSizePx: 224,
      mpp: 1,
      coordsUnit: 'PX_LEVEL0',
    });
    expect(featureContractOf(encoderCard())).toBeNull();
  });
});
