import { setImmediate as nextTurn } from 'node:timers/promises';
import { BadUserInput, ModelNotReady } from '#libs/errors';
import { type ModelVersion, parseModelRef, type RegistrySnapshot } from '#model-registry';
import type { VersionGenes } from '#gateway/gene-catalog';
import type { Answered, AnswerScope, InferencePipeline, Question } from '#gateway/pipeline';
import { type CaseContext, trainingOverlap, type TrainingOverlap } from '#gateway/targets';
import { expressionTasks, levelOf, pathwayTasks } from './expression.task.js';
import type { ProfileKind } from './profile-output.js';

/** Values that are added in one piece: about a millisecond. */
const VALUES_AT_ONCE = 500_000;

/** One run of a model. */
export interface AskedMember {
  readonly answered: Answered<() => Promise<Float32Array>>;
  /** False for a member that was trained on the patient, where the ensemble's card says OOF_BY_PATIENT. */
  readonly isUsed: boolean;
}

/** Numbers of a slide, on the scale of the card. */
export interface ExpressionValues {
  /** `[genes]`: mean of the members. */
  readonly values: Float64Array;
  /** `[genes]` each: what the members that are used say; of a model of tiles the mean over the tiles. */
  readonly memberValues: readonly Float64Array[];
}

/** Expression of a slide, answered and stored. */
export interface AskedExpression {
  readonly version: ModelVersion;
  readonly members: readonly AskedMember[];
  readonly training: TrainingOverlap;
  /** Reads the numbers, once: a client may want none of them, or have them written already. */
  readonly read: () => Promise<ExpressionValues>;
}

/** Expression of a slide with its numbers, in the unit and on the scale of the card. */
export interface SlideExpression extends ExpressionValues {
  readonly version: ModelVersion;
  readonly genes: VersionGenes;
}

/** Asks a version, or each member of an ensemble. Their mean is taken when somebody reads it. @param kind of what the version must predict */
export async function askExpression(
  question: Question,
  context: CaseContext,
  scope: AnswerScope,
  pipeline: InferencePipeline,
  kind: ProfileKind = 'EXPRESSION',
): Promise<AskedExpression> {
  const version = scope.snapshot.resolve(parseModelRef(question.model));
  const tasks = kind === 'EXPRESSION' ? expressionTasks : pathwayTasks;
  const task = tasks[levelOf(version.card, kind)];
  const refs = membersOf(version, question.model, scope);
  const answers = await Promise.all(refs.map((model) => pipeline.answer({ ...question, model }, context, task, scope)));
  const [first, ...others] = answers;
  if (!first) throw new ModelNotReady(version.ref, 'the ensemble has no members');
  const training =
    others.length === 0
      ? first.training
      : trainingOverlap(version.card, await pipeline.trainedOn(version, context.patient, scope.snapshot));
  const members = answers.map((answered, at) => ({ answered, isUsed: training.heldOut?.includes(at) ?? true }));
  return {
    version: others.length === 0 ? first.version : version,
    members,
    training,
    read: once(() => readValues(members, scope.signal)),
  };
}

/**
 * The versions that a question about expression or pathways is put to: the members of an ensemble in the order of its card, else the version itself.
 * @throws BadUserInput for an ensemble that is no mean of values, ModelNotReady
 */
export function expressionMembers(version: ModelVersion, snapshot: RegistrySnapshot): readonly ModelVersion[] {
  const { card, source, ref } = version;
  const { ensemble } = card.identity;
  if (!ensemble) return [version];
  if (ensemble.combine === 'MEAN_OF_PROBS' || ensemble.combine === 'MAJORITY')
    throw new BadUserInput(
      'model',
      'must name an ensemble that is a mean of values: what it predicts is no probability',
      {
        combine: ensemble.combine,
      },
    );
  return ensemble.members.map(({ model, version: number }) => {
    const found = snapshot.find(source, model, number);
    if (!found) throw new ModelNotReady(ref, 'a member of the ensemble is not registered');
    return found;
  });
}

/** The reference itself for one model: its alias may have a rollout. */
function membersOf(version: ModelVersion, asked: string, { snapshot, note }: AnswerScope): readonly string[] {
  if (!version.card.identity.ensemble) return [asked];
  const members = expressionMembers(version, snapshot);
  for (const member of members) note(member);
  return members.map(({ ref }) => ref);
}

/** Member after member: the tiles of one may be 40 MB. */
async function readValues(members: readonly AskedMember[], signal: AbortSignal): Promise<ExpressionValues> {
  const memberValues: Float64Array[] = [];
  for (const { answered, isUsed } of members) {
    if (!isUsed) continue;
    const genes = answered.version.card.vocabulary?.size ?? 0;
    memberValues.push(await meanOfRows(await answered.value(), genes, signal));
  }
  return { values: meanOfMembers(memberValues), memberValues };
}

/** The mean over rows, in double precision, some at a time. @param rows `[count, width]` @param signal ends it between */
export async function meanOfRows(rows: Float32Array, width: number, signal: AbortSignal): Promise<Float64Array> {
  const sums = new Float64Array(width);
  const count = rows.length / width;
  let added = 0;
  for (let row = 0; row < count; row += 1) {
    const start = row * width;
    for (let at = 0; at < width; at += 1) sums[at] = (sums[at] ?? 0) + (rows[start + at] ?? 0);
    added += width;
    if (added < VALUES_AT_ONCE) continue;
    added = 0;
    await nextTurn();
    signal.throwIfAborted();
  }
  for (let at = 0; at < width; at += 1) sums[at] = (sums[at] ?? NaN) / count;
  return sums;
}

/** The mean of members, gene by gene. @param members `[genes]` each, one or more */
export function meanOfMembers(members: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(members[0]?.length ?? 0);
  for (const values of members)
    for (let at = 0; at < mean.length; at += 1) mean[at] = (mean[at] ?? 0) + (values[at] ?? NaN);
  for (let at = 0; at < mean.length; at += 1) mean[at] = (mean[at] ?? NaN) / members.length;
  return mean;
}

/** How far the members lie apart for a gene, n - 1; null for one alone. */
export function spreadAt({ memberValues, values }: ExpressionValues, position: number): number | null {
  if (memberValues.length < 2) return null;
  const mean = values[position] ?? NaN;
  const squares = memberValues.reduce((sum, member) => sum + ((member[position] ?? NaN) - mean) ** 2, 0);
  return Math.sqrt(squares / (memberValues.length - 1));
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined;
  return () => (started ??= work());
}
