import { isDomainError } from '#libs/errors';
import { type ModelVersion, parseModelRef, type RegistrySnapshot } from '#model-registry';

/** What a reference of an index stands for now; null where it stands for nothing. */
export function meantBy(reference: string, snapshot: RegistrySnapshot): ModelVersion | null {
  try {
    return snapshot.resolve(parseModelRef(reference));
  } catch (error) {
    if (isDomainError(error)) return null;
    throw error;
  }
}

/**
 * A reference with its source, and what it stands for now: `name@prod` and `local:name@prod` are one name of an index.
 * @throws ModelNotFound, AmbiguousModel, BadUserInput
 */
export function wholeRefOf(
  snapshot: RegistrySnapshot,
  reference: string,
  argument = 'model',
): { readonly version: ModelVersion; readonly ref: string } {
  const parsed = parseModelRef(reference, argument);
  const version = snapshot.resolve(parsed, argument);
  const { selector } = parsed;
  const ref = selector.kind === 'ALIAS' ? `${version.source}:${version.name}@${selector.alias}` : version.ref;
  return { version, ref };
}
