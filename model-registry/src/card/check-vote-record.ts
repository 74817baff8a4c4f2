import type { DocumentProblem } from '#libs/errors';
import type { CalibrationRecord } from './calibration-record.js';
import { expectThat } from './document-problems.js';

/** What tells that a version's scores are shares of votes. */
interface Voting {
  readonly identity: { readonly ensemble?: { readonly combine: string | null } | null };
  readonly artifacts?: readonly { readonly role: string | null }[];
}

/**
 * A record of an ensemble that counts votes (decision 0022). A share of votes is no probability, 0 and 1 among its values: it has no log-odds, so neither a
 * map of them nor a threshold on them can hold, and no prior to be shifted from. Registered frequencies can hold: a threshold on the share, an isotonic map of it.
 */
export function checkVoteRecord(
  { map, operatingPoints, scoreDistribution }: CalibrationRecord,
  { identity, artifacts = [] }: Voting,
): readonly DocumentProblem[] {
  const isVote = identity.ensemble?.combine === 'MAJORITY' && !artifacts.some(({ role }) => role === 'MODEL');
  if (!isVote) return [];
  const inner = map.method === 'prior-shift' ? map.of : map;
  const isOfShares = inner.method === 'isotonic' && inner.scale === 'PROBABILITY';
  return [
    ...expectThat(
      map.method === 'none' || isOfShares,
      '/map',
      'must be none, or isotonic on the scale PROBABILITY, for an ensemble that counts votes: a share of votes has no log-odds',
    ),
    ...operatingPoints.flatMap(({ scale }, i) =>
      expectThat(
        scale !== 'LOGIT',
        `/operatingPoints/${i}/scale`,
        'must not be LOGIT for an ensemble that counts votes: RAW_PROBABILITY is the share of votes',
      ),
    ),
    ...expectThat(
      scoreDistribution?.scale !== 'LOGIT',
      '/scoreDistribution/scale',
      'must be RAW_PROBABILITY for an ensemble that counts votes',
    ),
  ];
}
