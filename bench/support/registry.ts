import { localSources, ModelRegistry, type ModelVersion, parseModelRef } from '#model-registry';
import { MODELS } from './folders.js';

const TIMEOUT_MS = 60_000;

/** A version of the models that ship. @param named as `name/version` */
export async function modelVersion(named: string): Promise<ModelVersion> {
  const registry = await ModelRegistry.open(
    { sources: localSources([MODELS]), report: () => undefined },
    AbortSignal.timeout(TIMEOUT_MS),
  );
  try {
    return registry.snapshot().resolve(parseModelRef(`local:${named}`));
  } finally {
    await registry.close();
  }
}
