import type { NearestRows } from '#gateway/embeddings';
import type { AnswerScope } from '#gateway/pipeline';
import type { ServedVectors } from './find-neighbours.js';

/** Neighbours of the schema. */
export function toNeighbours({ generation, isCurrent }: ServedVectors, found: NearestRows, scope: AnswerScope) {
  const { spaceId, modelRef: version, cohortId: cohort, cohortRevision } = generation;
  return {
    ...{ spaceId, version, cohort, cohortRevision, isCurrent, searched: found.searched },
    method: found.walk === null ? 'EXACT' : 'HNSW',
    efSearch: found.walk?.efSearch ?? null,
    recallAt10: found.walk === null ? 1 : found.walk.recallAt10,
    neighbours: found.rows.map((neighbour, index) => toNeighbour(neighbour, index + 1, scope)),
  };
}

function toNeighbour({ row, similarity, source }: NearestRows['rows'][number], rank: number, scope: AnswerScope) {
  const { item, patient, slideIds, region, tiles } = source;
  const slideId = slideIds.length === 1 ? (slideIds[0] ?? null) : null;
  const place = (row - source.row) * 2;
  const [x, y] = tiles?.coords.slice(place, place + 2) ?? [];
  const tile = x === undefined || y === undefined ? null : { x, y, edgePx: tiles?.edgePx ?? null };
  const slide = () => (slideId === null ? null : scope.slide(slideId));
  return { rank, similarity, row, item, patient, slideId, slide, region, tile };
}
