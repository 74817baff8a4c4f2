import { type ModelVersion, parseModelRef, type RegistrySnapshot } from '#model-registry';

/** Step 1. A reference becomes one immutable version, by the snapshot that the whole operation uses: every field sees the same champion. */
export function resolveModel(snapshot: RegistrySnapshot, ref: string): ModelVersion {
  return snapshot.resolve(parseModelRef(ref));
}
