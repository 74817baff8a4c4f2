import {
  type CalibrationRecord,
  type ModelVersion,
  type RegisteredCalibration,
  type RegistrySnapshot,
  selectedCalibration,
} from '#model-registry';
import { CalibrationMismatch } from '#libs/errors';
import { type CaseContext } from './case-context.js';
import { type CalibrationChoice } from './call-state.js';
import { type Calibrated } from './target-score.js';

/** A record that applies, and why it is this one. */
export interface ChosenCalibration {
  readonly calibration: RegisteredCalibration;
  readonly choice: CalibrationChoice;
}

/** Which record applies to a score: the named one where the caller named one, else the one that fits the case. */
export function chooseCalibration(
  version: ModelVersion,
  { target, className }: Calibrated,
  context: CaseContext,
  named: RegisteredCalibration | null,
): ChosenCalibration | null {
  if (named) {
    const isIt = named.record.target === target.name && (named.record.class ?? null) === className;
    return isIt ? { calibration: named, choice: 'NAMED' } : null;
  }
  return selectedCalibration(version, { target: target.name, class: className }, context);
}

/** Why a score has no record: never an excuse to use another one. */
export function uncalibratedReason(
  { calibrations }: ModelVersion,
  { target, className }: Calibrated,
  named: RegisteredCalibration | null,
): string {
  if (named) return `The record ${named.record.id}, under which the answer is read, is not of this score.`;
  const ofTarget = calibrations.filter(
    ({ record }) => record.target === target.name && [className, null].includes(record.class ?? null),
  );
  const strata = ofTarget.filter(({ retiredAt }) => retiredAt === null).map(({ record }) => stratumOf(record));
  const what = className === null ? 'target' : 'class';
  const none =
    ofTarget.length === 0
      ? `no calibration record of this ${what}`
      : `only retired calibration records of this ${what}`;
  return strata.length === 0
    ? `The version has ${none}: its score is raw, and no threshold applies.`
    : `No calibration record of this version fits the case; the score is raw, and a threshold of another case is never used. Records hold for: ${strata.join('; ')}. State that of the slide, or in the context of the question, where it is true.`;
}

function stratumOf({ stratum }: Pick<CalibrationRecord, 'stratum'>): string {
  const parts = Object.entries(stratum).filter(([, value]) => value !== null);
  return parts.map(([name, value]) => `${name} ${value}`).join(', ') || 'any case';
}

/**
 * The record that a caller names to read an answer under. A threshold belongs to one version, target, stratum and scale, so any other is refused by name.
 * A retired record may be named: what was said under it then can be read again.
 * @param snapshot to say whose record it is, where it is another version's
 * @throws CalibrationMismatch with the field that differs
 */
export function namedCalibration(
  version: ModelVersion,
  { id, target: wanted }: { readonly id: string; readonly target: string | null },
  context: CaseContext,
  snapshot: Pick<RegistrySnapshot, 'models'>,
): RegisteredCalibration {
  const own = version.calibrations.find(({ record }) => record.id === id);
  if (!own) {
    const others = snapshot.models.flatMap(({ versions }) => versions);
    const owner = others.find(({ calibrations }) => calibrations.some(({ record }) => record.id === id));
    throw new CalibrationMismatch({ field: 'version', needed: version.ref, found: owner?.ref ?? null });
  }
  const { target, stratum } = own.record;
  if (wanted !== null && wanted !== target)
    throw new CalibrationMismatch({ field: 'target', needed: target, found: null });
  const applied = selectedCalibration(version, { target, class: own.record.class ?? null }, context);
  // Where the version itself declares the record as the fallback of this case, its own stratum is another one by design.
  if (applied?.calibration === own) return own;
  for (const part of ['specimen', 'scanner', 'site'] as const) {
    const [needed, found] = [stratum[part], context[part]];
    if (needed === null || found === null || needed === found) continue;
    // What a caller says of scanner or site is not repeated: it is free text.
    throw new CalibrationMismatch({ field: part, needed, found: part === 'specimen' ? found : null });
  }
  return own;
}
