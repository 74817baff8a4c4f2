import { type RegisteredCalibration } from '#model-registry';
import { type TargetCall } from './call-targets.js';
import { type CallState } from './call-state.js';

/** Calls that a calibration record made; in the other states the record was not used. */
const DECIDED: readonly CallState['call'][] = ['POSITIVE', 'NEGATIVE', 'INDETERMINATE'];

/** Whether a record made this call. */
export function isDecided({ call }: Pick<CallState, 'call'>): boolean {
  return DECIDED.includes(call);
}

/** The records by which calls were made, each once, in the order of targets and classes. */
export function recordsApplied(calls: readonly TargetCall[]): readonly RegisteredCalibration[] {
  const states = calls.flatMap((call): readonly CallState[] => ('classes' in call ? call.classes : [call]));
  return [...new Set(states.filter(isDecided).flatMap(({ calibration }) => calibration ?? []))];
}
