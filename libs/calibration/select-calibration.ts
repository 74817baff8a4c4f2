/** The parts of a stratum. `null` or 'ANY' in a record: holds for every value. */
export interface Stratum {
  readonly specimen: string | null;
  readonly scanner: string | null;
  readonly site: string | null;
}

/** What is known of the slide that is asked about; a part that is not known is null or left out. */
export type StratumContext = { readonly [Part in keyof Stratum]?: string | null };

/** What selection needs of a calibration record; records carry more. */
export interface SelectableCalibration {
  readonly id: string;
  readonly stratum: Stratum;
  /** ISO 8601 */
  readonly createdAt: string;
  readonly isRetired: boolean;
}

/** The chosen record, and whether its stratum holds for the context or the version declared it as a fallback: the answer says which. */
export interface SelectedCalibration<Calibration> {
  readonly record: Calibration;
  readonly reason: 'STRATUM' | 'FALLBACK';
}

const PARTS = ['specimen', 'scanner', 'site'] as const;

/**
 * Which calibration record applies to a context. A record holds when each part of its stratum is ANY or equals the context's; a part that the
 * context does not know is met by ANY only. Of several that hold, the one with the most named parts; of those, the newest; of those, the one
 * whose id sorts first. When none holds, the first of `fallback` that exists. A retired record is never chosen.
 * @param fallback ids in the order that the model version declares
 * @returns undefined when there is none: the score stays UNCALIBRATED
 */
export function selectCalibration<Calibration extends SelectableCalibration>(
  records: readonly Calibration[],
  context: StratumContext,
  fallback: readonly string[] = [],
): SelectedCalibration<Calibration> | undefined {
  const active = records.filter((record) => !record.isRetired);
  const [best] = active.filter((record) => holds(record.stratum, context)).sort(byPrecedence);
  if (best) return { record: best, reason: 'STRATUM' };
  for (const id of fallback) {
    const record = active.find((candidate) => candidate.id === id);
    if (record) return { record, reason: 'FALLBACK' };
  }
  return undefined;
}

function holds(stratum: Stratum, context: StratumContext): boolean {
  return PARTS.every((part) => isAny(stratum[part]) || stratum[part] === context[part]);
}

function byPrecedence(a: SelectableCalibration, b: SelectableCalibration): number {
  const newest = Date.parse(b.createdAt) - Date.parse(a.createdAt);
  return namedParts(b.stratum) - namedParts(a.stratum) || newest || (a.id < b.id ? -1 : 1);
}

function namedParts(stratum: Stratum): number {
  return PARTS.filter((part) => !isAny(stratum[part])).length;
}

function isAny(value: string | null): boolean {
  return value === null || value === 'ANY';
}
