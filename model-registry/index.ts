export { canonicalJson } from './src/canonical-json.js';
export * from './src/card/calibration-record.js';
export * from './src/card/model-card.js';
export { parseCalibrationRecord } from './src/card/parse-calibration-record.js';
export { parseModelCard } from './src/card/parse-model-card.js';
export {
  compareFeatureContract,
  featureContractOf,
  type FeatureContract,
  type FoundFeatureContract,
} from './src/compare-feature-contract.js';
export { runningParts } from './src/components.js';
export { cardDigest, jsonDigest, recordDigest } from './src/digests.js';
export { effectiveLicence, type EffectiveLicence } from './src/effective-licence.js';
export { formatModelRef, parseModelRef, type ModelRef, type ModelSelector } from './src/model-ref.js';
export type * from './src/registered-model.js';
export type { RegistrySnapshot } from './src/registry-snapshot.js';
export { ModelRegistry, type ModelRegistryOptions, type SnapshotListener } from './src/registry.js';
export { localSources } from './src/sources/local-sources.js';
export type * from './src/sources/registry-source.js';
export { findModel } from './src/writes/find-model.js';
export type { MoveAlias } from './src/writes/move-alias.js';
export type * from './src/writes/registry-journal.js';
export { parseWriteContent, type RegistryWrite, type WriteContent, type Writer } from './src/writes/registry-write.js';
export { RegistryWriter } from './src/writes/registry-writer.js';
export type { RegistryChange, WriteOptions, WriteResult } from './src/writes/write-result.js';
export { WrittenSource } from './src/writes/written.source.js';
