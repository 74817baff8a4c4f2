import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IndexEmbeddings } from './embeddings/index.js';
import { JobRunner } from './jobs/index.js';
import { askedOf } from './queries/cohort/index.js';

/** What a worker does with embeddings. It stands ready before JobWork starts the runner. */
@Injectable()
export class EmbeddingWork implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly indexing: IndexEmbeddings,
  ) {}

  onModuleInit(): void {
    this.runner.handle('INDEX_EMBEDDINGS', (job, tools) => this.indexing.run(job, tools, askedOf));
  }
}
