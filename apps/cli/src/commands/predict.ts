import type { Command } from 'commander';
import {
  MOST_PREDICTIONS,
  type AnswerError,
  type HeatMapMode,
  type PredictManyInput,
  type PredictManyResult,
  type PredictionOutcome,
  type RegionInput,
} from '#libs/client';
import type { CliContext } from '../cli-context.js';
import { UsageError } from '../cli-errors.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { prepareFeatures } from '../follow-job.js';
import { choice, collect, parseRegion } from '../options.js';
import { predictionLines, refusalLines } from '../output/format-prediction.js';
import { slideHeading } from '../output/format-slide.js';
import { resolveSlide } from '../resolve-slide.js';
import type { Runner } from '../run-command.js';
import { saveHeatMaps, type SavedMap } from '../save-heat-maps.js';
import { addCaseOptions, type CaseOptions, caseOf } from './case-options.js';

const MODES: readonly HeatMapMode[] = ['ATTENTION_ROLLOUT', 'TILE_CLASS', 'PRODUCT'];

interface PredictOptions extends CaseOptions {
  readonly model: readonly string[];
  readonly region?: RegionInput;
  readonly features?: string;
  readonly prepare?: boolean;
  readonly heatMap?: HeatMapMode;
  readonly mapTarget?: string;
  readonly mapClass?: string;
  readonly out?: string;
}

export function addPredictCommand(program: Command, run: Runner): void {
  const command = program
    .command('predict')
    .description('Ask one or several model versions about a slide, side by side in one query.')
    .argument('<slide>', 'id, beginning of the id, or name')
    .requiredOption('--model <ref>', 'a version or alias; give it up to 15 times', collect)
    .option('--region <x,y,width,height>', 'only tiles with their centre in it, level-0 pixels', parseRegion)
    .option('--features <digest>', 'a certain feature bag, by its whole digest');
  addCaseOptions(command)
    .option('--prepare', 'make missing features first')
    .addOption(choice('--heat-map <mode>', 'save a map of each version that has this one', MODES))
    .option('--map-target <name>', 'for a map of scores: the target; without it, the first')
    .option('--map-class <name>', 'for a map of scores of a target with more than two classes: the class')
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
  if (options.heatMap === undefined && (options.mapTarget ?? options.mapClass) !== undefined) {
    throw new UsageError('--map-target and --map-class say which numbers --heat-map draws: give it too.');
  }
}

function inputOf(slideId: string, options: PredictOptions): PredictManyInput {
  const { region, features, heatMap, mapTarget, mapClass } = options;
  const context = caseOf(options);
  const shared = { ...(region && { region }), ...(features && { features }), ...(context && { context }) };
  const map = { ...(heatMap && { heatMap }), ...(mapTarget && { mapTarget }), ...(mapClass && { mapClass }) };
  return { slideId, predictions: options.model.map((model) => ({ model, ...shared })), ...map };
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
