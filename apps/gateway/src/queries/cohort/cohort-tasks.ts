import { isDomainError } from '#libs/errors';
import type { ModelCard } from '#model-registry';
import type { Task } from '#gateway/pipeline';
import { slideEmbeddingTask } from '../embedding/index.js';
import { slidePredictionTask } from '../slide-prediction/index.js';

const TASKS: readonly Task<unknown>[] = [slidePredictionTask, slideEmbeddingTask];

/** The kind of question about a slide that a version answers. @throws BadUserInput where it answers none, in the words of the first kind */
export function cohortTaskOf(card: ModelCard): Task<unknown> {
  const refusals: unknown[] = [];
  for (const task of TASKS) {
    try {
      task.demand(card);
      return task;
    } catch (error) {
      if (!isDomainError(error)) throw error;
      refusals.push(error);
    }
  }
  throw refusals[0];
}
