import { jsonDigest } from './digests.js';
import type { ModelVersion } from './registered-model.js';

/**
 * The identity of the terms that a version's own card states: SHA-256 over the model's name and the card's licence group, as 64 lower-case
 * hexadecimal digits. Versions of one model under the same terms share it, in every source, so that who accepted them need not do so
 * again; a changed word is another licence.
 */
export function licenceTermsDigest({ name, card: { licence } }: Pick<ModelVersion, 'name' | 'card'>): string {
  return jsonDigest({ model: name, licence });
}
