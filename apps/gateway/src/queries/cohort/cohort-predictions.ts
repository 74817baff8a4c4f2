import { BadUserInput, ERROR_CODES, isDomainError } from '#libs/errors';
import type { ModelCard, ModelVersion, RegisteredCalibration } from '#model-registry';
import {
  CohortAnswers,
  type CohortFault,
  CohortFaults,
  type CohortItem,
  type CohortMember,
  type CohortRevision,
  faultKey,
  type ItemReplies,
  UNKNOWN_CASE,
} from '#gateway/cohorts';
import { type Answered, type AnswerScope } from '#gateway/pipeline';
import { namedCalibration, type TargetCall } from '#gateway/targets';
import { caseContext } from '../question-input.js';
import { type TargetPredictionParent, toTargetPrediction } from '../slide-prediction/index.js';
import { askedOf } from './cohort-tasks.js';
import { agreedContext, patientCalls } from './patient-targets.js';
import {
  type CallBy,
  contextOf,
  type ItemError,
  type StoredPrediction,
  StoredPredictions,
  toItemError,
} from './stored-predictions.js';

/** What a version says about a slide of an item. */
export interface MemberPrediction extends StoredPrediction {
  readonly member: CohortMember;
}

/** What a version says about an item. */
export interface ItemPrediction {
  readonly item: CohortItem;
  readonly state: StoredPrediction['state'];
  readonly members: readonly MemberPrediction[];
  /** The calls of the item: of its one slide, or of all of them by the card's policy. Null where there are none. */
  readonly calls: readonly TargetCall[] | null;
  /** The answers that the calls rest on. */
  readonly answers: readonly Answered<unknown>[];
  /** Ids of the answers that there are, of calls or of anything else: of each slide, or of all of them as one. */
  readonly answerIds: readonly string[];
  /** The same as the schema has them, made when they are asked for. */
  readonly targets: (() => readonly TargetPredictionParent[]) | null;
  /** The policy by which several slides came to one answer; null for one slide. */
  readonly aggregation: ModelCard['input']['patientAggregation'] | null;
  /** Why the item has no answer, or none as a whole. */
  readonly error: ItemError | null;
}

/** Stored answers of a cohort with today's calls. */
export class CohortPredictions {
  constructor(
    private readonly answers: CohortAnswers,
    private readonly faults: CohortFaults,
    private readonly stored: StoredPredictions,
  ) {}

  /**
   * @param cohort null for items that nobody stated: then no failure of an earlier prediction is known
   * @param items neighbours in the cohort
   * @param by what the caller says of all cases, and under which record to call
   * @throws BadUserInput for a context that no case can have; CalibrationMismatch for a record of another version; LicenceRefused, StoreUnavailable
   */
  async read(
    cohort: CohortRevision | null,
    items: readonly CohortItem[],
    version: ModelVersion,
    by: CallBy,
    scope: AnswerScope,
  ): Promise<readonly ItemPrediction[]> {
    const asked = askedOf(version, scope.snapshot);
    const named = namedRecord(version, by, scope);
    const range = { from: items[0]?.position ?? 0, count: items.length };
    const [replies, faults] = await Promise.all([
      this.answers.read(asked, items, scope),
      cohort ? this.faults.of(cohort, version.digest, range) : new Map<string, CohortFault>(),
    ]);
    const read = replies.map(async ({ item, members, together: whole }): Promise<ItemPrediction> => {
      const { patient } = item;
      const predictions = await Promise.all(
        members.map(async ({ member, reply }, index) => {
          const stored = await this.stored.called(reply, version, { ...member, patient }, { by, scope });
          return { member, ...withFault(stored, faults.get(faultKey(item.position, index))) };
        }),
      );
      if (!whole) return { item, ...together(predictions, version, named), members: predictions };
      const stored = await this.whole({ item, members, together: whole }, version, by, scope);
      const fault = faults.get(faultKey(item.position, members.length));
      return { item, ...asOne(withFault(stored, fault), version), members: predictions };
    });
    return Promise.all(read);
  }

