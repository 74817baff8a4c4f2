import { type AnswerStore } from './answer-store/index.js';
import { type Metrics } from './http/index.js';
import { type InferencePipeline, type ModelCalls } from './pipeline/index.js';

/** Figures of questions and stored answers for Prometheus: how often a model need not be asked, and the database not be read. */
export class MetricsOfAnswers {
  constructor(metrics: Metrics, answers: AnswerStore, calls: ModelCalls, { stamp, shadows }: InferencePipeline) {
    const figure = (name: string, help: string, read: () => number): void =>
      metrics.family(name, help, () => [{ labels: {}, value: read() }]);
    figure('questions_asked', 'Questions that went to a model server since the start.', () => calls.read().asked);
    figure(
      'questions_shared',
      'Questions of other operations that took the answer of an identical one under way.',
      () => calls.read().shared,
    );
    figure(
      'answers_differed',
      'Answers whose question another gateway had answered differently.',
      () => stamp.differed,
    );
    metrics.family('shadow_questions', 'Copies of questions for shadow versions, by what became of them.', () =>
      Object.entries(shadows.read()).map(([state, value]) => ({ labels: { state }, value })),
    );
    figure('answer_cache_hits', 'Stored answers that were found in memory.', () => answers.cacheFigures.hits);
    figure('answer_cache_misses', 'Answers that were looked for in the database.', () => answers.cacheFigures.misses);
    figure('answer_cache_evictions', 'Answers that left memory for others.', () => answers.cacheFigures.evictions);
    figure('answer_cache_entries', 'Stored answers in memory.', () => answers.cacheFigures.entries);
    figure('answer_cache_bytes', 'Estimated bytes of stored answers in memory.', () => answers.cacheFigures.bytes);
  }
}
