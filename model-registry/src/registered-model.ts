import type { DocumentProblem, ErrorCode } from '#libs/errors';
import type { CalibrationRecord } from './card/calibration-record.js';
import type { ModelCard } from './card/model-card.js';
import type { AliasProposal } from './writes/alias-proposals.js';
import type { AliasEntry } from './writes/alias-book.js';
import type { ModelServing } from './writes/model-serving.js';
import type { ModelNotes } from './writes/model-notes.js';
import type { WriteStamp } from './writes/registry-write.js';
import type { Retirement } from './writes/written-layer.js';

/** One version of a model, as one snapshot has it. Deeply frozen. */
export interface ModelVersion {
  /** The reference that names exactly this version: `local:demo-dense-focus/2`. */
  readonly ref: string;
  readonly source: string;
  readonly name: string;
  readonly version: string;
  /** The aliases that point here, sorted. */
  readonly aliases: readonly string[];
  /** SHA-256 of the card's canonical JSON; through the card's list of artifacts it covers every file of the version. */
  readonly digest: string;
  readonly card: ModelCard;
  readonly calibrations: readonly RegisteredCalibration[];
  /** Sentences for people: what is not wrong and should be known, such as an encoder that is not registered here. */
  readonly notes: readonly string[];
  /** When the source says that the version came, ISO 8601 in UTC; for a directory the card file's time. */
  readonly registeredAt: string;
  /**
   * The absolute path of an artifact, for whoever loads it. It was checked against the card when the snapshot was taken; a loader
   * whose numbers depend on the bytes compares `sha256` once more while it reads.
   * @throws RegistryBadResponse if the card lists no such artifact, or the file is no longer the one that was registered
   */
  readonly artifactFile: (path: string) => string;
}

/** A calibration record that was accepted. Immutable: `retiredAt` is null as long as it may be used, and a retired one is only read. */
export interface RegisteredCalibration {
  readonly record: CalibrationRecord;
  readonly digest: string;
  readonly retiredAt: string | null;
  /** Why and by whom it was retired; null as long as `retiredAt` is. */
  readonly retirement: Retirement | null;
  /** Who added it by a write of this gateway; null for a record that the source itself has. */
  readonly addition: WriteStamp | null;
}

export interface AliasTarget {
  readonly alias: string;
  readonly version: string;
  /** What the source itself says of it; null for nothing. Where a write moved it, another version than `version`. */
  readonly sourceVersion: string | null;
  /** Who moved it last by a write of this gateway, and when; null where the source alone decides. */
  readonly movedBy: string | null;
  readonly movedAt: string | null;
}

/** A name in one source, with its versions in the order of their numbers. */
export interface RegisteredModel {
  readonly source: string;
  readonly name: string;
  /** Every alias that points at a version of the snapshot, sorted. */
  readonly aliases: readonly AliasTarget[];
  /** Every alias that the source or a write knows, those on a version that is not in service included. */
  readonly aliasEntries: readonly AliasEntry[];
  /** Moves of aliases that wait for a second person. */
  readonly proposals: readonly AliasProposal[];
  /** What people wrote about it, beside what its cards say. No answer depends on it. */
  readonly notes: ModelNotes;
  /** Where its versions run and what its aliases mean under traffic, as far as writes say it. */
  readonly serving: ModelServing;
  readonly versions: readonly ModelVersion[];
}

/** Something that a source proposed and the registry did not accept. */
export interface QuarantinedEntry {
  /** Where it is, relative to the source. A name that is not of the registry's alphabet is written `?`. */
  readonly path: string;
  readonly code: ErrorCode;
  /** A sentence that says what is wrong, without the entry's own text. */
  readonly reason: string;
  readonly problems: readonly DocumentProblem[];
}

/** FRESH: the last reading worked. STALE: it failed, the entries are those of an earlier one. DOWN: no reading ever worked. */
export type SourceState = 'FRESH' | 'STALE' | 'DOWN';

export interface SourceStatus {
  readonly id: string;
  readonly kind: SourceKind;
  /** Whether it can be changed through this gateway. */
  readonly isWritable: boolean;
  readonly state: SourceState;
  /** ISO 8601 in UTC; null if no reading ever worked. */
  readonly lastSuccessAt: string | null;
  /** Milliseconds since the last reading that worked; null if none did. */
  readonly ageMs: (nowMs?: number) => number | null;
  readonly lastError: { readonly code: ErrorCode; readonly message: string } | null;
  readonly counts: {
    readonly models: number;
    readonly versions: number;
    readonly calibrations: number;
    readonly quarantined: number;
    /** Versions of the same server that say nothing of a card. They are other people's models, not faults. */
    readonly withoutCard: number;
  };
  readonly quarantined: readonly QuarantinedEntry[];
}

export type SourceKind = 'LOCAL' | 'MLFLOW';
