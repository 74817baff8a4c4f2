import type { DynamicModule, Provider, Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ModelRegistry, RegistryWriter } from '#model-registry';
import { AnswerStore, AnswerStoreModule } from './answer-store/index.js';
import { AuditLog, PostgresAuditSink } from './audit/index.js';
import { AuditOfWrites } from './audit-of-writes.js';
import { BlobStore, BlobStoreModule } from './blob-store/index.js';
import { AnswerFilesController, AnswerMaps, FeatureFilesController, SlideImagesController } from './downloads/index.js';
import type { AuditSinkFactory } from './edge.module.js';
import { FeatureStore, FeatureStoreModule } from './feature-store/index.js';
import type { GatewayConfig } from '#gateway/config';
import { ReadinessChecks } from './http/index.js';
import { ImportFeatures, PrepareFeatures } from './ingest/index.js';
import { JobsModule } from './jobs/index.js';
import { JobWork } from './job-work.js';
import { Log } from './logging/index.js';
import type { Resources } from './open-resources.js';
import { AnswerScopes, AnswerStamp, DomainReferences, InferencePipeline } from './pipeline/index.js';
import { AnswerResolver } from './queries/answer/index.js';
import { SlideEmbeddingResolver } from './queries/embedding/index.js';
import { FeaturesResolver } from './queries/features/index.js';
import { JobResolver } from './queries/job/index.js';
import { ModelCatalogResolver, ModelReadinessResolver } from './queries/model-catalog/index.js';
import { AddSlide, SlideCatalogResolver, SlideResolver } from './queries/slide-catalog/index.js';
import { ModelNotesResolver, RegistryWritesResolver } from './queries/registry-writes/index.js';
import {
  SlidePredictionFieldResolver,
  SlidePredictionResolver,
  TargetPredictionResolver,
} from './queries/slide-prediction/index.js';
import { ReadinessOfRooms } from './readiness-of-rooms.js';
import { Router } from './routing/index.js';
import { SlideCatalog, SlideCatalogModule } from './slide-catalog/index.js';

/** What stands behind the edge. */
export interface GatewayRooms {
  readonly auditSink: AuditSinkFactory;
  /** @param edge provides GATEWAY_CONFIG, Log, Authenticator, Admission, Metrics, ReadinessChecks, ActiveRequests and AuditLog */
  modules(edge: DynamicModule): readonly (DynamicModule | Type)[];
}

class ResourcesModule {}
class RoomsModule {}

/** Every room of the gateway on its resources. A new task adds its resolver to RESOLVERS and nothing else. */
export function gatewayRooms(config: GatewayConfig, resources: Resources): GatewayRooms {
  const { database, blobs, registry, writer, router } = resources;
  const values: Provider[] = [
    { provide: DataSource, useValue: database.dataSource },
    { provide: ModelRegistry, useValue: registry },
    { provide: RegistryWriter, useValue: writer },
    { provide: Router, useValue: router },
  ];
  const store: DynamicModule = {
    module: ResourcesModule,
    providers: values,
    exports: [DataSource, ModelRegistry, RegistryWriter, Router],
  };
  const blobStore = BlobStoreModule.of(blobs);
  const stores = [
    store,
    blobStore,
    SlideCatalogModule.over(store),
    FeatureStoreModule.over(store, blobStore),
    AnswerStoreModule.over(store),
    // The embedded store is locked: a job that runs when this process starts was left by one that is gone.
    JobsModule.over(store, { isAlone: database.kind === 'embedded' }),
  ];
  return {
    auditSink: { useFactory: () => new PostgresAuditSink(database.dataSource) },
    modules: (edge) => [
      {
        module: RoomsModule,
        imports: [edge, ...stores],
        controllers: [AnswerFilesController, FeatureFilesController, SlideImagesController],
        providers: [
          ...ANSWER_ROAD,
          ...ingestRoad(config),
          ...RESOLVERS,
          ...readiness(resources),
          auditOfWrites(resources),
        ],
      },
    ],
  };
}

/** What answers the fields of the schema, beside the viewer's, which is the edge's. */
export const RESOLVERS: readonly Provider[] = [
  AnswerResolver,
  FeaturesResolver,
  JobResolver,
  ModelCatalogResolver,
  ModelNotesResolver,
  ModelReadinessResolver,
  RegistryWritesResolver,
  SlideCatalogResolver,
  SlideEmbeddingResolver,
  SlidePredictionFieldResolver,
  SlidePredictionResolver,
  SlideResolver,
  TargetPredictionResolver,
];

const ANSWER_ROAD: Provider[] = [
  DomainReferences,
  provide(AnswerStamp, [AnswerStore, BlobStore]),
  provide(InferencePipeline, [FeatureStore, Router, DomainReferences, AnswerStamp]),
  {
    provide: AnswerScopes,
    inject: [ModelRegistry, SlideCatalog, FeatureStore, AnswerStore, BlobStore],
    useFactory: (
      registry: ModelRegistry,
      slides: SlideCatalog,
      features: FeatureStore,
      answers: AnswerStore,
      blobs: BlobStore,
    ) => new AnswerScopes(registry, { slides, features, answers, blobs }),
  },
  provide(AnswerMaps, [InferencePipeline, AnswerScopes, FeatureStore]),
];

function ingestRoad({ slideRoots, role }: GatewayConfig): Provider[] {
  return [
    provide(PrepareFeatures, [ModelRegistry, SlideCatalog, FeatureStore, Router]),
    {
      provide: ImportFeatures,
      inject: [FeatureStore],
      useFactory: (features: FeatureStore) => new ImportFeatures(features, slideRoots),
    },
    {
      provide: AddSlide,
      inject: [SlideCatalog],
      useFactory: (slides: SlideCatalog) => new AddSlide(slides, slideRoots),
    },
    ...(role === 'api' ? [] : [JobWork]),
  ];
}

function readiness({ database, servers }: Resources): Provider[] {
  const inject = [ReadinessChecks, Log];
  return [
    {
      provide: ReadinessOfRooms,
      inject,
      useFactory: (checks: ReadinessChecks, log: Log) => new ReadinessOfRooms(checks, database, servers, log),
    },
  ];
}

function auditOfWrites({ database, registry }: Resources): Provider {
  const isAlone = database.kind === 'embedded';
  return {
    provide: AuditOfWrites,
    inject: [AuditLog, Log],
    useFactory: (audit: AuditLog, log: Log) =>
      new AuditOfWrites(database.dataSource, registry, audit, { isAlone, log }),
  };
}

/** A class whose constructor takes exactly these, in this order. */
function provide(type: Type, inject: NonNullable<Extract<Provider, { inject?: unknown }>['inject']>): Provider {
  return { provide: type, inject, useFactory: (...dependencies: unknown[]) => new type(...dependencies) };
}
