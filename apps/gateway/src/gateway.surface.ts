import type { Provider, Type } from '@nestjs/common';
import {
  AnswerFilesController,
  DeepZoomController,
  CardSchemasController,
  CohortFilesController,
  EmbeddingFilesController,
  ExpressionFilesController,
  FeatureFilesController,
  GeneListFilesController,
  MatrixFilesController,
  ModelFilesController,
  SlideEmbeddingFilesController,
  SlideImagesController,
  SpatialFilesController,
  SpatialPicturesController,
  SpatialTablesController,
} from './downloads/index.js';
import {
  EvaluateAlignmentResolver,
  EvaluationJobResolver,
  HeadResolver,
  ProfileAlignmentFieldResolver,
  ProfileAlignmentResolver,
  ReferenceExpressionResolver,
  SlideAlignmentFieldResolver,
  SlideAlignmentResolver,
  ZeroShotResolver,
} from './queries/alignment/index.js';
import { AnswerResolver } from './queries/answer/index.js';
import {
  CohortDomainResolver,
  CohortImportsResolver,
  CohortMemberResolver,
  CohortPredictionsResolver,
  CohortResolver,
  PredictCohortResolver,
  PredictionImportResolver,
} from './queries/cohort/index.js';
import { CompareScoresResolver, CompareVersionsResolver } from './queries/comparison/index.js';
import { MarkerEmbeddingsResolver, SlideEmbeddingResolver } from './queries/embedding/index.js';
import { EmbeddingIndexResolver } from './queries/embedding-index/index.js';
import {
  ExpressionFieldResolver,
  SlideExpressionResolver,
  SlidePathwayResolver,
  SlidePathwaySetsResolver,
} from './queries/expression/index.js';
import {
  ExpressionMatrixFieldResolver,
  ExpressionMatrixResolver,
  MatrixJobResolver,
  MatrixScoresResolver,
} from './queries/expression-matrix/index.js';
import { FeaturesResolver } from './queries/features/index.js';
import {
  GenePanelFieldResolver,
  GenePanelResolver,
  GeneSetCollectionFieldResolver,
  GeneSetCollectionResolver,
  GeneSetResolver,
  OverRepresentationResolver,
} from './queries/gene-panel/index.js';
import { JobResolver } from './queries/job/index.js';
import {
  LicenceResolver,
  ModelCatalogResolver,
  ModelLineageResolver,
  ModelReadinessResolver,
  TritonModelResolver,
} from './queries/model-catalog/index.js';
import { ModelServerResolver, PlacementResolver } from './queries/model-server/index.js';
import { NearestResolver } from './queries/nearest/index.js';
import { PlannedImpactResolver, PromotionImpactResolver } from './queries/promotion-impact/index.js';
import { RegistrySyncResolver } from './queries/registry-source/index.js';
import {
  ModelNotesResolver,
  RegisterVersionResolver,
  RegistryWritesResolver,
  RoutingWritesResolver,
} from './queries/registry-writes/index.js';
import { SlideCatalogResolver, SlideResolver } from './queries/slide-catalog/index.js';
import {
  MatrixSignatureResolver,
  MatrixSignatureSamplesResolver,
  SignatureFieldResolver,
  SignatureResolver,
  SlideSignatureResolver,
} from './queries/signature/index.js';
import {
  SlidePredictionFieldResolver,
  SlidePredictionResolver,
  TargetPredictionResolver,
} from './queries/slide-prediction/index.js';
import { SPATIAL_RESOLVERS } from './queries/spatial-map/index.js';
import { UploadsController } from './uploads/index.js';
import { MlflowWebhookController } from './webhooks/index.js';

/** What answers beside GraphQL. */
export const CONTROLLERS: readonly Type[] = [
  AnswerFilesController,
  DeepZoomController,
  CardSchemasController,
  CohortFilesController,
  EmbeddingFilesController,
  ExpressionFilesController,
  FeatureFilesController,
  GeneListFilesController,
  MatrixFilesController,
  MlflowWebhookController,
  ModelFilesController,
  SlideEmbeddingFilesController,
  SlideImagesController,
  SpatialFilesController,
  SpatialPicturesController,
  SpatialTablesController,
  UploadsController,
];

/** What answers the fields of the schema, beside the viewer's, which is the edge's. */
export const RESOLVERS: readonly Provider[] = [
  AnswerResolver,
  CohortDomainResolver,
  CohortImportsResolver,
  CohortMemberResolver,
  CohortPredictionsResolver,
  CohortResolver,
  EvaluateAlignmentResolver,
  EvaluationJobResolver,
  ExpressionFieldResolver,
  ExpressionMatrixFieldResolver,
  ExpressionMatrixResolver,
  CompareScoresResolver,
  CompareVersionsResolver,
  EmbeddingIndexResolver,
  FeaturesResolver,
  GenePanelFieldResolver,
  GenePanelResolver,
  GeneSetCollectionFieldResolver,
  GeneSetCollectionResolver,
  GeneSetResolver,
  HeadResolver,
  JobResolver,
  LicenceResolver,
  MatrixJobResolver,
  MatrixScoresResolver,
  MatrixSignatureResolver,
  MatrixSignatureSamplesResolver,
  ModelCatalogResolver,
  ModelLineageResolver,
  ModelNotesResolver,
  ModelReadinessResolver,
  ModelServerResolver,
  NearestResolver,
  OverRepresentationResolver,
  PlacementResolver,
  PlannedImpactResolver,
  PredictCohortResolver,
  PredictionImportResolver,
  ProfileAlignmentFieldResolver,
  ProfileAlignmentResolver,
  PromotionImpactResolver,
  ReferenceExpressionResolver,
  RegisterVersionResolver,
  RegistrySyncResolver,
  RegistryWritesResolver,
  RoutingWritesResolver,
  SlideAlignmentFieldResolver,
  SlideAlignmentResolver,
  SignatureFieldResolver,
  SignatureResolver,
  SlideSignatureResolver,
  SlideCatalogResolver,
  SlideEmbeddingResolver,
  MarkerEmbeddingsResolver,
  SlideExpressionResolver,
  SlidePathwayResolver,
  SlidePathwaySetsResolver,
  SlidePredictionFieldResolver,
  SlidePredictionResolver,
  SlideResolver,
  ...SPATIAL_RESOLVERS,
  TargetPredictionResolver,
  TritonModelResolver,
  ZeroShotResolver,
];
