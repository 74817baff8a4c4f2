import type { ComparedScale } from '#graphql/generated/schema-types';
import { BadUserInput, VersionsNotComparable } from '#libs/errors';
import { type CardTarget, isCountingVotes, type ModelVersion } from '#model-registry';
import type { ItemScore, VersionScore } from './version-score.js';

/** What is compared: one target of all versions, and one class of it where it has several. */
export interface ComparedTarget {
  readonly name: string;
  readonly kind: CardTarget['kind'];
  /** null where the target has two classes, or none */
  readonly className: string | null;
}

/** The target that all versions share. @throws BadUserInput for a target or class that is not there, VersionsNotComparable */
export function comparedTarget(
  versions: readonly ModelVersion[],
  asked: { readonly target: string | null; readonly className: string | null },
): ComparedTarget {
  const own = versions[0]?.card.output.targets ?? [];
  const [only, ...others] = own;
  const name = asked.target ?? (others.length === 0 ? only?.name : undefined);
  if (name === undefined)
    throw new BadUserInput('input.target', 'must be named: the versions have several', {
      targets: own.map((target) => target.name),
    });
  const found = versions.map(({ card }) => card.output.targets.find((target) => target.name === name));
  const [first] = found;
  if (new Set(found.map(describeTarget)).size > 1 || !first)
    throw new VersionsNotComparable(
      'target',
      versions.map(({ ref, card }, i) => ({
        ref,
        found: describeTarget(found[i]) ?? targetNames(card.output.targets),
      })),
    );
  return { name, kind: first.kind, className: classOf(first, asked.className) };
}

/** What must be the same: the name says what is predicted, the rest how its numbers are to be read. */
function describeTarget(target: CardTarget | undefined): string | null {
  if (!target) return null;
  const { name, kind, classes, positiveClass, unit, direction } = target;
  const parts = [
    kind,
    positiveClass && `positive ${positiveClass}`,
    unit && `in ${unit}`,
    classes?.join(', '),
    direction,
  ];
  return `${name}: ${parts.filter((part) => part !== null && part !== undefined && part !== '').join('; ')}`;
}

function targetNames(targets: readonly CardTarget[]): string {
  return targets.map(({ name }) => name).join(', ') || 'no target';
}

function classOf({ kind, classes }: CardTarget, asked: string | null): string | null {
  const isMany = kind === 'MULTICLASS' || kind === 'ORDINAL';
  if (!isMany && asked !== null) throw new BadUserInput('input.class', 'is for a target with several classes');
  if (isMany && (asked === null || !classes?.includes(asked)))
    throw new BadUserInput('input.class', 'must name the class that is held against the rest', { classes });
  return asked;
}

/** Scores of versions, an array for each, an element an item. */
export type ScoresOfVersions = readonly { readonly ref: string; readonly scores: readonly ItemScore[] }[];

/** The scale that is compared. @throws VersionsNotComparable where some versions have calibrated probabilities and others have none; BadUserInput */
export function comparedScale(
  { kind }: ComparedTarget,
  versions: ScoresOfVersions,
  asked: ComparedScale | null,
): ComparedScale {
  const isValue = kind === 'SCALAR' || kind === 'RISK';
  if (asked !== null && isValue !== (asked === 'VALUE'))
    throw new BadUserInput(
      'input.scale',
      isValue ? 'must be VALUE for values and risks' : 'must not be VALUE for classes',
    );
  if (isValue) return 'VALUE';
  if (asked !== null) return asked;
  const answered = versions.filter(({ scores }) => scores.some(({ kind: is }) => is === 'SCORED'));
  const scales = answered.map(({ scores }) =>
    scored(scores).some((one) => one.CALIBRATED_PROBABILITY !== null) ? 'CALIBRATED_PROBABILITY' : 'RAW_PROBABILITY',
  );
  if (new Set(scales).size > 1)
    throw new VersionsNotComparable(
      'scale',
      answered.map(({ ref }, i) => ({ ref, found: scales[i] ?? '' })),
    );
  return scales[0] ?? 'CALIBRATED_PROBABILITY';
}

/** A share of votes and a raw probability are two scales, though both run from 0 to 1. @throws VersionsNotComparable */
export function checkVotes(versions: readonly ModelVersion[], scale: ComparedScale): void {
  const found = versions.map(({ card }) => (isCountingVotes(card) ? 'SHARE_OF_VOTES' : 'RAW_PROBABILITY'));
  if (scale === 'RAW_PROBABILITY' && new Set(found).size > 1)
    throw new VersionsNotComparable(
      'scale',
      versions.map(({ ref }, i) => ({ ref, found: found[i] ?? '' })),
    );
}

/** Whether, item by item, the calls of all versions rest on records that hold for the same stratum. */
export function strataAgree(versions: ScoresOfVersions): boolean {
  return differingStrata(versions) === null;
}

/** @throws VersionsNotComparable with the first item's strata where they differ */
export function checkStrata(versions: ScoresOfVersions): void {
  const differing = differingStrata(versions);
  if (differing) throw new VersionsNotComparable('stratum', differing);
}

function differingStrata(
  versions: ScoresOfVersions,
): readonly { readonly ref: string; readonly found: string }[] | null {
  const count = versions[0]?.scores.length ?? 0;
  for (let item = 0; item < count; item++) {
    const found = versions.flatMap(({ ref, scores }) => {
      const score = scores[item];
      return score?.kind === 'SCORED' && score.record
        ? [{ ref, found: `${score.record.id} holds for ${score.record.stratum}`, stratum: score.record.stratum }]
        : [];
    });
    if (new Set(found.map(({ stratum }) => stratum)).size > 1)
      return found.map(({ ref, found: of }) => ({ ref, found: of }));
  }
  return null;
}

/** The scores that there are. */
export function scored(scores: readonly ItemScore[]): readonly VersionScore[] {
  return scores.flatMap((score) => (score.kind === 'SCORED' ? [score] : []));
}
