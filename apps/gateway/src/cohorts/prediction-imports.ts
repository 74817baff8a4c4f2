import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { insertOrIgnore } from '#libs/database';
import { BadUserInput, NotFound } from '#libs/errors';
import type { ModelVersion } from '#model-registry';
import { DataSource } from 'typeorm';
import type { WholeCohort } from './cohort-catalog.service.js';
import type { CohortRevision } from './cohort-revision.entity.js';
import { ImportedScore, type ImportedScale, PredictionImport } from './prediction-import.entity.js';
import { type ReadScores, readScoreTable } from './score-table.js';
import { TableProblems } from './table-problems.js';

/** Scores as a caller brings them. */
export interface BroughtScores {
  readonly scale: ImportedScale;
  readonly source: string;
  /** The table as CSV. */
  readonly csv: string;
}

const ROWS_A_STATEMENT = 500;
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/u;

/**
 * Scores of registered versions that were computed elsewhere. They have an identity and tables of their own: who asks for answers never gets one of
 * them, and who wants them names the import.
 */
export class PredictionImports {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Checks every row, and stores all of the table or nothing.
   * @returns the import; the earlier one, where the same was brought before
   * @throws TableInvalid, BadUserInput
   */
  async add(
    { revision, items }: WholeCohort,
    version: ModelVersion,
    brought: BroughtScores,
    caller: { readonly tenant: string; readonly id: string },
  ): Promise<PredictionImport> {
    checkSource(brought.source);
    const problems = new TableProblems('input.csv');
    const { scale, source } = brought;
    const read = await readScoreTable(brought.csv, { items, card: version.card, scale }, problems);
    problems.refuse();
    const digest = digestOf(read);
    const row: PredictionImport = {
      ...{ tenant: caller.tenant, cohortId: revision.id, revision: revision.revision, scale, source, digest },
      id: idOf(revision, version, brought, digest),
      modelRef: version.ref,
      modelDigest: version.digest,
      targets: Object.keys(read[0]?.scores ?? {}),
      itemCount: read.length,
      createdBy: caller.id,
      createdAt: new Date(),
    };
    await this.save(row, read);
    return this.byId(caller.tenant, row.id);
  }

  /** @throws NotFound */
  async byId(tenant: string, id: string): Promise<PredictionImport> {
    const found = await this.dataSource.manager.findOneBy(PredictionImport, { tenant, id });
    if (!found) throw new NotFound('imported predictions');
    return found;
  }

  /** Those of a revision, newest first, a hundred at most. */
  async of({ tenant, id, revision }: CohortRevision): Promise<readonly PredictionImport[]> {
    const where = { tenant, cohortId: id, revision };
    return this.dataSource.manager.find(PredictionImport, {
      where,
      order: { createdAt: 'DESC', id: 'DESC' },
      take: 100,
    });
  }

  /**
   * The scores of an import by the item's place; an item without scores is not in it. One statement.
   * @returns numbers by target: one, or of classes one each in the card's order; on the import's scale
   */
  async scores({ tenant, id }: PredictionImport): Promise<ReadonlyMap<number, ImportedScore['scores']>> {
    const found = await this.dataSource.manager.findBy(ImportedScore, { tenant, importId: id });
    return new Map(found.map(({ position, scores }) => [position, scores]));
  }

  private async save(row: PredictionImport, read: readonly ReadScores[]): Promise<void> {
    const { tenant, id: importId } = row;
    await this.dataSource.transaction(async (manager) => {
      if ((await insertOrIgnore(manager, PredictionImport, [row])) === 0) return;
      for (let from = 0; from < read.length; from += ROWS_A_STATEMENT) {
        const some = read.slice(from, from + ROWS_A_STATEMENT);
        await insertOrIgnore(
          manager,
          ImportedScore,
          some.map(({ position, scores }) => ({ tenant, importId, position, scores })),
        );
        await nextTurn();
      }
    });
  }
}

function checkSource(source: string): void {
  if (source.trim() === '' || source.length > 1000 || UNPRINTABLE.test(source))
    throw new BadUserInput('input.source', 'must be 1 to 1000 characters, on one line and none of them invisible');
}

function digestOf(read: readonly ReadScores[]): string {
  const hash = createHash('sha256').update('imported-scores/1\n');
  for (const { position, scores } of read) {
    const sorted = Object.entries(scores).toSorted(([a], [b]) => (a < b ? -1 : 1));
    hash.update(`${JSON.stringify([position, sorted])}\n`);
  }
  return hash.digest('hex');
}

function idOf(
  { id, revision, digest: items }: CohortRevision,
  { digest: model }: ModelVersion,
  { scale, source }: BroughtScores,
  digest: string,
) {
  const parts = ['prediction-import/1', id, revision, items, model, scale, source, digest];
  return `imp_${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)}`;
}
