import { type AnswerKind } from '#graphql/generated/schema-types';
import { type DomainError, isDomainError } from '#libs/errors';
import { type ModelVersion } from '#model-registry';
import { type FeatureStore } from '#gateway/feature-store';
import { type Slide } from '#gateway/slide-catalog';
import { type AnswerScope } from './answer-scope.js';
import type { LoadedFeatures } from './load-features.js';
import { loadInput } from './load-input.js';
import { type Question } from './question.js';
import { type RawAnswer } from './raw-answer.js';
import { answerIdOf } from './stamp.js';

/** What is stored to a question. */
export type StoredReply =
  /** The answer, as `task.decode` takes it. */
  | {
      readonly kind: 'ANSWER';
      readonly answerId: string;
      readonly slide: Slide;
      readonly features: LoadedFeatures;
      readonly raw: RawAnswer;
    }
  /** Nobody asked yet. The question can be asked: the slide has the features that the version needs. */
  | { readonly kind: 'NOT_ASKED'; readonly answerId: string; readonly slide: Slide; readonly features: LoadedFeatures }
  /** The question cannot be asked of this version: NOT_FOUND, FEATURES_MISSING, FEATURE_CONTRACT_MISMATCH, TOO_FEW_TILES ... */
  | { readonly kind: 'REFUSED'; readonly error: DomainError };

/**
 * Stored answers by their questions, with no model run and no feature read. An answer's id is a digest over what was asked: the kind, the version's
 * digest, and the input's digest, which is of the feature bag and the rows of it that a region selects (`answerIdOf`). So the id of an answer is
 * known before anybody computed it: the slide's bags say which one fits the version, the places of the bag's tiles say which rows a region holds.
 */
export class StoredReplies {
  constructor(private readonly store: FeatureStore) {}

  /**
   * Slides, bags and answers are read by the scope's loaders, 50 ids a statement, whatever the order in which many questions come; a slide is read
   * once for all versions. 1,000 slides under four versions are some 120 statements.
   *
   * @param question its `model` is not looked at: `version` is asked
   * @returns never a rejection with a refusal of the domain that is about this question alone; `REFUSED` instead
   * @throws what the store throws, and Cancelled or DeadlineExceeded of the scope
   */
  async find(kind: AnswerKind, version: ModelVersion, question: Question, scope: AnswerScope): Promise<StoredReply> {
    try {
      return await this.look(kind, version, question, scope);
    } catch (error) {
      if (!isDomainError(error) || error.isRetryable || scope.signal.aborted) throw error;
      return { kind: 'REFUSED', error };
    }
  }

  private async look(
    kind: AnswerKind,
    version: ModelVersion,
    question: Question,
    scope: AnswerScope,
  ): Promise<StoredReply> {
    const slide = await scope.slide(question.slideId);
    const features = await loadInput(this.store, { version, slide, question }, scope);
    const answerId = answerIdOf(kind, version, features);
    const raw = await scope.storedAnswer(answerId);
    return raw ? { kind: 'ANSWER', answerId, slide, features, raw } : { kind: 'NOT_ASKED', answerId, slide, features };
  }
}
