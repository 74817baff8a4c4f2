import type { DocumentProblem } from '#libs/errors';
import { areUnique, expectThat } from './document-problems.js';
import type { CardTensor, ModelCard } from './model-card.js';

type Problems = readonly DocumentProblem[];

const FEATURE_UNITS: readonly string[] = ['TILE_FEATURES', 'CLUSTER_FEATURES', 'SLIDE_FEATURE'];
/** Maps that only the graph itself can give; the gateway derives the others when no tensor carries them. */
const MODES_OF_THE_GRAPH: readonly string[] = ['ATTENTION_ROLLOUT', 'GRADCAM', 'PIXEL'];

/** What goes in and what comes out: tensors that exist, dimensions that agree, an encoder where features are the input. */
export function checkCardContracts(card: ModelCard): Problems {
  return [
    ...tensors('/input/tensors', card.input.tensors),
    ...tensors('/output/tensors', card.output.tensors),
    ...input(card),
    ...extractor(card),
    ...embedding(card),
    ...expression(card),
    ...spatial(card),
  ];
}

function tensors(pointer: string, list: readonly CardTensor[]): Problems {
  return [
    ...expectThat(areUnique(list.map((tensor) => tensor.name)), pointer, 'must have unique names'),
    ...list.flatMap((tensor, i) => [
      ...expectThat(
        tensor.axes.length === tensor.shape.length,
        `${pointer}/${i}/axes`,
        'must name every dimension of the shape, once each',
      ),
      ...expectThat(!tensor.shape.includes(0), `${pointer}/${i}/shape`, 'must have no dimension of 0; -1 is variable'),
    ]),
  ];
}

function input({ input: { unit, tiles, tiling }, task }: ModelCard): Problems {
  return [
    ...expectThat(!tiles || tiles.min <= tiles.max, '/input/tiles', 'must have min <= max'),
    ...expectThat(
      unit !== 'IMAGE_TILE' || task.level !== 'TILE' || tiling !== null,
      '/input/tiling',
      'is required where IMAGE_TILE is the input and TILE the level: it says how tiles are cut',
    ),
  ];
}

function extractor({ extractor: encoder, input: { unit, tensors: inputs }, identity }: ModelCard): Problems {
  if (!encoder) {
    return expectThat(!FEATURE_UNITS.includes(unit), '/extractor', `is required where the input is ${unit}`);
  }
  return [
    ...expectThat(
      encoder.model !== identity.name || encoder.version !== identity.version,
      '/extractor',
      'must be another version than this one',
    ),
    ...expectThat(
      !FEATURE_UNITS.includes(unit) || inputs.some((tensor) => tensor.shape.at(-1) === encoder.dim),
      '/extractor/dim',
      'must be the last dimension of one of /input/tensors',
    ),
  ];
}

function embedding({ output }: ModelCard): Problems {
  if (!output.embedding) return [];
  const tensor = findTensor(output.tensors, output.embedding.tensor);
  if (!tensor) return expectThat(false, '/output/embedding/tensor', 'must be the name of an entry of /output/tensors');
  return expectThat(
    tensor.shape.at(-1) === output.embedding.dim,
    '/output/embedding/dim',
    "must be its tensor's last dimension",
  );
}

function expression({ output, vocabulary }: ModelCard): Problems {
  if (!output.expression) return [];
  const tensor = findTensor(output.tensors, output.expression.tensor);
  if (!tensor) return expectThat(false, '/output/expression/tensor', 'must be the name of an entry of /output/tensors');
  return expectThat(
    !vocabulary || tensor.shape.at(-1) === vocabulary.size,
    '/vocabulary/size',
    "must be the last dimension of the expression's tensor",
  );
}

function spatial({ spatial: maps, output }: ModelCard): Problems {
  const modes = maps.map((map) => map.mode);
  const hasBoth = modes.includes('ATTENTION_ROLLOUT') && modes.includes('TILE_CLASS');
  return [
    ...expectThat(areUnique(modes), '/spatial', 'must name each mode once'),
    ...maps.flatMap(({ mode, tensor }, i) => [
      ...expectThat(
        mode !== 'PRODUCT' || hasBoth,
        `/spatial/${i}/mode`,
        'PRODUCT needs ATTENTION_ROLLOUT and TILE_CLASS beside it',
      ),
      ...expectThat(
        tensor === null ? !MODES_OF_THE_GRAPH.includes(mode) : findTensor(output.tensors, tensor) !== undefined,
        `/spatial/${i}/tensor`,
        'must be the name of an entry of /output/tensors',
      ),
    ]),
  ];
}

function findTensor(list: readonly CardTensor[], name: string): CardTensor | undefined {
  return list.find((tensor) => tensor.name === name);
}
