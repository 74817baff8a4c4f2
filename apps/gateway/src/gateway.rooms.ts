import { join } from 'node:path';
import type { DynamicModule, Provider, Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ModelRegistry, RegistryWriter, VersionRegistrar } from '#model-registry';
import { AnswerStore, AnswerStoreModule } from './answer-store/index.js';
import { AuditLog, PostgresAuditSink } from './audit/index.js';
import { AuditOfWrites } from './audit-of-writes.js';
import { BlobStore, BlobStoreModule } from './blob-store/index.js';
import { CohortsModule } from './cohorts/index.js';
import { ALIGNMENT_ROAD } from './alignment-road.js';
import { ANSWER_ROAD, COHORT_ROAD } from './answer-road.js';
import { embeddingRoad } from './embedding-road.js';
import type { EdgeParts } from './edge.module.js';
import { CONTROLLERS, RESOLVERS } from './gateway.surface.js';
import { ExpressionMatricesModule, MatrixCatalog } from './expression-matrices/index.js';
import { FeatureStore, FeatureStoreModule } from './feature-store/index.js';
import type { GatewayConfig } from '#gateway/config';
import { CohortCatalog, StoredRows } from './cohorts/index.js';
import { GeneCatalog, GeneCatalogModule, ListLines, ModelGenes } from './gene-catalog/index.js';
import { Metrics, ReadinessChecks } from './http/index.js';
import { ImportFeatures, PrepareFeatures } from './ingest/index.js';
import { JobsModule } from './jobs/index.js';
import { JobWork } from './job-work.js';
import { MatrixWork } from './matrix-work.js';
import { LicenceAcceptances, LicenceGate } from './licences/index.js';
import { Log } from './logging/index.js';
import type { Resources } from './open-resources.js';
import { MetricsOfAnswers } from './metrics-of-answers.js';
import { MetricsOfServers } from './metrics-of-servers.js';
import { AnswerScopes, InferencePipeline, ModelCalls } from './pipeline/index.js';
import { provide } from './provide.js';
import { WrittenValues } from './queries/arrays/index.js';
import {
  AskSlides,
  CohortStandings,
  PredictedPathways,
  PredictedSets,
  PredictedStandings,
  ScoreSlides,
  SlideExpressions,
} from './queries/expression/index.js';
import { AddSlide } from './queries/slide-catalog/index.js';
import { RegisterModelVersions } from './registration/index.js';
import { ReadinessOfRooms } from './readiness-of-rooms.js';
import { Fleet, Router } from './routing/index.js';
import { measurements, SPATIAL_ROAD } from './spatial-road.js';
import { SpatialWork } from './spatial-work.js';
import { SettlementOfWrites } from './settlement-of-writes.js';
import { CallerLimits, RegistryHints } from './shared-state/index.js';
import { SlideCatalog, SlideCatalogModule } from './slide-catalog/index.js';
import { Uploads } from './uploads/index.js';

/** What stands behind the edge. */
export interface GatewayRooms extends EdgeParts {
  /** @param edge provides GATEWAY_CONFIG, Log, Authenticator, Admission, CallerLimits, Metrics, ReadinessChecks, ActiveRequests and AuditLog */
  modules(edge: DynamicModule): readonly (DynamicModule | Type)[];
}

class ResourcesModule {}
class RoomsModule {}

