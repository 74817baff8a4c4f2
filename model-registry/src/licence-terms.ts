import type { ModelCard } from './card/model-card.js';
import { jsonDigest } from './digests.js';
import type { ModelVersion } from './registered-model.js';

/** Terms that a card states: those of its version, or those of a reference set that it brings. */
export interface LicenceTerms {
  readonly version: ModelVersion;
  /** The id of the reference set whose terms these are; null where they are the version's own. */
  readonly referenceSet: string | null;
  readonly licence: ModelCard['licence'];
}

/** The terms that a version's own card states, the version's first. A reference set without its own stands under the version's. */
export function statedTerms(version: ModelVersion): readonly LicenceTerms[] {
  const sets = version.card.alignment?.referenceSets ?? [];
  return [
    { version, referenceSet: null, licence: version.card.licence },
    ...sets.flatMap(({ id, licence }) => (licence ? [{ version, referenceSet: id, licence }] : [])),
  ];
}

/**
 * The identity of terms: SHA-256 over the model's name, the reference set's id where they are a set's, and the licence group, as 64
 * lower-case hexadecimal digits. Versions of one model under the same terms share it, in every source, so that who accepted them need not
 * do so again; a changed word is another licence.
 */
export function licenceTermsDigest({ version: { name }, referenceSet, licence }: LicenceTerms): string {
  return jsonDigest({ model: name, ...(referenceSet === null ? {} : { referenceSet }), licence });
}
