import { Answer } from '#gateway/answer-store';
import { CohortFault, CohortItem, CohortRevision, ImportedScore, PredictionImport } from '#gateway/cohorts';
import { DigestPin } from '#gateway/digest-pins';
import { EmbeddingFile, EmbeddingGeneration, EmbeddingIndex, EmbeddingVector } from '#gateway/embeddings';
import { ExpressionMatrix, MatrixScoresRow } from '#gateway/expression-matrices';
import { FeatureBag } from '#gateway/feature-store';
import { GenePanel, GeneSetCollection, GeneSignature } from '#gateway/gene-catalog';
import { Job } from '#gateway/jobs';
import { LicenceAcceptance } from '#gateway/licences';
import { RegistryIntentRow, RegistryWriteRow } from '#gateway/registry-journal';
import { Slide } from '#gateway/slide-catalog';
import { SpatialMap, SpatialMeasurement } from '#gateway/spatial-maps';

/** Every entity of the store, as the gateway passes them to openDatabase. */
export const storeEntities = [
  Slide,
  FeatureBag,
  Answer,
  Job,
  GenePanel,
  GeneSetCollection,
  GeneSignature,
  ExpressionMatrix,
  MatrixScoresRow,
  SpatialMap,
  SpatialMeasurement,
  LicenceAcceptance,
  RegistryWriteRow,
  DigestPin,
  RegistryIntentRow,
  CohortRevision,
  CohortItem,
  CohortFault,
  PredictionImport,
  ImportedScore,
  EmbeddingIndex,
  EmbeddingGeneration,
  EmbeddingFile,
  EmbeddingVector,
] as const;
