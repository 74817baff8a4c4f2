import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRunner } from './jobs/index.js';
import { AddMeasurements, PrepareSpatialMaps } from './spatial-maps/index.js';

/** What a worker does with maps and measurements. It stands ready before JobWork starts the runner. */
@Injectable()
export class SpatialWork implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly maps: PrepareSpatialMaps,
    private readonly measurements: AddMeasurements,
  ) {}

  onModuleInit(): void {
    this.runner.handle('PREPARE_SPATIAL_MAP', (job, tools) => this.maps.run(job, tools));
    this.runner.handle('ADD_SPATIAL_MEASUREMENT', (job, tools) => this.measurements.run(job, tools));
  }
}
