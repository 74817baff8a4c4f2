import type { PredictionContextInput } from '#graphql/generated/schema-types';
import type { ModelVersion } from '#model-registry';
import { AnswerStore } from '#gateway/answer-store';
import { CohortCatalog, type CohortRevision } from '#gateway/cohorts';
import { type AnswerScope, answerRowOf } from '#gateway/pipeline';
import { type StatedPlace, type StoredPrediction, StoredPredictions } from '../cohort/index.js';
import { slidePredictionTask } from '../slide-prediction/index.js';

/** Stored questions that are looked at where no cohort is named, the newest. */
const MOST_QUESTIONS = 2_000;
/** Questions that are read in one piece. */
const AT_ONCE = 250;

/** A slide or region under both versions. */
export interface ComparedQuestion {
  /** The item's name, where a cohort was looked at. */
  readonly item: string | null;
  readonly place: StatedPlace;
  readonly before: StoredPrediction;
  readonly after: StoredPrediction;
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

/** Two versions on the same slides, from stored answers alone. */
export class PromotionImpacts {
  constructor(
    private readonly cohorts: CohortCatalog,
    private readonly answers: AnswerStore,
    private readonly stored: StoredPredictions,
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
      cohort === null ? await this.answeredBy(before, scope) : await this.itemsOf(cohort, revision, scope.tenant);
    const questions: ComparedQuestion[] = [];
    for (let from = 0; from < looked.places.length; from += AT_ONCE) {
      scope.signal.throwIfAborted();
      const some = looked.places.slice(from, from + AT_ONCE).map(async ({ item, place }) => {
        const read = (version: ModelVersion) =>
          this.stored.read(version, place, { given: context, under: null }, scope);
        const [one, other] = await Promise.all([read(before), read(after)]);
        return { item, place, before: one, after: other };
      });
      questions.push(...(await Promise.all(some)));
    }
    return { cohort: looked.cohort, questions, isCut: looked.isCut };
  }

  private async itemsOf(id: string, revision: number | null, tenant: string): Promise<Looked> {
    const whole = await this.cohorts.whole(tenant, id, revision);
    const places = whole.items.flatMap(({ key, members, patient }) =>
      members.map((place) => ({ item: key, place: { ...place, patient } })),
    );
    return { cohort: whole.revision, places, isCut: false };
  }

  /** Each slide and region once, however many bags it was asked with. */
  private async answeredBy({ digest }: ModelVersion, { tenant }: AnswerScope): Promise<Looked> {
    const found = await this.answers.newestOf(tenant, slidePredictionTask.kind, digest, MOST_QUESTIONS + 1);
    const nothing = { specimen: null, scanner: null, site: null, patient: null };
    const places = found.slice(0, MOST_QUESTIONS).flatMap((answer) => {
      const { region } = answerRowOf(answer).parameters;
      return answer.slideId === null ? [] : [{ slideId: answer.slideId, region, ...nothing }];
    });
    const different = new Map(places.map((place) => [JSON.stringify([place.slideId, place.region]), place]));
    const isCut = found.length > MOST_QUESTIONS;
    return { cohort: null, places: [...different.values()].map((place) => ({ item: null, place })), isCut };
  }
}

interface Looked {
  readonly cohort: CohortRevision | null;
  readonly places: readonly { readonly item: string | null; readonly place: StatedPlace }[];
  readonly isCut: boolean;
}
