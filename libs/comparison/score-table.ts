/** What is known of each item, to hold scores against. All arrays have one element an item. */
export type Outcome =
  | { readonly kind: 'NONE' }
  /** 1 is positive, 0 is negative */
  | { readonly kind: 'BINARY'; readonly labels: Uint8Array }
  /** a measured value, in the unit of the scores */
  | { readonly kind: 'CONTINUOUS'; readonly values: Float64Array }
  /** time to the event (1) or to the end of observation (0); a higher score is a higher risk */
  | { readonly kind: 'SURVIVAL'; readonly times: Float64Array; readonly events: Uint8Array };

/** A call of a score: what `calls` holds. NONE is a state without a call, such as inside a grey zone. */
export const CALL = { NEGATIVE: 0, POSITIVE: 1, NONE: 2 } as const;

/** One model's scores. All arrays have one element an item. */
export interface ScoreColumn {
  readonly name: string;
  /** finite; higher means positive, or worse, or more */
  readonly values: Float64Array;
  /** the same as probabilities of being positive, 0 to 1; null where they are none */
  readonly probabilities: Float64Array | null;
  /** `CALL`; null where no threshold was stated */
  readonly calls: Uint8Array | null;
  /** the threshold of the calls, where one held for all items */
  readonly threshold: number | null;
}

/** What items are told apart by. */
export interface Stratification {
  readonly name: string;
  /** null: not stated for an item */
  readonly levels: readonly (string | null)[];
  /** the level of each item */
  readonly levelOf: Uint32Array;
}

/** Scores of several models on the same items: every item has every score. */
export interface ScoreTable {
  /** what to call each item when it is listed */
  readonly items: readonly string[];
  readonly outcome: Outcome;
  /** the patient of each item, as a number; null where patients are not known */
  readonly patients: Uint32Array | null;
  readonly stratifications: readonly Stratification[];
  readonly scores: readonly ScoreColumn[];
}

/** The items of a table at some positions, in that order. */
export function takeItems(table: ScoreTable, positions: Uint32Array): ScoreTable {
  const { items, outcome, patients, stratifications, scores } = table;
  return {
    items: Array.from(positions, (position) => items[position] ?? ''),
    outcome: takeOutcome(outcome, positions),
    patients: patients && Uint32Array.from(positions, (position) => patients[position] ?? 0),
    stratifications: stratifications.map((one) => ({
      ...one,
      levelOf: Uint32Array.from(positions, (position) => one.levelOf[position] ?? 0),
    })),
    scores: scores.map((score) => ({
      ...score,
      values: takeValues(score.values, positions),
      probabilities: score.probabilities && takeValues(score.probabilities, positions),
      calls: score.calls && takeCodes(score.calls, positions),
    })),
  };
}

function takeOutcome(outcome: Outcome, positions: Uint32Array): Outcome {
  switch (outcome.kind) {
    case 'NONE':
      return outcome;
    case 'BINARY':
      return { kind: 'BINARY', labels: takeCodes(outcome.labels, positions) };
    case 'CONTINUOUS':
      return { kind: 'CONTINUOUS', values: takeValues(outcome.values, positions) };
    case 'SURVIVAL':
      return {
        kind: 'SURVIVAL',
        times: takeValues(outcome.times, positions),
        events: takeCodes(outcome.events, positions),
      };
  }
}

function takeValues(values: Float64Array, positions: Uint32Array): Float64Array {
  return Float64Array.from(positions, (position) => values[position] ?? NaN);
}

function takeCodes(codes: Uint8Array, positions: Uint32Array): Uint8Array {
  return Uint8Array.from(positions, (position) => codes[position] ?? 0);
}
