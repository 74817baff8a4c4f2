import type { PredictionContextInput } from '#graphql/generated/schema-types';
import { BadUserInput, type DomainError, isDomainError } from '#libs/errors';
import type { Json } from '#libs/database';
import type { ModelVersion } from '#model-registry';
import type { CohortMember } from '#gateway/cohorts';
import { type Answered, type AnswerScope, InferencePipeline, StoredReplies, type StoredReply } from '#gateway/pipeline';
import { type CaseContext } from '#gateway/targets';
import { caseContext } from '../question-input.js';
import { type PredictionParent, predictionParent, slidePredictionTask } from '../slide-prediction/index.js';
import { askedOf, cohortTaskOf } from './cohort-tasks.js';

/** Why one item of many has no result. */
export interface ItemError {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly facts: Json;
}

/** What is stored about a slide or region under one version, with the calls of today. */
export interface StoredPrediction {
  readonly state: 'ANSWERED' | 'NOT_ASKED' | 'REFUSED' | 'FAILED';
  readonly answered: Answered<unknown> | null;
  /** The same as the schema has it, made when it is asked for. */
  readonly prediction: (() => PredictionParent) | null;
  /** The case by which its calls were made. */
  readonly context: CaseContext | null;
  readonly answerId: string | null;
  readonly error: ItemError | null;
}

/** By what stored answers are called. */
export interface CallBy {
  /** What the caller says of the case: it goes before what is stated. */
  readonly given: PredictionContextInput | null;
  /** Id of the one calibration record to call by; null for the one that fits each case. */
  readonly under: string | null;
}

interface ReadBy {
  readonly by: CallBy;
  readonly scope: AnswerScope;
  /** The case, where it is not that of the slide alone. */
  readonly context?: CaseContext;
}

/** A slide or region, and what is stated about it: it goes before what the slide says. */
export type StatedPlace = CohortMember & { readonly patient: string | null };

const NOTHING = { answered: null, prediction: null, context: null, answerId: null } as const;

/** Stored answers with today's calls, by the same road as single questions: the stored raw answer stands in for the model. */
export class StoredPredictions {
  constructor(
    private readonly replies: StoredReplies,
    private readonly pipeline: InferencePipeline,
  ) {}

  /** @throws BadUserInput for a context that no case can have; StoreUnavailable. Whether the caller may use the version is asked before */
  async read(version: ModelVersion, place: StatedPlace, by: CallBy, scope: AnswerScope): Promise<StoredPrediction> {
    const { kind } = cohortTaskOf(version.card);
    const question = { slideId: place.slideId, region: place.region, features: null, model: version.ref };
    return this.called(await this.replies.find(kind, version, question, scope), version, place, { by, scope });
  }

  /** The same for a reply that was read already. */
  async called(
    reply: StoredReply,
    version: ModelVersion,
    place: StatedPlace,
    { by, scope, context: known }: ReadBy,
  ): Promise<StoredPrediction> {
    if (reply.kind === 'REFUSED') return { ...NOTHING, state: 'REFUSED', error: toItemError(reply.error) };
    if (reply.kind === 'NOT_ASKED') return { ...NOTHING, state: 'NOT_ASKED', error: null };
    const { answerId, slide, features } = reply;
    const asked = askedOf(version, scope.snapshot);
    if (asked.kind !== slidePredictionTask.kind)
      return { ...NOTHING, state: 'ANSWERED', answerId: asked.versions.length > 1 ? null : answerId, error: null };
    const calibration = by.under === null ? {} : { calibration: { id: by.under, target: null } };
    const pinned = { slideId: slide.id, model: version.ref, region: place.region, features: features.bag.digest };
    const question = { ...pinned, ...calibration };
    const context = known ?? caseContext(slide, contextOf(place, by.given));
    try {
      const stored = { task: slidePredictionTask, version, slide, features, raw: reply.raw };
      const answered = await this.pipeline.readStored(stored, question, context, scope);
      const prediction = (): PredictionParent =>
        predictionParent(question, context, answered, () => this.pipeline.domainLimit(answered));
      return { state: 'ANSWERED', answered, prediction, context, answerId, error: null };
    } catch (error) {
      // What is wrong with the context is wrong for the whole request.
      if (!isDomainError(error) || error.isRetryable || error instanceof BadUserInput) throw error;
      return { ...NOTHING, state: 'FAILED', answerId, error: toItemError(error) };
    }
  }
}

/** What is stated of a place goes before what its slide says, and what the caller says before both. */
export function contextOf(
  { specimen, scanner, site, patient }: StatedPlace,
  given: PredictionContextInput | null,
): PredictionContextInput {
  return {
    ...given,
    specimen: given?.specimen ?? specimen,
    scanner: given?.scanner ?? scanner,
    site: given?.site ?? site,
    patient: given?.patient ?? patient,
  };
}

export function toItemError({ code, message, isRetryable, facts }: DomainError): ItemError {
  return { code, message, retryable: isRetryable, facts: JSON.parse(JSON.stringify(facts)) };
}
