import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRunner } from './jobs/index.js';
import { PrepareSpatialMaps } from './spatial-maps/index.js';

/** What a worker does with maps. It stands ready before JobWork starts the runner. */
@Injectable()
export class SpatialWork implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly maps: PrepareSpatialMaps,
  ) {}

  onModuleInit(): void {
    this.runner.handle('PREPARE_SPATIAL_MAP', (job, tools) => this.maps.run(job, tools));
  }
}
