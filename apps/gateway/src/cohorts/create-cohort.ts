import { createHash } from 'node:crypto';
import { BadUserInput } from '#libs/errors';
import type { SlideCatalog } from '#gateway/slide-catalog';
import { type CohortCatalog, otherRevision } from './cohort-catalog.service.js';
import { labelsOf } from './cohort-labels.js';
import type { CohortRevision, CohortUnit } from './cohort-revision.entity.js';
import { type CohortRow, readCohortTable } from './cohort-table.js';
import { TableProblems } from './table-problems.js';
import { type NewItem, type ResolvedRow, toItems } from './to-items.js';

const ID = /^[a-z0-9][a-z0-9._-]{0,99}$/;
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/u;
const MOST_CHARACTERS = { name: 200, description: 1000, source: 1000, licence: 300 } as const;

/** Most rows of a cohort's table. */
export const MOST_ROWS = 10_000;

/** A cohort as a caller states it. */
export interface StatedCohort {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly source: string | null;
  readonly licence: string | null;
  readonly unit: CohortUnit;
  /** The table as CSV. */
  readonly csv: string;
  /** The newest revision that the caller believes there is; null for none. */
  readonly expectedRevision: number | null;
}

/** Takes cohorts: every row checked, everything that is wrong told at once, and the whole table or nothing kept. */
export class CreateCohort {
  constructor(
    private readonly catalog: CohortCatalog,
    private readonly slides: SlideCatalog,
  ) {}

  /**
   * @returns the revision; the newest one there is, where it says the same already
   * @throws TableInvalid, BadUserInput, Conflict; nothing is stored then
   */
  async create(
    stated: StatedCohort,
    caller: { readonly tenant: string; readonly id: string },
  ): Promise<CohortRevision> {
    checkFacts(stated);
    const { tenant } = caller;
    const items = await this.itemsOf(stated, tenant);
    const digest = digestOf(stated.unit, items);
    const newest = await this.catalog.revision(tenant, stated.id);
    if (newest && isSame(newest, stated, digest)) return newest;
    if ((newest?.revision ?? null) !== stated.expectedRevision) throw otherRevision(newest?.revision ?? 0);
    const { id, name, description, source, licence, unit } = stated;
    const patients = new Set(items.flatMap(({ patient }) => patient ?? []));
    const revision: CohortRevision = {
      ...{ tenant, id, name, description, source, licence, unit, digest },
      revision: (newest?.revision ?? 0) + 1,
      itemCount: items.length,
      slideCount: new Set(items.flatMap(({ members }) => members.map(({ slideId }) => slideId))).size,
      patientCount: patients.size === 0 ? null : patients.size,
      labels: labelsOf(items),
      createdBy: caller.id,
      createdAt: new Date(),
    };
    return this.catalog.save(revision, items);
  }

  private async itemsOf({ csv, unit }: StatedCohort, tenant: string): Promise<readonly NewItem[]> {
    const problems = new TableProblems('input.csv');
    const { rows } = await readCohortTable(csv, MOST_ROWS, problems);
    const items = toItems(await this.resolve(rows, tenant, problems), unit, problems);
    problems.refuse();
    return items;
  }

  /** Each row with its slide. A slide that is not found, or a name that several have, is told to `problems`. */
  private async resolve(
    rows: readonly CohortRow[],
    tenant: string,
    problems: TableProblems,
  ): Promise<readonly ResolvedRow[]> {
    const found = await this.slides.find(
      tenant,
      rows.map(({ slide }) => slide),
    );
    return rows.flatMap((row) => {
      const slide = found.of(row.slide);
      if (slide !== null && slide !== 'SEVERAL') return [{ row, slide }];
      const problem =
        slide === null
          ? 'must be the id, digest or name of a slide of yours'
          : 'is the name of several slides: give the id';
      problems.add({ line: row.line, field: 'slide', problem });
      return [];
    });
  }
}

function checkFacts(stated: StatedCohort): void {
  if (!ID.test(stated.id))
    throw new BadUserInput('input.id', 'must be 1 to 100 lower-case letters, digits, dots, dashes or underscores');
  for (const field of ['name', 'description', 'source', 'licence'] as const) {
    const text = stated[field];
    const most = MOST_CHARACTERS[field];
    if (text !== null && (text.trim() === '' || text.length > most || UNPRINTABLE.test(text)))
      throw new BadUserInput(
        `input.${field}`,
        `must be 1 to ${most} characters, on one line and none of them invisible`,
      );
  }
}

/** Everything that a number over the cohort may rest on. */
function digestOf(unit: CohortUnit, items: readonly NewItem[]): string {
  const hash = createHash('sha256').update(`cohort/1\n${unit}\n`);
  for (const item of items) {
    const { key, patient, members, labels, survivalTime, survivalEvent, inTraining, heldOutFold } = item;
    const sorted = Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const content = [key, patient, members, sorted, survivalTime, survivalEvent, inTraining, heldOutFold];
    hash.update(`${JSON.stringify(content)}\n`);
  }
  return hash.digest('hex');
}

function isSame(newest: CohortRevision, stated: StatedCohort, digest: string): boolean {
  return (
    newest.digest === digest &&
    (['name', 'description', 'source', 'licence'] as const).every((field) => newest[field] === stated[field])
  );
}
