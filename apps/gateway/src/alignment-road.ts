import type { Provider } from '@nestjs/common';
import { ReferenceSets } from './alignment/index.js';
import { AnswerStore } from './answer-store/index.js';
import { BlobStore } from './blob-store/index.js';
import { NearestVectors } from './embeddings/index.js';
import { MatrixCatalog } from './expression-matrices/index.js';
import { FeatureStore } from './feature-store/index.js';
import { ModelGenes } from './gene-catalog/index.js';
import { AnswerScopes, InferencePipeline, ModelCalls, ProfilePipeline } from './pipeline/index.js';
import { provide } from './provide.js';
import { AskedVectors } from './queries/nearest/index.js';
import {
  AlignedProfiles,
  AlignmentEvaluations,
  EvaluationJobs,
  PairImages,
  PairProfiles,
  ProfileTables,
  ZeroShotScores,
} from './queries/alignment/index.js';

/** Alignment heads on the answer road: images and profiles through their towers, and what is made of both. */
export const ALIGNMENT_ROAD: Provider[] = [
  ReferenceSets,
  provide(ProfilePipeline, [ModelCalls, AnswerStore, BlobStore]),
  provide(ProfileTables, [MatrixCatalog, BlobStore]),
  provide(AlignedProfiles, [ProfilePipeline, ProfileTables, ModelGenes]),
  provide(ZeroShotScores, [ProfilePipeline, ModelGenes, ReferenceSets]),
  provide(AskedVectors, [NearestVectors, InferencePipeline, AlignedProfiles]),
  provide(PairImages, [InferencePipeline, FeatureStore]),
  provide(PairProfiles, [ProfileTables, ModelGenes, ProfilePipeline]),
  provide(AlignmentEvaluations, [ReferenceSets, PairImages, PairProfiles]),
  provide(EvaluationJobs, [AnswerScopes, AlignmentEvaluations]),
];
