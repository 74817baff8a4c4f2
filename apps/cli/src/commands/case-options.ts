import type { Command } from 'commander';
import type { PredictionContextInput, Specimen } from '#libs/client';
import { choice, share } from '../options.js';
import { SPECIMENS } from './slides.js';

/** What a command line says of a case: it selects the calibration. */
export interface CaseOptions {
  readonly specimen?: Specimen;
  readonly scanner?: string;
  readonly site?: string;
  readonly prevalence?: number;
  readonly operatingPoint?: string;
  readonly patient?: string;
}

export function addCaseOptions(command: Command): Command {
  return command
    .addOption(choice('--specimen <specimen>', 'how the specimen was taken', SPECIMENS))
    .option('--scanner <model>', "the scanner's model, where it selects the calibration")
    .option('--site <site>', 'the site, where it selects the calibration')
    .option('--prevalence <share>', 'share of positives among those tested, as 0.01 or 1%: adds PPV and NPV', share)
    .option('--operating-point <id>', "an operating point of the calibration; without it, the record's default")
    .option('--patient <id>', 'says whether the version was trained on this patient, where it has a list; not stored');
}

/** @returns null where nothing is said */
export function caseOf(options: CaseOptions): PredictionContextInput | null {
  const { specimen, scanner, site, prevalence, operatingPoint, patient } = options;
  const context = { specimen, scanner, site, prevalence, operatingPoint, patient };
  return Object.values(context).some((value) => value !== undefined) ? context : null;
}
