import { CreateStore1763683200000 } from './1763683200000-create-store.js';
import { CreateRegistryWrite1763748000000 } from './1763748000000-create-registry-write.js';
import { CreateGeneLists1763769600000 } from './1763769600000-create-gene-lists.js';
import { CreateLicenceAcceptance1763773200000 } from './1763773200000-create-licence-acceptance.js';
import { CreateDigestPin1763776800000 } from './1763776800000-create-digest-pin.js';
import { CreateRegistryIntent1763784000000 } from './1763784000000-create-registry-intent.js';
import { CreateCohort1763792000000 } from './1763792000000-create-cohort.js';
import { CreateCohortFault1763792100000 } from './1763792100000-create-cohort-fault.js';
import { CreatePredictionImport1763792200000 } from './1763792200000-create-prediction-import.js';
import { CreateExpressionMatrices1763793000000 } from './1763793000000-create-expression-matrices.js';
import { CreateGeneSignature1763810000000 } from './1763810000000-create-gene-signature.js';
import { CreateSpatialMaps1763820000000 } from './1763820000000-create-spatial-maps.js';
import { CreateSpatialMeasurement1763820100000 } from './1763820100000-create-spatial-measurement.js';
import { CreateEmbeddingIndex1763830000000 } from './1763830000000-create-embedding-index.js';
import { CreateEmbeddingFile1763830100000 } from './1763830100000-create-embedding-file.js';
import { CreateEmbeddingVector1763830200000 } from './1763830200000-create-embedding-vector.js';
import { CreateDiscardedBlob1763866000000 } from './1763866000000-create-discarded-blob.js';
import { AddVectorLevels1763865000000 } from './1763865000000-add-vector-levels.js';

/** Every migration, oldest first. One that has been released is never edited: the next one changes what it did. */
export const migrations = [
  CreateStore1763683200000,
  CreateRegistryWrite1763748000000,
  CreateGeneLists1763769600000,
  CreateLicenceAcceptance1763773200000,
  CreateDigestPin1763776800000,
  CreateRegistryIntent1763784000000,
  CreateCohort1763792000000,
  CreateCohortFault1763792100000,
  CreatePredictionImport1763792200000,
  CreateExpressionMatrices1763793000000,
  CreateGeneSignature1763810000000,
  CreateSpatialMaps1763820000000,
  CreateSpatialMeasurement1763820100000,
  CreateEmbeddingIndex1763830000000,
  CreateEmbeddingFile1763830100000,
  CreateEmbeddingVector1763830200000,
  CreateDiscardedBlob1763866000000,
  AddVectorLevels1763865000000,
] as const;
