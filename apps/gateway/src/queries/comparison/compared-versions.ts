import type { CompareVersionsInput } from '#graphql/generated/schema-types';
import { BadUserInput, VersionsNotComparable } from '#libs/errors';
import { parseModelRef, type ModelVersion } from '#model-registry';
import type { AnswerScope } from '#gateway/pipeline';
import type { PredictionImport } from '#gateway/cohorts';
import { cohortTaskOf } from '../cohort/index.js';
import { slidePredictionTask } from '../slide-prediction/index.js';

const MOST_VERSIONS = 8;
/** What can be imported. */
const SCORES = slidePredictionTask.kind;

/** The versions that are to be compared, which the caller may use, and the one kind of question that they answer. */
export interface ComparedVersions {
  readonly kind: ReturnType<typeof cohortTaskOf>['kind'];
  readonly versions: readonly ModelVersion[];
  /** Scores of versions that were computed elsewhere. */
  readonly imports: readonly PredictionImport[];
}

/**
 * Resolves what is named. The operation's audit row has every version.
 * @throws BadUserInput for another number of versions or one that is named twice, VersionsNotComparable for versions of different tasks; ModelNotFound, LicenceRefused ...
 */
export async function comparedVersions(
  { models, imports = [] }: CompareVersionsInput,
  scope: AnswerScope,
  importOf: (id: string) => Promise<PredictionImport>,
): Promise<ComparedVersions> {
  const count = models.length + imports.length;
  if (count < 2 || count > MOST_VERSIONS)
    throw new BadUserInput('input.models', `must name 2 to ${MOST_VERSIONS} versions, with \`input.imports\``);
  if (new Set(imports).size < imports.length) throw new BadUserInput('input.imports', 'must name different imports');
  const versions = models.map((ref) => scope.snapshot.resolve(parseModelRef(ref), 'input.models'));
  if (new Set(versions.map(({ ref }) => ref)).size < versions.length)
    throw new BadUserInput('input.models', 'must name different versions: two of the references are one version', {
      resolved: versions.map(({ ref }) => ref),
    });
  const brought = await Promise.all(imports.map(importOf));
  const kinds = [...versions.map(({ card }) => cohortTaskOf(card).kind), ...brought.map(() => SCORES)];
  const [kind] = kinds;
  if (new Set(kinds).size > 1 || !kind)
    throw new VersionsNotComparable(
      'task',
      kinds.map((found, i) => ({ ref: versions[i]?.ref ?? brought[i - versions.length]?.id ?? '', found })),
    );
  for (const version of versions) {
    scope.note(version);
    await scope.licences.admit(version);
  }
  return { kind, versions, imports: brought };
}
