import { type OutputExpectation } from '#libs/inference-client';
import { type Tensor } from '#libs/inference-protocol';
import { type ModelCard } from '#model-registry';
import { type AnswerKind } from '#graphql/generated/schema-types';
import { type TargetScore } from '#gateway/targets';
import { type LoadedFeatures } from './load-features.js';
import { type RawAnswer } from './raw-answer.js';

/** What a task reads out of a raw answer: its own value, and the scores that a calibration may turn into calls. */
export interface Decoded<Value> {
  readonly value: Value;
  readonly scores: readonly TargetScore[];
}

/**
 * One kind of question. A task says which versions can answer it, what to send and what the answer means; everything between is the
 * pipeline's. A new task is a new folder under queries/ and touches nothing here.
 */
export interface Task<Value> {
  readonly kind: AnswerKind;
  /** Throws BadUserInput when a version with this card cannot answer. */
  readonly demand: (card: ModelCard) => void;
  /** What to send; a promise where it must be made first, as cluster means are. */
  readonly toTensors: (
    features: LoadedFeatures,
    rows: Float32Array,
    card: ModelCard,
    signal: AbortSignal,
  ) => readonly Tensor[] | Promise<readonly Tensor[]>;
  /** What the server must answer, for an input of so many tiles. */
  readonly expect: (card: ModelCard, tileCount: number) => readonly OutputExpectation[];
  readonly decode: (raw: RawAnswer, card: ModelCard, heldOut: readonly number[] | null) => Decoded<Value>;
}
