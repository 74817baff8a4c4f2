import type { Dice } from './dice.js';

const NUMBERS = [
  ...['-1', '0', '1', '2147483647', '-2147483648', '2147483648', '4294967296', '9007199254740993', '1e400', '-1e400'],
  ...['1e308', '1e-320', '1.5', '-0', '0.9999999999999999', '"7"', 'null', 'true', '[]', '{}', '[1,2]', '""'],
];
const TEXTS = [
  ...[
    '""',
    '"\\u0000"',
    '"../../etc/passwd"',
    '"NaN"',
    '"-1"',
    '"\\ud800"',
    '"<script>"',
    '"%00%2e%2e"',
    'null',
    '7',
    '{}',
  ],
  ...[
    '"a\\r\\nb: c"',
    `"${'x'.repeat(5000)}"`,
    '"4294967296"',
    '"youden\' OR 1=1"',
    '"RESECTION"',
    '"BIOPSY"',
    '"sensitivity-90"',
  ],
];
const MODELS = [
  ...[
    '"local-2:on-triton/-1"',
    '"local-2:on-triton/4294967296"',
    '"local-2:on-triton/01"',
    '"on-triton"',
    '"on-triton@x"',
    '"/"',
  ],
  ...[
    '"local-2:../1"',
    '"local-2:on-triton/1/versions/2"',
    '"local:demo-dense-focus@champion"',
    '"local-2:on-triton/9"',
  ],
];

const QUESTION = `query Ask($id: ID!, $model: ModelRef!, $region: RegionInput, $features: Digest, $context: PredictionContextInput) {
  slide(id: $id) { prediction(model: $model, region: $region, features: $features, context: $context) {
    tileCount targets { call ... on BinaryCall { logit } } provenance { server { id } } } } }`;

/**
 * The body of a GraphQL request whose variables lie in one way or more: numbers beyond their type, text for numbers, ids of nothing, tile
 * selections of every size. The rest is true, so that many come as far as the model server. JSON text, for 1e400 is no JavaScript value.
 */
export function hostileQuestion(dice: Dice, slide: string): string {
  const number = (): string => dice.pick(NUMBERS);
  const text = (): string => dice.pick(TEXTS);
  const lies = dice.below(8);
  const variables = [
    `"id":${lies === 0 ? text() : JSON.stringify(slide)}`,
    `"model":${lies === 1 ? dice.pick([...MODELS, ...TEXTS]) : `"local-2:on-triton/${1 + dice.below(2)}"`}`,
    ...(lies === 2 ? [`"region":{"x":${number()},"y":${number()},"width":${number()},"height":${number()}}`] : []),
    ...(lies === 3 ? [`"features":${text()}`] : []),
    ...(lies === 4 ? [`"context":{"prevalence":${number()},"operatingPoint":${text()}}`, tileSelection(dice)] : []),
    ...(lies === 5 ? [`"context":{"specimen":${text()},"scanner":${text()},"site":${text()}}`] : []),
    ...(lies > 5 ? [tileSelection(dice)] : []),
  ];
  return `{"query":${JSON.stringify(QUESTION)},"variables":{${variables.join(',')}}}`;
}

/** A rectangle about the tiles: none of them, a few, or all, and seldom the same twice. */
function tileSelection(dice: Dice): string {
  const [x, y] = [dice.below(700), 4900 + dice.below(500)];
  return `"region":{"x":${x},"y":${y},"width":${1 + dice.below(2500)},"height":${1 + dice.below(2500)}}`;
}
