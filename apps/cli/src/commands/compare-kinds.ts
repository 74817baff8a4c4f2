import { UsageError } from '../cli-errors.js';
import type { ScoreFileOptions, VersionOptions } from './compare-options.js';

/** What a cohort or its versions say themselves. */
const OF_FILES = ['score', 'measured', 'time', 'event', 'lowerIsPositive', 'threshold', 'patient'] as const;
/** What a file of scores knows nothing of. */
const OF_COHORTS = [
  ...(['cohort', 'revision', 'target', 'class', 'scale', 'neighbours'] as const),
  ...(['collection', 'pathwayMethod', 'reference'] as const),
];

/** @throws UsageError for what is for a file of scores alone */
export function refuseOfFiles(options: ScoreFileOptions): void {
  const foreign = OF_FILES.find((name) => options[name] !== undefined);
  if (foreign) throw new UsageError(`--${dashed(foreign)} is for --scores: a cohort says it itself.`);
}

/** @throws UsageError for what is for versions over a cohort alone */
export function refuseOfCohorts(options: VersionOptions): void {
  const foreign = OF_COHORTS.find((name) => options[name] !== undefined);
  if (foreign) throw new UsageError(`--${dashed(foreign)} is for versions over a cohort: leave it out with --scores.`);
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
