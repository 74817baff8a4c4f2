import type { Provider, Type } from '@nestjs/common';
import {
  AnswerFilesController,
  CardSchemasController,
  FeatureFilesController,
  GeneListFilesController,
  ModelFilesController,
  SlideImagesController,
} from './downloads/index.js';
import { AnswerResolver } from './queries/answer/index.js';
import { SlideEmbeddingResolver } from './queries/embedding/index.js';
import { FeaturesResolver } from './queries/features/index.js';
import {
  GenePanelFieldResolver,
  GenePanelResolver,
  GeneSetCollectionFieldResolver,
  GeneSetCollectionResolver,
  GeneSetResolver,
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
import { RegistrySyncResolver } from './queries/registry-source/index.js';
import {
  ModelNotesResolver,
  RegisterVersionResolver,
  RegistryWritesResolver,
  RoutingWritesResolver,
} from './queries/registry-writes/index.js';
import { SlideCatalogResolver, SlideResolver } from './queries/slide-catalog/index.js';
import {
  SlidePredictionFieldResolver,
  SlidePredictionResolver,
  TargetPredictionResolver,
} from './queries/slide-prediction/index.js';
import { MlflowWebhookController } from './webhooks/index.js';

/** What answers beside GraphQL. */
export const CONTROLLERS: readonly Type[] = [
  AnswerFilesController,
  CardSchemasController,
  FeatureFilesController,
  GeneListFilesController,
  MlflowWebhookController,
  ModelFilesController,
  SlideImagesController,
];

/** What answers the fields of the schema, beside the viewer's, which is the edge's. */
export const RESOLVERS: readonly Provider[] = [
  AnswerResolver,
  FeaturesResolver,
  GenePanelFieldResolver,
  GenePanelResolver,
  GeneSetCollectionFieldResolver,
  GeneSetCollectionResolver,
  GeneSetResolver,
  JobResolver,
  LicenceResolver,
  ModelCatalogResolver,
  ModelLineageResolver,
  ModelNotesResolver,
  ModelReadinessResolver,
  ModelServerResolver,
  PlacementResolver,
  RegisterVersionResolver,
  RegistrySyncResolver,
  RegistryWritesResolver,
  RoutingWritesResolver,
  SlideCatalogResolver,
  SlideEmbeddingResolver,
  SlidePredictionFieldResolver,
  SlidePredictionResolver,
  SlideResolver,
  TargetPredictionResolver,
  TritonModelResolver,
];
