import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { insertOrIgnore } from '#libs/database';
import { Conflict, StoreUnavailable } from '#libs/errors';
import { SpatialMeasurement } from './spatial-measurement.entity.js';

// What two additions of one measurement must agree in; who brought it, and when, is the first one's.
const STATED = ['id', 'digest', 'slideId', 'name', 'source', 'licence', 'valueKind', 'unit', 'spotDiameterPx'] as const;

/** The measurements of each tenant's slides: a row is added once and never changed. */
@Injectable()
export class MeasurementCatalog {
  constructor(private readonly dataSource: DataSource) {}

  async byId(tenant: string, id: string): Promise<SpatialMeasurement | null> {
    return this.dataSource.manager.createQueryBuilder(SpatialMeasurement, 'one').where({ tenant, id }).getOne();
  }

  /** Oldest first. */
  async ofSlide(tenant: string, slideId: string): Promise<readonly SpatialMeasurement[]> {
    return this.dataSource.manager
      .createQueryBuilder(SpatialMeasurement, 'one')
      .where({ tenant, slideId })
      .orderBy({ 'one.createdAt': 'ASC', 'one.id': 'ASC' })
      .limit(1000)
      .getMany();
  }

  /** @returns the stored row: the earlier one where the same was there already @throws Conflict where another one has the id, or this one another id or facts */
  async save(row: SpatialMeasurement): Promise<SpatialMeasurement> {
    await insertOrIgnore(this.dataSource.manager, SpatialMeasurement, [row]);
    const { tenant, id, digest } = row;
    const stored = await this.dataSource.manager
      .createQueryBuilder(SpatialMeasurement, 'one')
      .where([
        { tenant, id },
        { tenant, digest },
      ])
      .getMany();
    const [first] = stored;
    if (!first) throw new StoreUnavailable();
    const fields = STATED.filter((field) => stored.some((other) => other[field] !== row[field]));
    if (fields.length > 0)
      throw new Conflict(
        'A spatial measurement of this id, or of this content, is registered already with other facts. Nothing was changed.',
        { fields, id: first.id },
      );
    return first;
  }
}
