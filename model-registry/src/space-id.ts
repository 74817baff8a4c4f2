import type { ModelCard } from './card/model-card.js';
import { jsonDigest } from './digests.js';
import type { ModelVersion } from './registered-model.js';
import type { RegistrySnapshot } from './registry-snapshot.js';

/**
 * The identity of a shared space: SHA-256, in lower-case hexadecimal, of the canonical JSON (RFC 8785) of the alignment head, in which a
 * tower's digest stands for its name, the digest of the version's own model file, and that of its vocabulary. Vectors of two spaces are
 * never compared, be their dimensions equal. What is known about a space is not part of it: reference sets, retrieval figures, cautions and the settings of calibrated contrasts may grow.
 *
 * @param card of the version that has the head
 * @param towerDigests digests of the towers' versions, in the order of the card; null for a tower that is the version itself
 * @throws Error when the card has no head, or not as many towers as digests
 */
export function spaceId(
  { alignment, vocabulary, artifacts }: ModelCard,
  towerDigests: readonly (string | null)[],
): string {
  if (!alignment || alignment.towers.length !== towerDigests.length)
    throw new Error('A space needs an alignment head and one digest for each of its towers.');
  const {
    referenceSets: _sets,
    retrieval: _figures,
    cautions: _cautions,
    zeroShot: _zeroShot,
    towers,
    ...head
  } = alignment;
  return jsonDigest({
    head: { ...head, towers: towers.map(({ model: _, ...tower }, i) => ({ ...tower, digest: towerDigests[i] })) },
    model: artifacts.filter(({ role }) => role === 'MODEL').map(({ sha256 }) => sha256),
    vocabulary: vocabulary?.digest ?? null,
  });
}

/** The space of a registered version; null for one without an alignment head. A tower that is not registered has no digest, so there is no space. */
export function spaceIdOf({ card, source, name, version }: ModelVersion, snapshot: RegistrySnapshot): string | null {
  const towers = card.alignment?.towers ?? [];
  const digests = towers.flatMap(({ model }) => {
    if (model.model === name && model.version === version) return [null];
    return snapshot.find(source, model.model, model.version)?.digest ?? [];
  });
  return towers.length > 0 && digests.length === towers.length ? spaceId(card, digests) : null;
}