  /** What a version says about all slides of a patient as one. What they differ in is not known of the case. */
  private async whole(
    { item: { members, patient }, together: replies }: ItemReplies,
    version: ModelVersion,
    by: CallBy,
    scope: AnswerScope,
  ): Promise<StoredPrediction> {
    const reply = replies?.find(({ kind }) => kind !== 'ANSWER') ?? replies?.[0];
    const [first] = members;
    if (!reply || !first) throw new Error('a patient was expected to have slides');
    const places = members.map((member) => ({ ...member, patient }));
    if (reply.kind !== 'ANSWER') return this.stored.called(reply, version, { ...first, patient }, { by, scope });
    const contexts = await Promise.all(
      places.map(async (place) => caseContext(await scope.slide(place.slideId), contextOf(place, by.given))),
    );
    const context = agreedContext(contexts);
    return this.stored.called(reply, version, { ...first, patient }, { by, scope, context });
  }
}

/** An item whose slides are one. */
function asOne(
  { state, answered, context, answerId, error }: StoredPrediction,
  version: ModelVersion,
): Omit<ItemPrediction, 'item' | 'members'> {
  const aggregation = version.card.input.patientAggregation;
  const answerIds = answerId === null ? [] : [answerId];
  if (!answered || !context) return { state, calls: null, answers: [], answerIds, targets: null, aggregation, error };
  const { calls } = answered;
  const targets = () => calls.map((call) => toTargetPrediction(call, context.prevalence));
  return { state, calls, answers: [answered], answerIds, targets, aggregation, error: null };
}

/** @throws CalibrationMismatch where the record is another version's: then no item can be read under it */
function namedRecord(
  version: ModelVersion,
  { under }: CallBy,
  { snapshot }: AnswerScope,
): RegisteredCalibration | null {
  return under === null ? null : namedCalibration(version, { id: under, target: null }, UNKNOWN_CASE, snapshot);
}

/** An item has an answer when all its slides have one, and the card says what they come to. */
function together(
  members: readonly MemberPrediction[],
  version: ModelVersion,
  named: RegisteredCalibration | null,
): Omit<ItemPrediction, 'item' | 'members'> {
  const lacking = members.find(({ state }) => state !== 'ANSWERED');
  const state = stateOf(members);
  const answerIds = members.flatMap(({ answerId }) => answerId ?? []);
  const nothing = { state, calls: null, answers: [], answerIds, targets: null, aggregation: null };
  if (lacking) return { ...nothing, error: members.find((member) => member.state === state)?.error ?? null };
  const [first, ...others] = members.flatMap(({ answered, context }) =>
    answered && context ? [{ answered, context }] : [],
  );
  if (!first) return { ...nothing, error: null };
  const calledAs = (calls: readonly TargetCall[], aggregation: ItemPrediction['aggregation']) => {
    const targets = () => calls.map((call) => toTargetPrediction(call, first.context.prevalence));
    const answers = [first, ...others].map(({ answered }) => answered);
    return { state, calls, answers, answerIds, targets, aggregation, error: null };
  };
  if (others.length === 0) return calledAs(first.answered.calls, null);
  const aggregation = version.card.input.patientAggregation;
  try {
    return calledAs(patientCalls([first, ...others], named), aggregation);
  } catch (error) {
    if (!isDomainError(error) || error instanceof BadUserInput) throw error;
    return { ...nothing, state: 'REFUSED', aggregation, error: toItemError(error) };
  }
}

function withFault(stored: StoredPrediction, fault: CohortFault | undefined): StoredPrediction {
  return stored.state === 'NOT_ASKED' && fault ? { ...stored, state: 'FAILED', error: faultError(fault) } : stored;
}

function stateOf(members: readonly MemberPrediction[]): StoredPrediction['state'] {
  const states = members.map(({ state }) => state);
  return (['REFUSED', 'FAILED', 'NOT_ASKED'] as const).find((state) => states.includes(state)) ?? 'ANSWERED';
}

function faultError({ code, message, facts }: CohortFault): ItemError {
  return { code, message, retryable: isKnown(code) && ERROR_CODES[code].retryable, facts };
}

function isKnown(code: string): code is keyof typeof ERROR_CODES {
  return code in ERROR_CODES;
}
