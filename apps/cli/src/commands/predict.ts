import type { Command } from 'commander';
import {
  MOST_PREDICTIONS,
  type AnswerError,
  type HeatMapMode,
  type PredictManyInput,
  type PredictManyResult,
  type PredictionContextInput,
  type PredictionOutcome,
  type RegionInput,
  type Specimen,
} from '#libs/client';
import type { CliContext } from '../cli-context.js';
import { UsageError } from '../cli-errors.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { prepareFeatures } from '../follow-job.js';
import { choice, collect, parseRegion, share } from '../options.js';
import { predictionLines, refusalLines } from '../output/format-prediction.js';
import { slideHeading } from '../output/format-slide.js';
import { resolveSlide } from '../resolve-slide.js';
import type { Runner } from '../run-command.js';
import { saveHeatMaps, type SavedMap } from '../save-heat-maps.js';
import { SPECIMENS } from './slides.js';

const MODES: readonly HeatMapMode[] = ['ATTENTION_ROLLOUT', 'TILE_CLASS', 'PRODUCT'];

interface PredictOptions {
  readonly model: readonly string[];
  readonly region?: RegionInput;
  readonly features?: string;
  readonly specimen?: Specimen;
  readonly scanner?: string;
  readonly site?: string;
  readonly prevalence?: number;
  readonly operatingPoint?: string;
  readonly prepare?: boolean;
  readonly heatMap?: HeatMapMode;
  readonly out?: string;
}

export function addPredictCommand(program: Command, run: Runner): void {
  program
    .command('predict')
    .description('Ask one or several model versions about a slide, side by side in one query.')
    .argument('<slide>', 'id, beginning of the id, or name')
    .requiredOption('--model <ref>', 'a version or alias; give it up to 15 times', collect)
    .option('--region <x,y,width,height>', 'only tiles with their centre in it, level-0 pixels', parseRegion)
    .option('--features <digest>', 'a certain feature bag, by its whole digest')
    .addOption(choice('--specimen <specimen>', 'how the specimen was taken', SPECIMENS))
    .option('--scanner <model>', "the scanner's model, where it selects the calibration")
    .option('--site <site>', 'the site, where it selects the calibration')
    .option('--prevalence <share>', 'share of positives among those tested, as 0.01 or 1%: adds PPV and NPV', share)
    .option('--operating-point <id>', "an operating point of the calibration; without it, the record's default")
    .option('--prepare', 'make missing features first')
    .addOption(choice('--heat-map <mode>', 'save a map of each version that has this one', MODES))
    .option('--out <file.png>', 'where to save the map; with several versions their names are put in')
    .addHelpText('after', examples)
    .action((given: string, options: PredictOptions, command: Command) =>
      run(command, (context) => predict(context, given, options)),
    );
}

const examples = `
Examples:
  $ tessera predict "her2st C6" --model demo-dense-focus@champion --model demo-dense-focus@challenger --prepare
  $ tessera predict "her2st C6" --model demo-dense-focus@challenger --region 2000,1500,3000,3000 --heat-map attention-rollout --out map.png`;

async function predict(context: CliContext, given: string, options: PredictOptions): Promise<ExitCode> {
  checkOptions(options);
  const slide = await resolveSlide(context, given);
  const input = inputOf(slide.id, options);
  const first = await context.predictMany(input);
  const result = options.prepare ? await askAgainWithFeatures(context, input, first) : first;
  const maps = options.out ? await saveHeatMaps(context, result.outcomes, options.out) : [];
  context.show(documentOf(result, maps), () => linesOf(context, result, maps));
  const [failed] = result.outcomes.flatMap(errorsOf);
  if (failed) context.showPartialFailure(failed);
  return failed ? EXIT.refused : EXIT.ok;
}

function checkOptions(options: PredictOptions): void {
  if (options.model.length > MOST_PREDICTIONS) {
    throw new UsageError(`One query asks at most ${MOST_PREDICTIONS} versions: give --model fewer times.`);
  }
  if ((options.heatMap === undefined) !== (options.out === undefined)) {
    throw new UsageError('--heat-map and --out go together: which map, and where to save it.');
  }
}

function inputOf(slideId: string, options: PredictOptions): PredictManyInput {
  const { specimen, scanner, site, prevalence, operatingPoint, region, features, heatMap } = options;
  const context: PredictionContextInput = { specimen, scanner, site, prevalence, operatingPoint };
  const isContextGiven = Object.values(context).some((value) => value !== undefined);
  const shared = { ...(region && { region }), ...(features && { features }), ...(isContextGiven && { context }) };
  return { slideId, predictions: options.model.map((model) => ({ model, ...shared })), ...(heatMap && { heatMap }) };
}

/** Makes what FEATURES_MISSING asked for, each encoder's features once, and asks the same query again. */
async function askAgainWithFeatures(
  context: CliContext,
  input: PredictManyInput,
  first: PredictManyResult,
): Promise<PredictManyResult> {
  const missing = first.outcomes.filter((outcome) => outcome.kind === 'refused').filter(lacksFeatures);
  // The error names the encoder; one job serves every version that takes its features.
  const byEncoder = new Map(missing.map(({ model, error }) => [error.facts['encoder'] ?? model, model]));
  for (const model of byEncoder.values()) {
    context.remark(`The features that ${model} takes are missing: making them.`);
    await prepareFeatures(context, input.slideId, model);
  }
  return byEncoder.size === 0 ? first : await context.predictMany(input);
}

function errorsOf(outcome: PredictionOutcome): readonly AnswerError[] {
  return outcome.kind === 'predicted' ? outcome.warnings : [outcome.error];
}

function lacksFeatures({ error }: { readonly error: AnswerError }): boolean {
  return error.code === 'FEATURES_MISSING';
}

function documentOf(result: PredictManyResult, maps: readonly SavedMap[]): object {
  const { slide, outcomes } = result;
  const predictions = outcomes.map((outcome) => {
    const prediction = outcome.kind === 'predicted' ? outcome.prediction : null;
    return { model: outcome.model, prediction, errors: errorsOf(outcome) };
  });
  return { slide, predictions, files: maps };
}

function linesOf(context: CliContext, result: PredictManyResult, maps: readonly SavedMap[]): string[] {
  return [
    slideHeading(result.slide, context.settings.full),
    ...result.outcomes.flatMap((outcome) => ['', ...outcomeLines(context, outcome)]),
    ...maps.map((map) => `\nmap of ${map.model} saved: ${map.file}`),
  ];
}

function outcomeLines(context: CliContext, outcome: PredictionOutcome): string[] {
  const style = context.predictionStyle;
  if (outcome.kind === 'refused') {
    const advice = lacksFeatures(outcome) ? ['  The same command with --prepare makes them first.'] : [];
    return [...refusalLines(outcome.model, outcome.error, style), ...advice];
  }
  const warnings = outcome.warnings.map((warning) => `    ${warning.code}: ${warning.message}`);
  return [...predictionLines(outcome.prediction, style), ...warnings];
}
