import type { CalibrationRecord } from './card/calibration-record.js';
import type { ModelCard } from './card/model-card.js';
import type { VersionFiles } from './sources/registry-source.js';

/** A version that passed every check of its own card, records and files; its references to others are looked at later. */
export interface AcceptedVersion {
  readonly name: string;
  readonly version: string;
  readonly digest: string;
  readonly card: ModelCard;
  readonly calibrations: readonly AcceptedCalibration[];
  readonly registeredAt: string;
  readonly files: VersionFiles;
  /** Artifacts of a version that is kept although the source now has something else in their place: they must not be loaded. */
  readonly changedFiles: ReadonlySet<string>;
}

export interface AcceptedCalibration {
  /** Where the source has it, safe to show. */
  readonly path: string;
  readonly record: CalibrationRecord;
  readonly digest: string;
}

/** `name/version`: the identity of a version inside its source. */
export function versionKey(name: string, version: string): string {
  return `${name}/${version}`;
}
