import { type Provenance } from '#graphql/generated/schema-types';
import { type ModelVersion, type RegistrySnapshot } from '#model-registry';
import { type FeatureStore } from '#gateway/feature-store';
import {
  callTargets,
  type CaseContext,
  namedCalibration,
  type TargetCall,
  type TrainedOn,
  type TrainingOverlap,
  trainingOverlap,
} from '#gateway/targets';
import { type AnswerScope } from './answer-scope.js';
import { type DomainReferences } from './domain-references.js';
import { infer } from './infer.js';
import { type MemberAnswer, membersOf, togetherOf } from './infer-members.js';
import { checkTileCount, type LoadedFeatures } from './load-features.js';
import { loadInput } from './load-input.js';
import { type ModelCalls } from './model-calls.js';
import { type Question } from './question.js';
import { type RawAnswer } from './raw-answer.js';
import { armShown, fallbacksOf, resolveModel, type Resolved, shadowOf } from './resolve-model.js';
import { ShadowRuns } from './shadow-runs.js';
import { answerIdOf, type AnswerStamp, provenanceOf, type Stampable } from './stamp.js';
import { type Task } from './task.js';
import { TrainingLists } from './training-lists.js';
import { withFallback } from './with-fallback.js';

/** An answer with everything that is known about where it comes from. */
export interface Answered<Value> {
  readonly value: Value;
  readonly calls: readonly TargetCall[];
  readonly raw: RawAnswer;
  readonly features: LoadedFeatures;
  readonly version: ModelVersion;
  /** What is known of the case's patient and the version's training. */
  readonly training: TrainingOverlap;
  readonly provenance: Provenance;
}

/** A question to one version, with the input that it is put with. */
type Asked = Omit<Stampable, 'raw'>;

/** The answer road. It reads as the eight steps of docs/architecture.md, and holds their order and nothing else. */
export class InferencePipeline {
  /** Copies of questions to shadow versions. */
  readonly shadows = new ShadowRuns();
  private readonly lists = new TrainingLists();

  constructor(
    private readonly store: FeatureStore,
    private readonly calls: ModelCalls,
    private readonly references: DomainReferences,
    readonly stamp: AnswerStamp,
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
    const features = await loadInput(this.store, { version, slide, question }, scope);
    const loadMs = performance.now() - startedAt;
    const { read, training } = await this.reader(version, question, context, task, scope);
    const asked = { task, version, slide, features };
    const raw = await this.infer(asked, scope);
    try {
      const first = read(raw);
      const kept = await this.stamp.keep({ ...asked, raw }, scope);
      const answer = kept === raw ? first : read(kept);
      const inferMs = answer.raw.isReused ? 0 : answer.raw.inferMs;
      const timings = { loadMs, inferMs, totalMs: performance.now() - startedAt };
      const provenance = provenanceOf({ version, slide, features, raw: answer.raw }, { ...answer, timings }, scope);
      return { ...answer, features, version, training, provenance };
    } finally {
      raw.letGo();
    }
  }

  /**
   * Reads a stored answer, whose input was looked up before (`StoredReplies`): calls of today, with no model run, nothing stored and no slide looked at.
   * Whether the caller may use the version is asked before.
   */
  async readStored<Value>(
    { task, version, slide, features, raw }: Stampable & { readonly task: Task<Value> },
    question: Pick<Question, 'calibration'>,
    context: CaseContext,
    scope: AnswerScope,
  ): Promise<Answered<Value>> {
    const { read, training } = await this.reader(version, question, context, task, scope);
    const answer = read(raw);
    const timings = { loadMs: 0, inferMs: 0, totalMs: 0 };
    return {
      ...answer,
      ...{ features, version, training },
      // Thousands are read so for their calls alone.
      get provenance() {
        return provenanceOf({ version, slide, features, raw }, { ...answer, timings }, scope);
      },
    };
  }

  /** How raw answers of a version are read in a case: which members count, and the record to go by. */
  private async reader<Value>(
    version: ModelVersion,
    { calibration }: Pick<Question, 'calibration'>,
    context: CaseContext,
    task: Task<Value>,
    { snapshot }: AnswerScope,
  ) {
    const training = trainingOverlap(version.card, await this.trainedOn(version, context.patient, snapshot));
    const named = calibration ? namedCalibration(version, calibration, context, snapshot) : null;
    const read = (raw: RawAnswer): Pick<Answered<Value>, 'raw' | 'value' | 'calls'> => {
      const { value, scores } = task.decode(raw, version.card, training.heldOut);
      const { domain, members } = raw;
      return { raw, value, calls: callTargets(version, scores, { domain, members, context, named }) };
    };
    return { read, training };
  }

  /** The version's own run, or those of its members; each member's answer is stored as one of its own. */
  private async infer(asked: Asked, scope: AnswerScope): Promise<RawAnswer> {
    const { task, version, features } = asked;
    const answerId = answerIdOf(task.kind, version, features);
    const members = membersOf(version, scope.snapshot);
    if (members.length === 0)
      return infer({ task, version, features, answerId, calls: this.calls }, this.references, scope);
    return scope.once(answerId, async () => {
      const stored = await scope.storedAnswer(answerId);
      if (stored) return stored;
      const answers = await Promise.all(members.map((member) => this.askMember({ ...asked, version: member }, scope)));
      return togetherOf(answerId, answers, await this.references.measure(version, features.mean));
    });
  }

  private async askMember(asked: Asked, scope: AnswerScope): Promise<MemberAnswer> {
    scope.note(asked.version);
    checkTileCount(asked.version, asked.features.tileCount);
    const raw = await this.infer(asked, scope);
    try {
      return { version: asked.version, raw: await this.stamp.keep({ ...asked, raw }, scope) };
    } finally {
      raw.letGo();
    }
  }

  /** Whether a version, or each of its members in the order of its card, was trained on a patient; null where nobody can say. */
  trainedOn(version: ModelVersion, patient: string | null, snapshot: RegistrySnapshot): Promise<TrainedOn> {
    const members = membersOf(version, snapshot);
    const asked = members.length > 0 ? members : [version];
    return Promise.all(asked.map((one) => (patient === null ? null : this.lists.holds(one, patient))));
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
