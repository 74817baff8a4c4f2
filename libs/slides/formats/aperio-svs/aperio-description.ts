import { SlideUnreadable } from '#libs/errors';
import { plausibleMpp } from '../plausible-mpp.js';

export interface AperioFields {
  readonly mpp: number | null;
  readonly objectivePower: number | null;
}

/**
 * The two whitelisted numbers of an Aperio ImageDescription, `... |AppMag = 20|...|MPP = 0.4990|...`. Nothing else of it is kept: it
 * also holds file names, users and dates.
 * @throws {SlideUnreadable} when a field is there twice with different values
 */
export function parseAperioDescription(description: string): AperioFields {
  const fields = description.split('|').slice(1);
  const objectivePower = numberOf(fields, 'AppMag');
  return {
    mpp: plausibleMpp(numberOf(fields, 'MPP')),
    objectivePower: objectivePower !== null && objectivePower > 0 && objectivePower <= 200 ? objectivePower : null,
  };
}

function numberOf(fields: readonly string[], key: string): number | null {
  const pattern = new RegExp(`^\\s*${key}\\s*=\\s*(\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?)\\s*$`);
  const values = new Set(fields.flatMap((field) => pattern.exec(field)?.[1] ?? []).map(Number));
  if (values.size > 1) throw new SlideUnreadable('its description contradicts itself about the resolution');
  const [value] = values;
  return value ?? null;
}
