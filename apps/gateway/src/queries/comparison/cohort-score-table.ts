import type { ComparedScale } from '#graphql/generated/schema-types';
import { CALL, type LeftOutRow, type ScoreColumn, type ScoreTable } from '#libs/comparison';
import type { WholeCohort } from '#gateway/cohorts';
import type { CohortOutcome } from './cohort-outcome.js';
import { type ItemStrata, stratify } from './cohort-strata.js';
import type { ScoresOfVersions } from './comparable.js';
import type { ItemScore, VersionScore } from './version-score.js';

/** How the items of a cohort become rows. */
export interface TableOfCohort {
  readonly versions: ScoresOfVersions;
  readonly scale: ComparedScale;
  readonly outcome: CohortOutcome;
  readonly strata: readonly ItemStrata[];
  /** Whether calls are compared, too. */
  readonly withCalls: boolean;
}

/** The items that every version has scored from the same features, and the others with what they lack. */
export function cohortScoreTable(
  { items }: WholeCohort,
  parts: TableOfCohort,
): { readonly table: ScoreTable; readonly leftOut: readonly LeftOutRow[] } {
  const { versions, scale, outcome, strata, withCalls } = parts;
  const leftOut: LeftOutRow[] = [];
  const kept: number[] = [];
  items.forEach(({ key }, item) => {
    const missing = [
      ...lackingVersions(versions, item, scale),
      ...(outcome.isStated(item) ? [] : [{ name: outcome.name ?? 'label', reason: 'MISSING' }]),
    ];
    if (missing.length === 0) kept.push(item);
    else leftOut.push({ item: key, missing });
  });
  const table: ScoreTable = {
    items: kept.map((item) => items[item]?.key ?? ''),
    outcome: outcome.of(kept),
    patients: items.some(({ patient }) => patient !== null)
      ? patientsOf(
          items.map(({ patient }) => patient),
          kept,
        )
      : null,
    stratifications: strata.map((by) => stratify(by, kept)),
    scores: versions.map(({ ref, scores }) =>
      columnOf(
        ref,
        kept.map((item) => scores[item]),
        scale,
        withCalls,
      ),
    ),
  };
  return { table, leftOut };
}

/** Which versions lack the item, or answered it from other features than the first that answered. */
function lackingVersions(versions: ScoresOfVersions, item: number, scale: ComparedScale): LeftOutRow['missing'] {
  const digests = versions.map(({ scores }) => {
    const score = scores[item];
    return score?.kind === 'SCORED' ? score.inputDigest : null;
  });
  const digest = digests.find((one) => one !== null) ?? null;
  return versions.flatMap(({ ref, scores }) => {
    const score = scores[item];
    const reason = whyMissing(score, scale, digest);
    const message = score?.kind === 'MISSING' ? score.message : null;
    return reason === null ? [] : [{ name: ref, reason, ...(message === null ? {} : { message }) }];
  });
}

function whyMissing(score: ItemScore | undefined, scale: ComparedScale, digest: string | null): string | null {
  if (!score) return 'NOT_ASKED';
  if (score.kind === 'MISSING') return score.reason;
  if (score.inputDigest !== null && score.inputDigest !== digest) return 'OTHER_FEATURES';
  return score[scale] === null ? score.call : null;
}

function columnOf(
  name: string,
  scores: readonly (ItemScore | undefined)[],
  scale: ComparedScale,
  withCalls: boolean,
): ScoreColumn {
  const known = scores.filter((score): score is VersionScore => score?.kind === 'SCORED');
  const values = Float64Array.from(known, (score) => score[scale] ?? NaN);
  const isCalled = withCalls && known.some(({ call }) => call !== 'UNCALIBRATED');
  return {
    name,
    values,
    probabilities: scale === 'VALUE' ? null : values,
    calls: isCalled ? Uint8Array.from(known, ({ call }) => codeOf(call)) : null,
    // Each case has the threshold of the record that holds for it.
    threshold: null,
  };
}

function codeOf(call: VersionScore['call']): number {
  if (call === 'POSITIVE') return CALL.POSITIVE;
  return call === 'NEGATIVE' ? CALL.NEGATIVE : CALL.NONE;
}

/** An item without a code is a patient of its own. */
function patientsOf(codes: readonly (string | null)[], kept: readonly number[]): Uint32Array {
  const known = new Map<string, number>();
  return Uint32Array.from(kept, (item) => {
    const key = codes[item] === null ? `item ${item}` : `patient ${codes[item]}`;
    const code = known.get(key) ?? known.size;
    known.set(key, code);
    return code;
  });
}
