import { type AbsenceReason, type Absent, type Interval, isAbsent } from '#libs/statistics';
import type { Absence, Bounds, StatisticName } from './statistic.types.js';

/** Turns stated absences into null, and keeps why. */
export class Absences {
  private readonly noted: Absence[] = [];

  /** The value, or null with its reason noted under the name. */
  value<T>(statistic: StatisticName, found: T | Absent): T | null {
    if (!isAbsent(found)) return found;
    return this.lacks(statistic, found.reason);
  }

  /** Null, with its reason noted. */
  lacks(statistic: StatisticName, reason: AbsenceReason): null {
    this.noted.push({ statistic, reason, isIntervalOnly: false });
    return null;
  }

  /** The bounds of an interval, or null with its reason noted. */
  bounds(statistic: StatisticName, found: Interval | Absent): Bounds | null {
    if (!isAbsent(found)) return boundsOf(found);
    this.noted.push({ statistic, reason: found.reason, isIntervalOnly: true });
    return null;
  }

  get all(): readonly Absence[] {
    return this.noted;
  }
}

export function boundsOf({ lower, upper }: Interval): Bounds {
  return [lower, upper];
}
