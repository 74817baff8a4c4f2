import { describe, expect, it } from 'vitest';
import { CardInvalid } from '#libs/errors';
import { biomarkerCard } from '../testing/sample-cards.js';
import { edited } from '../testing/edit-json.js';
import { parseModelCard } from './parse-model-card.js';

const dim = biomarkerCard().extractor?.dim ?? NaN;
const FEATURES = {
  name: 'features',
  datatype: 'FP32',
  shape: [1, -1, dim],
  axes: ['bag', 'tile', 'feature'],
  role: 'FEATURES',
};
const COORDS = {
  name: 'coords',
  datatype: 'INT64',
  shape: [1, -1, 2],
  axes: ['bag', 'tile', 'xy'],
  role: 'COORDINATES',
  unit: 'PX_LEVEL0',
};
const EXTENT = { name: 'edge', datatype: 'INT64', shape: [1], axes: ['bag'], role: 'TILE_EXTENT', unit: 'PX_LEVEL0' };
const MASK = { name: 'mask', datatype: 'BOOL', shape: [1, -1], axes: ['bag', 'tile'], role: 'MASK' };

const without = (tensor: object, member: string): object =>
  Object.fromEntries(Object.entries(tensor).filter(([name]) => name !== member));

function pointers(tensors: readonly object[], coordsUnit: string): readonly string[] {
  const card = edited(edited(biomarkerCard(), '/input/tensors', tensors), '/input/coordsUnit', coordsUnit);
  try {
    parseModelCard(card);
  } catch (error) {
    if (error instanceof CardInvalid) return error.problems.map(({ pointer }) => pointer);
    throw error;
  }
  return [];
}

describe('several inputs of a card', () => {
  it.each([
    [[FEATURES, COORDS, EXTENT], 'PX_LEVEL0'],
    [[{ ...EXTENT, datatype: 'FP32' }, MASK, FEATURES], 'PX_LEVEL0'],
    [
      [
        FEATURES,
        { ...COORDS, datatype: 'FP32', unit: 'UM', axes: ['bag', 'tile', 'yx'] },
        { ...MASK, role: 'PADDING_MASK', datatype: 'INT64' },
      ],
      'UM',
    ],
  ])('say what each is (%#)', (tensors, unit) => {
    expect(pointers(tensors, unit)).toEqual([]);
  });

  it.each([
    [
      'an input without a role beside others',
      [FEATURES, without(COORDS, 'role')],
      'PX_LEVEL0',
      '/input/tensors/1/role',
    ],
    ['a unit without a role', [{ ...without(FEATURES, 'role'), unit: 'UM' }], 'UM', '/input/tensors/0/unit'],
    ['no features', [{ ...MASK, shape: [1, dim] }], 'NONE', '/input/tensors'],
    ['coordinates twice', [FEATURES, COORDS, { ...COORDS, name: 'more' }], 'PX_LEVEL0', '/input/tensors'],
    ['coordinates that the card reads none of', [FEATURES, COORDS], 'NONE', '/input/coordsUnit'],
    ['coordinates without a unit', [FEATURES, without(COORDS, 'unit')], 'PX_LEVEL0', '/input/tensors/1/unit'],
    [
      'an extent in another unit than the coordinates',
      [FEATURES, COORDS, { ...EXTENT, unit: 'UM', datatype: 'FP32' }],
      'PX_LEVEL0',
      '/input/tensors/2/unit',
    ],
    ['micrometres as whole numbers', [FEATURES, { ...COORDS, unit: 'UM' }], 'UM', '/input/tensors/1/datatype'],
    [
      'coordinates as half floats',
      [FEATURES, { ...COORDS, datatype: 'FP16' }],
      'PX_LEVEL0',
      '/input/tensors/1/datatype',
    ],
    ['an axis that a mask has not', [FEATURES, { ...MASK, axes: ['bag', 'feature'] }], 'NONE', '/input/tensors/1/axes'],
    [
      'coordinates in no order',
      [FEATURES, { ...COORDS, axes: ['bag', 'tile', 'tile'] }],
      'PX_LEVEL0',
      '/input/tensors/1/axes',
    ],
    [
      'features before tiles',
      [{ ...FEATURES, axes: ['bag', 'feature', 'tile'] }, MASK],
      'NONE',
      '/input/tensors/0/axes',
    ],
    ['a mask with a unit', [FEATURES, { ...MASK, unit: 'UM' }], 'NONE', '/input/tensors/1/unit'],
  ])('are refused for %s', (_what, tensors, unit, pointer) => {
    expect(pointers(tensors, unit)).toContain(pointer);
  });
});

describe('a card of the level MARKER', () => {
  const { task, output, vocabulary } = {
    task: { kind: 'EMBEDDING', level: 'MARKER' },
    output: {
      tensors: [{ name: 'markers', datatype: 'FP32', shape: [-1, 5, 12], axes: ['bag', 'marker', 'feature'] }],
      targets: [],
      embedding: { tensor: 'markers', dim: 12, l2Normalised: false, outputVariant: 'POOLED', precision: 'FP32' },
      expression: null,
    },
    vocabulary: {
      ...{ kind: 'MARKERS', path: 'markers.txt', digest: 'a'.repeat(64), size: 5 },
      ...{ namespace: 'MARKER', qualityPath: null },
    },
  };
  const refused = (place: string, value: unknown): readonly string[] => {
    const markers = { path: 'markers.txt', role: 'VOCABULARY', sha256: 'a'.repeat(64), sizeBytes: 9 };
    const { artifacts, ...card } = biomarkerCard();
    const whole = { ...card, task, output, vocabulary, spatial: [], artifacts: [...artifacts, markers] };
    try {
      parseModelCard(edited({ ...whole, provenance: { ...card.provenance, evaluation: [] } }, place, value));
    } catch (error) {
      if (error instanceof CardInvalid) return error.problems.map(({ pointer }) => pointer);
      throw error;
    }
    return [];
  };

  it.each([
    ['/task/level', 'MARKER', []],
    ['/vocabulary/kind', 'GENES', ['/vocabulary']],
    ['/vocabulary', null, ['/vocabulary']],
    ['/vocabulary/size', 4, ['/vocabulary/size']],
    ['/output/tensors/0/axes', ['marker', 'bag', 'feature'], ['/output/embedding/tensor', '/vocabulary/size']],
    ['/output/tensors/0/axes', ['bag', 'stain', 'feature'], ['/output/embedding/tensor']],
  ])('is held to its list: %s %j', (place, value, expected) => {
    expect(refused(place, value)).toEqual(expected);
  });
});
