import { InvalidArgumentError, type Command } from 'commander';
import type {
  ComparedScale,
  CompareScoresInput,
  CompareVersionsInput,
  ComparisonMethodInput,
  PathwayMethod,
  PromotionStratumKind,
} from '#libs/client';
import { UsageError } from '../cli-errors.js';
import { choice, collect, wholeNumber } from '../options.js';
import { refuseOfCohorts, refuseOfFiles } from './compare-kinds.js';

const SCALES: readonly ComparedScale[] = ['CALIBRATED_PROBABILITY', 'RAW_PROBABILITY', 'VALUE'];
const METHODS: readonly PathwayMethod[] = ['SSGSEA', 'GSVA', 'PLAGE', 'ZSCORE', 'SINGSCORE'];
const STRATA: readonly PromotionStratumKind[] = ['SPECIMEN', 'SCANNER', 'SITE'];

/** How intervals are made, and where reports go: the same for tables and for model versions. */
export interface MethodOptions {
  readonly seed?: number;
  readonly draws?: number;
  readonly confidence?: number;
  readonly bins?: number;
  readonly title?: string;
  readonly html?: string;
  readonly csv?: string;
}

/** What the columns of a table mean. */
export interface ScoreFileOptions {
  readonly score?: readonly string[];
  readonly label?: string;
  readonly positive?: string;
  readonly negative?: string;
  readonly measured?: string;
  readonly time?: string;
  readonly event?: string;
  readonly lowerIsPositive?: readonly string[] | true;
  readonly threshold?: readonly string[];
  readonly patient?: string;
  readonly stratum?: readonly string[];
}

export function withMethodOptions(command: Command): Command {
  return command
    .option(
      '--seed <number>',
      'seed of the bootstrap; the same seed gives the same intervals',
      wholeNumber(0, 2_147_483_647),
    )
    .option('--draws <count>', 'draws of the bootstrap: 200 to 10000; 2000 when left out', wholeNumber(200, 10_000))
    .option('--confidence <share>', 'of all intervals, as 0.95 or 95%; 0.95 when left out', confidence)
    .option('--bins <count>', 'bins of the calibration error; 15 when left out', wholeNumber(2, 50))
    .option('--title <text>', 'what the report is called')
    .option('--html <file>', 'save the report as a page, with its plots')
    .option('--csv <file>', 'save the numbers as CSV');
}

export function withScoreFileOptions(command: Command): Command {
  return command
    .option('--score <column>', 'with --scores: a column of scores; give it up to 8 times', collect)
    .option('--label <column>', 'the column with the labels; with --cohort: the label')
    .option('--positive <value>', 'the label of a positive')
    .option('--negative <value>', 'the label of a negative, where there are more than two')
    .option('--measured <column>', 'measured values instead of labels: a regression')
    .option('--time <column>', 'survival: time to the event or to the end of observation')
    .option('--event <column>', 'survival: whether the event was observed')
    .option('--lower-is-positive [column]', 'lower scores mean positive: of one column, or of all', collectOrAll)
    .option('--threshold <value>', 'at or above it a score is a positive call; for one column: column=value', collect)
    .option('--patient <column>', 'codes of patients: the bootstrap then draws whole patients')
    .option('--stratum <column>', 'compare in each of its values again; up to 3 times', collect);
}

function confidence(given: string): number {
  const value = given.endsWith('%') ? Number(given.slice(0, -1)) / 100 : Number(given);
  if (given.trim() === '' || !(value >= 0.5 && value <= 0.999))
    throw new InvalidArgumentError('A share from 0.5 to 0.999 is meant, as 0.95 or 95%.');
  return value;
}

function collectOrAll(given: string, before: readonly string[] | true | undefined): readonly string[] {
  return [...(Array.isArray(before) ? before : []), given];
}

/** Which versions, over which cohort. */
export interface VersionOptions {
  readonly model?: readonly string[];
  readonly import?: readonly string[];
  readonly cohort?: string;
  readonly revision?: number;
  readonly target?: string;
  readonly class?: string;
  readonly scale?: ComparedScale;
  readonly neighbours?: number;
  readonly collection?: string;
  readonly pathwayMethod?: PathwayMethod;
  readonly reference?: string;
}

