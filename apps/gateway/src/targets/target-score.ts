import { type CardTarget } from '#model-registry';

/** What the members of an ensemble say of one number, in the order of its card. */
export interface MemberScores {
  /** One number a member: a raw probability where the target has classes, else the value. */
  readonly scores: readonly number[];
  /** Sample standard deviation (n - 1) over the members that were used; null for one. */
  readonly spread: number | null;
}

/** How the members of an ensemble that counts votes voted on a target. */
export interface Votes {
  /** In the order of the card; the votes of all sum to `counted`. Not whole where a member's own classes tie. */
  readonly classes: readonly { readonly name: string; readonly votes: number }[];
  /** Members that count. */
  readonly counted: number;
  /** What each member voted for, in the order of the card: one class, or several that tie. */
  readonly cast: readonly (readonly string[])[];
  /** What each member's raw probability had to reach; null where the largest class has the vote. */
  readonly thresholds: readonly number[] | null;
}

/** A target with two classes: the positive class's score. */
export interface BinaryScore {
  readonly kind: 'BINARY';
  readonly target: CardTarget;
  /** Log-odds of the positive class, before any calibration. Null for a share of votes, which is no probability. */
  readonly logit: number | null;
  /** After the card's activation, applied once, 0 to 1; of an ensemble that counts votes: the positive class's share of them. */
  readonly rawProbability: number;
  readonly members: MemberScores | null;
  /** Of an ensemble that counts votes. */
  readonly votes?: Votes;
}

/** One class of a target with exclusive classes. */
export interface ClassScore {
  readonly name: string;
  /**
   * What a record of this class maps and compares: log-odds of the class against the rest; of an ORDINAL target, of this class or a
   * higher one against the lower ones. Null where the served probabilities round to 0 or 1, for the lowest ORDINAL class, and for shares of votes.
   */
  readonly logit: number | null;
  /** Its share after the card's activation, 0 to 1; over the classes they sum to one. */
  readonly rawProbability: number;
  /** For ORDINAL: the share of this class and all higher ones. For MULTICLASS the same as `rawProbability`. */
  readonly comparedProbability: number;
  readonly members: MemberScores | null;
}

/** A target with exclusive classes, in the order of its card. */
export interface ClassesScore {
  readonly kind: 'MULTICLASS' | 'ORDINAL';
  readonly target: CardTarget;
  readonly classes: readonly ClassScore[];
  /** Logits as they were served, for a map of all classes together; null where probabilities were served or averaged. */
  readonly logits: readonly number[] | null;
  /** Positions of the largest raw probability: one, or several that are equal in float32. */
  readonly top: readonly number[];
  /** Of an ensemble that counts votes: then the raw probabilities are shares of them. */
  readonly votes?: Votes;
}

/** A target with a value: a scalar in its unit, or a risk without one. */
export interface ValueScore {
  readonly kind: 'SCALAR' | 'RISK';
  readonly target: CardTarget;
  readonly value: number;
  readonly members: MemberScores | null;
}

/** A target with its score before calibration. */
export type TargetScore = BinaryScore | ClassesScore | ValueScore;

/** What a score is calibrated as: a target, or one class of it. */
export interface Calibrated {
  readonly target: CardTarget;
  /** Null for a target as a whole, and for a map of all its classes together. */
  readonly className: string | null;
}
