import type { ModelCard } from './card/model-card.js';
import { componentNames, namedEncoders } from './components.js';
import { type LicenceTerms, statedTerms } from './licence-terms.js';
import type { ModelVersion } from './registered-model.js';
import type { RegistrySnapshot } from './registry-snapshot.js';

type Restrictions = Pick<ModelCard['licence'], 'spdxOrName' | 'nonCommercial' | 'gated' | 'derivativeOutputs'>;

/** What a number of this version may be used for, all that went into it considered. */
export interface EffectiveLicence extends Restrictions {
  /** The reference of the version whose licence is named, if it is not the version's own; null if it is. */
  readonly inheritedFrom: string | null;
  /** The reference set of that version whose licence is named; null where it is the version's. */
  readonly referenceSet: string | null;
  /** Parts that are not registered here, as `name/version`: their licences are unknown, so the true terms may be stricter. */
  readonly unknownParts: readonly string[];
}

/**
 * The strictest licence over a version, its reference sets, its encoder, its ensemble's members and its towers, and theirs in turn. Each
 * restriction holds if any part has it; the licence that is named is the one with most restrictions, the version's own among equals.
 */
export function effectiveLicence(version: ModelVersion, snapshot: RegistrySnapshot): EffectiveLicence {
  const { parts, unknown } = partsOf(version, snapshot);
  const terms = parts.flatMap(statedTerms);
  const strictest = terms.reduce((best, part) => (strictness(part) > strictness(best) ? part : best));
  return {
    spdxOrName: strictest.licence.spdxOrName,
    nonCommercial: terms.some(({ licence }) => licence.nonCommercial),
    gated: terms.some(({ licence }) => licence.gated),
    derivativeOutputs: terms.some(({ licence }) => licence.derivativeOutputs),
    inheritedFrom: strictest.version === version ? null : strictest.version.ref,
    referenceSet: strictest.referenceSet,
    unknownParts: unknown,
  };
}

/** Non-commercial weighs most: it is what a use is refused for. */
function strictness({ licence }: LicenceTerms): number {
  return Number(licence.nonCommercial) * 4 + Number(licence.derivativeOutputs) * 2 + Number(licence.gated);
}

/**
 * The terms of everything registered that went into a version, which all hold for its numbers: its own first, then those of its reference
 * sets, its encoder, members and towers, and theirs in turn.
 */
export function licenceTermsOf(version: ModelVersion, snapshot: RegistrySnapshot): readonly LicenceTerms[] {
  return partsOf(version, snapshot).parts.flatMap(statedTerms);
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
