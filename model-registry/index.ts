export { type CalibratedScore, selectedCalibration } from './src/applicable-calibration.js';
export { canonicalJson } from './src/canonical-json.js';
export * from './src/card/calibration-record.js';
export type * from './src/card/model-card.js';
export { parseCalibrationRecord } from './src/card/parse-calibration-record.js';
export type { DescribedCard } from './src/card/described-card.js';
export { parseDescribedCard } from './src/card/parse-described-card.js';
export { parseModelCard } from './src/card/parse-model-card.js';
export { Catalogue } from './src/catalogue/catalogue.js';
export { type DocumentChange } from './src/catalogue/compare-documents.js';
export {
  compareVersions,
  type PlacedThreshold,
  type TensorChange,
  type ThresholdChange,
  type VersionChanges,
} from './src/catalogue/compare-versions.js';
export { type CataloguePage, type PageWish } from './src/catalogue/keyed-page.js';
export { Lineage, type LineageLink, type LineageRole, type LineageUse } from './src/catalogue/lineage.js';
export { isSortKey, type CatalogueOrder, type SortKey } from './src/catalogue/sort-keys.js';
export { type VersionFilter } from './src/catalogue/version-filter.js';
export {
  compareFeatureContract,
  featureContractOf,
  type FeatureContract,
  type FoundFeatureContract,
} from './src/compare-feature-contract.js';
export { columnsOf, isCountingVotes, membersAsked, runningParts } from './src/components.js';
export { cardDigest, jsonDigest, recordDigest } from './src/digests.js';
export { effectiveLicence, type EffectiveLicence } from './src/effective-licence.js';
export type { PinStore, Pins } from './src/pin-store.js';
export { licenceTermsDigest, type LicenceTerms } from './src/licence-terms.js';
export { formatModelRef, parseModelRef, type ModelRef, type ModelSelector } from './src/model-ref.js';
export { ManagedVersions } from './src/packages/managed-versions.js';
export {
  openPackage,
  verifyPackage,
  type PackagedRecord,
  type PackageFile,
  type VersionPackage,
} from './src/packages/version-package.js';
export type * from './src/registered-model.js';
export type { RegistrySnapshot } from './src/registry-snapshot.js';
export { ModelRegistry, type ModelRegistryOptions, type SnapshotListener } from './src/registry.js';
export { localSources } from './src/sources/local-sources.js';
export { MlflowSource, type MlflowSourceOptions } from './src/sources/mlflow/mlflow.source.js';
export type * from './src/sources/registry-source.js';
export { spaceId, spaceIdOf } from './src/space-id.js';
export { findModel } from './src/writes/find-model.js';
export type { ModelServing, Rollout, Shadow, WrittenPlacement } from './src/writes/model-serving.js';
export type { MoveAlias } from './src/writes/move-alias.js';
export type { PlaceVersion } from './src/writes/place-version.js';
export type { RegisterVersion } from './src/writes/asked-registration.js';
export type { CopyTools } from './src/writes/registration-copy.js';
export { managedRegistrationsIn } from './src/writes/registered-versions.js';
export type * from './src/writes/registry-journal.js';
export { parseWriteContent, type RegistryWrite, type WriteContent, type Writer } from './src/writes/registry-write.js';
export { RegistryWriter } from './src/writes/registry-writer.js';
export { armOf, BUCKETS, sizeOf } from './src/writes/rollout-buckets.js';
export type { SetRollout } from './src/writes/set-rollout.js';
export { VersionRegistrar } from './src/writes/version-registrar.js';
export { parseServerPlace } from './src/writes/through/server-place.js';
export { settleAll, type SettledIntent } from './src/writes/through/settle-all.js';
export { ThroughSource } from './src/writes/through/through.source.js';
export { ThroughWriter } from './src/writes/through/through-writer.js';
export type { WritableServer } from './src/writes/through/through-plan.js';
export type * from './src/writes/through/write-outbox.js';
export type { RegistryChange, WriteOptions, WriteResult } from './src/writes/write-result.js';
export { WrittenSource } from './src/writes/written.source.js';
