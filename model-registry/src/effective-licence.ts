import type { ModelCard } from './card/model-card.js';
import { componentNames, namedEncoders } from './components.js';
import type { ModelVersion } from './registered-model.js';
import type { RegistrySnapshot } from './registry-snapshot.js';

type LicenceTerms = Pick<ModelCard['licence'], 'spdxOrName' | 'nonCommercial' | 'gated' | 'derivativeOutputs'>;

/** What a number of this version may be used for, all that went into it considered. */
export interface EffectiveLicence extends LicenceTerms {
  /** The reference of the version whose licence is named, if it is not the version's own; null if it is. */
  readonly inheritedFrom: string | null;
  /** Parts that are not registered here, as `name/version`: their licences are unknown, so the true terms may be stricter. */
  readonly unknownParts: readonly string[];
}

/**
 * The strictest licence over a version, its encoder, its ensemble's members and its towers, and theirs in turn. Each restriction holds
 * if any part has it; the licence that is named is the one with most restrictions, the version's own among equals. Reference sets
 * are files of the version and stand under its own licence.
 */
export function effectiveLicence(version: ModelVersion, snapshot: RegistrySnapshot): EffectiveLicence {
  const { parts, unknown } = partsOf(version, snapshot);
  const licences = parts.map((part) => part.card.licence);
  const strictest = parts.reduce((best, part) => (strictness(part) > strictness(best) ? part : best), version);
  return {
    spdxOrName: strictest.card.licence.spdxOrName,
    nonCommercial: licences.some((licence) => licence.nonCommercial),
    gated: licences.some((licence) => licence.gated),
    derivativeOutputs: licences.some((licence) => licence.derivativeOutputs),
    inheritedFrom: strictest === version ? null : strictest.ref,
    unknownParts: unknown,
  };
}

/** Non-commercial weighs most: it is what a use is refused for. */
function strictness({ card: { licence } }: ModelVersion): number {
  return Number(licence.nonCommercial) * 4 + Number(licence.derivativeOutputs) * 2 + Number(licence.gated);
}

/**
 * A version and every registered part that went into it, whose licences all hold for its numbers: the version first, then its encoder,
 * members and towers, and theirs in turn.
 */
export function licensedParts(version: ModelVersion, snapshot: RegistrySnapshot): readonly ModelVersion[] {
  return partsOf(version, snapshot).parts;
}

function partsOf(
  version: ModelVersion,
  snapshot: RegistrySnapshot,
): { readonly parts: readonly ModelVersion[]; readonly unknown: readonly string[] } {
  const parts = new Set([version]);
  const unknown = new Set<string>();
  // A set is walked in the order of its insertions, those made on the way included.
  for (const part of parts) {
    for (const { model, version: number, digest } of referencesOf(part.card)) {
      // An encoder is named by its digest too: another source that has it knows its terms.
      const found = snapshot.find(part.source, model, number) ?? (digest && snapshot.byDigest(digest)[0]);
      if (found) parts.add(found);
      else unknown.add(`${model}/${number}`);
    }
  }
  return { parts: [...parts], unknown: [...unknown] };
}

function referencesOf(card: ModelCard): readonly { model: string; version: string; digest?: string }[] {
  return [...namedEncoders(card).map(({ contract }) => contract), ...componentNames(card)];
}
