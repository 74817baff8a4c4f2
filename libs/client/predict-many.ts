import {
  HeatMapFieldsText,
  PredictionFieldsText,
  SlideFieldsText,
  type HeatMapFieldsFragment,
  type HeatMapMode,
  type Operation,
  type PredictionContextInput,
  type PredictionFieldsFragment,
  type RegionInput,
  type SlideFieldsFragment,
} from '#graphql/generated/operations';
import type { AnswerError } from './tessera-error.js';

/** The API's limit on aliases in one operation. */
export const MOST_PREDICTIONS = 15;

/** One question: a version, and where to look. */
export interface PredictionRequest {
  readonly model: string;
  /** In level-0 pixels; without it, the whole slide. */
  readonly region?: RegionInput;
  /** Digest of a certain feature bag; without it, the one that fits. */
  readonly features?: string;
  readonly context?: PredictionContextInput;
}

export interface PredictManyInput {
  readonly slideId: string;
  /** 1 to 15. */
  readonly predictions: readonly PredictionRequest[];
  /** Draws this map with each prediction. A version that cannot draw it answers with a warning beside its prediction. */
  readonly heatMap?: HeatMapMode;
  /** For a map of scores: the target that it is of; without it, the first. */
  readonly mapTarget?: string;
  /** For a map of scores of a target with more than two classes: the class. */
  readonly mapClass?: string;
}

/** A prediction, with its map where one was asked for. */
export type Prediction = PredictionFieldsFragment & { readonly heatMap?: HeatMapFieldsFragment | null };

/** One answer, in the order of the questions: a prediction (with errors below it, as of its map), or the error in its place. */
export type PredictionOutcome =
  | {
      readonly kind: 'predicted';
      readonly model: string;
      readonly prediction: Prediction;
      readonly warnings: readonly AnswerError[];
    }
  | { readonly kind: 'refused'; readonly model: string; readonly error: AnswerError };

export interface PredictManyResult {
  readonly slide: SlideFieldsFragment;
  readonly outcomes: readonly PredictionOutcome[];
}

type Aliased = Readonly<Record<string, Prediction | null>>;
export type PredictManyQuery = { readonly slide: (SlideFieldsFragment & Aliased) | null };

/**
 * Builds one operation with an alias for each question, and its variables. Equal arguments share one variable.
 * @throws RangeError for no question, or more than the API takes in one operation
 */
export function buildPredictMany(input: PredictManyInput): {
  readonly operation: Operation<PredictManyQuery, Readonly<Record<string, unknown>>>;
  readonly variables: Readonly<Record<string, unknown>>;
} {
  const count = input.predictions.length;
  if (count < 1 || count > MOST_PREDICTIONS) {
    throw new RangeError(`One operation asks 1 to ${MOST_PREDICTIONS} predictions.`);
  }
  const variables = new Variables();
  const id = variables.name('id', 'ID!', input.slideId);
  const map = input.heatMap && mapArguments(input.heatMap, input, variables);
  const aliases = input.predictions.map((question, index) => {
    const args = argumentsOf(question, variables);
    return `    p${index}: prediction(${args}) { ...Asked }`;
  });
  const body = [`  slide(id: ${id}) {`, '    ...SlideFields', ...aliases, '  }'];
  const query = [`query PredictMany(${variables.definitions()}) {`, ...body, '}'].join('\n');
  const drawn = map ? ` heatMap(${map}) { ...HeatMapFields }` : '';
  // One fragment for all: with the fields spelled out in each alias, 15 of them break the limit on tokens.
  const asked = `fragment Asked on SlidePrediction { ...PredictionFields${drawn} }`;
  const fragments = [asked, SlideFieldsText, PredictionFieldsText, ...(map ? [HeatMapFieldsText] : [])];
  return { operation: { name: 'PredictMany', text: [query, ...fragments].join('\n') }, variables: variables.values() };
}

/** Puts each prediction, or the error in its place, beside its question. */
export function readPredictMany(
  input: PredictManyInput,
  slide: SlideFieldsFragment & Aliased,
  errors: readonly AnswerError[],
): PredictManyResult {
  const outcomes = input.predictions.map(({ model }, index): PredictionOutcome => {
    const alias = `p${index}`;
    const own = errors.filter((error) => error.path[1] === alias);
    const prediction = slide[alias];
    if (prediction) return { kind: 'predicted', model, prediction, warnings: own };
    return { kind: 'refused', model, error: own[0] ?? unexplained(alias) };
  });
  return { slide: withoutPredictions(slide), outcomes };
}

/** Part of parsing the answer: what is left beside the aliases is the fragment SlideFields. */
function withoutPredictions(slide: SlideFieldsFragment & Aliased): SlideFieldsFragment {
  const own = Object.entries(slide).filter(([key]) => !/^p\d+$/.test(key));
  return Object.fromEntries(own) as unknown as SlideFieldsFragment;
}

function mapArguments(mode: HeatMapMode, { mapTarget, mapClass }: PredictManyInput, variables: Variables): string {
  const args = [`mode: ${variables.name('mode', 'HeatMapMode!', mode)}`];
  if (mapTarget !== undefined) args.push(`target: ${variables.name('target', 'String!', mapTarget)}`);
  if (mapClass !== undefined) args.push(`class: ${variables.name('class', 'String', mapClass)}`);
  return args.join(', ');
}

function argumentsOf(question: PredictionRequest, variables: Variables): string {
  const args = [`model: ${variables.name('model', 'ModelRef!', question.model)}`];
  if (question.region) args.push(`region: ${variables.name('region', 'RegionInput', question.region)}`);
  if (question.features) args.push(`features: ${variables.name('features', 'Digest', question.features)}`);
  if (question.context) args.push(`context: ${variables.name('context', 'PredictionContextInput', question.context)}`);
  return args.join(', ');
}

function unexplained(alias: string): AnswerError {
  const message = 'The gateway gave neither a prediction nor a reason.';
  return { code: 'GATEWAY_BAD_ANSWER', message, retryable: false, path: ['slide', alias], requestId: null, facts: {} };
}

/** The variables of an operation under construction: `$model`, `$model1`, ... */
class Variables {
  private readonly known = new Map<string, { name: string; type: string; value: unknown }>();

  name(stem: string, type: string, value: unknown): string {
    const key = JSON.stringify([stem, value]);
    const before = [...this.known.values()].filter((variable) => variable.type === type).length;
    const variable = this.known.get(key) ?? { name: before === 0 ? stem : `${stem}${before}`, type, value };
    this.known.set(key, variable);
    return `$${variable.name}`;
  }

  definitions(): string {
    return [...this.known.values()].map(({ name, type }) => `$${name}: ${type}`).join(', ');
  }

  values(): Readonly<Record<string, unknown>> {
    return Object.fromEntries([...this.known.values()].map(({ name, value }) => [name, value]));
  }
}
