import { type Provenance } from '#graphql/generated/schema-types';
import { type ModelVersion } from '#model-registry';
import { type FeatureStore } from '#gateway/feature-store';
import { type Router } from '#gateway/routing';
import { type AnswerScope } from './answer-scope.js';
import { calibrate, type TargetCall } from './calibrate.js';
import { checkInput } from './check-input.js';
import { type DomainReferences } from './domain-references.js';
import { infer } from './infer.js';
import { loadFeatures, type LoadedFeatures } from './load-features.js';
import { type CaseContext, type Question } from './question.js';
import { type RawAnswer } from './raw-answer.js';
import { resolveModel } from './resolve-model.js';
import { answerIdOf, type AnswerStamp } from './stamp.js';
import { type Task } from './task.js';

/** An answer with everything that is known about where it comes from. */
export interface Answered<Value> {
  readonly value: Value;
  readonly calls: readonly TargetCall[];
  readonly raw: RawAnswer;
  readonly features: LoadedFeatures;
  readonly version: ModelVersion;
  readonly provenance: Provenance;
}

/** The answer road. It reads as the eight steps of docs/architecture.md, and holds their order and nothing else. */
export class InferencePipeline {
  constructor(
    private readonly store: FeatureStore,
    private readonly router: Router,
    private readonly references: DomainReferences,
    private readonly stamp: AnswerStamp,
  ) {}

  /** @throws DomainError with the code of whatever stops the question; nothing is answered in part */
  async answer<Value>(
    question: Question,
    context: CaseContext,
    task: Task<Value>,
    scope: AnswerScope,
  ): Promise<Answered<Value>> {
    const startedAt = performance.now();
    const version = resolveModel(scope.snapshot, question.model);
    scope.note(version);
    task.demand(version.card);
    await scope.licences.admit(version);
    const slide = await scope.slide(question.slideId);
    const bag = checkInput(version, slide, await scope.bags(slide.id), question);
    const features = await loadFeatures(this.store, bag, question.region, version, scope.signal);
    const loadMs = performance.now() - startedAt;
    const answerId = answerIdOf(task.kind, version, features);
    const raw = await infer({ task, version, features, answerId, router: this.router }, this.references, scope);
    const { value, scores } = task.decode(raw, version.card);
    const calls = calibrate(version, scores, raw.domain, context);
    const timings = { loadMs, inferMs: raw.isReused ? 0 : raw.inferMs, totalMs: performance.now() - startedAt };
    const provenance = await this.stamp.apply({ task, version, slide, features, raw, calls, timings }, scope);
    return { value, calls, raw, features, version, provenance };
  }

  /** The distance beyond which a version's domain guard refuses. */
  domainLimit({ version }: Answered<unknown>): Promise<number> {
    return this.references.distanceAt(version, version.card.domain?.limitPercentile ?? 100);
  }
}
