import type { DocumentProblem } from '#libs/errors';
import { checkCardInputs } from './check-card-inputs.js';
import type { AnyCard } from './described-card.js';
import { areUnique, expectThat } from './document-problems.js';

type Problems = readonly DocumentProblem[];
type Tensor = AnyCard['output']['tensors'][number];

const FEATURE_UNITS: readonly string[] = ['TILE_FEATURES', 'CLUSTER_FEATURES', 'SLIDE_FEATURE'];
/** Maps that only the graph itself can give; the gateway derives the others when no tensor carries them. */
const MODES_OF_THE_GRAPH: readonly string[] = ['ATTENTION_ROLLOUT', 'GRADCAM', 'PIXEL'];

/** What goes in and what comes out: tensors that exist, dimensions that agree, an encoder where features are the input. */
export function checkCardContracts(card: AnyCard): Problems {
  return [
    ...tensors('/input/tensors', card.input.tensors),
    ...tensors('/output/tensors', card.output.tensors),
    ...input(card),
    ...checkCardInputs(card),
    ...extractor(card),
    ...embedding(card),
    ...profile(card, 'expression'),
    ...profile(card, 'pathways'),
    ...markers(card),
    ...spatial(card),
  ];
}

function tensors(pointer: string, list: readonly Tensor[]): Problems {
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

/** Whether a card must state a fact, or may leave it open. */
function mayBeUnknown(card: AnyCard): boolean {
  return 'cardKind' in card;
}

function input(card: AnyCard): Problems {
  const { unit, tiles, tiling } = card.input;
  const { task } = card;
  return [
    ...expectThat(
      !tiles || tiles.min === null || tiles.max === null || tiles.min <= tiles.max,
      '/input/tiles',
      'must have min <= max',
    ),
    ...expectThat(
      mayBeUnknown(card) || unit !== 'IMAGE_TILE' || task.level !== 'TILE' || tiling !== null,
      '/input/tiling',
      'is required where IMAGE_TILE is the input and TILE the level: it says how tiles are cut',
    ),
  ];
}

function extractor(card: AnyCard): Problems {
  const { extractor: encoder, identity } = card;
  const { unit, tensors: inputs } = card.input;
  if (!encoder) {
    const isNeeded = FEATURE_UNITS.includes(unit) && !mayBeUnknown(card);
    return expectThat(!isNeeded, '/extractor', `is required where the input is ${unit}`);
  }
  return [
    ...expectThat(
      encoder.model !== identity.name || encoder.version !== identity.version,
      '/extractor',
      'must be another version than this one',
    ),
    ...expectThat(
      !FEATURE_UNITS.includes(unit) ||
        encoder.dim === null ||
        inputs.some((tensor) => agree(featureDim(tensor), encoder.dim)),
      '/extractor/dim',
      'must be the dimension of features of one of /input/tensors: that of the axis `feature`, or else the last one',
    ),
  ];
}

/** Most models take rows of features. Some take columns, and then their axes say so. */
function featureDim({ shape, axes }: Tensor): number | null | undefined {
  return axes.includes('feature') ? shape[axes.indexOf('feature')] : shape.at(-1);
}

/** What is unknown on either side contradicts nothing. */
function agree(a: number | null | undefined, b: number | null): boolean {
  return a === null || b === null || a === b;
}

function embedding({ output }: AnyCard): Problems {
  const others = (output.otherEmbeddings ?? []).map((vector, i) => ({
    vector,
    pointer: `/output/otherEmbeddings/${i}`,
  }));
  const first = output.embedding ? [{ vector: output.embedding, pointer: '/output/embedding' }] : [];
  return [...first, ...others].flatMap(({ vector, pointer }) => {
    const tensor = findTensor(output.tensors, vector.tensor);
    if (!tensor) return expectThat(false, `${pointer}/tensor`, 'must be the name of an entry of /output/tensors');
    return expectThat(agree(tensor.shape.at(-1), vector.dim), `${pointer}/dim`, "must be its tensor's last dimension");
  });
}

/** Values of genes, scores of pathways: one for each entry of the vocabulary. */
function profile({ output, vocabulary }: AnyCard, kind: 'expression' | 'pathways'): Problems {
  const stated = output[kind];
  if (!stated) return [];
  const tensor = findTensor(output.tensors, stated.tensor);
  if (!tensor) return expectThat(false, `/output/${kind}/tensor`, 'must be the name of an entry of /output/tensors');
  const whose = kind === 'expression' ? "the expression's tensor" : "the pathways' tensor";
  return expectThat(
    !vocabulary || agree(tensor.shape.at(-1), vocabulary.size),
    '/vocabulary/size',
    `must be the last dimension of ${whose}`,
  );
}

/** A vector for each marker: which is which, the vocabulary says by position, so that nothing rests on an order that nobody wrote down. */
function markers({ task, output, vocabulary }: AnyCard): Problems {
  const tensor = output.embedding && findTensor(output.tensors, output.embedding.tensor);
  if (task.kind !== 'EMBEDDING' || task.level !== 'MARKER' || !tensor) return [];
  const axis = tensor.axes.indexOf('marker');
  return [
    ...expectThat(
      vocabulary?.kind === 'MARKERS',
      '/vocabulary',
      'must be a vocabulary of MARKERS for the level MARKER',
    ),
    ...expectThat(
      axis >= 0 && axis === tensor.axes.length - 2,
      '/output/embedding/tensor',
      'must be of a tensor whose last axes are marker and feature for the level MARKER',
    ),
    ...expectThat(
      axis < 0 || !vocabulary || agree(tensor.shape[axis], vocabulary.size),
      '/vocabulary/size',
      "must be the size of the axis marker of the embedding's tensor",
    ),
  ];
}

function spatial(card: AnyCard): Problems {
  const { spatial: maps, output } = card;
  const modes = maps.map((map) => map.mode);
  const hasBoth = modes.includes('ATTENTION_ROLLOUT') && modes.includes('TILE_CLASS');
  return [
    ...expectThat(areUnique(modes), '/spatial', 'must name each mode once'),
    ...maps.flatMap(({ mode, tensor, window, clampPercentiles: clamp }, i) => [
      ...expectThat(
        window === undefined || mode === 'SLIDING_WINDOW',
        `/spatial/${i}/window`,
        'must be absent unless the mode is SLIDING_WINDOW',
      ),
      ...expectThat(
        clamp === undefined || (0 <= clamp[0] && clamp[0] < clamp[1] && clamp[1] <= 100),
        `/spatial/${i}/clampPercentiles`,
        'must be [low, high] between 0 and 100',
      ),
      ...expectThat(
        mode !== 'PRODUCT' || hasBoth,
        `/spatial/${i}/mode`,
        'PRODUCT needs ATTENTION_ROLLOUT and TILE_CLASS beside it',
      ),
      ...expectThat(
        tensor === null
          ? mayBeUnknown(card) || !MODES_OF_THE_GRAPH.includes(mode)
          : findTensor(output.tensors, tensor) !== undefined,
        `/spatial/${i}/tensor`,
        'must be the name of an entry of /output/tensors',
      ),
    ]),
  ];
}

function findTensor(list: readonly Tensor[], name: string): Tensor | undefined {
  return list.find((tensor) => tensor.name === name);
}
