import type { PredictionContextInput } from '#graphql/generated/schema-types';
import type { ModelVersion } from '#model-registry';
import { CohortCatalog, type CohortItem, type CohortRevision, joinsSlides } from '#gateway/cohorts';
import type { AnswerScope } from '#gateway/pipeline';
import { CohortPredictions, type ItemPrediction, type MemberPrediction } from '../cohort/index.js';
import { slidePredictionTask } from '../slide-prediction/index.js';
import { AnsweredItems } from './answered-items.js';

/** Items that are read in one piece. */
const AT_ONCE = 250;

/** What is compared: a slide, a region, or all slides of a patient as one. */
export interface ComparedQuestion {
  /** The item's name, where a cohort was looked at. */
  readonly item: string | null;
  /** One slide or region, or several of a patient. */
  readonly places: CohortItem['members'];
  readonly before: QuestionReading;
  readonly after: QuestionReading;
}

/** What a version says to a question: null for calls where it has no answer. */
export interface QuestionReading extends Pick<ItemPrediction, 'calls' | 'answerIds'> {
  /** Code of a refusal, where there is one. */
  readonly code: string | null;
}

/** What was looked at. */
export interface ComparedQuestions {
  readonly cohort: CohortRevision | null;
  readonly questions: readonly ComparedQuestion[];
  /** Whether there are more stored questions than were looked at. */
  readonly isCut: boolean;
}

/** Which cohort, which case. */
export interface ImpactInput {
  readonly cohort: string | null;
  readonly revision: number | null;
  readonly context: PredictionContextInput | null;
}

/** Two versions on the same slides and patients, from stored answers alone. */
export class PromotionImpacts {
  constructor(
    private readonly cohorts: CohortCatalog,
    private readonly answered: AnsweredItems,
    private readonly stored: CohortPredictions,
  ) {}

  /**
   * Looks at the items of a cohort, or at what the version before has answered.
   * @throws BadUserInput for versions that predict no targets of slides; NotFound, LicenceRefused, StoreUnavailable
   */
  async compare(
    before: ModelVersion,
    after: ModelVersion,
    { cohort, revision, context }: ImpactInput,
    scope: AnswerScope,
  ): Promise<ComparedQuestions> {
    for (const version of [before, after]) {
      slidePredictionTask.demand(version.card);
      scope.note(version);
      await scope.licences.admit(version);
    }
    const looked =
      cohort === null
        ? await this.answered.by(before, scope)
        : { ...(await this.cohorts.whole(scope.tenant, cohort, revision)), isCut: false };
    const questions: ComparedQuestion[] = [];
    for (let from = 0; from < looked.items.length; from += AT_ONCE) {
      scope.signal.throwIfAborted();
      const some = looked.items.slice(from, from + AT_ONCE);
      const read = (version: ModelVersion) =>
        this.stored.read(looked.revision, some, version, { given: context, under: null }, scope);
      const [ones, others] = await Promise.all([read(before), read(after)]);
      for (const [i, one] of ones.entries()) {
        const other = others[i];
        if (other) questions.push(...questionsOf(one, other, { before, after, isNamed: cohort !== null }));
      }
    }
    return { cohort: looked.revision, questions, isCut: looked.isCut };
  }
}

interface Versions {
  readonly before: ModelVersion;
  readonly after: ModelVersion;
  /** Whether items have names. */
  readonly isNamed: boolean;
}

/** The patient as a whole, where the card of either version makes one answer of several slides; else slide by slide. */
function questionsOf(
  one: ItemPrediction,
  other: ItemPrediction,
  { before, after, isNamed }: Versions,
): readonly ComparedQuestion[] {
  const item = isNamed ? one.item.key : null;
  const { members } = one.item;
  if (members.length > 1 && (isOfPatients(before) || isOfPatients(after)))
    return [{ item, places: members, before: ofItem(one), after: ofItem(other) }];
  return one.members.flatMap((member, i) => {
    const same = other.members[i];
    return same ? [{ item, places: [member.member], before: ofMember(member), after: ofMember(same) }] : [];
  });
}

/** Whether several slides of a patient come to one call. */
function isOfPatients(version: ModelVersion): boolean {
  return joinsSlides(version) || version.card.input.patientAggregation === 'MEAN_SLIDES';
}

function ofItem({ calls, answerIds, error }: ItemPrediction): QuestionReading {
  return { calls, answerIds, code: error?.code ?? null };
}

function ofMember({ answered, answerId, error }: MemberPrediction): QuestionReading {
  const answerIds = answerId === null ? [] : [answerId];
  return { calls: answered?.calls ?? null, answerIds, code: error?.code ?? null };
}
