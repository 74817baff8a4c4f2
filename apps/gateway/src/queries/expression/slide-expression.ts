import { setImmediate as nextTurn } from 'node:timers/promises';
import { ModelNotReady } from '#libs/errors';
import { type ModelVersion, parseModelRef } from '#model-registry';
import type { VersionGenes } from '#gateway/gene-catalog';
import type { Answered, AnswerScope, InferencePipeline, Question } from '#gateway/pipeline';
import type { CaseContext } from '#gateway/targets';
import { expressionTasks, levelOf } from './expression.task.js';

/** Values that are added in one piece: about a millisecond. */
const VALUES_AT_ONCE = 500_000;

/** What one run of a model gave for the slide. */
interface MemberExpression {
  readonly answered: Answered<unknown>;
  /** `[genes]`: of a model of tiles the mean over the tiles. */
  readonly values: Float64Array;
}

/** Expression of a slide: the mean of the members, in the unit and on the scale of the card. */
export interface SlideExpression {
  readonly version: ModelVersion;
  readonly genes: VersionGenes;
  readonly members: readonly MemberExpression[];
  /** `[genes]` */
  readonly values: Float64Array;
}

/** Asks a version, or each member of an ensemble, and takes the mean of what they say. */
export async function askExpression(
  question: Question,
  context: CaseContext,
  scope: AnswerScope,
  pipeline: InferencePipeline,
): Promise<Omit<SlideExpression, 'genes'>> {
  const version = scope.snapshot.resolve(parseModelRef(question.model));
  const task = expressionTasks[levelOf(version.card)];
  const asked = membersOf(version, question.model, scope).map((model) =>
    pipeline.answer({ ...question, model }, context, task, scope),
  );
  const members: MemberExpression[] = [];
  for (const answered of await Promise.all(asked)) {
    const genes = answered.version.card.vocabulary?.size ?? 0;
    members.push({ answered, values: await meanOfRows(await answered.value(), genes, scope.signal) });
  }
  return {
    version: members.length === 1 ? (members[0]?.answered.version ?? version) : version,
    members,
    values: meanOf(members),
  };
}

/** The reference itself for one model: its alias may have a rollout. */
function membersOf(
  { card, source, ref }: ModelVersion,
  asked: string,
  { snapshot, note }: AnswerScope,
): readonly string[] {
  const { ensemble } = card.identity;
  if (!ensemble) return [asked];
  return ensemble.members.map(({ model, version }) => {
    const found = snapshot.find(source, model, version);
    if (!found) throw new ModelNotReady(ref, 'a member of the ensemble is not registered');
    note(found);
    return found.ref;
  });
}

async function meanOfRows(rows: Float32Array, width: number, signal: AbortSignal): Promise<Float64Array> {
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
  return sums.map((sum) => sum / count);
}

function meanOf(members: readonly MemberExpression[]): Float64Array {
  const [first] = members;
  return (first?.values ?? new Float64Array()).map(
    (_, at) => members.reduce((sum, { values }) => sum + (values[at] ?? NaN), 0) / members.length,
  );
}

/** How far the members lie apart for a gene, n - 1; null for one model alone. */
export function spreadAt(
  { members, values }: Pick<SlideExpression, 'members' | 'values'>,
  position: number,
): number | null {
  if (members.length < 2) return null;
  const mean = values[position] ?? NaN;
  const squares = members.reduce((sum, member) => sum + ((member.values[position] ?? NaN) - mean) ** 2, 0);
  return Math.sqrt(squares / (members.length - 1));
}
