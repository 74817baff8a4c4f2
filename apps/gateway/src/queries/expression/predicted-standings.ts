import { setImmediate as nextTurn } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { PredictedCohortInput } from '#graphql/generated/schema-types';
import { BadUserInput, CohortTooSmall } from '#libs/errors';
import { CohortCatalog, type CohortRows, type ItemRow, StoredRows } from '#gateway/cohorts';
import type { RequestContext } from '#gateway/graphql';
import { AnswerScopes } from '#gateway/pipeline';
import type { Standings } from './cohort-standings.js';
import { expressionTasks, levelOf } from './expression.task.js';
import { profileOf } from './profile-output.js';
import { expressionMembers, meanOfRows, type SlideExpression } from './slide-expression.js';
import { standingOf } from './standing.js';

/** A float64 each: 240 MB, for the cohorts that were asked for last together. */
const MOST_VALUES = 30_000_000;
const GENES_AT_ONCE = 200;
const LEAST = 2;

type Row = Extract<ItemRow, { readonly kind: 'ROW' }>;

/** What all items of a cohort that count have been predicted, gene after gene: `[genes, n]`. */
type Values = Promise<Float64Array>;

/** Holds the expression of a slide against what the same version has answered about a cohort. No model runs. */
export class PredictedStandings {
  private readonly kept = new LRUCache<string, { readonly values: Values; readonly count: number }>({
    maxSize: MOST_VALUES,
    sizeCalculation: ({ count }) => Math.max(1, count),
  });

  constructor(
    private readonly cohorts: CohortCatalog,
    private readonly stored: StoredRows,
    private readonly scopes: AnswerScopes,
  ) {}

  /**
   * @param recipe by which the features of the slide were made
   * @param positions of the genes that are asked about; null for all
   * @throws NotFound; CohortTooSmall where fewer items than `minimum` count; BadUserInput for a cohort that is too large; StoreUnavailable, Cancelled, DeadlineExceeded
   */
  async of(
    expression: SlideExpression,
    recipe: string | null,
    asked: { readonly cohort: PredictedCohortInput; readonly positions: readonly number[] | null },
    request: RequestContext,
  ): Promise<Standings> {
    const { cohort: id, revision = null, minimum = 20 } = asked.cohort;
    if (minimum < LEAST) throw new BadUserInput('predictedCohort.minimum', `must be ${LEAST} or more`);
    const scope = this.scopes.of(request);
    const { version } = expression;
    const cohort = await this.cohorts.whole(scope.tenant, id, revision);
    const { kind } = expressionTasks[levelOf(version.card, 'EXPRESSION')];
    const versions = expressionMembers(version, scope.snapshot);
    const { items } = await this.stored.read(cohort, { kind, version, versions }, scope);
    const { rows, leftOut } = counted(items, recipe);
    const { revision: number } = cohort.revision;
    const facts = { id, revision: number, itemCount: items.length, leftOut };
    if (rows.length < minimum)
      throw new CohortTooSmall(rows.length, minimum, { cohort: id, revision: number, leftOut });
    const values = await this.valuesOf(expression, rows, `${scope.tenant} ${cohort.revision.digest}`, scope.signal);
    return standingsAt(expression, values, { ...asked, n: rows.length, facts, signal: scope.signal });
  }

  /** The same answers give the same numbers for ever. Whoever began to read them may leave: then the next one reads. */
  private async valuesOf(
    { version, values: { length } }: SlideExpression,
    rows: readonly Row[],
    owner: string,
    signal: AbortSignal,
  ): Values {
    const count = rows.length * length;
    if (count > MOST_VALUES)
      throw new BadUserInput(
        'predictedCohort.cohort',
        `must have fewer items: genes times items, ${MOST_VALUES} values at most`,
        {
          values: count,
        },
      );
    const key = JSON.stringify([owner, version.digest, rows.map(({ inputDigest }) => inputDigest)]);
    const known = this.kept.get(key)?.values.catch(() => null);
    return (await known) ?? this.read(key, rows, length, signal);
  }

  private read(key: string, rows: readonly Row[], genes: number, signal: AbortSignal): Values {
    const values = readRows(rows, genes, signal);
    this.kept.set(key, { values, count: rows.length * genes });
    values.catch(() => this.kept.delete(key));
    return values;
  }
}

/** Who counts: items whose stored answers are of the version, of features made as the slide's were, and of no patient that it was trained on. */
function counted(items: CohortRows['items'], recipe: string | null) {
  const rows: Row[] = [];
  const counts = new Map<string, number>();
  const leaveOut = (reason: string): void => void counts.set(reason, (counts.get(reason) ?? 0) + 1);
  for (const item of items) {
    if (item.kind === 'MISSING') leaveOut(item.reason);
    else if (item.isLeaked) leaveOut('IN_TRAINING');
    else if (item.recipes.some((one) => one !== recipe)) leaveOut('OTHER_FEATURES');
    else rows.push(item);
  }
  return { rows, leftOut: Array.from(counts, ([reason, count]) => ({ reason, count })) };
}

async function readRows(rows: readonly Row[], genes: number, signal: AbortSignal): Values {
  const values = new Float64Array(genes * rows.length);
  for (const [column, row] of rows.entries()) {
    const profile = await row.read(genes, async (raw, { card }) =>
      meanOfRows(await raw.array(profileOf(card)?.tensor ?? ''), genes, signal),
    );
    for (let gene = 0; gene < genes; gene += 1) values[gene * rows.length + column] = profile[gene] ?? NaN;
    await nextTurn();
    signal.throwIfAborted();
  }
  return values;
}

async function standingsAt(
  { values }: SlideExpression,
  cohort: Float64Array,
  asked: {
    readonly positions: readonly number[] | null;
    readonly n: number;
    readonly facts: NonNullable<Parameters<typeof standingOf>[2]>;
    readonly signal: AbortSignal;
  },
): Promise<Standings> {
  const { n, facts, signal } = asked;
  const standings: Standings & Map<number, ReturnType<typeof standingOf>> = new Map();
  const positions = asked.positions ? [...new Set(asked.positions)] : Array.from(values, (_, position) => position);
  for (const [at, position] of positions.entries()) {
    standings.set(
      position,
      standingOf(values[position] ?? NaN, cohort.subarray(position * n, (position + 1) * n), facts),
    );
    if (at % GENES_AT_ONCE < GENES_AT_ONCE - 1) continue;
    await nextTurn();
    signal.throwIfAborted();
  }
  return standings;
}
