import { type Provenance } from '#graphql/generated/schema-types';
import { type ModelVersion } from '#model-registry';
import { type FeatureStore } from '#gateway/feature-store';
import { type AnswerScope } from './answer-scope.js';
import { calibrate, type TargetCall } from './calibrate.js';
import { checkInput } from './check-input.js';
import { type DomainReferences } from './domain-references.js';
import { infer } from './infer.js';
import { loadFeatures, type LoadedFeatures } from './load-features.js';
import { type ModelCalls } from './model-calls.js';
import { type CaseContext, type Question } from './question.js';
import { type RawAnswer } from './raw-answer.js';
import { fallbacksOf, resolveModel, type Resolved, shadowOf } from './resolve-model.js';
import { ShadowRuns } from './shadow-runs.js';
import { answerIdOf, type AnswerStamp, provenanceOf } from './stamp.js';
import { type Task } from './task.js';
import { withFallback } from './with-fallback.js';

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
  /** Copies of questions to shadow versions. */
  readonly shadows = new ShadowRuns();

  constructor(
    private readonly store: FeatureStore,
    private readonly calls: ModelCalls,
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
    const resolved = resolveModel(scope.snapshot, question.model, question.slideId);
    const fallbacks = question.allowFallback === true ? fallbacksOf(resolved) : [];
    const ask = (version: ModelVersion): Promise<Answered<Value>> =>
      this.answerBy(version, question, context, task, scope);
    const { value, isFallback } = await withFallback(resolved.version, fallbacks, ask);
    this.shadow(resolved, question, context, task, scope);
    const rollout = armShown(resolved, isFallback) ?? null;
    return { ...value, provenance: { ...value.provenance, rollout } };
  }

  private async answerBy<Value>(
    version: ModelVersion,
    question: Question,
    context: CaseContext,
    task: Task<Value>,
    scope: AnswerScope,
  ): Promise<Answered<Value>> {
    const startedAt = performance.now();
    scope.note(version);
    task.demand(version.card);
    await scope.licences.admit(version);
    const slide = await scope.slide(question.slideId);
    const bag = checkInput(version, slide, await scope.bags(slide.id), question);
    const features = await loadFeatures(this.store, bag, question.region, version, scope.signal);
    const loadMs = performance.now() - startedAt;
    const answerId = answerIdOf(task.kind, version, features);
    const asked = await infer({ task, version, features, answerId, calls: this.calls }, this.references, scope);
    try {
      const read = (raw: RawAnswer): Pick<Answered<Value>, 'raw' | 'value' | 'calls'> => {
        const { value, scores } = task.decode(raw, version.card);
        return { raw, value, calls: calibrate(version, scores, raw.domain, context) };
      };
      const first = read(asked);
      const kept = await this.stamp.keep({ task, version, slide, features, raw: asked }, scope);
      const { raw, value, calls } = kept === asked ? first : read(kept);
      const timings = { loadMs, inferMs: raw.isReused ? 0 : raw.inferMs, totalMs: performance.now() - startedAt };
      const provenance = provenanceOf({ version, slide, features, raw }, { calls, timings }, scope);
      return { value, calls, raw, features, version, provenance };
    } finally {
      asked.letGo();
    }
  }

  /** A copy of the question to the rollout's shadow: its answer is stored like any other, and returned to nobody. */
  private shadow<Value>(
    resolved: Resolved,
    question: Question,
    context: CaseContext,
    task: Task<Value>,
    scope: AnswerScope,
  ): void {
    const version = shadowOf(resolved, question.slideId);
    if (!version) return;
    this.shadows.add((signal, deadlineAt) =>
      // The bag that the caller named may be of another encoder than the shadow's.
      this.answerBy(version, { ...question, features: null }, context, task, scope.apart(signal, deadlineAt)),
    );
  }

  /** The distance beyond which a version's domain guard refuses. */
  domainLimit({ version }: Answered<unknown>): Promise<number> {
    return this.references.distanceAt(version, version.card.domain?.limitPercentile ?? 100);
  }
}

/** Why this version answered, where it was more than the reference. */
function armShown({ arm }: Resolved, isFallback: boolean): Provenance['rollout'] {
  if (!arm) return null;
  const { alias, revision } = arm.rollout;
  return { alias, revision, bucket: arm.bucket, isFallback };
}
