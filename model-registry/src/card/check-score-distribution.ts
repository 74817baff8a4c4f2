import type { DocumentProblem } from '#libs/errors';
import type { CalibrationRecord } from './calibration-record.js';
import { expectThat } from './document-problems.js';
import type { CardTarget } from './model-card.js';

const SUM_TOLERANCE = 1e-6;
const SCALES: Readonly<Record<CardTarget['kind'], readonly string[]>> = {
  BINARY: ['LOGIT', 'RAW_PROBABILITY'],
  MULTICLASS: ['LOGIT', 'RAW_PROBABILITY'],
  ORDINAL: ['LOGIT', 'RAW_PROBABILITY'],
  SCALAR: ['VALUE'],
  RISK: ['RISK'],
};

/** A distribution that a cohort can be compared with: bins that rise, shares that sum to one, on a scale that the target's score has. */
export function checkScoreDistribution(
  { scoreDistribution }: CalibrationRecord,
  target: Pick<CardTarget, 'kind'> | undefined,
): readonly DocumentProblem[] {
  if (!scoreDistribution) return [];
  const { edges, shares, scale } = scoreDistribution;
  const sum = shares.reduce((total, share) => total + share, 0);
  const rises = edges.every((edge, index) => index === 0 || edge > (edges[index - 1] ?? Infinity));
  const at = '/scoreDistribution';
  return [
    ...expectThat(rises, `${at}/edges`, 'must rise'),
    ...expectThat(shares.length === edges.length + 1, `${at}/shares`, 'must be one more than `edges`'),
    ...expectThat(Math.abs(sum - 1) <= SUM_TOLERANCE, `${at}/shares`, 'must sum to 1'),
    ...expectThat(
      target === undefined || SCALES[target.kind].includes(scale),
      `${at}/scale`,
      "must be a scale that the target's score has",
    ),
  ];
}
