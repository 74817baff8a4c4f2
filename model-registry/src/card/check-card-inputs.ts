import type { DocumentProblem } from '#libs/errors';
import type { AnyCard } from './described-card.js';
import { expectThat } from './document-problems.js';

type Problems = readonly DocumentProblem[];
type InputTensor = AnyCard['input']['tensors'][number];

/** What a dimension may mean in each role. `xy` is x before y, `yx` y before x. */
const AXES = {
  FEATURES: ['bag', 'slide', 'tile', 'cell', 'feature'],
  COORDINATES: ['bag', 'slide', 'tile', 'cell', 'xy', 'yx'],
  TILE_EXTENT: ['bag', 'slide'],
  MASK: ['bag', 'slide', 'tile', 'cell'],
  PADDING_MASK: ['bag', 'slide', 'tile', 'cell'],
} as const satisfies Record<NonNullable<InputTensor['role']>, readonly string[]>;

/** Half floats hold no pixel of a slide beyond 2,048; whole numbers hold no micrometres. */
const DATATYPES = {
  FEATURES: ['FP32'],
  COORDINATES: ['INT32', 'INT64', 'FP32', 'FP64'],
  TILE_EXTENT: ['INT32', 'INT64', 'FP32', 'FP64'],
  MASK: ['BOOL', 'UINT8', 'INT32', 'INT64', 'FP32'],
  PADDING_MASK: ['BOOL', 'UINT8', 'INT32', 'INT64', 'FP32'],
} as const satisfies Record<NonNullable<InputTensor['role']>, readonly string[]>;

/** Bags before tiles before what a tile has: another order of the axes would be other numbers. */
const ORDER: readonly (readonly string[])[] = [
  ['bag', 'slide'],
  ['tile', 'cell'],
  ['feature', 'xy', 'yx'],
];
const LEAST_AXES = {
  FEATURES: [1, 2],
  COORDINATES: [1, 2],
  TILE_EXTENT: [],
  MASK: [1],
  PADDING_MASK: [1],
} as const satisfies Record<NonNullable<InputTensor['role']>, readonly number[]>;

const PLACED: readonly unknown[] = ['COORDINATES', 'TILE_EXTENT'];

/** Several inputs of one version: what each is, in which unit and datatype. Coordinates and extent in two units would put tiles on top of each other. */
export function checkCardInputs({ input }: AnyCard): Problems {
  const { tensors, coordsUnit } = input;
  if (tensors.every(({ role }) => role === undefined)) return tensors.flatMap(unitWithoutRole);
  const count = (wanted: string): number => tensors.filter(({ role }) => role === wanted).length;
  return [
    ...expectThat(count('FEATURES') === 1, '/input/tensors', 'must have exactly one entry of the role FEATURES'),
    ...expectThat(
      Object.keys(AXES).every((role) => count(role) <= 1),
      '/input/tensors',
      'must have each role once at most',
    ),
    ...expectThat(
      count('COORDINATES') === 0 || coordsUnit !== 'NONE',
      '/input/coordsUnit',
      'must be the unit of the entry of the role COORDINATES',
    ),
    ...tensors.flatMap((tensor, i) => oneInput(tensor, i, coordsUnit)),
  ];
}

function unitWithoutRole({ unit }: InputTensor, i: number): Problems {
  return expectThat(unit === undefined, `/input/tensors/${i}/unit`, 'must be absent without a role');
}

function oneInput(tensor: InputTensor, i: number, coordsUnit: AnyCard['input']['coordsUnit']): Problems {
  const { role, unit, datatype, axes } = tensor;
  const at = `/input/tensors/${i}`;
  if (role === undefined) return expectThat(false, `${at}/role`, 'is required where another input has one');
  const isPlaced = PLACED.includes(role);
  const known: readonly string[] = AXES[role];
  const datatypes: readonly string[] = DATATYPES[role];
  const needed: readonly number[] = LEAST_AXES[role];
  return [
    ...expectThat(
      axes.every((axis) => known.includes(axis)),
      `${at}/axes`,
      `must be of ${known.join(', ')} for ${role}`,
    ),
    ...expectThat(
      datatype === null || datatypes.includes(datatype),
      `${at}/datatype`,
      `must be one of ${datatypes.join(', ')} for ${role}`,
    ),
    ...expectThat(
      isOrdered(axes) && needed.every((place) => axes.some((axis) => ORDER[place]?.includes(axis))),
      `${at}/axes`,
      'must be in the order of bag, tile and what a tile has, each once at most, and have what the role needs',
    ),
    ...expectThat(
      isPlaced ? unit !== undefined && (coordsUnit === null || unit === coordsUnit) : unit === undefined,
      `${at}/unit`,
      isPlaced
        ? 'must be stated, and be /input/coordsUnit: coordinates and extent in two units do not fit together'
        : 'must be absent but for COORDINATES and TILE_EXTENT',
    ),
    ...expectThat(
      unit !== 'UM' || datatype === null || datatype.startsWith('FP'),
      `${at}/datatype`,
      'must be FP32 or FP64 for micrometres, which are no whole numbers',
    ),
  ];
}

function isOrdered(axes: readonly string[]): boolean {
  const places = axes.map((axis) => ORDER.findIndex((same) => same.includes(axis)));
  return places.every((place, i) => i === 0 || place > (places[i - 1] ?? -1));
}