/** Every room of the gateway on its resources. A new task adds its resolver to `gateway.surface.ts` and nothing else. */
export function gatewayRooms(config: GatewayConfig, resources: Resources): GatewayRooms {
  const { database, blobs, registry, writer, registrar, router, fleet, sharedState } = resources;
  const values: Provider[] = [
    { provide: DataSource, useValue: database.dataSource },
    { provide: ModelRegistry, useValue: registry },
    { provide: RegistryWriter, useValue: writer },
    { provide: VersionRegistrar, useValue: registrar },
    { provide: Router, useValue: router },
    { provide: Fleet, useValue: fleet },
    { provide: RegistryHints, useValue: sharedState.hints },
  ];
  const store: DynamicModule = {
    module: ResourcesModule,
    providers: values,
    exports: [DataSource, ModelRegistry, RegistryWriter, VersionRegistrar, Router, Fleet, RegistryHints],
  };
  const blobStore = BlobStoreModule.of(blobs);
  // The embedded store is locked: nobody else writes, and a job that runs when this process starts was left by one that is gone.
  const isAlone = database.kind === 'embedded';
  const slides = SlideCatalogModule.over(store, isAlone);
  const uploads = new Uploads(join(config.blobDir, 'uploads'), config.limits.uploadBytes);
  const genes = GeneCatalogModule.over(store, blobStore, uploads, config.slideRoots);
  const stores = [
    store,
    blobStore,
    slides,
    CohortsModule.over(store, slides),
    FeatureStoreModule.over(store, blobStore, { isAlone }),
    AnswerStoreModule.over(store, config.limits.answerCacheBytes),
    genes,
    ExpressionMatricesModule.over({ store, blobs: blobStore, genes }, uploads, config.slideRoots),
    JobsModule.over(store, { isAlone, leaseMs: config.limits.jobLeaseMs }),
  ];
  return {
    auditSink: { useFactory: () => new PostgresAuditSink(database.dataSource) },
    callerLimits: new CallerLimits(config, sharedState.link),
    modules: (edge) => [
      {
        module: RoomsModule,
        imports: [edge, ...stores],
        controllers: [...CONTROLLERS],
        providers: [
          ...ANSWER_ROAD,
          ...COHORT_ROAD,
          ...SPATIAL_ROAD,
          ...embeddingRoad(config),
          ...ALIGNMENT_ROAD,
          measurements(config.slideRoots),
          ...licences(config),
          ...ingestRoad(config),
          registrations(config),
          { provide: ModelGenes, useValue: new ModelGenes(config.geneSymbols) },
          provide(WrittenValues, []),
          provide(AskSlides, [InferencePipeline, AnswerScopes, ModelGenes, Uploads]),
          provide(CohortStandings, [MatrixCatalog, BlobStore, ModelGenes]),
          provide(PredictedStandings, [CohortCatalog, StoredRows, AnswerScopes]),
          provide(SlideExpressions, [AskSlides, WrittenValues]),
          provide(ScoreSlides, [GeneCatalog, MatrixCatalog, BlobStore]),
          provide(PredictedSets, [GeneCatalog, ListLines]),
          provide(PredictedPathways, [AskSlides, PredictedSets]),
          ...RESOLVERS,
          ...readiness(resources),
          auditOfWrites(resources),
          settlementOfWrites(resources),
          provide(MetricsOfServers, [Metrics, Fleet, Router]),
          provide(MetricsOfAnswers, [Metrics, AnswerStore, ModelCalls, InferencePipeline]),
        ],
      },
    ],
  };
}

function licences({ licences: policy }: GatewayConfig): Provider[] {
  return [
    {
      provide: LicenceGate,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => new LicenceGate(policy, new LicenceAcceptances(dataSource)),
    },
  ];
}

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
    ...(role === 'api' ? [] : [MatrixWork, SpatialWork, JobWork]),
  ];
}

function registrations({ modelRoots }: GatewayConfig): Provider {
  return {
    provide: RegisterModelVersions,
    inject: [ModelRegistry, VersionRegistrar, Router],
    useFactory: (registry: ModelRegistry, registrar: VersionRegistrar, router: Router) =>
      new RegisterModelVersions(registry, registrar, router, modelRoots),
  };
}

function readiness({ database, servers, sharedState }: Resources): Provider[] {
  const inject = [ReadinessChecks, Log];
  return [
    {
      provide: ReadinessOfRooms,
      inject,
      useFactory: (checks: ReadinessChecks, log: Log) =>
        new ReadinessOfRooms(checks, { database, servers, sharedState }, log),
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

function settlementOfWrites({ outbox, through, registry }: Resources): Provider {
  return {
    provide: SettlementOfWrites,
    inject: [AuditOfWrites, Log],
    useFactory: (audit: AuditOfWrites, log: Log) => new SettlementOfWrites({ outbox, through }, registry, audit, log),
  };
}
