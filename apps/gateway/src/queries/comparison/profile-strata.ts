import {
  compareProfilesOffThread,
  type ProfileComparisonTask,
  type ProfilePair,
  type ThreadOptions,
} from '#libs/comparison';
import { BadUserInput } from '#libs/errors';
import type { Stratum } from './cohort-strata.js';

/** Versions feature by feature, over some of the items. */
export interface ProfileStratum {
  readonly stratification: string;
  readonly level: string | null;
  readonly n: number;
  readonly pairs: readonly ProfilePair[];
}

/** Versions feature by feature, over all items, and again over those of each stratum. */
export interface ProfilesCompared {
  readonly pairs: readonly ProfilePair[];
  readonly strata: readonly ProfileStratum[];
}

/** Pairs of versions by feature and stratum that are held in memory: each has some hundred bytes. */
const MOST_AGREEMENTS = 2_000_000;

/**
 * Correlations and differences have no test here, so that there is nothing to adjust over strata.
 * @throws BadUserInput where there are too many strata for so many features; Cancelled, DeadlineExceeded
 */
export async function compareInStrata(
  task: ProfileComparisonTask,
  strata: readonly Stratum[],
  thread: ThreadOptions,
): Promise<ProfilesCompared> {
  const { tables } = task;
  const agreements = ((tables[0]?.rows.length ?? 0) * tables.length * (tables.length - 1)) / 2;
  if (agreements * (1 + strata.length) > MOST_AGREEMENTS && strata.length > 0)
    throw new BadUserInput('input.strata', 'has too many strata for so many genes and versions: ask by fewer of them', {
      ...{ strata: strata.length, most: Math.floor(MOST_AGREEMENTS / agreements) - 1 },
    });
  const pairs = await compareProfilesOffThread(task, thread);
  const each: ProfileStratum[] = [];
  for (const { stratification, level, positions } of strata)
    each.push({
      ...{ stratification, level, n: positions.length },
      pairs: await compareProfilesOffThread({ ...task, items: positions }, thread),
    });
  return { pairs, strata: each };
}
