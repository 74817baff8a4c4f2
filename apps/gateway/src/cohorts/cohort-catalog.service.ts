import { setImmediate as nextTurn } from 'node:timers/promises';
import { insertOrIgnore, newestFirst, type Page, type PageRequest } from '#libs/database';
import { Conflict, NotFound } from '#libs/errors';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CohortItem } from './cohort-item.entity.js';
import { CohortRevision } from './cohort-revision.entity.js';
import type { NewItem } from './to-items.js';

/** A revision with all its items, in their order. */
export interface WholeCohort {
  readonly revision: CohortRevision;
  readonly items: readonly CohortItem[];
}

// 12 parameters a row, and the embedded database computes within the event loop: a few milliseconds' worth a statement.
const ITEMS_A_STATEMENT = 250;

const NEWEST = `NOT EXISTS (
  SELECT FROM cohort_revision later
  WHERE later.tenant = cohort.tenant AND later.id = cohort.id AND later.revision > cohort.revision)`;

/** The cohorts of each tenant, revision by revision. A revision is added once and never changed. */
@Injectable()
export class CohortCatalog {
  constructor(private readonly dataSource: DataSource) {}

  /** A revision, or the newest one where none is named. */
  async revision(tenant: string, id: string, revision: number | null = null): Promise<CohortRevision | null> {
    const where = revision === null ? { tenant, id } : { tenant, id, revision };
    return this.dataSource.manager
      .createQueryBuilder(CohortRevision, 'cohort')
      .where(where)
      .orderBy('cohort.revision', 'DESC')
      .limit(1)
      .getOne();
  }

  /** All revisions of a cohort, newest first. */
  async revisions(tenant: string, id: string): Promise<readonly CohortRevision[]> {
    return this.dataSource.manager.find(CohortRevision, {
      where: { tenant, id },
      order: { revision: 'DESC' },
      take: 100,
    });
  }

  /**
   * A revision with all its items: a statement for 1,000 of them.
   * @throws NotFound when the tenant has no such cohort or revision
   */
  async whole(tenant: string, id: string, revision: number | null = null): Promise<WholeCohort> {
    const found = await this.revision(tenant, id, revision);
    if (!found) throw new NotFound('cohort');
    const items: CohortItem[] = [];
    while (items.length < found.itemCount) {
      const some = await this.items(found, items.length, 1_000);
      if (some.length === 0) break;
      items.push(...some);
      await nextTurn();
    }
    return { revision: found, items };
  }

  /** Items by their places. */
  async items({ tenant, id, revision }: CohortRevision, from: number, count: number): Promise<readonly CohortItem[]> {
    return this.dataSource.manager
      .createQueryBuilder(CohortItem, 'item')
      .where({ tenant, cohortId: id, revision })
      .andWhere('item.position >= :from AND item.position < :to', { from, to: from + count })
      .orderBy('item.position')
      .getMany();
  }

  /** The newest revision of each cohort, last stated first. @throws BadUserInput for a bad `first` or a cursor of another list or tenant */
  async page(tenant: string, request: PageRequest): Promise<Page<CohortRevision>> {
    const newest = this.dataSource.manager.createQueryBuilder(CohortRevision, 'cohort').where(NEWEST);
    return newestFirst(newest, 'cohorts', tenant, request);
  }

  async count(tenant: string): Promise<number> {
    return this.dataSource.manager
      .createQueryBuilder(CohortRevision, 'cohort')
      .where(NEWEST)
      .andWhere('cohort.tenant = :tenant', { tenant })
      .getCount();
  }

  /**
   * Stores a revision with its items: all of it, or nothing.
   * @throws Conflict when somebody else stored this revision meanwhile
   */
  async save(revision: CohortRevision, items: readonly NewItem[]): Promise<CohortRevision> {
    const { tenant, id } = revision;
    const rows = items.map((item) => ({ ...item, tenant, cohortId: id, revision: revision.revision }));
    await this.dataSource.transaction(async (manager) => {
      const inserted = await insertOrIgnore(manager, CohortRevision, [revision]);
      if (inserted === 0) throw otherRevision(revision.revision);
      for (let from = 0; from < rows.length; from += ITEMS_A_STATEMENT) {
        await insertOrIgnore(manager, CohortItem, rows.slice(from, from + ITEMS_A_STATEMENT));
        await nextTurn();
      }
    });
    return revision;
  }
}

/** @param revision the newest one that there is; 0 for none */
export function otherRevision(revision: number): Conflict {
  const fact = revision === 0 ? 'There is no cohort of this id yet' : `The cohort is at revision ${revision}`;
  const advice =
    revision === 0 ? 'Leave `expectedRevision` out' : `Look at it, then state \`expectedRevision: ${revision}\``;
  return new Conflict(`${fact}, and that is not what you expect. Nothing was stored. ${advice}.`, { revision });
}
