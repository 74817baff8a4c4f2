import type { ModelArtifact } from '../card/model-card.js';
import type { QuarantinedEntry, SourceKind } from '../registered-model.js';
import type { WritableServer } from '../writes/through/through-plan.js';
import type { WrittenLayer } from '../writes/written-layer.js';

/**
 * A source proposes, the registry disposes: a source reads what is there and judges nothing but whether it could be read. Cards,
 * records, digests and references are judged by the registry, in the same way for every kind of source.
 */
export interface RegistrySource {
  readonly id: string;
  readonly kind: SourceKind;
  /** How often the registry asks again by itself, in milliseconds; 0 is never. */
  readonly pollMs: number;
  /** Whether it is asked over a network: then the start of the gateway does not wait for its first reading. */
  readonly isRemote: boolean;
  /** How long one reading may take, in milliseconds, where that is not the registry's own limit. */
  readonly readingMs?: number;
  /** The server that a write to this source is made on, where one is. */
  readonly server?: WritableServer;
  /** The next reading is to spare nothing: somebody says that something changed. For sources that look at a part most of the time. */
  lookAtEverything?(): void;
  /** Calls back soon after something changed, where the source can tell; the registry asks again by itself all the same. @returns ends it */
  watch?(onChange: () => void): () => void;
  /**
   * Everything that the source has now. What could not be read is named in its place, so that the registry can keep its last good form.
   * @throws RegistryUnavailable if the source as a whole cannot be read
   */
  propose(signal: AbortSignal): Promise<SourceProposal>;
}

export interface SourceProposal {
  readonly versions: readonly ProposedVersion[];
  readonly aliases: readonly ProposedAliases[];
  /** Places that hold no version, such as a directory with a name that no model can have. */
  readonly refused: readonly QuarantinedEntry[];
  /** Names of models that are there and could not be read: the registry keeps what it has of them. */
  readonly unreadable: readonly string[];
  /** How many versions there are that say nothing of a card: other models of the same server. */
  readonly withoutCard: number;
  /** What is said beside the documents: by the gateway's own writes, or by a server's tags. */
  readonly written?: WrittenLayer;
}

export interface ProposedVersion {
  readonly name: string;
  readonly version: string;
  readonly card: ProposedDocument;
  readonly calibrations: readonly ProposedDocument[];
  readonly files: VersionFiles;
}

/** A model's aliases: the document is an object from alias to version. */
export interface ProposedAliases {
  readonly name: string;
  readonly document: ProposedDocument;
}

/**
 * A JSON document that nobody has judged yet, or why there is none. `path` is relative to the source and safe to show; `since` is when
 * the source got it, ISO 8601 in UTC.
 */
export type ProposedDocument =
  | { readonly kind: 'JSON'; readonly path: string; readonly json: unknown; readonly since: string }
  | { readonly kind: 'UNREADABLE'; readonly path: string; readonly reason: string };

/** The files of one version. */
export interface VersionFiles {
  /** Where they are: what was judged of files at one place need not be kept with files at another. */
  readonly place: string;
  /** The absolute path of an artifact on this machine. */
  locate(artifactPath: string): string;
  /** Compares a file's size and SHA-256 with the card's line. Null, or what is wrong with it. */
  check(artifact: ModelArtifact, signal: AbortSignal): Promise<string | null>;
}
