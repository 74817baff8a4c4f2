import { isDomainError } from '#libs/errors';
import type { ModelCard, ModelVersion, RegistrySnapshot } from '#model-registry';
import type { AskedTask } from '#gateway/cohorts';
import type { Task } from '#gateway/pipeline';
import { markerEmbeddingTask, slideEmbeddingTask } from '../embedding/index.js';
import { expressionMembers, expressionTasks, pathwayTasks } from '../expression/index.js';
import { slidePredictionTask } from '../slide-prediction/index.js';

const OF_EXPRESSION: readonly Task<unknown>[] = [expressionTasks.TILE, expressionTasks.SLIDE];
const OF_PATHWAYS: readonly Task<unknown>[] = [pathwayTasks.TILE, pathwayTasks.SLIDE];
const TASKS: readonly Task<unknown>[] = [
  slidePredictionTask,
  slideEmbeddingTask,
  markerEmbeddingTask,
  ...OF_EXPRESSION,
  ...OF_PATHWAYS,
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

/** Whether answers are expression of genes. */
export function isOfExpression(kind: string): boolean {
  return OF_EXPRESSION.some((task) => task.kind === kind);
}

/** Whether answers are scores of pathways. */
export function isOfPathways(kind: string): boolean {
  return OF_PATHWAYS.some((task) => task.kind === kind);
}

/** Whether answers are expression or scores of pathways: then those of an ensemble are read from the answers of its members. */
export function isProfile(kind: string): boolean {
  return isOfExpression(kind) || isOfPathways(kind);
}

/** What is asked when a version is asked about a cohort. @throws BadUserInput, ModelNotReady */
export function askedOf(version: ModelVersion, snapshot: RegistrySnapshot): AskedTask {
  const task = cohortTaskOf(version.card);
  const versions = isProfile(task.kind) ? expressionMembers(version, snapshot) : [version];
  return { task, kind: task.kind, version, versions };
}
