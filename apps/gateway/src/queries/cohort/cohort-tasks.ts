import { isDomainError } from '#libs/errors';
import type { ModelCard, ModelVersion, RegistrySnapshot } from '#model-registry';
import type { AskedTask } from '#gateway/cohorts';
import type { Task } from '#gateway/pipeline';
import { markerEmbeddingTask, slideEmbeddingTask } from '../embedding/index.js';
import { expressionMembers, expressionTasks } from '../expression/index.js';
import { slidePredictionTask } from '../slide-prediction/index.js';

const OF_EXPRESSION: readonly Task<unknown>[] = [expressionTasks.TILE, expressionTasks.SLIDE];
const TASKS: readonly Task<unknown>[] = [
  slidePredictionTask,
  slideEmbeddingTask,
  markerEmbeddingTask,
  ...OF_EXPRESSION,
];

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

/** Whether answers are expression: then those of an ensemble are read from the answers of its members. */
export function isOfExpression(kind: string): boolean {
  return OF_EXPRESSION.some((task) => task.kind === kind);
}

/** What is asked when a version is asked about a cohort. @throws BadUserInput, ModelNotReady */
export function askedOf(version: ModelVersion, snapshot: RegistrySnapshot): AskedTask {
  const task = cohortTaskOf(version.card);
  const versions = isOfExpression(task.kind) ? expressionMembers(version, snapshot) : [version];
  return { task, kind: task.kind, version, versions };
}