export function withVersionOptions(command: Command): Command {
  return command
    .option('--model <ref>', 'a version or alias; 2 to 8 of them and of --import, with --cohort', collect)
    .option('--import <id>', 'with --cohort: scores of a version that were computed elsewhere, by the import', collect)
    .option('--cohort <id>', 'the cohort, whose stored answers are compared')
    .option('--revision <number>', 'a certain revision of the cohort', wholeNumber(1, 1_000_000))
    .option('--target <name>', 'the target, where the versions have several')
    .option('--class <name>', 'of a target with several classes, the one that is held against the rest')
    .addOption(choice('--scale <scale>', 'which scores are compared', SCALES))
    .option('--neighbours <count>', 'of embeddings: how many nearest neighbours are compared', wholeNumber(1, 100))
    .option('--collection <id>', 'of expression: gene sets that are scored in what each version predicts')
    .addOption(choice('--pathway-method <method>', 'with --collection: how sets are scored', METHODS))
    .option('--reference <id>', 'with --collection: an expression matrix whose samples genes are compared with');
}

/** The API's input for versions. @throws UsageError */
export function versionsInput(options: VersionOptions & ScoreFileOptions & MethodOptions): CompareVersionsInput {
  const { model = [], import: imports = [], cohort, revision, target, scale, neighbours } = options;
  const { label, positive, negative, title } = options;
  if (cohort === undefined) throw new UsageError('Name the cohort with --cohort: its stored answers are compared.');
  if (model.length + imports.length < 2)
    throw new UsageError('Name two versions or more with --model, once for each; --import counts as one.');
  refuseOfFiles(options);
  return {
    models: model,
    imports,
    cohort,
    ...pathwaysOf(options),
    strata: (options.stratum ?? []).map(stratumOf),
    method: methodOf(options),
    ...defined({ revision, target, class: options.class, scale, neighbours, label, positive, negative, title }),
  };
}

function pathwaysOf({ collection, pathwayMethod, reference }: VersionOptions): Pick<CompareVersionsInput, 'pathways'> {
  if (collection === undefined && (pathwayMethod ?? reference) !== undefined)
    throw new UsageError('--pathway-method and --reference are for --collection: name one.');
  if (collection === undefined) return {};
  if (pathwayMethod === undefined) throw new UsageError('Say how sets are scored: --pathway-method.');
  return { pathways: { collection, settings: { method: pathwayMethod }, ...defined({ reference }) } };
}

function stratumOf(given: string): PromotionStratumKind {
  const found = STRATA.find((one) => one === given.toUpperCase());
  if (!found) throw new UsageError('With --cohort, --stratum is specimen, scanner or site.');
  return found;
}

/** The API's input. The text is read elsewhere. @throws UsageError */
export function scoreFileInput(
  text: string,
  options: ScoreFileOptions & VersionOptions & MethodOptions,
): CompareScoresInput {
  refuseOfCohorts(options);
  const { label, positive, negative, measured, time, event, patient, title } = options;
  const scores = options.score ?? [];
  if (scores.length === 0) throw new UsageError('Name a column of scores with --score, once for each.');
  return {
    text,
    scores,
    thresholds: thresholdsOf(options.threshold ?? [], scores),
    lowerIsPositive: options.lowerIsPositive === true ? scores : (options.lowerIsPositive ?? []),
    strata: options.stratum ?? [],
    method: methodOf(options),
    ...defined({ label, positive, negative, measured, time, event, patient, title }),
  };
}

/** What was given of the method. */
export function methodOf({ seed, draws, confidence: share, bins }: MethodOptions): ComparisonMethodInput {
  return defined({ seed, draws, confidence: share, bins });
}

/** Without what was not given: null would be another statement. */
function defined<T extends object>(given: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const kept: { [K in keyof T]?: NonNullable<T[K]> } = {};
  for (const key in given) {
    const value = given[key];
    if (value !== undefined && value !== null) kept[key] = value;
  }
  return kept;
}

/** `0.5` is for every score, `a=0.5` for one; a column may have `=` in its name. */
function thresholdsOf(given: readonly string[], scores: readonly string[]) {
  const found = new Map<string, number>();
  for (const text of given) {
    const at = text.lastIndexOf('=');
    const value = Number(text.slice(at + 1));
    if (text.slice(at + 1).trim() === '' || !Number.isFinite(value))
      throw new UsageError('--threshold takes a number, or column=number.');
    const names = at === -1 ? scores : [text.slice(0, at)];
    for (const name of names) if (at !== -1 || !found.has(name)) found.set(name, value);
  }
  return [...found].map(([score, value]) => ({ score, value }));
}
