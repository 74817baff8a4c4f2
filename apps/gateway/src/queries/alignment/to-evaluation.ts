import type { AlignmentEvaluation, Estimate, RetrievalSummary } from '#libs/alignment';
import type { AlignmentHead } from '#gateway/alignment';
import type { VectorPairs } from './alignment-evaluations.js';
import { toAlignmentHead } from './to-alignment-head.js';

const MOST_LISTED = 100;

/** An evaluation as the schema has it: plain JSON, which a job keeps as it is. */
export type EvaluationDocument = ReturnType<typeof toEvaluation>;

/** @param seed what was drawn by */
export function toEvaluation(head: AlignmentHead, pairs: VectorPairs, found: AlignmentEvaluation, seed: number) {
  const { model, digest, spaceId, cautions } = toAlignmentHead(head);
  return {
    ...{ model, digest, spaceId, seed },
    pairs: found.pairs,
    pairsDigest: pairs.digest,
    leftOut: pairs.leftOut.slice(0, MOST_LISTED).map((line) => ({ line, reason: 'NO_TILE' })),
    leftOutCount: pairs.leftOut.length,
    directions: found.directions.map((one) => ({ direction: one.direction, ...toDirection(one, one.shuffled) })),
    sites: found.sites.map(({ site, members, sameSite, expected, directions }) => ({
      site,
      pairs: members.length,
      directions: directions.map((one) => ({ direction: one.direction, ...toDirection(one, null) })),
      imageShare: sameSite.I2G,
      transcriptomeShare: sameSite.G2I,
      expectedShare: expected,
    })),
    cautions,
  };
}

function toDirection(
  { gallerySize, galleries, recalls, medianRank, intervals }: RetrievalSummary,
  shuffled: readonly number[] | null,
) {
  return {
    ...{ gallerySize, galleries, intervals },
    recalls: recalls.map(({ k, ...figure }, at) => ({ k, ...toFigure(figure), shuffled: shuffled?.[at] ?? null })),
    medianRank: toFigure(medianRank),
  };
}

function toFigure({ value, interval, chance }: Estimate) {
  return { value, interval: interval ? [interval.lower, interval.upper] : null, chance };
}
