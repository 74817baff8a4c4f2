import { selectCalibration } from '#libs/calibration';
import type { CalibrationRecord } from '../card/calibration-record.js';
import type { RegistryChange } from './write-result.js';

/**
 * What a change of the records does to the cases that a record holds for: which record is used for them before and after. The rule of
 * choice is that of the answers themselves.
 * @param record the record that comes or goes
 */
export function changeOfChoice(
  record: CalibrationRecord,
  before: readonly CalibrationRecord[],
  after: readonly CalibrationRecord[],
): RegistryChange {
  return {
    subject: `the record that is used for ${stratumOf(record)}, target ${record.target}${record.class === undefined ? '' : `, class ${record.class}`}`,
    before: chosen(record, before),
    after: chosen(record, after),
  };
}

function chosen(of: CalibrationRecord, records: readonly CalibrationRecord[]): string | null {
  const { target, stratum } = of;
  const candidates = records.filter((record) => record.target === target && record.class === of.class);
  const selectable = candidates.map((record) => ({ ...record, isRetired: false }));
  const fallback = candidates.flatMap((record) => record.fallback);
  return selectCalibration(selectable, stratum, fallback)?.record.id ?? null;
}

function stratumOf({ stratum }: CalibrationRecord): string {
  const parts = Object.entries(stratum).filter(([, value]) => value !== null);
  return parts.map(([part, value]) => `${part} ${value}`).join(', ') || 'cases of which nothing is stated';
}
