import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FeatureStore } from '#gateway/feature-store';
import { type AlignmentHead, towerOf } from '#gateway/alignment';
import { type AnswerScope, type InferencePipeline, loadCoords, tileEdgeOf } from '#gateway/pipeline';
import { caseContext } from '../question-input.js';
import { imageTowerTask } from './image-tower.task.js';
import type { StatedPair } from './pair-table.js';
import { servedVectors } from './served-vectors.js';

/** The image of a pair: its tile's vector; null where no tile holds the point. */
export type PairImage = { readonly vector: Float32Array } | null;

const PAIRS_AT_ONCE = 100;

/** Images of pairs: the tile of a slide that holds a point, through the image tower. The tower runs once for each slide. */
export class PairImages {
  constructor(
    private readonly pipeline: InferencePipeline,
    private readonly store: FeatureStore,
  ) {}

  /** In the order of the pairs. @throws what the answer road throws for a slide, as FEATURES_MISSING */
  async of(
    pairs: readonly StatedPair[],
    head: AlignmentHead,
    scope: AnswerScope,
    onSlide: (done: number, total: number) => void,
  ): Promise<readonly PairImage[]> {
    const images: PairImage[] = pairs.map(() => null);
    const slides = [...new Set(pairs.map(({ slide }) => slide))];
    for (const [done, id] of slides.entries()) {
      onSlide(done, slides.length);
      const own = pairs.flatMap((pair, at) => (pair.slide === id ? [{ pair, at }] : []));
      const tiles = await this.tilesOf(id, head, scope);
      for (const [count, { pair, at }] of own.entries()) {
        if (count % PAIRS_AT_ONCE === PAIRS_AT_ONCE - 1) await nextTurn();
        images[at] = tiles.at(pair);
      }
    }
    return images;
  }

  private async tilesOf(slideId: string, head: AlignmentHead, scope: AnswerScope) {
    const tower = towerOf(head, 'IMAGE', scope.snapshot);
    const slide = await scope.slide(slideId);
    const question = { slideId, model: tower.version.ref, region: null, features: null };
    const answered = await this.pipeline.answer(question, caseContext(slide, null), imageTowerTask, scope);
    const { bag, rows } = answered.features;
    const coords = await loadCoords(this.store, bag, rows);
    const edge = tileEdgeOf(bag);
    const { dim, values } = servedVectors(await answered.value(), head, answered.raw.server.id);
    return {
      at: ({ x, y }: StatedPair): PairImage => {
        const tile = nearestTile(coords, edge, { x, y });
        if (tile === null) return null;
        return { vector: values.subarray(tile * dim, (tile + 1) * dim) };
      },
    };
  }
}

/** The tile with the nearest centre, of those that hold the point; of equally near ones the first. */
function nearestTile(
  coords: Int32Array,
  edge: number,
  { x, y }: { readonly x: number; readonly y: number },
): number | null {
  let best: number | null = null;
  let least = Infinity;
  for (let tile = 0; tile < coords.length / 2; tile += 1) {
    const dx = Math.abs((coords[tile * 2] ?? NaN) + edge / 2 - x);
    const dy = Math.abs((coords[tile * 2 + 1] ?? NaN) + edge / 2 - y);
    const distance = dx * dx + dy * dy;
    if (dx > edge / 2 || dy > edge / 2 || distance >= least) continue;
    least = distance;
    best = tile;
  }
  return best;
}
