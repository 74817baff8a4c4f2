import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { insertOrIgnore } from '#libs/database';
import { StoreUnavailable } from '#libs/errors';
import { SpatialMap } from './spatial-map.entity.js';

/** The rows of each tenant's maps. */
@Injectable()
export class SpatialMapCatalog {
  constructor(private readonly dataSource: DataSource) {}

  async byDigest(tenant: string, digest: string): Promise<SpatialMap | null> {
    return this.dataSource.manager
      .createQueryBuilder(SpatialMap, 'map')
      .where('map.tenant = :tenant AND map.digest = :digest', { tenant, digest })
      .getOne();
  }

  /** Stores the row of a map whose blobs are durable. @returns the stored row: the earlier one where there was one */
  async save(row: SpatialMap): Promise<SpatialMap> {
    await insertOrIgnore(this.dataSource.manager, SpatialMap, [row]);
    const stored = await this.byDigest(row.tenant, row.digest);
    if (!stored) throw new StoreUnavailable();
    return stored;
  }
}
