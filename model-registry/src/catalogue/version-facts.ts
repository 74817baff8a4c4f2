import type { ModelCard } from '../card/model-card.js';
import type { ModelVersion } from '../registered-model.js';

/** What is asked of a version, side by side: a search passes all versions, and their cards lie all over the memory. */
export interface VersionFacts {
  readonly version: ModelVersion;
  /** Name and title, in lower case. */
  readonly text: string;
  /** The organs that the card states, in lower case. */
  readonly organs: readonly string[];
  readonly task: ModelCard['task']['kind'];
  readonly level: ModelCard['task']['level'];
  readonly source: string;
  /** The aliases that point at it, a blank before and behind each. */
  readonly aliases: string;
  readonly encoder: string | null;
  readonly encoderVersion: string | null;
  readonly vocabulary: string | null;
}

/** The facts of a version that hold whatever else is in the snapshot. */
export function versionFacts(version: ModelVersion): VersionFacts {
  const { identity, intendedUse, task, extractor, vocabulary } = version.card;
  return {
    version,
    text: `${version.name}\n${identity.title}`.toLowerCase(),
    organs: intendedUse.organs.map((organ) => organ.toLowerCase()),
    task: task.kind,
    level: task.level,
    source: version.source,
    aliases: version.aliases.map((alias) => ` ${alias} `).join(''),
    encoder: extractor?.model ?? null,
    encoderVersion: extractor?.version ?? null,
    vocabulary: vocabulary?.digest ?? null,
  };
}
