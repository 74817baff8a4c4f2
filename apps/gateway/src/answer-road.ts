import type { Provider } from '@nestjs/common';
import { ModelRegistry } from '#model-registry';
import { AnswerStore } from './answer-store/index.js';
import { BlobStore } from './blob-store/index.js';
import {
  CohortAnswers,
  CohortCatalog,
  CohortFaults,
  PredictCohort,
  PredictionImports,
  StoredRows,
} from './cohorts/index.js';
import { AnswerMaps, AnswerReader, DeepZoomMaps } from './downloads/index.js';
import { FeatureStore } from './feature-store/index.js';
import { ModelGenes } from './gene-catalog/index.js';
import { LicenceGate } from './licences/index.js';
import {
  AnswerScopes,
  AnswerStamp,
  DomainReferences,
  InferencePipeline,
  ModelCalls,
  StoredReplies,
} from './pipeline/index.js';
import { provide } from './provide.js';
import { CohortPredictions, ImportedCalls, StoredPredictions } from './queries/cohort/index.js';
import { AnsweredItems, PromotionImpacts } from './queries/promotion-impact/index.js';
import { ScoreSlides } from './queries/expression/index.js';
import {
  ComparedSources,
  ComparisonRuns,
  EmbeddingComparisons,
  ExpressionComparisons,
  OtherComparisons,
  VersionComparisons,
} from './queries/comparison/index.js';
import { Router } from './routing/index.js';
import { SlideCatalog } from './slide-catalog/index.js';

/** The answer road, and what asks and reads by it. */
export const ANSWER_ROAD: Provider[] = [
  DomainReferences,
  provide(AnswerStamp, [AnswerStore, BlobStore]),
  provide(ModelCalls, [Router]),
  provide(InferencePipeline, [FeatureStore, ModelCalls, DomainReferences, AnswerStamp]),
  {
    provide: AnswerScopes,
    inject: [ModelRegistry, SlideCatalog, FeatureStore, AnswerStore, BlobStore, LicenceGate],
    useFactory: (
      registry: ModelRegistry,
      slides: SlideCatalog,
      features: FeatureStore,
      answers: AnswerStore,
      blobs: BlobStore,
      licences: LicenceGate,
    ) => new AnswerScopes(registry, { slides, features, answers, blobs, licences }),
  },
  provide(AnswerMaps, [InferencePipeline, AnswerScopes, FeatureStore]),
  provide(AnswerReader, [AnswerStore, AnswerScopes]),
  provide(DeepZoomMaps, [AnswerMaps, AnswerScopes, FeatureStore]),
];

/** Whole cohorts on the answer road. */
export const COHORT_ROAD: Provider[] = [
  provide(StoredReplies, [FeatureStore]),
  provide(CohortAnswers, [StoredReplies]),
  provide(ComparisonRuns, []),
  provide(StoredRows, [CohortAnswers, CohortFaults, InferencePipeline]),
  provide(EmbeddingComparisons, [StoredRows, ComparisonRuns]),
  provide(ExpressionComparisons, [StoredRows, ComparisonRuns, ModelGenes, ScoreSlides]),
  provide(OtherComparisons, [EmbeddingComparisons, ExpressionComparisons]),
  provide(StoredPredictions, [StoredReplies, InferencePipeline]),
  provide(CohortPredictions, [CohortAnswers, CohortFaults, StoredPredictions]),
  provide(ImportedCalls, [InferencePipeline]),
  provide(ComparedSources, [CohortPredictions, PredictionImports, ImportedCalls]),
  provide(VersionComparisons, [ComparedSources, ComparisonRuns]),
  provide(AnsweredItems, [AnswerStore]),
  provide(PromotionImpacts, [CohortCatalog, AnsweredItems, CohortPredictions]),
  {
    provide: PredictCohort,
    inject: [CohortCatalog, CohortFaults, ModelRegistry, InferencePipeline, AnswerScopes],
    useFactory: (
      catalog: CohortCatalog,
      faults: CohortFaults,
      registry: ModelRegistry,
      pipeline: InferencePipeline,
      scopes: AnswerScopes,
    ) => new PredictCohort(catalog, faults, registry, { pipeline, scopes }),
  },
];
