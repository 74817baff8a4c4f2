import { insertOrIgnore } from '#libs/database';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { CohortFault } from './cohort-fault.entity.js';
import type { CohortRevision } from './cohort-revision.entity.js';

/** Faults of predictions over cohorts: of each version the last ones. */
@Injectable()
export class CohortFaults {
  constructor(private readonly dataSource: DataSource) {}

  /** Forgets what an earlier prediction said: the versions are asked anew. */
  async clear({ tenant, id, revision }: CohortRevision, modelDigests: readonly string[]): Promise<void> {
    const where = { tenant, cohortId: id, revision, modelDigest: In([...modelDigests]) };
    await this.dataSource.manager.delete(CohortFault, where);
  }

  /** One statement. A fault that is there already stays. */
  async add(faults: readonly CohortFault[]): Promise<void> {
    if (faults.length > 0) await insertOrIgnore(this.dataSource.manager, CohortFault, faults);
  }

  /** Those of one version by place and member, of the items from one place to another; one statement. */
  async of(
    { tenant, id, revision }: CohortRevision,
    modelDigest: string,
    { from, count }: { readonly from: number; readonly count: number },
  ): Promise<ReadonlyMap<string, CohortFault>> {
    const found = await this.dataSource.manager
      .createQueryBuilder(CohortFault, 'fault')
      .where({ tenant, cohortId: id, revision, modelDigest })
      .andWhere('fault.position >= :from AND fault.position < :to', { from, to: from + count })
      .getMany();
    return new Map(found.map((fault) => [faultKey(fault.position, fault.member), fault]));
  }
}

/** How a fault is named among those of one version. */
export function faultKey(position: number, member: number): string {
  return `${position}/${member}`;
}
