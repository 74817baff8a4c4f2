import type { MlflowPlace } from '#libs/mlflow-client';
import { calibrationTag, retirementTag } from '../../sources/mlflow/published-files.js';

type VersionName = { readonly name: string; readonly version: string };

/** The tag that speaks of a record which came later: its value is the SHA-256 of the record's bytes. */
export function recordPlace({ name, version }: VersionName, record: string): MlflowPlace {
  return { kind: 'VERSION_TAG', name, version, key: calibrationTag(record) };
}

/** The tag that retires a record: its value is the time, ISO 8601 in UTC. */
export function retirementPlace({ name, version }: VersionName, record: string): MlflowPlace {
  return { kind: 'VERSION_TAG', name, version, key: retirementTag(record) };
}
