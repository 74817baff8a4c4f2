import type { CompareVersionsInput } from '#graphql/generated/schema-types';
import { BadUserInput, VersionsNotComparable } from '#libs/errors';
import { parseModelRef, type ModelVersion } from '#model-registry';
import type { AnswerScope } from '#gateway/pipeline';
import { cohortTaskOf } from '../cohort/index.js';

const MOST_VERSIONS = 8;

/** The versions that are to be compared, which the caller may use, and the one kind of question that they answer. */
export interface ComparedVersions {
  readonly kind: ReturnType<typeof cohortTaskOf>['kind'];
  readonly versions: readonly ModelVersion[];
}

/**
 * Resolves what is named. The operation's audit row has every version.
 * @throws BadUserInput for another number of versions or one that is named twice, VersionsNotComparable for versions of different tasks; ModelNotFound, LicenceRefused ...
 */
export async function comparedVersions(
  { models }: CompareVersionsInput,
  scope: AnswerScope,
): Promise<ComparedVersions> {
  if (models.length < 2 || models.length > MOST_VERSIONS)
    throw new BadUserInput('input.models', `must name 2 to ${MOST_VERSIONS} versions`);
  const versions = models.map((ref) => scope.snapshot.resolve(parseModelRef(ref), 'input.models'));
  if (new Set(versions.map(({ ref }) => ref)).size < versions.length)
    throw new BadUserInput('input.models', 'must name different versions: two of the references are one version', {
      resolved: versions.map(({ ref }) => ref),
    });
  const kinds = versions.map(({ card }) => cohortTaskOf(card).kind);
  const [kind] = kinds;
  if (new Set(kinds).size > 1 || !kind)
    throw new VersionsNotComparable(
      'task',
      versions.map(({ ref }, i) => ({ ref, found: kinds[i] ?? '' })),
    );
  for (const version of versions) {
    scope.note(version);
    await scope.licences.admit(version);
  }
  return { kind, versions };
}
