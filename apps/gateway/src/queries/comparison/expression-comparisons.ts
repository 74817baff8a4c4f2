import type { CompareVersionsInput } from '#graphql/generated/schema-types';
import type { LeftOutRow, ThreadOptions } from '#libs/comparison';
import { BadUserInput, UnitMismatch, VersionsNotComparable } from '#libs/errors';
import type { ModelVersion } from '#model-registry';
import { type CohortRows, StoredRows, type WholeCohort } from '#gateway/cohorts';
import { ModelGenes, type VersionGenes } from '#gateway/gene-catalog';
import type { RequestContext } from '#gateway/graphql';
import type { AnswerScope } from '#gateway/pipeline';
import { askedOf } from '../cohort/index.js';
import { meanOfRows, profileOf, scaleOf, ScoreSlides } from '../expression/index.js';
import { strataIn, strataOfItems } from './cohort-strata.js';
import { pairRows } from './pair-rows.js';
import { optionsOf } from './comparison-method.js';
import { ComparisonRuns } from './comparison-runs.js';
import { type ComparedPathways, comparePathways, type VersionProfiles } from './compare-pathways.js';
import { compareInStrata, type ProfilesCompared } from './profile-strata.js';
import { sharedGenes, type SharedGenes } from './shared-genes.js';
import { dependenceNotices, leakageNotice, leftOutNotice } from './version-notices.js';

/** Numbers that are held in memory for a comparison, of all versions together: 320 MB of float32. */
const MOST_VALUES = 80_000_000;

/** What a comparison of expression found. */
export interface ComparedExpression {
  readonly n: number;
  readonly unit: string;
  readonly transform: string;
  readonly genes: SharedGenes;
  readonly compared: ProfilesCompared;
  /** Of the gene sets that were asked for. */
  readonly pathways: ComparedPathways | null;
  readonly answered: readonly number[];
  readonly leftOut: readonly LeftOutRow[];
  readonly notices: readonly string[];
}

interface Asked {
  readonly scope: AnswerScope;
  readonly request: RequestContext;
}

/** Versions that predict expression, over a cohort, gene by gene and gene set by gene set, from stored answers; or pathways, one by one. */
export class ExpressionComparisons {
  constructor(
    private readonly stored: StoredRows,
    private readonly runs: ComparisonRuns,
    private readonly genes: ModelGenes,
    private readonly scoring: ScoreSlides,
  ) {}

  /** @throws UnitMismatch, BadUserInput, ReferenceRequired, NotFound, StoreUnavailable, Cancelled, DeadlineExceeded */
  async compare(
    cohort: WholeCohort,
    versions: readonly ModelVersion[],
    input: CompareVersionsInput,
    { scope, request }: Asked,
  ): Promise<ComparedExpression> {
    const { confidence } = optionsOf(input.method ?? {});
    const scale = sharedScale(versions);
    sharedCollection(versions);
    const scoring = input.pathways ? await this.scoring.checkCohort(scope.tenant, input.pathways) : null;
    const genesOf = await Promise.all(
      versions.map((version) =>
        version.card.task.kind === 'PATHWAY' ? this.genes.pathwaysOf(version) : this.genes.of(version),
      ),
    );
    const genes = await sharedGenes(
      versions.map(({ ref }) => ref),
      genesOf,
      scope.signal,
    );
    const read = await Promise.all(
      versions.map((version) => this.stored.read(cohort, askedOf(version, scope.snapshot), scope)),
    );
    const { kept, leftOut } = pairRows(cohort, read, true);
    checkSize(kept.length, genesOf);
    const strata = strataIn(await strataOfItems(cohort, input.strata ?? [], scope), kept);
    return this.runs.inTurn(request, async (thread) => {
      const profiles: VersionProfiles[] = [];
      for (const [v, one] of read.entries())
        profiles.push(await profilesOf(one, genesOf[v]?.index.genes ?? [], kept, scope.signal));
      const tables = profiles.map(({ name, values }, v) => ({
        name,
        values,
        rows: genes.rows[v] ?? new Uint32Array(),
      }));
      const task = { tables, n: kept.length, confidence, chosen: genes.reliable };
      return {
        n: kept.length,
        ...scale,
        genes,
        compared: await compareInStrata(task, strata, thread),
        pathways:
          scoring && (await this.pathways(profiles, { n: kept.length, confidence, scoring, strata, scale }, thread)),
        answered: read.map(({ items }) => items.filter(({ kind }) => kind === 'ROW').length),
        leftOut,
        notices: [...leftOutNotice(cohort, leftOut), ...dependenceNotices(cohort), ...leakageNotices(read)],
      };
    });
  }

  private pathways(
    profiles: readonly VersionProfiles[],
    asked: Omit<Parameters<typeof comparePathways>[1], 'score'>,
    thread: ThreadOptions,
  ): Promise<ComparedPathways> {
    const score: Parameters<typeof comparePathways>[1]['score'] = (matrix) =>
      this.scoring.scoreMatrix(matrix, asked.scale, asked.scoring, thread);
    return comparePathways(profiles, { ...asked, score }, thread);
  }
}

/** @throws UnitMismatch: values of two units have no difference */
function sharedScale(versions: readonly ModelVersion[]): { readonly unit: string; readonly transform: string } {
  const [first, ...others] = versions.map((version) => scaleOf(version, 'MODEL'));
  const { unit = '', transform = '' } = first ?? {};
  for (const found of others)
    if (found.unit !== unit || found.transform !== transform)
      throw new UnitMismatch('input.models', { unit, transform }, { unit: found.unit, transform: found.transform });
  return { unit, transform };
}

/** @throws VersionsNotComparable: sets of one name in two collections need not have the same genes */
function sharedCollection(versions: readonly ModelVersion[]): void {
  const found = versions.map(({ ref, card: { output } }) => {
    const collection = output.pathways?.collection;
    return { ref, found: collection ? `${collection.name} ${collection.version}, ${collection.digest}` : 'none' };
  });
  if (new Set(found.map((one) => one.found)).size > 1) throw new VersionsNotComparable('collection', found);
}

function checkSize(n: number, genes: readonly VersionGenes[]): void {
  const values = n * genes.reduce((sum, { index }) => sum + index.genes.length, 0);
  if (values > MOST_VALUES)
    throw new BadUserInput('input.cohort', `must have fewer items: ${MOST_VALUES} values of all versions at most`, {
      items: n,
      values,
    });
}

/** `[genes, n]`, in memory that threads share. */
async function profilesOf(
  { version, items }: CohortRows,
  names: readonly string[],
  kept: readonly number[],
  signal: AbortSignal,
): Promise<VersionProfiles> {
  const [width, n] = [names.length, kept.length];
  const values = new Float32Array(new SharedArrayBuffer(width * n * Float32Array.BYTES_PER_ELEMENT));
  for (const [column, item] of kept.entries()) {
    const found = items[item];
    if (found?.kind !== 'ROW') continue;
    const row = await found.read(width, async (raw, { card }) =>
      meanOfRows(await raw.array(profileOf(card)?.tensor ?? ''), width, signal),
    );
    for (let gene = 0; gene < width; gene++) values[gene * n + column] = row[gene] ?? NaN;
    signal.throwIfAborted();
  }
  return { name: version.ref, genes: names, values };
}

function leakageNotices(read: readonly CohortRows[]): readonly string[] {
  return read.flatMap(({ version, items }) =>
    leakageNotice(version.ref, items.filter((row) => row.kind === 'ROW' && row.isLeaked).length),
  );
}
