import { Answer } from '#gateway/answer-store';
import { DigestPin } from '#gateway/digest-pins';
import { FeatureBag } from '#gateway/feature-store';
import { GenePanel, GeneSetCollection } from '#gateway/gene-catalog';
import { Job } from '#gateway/jobs';
import { LicenceAcceptance } from '#gateway/licences';
import { RegistryIntentRow, RegistryWriteRow } from '#gateway/registry-journal';
import { Slide } from '#gateway/slide-catalog';

/** Every entity of the store, as the gateway passes them to openDatabase. */
export const storeEntities = [
  Slide,
  FeatureBag,
  Answer,
  Job,
  GenePanel,
  GeneSetCollection,
  LicenceAcceptance,
  RegistryWriteRow,
  DigestPin,
  RegistryIntentRow,
] as const;
