import { BadUserInput } from '#libs/errors';
import type { ModelCard } from '#model-registry';
import { mapCallOf } from './map-call.js';
import type { MapWindow } from './map-parameters.js';

/** What a caller may ask of a window beside what the card says. Null: as the card has it. */
export interface AskedWindow {
  readonly strideTiles: number | null;
  readonly minTiles: number | null;
}

/** How a version makes a map, by its card. */
export interface MapShape {
  /** Null: each tile by itself. */
  readonly window: MapWindow | null;
  readonly meaning: string;
  readonly unit: string;
  readonly transform: string;
  readonly dim: number;
  readonly layerCount: number;
}

const MODEL =
  'must name a version that predicts expression and whose card offers a map of the mode PER_TILE or SLIDING_WINDOW';

/** @throws BadUserInput for a version that draws no such map, or a window that it cannot have */
export function mapShapeOf(card: ModelCard, asked: AskedWindow): MapShape {
  const { expression } = card.output;
  const spatial = card.spatial.find(({ mode }) => mode === 'SLIDING_WINDOW' || mode === 'PER_TILE');
  if (card.task.kind !== 'EXPRESSION' || !expression || !spatial || card.vocabulary?.kind !== 'GENES')
    throw new BadUserInput('model', MODEL, { task: card.task, modes: card.spatial.map(({ mode }) => mode) });
  const window = windowOf(spatial, asked);
  // What is asked are the members, where there are any; a card that no version could be asked by is refused all the same.
  mapCallOf(card, window);
  const { unit, transform } = expression;
  return { window, meaning: spatial.meaning, unit, transform, dim: dimOf(card), layerCount: card.vocabulary.size };
}

function dimOf({ input }: ModelCard): number {
  const [tensor] = input.tensors;
  return tensor?.shape[tensor.axes.indexOf('feature')] ?? -1;
}

function windowOf({ mode, window }: ModelCard['spatial'][number], asked: AskedWindow): MapWindow | null {
  if (mode === 'PER_TILE') {
    if (asked.strideTiles !== null || asked.minTiles !== null)
      throw new BadUserInput('window', 'must be left out: the version predicts each tile by itself');
    return null;
  }
  if (!window) throw new BadUserInput('model', 'must name a version whose card says how its window is laid');
  if (!window.padding || window.padding.masked === true)
    throw new BadUserInput(
      'model',
      'must name a version that takes windows padded with a value; others are not served yet',
    );
  const { sizeTiles } = window;
  const strideTiles = asked.strideTiles ?? window.strideTiles;
  const minTiles = asked.minTiles ?? window.minTiles ?? 1;
  if (strideTiles < 1 || strideTiles > sizeTiles)
    throw new BadUserInput(
      'window.strideTiles',
      `must be 1 to ${sizeTiles}, the edge of the window: else tiles between windows are passed over`,
    );
  if (minTiles < 1 || minTiles > sizeTiles ** 2)
    throw new BadUserInput('window.minTiles', `must be 1 to ${sizeTiles ** 2}, the tiles of a window`);
  return { sizeTiles, strideTiles, minTiles, padding: window.padding.value };
}
