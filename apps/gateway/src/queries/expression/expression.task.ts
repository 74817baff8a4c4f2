import type { Tensor } from '#libs/inference-protocol';
import { BadUserInput } from '#libs/errors';
import type { ModelCard } from '#model-registry';
import type { KMeansSettings } from '#libs/statistics';
import { type LoadedFeatures, type Task, expectedOutputs, isFeatureFirst, turnRows } from '#gateway/pipeline';
import { type ProfileKind, profileOf } from './profile-output.js';
import { clusteringOf, slideClusters } from './slide-clusters.js';

type Numbers = () => Promise<Float32Array>;

type Level = 'TILE' | 'SLIDE';

/** Expression of each tile, or of the slide as a whole: `[tiles, genes]` or `[1, genes]`, in the unit of the card. */
export const expressionTasks = profileTasks('EXPRESSION');

/** Scores of pathways that a version predicts itself: `[tiles, pathways]` or `[1, pathways]`, in the unit of the card. */
export const pathwayTasks = profileTasks('PATHWAY');

function profileTasks(kind: ProfileKind) {
  return { TILE: taskOf(kind, 'TILE'), SLIDE: taskOf(kind, 'SLIDE') } as const;
}

const WANTED: Readonly<Record<ProfileKind, string>> = {
  EXPRESSION: 'must name a version that predicts expression (task EXPRESSION, level TILE or SLIDE)',
  PATHWAY: 'must name a version that predicts pathways itself (task PATHWAY, level TILE or SLIDE)',
};

/** The level at which a card predicts expression, or pathways. @throws BadUserInput for a version that predicts none */
export function levelOf({ task }: ModelCard, wanted: ProfileKind): Level {
  const { kind, level } = task;
  if (kind === wanted && (level === 'TILE' || level === 'SLIDE')) return level;
  throw new BadUserInput('model', WANTED[wanted], { task });
}

function taskOf(kind: ProfileKind, level: Level): Task<Numbers> {
  const asked = { kind, level };
  return {
    kind: `${level}_${kind === 'EXPRESSION' ? 'EXPRESSION' : 'PATHWAYS'}`,
    demand: (card) => void inputOf(card, asked),
    toTensors: async (features, rows, card, signal) => [await toTensor(features, rows, inputOf(card, asked), signal)],
    // A score for each gene and tile beside it, as HE2RNA's form has, is a map's, and 300 MB of a slide.
    expect: (card, tileCount) =>
      expectedOutputs(card, { bags: 1, tiles: tileCount }).filter(({ name }) => name === profileOf(card)?.tensor),
    decode: (raw, card) => ({ value: () => raw.array(profileOf(card)?.tensor ?? ''), scores: [] }),
  };
}

interface ExpressionInput {
  readonly card: ModelCard;
  readonly tensor: ModelCard['input']['tensors'][number];
  /** Null where the tiles themselves go in. */
  readonly clustering: KMeansSettings | null;
}

function inputOf(
  card: ModelCard,
  { kind, level }: { readonly kind: ProfileKind; readonly level: Level },
): ExpressionInput {
  const [tensor, ...others] = card.input.tensors;
  const { unit } = card.input;
  const isWanted = levelOf(card, kind) === level && profileOf(card) !== null;
  const ofClusters = unit === 'CLUSTER_FEATURES' && level === 'SLIDE';
  const isServed = tensor?.datatype === 'FP32' && others.length === 0 && (unit === 'TILE_FEATURES' || ofClusters);
  const clustering = ofClusters ? clusteringOf(card) : null;
  const hasRoom = clustering ? clustering.clusters >= 1 : (tensor?.shape[tensor.axes.indexOf('tile')] ?? -1) === -1;
  if (!isWanted || !tensor || !isServed || !hasRoom) {
    throw new BadUserInput(
      'model',
      'must name a version that takes the features of any number of tiles, or a fixed number of cluster means of them, as its one FP32 input',
      { unit, shape: tensor?.shape ?? null },
    );
  }
  return { card, tensor, clustering };
}

async function toTensor(
  features: LoadedFeatures,
  rows: Float32Array,
  { tensor, clustering }: ExpressionInput,
  signal: AbortSignal,
): Promise<Tensor> {
  const { dim } = features.bag;
  const clusters = clustering?.clusters ?? 0;
  const sizes: Readonly<Record<string, number>> = { bag: 1, tile: features.tileCount, cluster: clusters, feature: dim };
  const isAsked = clustering !== null && !features.isClustered;
  const given = isAsked ? await slideClusters.of(features, rows, clustering, signal) : rows;
  const data = isFeatureFirst(tensor) ? await turnRows(given, dim, signal) : given;
  return { name: tensor.name, datatype: 'FP32', shape: tensor.axes.map((axis) => sizes[axis] ?? 1), data };
}
