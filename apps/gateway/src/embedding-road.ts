import type { Provider } from '@nestjs/common';
import { VectorSearch } from '#libs/vector-search';
import { ModelRegistry } from '#model-registry';
import { DataSource } from 'typeorm';
import { BlobStore } from './blob-store/index.js';
import { CohortAnswers, CohortCatalog, CreateCohort, PredictCohort, SlideLists } from './cohorts/index.js';
import {
  EmbeddingCatalog,
  FindSlideVectors,
  FindTileVectors,
  IndexEmbeddings,
  LinkVectors,
  NearestVectors,
  NeighbourGraph,
  PackVectors,
  RenewIndexes,
  RequestIndex,
  RetireGenerations,
  VectorFiles,
} from './embeddings/index.js';
import { EmbeddingWork } from './embedding-work.js';
import type { GatewayConfig } from '#gateway/config';
import { FeatureStore } from './feature-store/index.js';
import { JobQueue } from './jobs/index.js';
import { Log } from './logging/index.js';
import { AnswerScopes, InferencePipeline } from './pipeline/index.js';
import { provide } from './provide.js';
import { imageTowerTask } from './queries/alignment/index.js';
import { FindNeighbours } from './queries/nearest/index.js';
import { SlideCatalog } from './slide-catalog/index.js';

/** Most bytes of vectors that are kept for search: 100,000 of 1,280 numbers, twice. */
const SEARCHED_BYTES = 1_073_741_824;

/** A file that somebody stored is named within this time. */
const UNNAMED_BLOB_MS = 24 * 60 * 60 * 1000;

/** Vectors of cohorts: making their indexes, and finding neighbours in them. */
export function embeddingRoad({ role, limits }: Pick<GatewayConfig, 'role' | 'limits'>): Provider[] {
  const { exactVectors } = limits;
  return [
    provide(EmbeddingCatalog, [DataSource]),
    provide(SlideLists, [CohortCatalog, SlideCatalog, CreateCohort]),
    provide(RequestIndex, [EmbeddingCatalog, CohortCatalog, JobQueue, SlideLists]),
    { provide: VectorSearch, useFactory: () => new ClosedVectorSearch(SEARCHED_BYTES) },
    provide(NeighbourGraph, [DataSource]),
    {
      provide: NearestVectors,
      inject: [BlobStore, VectorSearch, NeighbourGraph],
      useFactory: (blobs: BlobStore, search: VectorSearch, graph: NeighbourGraph) =>
        new NearestVectors(blobs, search, graph, exactVectors),
    },
    {
      provide: LinkVectors,
      inject: [NeighbourGraph, NearestVectors, BlobStore],
      useFactory: (graph: NeighbourGraph, vectors: NearestVectors, blobs: BlobStore) =>
        new LinkVectors(graph, vectors, blobs, exactVectors),
    },
    provide(PackVectors, [BlobStore, AnswerScopes, FindSlideVectors, FindTileVectors]),
    provide(FindSlideVectors, [CohortAnswers]),
    {
      provide: FindTileVectors,
      inject: [FeatureStore, InferencePipeline],
      useFactory: (features: FeatureStore, pipeline: InferencePipeline) =>
        new FindTileVectors(features, { pipeline, task: imageTowerTask }),
    },
    provide(VectorFiles, [DataSource, BlobStore, NearestVectors]),
    provide(FindNeighbours, [EmbeddingCatalog, CohortCatalog, NearestVectors, SlideCatalog]),
    ...(role === 'api' ? [] : [indexing(), renewal(), retirement(limits.supersededIndexMs), EmbeddingWork]),
  ];
}

/** Its thread ends with the process's rooms. */
class ClosedVectorSearch extends VectorSearch {
  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}

function indexing(): Provider {
  return {
    provide: IndexEmbeddings,
    inject: [EmbeddingCatalog, CohortCatalog, PredictCohort, ModelRegistry, PackVectors, LinkVectors, NeighbourGraph],
    useFactory: (
      catalog: EmbeddingCatalog,
      cohorts: CohortCatalog,
      predict: PredictCohort,
      registry: ModelRegistry,
      pack: PackVectors,
      link: LinkVectors,
      graph: NeighbourGraph,
    ) => new IndexEmbeddings(catalog, { catalog: cohorts, predict }, registry, { pack, link, graph }),
  };
}

function renewal(): Provider {
  return {
    provide: RenewIndexes,
    inject: [ModelRegistry, EmbeddingCatalog, RequestIndex, Log],
    useFactory: (registry: ModelRegistry, catalog: EmbeddingCatalog, requests: RequestIndex, log: Log) =>
      new RenewIndexes(registry, catalog, requests, (error) => log.error('renewing embedding indexes', {}, error)),
  };
}

function retirement(keptMs: number): Provider {
  return {
    provide: RetireGenerations,
    inject: [DataSource, BlobStore, NeighbourGraph, Log],
    useFactory: (dataSource: DataSource, blobs: BlobStore, graph: NeighbourGraph, log: Log) =>
      new RetireGenerations({ dataSource, blobs }, graph, { keptMs, blobMs: UNNAMED_BLOB_MS }, (error) =>
        log.error('letting go of old embedding indexes', {}, error),
      ),
  };
}
