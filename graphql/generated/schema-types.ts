// Generated from graphql/schema by `npm run codegen`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A point in time: ISO 8601 in UTC, with milliseconds, as in `2026-03-01T12:00:00.000Z`. */
  DateTime: { input: string; output: string; }
  /** A SHA-256 digest: 64 lower-case hexadecimal digits. */
  Digest: { input: string; output: string; }
  /** A JSON document as it is. */
  JSON: { input: unknown; output: unknown; }
  /**
   * Names one model version: `source:name/version` or `source:name@alias`, as in `local:demo-dense-focus/2` or `local:demo-dense-focus@champion`.
   * The part `source:` may be left out where the name is unique over all sources; otherwise the answer is AMBIGUOUS_MODEL with the candidates.
   * So it is even where all candidates have one digest: each source has calibration records of its own, so one version may be called differently by two of them.
   */
  ModelRef: { input: string; output: string; }
  /** Many numbers as one leaf: a base64 string of little-endian float32 values, or a list of JSON numbers, by the field's argument `encoding`. Row-major. */
  NumericValues: { input: string | readonly number[]; output: string | readonly number[]; }
};

/** Why a statistic is not there. */
export type AbsenceReason =
  /** A probability is 0 or 1, and its logit infinite. */
  | 'CERTAIN_PROBABILITY'
  /** Some scores lie outside 0 to 1, or were turned round: they are no probabilities. */
  | 'NOT_A_PROBABILITY'
  /** The fit did not settle. */
  | 'NOT_CONVERGED'
  /** No two items can be put in an order by their times and events. */
  | 'NO_COMPARABLE_PAIRS'
  /** There is nothing to compute it from. */
  | 'NO_ITEMS'
  /** There are no labels to hold the scores against. */
  | 'NO_LABELS'
  /** No item is labelled negative. */
  | 'NO_NEGATIVES'
  /** No item is called negative. */
  | 'NO_NEGATIVE_CALLS'
  /** No item is labelled positive. */
  | 'NO_POSITIVES'
  /** No item is called positive. */
  | 'NO_POSITIVE_CALLS'
  /** No threshold was stated, so that nothing is called. */
  | 'NO_THRESHOLD'
  /** The values do not differ: a denominator is 0. Of a test: the two order every pair alike. */
  | 'NO_VARIATION'
  /** One item is labelled negative, and a variance needs two. */
  | 'ONE_NEGATIVE'
  /** One item is labelled positive, and a variance needs two. */
  | 'ONE_POSITIVE'
  /** A group has one patient or item only: drawn again it is always the same, which is no certainty. */
  | 'ONE_UNIT'
  /** Positives and negatives do not overlap: a variance of 0 is no certainty, and a fit runs to infinity. */
  | 'SEPARATED'
  /** There are items, and fewer than it needs. */
  | 'TOO_FEW_ITEMS'
  /** Too many draws of the bootstrap were without a value. */
  | 'UNSTABLE_RESAMPLES';

/** A statistic that is not there. */
export type AbsentStatistic = {
  readonly __typename?: 'AbsentStatistic';
  /** Whether the value is there, and only its interval is not. */
  readonly isIntervalOnly: Scalars['Boolean']['output'];
  /** Why. */
  readonly reason: AbsenceReason;
  /** Which one. */
  readonly statistic: StatisticName;
};

/** An expression matrix, as a file of the gateway's (`path`) or as one that was sent to it (`upload`): one of the two. */
export type AddExpressionMatrixInput = {
  /** What the file is. Left out, its first bytes say. */
  readonly format?: InputMaybe<MatrixFormat>;
  /** What to call it in queries: 1 to 100 lower-case letters, digits, dots, dashes or underscores. It keeps it for ever. */
  readonly id: Scalars['ID']['input'];
  /** SPDX id or name of its terms: at most 300 characters. */
  readonly licence: Scalars['String']['input'];
  /** Its name, for people: at most 200 characters. */
  readonly name: Scalars['String']['input'];
  /** What the genes are called by. */
  readonly namespace: GeneNamespace;
  /** Whose genes they are. */
  readonly organism?: Organism;
  /** A file: absolute path on the gateway's machine, or relative to one of its slide folders. It must lie inside one of them. */
  readonly path?: InputMaybe<Scalars['String']['input']>;
  /** Where it comes from, so that others find it: at most 1,000 characters. */
  readonly source: Scalars['String']['input'];
  /** What was done to them, in the words of model cards, as in `LOG2_PLUS_1` or `NONE`: at most 100 characters. */
  readonly transform: Scalars['String']['input'];
  /** What the values are, as in `TPM` or `counts`: at most 100 characters. */
  readonly unit: Scalars['String']['input'];
  /** What `POST /uploads` gave as `id`. */
  readonly upload?: InputMaybe<Scalars['ID']['input']>;
  /** Which release of it this is: at most 100 characters. */
  readonly version: Scalars['String']['input'];
};

/** A slide to add. */
export type AddSlideInput = {
  /** Micrometres per pixel of level 0, for a file that does not say. One that contradicts the file is refused. */
  readonly mpp?: InputMaybe<Scalars['Float']['input']>;
  /** What to call it: up to 100 letters, digits, spaces and `._-`. Do not put anything here that identifies a patient. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The organ: a lower-case English noun, as in `breast`. */
  readonly organ?: InputMaybe<Scalars['String']['input']>;
  /** Absolute path on the gateway's machine, or relative to one of its slide folders. It must lie inside one of them. */
  readonly path: Scalars['String']['input'];
  /** How the tissue was preserved. */
  readonly preservation?: InputMaybe<Preservation>;
  /** The scanner's model. */
  readonly scanner?: InputMaybe<Scalars['String']['input']>;
  /** The site. */
  readonly site?: InputMaybe<Scalars['String']['input']>;
  /** How the specimen was taken. */
  readonly specimen?: InputMaybe<Specimen>;
  /** The stain. */
  readonly stain?: InputMaybe<Stain>;
};

/** A spatial transcriptomics sample, and what is known of it. */
export type AddSpatialMeasurementInput = {
  /** What the files are. */
  readonly format: SpatialSampleFormat;
  /** What to call it in queries: 1 to 100 lower-case letters, digits, dots, dashes or underscores. It keeps it for ever. */
  readonly id: Scalars['ID']['input'];
  /** SPDX id or name of its terms: at most 300 characters. */
  readonly licence: Scalars['String']['input'];
  /** Its name, for people: at most 200 characters. */
  readonly name: Scalars['String']['input'];
  /** The file, or the folder of VISIUM: absolute path on the gateway's machine, or relative to one of its slide folders. It must lie inside one of them. */
  readonly path?: InputMaybe<Scalars['String']['input']>;
  /** Level-0 pixels of the slide per unit of the file's places: 1 where they are pixels of the very image. */
  readonly pxPerUnit?: Scalars['Float']['input'];
  /** The slide that it was measured on. */
  readonly slideId: Scalars['ID']['input'];
  /** Where it comes from, so that others find it: at most 1,000 characters. */
  readonly source: Scalars['String']['input'];
  /** Diameter of a spot in level-0 pixels, where the file does not say it. */
  readonly spotDiameterPx?: InputMaybe<Scalars['Float']['input']>;
  /** The table of places, for SPOT_TABLES and a VISIUM upload. */
  readonly spotsPath?: InputMaybe<Scalars['String']['input']>;
  /** Instead of `spotsPath`: what `POST /uploads` gave as `id`. */
  readonly spotsUpload?: InputMaybe<Scalars['ID']['input']>;
  /** Unit of the numbers, as in `UMI counts`: at most 100 characters. */
  readonly unit?: Scalars['String']['input'];
  /** Instead of `path`: what `POST /uploads` gave as `id`. */
  readonly upload?: InputMaybe<Scalars['ID']['input']>;
  /** What the numbers are. */
  readonly valueKind?: MeasuredValues;
};

/** A move of an alias that waits for a second person. */
export type AliasProposal = {
  readonly __typename?: 'AliasProposal';
  /** The alias. */
  readonly alias: Scalars['String']['output'];
  /** The version that it pointed at when the move was proposed. Null for none. */
  readonly before?: Maybe<Scalars['String']['output']>;
  /** Its id, for `approveAliasChange`. */
  readonly id: Scalars['ID']['output'];
  /** When. */
  readonly proposedAt: Scalars['DateTime']['output'];
  /** Who proposed it. */
  readonly proposedBy: Scalars['String']['output'];
  /** The version that it shall point at. Null to remove it. */
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** A profile in the space of a head. */
export type AlignedProfileInput = {
  /** The head, or an alias of it: the index must be of its image tower (SPACES_DIFFER otherwise). */
  readonly head: Scalars['ModelRef']['input'];
  /** The profile. */
  readonly profile: ExpressionProfileInput;
};

/** How tiles become one vector. */
export type AlignmentAggregation =
  /** The direction of the mean of the tiles' vectors, each of length one. Heads are trained tile by tile: for many tiles this is a summary that nobody measured. */
  | 'MEAN_OF_TILES'
  /** One tile: its own vector. */
  | 'TILE';

/** A caution of a card, in a sentence. */
export type AlignmentCaution = {
  readonly __typename?: 'AlignmentCaution';
  /** Which. */
  readonly code: AlignmentCautionCode;
  /** What it means for whoever uses the head. */
  readonly message: Scalars['String']['output'];
};

/** What makers of a head warn of. */
export type AlignmentCautionCode =
  /** An item's vector depends on what else is in the batch. */
  | 'BATCH_DEPENDENT'
  /** Using its vectors to predict expression makes the prediction worse. */
  | 'DEGRADES_EXPRESSION'
  /** It finds its training pairs far better than any others. */
  | 'MEMORISES'
  /** It does not hold for other patients. */
  | 'NOT_TRANSFERABLE'
  /** It was measured on patients that it was trained on. */
  | 'SAME_PATIENT'
  /** The same item gives other vectors in another run. */
  | 'STOCHASTIC';

/** How well a head finds partners. */
export type AlignmentEvaluation = {
  readonly __typename?: 'AlignmentEvaluation';
  /** What the head's makers warn of. */
  readonly cautions: ReadonlyArray<AlignmentCaution>;
  /** Digest of card and artifacts. */
  readonly digest: Scalars['Digest']['output'];
  /** Both directions, images asking first. */
  readonly directions: ReadonlyArray<DirectionEvaluation>;
  /** Pairs that could not be asked about: at most 100 are listed. */
  readonly leftOut: ReadonlyArray<LeftOutPair>;
  /** How many there are of these. */
  readonly leftOutCount: Scalars['Int']['output'];
  /** The head. */
  readonly model: Scalars['ModelRef']['output'];
  /** Pairs that were asked about. */
  readonly pairs: Scalars['Int']['output'];
  /** SHA-256 over the pairs as they were stated, of a reference set that of its file: evaluations of two heads may be compared where this, the gallery size, the number of galleries and the seed are equal. */
  readonly pairsDigest: Scalars['Digest']['output'];
  /** What galleries, shuffling and intervals were drawn by. */
  readonly seed: Scalars['Int']['output'];
  /** Site by site; empty where there is one site only. */
  readonly sites: ReadonlyArray<SiteEvaluation>;
  /** The space. */
  readonly spaceId: Scalars['Digest']['output'];
};

/** Towers into one space, and how near two things are in it. */
export type AlignmentHead = {
  readonly __typename?: 'AlignmentHead';
  /** What its makers warn of. */
  readonly cautions: ReadonlyArray<AlignmentCaution>;
  /** Digest of card and artifacts. */
  readonly digest: Scalars['Digest']['output'];
  /** Length of its vectors. */
  readonly dimension: Scalars['Int']['output'];
  /** What is added after that. 0 where the head has none. */
  readonly logitBias: Scalars['Float']['output'];
  /** By what a cosine is multiplied, once and as it is applied: where the card stores a logarithm this is its exponential, within the bound of the training. */
  readonly logitScale: Scalars['Float']['output'];
  /** The version. */
  readonly model: Scalars['ModelRef']['output'];
  /** What it is held against. */
  readonly referenceSets: ReadonlyArray<ReferenceSet>;
  /** How a similarity becomes a score. */
  readonly scoreRule: AlignmentScoreRule;
  /** The space: SHA-256 over the head, its towers' weights and its vocabulary. Vectors of two spaces are never compared. */
  readonly spaceId: Scalars['Digest']['output'];
  /** Its towers, in the order of the card. */
  readonly towers: ReadonlyArray<AlignmentTower>;
};

/** What a tower takes. */
export type AlignmentModality =
  /** Tiles, or their features. */
  | 'IMAGE'
  /** Stained markers. */
  | 'MARKERS'
  /** Text. */
  | 'TEXT'
  /** Expression of genes, or of pathways. */
  | 'TRANSCRIPTOME';

/** Pairs of a place on a slide and a sample of an expression matrix: at most 5,000. */
export type AlignmentPairsInput = {
  /**
   * CSV with the columns `sample` (of the matrix), `slide` (its id), `x` and `y` (level-0 pixels): the partner is the tile whose centre is nearest, and which holds the point. Optional: `site`, by which the figures
   * are broken down, and `patient`, who is drawn as a whole for intervals.
   */
  readonly csv: Scalars['String']['input'];
  /** Id of an expression matrix. */
  readonly matrix: Scalars['ID']['input'];
  /** What becomes of genes of the vocabulary that the matrix does not have. */
  readonly missing?: MissingGenes;
};

/** How a head turns a similarity into a score. None of these is a calibrated probability. */
export type AlignmentScoreRule =
  /** The head states no rule for cosines: there is no score, and the order is all. */
  | 'NONE'
  /** Sigmoid of scale times cosine plus bias, of each pair by itself. */
  | 'SIGMOID'
  /** Softmax of scale times cosine over the whole gallery: the scores sum to one and mean nothing without the gallery's size. */
  | 'SOFTMAX';

/** One side of a head. */
export type AlignmentTower = {
  readonly __typename?: 'AlignmentTower';
  /** What it takes. */
  readonly modality: AlignmentModality;
  /** The version that runs, as `name/version`. */
  readonly model: Scalars['String']['output'];
};

/** A stored answer. */
export type Answer = {
  readonly __typename?: 'Answer';
  /** When the model ran. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The embedding. Null for an answer of another kind. */
  readonly embedding?: Maybe<SlideEmbedding>;
  /** The expression of genes. An ensemble has no answer of its own: each of its members has. Null for an answer of another kind. */
  readonly expression?: Maybe<SlideExpression>;
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** What was asked. */
  readonly kind: AnswerKind;
  /** Scores of pathways that the version predicts itself (MODEL). An ensemble has no answer of its own: each of its members has. Null for an answer of another kind. */
  readonly pathwayScores?: Maybe<SlidePathwayScores>;
  /** The prediction, read under the calibration records of now. Null for an answer of another kind. */
  readonly prediction?: Maybe<SlidePrediction>;
  /** The slide. Null for an answer about several slides of a patient: `slides` names them. */
  readonly slide?: Maybe<Slide>;
  /** The slides that it is about: one, or several of a patient in the order of their tiles. Empty for an answer about no slide. */
  readonly slides: ReadonlyArray<Slide>;
  /**
   * The prediction, read under one calibration record that the caller names, with no model run. The record must be of the version that answered, and not
   * of a stratum that the case contradicts: CALIBRATION_MISMATCH otherwise. Other targets than the record's are UNCALIBRATED here. A retired record may be
   * named: what was said under it can be read again. Null for an answer of another kind.
   */
  readonly under?: Maybe<SlidePrediction>;
};


/** A stored answer. */
export type AnswerPredictionArgs = {
  context?: InputMaybe<PredictionContextInput>;
};


/** A stored answer. */
export type AnswerUnderArgs = {
  calibration: Scalars['ID']['input'];
  context?: InputMaybe<PredictionContextInput>;
  target?: InputMaybe<Scalars['String']['input']>;
};

/** Kinds of answers. */
export type AnswerKind =
  /** A vector for each marker. */
  | 'MARKER_EMBEDDING'
  /** A vector for each expression profile, in the space of an alignment head. */
  | 'PROFILE_EMBEDDING'
  /** A slide embedding. */
  | 'SLIDE_EMBEDDING'
  /** Gene expression of the slide as a whole. */
  | 'SLIDE_EXPRESSION'
  /** Scores of pathways of the slide as a whole, as the version predicts them. */
  | 'SLIDE_PATHWAYS'
  /** A slide-level prediction. */
  | 'SLIDE_PREDICTION'
  /** A vector for each tile, in the space of an alignment head. */
  | 'TILE_EMBEDDING'
  /** Gene expression of each tile. */
  | 'TILE_EXPRESSION'
  /** Scores of pathways of each tile, as the version predicts them. */
  | 'TILE_PATHWAYS'
  /** The classifier on each tile alone. */
  | 'TILE_SCORES';

/** A calibration record and why it was applied. */
export type AppliedCalibration = {
  readonly __typename?: 'AppliedCalibration';
  /** Why this record. */
  readonly choice: CalibrationChoice;
  /** The record's digest. */
  readonly digest: Scalars['Digest']['output'];
  /** The record's id. */
  readonly id: Scalars['ID']['output'];
  /** When the record was retired, where it is and the caller named it all the same. Null otherwise. */
  readonly retiredAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How many numbers travel in one leaf. */
export type ArrayEncoding =
  /** Base64 of little-endian float32, row-major: exact, for programs. */
  | 'FLOAT32_BASE64'
  /** A flat list of JSON numbers, each with so few digits that it reads back as the very same float32. The argument `decimals` shortens them. A value that is not finite is null. */
  | 'JSON';

/** File formats of array links. */
export type ArrayFormat =
  /** NumPy .npy, version 1.0. */
  | 'NPY';

/** What a file of a version is for. */
export type ArtifactRole =
  /** What the domain guard compares a case with. */
  | 'DOMAIN_REFERENCE'
  /** The text of the terms. */
  | 'LICENCE'
  /** The model, which a model server loads. */
  | 'MODEL'
  /** Anything else, as weights that a model file refers to. */
  | 'OTHER'
  /** Evidence for each entry of the vocabulary. */
  | 'QUALITY'
  /** How the version was made. */
  | 'RECIPE'
  /** A matrix of embeddings that queries are held against. */
  | 'REFERENCE_SET'
  /** Hashes of the patients that it was trained on. */
  | 'TRAINING_PATIENTS'
  /** The ordered list of what the outputs stand for. */
  | 'VOCABULARY';

/** An area under the ROC curve. */
export type AucEstimate = {
  readonly __typename?: 'AucEstimate';
  /** Lower and upper bound by bootstrap. Null in strata. */
  readonly bootstrapCi?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** Lower and upper bound by DeLong. Null where there is no variance, or it is 0 because the classes do not overlap. */
  readonly ci?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** The area, 0 to 1. */
  readonly value: Scalars['Float']['output'];
  /** Its variance by DeLong. Null where a class has one item. */
  readonly variance?: Maybe<Scalars['Float']['output']>;
};

/** A test of two AUCs on the same items (DeLong, DeLong and Clarke-Pearson 1988). */
export type AucTest = {
  readonly __typename?: 'AucTest';
  /** Adjusted over all strata and pairs. Null outside of strata. */
  readonly adjustedP?: Maybe<Scalars['Float']['output']>;
  /** Its lower and upper bound. */
  readonly ci: ReadonlyArray<Scalars['Float']['output']>;
  /** First less second. */
  readonly difference: Scalars['Float']['output'];
  /** Two-sided. */
  readonly p: Scalars['Float']['output'];
  /** Its standard error. */
  readonly standardError: Scalars['Float']['output'];
  /** Difference over standard error. */
  readonly z: Scalars['Float']['output'];
};

/** A target with two classes. */
export type BinaryCall = CalibratedScore & TargetPrediction & {
  readonly __typename?: 'BinaryCall';
  /** The record that made the call. Null where none did. */
  readonly calibration?: Maybe<AppliedCalibration>;
  /** The state of the answer; never null. */
  readonly call: Call;
  /** What the record holds for, in its own words. Null when no record fits. */
  readonly holdsFor?: Maybe<Scalars['String']['output']>;
  /** The model's output before any activation; of two outputs, the positive class's minus the other's; of mean probabilities, their log-odds. Unbounded. Null for an imported probability of 0 or 1 and for a share of votes, which have none. */
  readonly logit?: Maybe<Scalars['Float']['output']>;
  /** What it means, in the card's words. */
  readonly meaning: Scalars['String']['output'];
  /** Each member's raw score, in the order of `ensemble.members`. Null for a version that is no ensemble. */
  readonly memberScores?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** Sample standard deviation (n - 1) of the members that were used. Null for fewer than two. */
  readonly memberSpread?: Maybe<Scalars['Float']['output']>;
  /** Name of the target in the model card. */
  readonly name: Scalars['String']['output'];
  /** The class whose probability it is. */
  readonly positiveClass: Scalars['String']['output'];
  /** Positive and negative predictive value at the prevalence of the context. Null when none was named or there is no call. */
  readonly predictiveValues?: Maybe<PredictiveValues>;
  /** The calibrated probability, 0 to 1. Null when no calibration holds here (UNCALIBRATED, OUT_OF_DOMAIN, OUT_OF_SCOPE) and when the record that holds has no map, only a threshold on the raw score. */
  readonly probability?: Maybe<Scalars['Float']['output']>;
  /** Sigmoid of the logit: 0 to 1, NOT calibrated. Where members vote: the positive class's share of the votes, which is no probability. */
  readonly rawScore: Scalars['Float']['output'];
  /** Why the call is what it is, in a sentence. */
  readonly reason: Scalars['String']['output'];
  /** The threshold that was applied, with its evidence. Null when no calibration record fits. */
  readonly threshold?: Maybe<Threshold>;
  /** Its name for people. */
  readonly title: Scalars['String']['output'];
  /** How the members voted. Null for a version that counts no votes, and for an imported score. */
  readonly votes?: Maybe<MemberVotes>;
};

/** What lets calls through, or not. */
export type BreakerState =
  /** Calls go through. */
  | 'CLOSED'
  /** The seconds are over: one call at a time tries, and its end decides. */
  | 'HALF_OPEN'
  /** It failed too often: no call goes through for some seconds, and callers are told MODEL_UNAVAILABLE at once. */
  | 'OPEN';

/**
 * A case, as the context of a prediction states it. A part that is left out is not known: only a record that holds for any value of it applies.
 * Where no record holds, one that the version declared as a fallback applies, for predictions as well as here.
 */
export type CalibratedForInput = {
  /** The scanner, as the records write it. */
  readonly scanner?: InputMaybe<Scalars['String']['input']>;
  /** The site, as the records write it. */
  readonly site?: InputMaybe<Scalars['String']['input']>;
  /** The specimen. */
  readonly specimen?: InputMaybe<Specimen>;
  /** The target. Left out, any target of the version. */
  readonly target?: InputMaybe<Scalars['String']['input']>;
};

/** One score with the record that was applied to it. */
export type CalibratedScore = {
  /** The record that made the call. Null where none did. */
  readonly calibration?: Maybe<AppliedCalibration>;
  /** What the record holds for, in its own words. Null when no record fits. */
  readonly holdsFor?: Maybe<Scalars['String']['output']>;
  /** Each member's score, in the order of `ensemble.members`. Null for a version that is no ensemble. */
  readonly memberScores?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** Sample standard deviation (n - 1) of the members that were used. Null for fewer than two. */
  readonly memberSpread?: Maybe<Scalars['Float']['output']>;
  /** Positive and negative predictive value at the prevalence of the context. Null when none was named or there is no call. */
  readonly predictiveValues?: Maybe<PredictiveValues>;
  /** The threshold that was applied, with its evidence. Null when no calibration record fits. */
  readonly threshold?: Maybe<Threshold>;
};

/** Why a record was applied. */
export type CalibrationChoice =
  /** No stratum fits the case, and the version's records declare this one as the fallback. */
  | 'FALLBACK'
  /** The caller named it. */
  | 'NAMED'
  /** Its stratum fits the case. */
  | 'STRATUM';

/** How probabilities would have to be changed to fit the labels: logit P = intercept + slope x logit(probability). Intervals by Wald. */
export type CalibrationFit = {
  readonly __typename?: 'CalibrationFit';
  /** The intercept with the slope held at 1: below 0, the probabilities are too high on the whole. */
  readonly inTheLarge: StatisticEstimate;
  /** Intercept: 0 when they fit. */
  readonly intercept: StatisticEstimate;
  /** Slope: 1 when they fit; below 1, they are too extreme. */
  readonly slope: StatisticEstimate;
};

/** A calibration record as it was applied. */
export type CalibrationProvenance = {
  readonly __typename?: 'CalibrationProvenance';
  /** The record's digest. */
  readonly digest: Scalars['Digest']['output'];
  /** The record's id. */
  readonly id: Scalars['ID']['output'];
};

/** A registered calibration: from a logit to a probability, and thresholds with evidence. Immutable. */
export type CalibrationRecord = {
  readonly __typename?: 'CalibrationRecord';
  /** When it was added by a mutation. Null for a record of the source itself. */
  readonly addedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who added it by a mutation. Null for a record of the source itself. */
  readonly addedBy?: Maybe<Scalars['String']['output']>;
  /** The class that it is for, of a target with classes: against the rest, or in an order with all higher ones. Null for the target as a whole. */
  readonly class?: Maybe<Scalars['String']['output']>;
  /** Its digest. */
  readonly digest: Scalars['Digest']['output'];
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** The map from logit to probability: `none`, `temperature`, `platt`, `beta`, `isotonic` or `prior-shift`. */
  readonly method: Scalars['String']['output'];
  /** Thresholds with evidence: the operating-point curve of the record, in its own order. */
  readonly operatingPoints: ReadonlyArray<Threshold>;
  /** The whole record. */
  readonly record: Scalars['JSON']['output'];
  /** When it was retired: from then on it is chosen for no call, and only read. Null as long as it is in force. */
  readonly retiredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who retired it. */
  readonly retiredBy?: Maybe<Scalars['String']['output']>;
  /** Why it was retired. */
  readonly retiredReason?: Maybe<Scalars['String']['output']>;
  /** The scanner that it holds for. Null for any. */
  readonly scanner?: Maybe<Scalars['String']['output']>;
  /** The site that it holds for. Null for any. */
  readonly site?: Maybe<Scalars['String']['output']>;
  /** The specimen that it holds for. Null for any. */
  readonly specimen?: Maybe<Specimen>;
  /** What it holds for. */
  readonly statement: Scalars['String']['output'];
  /** The target that it is for. */
  readonly target: Scalars['String']['output'];
};

/** States of an answer. */
export type Call =
  /** Inside the record's grey zone, or a tie of the top classes: the evidence does not carry a call. */
  | 'INDETERMINATE'
  /** Below the threshold. */
  | 'NEGATIVE'
  /** The slide does not resemble those that the version was trained on. */
  | 'OUT_OF_DOMAIN'
  /** The case is outside what the version is meant for. */
  | 'OUT_OF_SCOPE'
  /** At or above the threshold. */
  | 'POSITIVE'
  /** No calibration record fits this case: the raw score only. */
  | 'UNCALIBRATED';

/** Whether calls agree. */
export type CallAgreement = {
  readonly __typename?: 'CallAgreement';
  /** Cohen's kappa: agreement beyond chance, 1 at most. */
  readonly kappa: StatisticEstimate;
  /** Share of items on which both agree. */
  readonly observed: Scalars['Float']['output'];
};

/** An item that two scores call differently. */
export type CallFlip = {
  readonly __typename?: 'CallFlip';
  /** The first's call. */
  readonly a: FlipState;
  /** The second's call. */
  readonly b: FlipState;
  /** Whether it is labelled positive. Null where there are no labels. */
  readonly isPositive?: Maybe<Scalars['Boolean']['output']>;
  /** Its name: the line of the table, or the item of the cohort. */
  readonly item: Scalars['String']['output'];
};

/** Calls against labels. Rates have Wilson's intervals. */
export type CallTable = {
  readonly __typename?: 'CallTable';
  /** Share of calls that are right. */
  readonly accuracy?: Maybe<StatisticEstimate>;
  /** Positives called negative. */
  readonly falseNegatives: Scalars['Int']['output'];
  /** Negatives called positive. */
  readonly falsePositives: Scalars['Int']['output'];
  /** Negative percent agreement (specificity). */
  readonly npa?: Maybe<StatisticEstimate>;
  /** Share of negative calls that are right, at the share of positives among these items. */
  readonly npv?: Maybe<StatisticEstimate>;
  /** Positive percent agreement (sensitivity). */
  readonly ppa?: Maybe<StatisticEstimate>;
  /** Share of positive calls that are right, at the share of positives among these items. */
  readonly ppv?: Maybe<StatisticEstimate>;
  /** The threshold, where one held for all items. */
  readonly threshold?: Maybe<Scalars['Float']['output']>;
  /** Negatives called negative. */
  readonly trueNegatives: Scalars['Int']['output'];
  /** Positives called positive. */
  readonly truePositives: Scalars['Int']['output'];
  /** Items in a state without a call: in none of the numbers above and below. */
  readonly uncalled: Scalars['Int']['output'];
};

/** A call that becomes another one, and how often. */
export type CallTransition = {
  readonly __typename?: 'CallTransition';
  /** The call that it would be. */
  readonly after: Call;
  /** The call of now. */
  readonly before: Call;
  /** How many. */
  readonly count: Scalars['Int']['output'];
  /** The target. */
  readonly target: Scalars['String']['output'];
};

/** One difference of two cards. */
export type CardChange = {
  readonly __typename?: 'CardChange';
  /** What the first card has there. Null for what was added, and where it is too long to show. */
  readonly from?: Maybe<Scalars['JSON']['output']>;
  /** The group of the card that it is in: the first part of the pointer. */
  readonly group: Scalars['String']['output'];
  /** Whether a value is left out because its JSON is longer than 2,000 characters. The whole is in `card`. */
  readonly isCut: Scalars['Boolean']['output'];
  /** What kind of difference. */
  readonly kind: ChangeKind;
  /** JSON pointer (RFC 6901) of the place: in the second card, or in the first for what was removed. */
  readonly pointer: Scalars['String']['output'];
  /** What the second card has there. Null for what was removed, and where it is too long to show. */
  readonly to?: Maybe<Scalars['JSON']['output']>;
};

/** Orders of the catalogue. */
export type CatalogueOrder =
  /** By name, then source; versions of one model by their number. */
  | 'NAME'
  /** The newest first. A model counts as new as its newest version. */
  | 'NEWEST';

/** Kinds of differences. */
export type ChangeKind =
  /** Only the second version has it. */
  | 'ADDED'
  /** Both have it, with other contents. */
  | 'CHANGED'
  /** Only the first version has it. */
  | 'REMOVED'
  /** Both have the same named items, in another order. */
  | 'REORDERED';

/** A call that would change. */
export type ChangedCall = {
  readonly __typename?: 'ChangedCall';
  /** The call that it would be. */
  readonly after: Call;
  /** Id of the stored answer of the other version. Null where its call is of several answers. */
  readonly answerAfter?: Maybe<Scalars['ID']['output']>;
  /** Id of the stored answer of the version of now: `answer` shows all of it. Null where its call is of several answers. */
  readonly answerBefore?: Maybe<Scalars['ID']['output']>;
  /** Ids of the stored answers that the call of the other version rests on. */
  readonly answersAfter: ReadonlyArray<Scalars['ID']['output']>;
  /** Ids of the stored answers that the call of the version of now rests on: several where it is the mean over slides. */
  readonly answersBefore: ReadonlyArray<Scalars['ID']['output']>;
  /** The call of now. */
  readonly before: Call;
  /** Name of the cohort's item. Null where no cohort was looked at. */
  readonly item?: Maybe<Scalars['String']['output']>;
  /** The slide or region, or those of the patient. */
  readonly places: ReadonlyArray<ChangedPlace>;
  /** The region. Null for the whole slide, and for several slides of a patient. */
  readonly region?: Maybe<Region>;
  /** The slide. Null for several slides of a patient. */
  readonly slideId?: Maybe<Scalars['ID']['output']>;
  /** The target. */
  readonly target: Scalars['String']['output'];
};

/** A page of calls that would change. */
export type ChangedCallConnection = {
  readonly __typename?: 'ChangedCallConnection';
  /** The calls. */
  readonly nodes: ReadonlyArray<ChangedCall>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A slide, or a region of one, whose call would change. */
export type ChangedPlace = {
  readonly __typename?: 'ChangedPlace';
  /** The region. Null for the whole slide. */
  readonly region?: Maybe<Region>;
  /** The slide. */
  readonly slideId: Scalars['ID']['output'];
};

/** A target with exclusive classes: one of several, or one step of an order. */
export type ClassCall = TargetPrediction & {
  readonly __typename?: 'ClassCall';
  /** The state of the answer; never null. Without an order: that of the top class under its own record. With one: POSITIVE where a cut is reached, the highest of them. */
  readonly call: Call;
  /** How many classes the target has. */
  readonly classCount: Scalars['Int']['output'];
  /** The classes, in the order of the card. */
  readonly classes: ReadonlyArray<ClassScore>;
  /** With an order: the mean of the classes' places, 0 for the lowest, weighted by raw score. Null without one. */
  readonly expectedRank?: Maybe<Scalars['Float']['output']>;
  /** Whether the classes stand in an order, lowest first. */
  readonly isOrdinal: Scalars['Boolean']['output'];
  /** What it means, in the card's words. */
  readonly meaning: Scalars['String']['output'];
  /** With an order: the lowest class that, with those below it, has at least half of the raw score. Null without one. */
  readonly medianClass?: Maybe<Scalars['String']['output']>;
  /** Name of the target in the model card. */
  readonly name: Scalars['String']['output'];
  /** Why the call is what it is, in a sentence. */
  readonly reason: Scalars['String']['output'];
  /** The classes with the largest raw score where there are several, equal in float32. Empty otherwise. */
  readonly tiedClasses: ReadonlyArray<Scalars['String']['output']>;
  /** Its name for people. */
  readonly title: Scalars['String']['output'];
  /** The class with the largest raw score, before any threshold. Null in a tie. */
  readonly topClass?: Maybe<Scalars['String']['output']>;
  /** How the members voted. Null for a version that counts no votes, and for an imported score. */
  readonly votes?: Maybe<MemberVotes>;
};


/** A target with exclusive classes: one of several, or one step of an order. */
export type ClassCallClassesArgs = {
  top?: InputMaybe<Scalars['Int']['input']>;
};

/** One class: it against the rest; in an order, it and all higher ones against the lower. */
export type ClassScore = CalibratedScore & {
  readonly __typename?: 'ClassScore';
  /** The record that made the call. Null where none did. */
  readonly calibration?: Maybe<AppliedCalibration>;
  /** The state of this class; never null. */
  readonly call: Call;
  /** What the record holds for, in its own words. Null when no record fits. */
  readonly holdsFor?: Maybe<Scalars['String']['output']>;
  /** Log-odds of what is compared, before any calibration. Null where the served score rounds to 0 or 1, for the lowest class of an order, and for a share of votes. */
  readonly logit?: Maybe<Scalars['Float']['output']>;
  /** Each member's raw score, in the order of `ensemble.members`. Null for a version that is no ensemble. */
  readonly memberScores?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** Sample standard deviation (n - 1) of the members that were used. Null for fewer than two. */
  readonly memberSpread?: Maybe<Scalars['Float']['output']>;
  /** The class. */
  readonly name: Scalars['String']['output'];
  /** Positive and negative predictive value at the prevalence of the context. Null when none was named or there is no call. */
  readonly predictiveValues?: Maybe<PredictiveValues>;
  /** The calibrated probability of what is compared, 0 to 1. Only where a record of this class, or of all classes together, holds and has a map. */
  readonly probability?: Maybe<Scalars['Float']['output']>;
  /** The share of this class alone, 0 to 1, NOT calibrated: softmax of the logits, or its share of the members' votes. Over the classes they sum to one. */
  readonly rawScore: Scalars['Float']['output'];
  /** With an order: the share of this class and all higher ones, NOT calibrated. Null without one. */
  readonly rawScoreOrHigher?: Maybe<Scalars['Float']['output']>;
  /** Why the call is what it is, in a sentence. */
  readonly reason: Scalars['String']['output'];
  /** The threshold that was applied, with its evidence. Null when no calibration record fits. */
  readonly threshold?: Maybe<Threshold>;
};

/** The votes of one class. */
export type ClassVotes = {
  readonly __typename?: 'ClassVotes';
  /** The class. */
  readonly name: Scalars['String']['output'];
  /** How many members voted for it. Not whole where a member's own classes tie. */
  readonly votes: Scalars['Float']['output'];
};

/** Means of the clusters of a slide's tile features, as another pipeline has made them. */
export type ClusterMeansInput = {
  /** The encoder version that made the features. A file never proves it, so it is always demanded. */
  readonly encoder: Scalars['ModelRef']['input'];
  /** What `POST /uploads` gave as `id`, of a `.npy` file of float32, `[clusters, dimension]`. The order of the rows counts. */
  readonly upload: Scalars['ID']['input'];
};

/**
 * A cohort: slides, regions of slides, or patients, with what is known about them. This is one revision of it, and it never changes. Patients stand under a code of the
 * cohort's own: do not put anything into a table that identifies a person.
 */
export type Cohort = {
  readonly __typename?: 'Cohort';
  /** When this revision was stated. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Id of the API key that stated it. */
  readonly createdBy: Scalars['String']['output'];
  /** What it is, in the words of who stated it. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** SHA-256 over the unit and all items in their order: two revisions of one digest hold the same. */
  readonly digest: Scalars['Digest']['output'];
  /**
   * How far the slides of the cohort are from what a version was trained on, and how its scores have moved from those it was registered with: for all, by site and by
   * scanner. From stored answers; no model runs.
   */
  readonly domain: CohortDomain;
  /** The id under which it was stated. */
  readonly id: Scalars['ID']['output'];
  /** Scores of versions that were computed elsewhere, newest first, a hundred at most. */
  readonly imports: ReadonlyArray<PredictionImport>;
  /** How many items. */
  readonly itemCount: Scalars['Int']['output'];
  /** The items, in the order of the table, page by page. */
  readonly items: CohortItemConnection;
  /** The labels. */
  readonly labels: ReadonlyArray<CohortLabel>;
  /** SPDX id or name of its terms, in the words of who stated it. */
  readonly licence?: Maybe<Scalars['String']['output']>;
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** How many different patients. Null where the table names none. */
  readonly patientCount?: Maybe<Scalars['Int']['output']>;
  /**
   * What one version says about the items, from stored answers: no model runs. Calls are made now, by the calibration records of today, the case as the table and the
   * slide state it.
   */
  readonly predictions: CohortPredictionConnection;
  /** The revision: 1, 2, 3 ... */
  readonly revision: Scalars['Int']['output'];
  /** All revisions of it, newest first, a hundred at most. */
  readonly revisions: ReadonlyArray<Cohort>;
  /** How many different slides. */
  readonly slideCount: Scalars['Int']['output'];
  /** Where items and labels come from, in the words of who stated it. */
  readonly source?: Maybe<Scalars['String']['output']>;
  /** What one item is. */
  readonly unit: CohortUnit;
};


/**
 * A cohort: slides, regions of slides, or patients, with what is known about them. This is one revision of it, and it never changes. Patients stand under a code of the
 * cohort's own: do not put anything into a table that identifies a person.
 */
export type CohortDomainArgs = {
  context?: InputMaybe<PredictionContextInput>;
  model: Scalars['ModelRef']['input'];
};


/**
 * A cohort: slides, regions of slides, or patients, with what is known about them. This is one revision of it, and it never changes. Patients stand under a code of the
 * cohort's own: do not put anything into a table that identifies a person.
 */
export type CohortItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/**
 * A cohort: slides, regions of slides, or patients, with what is known about them. This is one revision of it, and it never changes. Patients stand under a code of the
 * cohort's own: do not put anything into a table that identifies a person.
 */
export type CohortPredictionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  context?: InputMaybe<PredictionContextInput>;
  first?: Scalars['Int']['input'];
  model: Scalars['ModelRef']['input'];
  under?: InputMaybe<Scalars['ID']['input']>;
};

/** A page of cohorts. */
export type CohortConnection = {
  readonly __typename?: 'CohortConnection';
  /** The cohorts. */
  readonly nodes: ReadonlyArray<Cohort>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A cohort against what a version knows. */
export type CohortDomain = {
  readonly __typename?: 'CohortDomain';
  /** All questions, then each site, then each scanner. A question is a slide, or a region of one. */
  readonly groups: ReadonlyArray<DomainGroup>;
  /** The percentile of the reference above which a call is OUT_OF_DOMAIN. Null where the version registers no reference. */
  readonly limitPercentile?: Maybe<Scalars['Float']['output']>;
  /** The version. */
  readonly model: Scalars['String']['output'];
  /** What the domain reference was made of. Null where the version registers none: then nothing is measured. */
  readonly reference?: Maybe<Scalars['String']['output']>;
};

/** How many questions ended with a code. */
export type CohortFailureCount = {
  readonly __typename?: 'CohortFailureCount';
  /** The code, as of an error of a field. */
  readonly code: Scalars['String']['output'];
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** One item of a cohort. */
export type CohortItem = {
  readonly __typename?: 'CohortItem';
  /** Whether the event was observed at that time; false for the end of observation without it. */
  readonly event?: Maybe<Scalars['Boolean']['output']>;
  /** The fold of a fold ensemble in which it was held out, from 1. Null where nobody says. */
  readonly heldOutFold?: Maybe<Scalars['Int']['output']>;
  /** Whether models are known to have been trained on it. Null where nobody says. */
  readonly inTraining?: Maybe<Scalars['Boolean']['output']>;
  /** Its name, unique in the revision: the table's own, or slide and region, or the patient's code. */
  readonly key: Scalars['String']['output'];
  /** Its labels. A label without a value for this item is not in it. */
  readonly labels: ReadonlyArray<CohortItemLabel>;
  /** Its slides and regions: one, or for a patient one or more. */
  readonly members: ReadonlyArray<CohortMember>;
  /** The code by which the cohort tells patients apart. Null where it does not. */
  readonly patient?: Maybe<Scalars['String']['output']>;
  /** Its place in the cohort, from 0. */
  readonly position: Scalars['Int']['output'];
  /** Time to the event or to the end of observation, in the unit of the table. Null where none is stated. */
  readonly time?: Maybe<Scalars['Float']['output']>;
};

/** A page of items. */
export type CohortItemConnection = {
  readonly __typename?: 'CohortItemConnection';
  /** The items. */
  readonly nodes: ReadonlyArray<CohortItem>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A label of an item. */
export type CohortItemLabel = {
  readonly __typename?: 'CohortItemLabel';
  /** The label's name. */
  readonly name: Scalars['String']['output'];
  /** The value, as the table has it. */
  readonly value: Scalars['String']['output'];
};

/** What the items of a cohort state under one name. */
export type CohortLabel = {
  readonly __typename?: 'CohortLabel';
  /** How many items have a value. */
  readonly count: Scalars['Int']['output'];
  /** Whether every value is a decimal number. */
  readonly isNumeric: Scalars['Boolean']['output'];
  /** The name: `label`, or what stands behind `label:` in the table's first row. */
  readonly name: Scalars['String']['output'];
  /** The values, most frequent first. Empty where there are more than fifty different ones. */
  readonly values: ReadonlyArray<CohortLabelValue>;
};

/** A value of a label. */
export type CohortLabelValue = {
  readonly __typename?: 'CohortLabelValue';
  /** How many items have it. */
  readonly count: Scalars['Int']['output'];
  /** The value, as the table has it. */
  readonly value: Scalars['String']['output'];
};

/** A slide of an item, or a region of one. */
export type CohortMember = {
  readonly __typename?: 'CohortMember';
  /** The region. Null for the whole slide. */
  readonly region?: Maybe<Region>;
  /** The scanner's model, where the table says; it goes before what the slide says. */
  readonly scanner?: Maybe<Scalars['String']['output']>;
  /** The site, where the table says; it goes before what the slide says. */
  readonly site?: Maybe<Scalars['String']['output']>;
  /** The slide. */
  readonly slide?: Maybe<Slide>;
  /** The slide's id. */
  readonly slideId: Scalars['ID']['output'];
  /** How the specimen was taken, where the table says; it goes before what the slide says. */
  readonly specimen?: Maybe<Specimen>;
};

/** What one version says about a slide of an item. */
export type CohortMemberPrediction = {
  readonly __typename?: 'CohortMemberPrediction';
  /** Id of the stored answer. */
  readonly answerId?: Maybe<Scalars['ID']['output']>;
  /** Why there is no answer. Null where nobody asked. */
  readonly error?: Maybe<ItemError>;
  /** The slide, or the region of it. */
  readonly member: CohortMember;
  /** The prediction, where the version predicts targets. Null where there is no answer. */
  readonly prediction?: Maybe<SlidePrediction>;
  /** Whether it has an answer. */
  readonly state: CohortPredictionState;
};

/** What came of one version's questions. */
export type CohortModelOutcome = {
  readonly __typename?: 'CohortModelOutcome';
  /** Questions with an answer. */
  readonly answered: Scalars['Int']['output'];
  /** Digest of its card. */
  readonly digest: Scalars['Digest']['output'];
  /** Questions without an answer, by code. */
  readonly failures: ReadonlyArray<CohortFailureCount>;
  /** The version. */
  readonly ref: Scalars['String']['output'];
  /** Of those, answers that were stored before: no model ran for them. */
  readonly reused: Scalars['Int']['output'];
};

/** What one version says about an item of a cohort. */
export type CohortPrediction = {
  readonly __typename?: 'CohortPrediction';
  /** The policy by which several slides came to one answer, or did not. Null for one slide. */
  readonly aggregation?: Maybe<PatientAggregation>;
  /** Why the item has no answer. Null where nobody asked. */
  readonly error?: Maybe<ItemError>;
  /** The item. */
  readonly item: CohortItem;
  /** Slide by slide. */
  readonly members: ReadonlyArray<CohortMemberPrediction>;
  /** Where the calls come from: one for each slide, or one for all slides of a patient as one. Empty where there are no calls. */
  readonly provenance: ReadonlyArray<Provenance>;
  /** Whether it has an answer. */
  readonly state: CohortPredictionState;
  /** The calls of the item: of its one slide, or of all slides of a patient by the card's policy. Null where there is no answer of the item as a whole. */
  readonly targets?: Maybe<ReadonlyArray<TargetPrediction>>;
};

/** A page of predictions. */
export type CohortPredictionConnection = {
  readonly __typename?: 'CohortPredictionConnection';
  /** Path of all of them as CSV on this gateway, made when it is fetched. `context` is not in it: cases are as table and slides state them. */
  readonly csvHref: Scalars['String']['output'];
  /** The predictions, in the order of the items. */
  readonly nodes: ReadonlyArray<CohortPrediction>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many items there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};


/** A page of predictions. */
export type CohortPredictionConnectionCsvHrefArgs = {
  by?: PredictionTableRow;
};

/** What came of a prediction over a cohort. */
export type CohortPredictionOutcome = {
  readonly __typename?: 'CohortPredictionOutcome';
  /** The cohort's id. */
  readonly cohort: Scalars['ID']['output'];
  /** Version by version. */
  readonly models: ReadonlyArray<CohortModelOutcome>;
  /** The revision. */
  readonly revision: Scalars['Int']['output'];
};

/** Whether an item of a cohort has an answer. */
export type CohortPredictionState =
  /** It has. */
  | 'ANSWERED'
  /** It was asked, and the model gave no answer: asking again may help. Or its answer cannot be read under the record that was named. */
  | 'FAILED'
  /** Nobody asked yet: `predictCohort` does. */
  | 'NOT_ASKED'
  /** It cannot be asked of this version: no features, others than the version needs, too few tiles ... */
  | 'REFUSED';

/** Where a value stands among the samples of an expression matrix, or among what the version has answered about a cohort; on the version's scale. */
export type CohortStanding = {
  readonly __typename?: 'CohortStanding';
  /** The cohort whose stored answers were looked at. Null for an expression matrix. */
  readonly cohort?: Maybe<StandingCohort>;
  /** How many samples, or items of the cohort. */
  readonly n: Scalars['Int']['output'];
  /** Percentile, 0 to 100: the share of samples below, and half of those that are equal. */
  readonly percentile: Scalars['Float']['output'];
  /** Distance from the mean in standard deviations (n - 1). Null where the samples do not vary. */
  readonly zScore?: Maybe<Scalars['Float']['output']>;
};

/** What one item of a cohort is. */
export type CohortUnit =
  /** A patient: all rows with one patient code together. What several slides of a patient come to is the model card's policy. */
  | 'PATIENT'
  /** A row of the table: a slide, or a region of one. */
  | 'SLIDE';

/** How a score is compared with its threshold. */
export type Comparator =
  /** Positive when score >= threshold. */
  | 'GE'
  /** Positive when score > threshold. */
  | 'GT';

/** A table of scores, and what its columns mean. Give `label` and `positive`, or `measured`, or `time` and `event`, or none of them. */
export type CompareScoresInput = {
  /** The column that says whether the event was observed at that time: 1 or 0, yes or no, true or false. */
  readonly event?: InputMaybe<Scalars['String']['input']>;
  /** The column with the labels. */
  readonly label?: InputMaybe<Scalars['String']['input']>;
  /** Columns whose lower scores mean positive. They are turned round, and are no probabilities then. */
  readonly lowerIsPositive?: ReadonlyArray<Scalars['String']['input']>;
  /** The column with measured values, in the unit of the scores: a regression. */
  readonly measured?: InputMaybe<Scalars['String']['input']>;
  /** How intervals are made. */
  readonly method?: InputMaybe<ComparisonMethodInput>;
  /** The label of a negative. Left out, the one other label that there is; with several others it is needed. */
  readonly negative?: InputMaybe<Scalars['String']['input']>;
  /** The column with a code of the patient: whole patients are drawn then in the bootstrap. */
  readonly patient?: InputMaybe<Scalars['String']['input']>;
  /** The label of a positive, exactly. */
  readonly positive?: InputMaybe<Scalars['String']['input']>;
  /** Columns with a score each: 1 to 8. */
  readonly scores: ReadonlyArray<Scalars['String']['input']>;
  /** Columns by which the comparison is made again, at most 3, of at most 50 different values each. */
  readonly strata?: ReadonlyArray<Scalars['String']['input']>;
  /**
   * The table as CSV (RFC 4180): UTF-8, fields separated by commas, the names of the columns in the first row, at most 50,000 rows, within the limit on a request's body. Empty
   * cells and NA, NaN, N/A, null and none are missing.
   */
  readonly text: Scalars['String']['input'];
  /** What calls each score. Without one there are no calls, and what needs them is absent. */
  readonly thresholds?: ReadonlyArray<ScoreThresholdInput>;
  /** The column with the time to the event or to the end of observation: survival. A higher score is a higher risk. */
  readonly time?: InputMaybe<Scalars['String']['input']>;
  /** What the report is called: at most 200 characters. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
};

/** Which versions are compared, over which cohort, and what they are held against. */
export type CompareVersionsInput = {
  /** Of a target with several classes, the one that is held against the rest (of ORDINAL: it and all higher ones). */
  readonly class?: InputMaybe<Scalars['String']['input']>;
  /** The cohort's id. */
  readonly cohort: Scalars['ID']['input'];
  /** What is known about all cases: it goes before what table and slides say. */
  readonly context?: InputMaybe<PredictionContextInput>;
  /**
   * Scores of versions that were computed elsewhere, by the ids of their imports: each is compared like a version, under a name of its own, with the calls of its version's records. They must be
   * of the revision of the cohort. From which features they come is not known, so that they are paired by items alone.
   */
  readonly imports?: ReadonlyArray<Scalars['ID']['input']>;
  /**
   * The cohort's label that scores are held against. With `positive`, a label of two kinds; for a target with values, measured values in its unit. Left out, the label that the cohort calls
   * `label`, or its only one, where `positive` is given or the target has values. A target with risks is held against the cohort's times and events. Without any of them there are agreement, differences and flips only.
   */
  readonly label?: InputMaybe<Scalars['String']['input']>;
  /** How intervals are made. */
  readonly method?: InputMaybe<ComparisonMethodInput>;
  /** The versions, each once: with `imports`, 2 to 8 in all. */
  readonly models: ReadonlyArray<Scalars['ModelRef']['input']>;
  /** The value that is negative. Left out, the one other value that there is; with several others it is needed. */
  readonly negative?: InputMaybe<Scalars['String']['input']>;
  /** Of embeddings: how many nearest neighbours are compared, 1 to 100. */
  readonly neighbours?: Scalars['Int']['input'];
  /** Of expression: gene sets that are scored in what each version predicts, and compared. */
  readonly pathways?: InputMaybe<ComparedPathwaysInput>;
  /** The value of the label that is positive, exactly. */
  readonly positive?: InputMaybe<Scalars['String']['input']>;
  /** A certain revision of the cohort. Left out, the newest. */
  readonly revision?: InputMaybe<Scalars['Int']['input']>;
  /**
   * Which scores are compared. Left out, calibrated probabilities where every version has them, and raw scores where none has; where some have and others have not, it is needed. An item without
   * the score that is asked for is left out, with its call as the reason.
   */
  readonly scale?: InputMaybe<ComparedScale>;
  /** By what the comparison is made again, of whatever kind it is: as the cohort's table says, else as the slide does. A patient whose slides differ is in the stratum of which nobody says. */
  readonly strata?: ReadonlyArray<PromotionStratumKind>;
  /** The target of the cards. Needed where the first version has several. */
  readonly target?: InputMaybe<Scalars['String']['input']>;
  /** What the report is called: at most 200 characters. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
};

/** Gene sets that are scored in what versions predict. */
export type ComparedPathwaysInput = {
  /** Id of a gene-set collection. */
  readonly collection: Scalars['ID']['input'];
  /** Id of an expression matrix whose samples genes are compared with, of the unit and transform of the versions (UNIT_MISMATCH). GSVA and ZSCORE take one. */
  readonly reference?: InputMaybe<Scalars['ID']['input']>;
  /**
   * How to score, and which sets. The items are the samples of one matrix for each version, of all genes that it predicts: RANGE is that of all items, and a method that compares genes over samples compares them over
   * the items, unless there is a `reference`.
   */
  readonly settings: PathwaySettingsInput;
};

/** Which of a version's scores are compared. */
export type ComparedScale =
  /** Calibrated probabilities, each by the record that holds for its case. */
  | 'CALIBRATED_PROBABILITY'
  /** Raw scores: probabilities before any calibration. Calls are compared only where the records' strata agree. */
  | 'RAW_PROBABILITY'
  /** Values or risks, as they are. */
  | 'VALUE';

/** A version of a comparison. */
export type ComparedVersion = {
  readonly __typename?: 'ComparedVersion';
  /** Items of the cohort that it has answered, with all their slides. */
  readonly answered: Scalars['Int']['output'];
  /** Calibration records that its calls rest on, by id, in the order in which they appear. */
  readonly calibrations: ReadonlyArray<Scalars['String']['output']>;
  /** Its digest. */
  readonly digest: Scalars['Digest']['output'];
  /** The import. Null for scores that were computed here. */
  readonly import?: Maybe<PredictionImport>;
  /** What its scores are called in the comparison: the reference, and for scores that were computed elsewhere the import, too. */
  readonly name: Scalars['String']['output'];
  /** Who computed the scores. */
  readonly origin: ScoreOrigin;
  /** Its reference. */
  readonly ref: Scalars['String']['output'];
};

/**
 * Scores on the same items, each by itself and each against each. What cannot be computed is null, and `absent` says why; no number stands for it. DeLong, McNemar, Wilson
 * and Wald take items as independent of each other: several slides of a patient, or regions of a slide that overlap, make those intervals too narrow. The bootstrap draws whole patients
 * where they are known.
 */
export type Comparison = {
  readonly __typename?: 'Comparison';
  /** The numbers as CSV, a row for each statistic. */
  readonly csv: Scalars['String']['output'];
  /** The whole as a page for a browser or a printer: HTML in one piece, with its plots, no script and nothing from elsewhere. */
  readonly html: Scalars['String']['output'];
  /** Items that are in no number, for something is missing, page by page. */
  readonly leftOut: LeftOutConnection;
  /** How intervals were made. */
  readonly method: ComparisonMethod;
  /** Items with every score: all numbers are of these. */
  readonly n: Scalars['Int']['output'];
  /** What the scores are held against. */
  readonly outcome: OutcomeKind;
  /** Each pair of scores, in the order of the scores. */
  readonly pairs: ReadonlyArray<ScorePair>;
  /** How many patients they are of. Null where patients are not known. */
  readonly patients?: Maybe<Scalars['Int']['output']>;
  /** How many of them are positive; for survival, how many events. Null for other outcomes. */
  readonly positives?: Maybe<Scalars['Int']['output']>;
  /** Each score by itself. */
  readonly scores: ReadonlyArray<ScoreEvaluation>;
  /** The same in each stratum, without bootstrap and curves. p values are adjusted over all strata of one stratification and all pairs (Benjamini-Hochberg). */
  readonly strata: ReadonlyArray<StratumComparison>;
};


/**
 * Scores on the same items, each by itself and each against each. What cannot be computed is null, and `absent` says why; no number stands for it. DeLong, McNemar, Wilson
 * and Wald take items as independent of each other: several slides of a patient, or regions of a slide that overlap, make those intervals too narrow. The bootstrap draws whole patients
 * where they are known.
 */
export type ComparisonLeftOutArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** How intervals were made. */
export type ComparisonMethod = {
  readonly __typename?: 'ComparisonMethod';
  /** Bins of the calibration error, of equal mass. */
  readonly bins: Scalars['Int']['output'];
  /** Confidence of all intervals. */
  readonly confidence: Scalars['Float']['output'];
  /** Draws of the bootstrap. */
  readonly draws: Scalars['Int']['output'];
  /** What the bootstrap draws. As many positives and negatives in every draw as there are. */
  readonly resampled: ResampledUnit;
  /** Seed of the bootstrap. */
  readonly seed: Scalars['Int']['output'];
};

/** How intervals are made. */
export type ComparisonMethodInput = {
  /** Bins of the calibration error: 2 to 50. */
  readonly bins?: Scalars['Int']['input'];
  /** Confidence of all intervals: 0.5 to 0.999. */
  readonly confidence?: Scalars['Float']['input'];
  /** Draws of the bootstrap: 200 to 10,000. */
  readonly draws?: Scalars['Int']['input'];
  /** Seed of the bootstrap, 0 to 2,147,483,647: the same seed gives the same intervals. */
  readonly seed?: Scalars['Int']['input'];
};

/** Units of tile coordinates. */
export type CoordsUnit =
  /** Pixels of level 0, top left corner (TRIDENT, CLAM). */
  | 'PX_LEVEL0'
  /** Micrometres, top left corner (STAMP). */
  | 'UM';

/** A cohort as a table. */
export type CreateCohortInput = {
  /**
   * The table as CSV (RFC 4180), the names of the columns in the first row, at most 10,000 rows. `slide` is needed: the id, digest or name of a slide of yours.
   * `x`, `y`, `width`, `height`: a region in level-0 pixels. `item`: a name of the item. `patient`: the cohort's own code of the patient. `specimen` (BIOPSY, RESECTION,
   * CYTOLOGY), `scanner`, `site`: they go before what the slide says. `label`, `label:NAME`: labels. `time` and `event` (yes or no): survival. `in_training` (yes or no)
   * and `held_out_fold`: what models are known to have been trained on. An empty cell states nothing; any other column name is refused.
   */
  readonly csv: Scalars['String']['input'];
  /** What it is: at most 1,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** The newest revision that you believe there is; left out for a cohort that does not exist yet. Else CONFLICT. */
  readonly expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** What to call it in queries: 1 to 100 lower-case letters, digits, dots, dashes or underscores. */
  readonly id: Scalars['ID']['input'];
  /** SPDX id or name of its terms: at most 300 characters. */
  readonly licence?: InputMaybe<Scalars['String']['input']>;
  /** Its name, for people: at most 200 characters. */
  readonly name: Scalars['String']['input'];
  /** Where items and labels come from: at most 1,000 characters. */
  readonly source?: InputMaybe<Scalars['String']['input']>;
  /** What one item is. */
  readonly unit?: CohortUnit;
};

/** Net benefit per item at thresholds of 1 % to 99 % (Vickers and Elkin 2006). Testing nobody has 0 everywhere. All lists have the same length. */
export type DecisionCurve = {
  readonly __typename?: 'DecisionCurve';
  /** Lower bounds by bootstrap, with the share of positives taken as known: a list of numbers, empty where there are none. */
  readonly lower: Scalars['NumericValues']['output'];
  /** Net benefit of testing those at or above the threshold: a list of numbers. */
  readonly netBenefit: Scalars['NumericValues']['output'];
  /** Net benefit of testing everybody: a list of numbers. */
  readonly testAll: Scalars['NumericValues']['output'];
  /** The thresholds: a list of numbers. */
  readonly thresholds: Scalars['NumericValues']['output'];
  /** Upper bounds: a list of numbers, empty where there are none. */
  readonly upper: Scalars['NumericValues']['output'];
};

/** How well one direction does. */
export type DirectionEvaluation = {
  readonly __typename?: 'DirectionEvaluation';
  /** Who asked whom. */
  readonly direction: RetrievalDirection;
  /** How many galleries. */
  readonly galleries: Scalars['Int']['output'];
  /** Pairs of a gallery. */
  readonly gallerySize: Scalars['Int']['output'];
  /** How intervals of recalls were made. That of the median rank is by bootstrap always. */
  readonly intervals: RetrievalIntervals;
  /** The median rank of the partner: 1 is best. Equally near ones share the middle of their ranks. */
  readonly medianRank: RankEvaluation;
  /** Recall@k, in the order of the k. */
  readonly recalls: ReadonlyArray<RecallEvaluation>;
};

/** One place in a document that is wrong. */
export type DocumentProblem = {
  readonly __typename?: 'DocumentProblem';
  /** JSON pointer (RFC 6901) of the place. */
  readonly pointer: Scalars['String']['output'];
  /** What is expected there. */
  readonly problem: Scalars['String']['output'];
};

/** How far the input is from what the version knows: Mahalanobis distance of the mean embedding from the registered reference. */
export type DomainCheck = {
  readonly __typename?: 'DomainCheck';
  /** The distance; 0 or more. */
  readonly distance: Scalars['Float']['output'];
  /** Whether the input is inside. */
  readonly isInside: Scalars['Boolean']['output'];
  /** The distance at that percentile. */
  readonly limitDistance: Scalars['Float']['output'];
  /** Above this percentile the call is OUT_OF_DOMAIN. */
  readonly limitPercentile: Scalars['Float']['output'];
  /** Its percentile in the reference, 0 to 100. 100 stands for anything beyond the reference. */
  readonly percentile: Scalars['Float']['output'];
  /** What the reference is. */
  readonly reference: Scalars['String']['output'];
  /** How many embeddings it was made of. */
  readonly referenceSize: Scalars['Int']['output'];
};

/** A group of the questions of a cohort. */
export type DomainGroup = {
  readonly __typename?: 'DomainGroup';
  /** How many of them have an answer. */
  readonly answered: Scalars['Int']['output'];
  /** How many of those lie beyond the limit. */
  readonly beyondLimit: Scalars['Int']['output'];
  /** By what questions are grouped. */
  readonly by: DomainGroupKind;
  /** How many of those were measured against the reference. */
  readonly measured: Scalars['Int']['output'];
  /** How the percentiles of the measured ones are distributed. Null where none was measured. */
  readonly percentiles?: Maybe<PercentileSpread>;
  /** How many questions. */
  readonly questions: Scalars['Int']['output'];
  /** How the scores have moved from the registered distribution: for each calibration record that holds for one or more of the questions, target by target. */
  readonly stability: ReadonlyArray<ScoreStability>;
  /** The site or the scanner: as the table says, else as the slide does. Null for all, and for those of which nobody says. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** By what questions are grouped. */
export type DomainGroupKind =
  /** All together. */
  | 'ALL'
  /** The scanner's model. */
  | 'SCANNER'
  /** The site. */
  | 'SITE';

/** How alike the embeddings of versions are, over the same items. */
export type EmbeddingComparison = {
  readonly __typename?: 'EmbeddingComparison';
  /** Items that are in no number, page by page. */
  readonly leftOut: LeftOutConnection;
  /** Items with every embedding. */
  readonly n: Scalars['Int']['output'];
  /** How many nearest neighbours were compared. */
  readonly neighbours: Scalars['Int']['output'];
  /** Each pair of versions. */
  readonly pairs: ReadonlyArray<EmbeddingPair>;
  /** The same in each stratum that was asked for, by its own items alone. There are no tests, and so nothing is adjusted. */
  readonly strata: ReadonlyArray<EmbeddingStratum>;
};


/** How alike the embeddings of versions are, over the same items. */
export type EmbeddingComparisonLeftOutArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** File formats of embeddings. */
export type EmbeddingFormat =
  /** Arrow IPC stream: columns `item`, `slide`, `patient`, for markers `marker`, for tiles and cells `x` and `y`, and `embedding`. */
  | 'ARROW'
  /** HDF5: datasets `features`, `items`, `slides`, `patients`, for markers `markers`, for tiles and cells `x` and `y`; the embedding of one slide in TRIDENT's layout. Float32 alone. */
  | 'HDF5'
  /** NumPy .npy, version 1.0: the numbers alone. */
  | 'NPY'
  /** Apache Parquet, with the same columns. */
  | 'PARQUET'
  /** Safetensors: one tensor `embeddings`. */
  | 'SAFETENSORS';

/** Vectors of one version over one revision of a cohort. Immutable once it is ready. */
export type EmbeddingGeneration = {
  readonly __typename?: 'EmbeddingGeneration';
  /** The revision of the cohort. */
  readonly cohortRevision: Scalars['Int']['output'];
  /** When it was asked for. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Type of the stored numbers, in the words of the Open Inference Protocol. */
  readonly datatype: Scalars['String']['output'];
  /** Length of a vector. */
  readonly dimension: Scalars['Int']['output'];
  /** Path of the vectors on this gateway, `[vectorCount, dimension]`. Strong ETag and ranges: it never changes. Null until it is ready. */
  readonly href?: Maybe<Scalars['String']['output']>;
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** Path of the list that says what each row is: CSV, in the order of the rows. Null until it is ready. */
  readonly idsHref?: Maybe<Scalars['String']['output']>;
  /** Whether the model scales its vectors to length one. Means over the slides of a patient are not scaled again. */
  readonly l2Normalised: Scalars['Boolean']['output'];
  /** What one vector stands for. */
  readonly level: EmbeddingLevel;
  /** Path of the manifest: version, space, recipe, counts and what is missing, as JSON. Null until it is ready. */
  readonly manifestHref?: Maybe<Scalars['String']['output']>;
  /** What has no vector, by the reason. */
  readonly missing: ReadonlyArray<MissingVectors>;
  /** When it was ready to be served. Null until then. */
  readonly readyAt?: Maybe<Scalars['DateTime']['output']>;
  /** How well the graph finds the ten nearest, measured on its own vectors. Empty where no graph was built; where the last is below 0.95 the graph was let go. */
  readonly recall: ReadonlyArray<MeasuredRecall>;
  /** Which output of the model it is, and what was done to it: `tensor`, `outputVariant`, `precision`, `aggregation`. */
  readonly recipe: Scalars['JSON']['output'];
  /** How neighbours are found in it. HNSW where it has more vectors than the gateway looks at one by one, and a graph over them finds 95 of the 100 nearest or more. */
  readonly search: NeighbourMethod;
  /** The space of the vectors: those of another space are never compared with them. */
  readonly spaceId: Scalars['Digest']['output'];
  /** How many vectors there are. 0 while it is made. */
  readonly vectorCount: Scalars['Int']['output'];
  /** The version that made the vectors. */
  readonly version: Scalars['ModelRef']['output'];
  /** SHA-256 of the version's card and artifacts. */
  readonly versionDigest: Scalars['Digest']['output'];
};


/** Vectors of one version over one revision of a cohort. Immutable once it is ready. */
export type EmbeddingGenerationHrefArgs = {
  float16?: Scalars['Boolean']['input'];
  format?: EmbeddingFormat;
};

/** The vectors of a model over a cohort. */
export type EmbeddingIndex = {
  readonly __typename?: 'EmbeddingIndex';
  /** What is being made, or was left unfinished. Null when nothing is. */
  readonly building?: Maybe<EmbeddingGeneration>;
  /** The cohort. */
  readonly cohort: Scalars['ID']['output'];
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** The reference under which it was asked for. */
  readonly model: Scalars['ModelRef']['output'];
  /** What is served now. Null while the first generation is made. */
  readonly serving?: Maybe<EmbeddingGeneration>;
};

/** An input of a model. */
export type EmbeddingInput = {
  readonly __typename?: 'EmbeddingInput';
  /** Its datatype, in the words of the Open Inference Protocol. */
  readonly datatype: Scalars['String']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** What it is: FEATURES, COORDINATES, TILE_EXTENT, MASK (1 for a tile) or PADDING_MASK (1 for none). Null where the card does not say, for it is the only one. */
  readonly role?: Maybe<Scalars['String']['output']>;
  /** Unit of coordinates and of the tiles' extent: PX_LEVEL0, UM, or PX_PATCH (pixels of the tile as it was encoded). Null for the others. */
  readonly unit?: Maybe<Scalars['String']['output']>;
};

/** What a vector stands for. */
export type EmbeddingLevel =
  /** A cell: the features of an encoder of cells, imported as such. */
  | 'CELL'
  /** A marker of a slide: a row for each of the model's vocabulary. */
  | 'MARKER'
  /** A patient: the mean of the vectors of its slides, where the model's card says MEAN_SLIDES, or the one slide's. */
  | 'PATIENT'
  /** A slide, or a region of one. */
  | 'SLIDE'
  /** A tile. */
  | 'TILE';

/** Two spaces of embeddings. */
export type EmbeddingPair = {
  readonly __typename?: 'EmbeddingPair';
  /** The first version. */
  readonly a: Scalars['String']['output'];
  /** What is not there, and why. */
  readonly absent: ReadonlyArray<AbsentStatistic>;
  /** The second version. */
  readonly b: Scalars['String']['output'];
  /**
   * Linear centred kernel alignment (Kornblith et al. 2019): 0 to 1, and 1 when one is the other turned and scaled. Near 1 for any two where there are far fewer items than dimensions: see
   * `debiasedCka`. Null where `absent` says why.
   */
  readonly cka?: Maybe<Scalars['Float']['output']>;
  /** The same with an unbiased estimator (Song et al. 2012): about 0 for unrelated spaces, and it may lie below. Null below 4 items. */
  readonly debiasedCka?: Maybe<Scalars['Float']['output']>;
  /** What that share would be by chance. */
  readonly expectedOverlap?: Maybe<Scalars['Float']['output']>;
  /** Whether both are one space, so that their vectors could be compared directly. */
  readonly isSameSpace: Scalars['Boolean']['output'];
  /** Mean share of an item's nearest neighbours, by cosine, that both have in common: 0 to 1. Null where `absent` says why. */
  readonly neighbourOverlap?: Maybe<Scalars['Float']['output']>;
};

/** How a vector comes to be: all but the version and the input, which its provenance names. */
export type EmbeddingRecipe = {
  readonly __typename?: 'EmbeddingRecipe';
  /** What several slides of one patient come to by the card. Null for a vector of one slide, or of a part of one. */
  readonly aggregation?: Maybe<PatientAggregation>;
  /** What the model was given, in the order of its inputs. */
  readonly inputs: ReadonlyArray<EmbeddingInput>;
  /** Whether the model scales it to length one. */
  readonly l2Normalised: Scalars['Boolean']['output'];
  /** What one vector stands for. */
  readonly level: EmbeddingLevel;
  /** Which output of the network it is: CLS, CLS_MEAN, POOLED, PROJECTED or UNPROJECTED. */
  readonly outputVariant: Scalars['String']['output'];
  /** Precision that the model computes in: FP32, FP16 or BF16. */
  readonly precision: Scalars['String']['output'];
  /** The output of the model, by the name of its tensor. */
  readonly tensor: Scalars['String']['output'];
};

/** Embeddings over a part of the items. */
export type EmbeddingStratum = {
  readonly __typename?: 'EmbeddingStratum';
  /** The value. Null for items without one. */
  readonly level?: Maybe<Scalars['String']['output']>;
  /** Items. */
  readonly n: Scalars['Int']['output'];
  /** Each pair of versions. */
  readonly pairs: ReadonlyArray<EmbeddingPair>;
  /** What the cohort states: `specimen`, `scanner` or `site`. */
  readonly stratification: Scalars['String']['output'];
};

/** An encoder version. */
export type EncoderProvenance = {
  readonly __typename?: 'EncoderProvenance';
  /** Its digest: card and weights. */
  readonly digest: Scalars['Digest']['output'];
  /** The encoder's name. */
  readonly name: Scalars['String']['output'];
  /** Its version. */
  readonly version: Scalars['String']['output'];
};

/** How members become one score. */
export type EnsembleCombine =
  /** Each votes for a class; the score of a class is its share of the votes, which is no probability. Only for targets with classes. */
  | 'MAJORITY'
  /** The mean of their probabilities. */
  | 'MEAN_OF_PROBS'
  /** The mean of what they serve (logits, values), then the activation, once. */
  | 'MEAN_OF_VALUES'
  /** Of a patient whom some were trained on: those that were not. Of any other: the mean of all, of probabilities where the target has classes, else of values. */
  | 'OOF_BY_PATIENT';

/** One member of an ensemble. */
export type EnsembleMember = {
  readonly __typename?: 'EnsembleMember';
  /** Its own stored answer, raw. */
  readonly answerId: Scalars['ID']['output'];
  /** Digest of card and artifacts. */
  readonly digest: Scalars['Digest']['output'];
  /** How far the slide is from what this member knows. Null when it has no reference. Where the ensemble has none of its own, one member outside makes the call OUT_OF_DOMAIN. */
  readonly domain?: Maybe<MemberDomainCheck>;
  /** Whether it counts in the ensemble's score: all do, but for the out-of-fold reading of a patient whom others were trained on. */
  readonly isUsed: Scalars['Boolean']['output'];
  /** The version that answered. */
  readonly model: Scalars['ModelRef']['output'];
  /** The model server that computed it. */
  readonly server: ServerProvenance;
};

/** An ensemble's members, as they were asked and put together. */
export type EnsembleReading = {
  readonly __typename?: 'EnsembleReading';
  /** How they are put together, as the card says. */
  readonly combine: EnsembleCombine;
  /** The members, in the order of the card. Lists of members' scores have this order. */
  readonly members: ReadonlyArray<EnsembleMember>;
};

/** How often calls failed in one way. */
export type ErrorCount = {
  readonly __typename?: 'ErrorCount';
  /** The error code. */
  readonly code: Scalars['String']['output'];
  /** How often. */
  readonly count: Scalars['Int']['output'];
};

/** Which head, on which pairs. Either `referenceSet` or `pairs`. */
export type EvaluateAlignmentInput = {
  /** How many galleries are drawn, 1 to 1,000; of no use without a size. */
  readonly galleries?: Scalars['Int']['input'];
  /** Pairs of a gallery, 2 or more. Left out, one gallery of all pairs; recall from galleries of other sizes is not comparable. */
  readonly gallerySize?: InputMaybe<Scalars['Int']['input']>;
  /** The k of Recall@k: one to ten numbers. */
  readonly ks?: ReadonlyArray<Scalars['Int']['input']>;
  /** The head, or an alias of it: task ALIGNMENT. */
  readonly model: Scalars['ModelRef']['input'];
  /** Pairs of your own: both towers run. */
  readonly pairs?: InputMaybe<AlignmentPairsInput>;
  /** Id of one of the head's reference sets, with both embeddings: row i of one is the partner of row i of the other. No model runs. */
  readonly referenceSet?: InputMaybe<Scalars['ID']['input']>;
  /** Of the galleries, the shuffling and the intervals: 0 or more. */
  readonly seed?: Scalars['Int']['input'];
};

/** One figure of an evaluation. */
export type EvaluationRecord = {
  readonly __typename?: 'EvaluationRecord';
  /** On what. */
  readonly cohort: Scalars['String']['output'];
  /** Lower and upper bound, where given. */
  readonly interval?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** Name of the metric. */
  readonly metric: Scalars['String']['output'];
  /** How many. */
  readonly n?: Maybe<Scalars['Int']['output']>;
  /** A caution, where there is one. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** How it was measured. */
  readonly protocol: Scalars['String']['output'];
  /** Of what. */
  readonly unit: Scalars['String']['output'];
  /** Its value. */
  readonly value: Scalars['Float']['output'];
};

/** How a slide's expression comes about. */
export type ExpressionAggregation =
  /** Mean over the tiles, of a version that predicts each. */
  | 'MEAN_OF_TILES'
  /** The version predicts the slide as a whole. */
  | 'SLIDE';

/** How alike the expression is that versions predict for the same items, from the same features. */
export type ExpressionComparison = {
  readonly __typename?: 'ExpressionComparison';
  /** Genes that all versions predict: those that are compared. */
  readonly geneCount: Scalars['Int']['output'];
  /** Items that are in no number, page by page. */
  readonly leftOut: LeftOutConnection;
  /** Items with every version's answer. */
  readonly n: Scalars['Int']['output'];
  /** Each pair of versions, gene by gene. */
  readonly pairs: ReadonlyArray<ProfilePair>;
  /** The gene sets that were asked for. Null where none were. */
  readonly pathways?: Maybe<PathwayComparison>;
  /** How many of them every version has registered as passed. Null where a version has no evidence. */
  readonly reliableCount?: Maybe<Scalars['Int']['output']>;
  /** The same in each stratum that was asked for. There are no tests, and so nothing is adjusted. */
  readonly strata: ReadonlyArray<ProfileStratum>;
  /** What was done to them, in the words of the cards. */
  readonly transform: Scalars['String']['output'];
  /** Unit of the values, in the words of the cards. */
  readonly unit: Scalars['String']['output'];
  /** Genes of each version that are in no number, for another version does not predict them. */
  readonly unshared: ReadonlyArray<UnsharedGenes>;
};


/** How alike the expression is that versions predict for the same items, from the same features. */
export type ExpressionComparisonLeftOutArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** Expression of genes in samples, as somebody brought it. Immutable. */
export type ExpressionMatrix = {
  readonly __typename?: 'ExpressionMatrix';
  /** When it was added. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Id of the API key that added it. */
  readonly createdBy: Scalars['String']['output'];
  /** SHA-256 of the stored matrix: genes, samples, and the values as float64. */
  readonly digest: Scalars['Digest']['output'];
  /** How many genes. */
  readonly geneCount: Scalars['Int']['output'];
  /** Path of the values on this gateway: `[genes, samples]`, float64, as a `.npy` file. */
  readonly href: Scalars['String']['output'];
  /** The id under which it was added. */
  readonly id: Scalars['ID']['output'];
  /** SPDX id or name of its terms. */
  readonly licence: Scalars['String']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** What the genes are called by. Their form is not checked: genes of sets are found where they are written the same. */
  readonly namespace: GeneNamespace;
  /** Whose genes they are. */
  readonly organism: Organism;
  /** Scores of a collection's sets in every sample. Made once and kept. What takes longer than the request's time ends with DEADLINE_EXCEEDED: use `scoreExpressionMatrix`. */
  readonly pathwayScores: MatrixPathwayScores;
  /** How many samples. */
  readonly sampleCount: Scalars['Int']['output'];
  /** What a signature says of every sample. Genes are found by any of their names. */
  readonly signature?: Maybe<MatrixSignature>;
  /** Where it comes from. */
  readonly source: Scalars['String']['output'];
  /** What was done to them. */
  readonly transform: Scalars['String']['output'];
  /** What the values are. */
  readonly unit: Scalars['String']['output'];
  /** Which release of it this is. */
  readonly version: Scalars['String']['output'];
};


/** Expression of genes in samples, as somebody brought it. Immutable. */
export type ExpressionMatrixPathwayScoresArgs = {
  collection: Scalars['ID']['input'];
  settings: PathwaySettingsInput;
};


/** Expression of genes in samples, as somebody brought it. Immutable. */
export type ExpressionMatrixSignatureArgs = {
  id: Scalars['ID']['input'];
};

/** A page of expression matrices. */
export type ExpressionMatrixConnection = {
  readonly __typename?: 'ExpressionMatrixConnection';
  /** The matrices. */
  readonly nodes: ReadonlyArray<ExpressionMatrix>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A version that an expression is the mean of. */
export type ExpressionMember = {
  readonly __typename?: 'ExpressionMember';
  /** Id of its stored answer. */
  readonly answerId: Scalars['ID']['output'];
  /** Whether it counts: false for a fold that was trained on the patient, where the ensemble's card says OOF_BY_PATIENT. */
  readonly isUsed: Scalars['Boolean']['output'];
  /** The version. */
  readonly model: Scalars['ModelRef']['output'];
};

/** Expression of genes in one sample. Either `values`, with `genes` or `vocabularyDigest`, and `unit`; or `matrix` and `sample`, where the matrix says the rest. */
export type ExpressionProfileInput = {
  /** Names of the genes of `values`, each once: symbols of now or before, aliases, Ensembl ids. At most 100,000. */
  readonly genes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** For COUNTS: the sum over all genes that were measured in the sample, not over these alone. */
  readonly librarySize?: InputMaybe<Scalars['Float']['input']>;
  /** Id of an expression matrix of raw counts (transform NONE), or of the very transform of the tower's recipe, such as LOG1P_CP10K (UNIT_MISMATCH for any other). The library is what it counts in the sample. */
  readonly matrix?: InputMaybe<Scalars['ID']['input']>;
  /** What becomes of genes of the vocabulary that the profile does not have. */
  readonly missing?: MissingGenes;
  /** A sample of the matrix. */
  readonly sample?: InputMaybe<Scalars['String']['input']>;
  /** What the values are. Nothing is guessed. */
  readonly unit?: InputMaybe<ProfileUnit>;
  /** The values, one a gene. */
  readonly values?: InputMaybe<ReadonlyArray<Scalars['Float']['input']>>;
  /** Instead of `genes`: digest of the list whose order `values` have, which must be the tower's vocabulary. */
  readonly vocabularyDigest?: InputMaybe<Scalars['Digest']['input']>;
};

/** On which scale values are given. */
export type ExpressionScale =
  /** The one that it took the logarithm of: converted after the means are taken. */
  | 'LINEAR'
  /** The version's own. */
  | 'MODEL';

/** The features that a version takes. Equal dimension is never enough. */
export type ExtractorContract = {
  readonly __typename?: 'ExtractorContract';
  /** The encoder version's digest. */
  readonly digest: Scalars['Digest']['output'];
  /** Numbers per tile. */
  readonly dimension: Scalars['Int']['output'];
  /** Whether features are scaled to length one. */
  readonly l2Normalised: Scalars['Boolean']['output'];
  /** The encoder's name. */
  readonly model: Scalars['String']['output'];
  /** Micrometres per pixel of a tile. */
  readonly mpp: Scalars['Float']['output'];
  /** Which output of the encoder. */
  readonly outputVariant: Scalars['String']['output'];
  /** Edge of a tile in its own pixels. */
  readonly tileSizePx: Scalars['Int']['output'];
  /** The encoder's version. */
  readonly version: Scalars['String']['output'];
};

/** An encoder, or one version of it. */
export type ExtractorFilterInput = {
  /** The encoder's name. */
  readonly model: Scalars['String']['input'];
  /** Its version. Left out, any. */
  readonly version?: InputMaybe<Scalars['String']['input']>;
};

/**
 * The tile features of one slide by one encoder version under one preprocessing: `[tiles, dimension]` with coordinates. Immutable. Its digest is SHA-256 over the digests
 * of slide, preprocessing and encoder version (for imported features, of the content too).
 */
export type FeatureBag = {
  readonly __typename?: 'FeatureBag';
  /** Path of the coordinates on this gateway, `[tiles, 2]` int32: x and y of the top left corner in level-0 pixels. */
  readonly coordsHref: Scalars['String']['output'];
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The bag's identity. */
  readonly digest: Scalars['Digest']['output'];
  /** Numbers per tile. */
  readonly dimension: Scalars['Int']['output'];
  /** The encoder that made them. */
  readonly encoder: EncoderProvenance;
  /** Path of the features on this gateway, `[tiles, dimension]` float32. */
  readonly featuresHref: Scalars['String']['output'];
  /** What a row is of. Cells lie like tiles: at the top left corner of what was cut out around them. */
  readonly level: FeatureLevel;
  /** Micrometres per pixel at which tiles were cut. */
  readonly mpp: Scalars['Float']['output'];
  /** Made here, or imported. */
  readonly origin: FeatureOrigin;
  /** Digest of the preprocessing recipe: tile size, resolution, stride, resampling, tissue mask. */
  readonly preprocessingDigest: Scalars['Digest']['output'];
  /** The recipe itself; its `plan` says what the tissue mask kept at each step and how the grid was laid. `plan` is null for imported features. */
  readonly recipe: Scalars['JSON']['output'];
  /** Number of tiles. */
  readonly tileCount: Scalars['Int']['output'];
  /** Edge of a tile in level-0 pixels. */
  readonly tileEdgePx: Scalars['Float']['output'];
  /** Edge of a tile in its own pixels, as the encoder saw it. */
  readonly tileSizePx: Scalars['Int']['output'];
};


/**
 * The tile features of one slide by one encoder version under one preprocessing: `[tiles, dimension]` with coordinates. Immutable. Its digest is SHA-256 over the digests
 * of slide, preprocessing and encoder version (for imported features, of the content too).
 */
export type FeatureBagCoordsHrefArgs = {
  format?: ArrayFormat;
};


/**
 * The tile features of one slide by one encoder version under one preprocessing: `[tiles, dimension]` with coordinates. Immutable. Its digest is SHA-256 over the digests
 * of slide, preprocessing and encoder version (for imported features, of the content too).
 */
export type FeatureBagFeaturesHrefArgs = {
  format?: ArrayFormat;
};

/** What a row of features is of. */
export type FeatureLevel =
  /** A cell, as a segmentation found it: for models that encode or take cells. */
  | 'CELL'
  /** A tile of a grid. */
  | 'TILE';

/** How a bag came to be. */
export type FeatureOrigin =
  /** From a feature file made elsewhere. */
  | 'IMPORTED'
  /** By this gateway, from pixels. */
  | 'PREPARED';

/** The features of an answer. */
export type FeatureProvenance = {
  readonly __typename?: 'FeatureProvenance';
  /** Digest of the feature bag; of several slides of a patient, a digest over theirs. */
  readonly digest: Scalars['Digest']['output'];
  /** The encoder. */
  readonly encoder: EncoderProvenance;
  /** Digest over the bag's digest and the selected rows: identifies the tensor that was sent. */
  readonly inputDigest: Scalars['Digest']['output'];
  /** Made here, or imported. */
  readonly origin: FeatureOrigin;
  /** Digest of the preprocessing recipe. */
  readonly preprocessingDigest: Scalars['Digest']['output'];
};

/** The middle of a statistic over features. */
export type FeatureQuartiles = {
  readonly __typename?: 'FeatureQuartiles';
  /** Features that have it. */
  readonly count: Scalars['Int']['output'];
  /** A quarter of them lie below. */
  readonly lowerQuartile: Scalars['Float']['output'];
  /** A half of them lies below. */
  readonly median: Scalars['Float']['output'];
  /** Three quarters of them lie below. */
  readonly upperQuartile: Scalars['Float']['output'];
};

/** A page of items that two scores call differently. */
export type FlipConnection = {
  readonly __typename?: 'FlipConnection';
  /** The items. */
  readonly nodes: ReadonlyArray<CallFlip>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A call in a comparison. */
export type FlipState =
  /** Called negative. */
  | 'NEGATIVE'
  /** In a state without a call, such as inside a grey zone. */
  | 'NONE'
  /** Called positive. */
  | 'POSITIVE';

/** Terms that each user must accept. */
export type GatedTerms = {
  readonly __typename?: 'GatedTerms';
  /** When you accepted them. Null when you have not. */
  readonly acceptedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How the authors want to be named. */
  readonly attribution?: Maybe<Scalars['String']['output']>;
  /** Their digest: what is accepted. Versions of one model under the same terms share it. */
  readonly digest: Scalars['Digest']['output'];
  /** The version whose terms they are. */
  readonly model: Scalars['ModelRef']['output'];
  /** The reference set of the version that brings them. Null where they are the version's own. */
  readonly referenceSet?: Maybe<Scalars['String']['output']>;
  /** SPDX id or name. */
  readonly spdxOrName: Scalars['String']['output'];
  /** Where they can be read. */
  readonly url?: Maybe<Scalars['String']['output']>;
};

/** How well a version predicts a gene, as its card's table has it. */
export type GeneEvidence = {
  readonly __typename?: 'GeneEvidence';
  /** Where that was measured. */
  readonly cohort?: Maybe<Scalars['String']['output']>;
  /** How many measurements. */
  readonly n?: Maybe<Scalars['Int']['output']>;
  /** Its p value. */
  readonly p?: Maybe<Scalars['Float']['output']>;
  /** Whether it passed the gate. */
  readonly passed: Scalars['Boolean']['output'];
  /** The same, adjusted for all genes. */
  readonly q?: Maybe<Scalars['Float']['output']>;
  /** Pearson correlation with measurement. */
  readonly r?: Maybe<Scalars['Float']['output']>;
  /** Root of the mean squared error, in the version's unit. */
  readonly rmse?: Maybe<Scalars['Float']['output']>;
};

/** What is said of one name: a gene, or why there is none. */
export type GeneExpression = {
  readonly __typename?: 'GeneExpression';
  /** The name as it was asked for. */
  readonly asked: Scalars['String']['output'];
  /** The gene with its value. Null where there is a refusal. */
  readonly gene?: Maybe<PredictedGene>;
  /** Why there is no value. It is never zero instead. */
  readonly refusal?: Maybe<GeneRefusal>;
  /** By which kind of name the gene was found. Null where none was. */
  readonly resolvedBy?: Maybe<GeneNameKind>;
};

/** A page of gene identifiers, as plain text: a list of 20,000 objects is never built. */
export type GeneIdentifierConnection = {
  readonly __typename?: 'GeneIdentifierConnection';
  /** The identifiers, in order. */
  readonly nodes: ReadonlyArray<Scalars['String']['output']>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** Kinds of names. */
export type GeneNameKind =
  /** A symbol that others use. */
  | 'ALIAS'
  /** The symbol that HGNC has approved. */
  | 'APPROVED'
  /** A symbol, an alias or a name of the panel, in other case. */
  | 'CASE'
  /** An Ensembl gene id. */
  | 'ENSEMBL_ID'
  /** A name that the panel has, and no table: as of a clone. */
  | 'PANEL'
  /** A symbol that HGNC had approved before. */
  | 'PREVIOUS';

/** What gene identifiers are. The words are those of a model card's vocabulary. */
export type GeneNamespace =
  /** Ensembl gene ids without a version: ENSG and 11 digits. */
  | 'ENSG'
  /** Symbols that HGNC has approved, now or once. Their form is checked, not whether they are. */
  | 'HGNC'
  /** The same, and Ensembl's own names of clones (AC000068.1) and RNA families (Y_RNA). */
  | 'HGNC_AND_CLONES';

/**
 * An ordered list of genes: what the numbers of a model mean, position by position. Immutable. Its digest is SHA-256 over the list, UTF-8, one gene a line, each line ended
 * by LF: the rule of a model card's vocabulary, so that the two can be compared.
 */
export type GenePanel = {
  readonly __typename?: 'GenePanel';
  /** When it was imported. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Id of the API key that imported it. */
  readonly createdBy: Scalars['String']['output'];
  /** SHA-256 of the list. */
  readonly digest: Scalars['Digest']['output'];
  /** How many genes. */
  readonly geneCount: Scalars['Int']['output'];
  /** The id under which it was imported. */
  readonly id: Scalars['ID']['output'];
  /** SPDX id or name of its terms. */
  readonly licence: Scalars['String']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** What the identifiers are. */
  readonly namespace: GeneNamespace;
  /** Whose genes they are. */
  readonly organism: Organism;
  /** Where the list comes from. */
  readonly source: Scalars['String']['output'];
  /** The identifiers in the order of the list, page by page. For the whole list take `textHref`, once: it never changes. */
  readonly symbols: GeneIdentifierConnection;
  /** Path of the whole list on this gateway: UTF-8 text, one gene a line. */
  readonly textHref: Scalars['String']['output'];
  /** The registered model versions whose vocabulary is this very list, in the order of their names. */
  readonly usedBy: ReadonlyArray<ModelVersion>;
  /** Which release of it this is, in the words of who publishes it. */
  readonly version: Scalars['String']['output'];
};


/**
 * An ordered list of genes: what the numbers of a model mean, position by position. Immutable. Its digest is SHA-256 over the list, UTF-8, one gene a line, each line ended
 * by LF: the rule of a model card's vocabulary, so that the two can be compared.
 */
export type GenePanelSymbolsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** A page of gene panels. */
export type GenePanelConnection = {
  readonly __typename?: 'GenePanelConnection';
  /** The panels. */
  readonly nodes: ReadonlyArray<GenePanel>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** Why a name has no value. */
export type GeneRefusal = {
  readonly __typename?: 'GeneRefusal';
  /** Symbols that may be meant. */
  readonly candidates: ReadonlyArray<Scalars['String']['output']>;
  /** Which kind of reason. */
  readonly code: GeneRefusalCode;
  /** It in a sentence. */
  readonly message: Scalars['String']['output'];
};

/** Kinds of reasons for which a name has no value. */
export type GeneRefusalCode =
  /** The name means several genes. */
  | 'AMBIGUOUS'
  /** A spreadsheet has turned the name into a date or a number. */
  | 'DAMAGED'
  /** The gene is known, and the version does not predict it. */
  | 'GENE_NOT_IN_PANEL'
  /** No gene has this name. */
  | 'UNKNOWN'
  /** HGNC has withdrawn the entry. The candidates are what stands in its place. */
  | 'WITHDRAWN';

/** One gene set of a collection. */
export type GeneSet = {
  readonly __typename?: 'GeneSet';
  /** The second column of the file, often an address. Null where it is empty. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** How many genes. */
  readonly geneCount: Scalars['Int']['output'];
  /** Its genes in the order of the file, page by page. */
  readonly genes: GeneIdentifierConnection;
  /** Its name, unique in the collection. */
  readonly name: Scalars['String']['output'];
};


/** One gene set of a collection. */
export type GeneSetGenesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/**
 * Gene sets that were published together, such as MSigDB Hallmark. Immutable. Its digest is SHA-256 over the GMT file: UTF-8, tabs between columns and none at the end of a
 * line, each line ended by LF. A file that is written so has the digest that `sha256sum` gives it.
 */
export type GeneSetCollection = {
  readonly __typename?: 'GeneSetCollection';
  /** When it was imported. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Id of the API key that imported it. */
  readonly createdBy: Scalars['String']['output'];
  /** SHA-256 of the file. */
  readonly digest: Scalars['Digest']['output'];
  /** How many different genes over all sets. */
  readonly geneCount: Scalars['Int']['output'];
  /** Path of the whole file on this gateway, in the GMT format. */
  readonly gmtHref: Scalars['String']['output'];
  /** The id under which it was imported. */
  readonly id: Scalars['ID']['output'];
  /** Genes of the largest set. */
  readonly largestSet: Scalars['Int']['output'];
  /** SPDX id or name of their terms. */
  readonly licence: Scalars['String']['output'];
  /** Genes of all sets, each as often as it is a member. */
  readonly membershipCount: Scalars['Int']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** What the identifiers are. */
  readonly namespace: GeneNamespace;
  /** Whose genes they are. */
  readonly organism: Organism;
  /**
   * Whether a list of genes meets sets of the collection more often than chance: for each set the hypergeometric upper tail, adjusted over all sets that were tested (Benjamini and Hochberg). The
   * least likely first.
   */
  readonly overRepresentation: OverRepresentation;
  /** How many sets. */
  readonly setCount: Scalars['Int']['output'];
  /** The sets in the order of the file, page by page. */
  readonly sets: GeneSetConnection;
  /** Genes of the smallest set. */
  readonly smallestSet: Scalars['Int']['output'];
  /** Where the sets come from. */
  readonly source: Scalars['String']['output'];
  /** Which release of it this is, in the words of who publishes it. */
  readonly version: Scalars['String']['output'];
};


/**
 * Gene sets that were published together, such as MSigDB Hallmark. Immutable. Its digest is SHA-256 over the GMT file: UTF-8, tabs between columns and none at the end of a
 * line, each line ended by LF. A file that is written so has the digest that `sha256sum` gives it.
 */
export type GeneSetCollectionOverRepresentationArgs = {
  first?: Scalars['Int']['input'];
  genes: ReadonlyArray<Scalars['String']['input']>;
  maxSize?: Scalars['Int']['input'];
  minSize?: Scalars['Int']['input'];
  universe: Scalars['ID']['input'];
};


/**
 * Gene sets that were published together, such as MSigDB Hallmark. Immutable. Its digest is SHA-256 over the GMT file: UTF-8, tabs between columns and none at the end of a
 * line, each line ended by LF. A file that is written so has the digest that `sha256sum` gives it.
 */
export type GeneSetCollectionSetsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  nameContains?: InputMaybe<Scalars['String']['input']>;
};

/** A page of gene-set collections. */
export type GeneSetCollectionConnection = {
  readonly __typename?: 'GeneSetCollectionConnection';
  /** The collections. */
  readonly nodes: ReadonlyArray<GeneSetCollection>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A page of gene sets. */
export type GeneSetConnection = {
  readonly __typename?: 'GeneSetConnection';
  /** The sets. */
  readonly nodes: ReadonlyArray<GeneSet>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all: where `nameContains` is given, of those that it leaves. */
  readonly totalCount: Scalars['Int']['output'];
};

/** How GSVA makes a gene's distribution over the samples. */
export type GsvaKernel =
  /** A Gaussian kernel, a quarter of the standard deviation wide. */
  | 'GAUSSIAN'
  /** The share of samples that are not above. */
  | 'NONE';

/** A number for each tile. */
export type HeatMap = {
  readonly __typename?: 'HeatMap';
  /** The class that the values are of. Null for attention and for values. */
  readonly class?: Maybe<Scalars['String']['output']>;
  /** Top left corner of each tile in level-0 pixels, `[tiles, 2]` int32. */
  readonly coords: NumericArray;
  /**
   * Path of a Deep Zoom image (`.dzi`) on this gateway: the map alone, transparent where no tile is, in the slide's own level-0 pixels, to lay over the
   * slide in a viewer. Its tiles are PNG files beside it.
   */
  readonly deepZoomHref: Scalars['String']['output'];
  /** Path of a PNG on this gateway: the map over the slide, with a legend. */
  readonly imageHref: Scalars['String']['output'];
  /** Path of a PNG on this gateway: the legend of the Deep Zoom image, with method and version. */
  readonly legendHref: Scalars['String']['output'];
  /** What it means, in the card's words. */
  readonly meaning: Scalars['String']['output'];
  /** The method. */
  readonly mode: HeatMapMode;
  /** Where the values come from. */
  readonly provenance: Provenance;
  /** Smallest and largest value. */
  readonly range: ReadonlyArray<Scalars['Float']['output']>;
  /** The target that the values are of. Null for attention, which is of the version as a whole. */
  readonly target?: Maybe<Scalars['String']['output']>;
  /** Edge of a tile in level-0 pixels. */
  readonly tileEdgePx: Scalars['Float']['output'];
  /** One value per tile, `[tiles]` float32, in the order of `coords`. */
  readonly values: NumericArray;
};


/** A number for each tile. */
export type HeatMapDeepZoomHrefArgs = {
  scale?: HeatMapScale;
};


/** A number for each tile. */
export type HeatMapImageHrefArgs = {
  maxEdgePx?: Scalars['Int']['input'];
  scale?: HeatMapScale;
};


/** A number for each tile. */
export type HeatMapLegendHrefArgs = {
  scale?: HeatMapScale;
};

/** Maps over a slide. Each is labelled with its method, and none is an explanation. */
export type HeatMapMode =
  /** Attention rollout (Abnar and Zuidema 2020) from the model's graph: sums to one over the tiles. */
  | 'ATTENTION_ROLLOUT'
  /** Attention times tile score, tile by tile. */
  | 'PRODUCT'
  /** The classifier on each tile alone: the raw score of a class, or the value. An unusual input for the model; these are not probabilities that average to the slide's. */
  | 'TILE_CLASS';

/** How values become colours. */
export type HeatMapScale =
  /** Percentile rank among the tiles, 0 to 100. */
  | 'PERCENTILE'
  /** The values themselves, from their minimum to their maximum. */
  | 'RAW';

/** A feature file, and what must be known about it. A value that the file states itself may be left out here. */
export type ImportFeaturesInput = {
  /** For `.npy` features: a second `.npy` with the coordinates `[tiles, 2]`. */
  readonly coordsPath?: InputMaybe<Scalars['String']['input']>;
  /** Unit of the coordinates. */
  readonly coordsUnit?: InputMaybe<CoordsUnit>;
  /** The encoder version that made them, of tiles or of cells. A file never proves it, so it is always demanded. */
  readonly encoder: Scalars['ModelRef']['input'];
  /** What the rows are of. For the features of an encoder of cells (task EMBEDDING, level CELL) it must be stated here, or by the attribute `level` of the file's features: `cell`. */
  readonly level?: InputMaybe<FeatureLevel>;
  /** Micrometres per pixel at which tiles were cut. */
  readonly mpp?: InputMaybe<Scalars['Float']['input']>;
  /** Absolute path on the gateway's machine, or relative to one of its slide folders. It must lie inside one of them. */
  readonly path: Scalars['String']['input'];
  /** The slide that the features are of. */
  readonly slideId: Scalars['ID']['input'];
  /** Edge of a tile in level-0 pixels. */
  readonly tileEdgePx?: InputMaybe<Scalars['Float']['input']>;
  /** Edge of a tile in its own pixels. */
  readonly tileSizePx?: InputMaybe<Scalars['Int']['input']>;
};

/** A gene panel, as `text` or as a file (`path`): one of the two. */
export type ImportGenePanelInput = {
  /** Whether line 1 is a heading. */
  readonly hasHeader?: Scalars['Boolean']['input'];
  /** What to call it in queries: 1 to 100 lower-case letters, digits, dots, dashes or underscores. It keeps it for ever. */
  readonly id: Scalars['ID']['input'];
  /** SPDX id or name of its terms: at most 300 characters. */
  readonly licence: Scalars['String']['input'];
  /** A model version whose vocabulary this must be; VOCABULARY_MISMATCH with both digests where it is not. */
  readonly model?: InputMaybe<Scalars['ModelRef']['input']>;
  /** Its name, for people: at most 200 characters. */
  readonly name: Scalars['String']['input'];
  /** What the identifiers are. */
  readonly namespace: GeneNamespace;
  /** Whose genes they are. */
  readonly organism?: Organism;
  /** A text file with one gene a line: absolute path on the gateway's machine, or relative to one of its slide folders. It must lie inside one of them. */
  readonly path?: InputMaybe<Scalars['String']['input']>;
  /** Where the list comes from, so that others find it: at most 1,000 characters. */
  readonly source: Scalars['String']['input'];
  /** The list, one gene a line. Within the limit on a request's body. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Which release of it this is: at most 100 characters. */
  readonly version: Scalars['String']['input'];
};

/** A gene-set collection, as `text`, as a file (`path`), or as one that was sent (`upload`): one of the three. */
export type ImportGeneSetCollectionInput = {
  /** What to call it in queries: 1 to 100 lower-case letters, digits, dots, dashes or underscores. It keeps it for ever. */
  readonly id: Scalars['ID']['input'];
  /** SPDX id or name of their terms: at most 300 characters. */
  readonly licence: Scalars['String']['input'];
  /** Its name, for people: at most 200 characters. */
  readonly name: Scalars['String']['input'];
  /** What the identifiers are. */
  readonly namespace: GeneNamespace;
  /** Whose genes they are. */
  readonly organism?: Organism;
  /** A GMT file: absolute path on the gateway's machine, or relative to one of its slide folders. It must lie inside one of them. */
  readonly path?: InputMaybe<Scalars['String']['input']>;
  /** Where the sets come from, so that others find them: at most 1,000 characters. */
  readonly source: Scalars['String']['input'];
  /** The file's text, in the GMT format. Within the limit on a request's body. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** What `POST /uploads` gave as `id`. */
  readonly upload?: InputMaybe<Scalars['ID']['input']>;
  /** Which release of it this is: at most 100 characters. */
  readonly version: Scalars['String']['input'];
};

/** Scores that were computed elsewhere. */
export type ImportPredictionsInput = {
  /** The cohort's id. */
  readonly cohort: Scalars['ID']['input'];
  /**
   * The table as CSV (RFC 4180), the names of the columns in the first row: `item`, the item's name in the cohort, and `score:TARGET`, or `score:TARGET:CLASS` for each class
   * of a target with classes. `score` alone where the version has one target with one number. Items may be missing; cells may not be empty.
   */
  readonly csv: Scalars['String']['input'];
  /** The version, or an alias of it: it is pinned now. */
  readonly model: Scalars['ModelRef']['input'];
  /** A certain revision. Left out, the newest. */
  readonly revision?: InputMaybe<Scalars['Int']['input']>;
  /** What the numbers are. */
  readonly scale: ImportedScale;
  /** Where they come from, so that others find it: at most 1,000 characters. */
  readonly source: Scalars['String']['input'];
};

/** The imported scores of one item. */
export type ImportedItemScores = {
  readonly __typename?: 'ImportedItemScores';
  /**
   * The same with the calls of today, by the calibration records of the version that the scores are said to be of; UNCALIBRATED where no record holds for the case. Whether the slide resembles
   * those that the version knows was not looked at.
   */
  readonly called: ReadonlyArray<TargetPrediction>;
  /** The item's name. */
  readonly item: Scalars['String']['output'];
  /** Its place in the cohort, from 0. */
  readonly position: Scalars['Int']['output'];
  /** Target by target. */
  readonly targets: ReadonlyArray<ImportedTargetScore>;
};

/** What imported numbers are. */
export type ImportedScale =
  /** The model's output before any activation. */
  | 'LOGIT'
  /** After the activation, 0 to 1, before any calibration; of classes, all of them, adding up to 1. */
  | 'PROBABILITY'
  /** Of a scalar or a risk: the value as it is. */
  | 'VALUE';

/** A page of imported scores. */
export type ImportedScoreConnection = {
  readonly __typename?: 'ImportedScoreConnection';
  /** The scores. */
  readonly nodes: ReadonlyArray<ImportedItemScores>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many items have scores. */
  readonly totalCount: Scalars['Int']['output'];
};

/** The imported scores of one target. */
export type ImportedTargetScore = {
  readonly __typename?: 'ImportedTargetScore';
  /** The target's name. */
  readonly target: Scalars['String']['output'];
  /** The numbers: one, or of classes one each in the order of the card. */
  readonly values: ReadonlyArray<Scalars['Float']['output']>;
};

/** What to index. */
export type IndexEmbeddingsInput = {
  /** Id of the cohort; its newest revision is taken. Or `slides`. */
  readonly cohort?: InputMaybe<Scalars['ID']['input']>;
  /** The version, or an alias of it: task EMBEDDING, level SLIDE, TILE, CELL or MARKER. Ask with the same words later: `similar(model:)`. */
  readonly model: Scalars['ModelRef']['input'];
  /**
   * Instead of a cohort, the ids of 1 to 10,000 slides, each once: the rows come in this order. The list becomes a cohort with an id of its own, the same for the same list, that
   * `embeddingIndex { cohort }` of the job names. What is not the id of a slide of yours is refused by its position (BAD_USER_INPUT).
   */
  readonly slides?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** How tensors travel to a model server. */
export type InferenceTransport =
  /** As bytes over REST: the binary tensor extension. */
  | 'BINARY'
  /** As bytes over gRPC. */
  | 'GRPC'
  /** As JSON numbers over REST. */
  | 'JSON';

/** What a version is meant for. An empty list means that nothing is stated. */
export type IntendedUse = {
  readonly __typename?: 'IntendedUse';
  /** What it must not be used for, and where it fails. */
  readonly limitations: ReadonlyArray<Scalars['String']['output']>;
  /** True only for a version that is approved for medical use. */
  readonly medicalUse: Scalars['Boolean']['output'];
  /** Organs, as lower-case English nouns. */
  readonly organs: ReadonlyArray<Scalars['String']['output']>;
  /** Preservation. */
  readonly preservation: ReadonlyArray<Preservation>;
  /** Scanners. */
  readonly scanners: ReadonlyArray<Scalars['String']['output']>;
  /** Specimens. */
  readonly specimens: ReadonlyArray<Specimen>;
  /** Stains. */
  readonly stains: ReadonlyArray<Stain>;
  /** In a few sentences. */
  readonly statement: Scalars['String']['output'];
};

/** Why one item of many has no result: the same codes as an error of a field. */
export type ItemError = {
  readonly __typename?: 'ItemError';
  /** The code. */
  readonly code: Scalars['String']['output'];
  /** Typed facts. */
  readonly facts?: Maybe<Scalars['JSON']['output']>;
  /** A sentence that tells what to do. */
  readonly message: Scalars['String']['output'];
  /** Whether the same may succeed later unchanged. */
  readonly retryable: Scalars['Boolean']['output'];
};

/** Work that takes longer than a request. */
export type Job = {
  readonly __typename?: 'Job';
  /** What an evaluation of an alignment head has found, when the job has succeeded. */
  readonly alignmentEvaluation?: Maybe<AlignmentEvaluation>;
  /** What came of a prediction over a cohort, when the job has succeeded. What was answered before it failed or was cancelled is stored too: `cohort { predictions }`. */
  readonly cohortPrediction?: Maybe<CohortPredictionOutcome>;
  /** When it was asked for. */
  readonly createdAt: Scalars['DateTime']['output'];
  /**
   * Items done in this stage: tiles, of features and of maps; for a model version or a matrix KiB (1,024 bytes) of its files; for a cohort questions, one for each slide and version; for scores genes,
   * samples and sets.
   */
  readonly done: Scalars['Int']['output'];
  /** The index that it worked on. Null for a job of another kind. */
  readonly embeddingIndex?: Maybe<EmbeddingIndex>;
  /** Why it failed. */
  readonly error?: Maybe<JobError>;
  /** The expression matrix that it took, when it has succeeded. */
  readonly expressionMatrix?: Maybe<ExpressionMatrix>;
  /** The features that it made, when it has succeeded. */
  readonly featureBag?: Maybe<FeatureBag>;
  /** When it ended. */
  readonly finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** What it does. */
  readonly kind: JobKind;
  /** The scores that it made, when it has succeeded. */
  readonly pathwayScores?: Maybe<MatrixPathwayScores>;
  /** What came of registering a model version: when the job has succeeded, and where it was cancelled too late. */
  readonly registration?: Maybe<RegistryWriteResult>;
  /** The map that it made, when it has succeeded. */
  readonly spatialMap?: Maybe<SpatialMap>;
  /** The measurement that it took, when it has succeeded. */
  readonly spatialMeasurement?: Maybe<SpatialMeasurement>;
  /** What it is doing now: `reading`, `masking`, `encoding`; `checking` or `copying` the files of a model version; `predicting` over a cohort; `packing` or `linking` vectors of an index; `reading`, `storing` or `scoring` a matrix; `mapping` a slide; `embedding` or `ranking` pairs. */
  readonly stage?: Maybe<Scalars['String']['output']>;
  /** When it began. */
  readonly startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it is. */
  readonly state: JobState;
  /** Items in all. Null while not known. */
  readonly total?: Maybe<Scalars['Int']['output']>;
};

/** A page of jobs. */
export type JobConnection = {
  readonly __typename?: 'JobConnection';
  /** The jobs of this page. */
  readonly nodes: ReadonlyArray<Job>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** What went wrong in a job: the same codes as an error of a field. */
export type JobError = {
  readonly __typename?: 'JobError';
  /** The code. */
  readonly code: Scalars['String']['output'];
  /** Typed facts. */
  readonly facts?: Maybe<Scalars['JSON']['output']>;
  /** A sentence that tells what to do. */
  readonly message: Scalars['String']['output'];
  /** Whether the same may succeed later unchanged. */
  readonly retryable: Scalars['Boolean']['output'];
};

/** Kinds of jobs. */
export type JobKind =
  /** A file with an expression matrix is read and stored. */
  | 'ADD_EXPRESSION_MATRIX'
  /** A spatial transcriptomics sample of a slide is read and stored. */
  | 'ADD_SPATIAL_MEASUREMENT'
  /** An alignment head is evaluated on pairs. */
  | 'EVALUATE_ALIGNMENT'
  /** The vectors of a model over a cohort are put together, for search and downloads. */
  | 'INDEX_EMBEDDINGS'
  /** Model versions are asked about every item of a cohort. */
  | 'PREDICT_COHORT'
  /** Tiles and encoder for one slide. */
  | 'PREPARE_FEATURES'
  /** A map over a slide is made, tile by tile or window by window. */
  | 'PREPARE_SPATIAL_MAP'
  /** The files of one model version are copied and compared, and the version is registered. */
  | 'REGISTER_MODEL_VERSION'
  /** The sets of a collection are scored in an expression matrix. */
  | 'SCORE_EXPRESSION_MATRIX';

/** States of a job. */
export type JobState =
  /** Stopped because somebody asked for it. */
  | 'CANCELLED'
  /** Ended with an error. */
  | 'FAILED'
  /** Waiting for a worker. */
  | 'QUEUED'
  /** At work. */
  | 'RUNNING'
  /** Done. */
  | 'SUCCEEDED';

/** Percentiles of times in milliseconds, by nearest rank. */
export type Latency = {
  readonly __typename?: 'Latency';
  /** How many calls they are of: those of the last minute, at most the last 1,024. */
  readonly count: Scalars['Int']['output'];
  /** Half of the calls took no longer. */
  readonly p50Ms: Scalars['Float']['output'];
  /** Of 100 calls, 95 took no longer. */
  readonly p95Ms: Scalars['Float']['output'];
  /** Of 100 calls, 99 took no longer. */
  readonly p99Ms: Scalars['Float']['output'];
};

/** A page of items that are in no number. */
export type LeftOutConnection = {
  readonly __typename?: 'LeftOutConnection';
  /** The items. */
  readonly nodes: ReadonlyArray<LeftOutItem>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** Items of a cohort that do not count. */
export type LeftOutCount = {
  readonly __typename?: 'LeftOutCount';
  /** How many. */
  readonly count: Scalars['Int']['output'];
  /** Why: NOT_ASKED of this version, FEATURES_MISSING and other codes, OTHER_FEATURES made by another recipe than the slide's, IN_TRAINING of the version. */
  readonly reason: Scalars['String']['output'];
};

/** An item that is in no number. */
export type LeftOutItem = {
  readonly __typename?: 'LeftOutItem';
  /** Its name: the line of the table, or the item of the cohort. */
  readonly item: Scalars['String']['output'];
  /** What it lacks. */
  readonly missing: ReadonlyArray<MissingPart>;
};

/** A pair that could not be asked about. */
export type LeftOutPair = {
  readonly __typename?: 'LeftOutPair';
  /** Its line in the table, from 1. */
  readonly line: Scalars['Int']['output'];
  /** Why. */
  readonly reason: LeftOutPairReason;
};

/** Why a pair could not be asked about. */
export type LeftOutPairReason =
  /** No tile of the slide's features holds the point. */
  | 'NO_TILE';

/** What one answer is about. */
export type Level =
  /** A cell. */
  | 'CELL'
  /** A marker. */
  | 'MARKER'
  /** A patient. */
  | 'PATIENT'
  /** A slide. */
  | 'SLIDE'
  /** A tile. */
  | 'TILE';

/** The effective terms: the strictest over the version, its reference sets, its encoder and its parts. */
export type Licence = {
  readonly __typename?: 'Licence';
  /** Whether you may use the version here, and if not, why. */
  readonly access: LicenceAccess;
  /** Whether outputs count as derivatives. */
  readonly derivativeOutputs: Scalars['Boolean']['output'];
  /** Whether each user must accept terms first. */
  readonly gated: Scalars['Boolean']['output'];
  /** The version that the strictest terms come from. */
  readonly inheritedFrom: Scalars['String']['output'];
  /** Whether commercial use is forbidden. */
  readonly nonCommercial: Scalars['Boolean']['output'];
  /** The reference set of that version that the strictest terms come from. Null where they are a model's. */
  readonly referenceSet?: Maybe<Scalars['String']['output']>;
  /** SPDX id or name. */
  readonly spdxOrName: Scalars['String']['output'];
  /** The terms that each user must accept: its own, and those of its reference sets, encoder, members and towers. Empty where there are none. */
  readonly terms: ReadonlyArray<GatedTerms>;
  /** Parts that no source here has, as `name/version`: nobody here knows their terms, which may be stricter. */
  readonly unknownParts: ReadonlyArray<Scalars['String']['output']>;
};

/** Whether you may use a model version here. Where not, whatever would give you a number of it is refused with LICENCE_REFUSED. */
export type LicenceAccess =
  /** Not before you accept its terms: `acceptLicence`. */
  | 'ACCEPTANCE_NEEDED'
  /** You may. */
  | 'ALLOWED'
  /** Each user must accept its terms, and this gateway allows no such models. */
  | 'GATED_REFUSED'
  /** Commercial use is forbidden by its licence, and this gateway allows no such models. */
  | 'NON_COMMERCIAL_REFUSED';

/** Terms that must hold, or must not. */
export type LicenceFilterInput = {
  /** Whether each user must accept terms first. */
  readonly gated?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether commercial use is forbidden. */
  readonly nonCommercial?: InputMaybe<Scalars['Boolean']['input']>;
};

/** How far two measurements are apart, in their unit. */
export type LimitsOfAgreement = {
  readonly __typename?: 'LimitsOfAgreement';
  /** Mean of first less second. */
  readonly bias: Scalars['Float']['output'];
  /** Bias less and plus z standard deviations. */
  readonly limits: ReadonlyArray<Scalars['Float']['output']>;
  /** Items. */
  readonly n: Scalars['Int']['output'];
  /** Standard deviation of the differences. */
  readonly standardDeviation: Scalars['Float']['output'];
};

/** Another version that a card names. */
export type LineageLink = {
  readonly __typename?: 'LineageLink';
  /** What is registered under that name in the same source, or, for an encoder, in any source under its digest. Null where nothing is. */
  readonly modelVersion?: Maybe<ModelVersion>;
  /** Its name, as the card has it. */
  readonly name: Scalars['String']['output'];
  /** How the version leans on it. */
  readonly role: LineageRole;
  /** Its version, as the card has it. */
  readonly version: Scalars['String']['output'];
};

/** How a version leans on another. */
export type LineageRole =
  /** It takes the features of the other. */
  | 'ENCODER'
  /** It is a mean or a vote over the other and more. */
  | 'MEMBER'
  /** Its weights were trained on from those of the other. */
  | 'PARENT'
  /** It joins the other and more into one space. */
  | 'TOWER';

/** A version that leans on the one that was asked about. */
export type LineageUse = {
  readonly __typename?: 'LineageUse';
  /** The version. */
  readonly modelVersion: ModelVersion;
  /** How it leans on it. */
  readonly role: LineageRole;
};

/** A page of versions that lean on another. */
export type LineageUseConnection = {
  readonly __typename?: 'LineageUseConnection';
  /** The versions of this page. */
  readonly nodes: ReadonlyArray<LineageUse>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A model in the repository of a model server. */
export type LoadedModel = {
  readonly __typename?: 'LoadedModel';
  /** The server's name of it. Null where that is no name that can be shown. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Its state there. */
  readonly state: LoadedModelState;
  /** The server's version of it. Null where it says none, or one that cannot be shown. */
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** The state of a model in a server's repository. */
export type LoadedModelState =
  /** It is being loaded. */
  | 'LOADING'
  /** It takes inference. */
  | 'READY'
  /** It is there and not loaded, or could not be. */
  | 'UNAVAILABLE'
  /** The server does not say. */
  | 'UNKNOWN'
  /** It is being unloaded. */
  | 'UNLOADING';

/** A vector for each marker of a slide. */
export type MarkerEmbeddings = {
  readonly __typename?: 'MarkerEmbeddings';
  /** Type of the numbers as the model server sent them, in the words of the Open Inference Protocol. */
  readonly datatype: Scalars['String']['output'];
  /** Length of a vector. */
  readonly dimension: Scalars['Int']['output'];
  /** Path on this gateway of the vectors of all markers of the vocabulary, in its order, as the model server sent them: NumPy .npy, the dimensions of the model's tensor. Strong ETag; it never changes. */
  readonly href: Scalars['String']['output'];
  /** Whether the model scales the vectors to length one. */
  readonly l2Normalised: Scalars['Boolean']['output'];
  /** The markers, in the order of the rows. */
  readonly markers: ReadonlyArray<Scalars['String']['output']>;
  /** Where they come from. */
  readonly provenance: Provenance;
  /** Which output of the model it is, and what was done to it. */
  readonly recipe: EmbeddingRecipe;
  /** The region, or null for the whole slide. */
  readonly region?: Maybe<Region>;
  /** Vectors may be compared when, and only when, this is equal. */
  readonly spaceId: Scalars['Digest']['output'];
  /** Number of tiles that went in. */
  readonly tileCount: Scalars['Int']['output'];
  /** The numbers, `[markers, dimension]` float32, row by row. */
  readonly values: Scalars['NumericValues']['output'];
  /** SHA-256 of the model's list of markers. Rows of two lists do not belong together by position. */
  readonly vocabularyDigest: Scalars['Digest']['output'];
};


/** A vector for each marker of a slide. */
export type MarkerEmbeddingsValuesArgs = {
  decimals?: InputMaybe<Scalars['Int']['input']>;
  encoding?: ArrayEncoding;
};

/** File formats of expression matrices. */
export type MatrixFormat =
  /** Text with commas; the genes in the first column. */
  | 'CSV'
  /** GenePattern's GCT, version 1.2. */
  | 'GCT'
  /** AnnData: its `X`, dense or sparse. */
  | 'H5AD'
  /** Parquet: one column of text with the genes, and a column of numbers a sample. */
  | 'PARQUET'
  /** Text with tabs; the genes in the first column. */
  | 'TSV';

/** Scores of gene sets in the samples of a matrix: `[sets, samples]`. */
export type MatrixPathwayScores = {
  readonly __typename?: 'MatrixPathwayScores';
  /** SHA-256 of the collection. */
  readonly collectionDigest: Scalars['Digest']['output'];
  /** Genes that were left out since they do not vary over the samples; 0 for methods that look at each sample alone. */
  readonly constantGenes: Scalars['Int']['output'];
  /** SHA-256 over the matrix's digest, the collection's, and the settings: the same question has the same scores. */
  readonly digest: Scalars['Digest']['output'];
  /** Genes of the matrix that went in. */
  readonly geneCount: Scalars['Int']['output'];
  /** Path of the scores on this gateway. It never changes. */
  readonly href: Scalars['String']['output'];
  /** SHA-256 of the matrix. */
  readonly matrixDigest: Scalars['Digest']['output'];
  /** How many sets were not scored. */
  readonly passedOverCount: Scalars['Int']['output'];
  /** How many samples. */
  readonly sampleCount: Scalars['Int']['output'];
  /** How many sets were scored. */
  readonly setCount: Scalars['Int']['output'];
  /** The sets, page by page: those with scores in the order of the rows, then those passed over with the reason. */
  readonly sets: PathwaySetConnection;
  /** How they were made, with nothing left open. */
  readonly settings: PathwaySettings;
};


/** Scores of gene sets in the samples of a matrix: `[sets, samples]`. */
export type MatrixPathwayScoresHrefArgs = {
  format?: ScoreFormat;
};


/** Scores of gene sets in the samples of a matrix: `[sets, samples]`. */
export type MatrixPathwayScoresSetsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** What a signature says of the samples of a matrix. */
export type MatrixSignature = {
  readonly __typename?: 'MatrixSignature';
  /** SHA-256 of the matrix. */
  readonly matrixDigest: Scalars['Digest']['output'];
  /** Genes of the signature that the matrix does not have, by name. */
  readonly missing: ReadonlyArray<Scalars['String']['output']>;
  /** The share of the weight that they have (LINEAR), or of the genes: 0 to 1. */
  readonly missingShare: Scalars['Float']['output'];
  /** How many samples. */
  readonly sampleCount: Scalars['Int']['output'];
  /** The samples in the order of the matrix, page by page. */
  readonly samples: SignatureSampleConnection;
  /** The signature. */
  readonly signature: Signature;
};


/** What a signature says of the samples of a matrix. */
export type MatrixSignatureSamplesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** How McNemar's p value is found. */
export type McNemarMethod =
  /** From chi-squared with one degree of freedom and continuity correction. */
  | 'CHI_SQUARED'
  /** From the binomial distribution. */
  | 'EXACT';

/** McNemar's test. */
export type McNemarTest = {
  readonly __typename?: 'McNemarTest';
  /** Adjusted over all strata and pairs. Null outside of strata. */
  readonly adjustedP?: Maybe<Scalars['Float']['output']>;
  /** Exact below 25 items that differ. */
  readonly method: McNemarMethod;
  /** Right by the first and wrong by the second. */
  readonly onlyA: Scalars['Int']['output'];
  /** Right by the second and wrong by the first. */
  readonly onlyB: Scalars['Int']['output'];
  /** Two-sided. */
  readonly p: Scalars['Float']['output'];
  /** Chi-squared with continuity correction. Null for the exact test. */
  readonly statistic?: Maybe<Scalars['Float']['output']>;
};

/** A gene as predicted and as measured, over the spots. */
export type MeasuredGene = {
  readonly __typename?: 'MeasuredGene';
  /** Share of these spots in which it was detected. */
  readonly detected: Scalars['Float']['output'];
  /** What the version has registered on how well it predicts this gene. */
  readonly evidence?: Maybe<GeneEvidence>;
  /** Spots that were compared. */
  readonly n: Scalars['Int']['output'];
  /** Its name in the map. */
  readonly name: Scalars['String']['output'];
  /** Pearson's correlation. Null where measured values do not differ. */
  readonly pearson?: Maybe<SpotCorrelation>;
  /** Its position there, from 0. */
  readonly position: Scalars['Int']['output'];
  /** Whether it passed the version's registered quality gate. */
  readonly reliable: Scalars['Boolean']['output'];
  /** Spearman's correlation: of ranks. Null where measured values do not differ. */
  readonly spearman?: Maybe<SpotCorrelation>;
};

/** A page of genes. */
export type MeasuredGeneConnection = {
  readonly __typename?: 'MeasuredGeneConnection';
  /** The genes. */
  readonly nodes: ReadonlyArray<MeasuredGene>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** What is said of one name: a gene's numbers, or why there are none. */
export type MeasuredGeneLookup = {
  readonly __typename?: 'MeasuredGeneLookup';
  /** The name as it was asked for. */
  readonly asked: Scalars['String']['output'];
  /** The gene. Null where there is a refusal, and where it was not measured. */
  readonly gene?: Maybe<MeasuredGene>;
  /** Why the version has no such gene. */
  readonly refusal?: Maybe<GeneRefusal>;
};

/** In which order genes are listed. */
export type MeasuredGeneOrder =
  /** The highest Pearson correlation first; genes without one last. */
  | 'CORRELATION'
  /** As the version has them. */
  | 'POSITION'
  /** The best registered evidence first; genes without any last. */
  | 'RELIABILITY';

/** What was measured of a graph of neighbours. */
export type MeasuredRecall = {
  readonly __typename?: 'MeasuredRecall';
  /** Candidates that the walk kept. */
  readonly efSearch: Scalars['Int']['output'];
  /** The share of the ten truly nearest that was found, over 200 vectors of the index, or half of them where it has fewer than 400. */
  readonly recallAt10: Scalars['Float']['output'];
};

/** What measured numbers are. */
export type MeasuredValues =
  /** Molecules that were counted: whole numbers. */
  | 'COUNTS'
  /** Anything else: compared as they are. */
  | 'NORMALISED';

/** How far the input is from what a member knows. */
export type MemberDomainCheck = {
  readonly __typename?: 'MemberDomainCheck';
  /** Mahalanobis distance of the mean embedding from the member's reference; 0 or more. */
  readonly distance: Scalars['Float']['output'];
  /** Whether the input is inside. */
  readonly isInside: Scalars['Boolean']['output'];
  /** Above this percentile the slide is outside. */
  readonly limitPercentile: Scalars['Float']['output'];
  /** Its percentile in the reference, 0 to 100. 100 stands for anything beyond the reference. */
  readonly percentile: Scalars['Float']['output'];
};

/** How the members of an ensemble voted on a target. Each has one vote, for the class that is largest in its own scores, or by the threshold that the card gives it. */
export type MemberVotes = {
  readonly __typename?: 'MemberVotes';
  /** What each member voted for, in the order of `ensemble.members`: one class, or several whose scores are equal in it in float32; each of these has an equal part of its vote. */
  readonly cast: ReadonlyArray<ReadonlyArray<Scalars['String']['output']>>;
  /** The votes of each class, in the order of the card. */
  readonly classes: ReadonlyArray<ClassVotes>;
  /** How many members count: what the votes sum to. */
  readonly counted: Scalars['Int']['output'];
  /** What each member's raw score had to reach to vote for the positive class, as the card says. Null where the larger class has the vote. */
  readonly thresholds?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** The classes with the most votes where there are several. Empty otherwise. */
  readonly tied: ReadonlyArray<Scalars['String']['output']>;
  /** The class with the most votes. Null in a tie: then nothing is broken by the order of the classes. */
  readonly winner?: Maybe<Scalars['String']['output']>;
};

/** What becomes of genes that were not measured. */
export type MissingGenes =
  /** The profile is refused, and the genes are named (VOCABULARY_MISMATCH). */
  | 'REFUSE'
  /** They are taken as zero, at most a tenth of the vocabulary, and named in the answer. */
  | 'ZERO';

/** What an item lacks. */
export type MissingPart = {
  readonly __typename?: 'MissingPart';
  /** What was refused or failed, in a sentence. Null where the reason says all. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** The column, the model version, or the label. */
  readonly name: Scalars['String']['output'];
  /** Why: MISSING for an empty cell or a label that is not stated; of a version NOT_ASKED, OTHER_FEATURES, or the code of the refusal, or of the failure of the last prediction over the cohort. */
  readonly reason: Scalars['String']['output'];
};

/** Slides, regions or tiles without a vector, by the reason. */
export type MissingVectors = {
  readonly __typename?: 'MissingVectors';
  /** The code: FEATURES_MISSING, FEATURE_CONTRACT_MISMATCH, TOO_FEW_TILES, PATIENT_SLIDES_REFUSED, MODEL_BAD_RESPONSE for a vector that is zero or not finite and has no direction ... */
  readonly code: Scalars['String']['output'];
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** A movable name on a version. */
export type ModelAlias = {
  readonly __typename?: 'ModelAlias';
  /** The name, as in `champion`. */
  readonly alias: Scalars['String']['output'];
  /** When it was last moved by a mutation. */
  readonly movedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who moved it last by a mutation. Null where the source alone decides. */
  readonly movedBy?: Maybe<Scalars['String']['output']>;
  /** What the source itself says of it: another version where a mutation moved it. Null when the source does not have it. */
  readonly sourceVersion?: Maybe<Scalars['String']['output']>;
  /** The version that it points at. */
  readonly version: Scalars['String']['output'];
};

/** A file of a model version. */
export type ModelArtifact = {
  readonly __typename?: 'ModelArtifact';
  /** Where its bytes can be fetched, with Range and ETag, by a caller with the role ADMINISTRATOR who may use the version. `NOT_FOUND` where the source keeps the file to itself, as MLflow servers do with models. */
  readonly href: Scalars['String']['output'];
  /** Where it lies in the version's folder. */
  readonly path: Scalars['String']['output'];
  /** What it is for. */
  readonly role: ArtifactRole;
  /** SHA-256 of its bytes. */
  readonly sha256: Scalars['Digest']['output'];
  /** Its length in bytes. May be beyond what a 32-bit integer holds. */
  readonly sizeBytes: Scalars['Float']['output'];
};

/** A model version as it answered. */
export type ModelProvenance = {
  readonly __typename?: 'ModelProvenance';
  /** Digest of card and artifacts. */
  readonly digest: Scalars['Digest']['output'];
  /** What was asked for, resolved: `source:name/version`. */
  readonly ref: Scalars['ModelRef']['output'];
  /** When the registry's snapshot was taken. */
  readonly snapshotTakenAt: Scalars['DateTime']['output'];
  /** The registry source. */
  readonly source: Scalars['String']['output'];
};

/** A model server: from the operator's configuration, or the one that the gateway starts itself (`embedded`). */
export type ModelServer = {
  readonly __typename?: 'ModelServer';
  /** Whether calls go through. What opens it is that the server cannot be reached; each model on it has one of its own. */
  readonly breaker: BreakerState;
  /** Inference calls since the gateway started, second tries included. */
  readonly calls: Scalars['Int']['output'];
  /** Failed calls by error code, since the gateway started. */
  readonly errors: ReadonlyArray<ErrorCount>;
  /** Its id in the configuration. */
  readonly id: Scalars['ID']['output'];
  /** Inference calls that are at the server. */
  readonly inFlight: Scalars['Int']['output'];
  /** How long answered calls took over the last minute, waiting included. Null when there was none. */
  readonly latency?: Maybe<Latency>;
  /** What its repository holds, as the server says, whoever placed it there; at most 200. Null when it has no such list, or was not looked at. */
  readonly loaded?: Maybe<ReadonlyArray<LoadedModel>>;
  /** What stopped the last look. Null when nothing did. */
  readonly lookError?: Maybe<Scalars['String']['output']>;
  /** When it was last looked at. Null before the first look. */
  readonly lookedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The versions that should run there. */
  readonly placements: ReadonlyArray<Placement>;
  /** Inference calls that wait in this gateway for a place at the server. */
  readonly queued: Scalars['Int']['output'];
  /** The name of the software, as the server says. Null when it does not say, or says something unreadable. */
  readonly softwareName?: Maybe<Scalars['String']['output']>;
  /** The version of the software, as the server says. Null when it does not say, or says something unreadable. */
  readonly softwareVersion?: Maybe<Scalars['String']['output']>;
  /** How it was when it was last looked at. */
  readonly state: ModelServerState;
  /** How tensors travel to it. Null before it was found out. */
  readonly transport?: Maybe<InferenceTransport>;
};

/** How a model server was when it was last looked at. */
export type ModelServerState =
  /** It is up and does not take inference yet, or not any more. */
  | 'NOT_READY'
  /** It takes inference. */
  | 'READY'
  /** Nobody has looked yet. */
  | 'UNKNOWN'
  /** It cannot be reached, or does not answer. */
  | 'UNREACHABLE';

/** A remark on a model. No answer depends on it. */
export type ModelTag = {
  readonly __typename?: 'ModelTag';
  /** The key, unique on its model. */
  readonly key: Scalars['String']['output'];
  /** When. Null where a server has it from elsewhere. */
  readonly setAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who set it by `setModelTag`. Null where a server has it from elsewhere. */
  readonly setBy?: Maybe<Scalars['String']['output']>;
  /** The value. */
  readonly value: Scalars['String']['output'];
};

/** One immutable version of a model, as its card describes it. */
export type ModelVersion = {
  readonly __typename?: 'ModelVersion';
  /** The aliases that point at it. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** The alignment head. Null for a version of another task. */
  readonly alignmentHead?: Maybe<AlignmentHead>;
  /** Its files, as the card lists them. The card's digest covers them. */
  readonly artifacts: ReadonlyArray<ModelArtifact>;
  /** The versions that its card names: parent, encoder, members of the ensemble, towers, in this order. */
  readonly basedOn: ReadonlyArray<LineageLink>;
  /** The registered calibrations. */
  readonly calibrations: ReadonlyArray<CalibrationRecord>;
  /** The whole card. */
  readonly card: Scalars['JSON']['output'];
  /** What it is. */
  readonly description: Scalars['String']['output'];
  /** Digest of the card, which covers every artifact. */
  readonly digest: Scalars['Digest']['output'];
  /** Figures of its evaluation, as registered. */
  readonly evaluation: ReadonlyArray<EvaluationRecord>;
  /** The encoder whose features it takes. Null when it takes something else. */
  readonly extractor?: Maybe<ExtractorContract>;
  /** What it is meant for, and what not. */
  readonly intendedUse: IntendedUse;
  /** Whether a model server held it when the servers were last looked at, seconds ago at most. An ensemble or alignment without a model file of its own is ready when all its parts are. */
  readonly isReady: Scalars['Boolean']['output'];
  /** What one answer is about. */
  readonly level: Level;
  /** The terms. */
  readonly licence: Licence;
  /** The model's name. */
  readonly name: Scalars['String']['output'];
  /** Remarks of the registry: what could not be checked, and why. */
  readonly notes: ReadonlyArray<Scalars['String']['output']>;
  /** Where it should run, one a server, with what is known of it there. Empty when no model server holds it. */
  readonly placements: ReadonlyArray<Placement>;
  /** `source:name/version`. */
  readonly ref: Scalars['ModelRef']['output'];
  /** When the registry first saw it. */
  readonly registeredAt: Scalars['DateTime']['output'];
  /** Versions of other sources with the same digest: the same card and the same files, so the same version. */
  readonly sameAs: ReadonlyArray<ModelVersion>;
  /** Id of the registry source. */
  readonly source: Scalars['String']['output'];
  /** What it computes. */
  readonly task: TaskKind;
  /** Its name for people. */
  readonly title: Scalars['String']['output'];
  /** What it was trained on. */
  readonly trainedOn: Scalars['String']['output'];
  /** What Triton needs beside the version's files to serve it. Null for a version without an ONNX file of its own. `tessera models export` writes whole repositories. */
  readonly tritonModel?: Maybe<TritonModel>;
  /** The versions whose cards name this one, by name, source and number. */
  readonly usedBy: LineageUseConnection;
  /** The version: a whole number, as text. */
  readonly version: Scalars['String']['output'];
};


/** One immutable version of a model, as its card describes it. */
export type ModelVersionTritonModelArgs = {
  backend?: TritonBackend;
};


/** One immutable version of a model, as its card describes it. */
export type ModelVersionUsedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  roles?: InputMaybe<ReadonlyArray<LineageRole>>;
};

/**
 * What changed from one version to another, of one model or of two. A list holds at most 200 differences; where there are more, its count says so. Nothing of an object's
 * order counts: what is the same under other keys first is the same.
 */
export type ModelVersionChanges = {
  readonly __typename?: 'ModelVersionChanges';
  /** How many differences the cards have. */
  readonly cardChangeCount: Scalars['Int']['output'];
  /** Differences of the cards, in the order of their places. */
  readonly cardChanges: ReadonlyArray<CardChange>;
  /** The version that is compared from. */
  readonly from: ModelVersion;
  /** Whether both are the same version: one digest, the same terms, and the same thresholds in force. */
  readonly isSame: Scalars['Boolean']['output'];
  /** Fields of the effective licence that differ: both are in `from { licence }` and `to { licence }`. */
  readonly licenceChanges: ReadonlyArray<Scalars['String']['output']>;
  /** How many differences the tensors have. */
  readonly tensorChangeCount: Scalars['Int']['output'];
  /** Differences of the tensors that go in and come out. */
  readonly tensorChanges: ReadonlyArray<TensorChange>;
  /** How many differences the thresholds have. */
  readonly thresholdChangeCount: Scalars['Int']['output'];
  /** Differences of the thresholds in force, by target, stratum and operating point. */
  readonly thresholdChanges: ReadonlyArray<ThresholdChange>;
  /** The version that is compared to. */
  readonly to: ModelVersion;
};


/**
 * What changed from one version to another, of one model or of two. A list holds at most 200 differences; where there are more, its count says so. Nothing of an object's
 * order counts: what is the same under other keys first is the same.
 */
export type ModelVersionChangesCardChangesArgs = {
  groups?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A page of model versions. */
export type ModelVersionConnection = {
  readonly __typename?: 'ModelVersionConnection';
  /** The versions of this page. */
  readonly nodes: ReadonlyArray<ModelVersion>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * Which versions are meant. What is left out does not matter; all that is given must hold; in a list, one of its values must hold. A list may not be empty.
 * Whether a model server holds a version right now (`isReady`) is no filter: it changes from one moment to the next.
 */
export type ModelVersionFilterInput = {
  /** An alias that points at the version, as `champion`. */
  readonly alias?: InputMaybe<Scalars['String']['input']>;
  /** A case for which a calibration record of the version applies, by the rule that predictions are called by. */
  readonly calibratedFor?: InputMaybe<CalibratedForInput>;
  /** The encoder whose features the version takes. */
  readonly extractor?: InputMaybe<ExtractorFilterInput>;
  /** Id of one of your gene panels, whose list is the vocabulary. NOT_FOUND when there is none. */
  readonly genePanel?: InputMaybe<Scalars['ID']['input']>;
  /** What one answer is about. */
  readonly levels?: InputMaybe<ReadonlyArray<Level>>;
  /** The effective terms, inherited ones included. */
  readonly licence?: InputMaybe<LicenceFilterInput>;
  /** Organs that the card states, in any case. A card that states none is not found: nothing stated is not everything allowed. */
  readonly organs?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Words that must all stand in the name or the title, in any case; at most 200 characters. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** States of the source that the version comes from. */
  readonly sourceStates?: InputMaybe<ReadonlyArray<RegistrySourceState>>;
  /** Ids of registry sources. */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Specimens that the card states; a card that states none is not found. */
  readonly specimens?: InputMaybe<ReadonlyArray<Specimen>>;
  /** Stains that the card states; a card that states none is not found. */
  readonly stains?: InputMaybe<ReadonlyArray<Stain>>;
  /** What the version computes. */
  readonly tasks?: InputMaybe<ReadonlyArray<TaskKind>>;
  /** Digest of its vocabulary: the gene panel or list of pathways that its values are indexed by. */
  readonly vocabulary?: InputMaybe<Scalars['Digest']['input']>;
};

/** Who says how large a pixel is. */
export type MppSource =
  /** The slide file. */
  | 'FILE'
  /** Whoever added the slide. */
  | 'STATED';

/** What can be changed. Changing needs the role OPERATOR. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Accepts, for you alone, the terms of a version and of the parts that it is made of, where they demand that each user does. Read them first:
   * `modelVersion { licence { terms { url } } }`. A version is named by its number, for an alias may have moved since. Accepting again changes nothing.
   */
  readonly acceptLicence: ModelVersion;
  /**
   * Adds a calibration record to a registered version. It is checked like a file of the source (CALIBRATION_INVALID with JSON pointers) and chosen from the next
   * question on. The same content again is UNCHANGED; other content under a known id is CONFLICT: a record is never edited. Needs the role ADMINISTRATOR.
   */
  readonly addCalibration: RegistryWriteResult;
  /**
   * Takes the expression of genes in samples: GCT 1.2, a table with tabs or commas (a gene a row, a sample a column), Parquet, or the `X` of an AnnData file. A job reads it,
   * block by block. Nothing is left out, filled in or averaged: a cell without a number, a gene or a sample twice are refused with their line numbers. At most 120 million
   * values. The same matrix again is the same; the same id with other content is a CONFLICT.
   */
  readonly addExpressionMatrix: Job;
  /**
   * Adds a slide file that lies under one of the gateway's slide folders. The file is checked (SLIDE_UNREADABLE, SLIDE_TOO_LARGE) and identified by the digest of
   * its bytes: adding the same bytes again gives the same slide. The file stays where it is.
   */
  readonly addSlide: Slide;
  /**
   * Takes a spatial transcriptomics sample of a slide: a 10x Visium folder, an AnnData file with `obsm/spatial`, or a table of counts and one of places. A job reads it. Spots that lack a place or counts
   * are left out; a sample with spots beside the slide is refused, for it is of another image or scale. The same sample again is the same; the same id with other content is a CONFLICT.
   */
  readonly addSpatialMeasurement: Job;
  /**
   * Approves a move of an alias that another administrator proposed; it takes place at once. Your own proposal is FORBIDDEN to you, and CONFLICT says that the alias
   * was moved meanwhile. Which aliases take two people is the operator's setting (`registry.approvals`). Needs the role ADMINISTRATOR.
   */
  readonly approveAliasChange: RegistryWriteResult;
  /** Asks a job to stop. A job that has ended stays as it is. */
  readonly cancelJob: Job;
  /**
   * States a cohort as a table, or its next revision. Every row is checked; a table with any mistake is refused as a whole (BAD_USER_INPUT), with up to a hundred
   * mistakes by line and column in `problems`. The same table again is the same revision. Revisions are kept and never changed: answers and comparisons name theirs.
   */
  readonly createCohort: Cohort;
  /**
   * Takes tile features that were made elsewhere (TRIDENT or CLAM `.h5`, STAMP `.h5`, `.npy`) for a slide. What the file does not state must be stated here;
   * what it states must not be contradicted (FEATURE_CONTRACT_MISMATCH). Nothing is guessed, and coordinates are never made up.
   */
  readonly importFeatures: FeatureBag;
  /**
   * Takes a gene panel: an ordered list of genes. Nothing is left out, corrected or put in another order. What does not hold together is refused with its line numbers
   * (BAD_USER_INPUT): a gene twice, an empty line, a name that a spreadsheet turned into a date, identifiers of another namespace. The same list again is the same
   * panel; the same id with another list is a CONFLICT.
   */
  readonly importGenePanel: GenePanel;
  /**
   * Takes a collection of gene sets in the GMT format (a set a line: name, description, genes, tabs between). Nothing is left out or corrected. What does not hold
   * together is refused with its line numbers (BAD_USER_INPUT): a set twice or without genes, a gene twice in a set, an empty column, a name that a spreadsheet turned into a
   * date. The same file again is the same collection; the same id with other content is a CONFLICT.
   */
  readonly importGeneSetCollection: GeneSetCollection;
  /**
   * Takes scores of a registered version that were computed elsewhere, for the items of a cohort. Every row is checked; a table with any mistake is refused as a whole
   * (BAD_USER_INPUT, `problems` by line and column). They never stand in the place of an answer: who wants them names the import, and their provenance says IMPORTED. The same
   * table again is the same import.
   */
  readonly importPredictions: PredictionImport;
  /**
   * Puts the vectors of an embedding model over a cohort together, for `similar`, `nearest` and downloads: a job. What was computed before is taken from the store, so the same call
   * again asks the model about what is new only. A slide without a vector is left out and named (`missing`). While a new generation is made the one before is served; where the
   * reference is an alias, a new generation begins by itself when the alias moves.
   */
  readonly indexEmbeddings: Job;
  /**
   * Places a version on a model server of the configuration, beside where it is placed already. It is asked there from the next question on; what does not match its
   * card there is never asked. Needs the role ADMINISTRATOR.
   */
  readonly placeModelVersion: RegistryWriteResult;
  /**
   * Starts the job that asks model versions about every item of a cohort, by the same road as single questions: answers that are stored already are taken, and no
   * model is asked twice. Answers can be read while it runs; a slide that cannot be answered has its own error and holds up no other. Versions are pinned now, whatever
   * becomes of an alias. Cancelling keeps what was answered; the same again goes on from there.
   */
  readonly predictCohort: Job;
  /**
   * Starts the job that cuts a slide into tiles and runs an encoder over them. Where the features exist already the job ends at once.
   * SLIDE_RESOLUTION_UNKNOWN, SLIDE_RESOLUTION_TOO_LOW and TOO_FEW_TILES are reported by the job.
   */
  readonly prepareFeatures: Job;
  /** Makes a map as a job, for what takes longer than a request. What comes of it is `Job.spatialMap`, and `Slide.spatialMap` with the same arguments. Where it is stored already, it is done at once. */
  readonly prepareSpatialMap: Job;
  /**
   * Registers a version of a model from a directory of the gateway's machine, or of a file system that it shares: `model-card.json`, the files that the card lists,
   * and `calibrations/*.json` where there are any. Documents are checked before this answers (CARD_INVALID, CALIBRATION_INVALID with JSON pointers, ARTIFACT_INVALID,
   * CONFLICT); a job then copies the files, compares each with the card while it is written, and makes the version exist: whole, or not at all. On an MLflow server the
   * files are uploaded through its own proxy and read back, and the version is made there; its number must be the next one that the server gives (else CONFLICT). Its name and number
   * are the card's. The same content again is UNCHANGED, and puts files back that were lost; other content under a known number is CONFLICT: a released version never
   * changes. `Job.registration` says what came of it. Needs the role ADMINISTRATOR.
   */
  readonly registerModelVersion: Job;
  /**
   * Takes a signature: a JSON document with genes and their weights, centroids, or means and deviations. What does not hold together is refused with its place
   * (BAD_USER_INPUT). The same document again is the same signature; the same id with another is a CONFLICT.
   */
  readonly registerSignature: Signature;
  /** Removes an alias, if it points where you believe: else CONFLICT. Needs the role ADMINISTRATOR. */
  readonly removeAlias: RegistryWriteResult;
  /** Takes a version off a server where `placeModelVersion` placed it. What the configuration places stays. Needs the role ADMINISTRATOR. */
  readonly removePlacement: RegistryWriteResult;
  /** Removes the rollout of an alias: every slide meets the version that the alias points at. Needs the role ADMINISTRATOR. */
  readonly removeRollout: RegistryWriteResult;
  /**
   * Retires a calibration record: it stays readable for old answers and is chosen for no new call. It does not come back. A second time is UNCHANGED.
   * Needs the role ADMINISTRATOR.
   */
  readonly retireCalibration: RegistryWriteResult;
  /**
   * Scores the sets of a collection in every sample of a matrix, as a job: for what takes longer than a request. What comes of it is `ExpressionMatrix.pathwayScores` with the
   * same arguments, and `Job.pathwayScores`.
   */
  readonly scoreExpressionMatrix: Job;
  /**
   * Points an alias at a version, if it points where you believe: else CONFLICT says where it points, who put it there and when. Of two callers at once, one wins.
   * What the source's own file says of the alias is overruled, and stays visible as `ModelAlias.sourceVersion`. Needs the role ADMINISTRATOR.
   */
  readonly setAlias: RegistryWriteResult;
  /** Sets the description of a model, or removes it: for people, beside what the cards of its versions say. Needs the role ADMINISTRATOR. */
  readonly setModelDescription: RegistryWriteResult;
  /** Sets a tag of a model, or takes it off: a remark for people and programs, on which no answer depends. Needs the role ADMINISTRATOR. */
  readonly setModelTag: RegistryWriteResult;
  /**
   * Says what an alias means under traffic: which share of the slides meets which version, by a hash of the slide. A slide keeps its version while the shares stay, and
   * when they change as few slides as possible meet another one; `notices` says how many. In force as long as the alias points where it does now. Refused with CONFLICT
   * when the rollout is not the one that you believe. An alias that takes two people to move has no rollout. Needs the role ADMINISTRATOR.
   */
  readonly setRollout: RegistryWriteResult;
  /** The same as a job, without a limit of the request's time. Vectors of both towers are stored, so that it can be asked again at once. */
  readonly startAlignmentEvaluation: Job;
  /**
   * Reads sources of the registry again, everything in them, and tells how they are afterwards. They are read by themselves all the time: this is for who has just
   * released something. A source that cannot be read is in the answer with its fault, and its last good entries stay.
   */
  readonly syncRegistry: ReadonlyArray<RegistrySource>;
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationAcceptLicenceArgs = {
  model: Scalars['ModelRef']['input'];
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationAddCalibrationArgs = {
  dryRun?: Scalars['Boolean']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  model: Scalars['ModelRef']['input'];
  record: Scalars['JSON']['input'];
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationAddExpressionMatrixArgs = {
  input: AddExpressionMatrixInput;
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationAddSlideArgs = {
  input: AddSlideInput;
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationAddSpatialMeasurementArgs = {
  input: AddSpatialMeasurementInput;
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationApproveAliasChangeArgs = {
  dryRun?: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationCancelJobArgs = {
  id: Scalars['ID']['input'];
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationCreateCohortArgs = {
  input: CreateCohortInput;
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationImportFeaturesArgs = {
  input: ImportFeaturesInput;
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationImportGenePanelArgs = {
  input: ImportGenePanelInput;
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationImportGeneSetCollectionArgs = {
  input: ImportGeneSetCollectionInput;
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationImportPredictionsArgs = {
  input: ImportPredictionsInput;
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationIndexEmbeddingsArgs = {
  input: IndexEmbeddingsInput;
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationPlaceModelVersionArgs = {
  as?: InputMaybe<ServedNameInput>;
  dryRun?: Scalars['Boolean']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  model: Scalars['ModelRef']['input'];
  server: Scalars['ID']['input'];
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationPredictCohortArgs = {
  input: PredictCohortInput;
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationPrepareFeaturesArgs = {
  input: PrepareFeaturesInput;
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationPrepareSpatialMapArgs = {
  input: PrepareSpatialMapInput;
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationRegisterModelVersionArgs = {
  directory: Scalars['String']['input'];
  dryRun?: Scalars['Boolean']['input'];
  expectedVersion?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  source?: InputMaybe<Scalars['String']['input']>;
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationRegisterSignatureArgs = {
  input: RegisterSignatureInput;
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationRemoveAliasArgs = {
  alias: Scalars['String']['input'];
  dryRun?: Scalars['Boolean']['input'];
  expectedVersion: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  model: Scalars['String']['input'];
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationRemovePlacementArgs = {
  dryRun?: Scalars['Boolean']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  model: Scalars['ModelRef']['input'];
  server: Scalars['ID']['input'];
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationRemoveRolloutArgs = {
  alias: Scalars['String']['input'];
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  model: Scalars['String']['input'];
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationRetireCalibrationArgs = {
  dryRun?: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  model: Scalars['ModelRef']['input'];
  reason: Scalars['String']['input'];
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationScoreExpressionMatrixArgs = {
  input: ScoreExpressionMatrixInput;
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationSetAliasArgs = {
  alias: Scalars['String']['input'];
  dryRun?: Scalars['Boolean']['input'];
  expectedVersion?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  model: Scalars['String']['input'];
  version: Scalars['String']['input'];
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationSetModelDescriptionArgs = {
  description?: InputMaybe<Scalars['String']['input']>;
  dryRun?: Scalars['Boolean']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  model: Scalars['String']['input'];
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationSetModelTagArgs = {
  dryRun?: Scalars['Boolean']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  key: Scalars['String']['input'];
  model: Scalars['String']['input'];
  value?: InputMaybe<Scalars['String']['input']>;
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationSetRolloutArgs = {
  alias: Scalars['String']['input'];
  arms: ReadonlyArray<RolloutArmInput>;
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision?: InputMaybe<Scalars['ID']['input']>;
  fallback?: ReadonlyArray<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  model: Scalars['String']['input'];
  salt?: InputMaybe<Scalars['String']['input']>;
  shadow?: InputMaybe<RolloutShadowInput>;
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationStartAlignmentEvaluationArgs = {
  input: EvaluateAlignmentInput;
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationSyncRegistryArgs = {
  source?: InputMaybe<Scalars['String']['input']>;
};

/** An indexed vector and how alike it is. */
export type Neighbour = {
  readonly __typename?: 'Neighbour';
  /** The item of the cohort. */
  readonly item: Scalars['String']['output'];
  /** The code by which the cohort tells patients apart. Null where it does not. */
  readonly patient?: Maybe<Scalars['String']['output']>;
  /** Its place, from 1. */
  readonly rank: Scalars['Int']['output'];
  /** The region of the item. Null for the whole slide. */
  readonly region?: Maybe<Region>;
  /** Its row in the index and in the index's files, from 0. */
  readonly row: Scalars['Int']['output'];
  /** The cosine of the angle between the vectors: -1 to 1. */
  readonly similarity: Scalars['Float']['output'];
  /** The slide. Null for a patient with several. */
  readonly slide?: Maybe<Slide>;
  /** Id of the slide. Null for a patient with several. */
  readonly slideId?: Maybe<Scalars['ID']['output']>;
  /** The tile, in an index of tiles. */
  readonly tile?: Maybe<NeighbourTile>;
};

/** What may be found. Each condition that is stated must hold; slides of which the fact is not stated do not meet a condition about it. */
export type NeighbourFilterInput = {
  /** Id of the cohort whose index is searched. It may be left out where the model is indexed over one cohort only. */
  readonly cohort?: InputMaybe<Scalars['ID']['input']>;
  /** Whether other slides of the patient who is asked about may not be found. The cohort must name patients. */
  readonly excludeSamePatient?: Scalars['Boolean']['input'];
  /** Whether the slide that is asked about, or is the tile's, may not be found at all. */
  readonly excludeSameSlide?: Scalars['Boolean']['input'];
  /** Ids of slides that may not be found. */
  readonly excludeSlides?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Organs: any of these. */
  readonly organs?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Sites: any of these. */
  readonly sites?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** How the specimen was taken: any of these. */
  readonly specimens?: InputMaybe<ReadonlyArray<Specimen>>;
  /** Stains: any of these. */
  readonly stains?: InputMaybe<ReadonlyArray<Stain>>;
};

/** How neighbours are found. */
export type NeighbourMethod =
  /** Every vector is looked at. */
  | 'EXACT'
  /** A graph of neighbours is walked (HNSW of pgvector); some may be missed, and how many is measured. */
  | 'HNSW';

/** How to look for neighbours. */
export type NeighbourSearchInput = {
  /** How many candidates a walk through the graph keeps: 10 to 1,000. More find more and take longer. Without it, the fewest of 40, 80, 160, 320, 640 and 1,000 with which 98 of 100 were found when the graph was built, else the fewest with which 95 were; where none found so many, every vector is looked at. */
  readonly efSearch?: InputMaybe<Scalars['Int']['input']>;
  /** Whether every vector is to be looked at, be there a graph or not. */
  readonly exact?: Scalars['Boolean']['input'];
};

/** Where a tile lies. */
export type NeighbourTile = {
  readonly __typename?: 'NeighbourTile';
  /** Edge in level-0 pixels. */
  readonly edgePx?: Maybe<Scalars['Float']['output']>;
  /** Left edge in level-0 pixels. */
  readonly x: Scalars['Int']['output'];
  /** Top edge in level-0 pixels. */
  readonly y: Scalars['Int']['output'];
};

/** What was found. */
export type Neighbours = {
  readonly __typename?: 'Neighbours';
  /** The cohort that was searched. */
  readonly cohort: Scalars['ID']['output'];
  /** Its revision. */
  readonly cohortRevision: Scalars['Int']['output'];
  /** Candidates that the walk kept. Null for EXACT. */
  readonly efSearch?: Maybe<Scalars['Int']['output']>;
  /** Whether the index is that of the version that the reference names now, and of the newest revision of the cohort. */
  readonly isCurrent: Scalars['Boolean']['output'];
  /** How they were found. */
  readonly method: NeighbourMethod;
  /** Most alike first. Fewer than asked for only where fewer may be found. */
  readonly neighbours: ReadonlyArray<Neighbour>;
  /**
   * The share of the ten truly nearest that the walk found, measured on vectors of the index when it was made, with as many candidates or fewer. 1 for EXACT. Null where nothing was measured
   * with so few candidates.
   */
  readonly recallAt10?: Maybe<Scalars['Float']['output']>;
  /** How many vectors met the filter. */
  readonly searched: Scalars['Int']['output'];
  /** The space in which they were compared. */
  readonly spaceId: Scalars['Digest']['output'];
  /** The version that made the vectors. Where an alias has moved, the index before is served until the new one is ready: then this is the version before. */
  readonly version: Scalars['ModelRef']['output'];
};

/** A numeric array: shape, digest, and three ways to its numbers. */
export type NumericArray = {
  readonly __typename?: 'NumericArray';
  /** Type of the stored numbers, in the words of the Open Inference Protocol: FP32 or INT32. */
  readonly datatype: Scalars['String']['output'];
  /** Path of the array on this gateway. Strong ETag; it never changes. */
  readonly href: Scalars['String']['output'];
  /** Size of each dimension. */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /** The numbers in this answer. Refused for more than 100,000: take the link. */
  readonly values: Scalars['NumericValues']['output'];
};


/** A numeric array: shape, digest, and three ways to its numbers. */
export type NumericArrayHrefArgs = {
  format?: ArrayFormat;
};


/** A numeric array: shape, digest, and three ways to its numbers. */
export type NumericArrayValuesArgs = {
  decimals?: InputMaybe<Scalars['Int']['input']>;
  encoding?: ArrayEncoding;
};

/** Organisms whose genes can be named here. */
export type Organism =
  /** Human. */
  | 'HOMO_SAPIENS';

/** What scores are held against. */
export type OutcomeKind =
  /** Labels of two kinds. */
  | 'BINARY'
  /** Measured values. */
  | 'CONTINUOUS'
  /** Nothing: agreement, differences and flips only. */
  | 'NONE'
  /** Times to an event, some of them not observed to the end. */
  | 'SURVIVAL';

/** A list of genes, tested in the sets of a collection. */
export type OverRepresentation = {
  readonly __typename?: 'OverRepresentation';
  /** How many different genes the list has. */
  readonly geneCount: Scalars['Int']['output'];
  /** How many sets were not, for their size in the universe. */
  readonly passedOverCount: Scalars['Int']['output'];
  /** The sets, the least likely first. */
  readonly sets: ReadonlyArray<OverRepresentedSet>;
  /** How many sets were tested: the family of the adjustment. */
  readonly testedSets: Scalars['Int']['output'];
  /** How many genes the universe has. */
  readonly universeSize: Scalars['Int']['output'];
};

/** A set and how often the list meets it. */
export type OverRepresentedSet = {
  readonly __typename?: 'OverRepresentedSet';
  /** The same, adjusted over all sets that were tested. */
  readonly adjustedPValue: Scalars['Float']['output'];
  /** How many hits a random list of this length has on average. */
  readonly expected: Scalars['Float']['output'];
  /** Genes of the list in it, in the order of the set. */
  readonly hits: ReadonlyArray<Scalars['String']['output']>;
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Probability of as many hits or more by chance. */
  readonly pValue: Scalars['Float']['output'];
  /** Its genes that are in the universe. */
  readonly setSize: Scalars['Int']['output'];
};

/** Where a page ends (Relay cursor connections). */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Pass it as `after` to get the next page. Null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there is another page after this one. */
  readonly hasNextPage: Scalars['Boolean']['output'];
};

/** Why a set has no score. */
export type PassedOverReason =
  /** It has every gene that was measured: there is nothing to compare it with. */
  | 'COVERS_ALL'
  /** MODEL: the version does not predict it. */
  | 'NOT_PREDICTED'
  /** The method gives all its genes the weight zero in some sample. */
  | 'NO_WEIGHT'
  /** More of its genes were measured than `maxSize`. */
  | 'TOO_LARGE'
  /** Fewer of its genes were measured than `minSize`. */
  | 'TOO_SMALL';

/** How alike the scores of gene sets are, of the same items. */
export type PathwayComparison = {
  readonly __typename?: 'PathwayComparison';
  /** SHA-256 of the collection. */
  readonly collectionDigest: Scalars['Digest']['output'];
  /** Each pair of versions, set by set. */
  readonly pairs: ReadonlyArray<ProfilePair>;
  /** Sets that are in no number, for a version predicts too few of their genes, or too many. */
  readonly passedOverCount: Scalars['Int']['output'];
  /** SHA-256 of the expression matrix that genes were compared with. Null where there was none. */
  readonly referenceDigest?: Maybe<Scalars['Digest']['output']>;
  /** Sets that every version has scores of: those that are compared. */
  readonly setCount: Scalars['Int']['output'];
  /** How scores were made, with nothing left open. */
  readonly settings: PathwaySettings;
  /** The same in each stratum that was asked for: of scores that were made with all items as samples. */
  readonly strata: ReadonlyArray<ProfileStratum>;
};

/** How well a version predicts a pathway, as its card's table has it. */
export type PathwayEvidence = {
  readonly __typename?: 'PathwayEvidence';
  /** Where that was measured. */
  readonly cohort?: Maybe<Scalars['String']['output']>;
  /** How many measurements. */
  readonly n?: Maybe<Scalars['Int']['output']>;
  /** Its p value. */
  readonly p?: Maybe<Scalars['Float']['output']>;
  /** Whether it passed the gate. */
  readonly passed: Scalars['Boolean']['output'];
  /** The same, adjusted for all pathways. */
  readonly q?: Maybe<Scalars['Float']['output']>;
  /** Pearson correlation with scores of measured expression. */
  readonly r?: Maybe<Scalars['Float']['output']>;
  /** Root of the mean squared error, in the version's unit. */
  readonly rmse?: Maybe<Scalars['Float']['output']>;
};

/** Methods that make one number of a gene set's genes. */
export type PathwayMethod =
  /** Gene set variation analysis (Haenzelmann 2013). Compares each gene with itself over the samples. */
  | 'GSVA'
  /** The version predicts the scores itself (task PATHWAY). For slides only; no other setting goes with it, and sizes of sets are not looked at. */
  | 'MODEL'
  /** Activity levels of pathways (Tomfohr 2005): the first singular vector of the set's z-scores, turned so that it agrees with their mean. Compares each gene with itself over the samples. */
  | 'PLAGE'
  /** Mean rank in the sample, scaled to what is possible, about zero (Foroutan 2018); all genes of a set are expected up. */
  | 'SINGSCORE'
  /** Single-sample GSEA (Barbie 2009). */
  | 'SSGSEA'
  /** Sum of the genes' z-scores over the root of their number (Lee 2008). Compares each gene with itself over the samples. */
  | 'ZSCORE';

/** A set that was to be scored. */
export type PathwaySet = {
  readonly __typename?: 'PathwaySet';
  /** The other genes of the set, by name: at most 1,000. */
  readonly missing: ReadonlyArray<Scalars['String']['output']>;
  /** Its name in the collection. */
  readonly name: Scalars['String']['output'];
  /** Genes of the set that were measured, and vary where the method needs it: the ones that were scored. */
  readonly overlap: Scalars['Int']['output'];
  /** Why it has no score. Null where it has. */
  readonly passedOver?: Maybe<PassedOverReason>;
  /** Genes of the set. */
  readonly size: Scalars['Int']['output'];
};

/** A page of sets. */
export type PathwaySetConnection = {
  readonly __typename?: 'PathwaySetConnection';
  /** The sets. */
  readonly nodes: ReadonlyArray<PathwaySet>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** How sets are scored. */
export type PathwaySettings = {
  readonly __typename?: 'PathwaySettings';
  /** SSGSEA: whose form of it. Null for others. */
  readonly form?: Maybe<SsgseaForm>;
  /** GSVA: how a gene's distribution over the samples is made. Null for others. */
  readonly kernel?: Maybe<GsvaKernel>;
  /** GSVA: the largest deviation above plus the largest below; else the larger of the two. Null for others. */
  readonly maxDifference?: Maybe<Scalars['Boolean']['output']>;
  /** Greatest number of genes of a set. Null for MODEL. */
  readonly maxSize?: Maybe<Scalars['Int']['output']>;
  /** The method. */
  readonly method: PathwayMethod;
  /** Least number of genes of a set. Null for MODEL. */
  readonly minSize?: Maybe<Scalars['Int']['output']>;
  /** SSGSEA: by what the scores are divided. Null for others. */
  readonly normalise?: Maybe<SsgseaNormalisation>;
  /** SSGSEA: the exponent of the ranks. Null for others. */
  readonly weight?: Maybe<Scalars['Float']['output']>;
};

/** How sets are to be scored. What is left out has the method's own default. */
export type PathwaySettingsInput = {
  /** SSGSEA: whose form of it; GSVA where it is left out. */
  readonly form?: InputMaybe<SsgseaForm>;
  /** GSVA: how a gene's distribution over the samples is made; GAUSSIAN where it is left out. */
  readonly kernel?: InputMaybe<GsvaKernel>;
  /** GSVA: the largest deviation above plus the largest below; else the larger of the two. True where it is left out. */
  readonly maxDifference?: InputMaybe<Scalars['Boolean']['input']>;
  /** Greatest number of genes of a set that were measured. */
  readonly maxSize?: Scalars['Int']['input'];
  /** The method. */
  readonly method: PathwayMethod;
  /** Least number of genes of a set that were measured: 2 or more. */
  readonly minSize?: Scalars['Int']['input'];
  /** SSGSEA: by what the scores are divided; RANGE in the form of GSVA and NONE in GenePattern's where it is left out. */
  readonly normalise?: InputMaybe<SsgseaNormalisation>;
  /** SSGSEA: the exponent of the ranks, 0 to 10; 0.25 in the form of GSVA and 0.75 in GenePattern's where it is left out. */
  readonly weight?: InputMaybe<Scalars['Float']['input']>;
};

/** What several slides of one patient come to, as a model card says it. */
export type PatientAggregation =
  /** The tiles of all slides are one bag, which is asked as one: an answer of its own, beside those of the slides. */
  | 'CONCAT_TILES'
  /** The mean over the slides: of raw probabilities where the target has classes, else of values; then called as one case. */
  | 'MEAN_SLIDES'
  /** One slide a patient. Several: PATIENT_SLIDES_REFUSED. */
  | 'SINGLE'
  /** All slides are one, side by side. For a version that takes no coordinates that is the bag of CONCAT_TILES. */
  | 'VIRTUAL_SLIDE';

/** Quantiles of domain percentiles: 0 is in the middle of the reference, 100 at its edge or beyond. Linear between two values. */
export type PercentileSpread = {
  readonly __typename?: 'PercentileSpread';
  /** The largest. */
  readonly max: Scalars['Float']['output'];
  /** Half is below. */
  readonly median: Scalars['Float']['output'];
  /** The least. */
  readonly min: Scalars['Float']['output'];
  /** The 5th percentile. */
  readonly p5: Scalars['Float']['output'];
  /** A quarter is below. */
  readonly p25: Scalars['Float']['output'];
  /** Three quarters are below. */
  readonly p75: Scalars['Float']['output'];
  /** The 95th percentile. */
  readonly p95: Scalars['Float']['output'];
};

/** A version on a server. */
export type Placement = {
  readonly __typename?: 'Placement';
  /** Whether calls of this version go through to this server. */
  readonly breaker: BreakerState;
  /** Calls of it since the gateway started, second tries included. */
  readonly calls: Scalars['Int']['output'];
  /** Failed calls of it by error code, since the gateway started. */
  readonly errors: ReadonlyArray<ErrorCount>;
  /** How long its answered calls took over the last minute, waiting included. Null when there was none. */
  readonly latency?: Maybe<Latency>;
  /** The version: `source:name/version`. */
  readonly model: Scalars['ModelRef']['output'];
  /** Who placed it. */
  readonly origin: PlacementOrigin;
  /** Calls of it that are not ended yet, those that wait included. */
  readonly outstanding: Scalars['Int']['output'];
  /** Why it is UNROUTABLE. Null in every other state. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** What the version is called on the server. */
  readonly servedName: Scalars['String']['output'];
  /** Which version it is called there. Null on a server that holds one version of a model and takes no number. */
  readonly servedVersion?: Maybe<Scalars['String']['output']>;
  /** Id of the server. A card may name one that is not configured: it is UNREACHABLE. */
  readonly server: Scalars['ID']['output'];
  /** How it was when the server was last looked at. */
  readonly state: PlacementState;
};

/** Who placed a version on a server. */
export type PlacementOrigin =
  /** The version's card names the server. */
  | 'CARD'
  /** The operator, in the configuration file. */
  | 'CONFIGURATION'
  /** Nobody: the embedded server serves what lies in the models directories. */
  | 'EMBEDDED'
  /** An administrator, with `placeModelVersion`. */
  | 'MUTATION';

/** How a version was on a server when the server was last looked at. */
export type PlacementState =
  /** The server answers and does not hold it ready: it loads, or it is not there. */
  | 'LOADING'
  /** The server holds it, and what it says of it fits the card. */
  | 'READY'
  /** Nobody has looked yet. */
  | 'UNKNOWN'
  /** The server cannot be reached. */
  | 'UNREACHABLE'
  /** The server holds something else under this name: it is never asked. `reason` says what differs. */
  | 'UNROUTABLE';

/** What a prediction over a cohort is to do. */
export type PredictCohortInput = {
  /** The cohort's id. */
  readonly cohort: Scalars['ID']['input'];
  /** The versions, or aliases of them: 1 to 8. Each must answer about slides: task BIOMARKER, REGRESSION or EMBEDDING of level SLIDE, or EXPRESSION of level TILE or SLIDE. */
  readonly models: ReadonlyArray<Scalars['ModelRef']['input']>;
  /** A certain revision. Left out, the newest. */
  readonly revision?: InputMaybe<Scalars['Int']['input']>;
};

/** A cohort, and how many of its items must count. */
export type PredictedCohortInput = {
  /** The cohort's id. */
  readonly cohort: Scalars['ID']['input'];
  /** How many items must have comparable answers: 2 or more. COHORT_TOO_SMALL below. */
  readonly minimum?: Scalars['Int']['input'];
  /** A certain revision of it. Left out, the newest. */
  readonly revision?: InputMaybe<Scalars['Int']['input']>;
};

/** A gene as a version predicts it. */
export type PredictedGene = {
  readonly __typename?: 'PredictedGene';
  /** What the version has registered on how well it predicts this gene. */
  readonly evidence?: Maybe<GeneEvidence>;
  /** Standard deviation over the members of an ensemble, on the version's scale. Null for one model, and on another scale. */
  readonly memberSpread?: Maybe<Scalars['Float']['output']>;
  /** Its position there, from 0. */
  readonly position: Scalars['Int']['output'];
  /** Whether it passed the version's registered quality gate. False where there is none. */
  readonly reliable: Scalars['Boolean']['output'];
  /** Where the value stands in the cohort that was asked for. Null where none was, or the cohort has not the gene. */
  readonly standing?: Maybe<CohortStanding>;
  /** Its name in the version's list of genes. */
  readonly symbol: Scalars['String']['output'];
  /** What was done to it: NONE on the linear scale. */
  readonly transform: Scalars['String']['output'];
  /** Unit of the value. */
  readonly unit: Scalars['String']['output'];
  /** The value. */
  readonly value: Scalars['Float']['output'];
};

/** How alike the scores of pathways are that versions predict themselves, for the same items, from the same features. */
export type PredictedPathwayComparison = {
  readonly __typename?: 'PredictedPathwayComparison';
  /** SHA-256 of the collection that the pathways are sets of: the same for all versions, else NOT_COMPARABLE. Null where the cards name none. */
  readonly collectionDigest?: Maybe<Scalars['Digest']['output']>;
  /** Items that are in no number, page by page. */
  readonly leftOut: LeftOutConnection;
  /** Items with every version's answer. */
  readonly n: Scalars['Int']['output'];
  /** Each pair of versions, pathway by pathway. */
  readonly pairs: ReadonlyArray<ProfilePair>;
  /** How many of them every version has registered as passed. Null where a version has no evidence. */
  readonly reliableCount?: Maybe<Scalars['Int']['output']>;
  /** Pathways that all versions predict: those that are compared. */
  readonly setCount: Scalars['Int']['output'];
  /** The same in each stratum that was asked for. */
  readonly strata: ReadonlyArray<ProfileStratum>;
  /** What was done to them, in the words of the cards. */
  readonly transform: Scalars['String']['output'];
  /** Unit of the scores, in the words of the cards. */
  readonly unit: Scalars['String']['output'];
  /** Pathways of each version that are in no number, for another version does not predict them. */
  readonly unshared: ReadonlyArray<UnsharedGenes>;
};


/** How alike the scores of pathways are that versions predict themselves, for the same items, from the same features. */
export type PredictedPathwayComparisonLeftOutArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** What is known about a case. It selects the calibration and gives predictive values their prevalence. */
export type PredictionContextInput = {
  /** Id of an operating point of the calibration. Without it, the record's default. */
  readonly operatingPoint?: InputMaybe<Scalars['String']['input']>;
  /** The patient's id or pseudonym, spelt as in the lists of training patients. It is hashed to look for it there, and neither stored nor logged. */
  readonly patient?: InputMaybe<Scalars['String']['input']>;
  /** Share of positives among those tested, over 0 and under 1: PPV and NPV depend on it, and are given only when it is named. */
  readonly prevalence?: InputMaybe<Scalars['Float']['input']>;
  /** The scanner's model. Without it, what the slide says. */
  readonly scanner?: InputMaybe<Scalars['String']['input']>;
  /** The site. Without it, what the slide says. */
  readonly site?: InputMaybe<Scalars['String']['input']>;
  /** How the specimen was taken. Without it, what the slide says. */
  readonly specimen?: InputMaybe<Specimen>;
};

/** Scores of a registered version that were computed elsewhere, for a revision of a cohort. Immutable. */
export type PredictionImport = {
  readonly __typename?: 'PredictionImport';
  /** The cohort's id. */
  readonly cohort: Scalars['ID']['output'];
  /** When they were imported. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Id of the API key that imported them. */
  readonly createdBy: Scalars['String']['output'];
  /** SHA-256 over the numbers, item by item. */
  readonly digest: Scalars['Digest']['output'];
  /** Its id: a digest over cohort, version, scale, source and numbers. */
  readonly id: Scalars['ID']['output'];
  /** How many items have scores. */
  readonly itemCount: Scalars['Int']['output'];
  /** The version that the scores are said to be of, as `source:name/version`. */
  readonly model: Scalars['String']['output'];
  /** Digest of its card. */
  readonly modelDigest: Scalars['Digest']['output'];
  /** Always IMPORTED: nobody here computed these numbers. */
  readonly origin: ScoreOrigin;
  /** Its revision. */
  readonly revision: Scalars['Int']['output'];
  /** What the numbers are. */
  readonly scale: ImportedScale;
  /** The scores, in the order of the cohort, page by page. */
  readonly scores: ImportedScoreConnection;
  /** Where they come from, in the words of who brought them. */
  readonly source: Scalars['String']['output'];
  /** Names of the targets that have scores. */
  readonly targets: ReadonlyArray<Scalars['String']['output']>;
};


/** Scores of a registered version that were computed elsewhere, for a revision of a cohort. Immutable. */
export type PredictionImportScoresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  context?: InputMaybe<PredictionContextInput>;
  first?: Scalars['Int']['input'];
};

/** What has a line in a table of predictions. */
export type PredictionTableRow =
  /** An item, as `nodes` have it: a patient with several slides has one line, by the card's policy. */
  | 'ITEM'
  /** A slide or region, as `members` have it. */
  | 'SLIDE';

/** What a call is worth at a prevalence, from the first cohort: its counts, or its published PPA and NPA where there are no counts. */
export type PredictiveValues = {
  readonly __typename?: 'PredictiveValues';
  /** Of 1,000 screened: how many are called positive. */
  readonly calledPositivePer1000: Scalars['Float']['output'];
  /** Of 1,000 screened: positives that are called negative. */
  readonly missedPer1000: Scalars['Float']['output'];
  /** Share of true negatives among negative calls. Null when nobody would be called negative. */
  readonly npv?: Maybe<Scalars['Float']['output']>;
  /** Lower and upper bound of the NPV, from the 95 % bounds of PPA and NPA taken together (at least 90 % sure). Null when a bound is not defined or not published. */
  readonly npvInterval?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** Share of true positives among positive calls. Null when nobody would be called positive. */
  readonly ppv?: Maybe<Scalars['Float']['output']>;
  /** Lower and upper bound of the PPV, from the 95 % bounds of PPA and NPA taken together (at least 90 % sure). Null when a bound is not defined or not published. */
  readonly ppvInterval?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** The prevalence, as named by the caller. */
  readonly prevalence: Scalars['Float']['output'];
  /** Of 1,000 screened: how many are called negative, that is, tests avoided. */
  readonly testsAvoidedPer1000: Scalars['Float']['output'];
};

/** Which features to make. */
export type PrepareFeaturesInput = {
  /** The encoder version: task EMBEDDING, level TILE. Or a version that takes tile features: then its encoder. */
  readonly encoder: Scalars['ModelRef']['input'];
  /** The slide. */
  readonly slideId: Scalars['ID']['input'];
};

/** Which map to make. */
export type PrepareSpatialMapInput = {
  /** How values are stored. */
  readonly datatype?: SpatialDatatype;
  /** A certain feature bag, by digest. Without it, the one that fits the version's contract. */
  readonly features?: InputMaybe<Scalars['Digest']['input']>;
  /** The version, or an alias of it. */
  readonly model: Scalars['ModelRef']['input'];
  /** Only the tiles whose centre lies inside this rectangle. Without it, the whole slide. */
  readonly region?: InputMaybe<RegionInput>;
  /** The slide. */
  readonly slideId: Scalars['ID']['input'];
  /** How the window is laid. Without it, as the card says. For SLIDING_WINDOW only. */
  readonly window?: InputMaybe<SpatialWindowInput>;
};

/** How tissue was preserved. */
export type Preservation =
  /** Formalin-fixed, paraffin-embedded. */
  | 'FFPE'
  /** Frozen section. */
  | 'FROZEN';

/** How alike two versions are in one gene, or one gene set. */
export type ProfileAgreement = {
  readonly __typename?: 'ProfileAgreement';
  /** What is not there, and why. */
  readonly absent: ReadonlyArray<AbsentStatistic>;
  /** Mean of first less second, in the unit of the values. */
  readonly bias?: Maybe<Scalars['Float']['output']>;
  /** Bias less and plus z standard deviations: limits of agreement (Bland and Altman 1986). */
  readonly limits?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** The gene as the first version names it, or the set. */
  readonly name: Scalars['String']['output'];
  /** Of a gene set, how many of its genes each version predicts, in the order of the versions. Null for genes. */
  readonly overlaps?: Maybe<ReadonlyArray<Scalars['Int']['output']>>;
  /** Pearson's correlation over the items, with Fisher's interval. Null where `absent` says why. */
  readonly pearson?: Maybe<StatisticEstimate>;
  /** Its place among those that are compared, from 0. */
  readonly position: Scalars['Int']['output'];
  /** Whether every version has registered that the gene passed. Null for gene sets, and where a version has no evidence. */
  readonly reliable?: Maybe<Scalars['Boolean']['output']>;
  /** Root of the mean squared difference. */
  readonly rmse?: Maybe<Scalars['Float']['output']>;
  /** Spearman's correlation over the items. Null where `absent` says why. */
  readonly spearman?: Maybe<Scalars['Float']['output']>;
  /** Standard deviation of the differences, with n - 1. */
  readonly standardDeviation?: Maybe<Scalars['Float']['output']>;
  /** Pearson's correlation of the differences with the means of both: above 0, the first grows faster than the second. Null where `absent` says why. */
  readonly trend?: Maybe<Scalars['Float']['output']>;
};

/** A page of features. */
export type ProfileAgreementConnection = {
  readonly __typename?: 'ProfileAgreementConnection';
  /** The features. */
  readonly nodes: ReadonlyArray<ProfileAgreement>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An expression profile in the space of a head. */
export type ProfileAlignment = {
  readonly __typename?: 'ProfileAlignment';
  /** The head. */
  readonly head: AlignmentHead;
  /** The images of a reference set that are nearest to the profile. */
  readonly images?: Maybe<Retrieval>;
  /** What went into its transcriptome tower. */
  readonly input: ProfileInputFacts;
  /** Where it comes from: the answer of the head's transcriptome tower. */
  readonly provenance: ProfileProvenance;
  /** The vector, `[dimension]` float32, of length one. */
  readonly values: Scalars['NumericValues']['output'];
};


/** An expression profile in the space of a head. */
export type ProfileAlignmentImagesArgs = {
  first?: Scalars['Int']['input'];
  referenceSet?: InputMaybe<Scalars['ID']['input']>;
};


/** An expression profile in the space of a head. */
export type ProfileAlignmentValuesArgs = {
  decimals?: InputMaybe<Scalars['Int']['input']>;
  encoding?: ArrayEncoding;
};

/** What went into a transcriptome tower. */
export type ProfileInputFacts = {
  readonly __typename?: 'ProfileInputFacts';
  /** Genes of the vocabulary that the profile has; for a tower that takes text, genes of the profile. */
  readonly geneCount: Scalars['Int']['output'];
  /** What was counted in the sample over all its genes. Null for values that are no counts. */
  readonly librarySize?: Maybe<Scalars['Float']['output']>;
  /** Genes of the vocabulary that were taken as zero: at most 1,000. */
  readonly missing: ReadonlyArray<Scalars['String']['output']>;
  /** Genes of the vocabulary. Null for a tower that takes text. */
  readonly panelSize?: Maybe<Scalars['Int']['output']>;
  /** The steps of the card's recipe. They were applied here to COUNTS alone. */
  readonly recipe: ReadonlyArray<Scalars['String']['output']>;
  /** The text that went in, for a tower that takes text. Null for any other. */
  readonly sentence?: Maybe<Scalars['String']['output']>;
  /** What the values were. */
  readonly unit: ProfileUnit;
};

/** In which order features come. Those without the statistic come last. */
export type ProfileOrder =
  /** The most alike first: by Pearson's correlation. */
  | 'HIGHEST_R'
  /** The farthest apart first: by the size of the bias. */
  | 'LARGEST_BIAS'
  /** The least alike first: by Pearson's correlation. */
  | 'LOWEST_R'
  /** That of the first version, or of the collection. */
  | 'POSITION';

/** Two versions, feature by feature: genes, or gene sets. Every difference is first less second. Correlations run over the items of the cohort. */
export type ProfilePair = {
  readonly __typename?: 'ProfilePair';
  /** The first version. */
  readonly a: Scalars['String']['output'];
  /** The second version. */
  readonly b: Scalars['String']['output'];
  /** All of it as CSV, a line for each feature. */
  readonly csv: Scalars['String']['output'];
  /** The features, page by page. */
  readonly features: ProfileAgreementConnection;
  /** Items. */
  readonly n: Scalars['Int']['output'];
  /** Features of these names, in the order of the names; null for a name that is not compared. */
  readonly named: ReadonlyArray<Maybe<ProfileAgreement>>;
  /** The genes that every version has registered as passed. Null for gene sets, and where a version has no evidence. */
  readonly reliable?: Maybe<ProfileSummary>;
  /** All features together. */
  readonly summary: ProfileSummary;
};


/** Two versions, feature by feature: genes, or gene sets. Every difference is first less second. Correlations run over the items of the cohort. */
export type ProfilePairFeaturesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  order?: ProfileOrder;
};


/** Two versions, feature by feature: genes, or gene sets. Every difference is first less second. Correlations run over the items of the cohort. */
export type ProfilePairNamedArgs = {
  names: ReadonlyArray<Scalars['String']['input']>;
};

/** Where vectors of profiles come from. */
export type ProfileProvenance = {
  readonly __typename?: 'ProfileProvenance';
  /** Id of the stored answer: a digest over model version and input. */
  readonly answerId: Scalars['ID']['output'];
  /** When the model ran. */
  readonly computedAt: Scalars['DateTime']['output'];
  /** SHA-256 over what went in. */
  readonly inputDigest: Scalars['Digest']['output'];
  /** True when the stored raw output of an earlier, identical question was used and no model ran now. */
  readonly isReused: Scalars['Boolean']['output'];
  /** The tower's version. */
  readonly model: ModelProvenance;
  /** The model server that computed it; of several, the first. */
  readonly server: ServerProvenance;
};

/** Features over a part of the items. */
export type ProfileStratum = {
  readonly __typename?: 'ProfileStratum';
  /** The value. Null for items without one. */
  readonly level?: Maybe<Scalars['String']['output']>;
  /** Items. */
  readonly n: Scalars['Int']['output'];
  /** Each pair of versions. */
  readonly pairs: ReadonlyArray<ProfilePair>;
  /** What the cohort states: `specimen`, `scanner` or `site`. */
  readonly stratification: Scalars['String']['output'];
};

/** Statistics over features. */
export type ProfileSummary = {
  readonly __typename?: 'ProfileSummary';
  /** Means of the differences. Null where no feature has one. */
  readonly bias?: Maybe<FeatureQuartiles>;
  /** Pearson's correlations. Null where no feature has one. */
  readonly pearson?: Maybe<FeatureQuartiles>;
  /** Spearman's correlations. Null where no feature has one. */
  readonly spearman?: Maybe<FeatureQuartiles>;
  /** Trends of the differences. Null where no feature has one. */
  readonly trend?: Maybe<FeatureQuartiles>;
};

/** What values of a profile are. */
export type ProfileUnit =
  /** Raw counts: whole numbers. The card's recipe is applied here. */
  | 'COUNTS'
  /** As the tower takes them: the card's recipe has been applied elsewhere. */
  | 'TOWER';

/** Counts of what a move of an alias would change: questions, and beside them patients and slides. */
export type PromotionCounts = {
  readonly __typename?: 'PromotionCounts';
  /** Comparable ones with a call that would change. */
  readonly changed: Scalars['Int']['output'];
  /** Those that both versions have an answer to: only of these is anything known. */
  readonly comparable: Scalars['Int']['output'];
  /** Those that the other version has no answer to. */
  readonly lackingAfter: Scalars['Int']['output'];
  /** Those that the version of now has no answer to. */
  readonly lackingBefore: Scalars['Int']['output'];
  /** The same of the questions that are about several slides of a patient. */
  readonly patients: PromotionUnitCounts;
  /** Questions that were looked at. */
  readonly questions: Scalars['Int']['output'];
  /** The same in slides and regions: each question counts as many as it is about. */
  readonly slides: PromotionUnitCounts;
};

/** What moving an alias would change. A question is a slide, a region of one, or a patient with several slides of which a card makes one call. */
export type PromotionImpact = {
  readonly __typename?: 'PromotionImpact';
  /** The version that it would point at. */
  readonly after: Scalars['String']['output'];
  /** The version that the alias points at. */
  readonly before: Scalars['String']['output'];
  /** The calls that would change, in the order of the cohort, or newest answer first. */
  readonly changes: ChangedCallConnection;
  /** The cohort that was looked at. Null where stored answers were. */
  readonly cohort?: Maybe<Cohort>;
  /** The counts of all questions. */
  readonly counts: PromotionCounts;
  /** What should be known, one sentence each: what lacks an answer and how to get it, what was not looked at. */
  readonly notices: ReadonlyArray<Scalars['String']['output']>;
  /** The counts by specimen type, by scanner and by site, as the cases state them. */
  readonly strata: ReadonlyArray<PromotionStratum>;
  /** How often which call would become which, most frequent first. */
  readonly transitions: ReadonlyArray<CallTransition>;
};


/** What moving an alias would change. A question is a slide, a region of one, or a patient with several slides of which a card makes one call. */
export type PromotionImpactChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** Counts of one stratum. */
export type PromotionStratum = {
  readonly __typename?: 'PromotionStratum';
  /** By what questions are grouped. */
  readonly by: PromotionStratumKind;
  /** The counts. */
  readonly counts: PromotionCounts;
  /** The stratum: as the cohort's table says, else as the slide does. Null where nobody says, and where the slides of a patient differ. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** By what questions are grouped. */
export type PromotionStratumKind =
  /** The scanner's model. */
  | 'SCANNER'
  /** The site. */
  | 'SITE'
  /** How the specimen was taken. */
  | 'SPECIMEN';

/** Counts of patients, or of slides. */
export type PromotionUnitCounts = {
  readonly __typename?: 'PromotionUnitCounts';
  /** Those in questions with a call that would change. */
  readonly changed: Scalars['Int']['output'];
  /** Those in questions that both versions have an answer to. */
  readonly comparable: Scalars['Int']['output'];
  /** Those in questions that the other version has no answer to. */
  readonly lackingAfter: Scalars['Int']['output'];
  /** Those in questions that the version of now has no answer to. */
  readonly lackingBefore: Scalars['Int']['output'];
  /** Those that were looked at. */
  readonly questions: Scalars['Int']['output'];
};

/** Where a value comes from: enough to find the same number again. */
export type Provenance = {
  readonly __typename?: 'Provenance';
  /** Id of the stored answer: a digest over model version, input and parameters. */
  readonly answerId: Scalars['ID']['output'];
  /** The calibration that was applied, or null where none was; the first, where targets have one each: every target names its own. */
  readonly calibration?: Maybe<CalibrationProvenance>;
  /** When the model ran. */
  readonly computedAt: Scalars['DateTime']['output'];
  /** The features that went in. */
  readonly features: FeatureProvenance;
  /** True when the stored raw output of an earlier, identical question was used and no model ran now. */
  readonly isReused: Scalars['Boolean']['output'];
  /** The model version that answered. */
  readonly model: ModelProvenance;
  /** The rollout that chose the version, where the reference is an alias that has one. Null otherwise, and for a stored answer. */
  readonly rollout?: Maybe<RolloutArm>;
  /** The model server that computed it. */
  readonly server: ServerProvenance;
  /** The slide; of a patient with several, the first. */
  readonly slide: SlideProvenance;
  /** All slides that went in together: one, or those of a patient whose tiles are one bag by the card's policy. */
  readonly slides: ReadonlyArray<SlideProvenance>;
  /** How long the steps took now, in milliseconds. */
  readonly timings: Timings;
};

/** Rates that publications give of a threshold. */
export type PublishedMetric =
  /** Share of right calls, at the prevalence of the cohort. */
  | 'ACCURACY'
  /** Harmonic mean of PPA and PPV. */
  | 'F1'
  /** Negative percent agreement (specificity). */
  | 'NPA'
  /** Negative predictive value, at the prevalence of the cohort. */
  | 'NPV'
  /** Positive percent agreement (sensitivity). */
  | 'PPA'
  /** Positive predictive value, at the prevalence of the cohort. */
  | 'PPV';

/** A rate of an operating point as its source gives it, without the counts behind it. */
export type PublishedRate = {
  readonly __typename?: 'PublishedRate';
  /** On what it was measured. */
  readonly cohort: Scalars['String']['output'];
  /** The published confidence interval, lower and upper bound. Null where none was published. */
  readonly interval?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** Which rate. */
  readonly metric: PublishedMetric;
  /** A caution, where the record has one. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** The source's own words, as in `.72/.68`. */
  readonly published: Scalars['String']['output'];
  /** Lowest and highest of the numbers that the source gives, where it gives several or about one. Not a confidence interval. */
  readonly range?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** The rate, 0 to 1. Null where the source does not give one number. */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/** Something that a source proposed and the registry refused. */
export type QuarantinedEntry = {
  readonly __typename?: 'QuarantinedEntry';
  /** Why, as a code. */
  readonly code: Scalars['String']['output'];
  /** Where it lies, relative to its source. */
  readonly path: Scalars['String']['output'];
  /** The places that are wrong. */
  readonly problems: ReadonlyArray<DocumentProblem>;
  /** Why, in a sentence. */
  readonly reason: Scalars['String']['output'];
};

/** What can be asked. Reading needs the role READER. */
export type Query = {
  readonly __typename?: 'Query';
  /** A stored answer by its id. It is read under today's calibration records; no model runs. */
  readonly answer?: Maybe<Answer>;
  /** One cohort: its newest revision, or an earlier one. NOT_FOUND when there is none, or it is another tenant's. */
  readonly cohort?: Maybe<Cohort>;
  /** The newest revision of each of your cohorts, last stated first, page by page. */
  readonly cohorts: CohortConnection;
  /**
   * Compares scores that were made elsewhere: a CSV table with a column for each score, held against labels, measured values or survival, or against each other alone.
   * Higher scores mean positive (or worse, or more) unless `lowerIsPositive` names them. A row that lacks a score, the outcome or the patient is left out and listed in
   * `leftOut`, so that all numbers are of the same rows. Nothing of the table is kept. A table with a mistake is refused by line and column (BAD_USER_INPUT).
   */
  readonly compareScores: Comparison;
  /**
   * Compares model versions over a cohort, from stored answers alone: no model runs. All numbers are of the items that every version has answered from the same features;
   * the others are counted and listed with the reason. Versions of different targets, score scales or strata are refused by name (NOT_COMPARABLE). Versions that give embeddings are compared by
   * how alike their spaces are; distances across spaces are never taken. Versions that predict expression are compared gene by gene, in one unit (UNIT_MISMATCH), and gene set by gene set; versions that
   * predict pathways themselves pathway by pathway. What is stated and has no meaning for what is compared, such as a label for embeddings, is refused by name (BAD_USER_INPUT).
   */
  readonly compareVersions: VersionComparison;
  /** The embedding indexes of one of your cohorts, oldest first. NOT_FOUND when there is no such cohort, or it is another tenant's. */
  readonly embeddingIndexes: ReadonlyArray<EmbeddingIndex>;
  /**
   * How well an alignment head finds the partner of each of many pairs, in both directions, with gallery size, chance and interval beside every figure. Galleries are drawn by a seed: two heads asked about
   * the same pairs with the same sizes and seed meet the same galleries, and only then may be compared. What takes longer than the request's time ends with DEADLINE_EXCEEDED: use `startAlignmentEvaluation`.
   */
  readonly evaluateAlignment?: Maybe<AlignmentEvaluation>;
  /** All your expression matrices, newest first, page by page. */
  readonly expressionMatrices: ExpressionMatrixConnection;
  /** One expression matrix. NOT_FOUND when there is none, or it is another tenant's. */
  readonly expressionMatrix?: Maybe<ExpressionMatrix>;
  /** One gene panel, by its id or by the digest of its list: give one of the two. NOT_FOUND when there is none, or it is another tenant's. */
  readonly genePanel?: Maybe<GenePanel>;
  /** All your gene panels, newest first, page by page. */
  readonly genePanels: GenePanelConnection;
  /** One gene-set collection. NOT_FOUND when there is none, or it is another tenant's. */
  readonly geneSetCollection?: Maybe<GeneSetCollection>;
  /** All your gene-set collections, newest first, page by page. */
  readonly geneSetCollections: GeneSetCollectionConnection;
  /** A job by its id. */
  readonly job?: Maybe<Job>;
  /** Your jobs, newest first, page by page. */
  readonly jobs: JobConnection;
  /** The model servers that this gateway knows: how each is, what it holds, and how calls to it went. Counted by this gateway since its start; nothing is asked for this. */
  readonly modelServers: ReadonlyArray<ModelServer>;
  /** One model version. MODEL_NOT_FOUND when no source has it, AMBIGUOUS_MODEL when several have an unqualified name. */
  readonly modelVersion?: Maybe<ModelVersion>;
  /** What changed from one model version to another: the cards by place, thresholds, tensors, licence. */
  readonly modelVersionChanges: ModelVersionChanges;
  /**
   * The model versions of all sources, page by page: the catalogue. What people look for (a task, an encoder, terms, a calibration) are facts of a
   * version and may differ between two versions of one model, so this finds what can be asked, and `registeredModels` what it belongs to.
   * Cursors name a version and not a place: versions that come or go while you page make you miss or repeat none of the others.
   */
  readonly modelVersions: ModelVersionConnection;
  /**
   * The indexed vectors nearest to a vector, to a slide's, to a tile's or to an expression profile's, by cosine, most alike first. State exactly one of `vector`, `slide`, `tile` and `profile`. Filters are applied before anything is
   * ranked; of equal similarities the earlier row of the index comes first.
   */
  readonly nearest: Neighbours;
  /**
   * An expression profile in the space of an alignment head: what tissue with this expression looks like, by retrieval from a registered reference set. The profile is held against the head's vocabulary
   * and recipe before any model runs: VOCABULARY_MISMATCH, UNIT_MISMATCH.
   */
  readonly profileAlignment?: Maybe<ProfileAlignment>;
  /**
   * What moving an alias to another version would change, from stored answers: which slides' and patients' calls, in which strata, and how many lack an answer. No model runs.
   * Where the card of one of the versions makes one call of several slides of a patient, the patient is what is looked at. The dry run of `setAlias` shows the same.
   */
  readonly promotionImpact: PromotionImpact;
  /**
   * The registered models of all sources, page by page. With a filter: those of which at least one version is meant, with all their versions.
   * A model that gets a new version while you page by NEWEST moves to the front; pages of `modelVersions` never shift.
   */
  readonly registeredModels: RegisteredModelConnection;
  /** The registry's sources, how fresh each is, and what was refused, with the reason. */
  readonly registrySources: ReadonlyArray<RegistrySource>;
  /** One signature. NOT_FOUND when there is none, or it is another tenant's. */
  readonly signature?: Maybe<Signature>;
  /** All your signatures, newest first, page by page. */
  readonly signatures: SignatureConnection;
  /** One slide. NOT_FOUND when there is none, or it is another tenant's. */
  readonly slide?: Maybe<Slide>;
  /** All your slides, newest first, page by page. */
  readonly slideCatalog: SlideConnection;
  /**
   * Many slides by id, in the order of `ids`. An unknown id is null with a NOT_FOUND error at its place; the others are whole.
   * Fields below are batched: hundreds of slides under several model versions are one request.
   */
  readonly slides: ReadonlyArray<Maybe<Slide>>;
  /** A stored map, by its digest. NOT_FOUND when there is none, or it is another tenant's. */
  readonly spatialMap?: Maybe<SpatialMap>;
  /** Who you are to this gateway. */
  readonly viewer: Viewer;
};


/** What can be asked. Reading needs the role READER. */
export type QueryAnswerArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Reading needs the role READER. */
export type QueryCohortArgs = {
  id: Scalars['ID']['input'];
  revision?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. Reading needs the role READER. */
export type QueryCohortsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** What can be asked. Reading needs the role READER. */
export type QueryCompareScoresArgs = {
  input: CompareScoresInput;
};


/** What can be asked. Reading needs the role READER. */
export type QueryCompareVersionsArgs = {
  input: CompareVersionsInput;
};


/** What can be asked. Reading needs the role READER. */
export type QueryEmbeddingIndexesArgs = {
  cohort: Scalars['ID']['input'];
};


/** What can be asked. Reading needs the role READER. */
export type QueryEvaluateAlignmentArgs = {
  input: EvaluateAlignmentInput;
};


/** What can be asked. Reading needs the role READER. */
export type QueryExpressionMatricesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** What can be asked. Reading needs the role READER. */
export type QueryExpressionMatrixArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Reading needs the role READER. */
export type QueryGenePanelArgs = {
  digest?: InputMaybe<Scalars['Digest']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
};


/** What can be asked. Reading needs the role READER. */
export type QueryGenePanelsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** What can be asked. Reading needs the role READER. */
export type QueryGeneSetCollectionArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Reading needs the role READER. */
export type QueryGeneSetCollectionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** What can be asked. Reading needs the role READER. */
export type QueryJobArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Reading needs the role READER. */
export type QueryJobsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** What can be asked. Reading needs the role READER. */
export type QueryModelVersionArgs = {
  ref: Scalars['ModelRef']['input'];
};


/** What can be asked. Reading needs the role READER. */
export type QueryModelVersionChangesArgs = {
  from: Scalars['ModelRef']['input'];
  to: Scalars['ModelRef']['input'];
};


/** What can be asked. Reading needs the role READER. */
export type QueryModelVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ModelVersionFilterInput>;
  first?: Scalars['Int']['input'];
  orderBy?: CatalogueOrder;
};


/** What can be asked. Reading needs the role READER. */
export type QueryNearestArgs = {
  filter?: InputMaybe<NeighbourFilterInput>;
  k?: Scalars['Int']['input'];
  model: Scalars['ModelRef']['input'];
  profile?: InputMaybe<AlignedProfileInput>;
  search?: InputMaybe<NeighbourSearchInput>;
  slide?: InputMaybe<Scalars['ID']['input']>;
  tile?: InputMaybe<TileInput>;
  vector?: InputMaybe<VectorInput>;
};


/** What can be asked. Reading needs the role READER. */
export type QueryProfileAlignmentArgs = {
  model: Scalars['ModelRef']['input'];
  profile: ExpressionProfileInput;
};


/** What can be asked. Reading needs the role READER. */
export type QueryPromotionImpactArgs = {
  alias: Scalars['String']['input'];
  cohort?: InputMaybe<Scalars['ID']['input']>;
  context?: InputMaybe<PredictionContextInput>;
  model: Scalars['String']['input'];
  revision?: InputMaybe<Scalars['Int']['input']>;
  version: Scalars['String']['input'];
};


/** What can be asked. Reading needs the role READER. */
export type QueryRegisteredModelsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ModelVersionFilterInput>;
  first?: Scalars['Int']['input'];
  orderBy?: CatalogueOrder;
};


/** What can be asked. Reading needs the role READER. */
export type QuerySignatureArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Reading needs the role READER. */
export type QuerySignaturesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** What can be asked. Reading needs the role READER. */
export type QuerySlideArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Reading needs the role READER. */
export type QuerySlideCatalogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** What can be asked. Reading needs the role READER. */
export type QuerySlidesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/** What can be asked. Reading needs the role READER. */
export type QuerySpatialMapArgs = {
  digest: Scalars['Digest']['input'];
};

/** A median rank as it was measured. */
export type RankEvaluation = {
  readonly __typename?: 'RankEvaluation';
  /** What knowing nothing gives. */
  readonly chance: Scalars['Float']['output'];
  /** Lower and upper bound, 95 %. Null where there is nothing to draw from. */
  readonly interval?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** The median. */
  readonly value: Scalars['Float']['output'];
};

/** A proportion with its 95 % Wilson score interval. */
export type Rate = {
  readonly __typename?: 'Rate';
  /** How many of `n`. */
  readonly count: Scalars['Int']['output'];
  /** Upper bound. */
  readonly high: Scalars['Float']['output'];
  /** Lower bound. */
  readonly low: Scalars['Float']['output'];
  /** Out of how many. */
  readonly n: Scalars['Int']['output'];
  /** The proportion, 0 to 1. */
  readonly value: Scalars['Float']['output'];
};

/** Recall@k as it was measured. */
export type RecallEvaluation = {
  readonly __typename?: 'RecallEvaluation';
  /** What knowing nothing gives: k of the gallery's size. */
  readonly chance: Scalars['Float']['output'];
  /** Lower and upper bound, 95 %. Null where there is nothing to draw from. */
  readonly interval?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** The partner is among this many. */
  readonly k: Scalars['Int']['output'];
  /** What these embeddings gave with partners drawn at random. Null for a single site. */
  readonly shuffled?: Maybe<Scalars['Float']['output']>;
  /** The share of queries for which it is. */
  readonly value: Scalars['Float']['output'];
};

/** Pairs of embeddings that are registered with a head: an artifact of its version, so that the version's digest covers it. */
export type ReferenceSet = {
  readonly __typename?: 'ReferenceSet';
  /** What it is. */
  readonly description: Scalars['String']['output'];
  /** SHA-256 of its file. */
  readonly digest: Scalars['Digest']['output'];
  /** Its id within the head. */
  readonly id: Scalars['ID']['output'];
  /** SPDX id or name of its own terms. Null where it stands under those of the head. */
  readonly licence?: Maybe<Scalars['String']['output']>;
  /** What retrieval from it was measured to be worth, as registered. */
  readonly retrieval: ReadonlyArray<RegisteredRecall>;
  /** How many rows. */
  readonly size: Scalars['Int']['output'];
  /** Its release, where the card says it. */
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** How items of a reference are weighed. */
export type ReferenceWeightRule =
  /** The mean of the nearest, all others nothing. */
  | 'NEAREST'
  /** Raw similarities over their sum, as Loki's PredEx does it: a negative similarity is a negative weight. Refused where similarities cancel. */
  | 'SIMILARITY'
  /** The head's softmax over the reference set. Refused for a head without one. */
  | 'SOFTMAX';

/** Expression as a weighted mean over a reference. */
export type ReferenceWeightedExpression = {
  readonly __typename?: 'ReferenceWeightedExpression';
  /** What the head's makers warn of. */
  readonly cautions: ReadonlyArray<AlignmentCaution>;
  /** How many items count, as much as equally weighed ones would (Kish): near the size of the set the result is its mean, whatever the image. */
  readonly effectiveItems: Scalars['Float']['output'];
  /** Name by name, in the order of the names. */
  readonly genes: ReadonlyArray<ReferenceWeightedGene>;
  /** Items with a weight below zero. */
  readonly negativeWeights: Scalars['Int']['output'];
  /** The reference. */
  readonly referenceSet: ReferenceSet;
  /** Always EXPLORATORY: nobody has measured what these numbers are worth. */
  readonly status: ZeroShotStatus;
  /** What was done to the values of the reference, in the words of the card. */
  readonly transform: ReadonlyArray<Scalars['String']['output']>;
  /** How its items were weighed. */
  readonly weights: ReferenceWeightRule;
};

/** A gene as the reference has it near the image. */
export type ReferenceWeightedGene = {
  readonly __typename?: 'ReferenceWeightedGene';
  /** The name as it was asked for. */
  readonly asked: Scalars['String']['output'];
  /** The plain mean over the reference: what no image would give. */
  readonly referenceMean?: Maybe<Scalars['Float']['output']>;
  /** Why there is no value. Null where there is one. */
  readonly refusal?: Maybe<GeneRefusal>;
  /** Its name in the vocabulary. Null where the vocabulary has none of this name. */
  readonly symbol?: Maybe<Scalars['String']['output']>;
  /** The weighted mean. Null where the vocabulary has none of this name; never zero instead. */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/** A rectangle in level-0 pixels, half open: x to x + width, y to y + height. A tile belongs to it when the tile's centre lies inside. */
export type Region = {
  readonly __typename?: 'Region';
  /** Height, at least 1. */
  readonly height: Scalars['Int']['output'];
  /** Width, at least 1. */
  readonly width: Scalars['Int']['output'];
  /** Left edge. */
  readonly x: Scalars['Int']['output'];
  /** Top edge. */
  readonly y: Scalars['Int']['output'];
};

/** A rectangle in level-0 pixels, half open: x to x + width, y to y + height. A tile belongs to it when the tile's centre lies inside. */
export type RegionInput = {
  /** Height, at least 1. */
  readonly height: Scalars['Int']['input'];
  /** Width, at least 1. */
  readonly width: Scalars['Int']['input'];
  /** Left edge, 0 or more. */
  readonly x: Scalars['Int']['input'];
  /** Top edge, 0 or more. */
  readonly y: Scalars['Int']['input'];
};

/** A signature, as `text` or as a file that was sent (`upload`): one of the two. */
export type RegisterSignatureInput = {
  /** What to call it in queries: 1 to 100 lower-case letters, digits, dots, dashes or underscores. It keeps it for ever. */
  readonly id: Scalars['ID']['input'];
  /** SPDX id or name of its terms: at most 300 characters. */
  readonly licence: Scalars['String']['input'];
  /** Its name, for people: at most 200 characters. */
  readonly name: Scalars['String']['input'];
  /** What its genes are called by. */
  readonly namespace: GeneNamespace;
  /** Whose genes they are. */
  readonly organism?: Organism;
  /** Where it comes from, so that others find it: at most 1,000 characters. */
  readonly source: Scalars['String']['input'];
  /** The document, JSON. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** What `POST /uploads` gave as `id`. */
  readonly upload?: InputMaybe<Scalars['ID']['input']>;
  /** Which release of it this is: at most 100 characters. */
  readonly version: Scalars['String']['input'];
};

/** A named model in one source, with its versions. */
export type RegisteredModel = {
  readonly __typename?: 'RegisteredModel';
  /** Moves of aliases that wait for a second person. */
  readonly aliasProposals: ReadonlyArray<AliasProposal>;
  /** Movable names of versions. */
  readonly aliases: ReadonlyArray<ModelAlias>;
  /** What somebody wrote about it by `setModelDescription`. Null for nothing; what a version is, its own card says. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** The name, unique in its source. */
  readonly name: Scalars['String']['output'];
  /** What its aliases mean under traffic, where `setRollout` says more than where they point. */
  readonly rollouts: ReadonlyArray<Rollout>;
  /** Id of the registry source. */
  readonly source: Scalars['String']['output'];
  /** Remarks: those that were set by `setModelTag`, and those that a server has. At most 50, sorted by key. */
  readonly tags: ReadonlyArray<ModelTag>;
  /** All versions, oldest first. */
  readonly versions: ReadonlyArray<ModelVersion>;
};

/** A page of registered models. */
export type RegisteredModelConnection = {
  readonly __typename?: 'RegisteredModelConnection';
  /** The models of this page. */
  readonly nodes: ReadonlyArray<RegisteredModel>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A registered Recall@k: never without the size of its gallery. */
export type RegisteredRecall = {
  readonly __typename?: 'RegisteredRecall';
  /** What knowing nothing gives. */
  readonly chance: Scalars['Float']['output'];
  /** Who asked whom. */
  readonly direction: RetrievalDirection;
  /** How many the partner was looked for among. */
  readonly gallerySize: Scalars['Int']['output'];
  /** The true partner is among this many. */
  readonly k: Scalars['Int']['output'];
  /** On what it was measured. */
  readonly split: Scalars['String']['output'];
  /** The share of queries for which it is. */
  readonly value: Scalars['Float']['output'];
};

/** One thing that is different after a write. */
export type RegistryChange = {
  readonly __typename?: 'RegistryChange';
  /** How it is then. Null for not at all. */
  readonly after?: Maybe<Scalars['JSON']['output']>;
  /** How it was. Null for not at all. */
  readonly before?: Maybe<Scalars['JSON']['output']>;
  /** What changes, in words. */
  readonly subject: Scalars['String']['output'];
};

/** Where model versions come from. */
export type RegistrySource = {
  readonly __typename?: 'RegistrySource';
  /** How old that knowledge is, in seconds. */
  readonly ageSeconds?: Maybe<Scalars['Float']['output']>;
  /** How many calibration records it gives, retired ones included. */
  readonly calibrationCount: Scalars['Int']['output'];
  /** Id from the configuration; `local` is the project's own directory. */
  readonly id: Scalars['ID']['output'];
  /** Whether it can be changed by mutations: a directory by the gateway's own journal, a server on the server, where the configuration allows it. */
  readonly isWritable: Scalars['Boolean']['output'];
  /** What kind of source. */
  readonly kind: RegistrySourceKind;
  /** Why it last failed. */
  readonly lastError?: Maybe<Scalars['String']['output']>;
  /** Code of the last failure. Null where the last look worked. */
  readonly lastErrorCode?: Maybe<Scalars['String']['output']>;
  /** When it last answered well. */
  readonly lastSuccessAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many models it gives. */
  readonly modelCount: Scalars['Int']['output'];
  /** Entries that were refused, with the reason. They are served to nobody. */
  readonly quarantined: ReadonlyArray<QuarantinedEntry>;
  /** How many of its entries were refused. */
  readonly quarantinedCount: Scalars['Int']['output'];
  /** How fresh the registry's knowledge of it is. */
  readonly state: RegistrySourceState;
  /** How many versions it gives. */
  readonly versionCount: Scalars['Int']['output'];
  /** How many versions it holds that have no model card: other models of the same server. They are not served, and no fault. */
  readonly withoutCardCount: Scalars['Int']['output'];
};

/** Kinds of sources. */
export type RegistrySourceKind =
  /** A directory on the gateway's machine. */
  | 'LOCAL'
  /** An MLflow server, read over its REST API. */
  | 'MLFLOW';

/** States of a source. */
export type RegistrySourceState =
  /** Never read without fault; so are servers until they have answered for the first time. */
  | 'DOWN'
  /** Read without fault at the last look. */
  | 'FRESH'
  /** The last look failed; the last good state is used. */
  | 'STALE';

/** An acknowledged write of the registry. Never edited: a later one says otherwise. */
export type RegistryWrite = {
  readonly __typename?: 'RegistryWrite';
  /** SHA-256 over what was written. */
  readonly digest: Scalars['Digest']['output'];
  /** Its place in the journal: 1, 2, 3 ... in the order in which the writes were made. */
  readonly id: Scalars['ID']['output'];
  /** What was written. */
  readonly kind: RegistryWriteKind;
  /** The model's name. */
  readonly name: Scalars['String']['output'];
  /** Id of the registry source. */
  readonly source: Scalars['String']['output'];
  /** What of it: the id of a calibration record, an alias, or the key of a tag. Empty for a description and for a version. */
  readonly subject: Scalars['String']['output'];
  /** The version. Null where the write is about the model. */
  readonly version?: Maybe<Scalars['String']['output']>;
  /** When. */
  readonly writtenAt: Scalars['DateTime']['output'];
  /** Id of the caller's key. */
  readonly writtenBy: Scalars['String']['output'];
};

/** What was written. */
export type RegistryWriteKind =
  /** A move of an alias was proposed, for somebody else to approve. */
  | 'ALIAS_PROPOSED'
  /** An alias was removed. */
  | 'ALIAS_REMOVED'
  /** An alias was pointed at a version. */
  | 'ALIAS_SET'
  /** A calibration record was added. */
  | 'CALIBRATION_ADDED'
  /** A calibration record was retired. */
  | 'CALIBRATION_RETIRED'
  /** The description of a model was set or removed. */
  | 'DESCRIPTION_SET'
  /** A version was taken off a model server. */
  | 'PLACEMENT_REMOVED'
  /** A version was placed on a model server. */
  | 'PLACEMENT_SET'
  /** A rollout of an alias was removed. */
  | 'ROLLOUT_REMOVED'
  /** A rollout of an alias was set. */
  | 'ROLLOUT_SET'
  /** A tag of a model was set or taken off. */
  | 'TAG_SET'
  /** A version was registered. */
  | 'VERSION_REGISTERED';

/** Whether something was written. */
export type RegistryWriteOutcome =
  /** Stored as a proposal: nothing changes until another administrator approves it with `approveAliasChange`. */
  | 'PROPOSED'
  /** It was so already. Nothing was stored. */
  | 'UNCHANGED'
  /** A dry run: every check has passed, and nothing was stored. */
  | 'WOULD_WRITE'
  /** Stored: it will not be lost. */
  | 'WRITTEN';

/** What a write of the registry, or its dry run, came to. */
export type RegistryWriteResult = {
  readonly __typename?: 'RegistryWriteResult';
  /** What is different afterwards, or would be. Empty when nothing is. */
  readonly changes: ReadonlyArray<RegistryChange>;
  /**
   * For the dry run of `setAlias`: what the move would change, from stored answers. Null for any other write, and where the alias does not exist yet or would point where
   * it does.
   */
  readonly impact?: Maybe<PromotionImpact>;
  /** Whether this gateway serves by it now. A write that is not in service yet is stored all the same; `notices` says what holds it up. */
  readonly isInService: Scalars['Boolean']['output'];
  /** What should be known and refuses nothing, one sentence each. */
  readonly notices: ReadonlyArray<Scalars['String']['output']>;
  /** Whether something was written. */
  readonly outcome: RegistryWriteOutcome;
  /** The write in the journal: this one, or the earlier one of the same idempotency key. Null for a dry run, and where nothing was to be said. */
  readonly write?: Maybe<RegistryWrite>;
};


/** What a write of the registry, or its dry run, came to. */
export type RegistryWriteResultImpactArgs = {
  cohort?: InputMaybe<Scalars['ID']['input']>;
  context?: InputMaybe<PredictionContextInput>;
  revision?: InputMaybe<Scalars['Int']['input']>;
};

/** A bin of a reliability curve. */
export type ReliabilityBin = {
  readonly __typename?: 'ReliabilityBin';
  /** Wilson's interval of it. */
  readonly ci: ReadonlyArray<Scalars['Float']['output']>;
  /** Items. */
  readonly n: Scalars['Int']['output'];
  /** Share of positives. */
  readonly observed: Scalars['Float']['output'];
  /** Mean of their probabilities. */
  readonly predicted: Scalars['Float']['output'];
};

/** Probabilities against shares of positives. */
export type ReliabilityCurve = {
  readonly __typename?: 'ReliabilityCurve';
  /** From the lowest probabilities to the highest. Equal probabilities are in one bin. */
  readonly bins: ReadonlyArray<ReliabilityBin>;
  /** Expected calibration error: the mean over items of |predicted - observed| of their bin, 0 to 1. */
  readonly ece: Scalars['Float']['output'];
};

/** What a bootstrap draws. */
export type ResampledUnit =
  /** Items one by one. */
  | 'ITEMS'
  /** Whole patients, with all their items. */
  | 'PATIENTS';

/** The items of a reference set that are nearest to a query, with what that is worth. */
export type Retrieval = {
  readonly __typename?: 'Retrieval';
  /** The chance that one certain item is among the neighbours of a head that knows nothing. */
  readonly chance: Scalars['Float']['output'];
  /** Who asked whom. */
  readonly direction: RetrievalDirection;
  /** How many items were searched. */
  readonly gallerySize: Scalars['Int']['output'];
  /** Nearest first; equally near ones in the order of the set. */
  readonly neighbours: ReadonlyArray<RetrievedItem>;
  /** What was searched. */
  readonly referenceSet: ReferenceSet;
  /** What retrieval in this direction was measured to be worth: empty where nothing is registered, and then nobody knows. */
  readonly registered: ReadonlyArray<RegisteredRecall>;
  /** How the scores were made. */
  readonly scoreRule: AlignmentScoreRule;
};

/** Who asks whom. */
export type RetrievalDirection =
  /** A transcriptome asks for its image. */
  | 'G2I'
  /** An image asks for its transcriptome. */
  | 'I2G';

/** How 95 % intervals are made. */
export type RetrievalIntervals =
  /** Percentile bootstrap over patients where the table names them, else over pairs; the galleries stay. */
  | 'BOOTSTRAP'
  /** Wilson's score interval over the pairs of one gallery. */
  | 'WILSON';

/** An item of a reference set. */
export type RetrievedItem = {
  readonly __typename?: 'RetrievedItem';
  /** Scale times cosine plus bias. */
  readonly logit: Scalars['Float']['output'];
  /** Its name in the set. Null where the set names none. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The place: 1 for the nearest. */
  readonly rank: Scalars['Int']['output'];
  /** Its row in the set, from 0. */
  readonly row: Scalars['Int']['output'];
  /** By the head's rule, over the whole gallery. Not calibrated. Null where the head states no rule. */
  readonly score?: Maybe<Scalars['Float']['output']>;
  /** Cosine, -1 to 1. */
  readonly similarity: Scalars['Float']['output'];
  /** Where it is, in level-0 pixels of its own slide. Null where the set does not say. */
  readonly x?: Maybe<Scalars['Float']['output']>;
  /** The same, from the top. */
  readonly y?: Maybe<Scalars['Float']['output']>;
};

/** A target with a risk score, as for survival: for ordering patients. It has no unit and is no probability. */
export type RiskEstimate = CalibratedScore & TargetPrediction & {
  readonly __typename?: 'RiskEstimate';
  /** The record that made the call. Null where none did. */
  readonly calibration?: Maybe<AppliedCalibration>;
  /** The state of the answer; never null. POSITIVE: at or above the cut-off. UNCALIBRATED where there is none. */
  readonly call: Call;
  /** What a higher score means. */
  readonly direction: ScoreDirection;
  /** What the record holds for, in its own words. Null when no record fits. */
  readonly holdsFor?: Maybe<Scalars['String']['output']>;
  /** What it means, in the card's words. */
  readonly meaning: Scalars['String']['output'];
  /** Each member's risk score, in the order of `ensemble.members`. Null for a version that is no ensemble. */
  readonly memberScores?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** Sample standard deviation (n - 1) of the members that were used. Null for fewer than two. */
  readonly memberSpread?: Maybe<Scalars['Float']['output']>;
  /** Name of the target in the model card. */
  readonly name: Scalars['String']['output'];
  /** Positive and negative predictive value at the prevalence of the context. Null when none was named or there is no call. */
  readonly predictiveValues?: Maybe<PredictiveValues>;
  /** Why the call is what it is, in a sentence. */
  readonly reason: Scalars['String']['output'];
  /** The risk score, as the model gives it. Scores of two versions are on two scales. */
  readonly riskScore: Scalars['Float']['output'];
  /** The threshold that was applied, with its evidence. Null when no calibration record fits. */
  readonly threshold?: Maybe<Threshold>;
  /** Its name for people. */
  readonly title: Scalars['String']['output'];
};

/** Corners of a ROC curve, from nothing called positive to everything. Both lists have the same length. */
export type RocCurve = {
  readonly __typename?: 'RocCurve';
  /** Share of negatives called positive: a list of numbers. */
  readonly falsePositiveRate: Scalars['NumericValues']['output'];
  /** Share of positives called positive: a list of numbers. */
  readonly truePositiveRate: Scalars['NumericValues']['output'];
};

/** What a caller may do. */
export type Role =
  /** Everything. */
  | 'ADMINISTRATOR'
  /** See the schema by introspection, and hints at misspelt names. */
  | 'DEVELOPER'
  /** Add slides, prepare and import features, cancel jobs. */
  | 'OPERATOR'
  /** Read slides, models, answers; ask for predictions. */
  | 'READER';

/** What an alias means under traffic. */
export type Rollout = {
  readonly __typename?: 'Rollout';
  /** The alias. */
  readonly alias: Scalars['String']['output'];
  /** The versions and their shares. */
  readonly arms: ReadonlyArray<RolloutShare>;
  /** Versions that may answer for a caller who allows it, in this order. */
  readonly fallback: ReadonlyArray<Scalars['String']['output']>;
  /** Whether it is in force. */
  readonly isInForce: Scalars['Boolean']['output'];
  /** What the next `setRollout` must name. */
  readonly revision: Scalars['ID']['output'];
  /** Text that is hashed with the slide. */
  readonly salt: Scalars['String']['output'];
  /** When. */
  readonly setAt: Scalars['DateTime']['output'];
  /** Who set it. */
  readonly setBy: Scalars['String']['output'];
  /** The version that gets copies of questions. Null for none. */
  readonly shadow?: Maybe<RolloutShare>;
  /** Where the alias pointed when it was set. It is in force as long as the alias points there. */
  readonly target: Scalars['String']['output'];
};

/** Why this version answered. */
export type RolloutArm = {
  readonly __typename?: 'RolloutArm';
  /** The alias that was asked. */
  readonly alias: Scalars['String']['output'];
  /** The slide's bucket, 0 to 9,999: the same for a slide as long as the salt stays. */
  readonly bucket: Scalars['Int']['output'];
  /** True when the chosen version was away and one of the fallback list answered. `model` names the one that answered. */
  readonly isFallback: Scalars['Boolean']['output'];
  /** The rollout's revision. */
  readonly revision: Scalars['ID']['output'];
};

/** A version, and its share of the slides. */
export type RolloutArmInput = {
  /** Its share in per cent: 0 to 100, two decimals at most. */
  readonly percent: Scalars['Float']['input'];
  /** The version, as in `3`. */
  readonly version: Scalars['String']['input'];
};

/** A version that gets copies of questions. */
export type RolloutShadowInput = {
  /** Of how many slides, by a hash of the slide: 0 to 100, two decimals at most. */
  readonly percent: Scalars['Float']['input'];
  /** The version, as in `3`. */
  readonly version: Scalars['String']['input'];
};

/** A version of a rollout, and its share of the slides. */
export type RolloutShare = {
  readonly __typename?: 'RolloutShare';
  /** Its share in per cent. */
  readonly percent: Scalars['Float']['output'];
  /** The version. */
  readonly version: Scalars['String']['output'];
};

/** A target with a value in a unit. */
export type ScalarEstimate = CalibratedScore & TargetPrediction & {
  readonly __typename?: 'ScalarEstimate';
  /** The record that made the call. Null where none did. */
  readonly calibration?: Maybe<AppliedCalibration>;
  /** The state of the answer; never null. UNCALIBRATED where the value has no threshold: then it is a value and no call. */
  readonly call: Call;
  /** What the record holds for, in its own words. Null when no record fits. */
  readonly holdsFor?: Maybe<Scalars['String']['output']>;
  /** Whether the value lies in the range. Null without one. */
  readonly isInRange?: Maybe<Scalars['Boolean']['output']>;
  /** What it means, in the card's words. */
  readonly meaning: Scalars['String']['output'];
  /** Each member's value, in the order of `ensemble.members`. Null for a version that is no ensemble. */
  readonly memberScores?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** Sample standard deviation (n - 1) of the members that were used. Null for fewer than two. */
  readonly memberSpread?: Maybe<Scalars['Float']['output']>;
  /** Name of the target in the model card. */
  readonly name: Scalars['String']['output'];
  /** Positive and negative predictive value at the prevalence of the context. Null when none was named or there is no call. */
  readonly predictiveValues?: Maybe<PredictiveValues>;
  /** What a true value lies in, where the card states it. */
  readonly range?: Maybe<ValueRange>;
  /** Why the call is what it is, in a sentence. */
  readonly reason: Scalars['String']['output'];
  /** The threshold that was applied, with its evidence. Null when no calibration record fits. */
  readonly threshold?: Maybe<Threshold>;
  /** Its name for people. */
  readonly title: Scalars['String']['output'];
  /** Its unit. Null where the card states none. */
  readonly unit?: Maybe<Scalars['String']['output']>;
  /** The value, as the model gives it: never clamped. */
  readonly value: Scalars['Float']['output'];
};

/** How far the scores of two models are apart. */
export type ScoreDifferences = {
  readonly __typename?: 'ScoreDifferences';
  /** Mean of first less second. */
  readonly bias: Scalars['Float']['output'];
  /** Bias less and plus z standard deviations. */
  readonly limits: ReadonlyArray<Scalars['Float']['output']>;
  /** Items. */
  readonly n: Scalars['Int']['output'];
  /** Pearson's correlation. Null where one does not vary. */
  readonly pearson?: Maybe<StatisticEstimate>;
  /** Spearman's correlation. Null where one does not vary. */
  readonly spearman?: Maybe<Scalars['Float']['output']>;
  /** Standard deviation of the differences. */
  readonly standardDeviation: Scalars['Float']['output'];
};

/** What a higher score means. */
export type ScoreDirection =
  /** More of what the target is about. */
  | 'HIGHER_IS_MORE'
  /** A worse outlook. */
  | 'HIGHER_IS_WORSE'
  /** Nothing that the card states. */
  | 'NONE';

/** What one score is worth. `absent` says why a field is null, but for fields of another kind of outcome. */
export type ScoreEvaluation = {
  readonly __typename?: 'ScoreEvaluation';
  /** What is not there, and why. */
  readonly absent: ReadonlyArray<AbsentStatistic>;
  /** Area under the ROC curve: the share of pairs of a positive and a negative in which the positive has the higher score, ties at one half. */
  readonly auc?: Maybe<AucEstimate>;
  /** Area under the precision-recall curve, as average precision. Interval by bootstrap. */
  readonly averagePrecision?: Maybe<StatisticEstimate>;
  /** Score less measured value (Bland and Altman). */
  readonly blandAltman?: Maybe<LimitsOfAgreement>;
  /** Mean squared distance of probability and label: 0 is best. Interval by bootstrap. */
  readonly brier?: Maybe<StatisticEstimate>;
  /** Harrell's C-index: the share of comparable pairs in which the one with the earlier event has the higher score. Interval by bootstrap. */
  readonly cIndex?: Maybe<StatisticEstimate>;
  /** Logistic recalibration. */
  readonly calibration?: Maybe<CalibrationFit>;
  /** Calls against labels. */
  readonly calls?: Maybe<CallTable>;
  /** Net benefit of testing whom the score calls. Null in strata. */
  readonly decisionCurve?: Maybe<DecisionCurve>;
  /** Items. */
  readonly n: Scalars['Int']['output'];
  /** The score's column, or the model version. */
  readonly name: Scalars['String']['output'];
  /** Pearson's correlation with the measured value. Interval by Fisher's z. */
  readonly pearson?: Maybe<StatisticEstimate>;
  /** Probabilities against shares of positives. */
  readonly reliability?: Maybe<ReliabilityCurve>;
  /** Root of the mean squared difference from the measured value, in its unit. Interval by bootstrap. */
  readonly rmse?: Maybe<StatisticEstimate>;
  /** The ROC curve. Null in strata. */
  readonly roc?: Maybe<RocCurve>;
  /** Spearman's correlation with the measured value. Interval by bootstrap. */
  readonly spearman?: Maybe<StatisticEstimate>;
};

/** What to score, and how. */
export type ScoreExpressionMatrixInput = {
  /** Id of a gene-set collection. */
  readonly collection: Scalars['ID']['input'];
  /** Id of an expression matrix. */
  readonly matrix: Scalars['ID']['input'];
  /** How to score, and which sets. */
  readonly settings: PathwaySettingsInput;
};

/** File formats of scores: sets in rows, samples in columns. */
export type ScoreFormat =
  /** NumPy .npy, `[sets, samples]`, float64; names are not in it. */
  | 'NPY'
  /** Parquet: a column `set`, and a column of float64 a sample. */
  | 'PARQUET'
  /** Text with tabs: a heading `set` and the samples, and the shortest digits that give the same float64 back. */
  | 'TSV';

/** Who computed a score. */
export type ScoreOrigin =
  /** This gateway, by a model server: its answer can be read by its id. */
  | 'COMPUTED'
  /** Somebody else: a table was imported. */
  | 'IMPORTED';

/** The first score against the second on the same items. Every difference is first less second. */
export type ScorePair = {
  readonly __typename?: 'ScorePair';
  /** The first score. */
  readonly a: Scalars['String']['output'];
  /** What is not there, and why. */
  readonly absent: ReadonlyArray<AbsentStatistic>;
  /** Whether the calls agree; two that both give no call do. */
  readonly agreement?: Maybe<CallAgreement>;
  /** The second score. */
  readonly b: Scalars['String']['output'];
  /** DeLong's test of the two AUCs. */
  readonly delong?: Maybe<AucTest>;
  /** Differences with paired bootstrap intervals. Empty in strata. */
  readonly deltas: ReadonlyArray<StatisticDelta>;
  /** How far the scores are apart. */
  readonly differences?: Maybe<ScoreDifferences>;
  /** Items that the two call differently, page by page. Null where one has no calls. */
  readonly flips?: Maybe<FlipConnection>;
  /** McNemar's test of being right, over the items that both call. */
  readonly mcnemar?: Maybe<McNemarTest>;
  /** Items. */
  readonly n: Scalars['Int']['output'];
};


/** The first score against the second on the same items. Every difference is first less second. */
export type ScorePairFlipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** What a raw score is. */
export type ScoreScale =
  /** The model's output before any activation. */
  | 'LOGIT'
  /** After the activation, before calibration. */
  | 'RAW_PROBABILITY'
  /** A risk, without a unit. */
  | 'RISK'
  /** A value in the target's unit. */
  | 'VALUE';

/** Raw scores against the distribution that a calibration record registers. */
export type ScoreStability = {
  readonly __typename?: 'ScoreStability';
  /** Why there is no value. Null where there is one. */
  readonly absence?: Maybe<StabilityAbsence>;
  /** Bin by bin, lowest first. Null where there is no value. */
  readonly bins?: Maybe<ReadonlyArray<StabilityBin>>;
  /** The class, of a target with classes. Null for the target as a whole. */
  readonly class?: Maybe<Scalars['String']['output']>;
  /** How many scores. */
  readonly n: Scalars['Int']['output'];
  /** Id of the calibration record that holds for these questions. Null where none does. */
  readonly record?: Maybe<Scalars['ID']['output']>;
  /** The cohort of the registered distribution. Null where none is registered. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** What the scores are. Null where no distribution is registered. */
  readonly scale?: Maybe<ScoreScale>;
  /** The target. */
  readonly target: Scalars['String']['output'];
  /**
   * The population stability index: the sum over bins of (observed - registered) ln(observed / registered), shares below 0.0001 counted as that. By custom below 0.1
   * nothing has moved, and above 0.25 it is another population. Null where it cannot be said: `absence` tells why.
   */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/** A threshold of one score. */
export type ScoreThresholdInput = {
  /** The score's column. */
  readonly score: Scalars['String']['input'];
  /** At or above it a score is a positive call; where lower means positive, at or below it. */
  readonly value: Scalars['Float']['input'];
};

/** What a version is called on a model server. */
export type ServedNameInput = {
  /** The name: 1 to 200 letters, digits or `. _ -`. */
  readonly name: Scalars['String']['input'];
  /** The version: 1 to 50 letters, digits or `. _ -`. Left out for a server that holds one version of a model and takes no number, as KServe does. */
  readonly version?: InputMaybe<Scalars['String']['input']>;
};

/** The model server of an answer. */
export type ServerProvenance = {
  readonly __typename?: 'ServerProvenance';
  /** Id of the server in the operator's configuration. */
  readonly id: Scalars['String']['output'];
  /** The version that the server said it ran. Null when it did not say; never copied from the question. */
  readonly reportedVersion?: Maybe<Scalars['String']['output']>;
};

/** A score of few genes, as somebody published it. Immutable. */
export type Signature = {
  readonly __typename?: 'Signature';
  /** When it was registered. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Id of the API key that registered it. */
  readonly createdBy: Scalars['String']['output'];
  /** SHA-256 of the document. */
  readonly digest: Scalars['Digest']['output'];
  /** The whole document. */
  readonly document: Scalars['JSON']['output'];
  /** How many genes. */
  readonly geneCount: Scalars['Int']['output'];
  /** The id under which it was registered. */
  readonly id: Scalars['ID']['output'];
  /** How it is computed. */
  readonly kind: SignatureKind;
  /** SPDX id or name of its terms. */
  readonly licence: Scalars['String']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** What its genes are called by. */
  readonly namespace: GeneNamespace;
  /** Whose genes they are. */
  readonly organism: Organism;
  /** Where it comes from. */
  readonly source: Scalars['String']['output'];
  /** Which release of it this is. */
  readonly version: Scalars['String']['output'];
};

/** A class of a signature. */
export type SignatureClass = {
  readonly __typename?: 'SignatureClass';
  /** Spearman correlation with its centroid. */
  readonly correlation: Scalars['Float']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
};

/** A page of signatures. */
export type SignatureConnection = {
  readonly __typename?: 'SignatureConnection';
  /** The signatures. */
  readonly nodes: ReadonlyArray<Signature>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A cut-off, and on which side of it the score lies. It is a fact about a cohort, never of the samples that are asked about. */
export type SignatureCutOff = {
  readonly __typename?: 'SignatureCutOff';
  /** The cohort that it was found in. */
  readonly cohort: Scalars['String']['output'];
  /** Whether the score is at or above it. */
  readonly isAbove: Scalars['Boolean']['output'];
  /** What the signature calls this side. */
  readonly label: Scalars['String']['output'];
  /** How many it had. */
  readonly n?: Maybe<Scalars['Int']['output']>;
  /** Its name, as in `median`. */
  readonly name: Scalars['String']['output'];
  /** The score from which on it is above. */
  readonly value: Scalars['Float']['output'];
};

/** Kinds of signatures. */
export type SignatureKind =
  /** The class whose centroid has the highest Spearman correlation with the sample, as PAM50. */
  | 'CENTROIDS'
  /** Intercept plus the sum of weight times expression, with cut-offs of cohorts. */
  | 'LINEAR'
  /** Mean of the genes' z-scores, by means and deviations of a cohort. */
  | 'MEAN_Z';

/** What a signature says of one sample. */
export type SignatureSample = {
  readonly __typename?: 'SignatureSample';
  /** CENTROIDS: every class with its correlation. */
  readonly classes: ReadonlyArray<SignatureClass>;
  /** LINEAR: the cut-offs that the signature brings. */
  readonly cutOffs: ReadonlyArray<SignatureCutOff>;
  /** Its name. */
  readonly sample: Scalars['String']['output'];
  /** LINEAR: the sum; MEAN_Z: the mean; CENTROIDS: the highest correlation. */
  readonly score: Scalars['Float']['output'];
  /** CENTROIDS: the class. Null for other kinds, where two classes share the best correlation, and where it is lower than the signature wants. */
  readonly topClass?: Maybe<Scalars['String']['output']>;
};

/** A page of samples. */
export type SignatureSampleConnection = {
  readonly __typename?: 'SignatureSampleConnection';
  /** The samples. */
  readonly nodes: ReadonlyArray<SignatureSample>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A site by itself: its pairs ask each other alone, so that galleries are of its size. */
export type SiteEvaluation = {
  readonly __typename?: 'SiteEvaluation';
  /** Both directions, within the site. */
  readonly directions: ReadonlyArray<DirectionEvaluation>;
  /** The share of the site among all pairs. */
  readonly expectedShare: Scalars['Float']['output'];
  /** Of the nearest 10 among all pairs, the share that is of the same site, when images ask. Far above `expectedShare` is a batch effect: the space knows the site. */
  readonly imageShare: Scalars['Float']['output'];
  /** Its pairs. */
  readonly pairs: Scalars['Int']['output'];
  /** The site. Null for pairs of which the table names none. */
  readonly site?: Maybe<Scalars['String']['output']>;
  /** The same, when transcriptomes ask. */
  readonly transcriptomeShare: Scalars['Float']['output'];
};

/** A whole-slide image. Only technical fields of the file are known; its label, macro image and free text never leave it. */
export type Slide = {
  readonly __typename?: 'Slide';
  /** When it was added. */
  readonly addedAt: Scalars['DateTime']['output'];
  /**
   * The slide, or a region of it, in the space of an alignment head: what its transcriptomes look like, by retrieval from a registered reference set. For one tile take a region that holds the centre
   * of that tile alone.
   */
  readonly alignment?: Maybe<SlideAlignment>;
  /** SHA-256 of the file's bytes. */
  readonly digest: Scalars['Digest']['output'];
  /** One vector for the slide, or for a region of it, from a slide-level embedding model. */
  readonly embedding?: Maybe<SlideEmbedding>;
  /**
   * Gene expression that a version predicts for the slide, or for a region of it. Of a version that predicts each tile it is the mean over the tiles; of an ensemble, the mean of
   * its members. Both means are taken on the version's own scale.
   */
  readonly expression?: Maybe<SlideExpression>;
  /** The features that exist for it, newest first. */
  readonly featureBags: ReadonlyArray<FeatureBag>;
  /** The file's format. */
  readonly format: SlideFormat;
  /** Height of level 0 in pixels. */
  readonly heightPx: Scalars['Int']['output'];
  /** Derived from the digest of the file's bytes and the tenant. */
  readonly id: Scalars['ID']['output'];
  /** The pyramid, finest level first. */
  readonly levels: ReadonlyArray<SlideLevel>;
  /**
   * A vector for each marker of the slide, or of a region of it, from a model of the level MARKER: one of multiplexed stains, or one that predicts them from another stain. Which row is which
   * marker, the model's vocabulary says by position. Vectors of markers stand in a space of their own.
   */
  readonly markerEmbeddings?: Maybe<MarkerEmbeddings>;
  /** Micrometres per pixel of level 0. Null when neither the file nor whoever added it says; it is never guessed. */
  readonly mpp?: Maybe<Scalars['Float']['output']>;
  /** Who says so. */
  readonly mppSource?: Maybe<MppSource>;
  /** What whoever added it called it. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Nominal magnification of the objective, where the file says. Tessera never computes with it. */
  readonly objectivePower?: Maybe<Scalars['Float']['output']>;
  /** The organ, where stated: a lower-case English noun. */
  readonly organ?: Maybe<Scalars['String']['output']>;
  /**
   * Scores of a collection's gene sets from the expression that a version predicts for the slide, or for a region of it; or, by the method MODEL, the scores that a version predicts itself. A slide
   * is one sample: methods that compare genes over samples need a `reference`, and are refused without one (REFERENCE_REQUIRED names those that would do).
   */
  readonly pathwayScores?: Maybe<SlidePathwayScores>;
  /**
   * What a model version says about the slide, or about a region of it. Versions side by side are aliases of this field. Refused with a code when the features
   * are not the ones that the version was trained on (FEATURES_MISSING, FEATURE_CONTRACT_MISMATCH), when there are too few or too many tiles, or the stain is another.
   */
  readonly prediction?: Maybe<SlidePrediction>;
  /** How the tissue was preserved, where stated. */
  readonly preservation?: Maybe<Preservation>;
  /** The scanner's model, where stated. */
  readonly scanner?: Maybe<Scalars['String']['output']>;
  /**
   * What a signature says of the expression that a version predicts for the slide. UNIT_MISMATCH where the signature is of another scale; GENE_NOT_IN_PANEL where more of its
   * weight is missing than it allows.
   */
  readonly signature?: Maybe<SlideSignature>;
  /**
   * The indexed slides most like this one, by the cosine of their vectors, most alike first; this slide itself is left out. Filters are applied before anything is ranked; of equal similarities
   * the earlier row of the index comes first.
   */
  readonly similar?: Maybe<Neighbours>;
  /** The site, where stated. */
  readonly site?: Maybe<Scalars['String']['output']>;
  /** Size of the file in bytes. */
  readonly sizeBytes: Scalars['Float']['output'];
  /**
   * What a version predicts over the slide: a number for each gene and tile. Which tiles and how is the card's: each tile by itself (`PER_TILE`), or a window of tiles that is moved over the
   * slide (`SLIDING_WINDOW`). All genes are computed at once and stored; a map that is not stored and takes longer than a request fails with SPATIAL_MAP_MISSING: `prepareSpatialMap` makes it.
   * Values order the tiles of one map. Maps of two slides are compared by rank only.
   */
  readonly spatialMap?: Maybe<SpatialMap>;
  /** Expression that was measured in spots of the slide, oldest first; at most 1,000. */
  readonly spatialMeasurements: ReadonlyArray<SpatialMeasurement>;
  /** How the specimen was taken, where stated. */
  readonly specimen?: Maybe<Specimen>;
  /** The stain, where stated. */
  readonly stain?: Maybe<Stain>;
  /** Path of a JPEG of the tissue on this gateway. Made from the pyramid, never from an associated image. */
  readonly thumbnailHref: Scalars['String']['output'];
  /** Width of level 0 in pixels. */
  readonly widthPx: Scalars['Int']['output'];
};


/** A whole-slide image. Only technical fields of the file are known; its label, macro image and free text never leave it. */
export type SlideAlignmentArgs = {
  features?: InputMaybe<Scalars['Digest']['input']>;
  model: Scalars['ModelRef']['input'];
  region?: InputMaybe<RegionInput>;
};


/** A whole-slide image. Only technical fields of the file are known; its label, macro image and free text never leave it. */
export type SlideEmbeddingArgs = {
  allowFallback?: Scalars['Boolean']['input'];
  features?: InputMaybe<Scalars['Digest']['input']>;
  model: Scalars['ModelRef']['input'];
  region?: InputMaybe<RegionInput>;
};


/** A whole-slide image. Only technical fields of the file are known; its label, macro image and free text never leave it. */
export type SlideExpressionArgs = {
  clusterMeans?: InputMaybe<ClusterMeansInput>;
  context?: InputMaybe<PredictionContextInput>;
  features?: InputMaybe<Scalars['Digest']['input']>;
  model: Scalars['ModelRef']['input'];
  region?: InputMaybe<RegionInput>;
};


/** A whole-slide image. Only technical fields of the file are known; its label, macro image and free text never leave it. */
export type SlideMarkerEmbeddingsArgs = {
  features?: InputMaybe<Scalars['Digest']['input']>;
  markers?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  model: Scalars['ModelRef']['input'];
  region?: InputMaybe<RegionInput>;
};


/** A whole-slide image. Only technical fields of the file are known; its label, macro image and free text never leave it. */
export type SlidePathwayScoresArgs = {
  clusterMeans?: InputMaybe<ClusterMeansInput>;
  collection?: InputMaybe<Scalars['ID']['input']>;
  context?: InputMaybe<PredictionContextInput>;
  features?: InputMaybe<Scalars['Digest']['input']>;
  model: Scalars['ModelRef']['input'];
  reference?: InputMaybe<Scalars['ID']['input']>;
  region?: InputMaybe<RegionInput>;
  settings: PathwaySettingsInput;
};


/** A whole-slide image. Only technical fields of the file are known; its label, macro image and free text never leave it. */
export type SlidePredictionArgs = {
  allowFallback?: Scalars['Boolean']['input'];
  context?: InputMaybe<PredictionContextInput>;
  features?: InputMaybe<Scalars['Digest']['input']>;
  model: Scalars['ModelRef']['input'];
  region?: InputMaybe<RegionInput>;
};


/** A whole-slide image. Only technical fields of the file are known; its label, macro image and free text never leave it. */
export type SlideSignatureArgs = {
  clusterMeans?: InputMaybe<ClusterMeansInput>;
  context?: InputMaybe<PredictionContextInput>;
  features?: InputMaybe<Scalars['Digest']['input']>;
  model: Scalars['ModelRef']['input'];
  region?: InputMaybe<RegionInput>;
  signature: Scalars['ID']['input'];
};


/** A whole-slide image. Only technical fields of the file are known; its label, macro image and free text never leave it. */
export type SlideSimilarArgs = {
  filter?: InputMaybe<NeighbourFilterInput>;
  k?: Scalars['Int']['input'];
  model: Scalars['ModelRef']['input'];
  search?: InputMaybe<NeighbourSearchInput>;
};


/** A whole-slide image. Only technical fields of the file are known; its label, macro image and free text never leave it. */
export type SlideSpatialMapArgs = {
  datatype?: SpatialDatatype;
  features?: InputMaybe<Scalars['Digest']['input']>;
  model: Scalars['ModelRef']['input'];
  region?: InputMaybe<RegionInput>;
  window?: InputMaybe<SpatialWindowInput>;
};


/** A whole-slide image. Only technical fields of the file are known; its label, macro image and free text never leave it. */
export type SlideThumbnailHrefArgs = {
  maxEdgePx?: Scalars['Int']['input'];
};

/** A slide, or a region of it, in the space of a head. */
export type SlideAlignment = {
  readonly __typename?: 'SlideAlignment';
  /** How they became one vector. */
  readonly aggregation: AlignmentAggregation;
  /**
   * Expression of genes as the weighted mean over a reference set, with the rule of the weights named. It is no prediction of a model for expression: in the published benchmark of such heads alignment made
   * predicted expression worse, and cautions of the card say so.
   */
  readonly expression?: Maybe<ReferenceWeightedExpression>;
  /** The head. */
  readonly head: AlignmentHead;
  /**
   * What pathways the image speaks of: its similarity to a prototype profile of each, against random gene sets of the same size. Exploratory: a ranking of hypotheses, unless a calibration record of the head says
   * what a score is worth.
   */
  readonly pathwayScores?: Maybe<ZeroShotPathwayScores>;
  /** Where it comes from: the answer of the head's image tower. */
  readonly provenance: Provenance;
  /** The region, or null for the whole slide. */
  readonly region?: Maybe<Region>;
  /** How many tiles went in. */
  readonly tileCount: Scalars['Int']['output'];
  /** The transcriptomes of a reference set that are nearest to the image. */
  readonly transcriptomes?: Maybe<Retrieval>;
  /** The vector, `[dimension]` float32, of length one. */
  readonly values: Scalars['NumericValues']['output'];
};


/** A slide, or a region of it, in the space of a head. */
export type SlideAlignmentExpressionArgs = {
  nearest?: Scalars['Int']['input'];
  referenceSet?: InputMaybe<Scalars['ID']['input']>;
  symbols: ReadonlyArray<Scalars['String']['input']>;
  weights?: ReferenceWeightRule;
};


/** A slide, or a region of it, in the space of a head. */
export type SlideAlignmentPathwayScoresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  background?: Scalars['Int']['input'];
  collection: Scalars['ID']['input'];
  first?: Scalars['Int']['input'];
  minSize?: Scalars['Int']['input'];
  referenceSet?: InputMaybe<Scalars['ID']['input']>;
  seed?: Scalars['Int']['input'];
  shift?: Scalars['Float']['input'];
};


/** A slide, or a region of it, in the space of a head. */
export type SlideAlignmentTranscriptomesArgs = {
  first?: Scalars['Int']['input'];
  referenceSet?: InputMaybe<Scalars['ID']['input']>;
};


/** A slide, or a region of it, in the space of a head. */
export type SlideAlignmentValuesArgs = {
  decimals?: InputMaybe<Scalars['Int']['input']>;
  encoding?: ArrayEncoding;
};

/** A page of slides. */
export type SlideConnection = {
  readonly __typename?: 'SlideConnection';
  /** The slides of this page. */
  readonly nodes: ReadonlyArray<Slide>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One vector for a slide. */
export type SlideEmbedding = {
  readonly __typename?: 'SlideEmbedding';
  /** Type of its numbers as the model server sent them, in the words of the Open Inference Protocol. Files have the same, or float16 on request. */
  readonly datatype: Scalars['String']['output'];
  /** Length of the vector. */
  readonly dimension: Scalars['Int']['output'];
  /** Path of the vector on this gateway. Strong ETag; it never changes. */
  readonly href: Scalars['String']['output'];
  /** Its Euclidean length. */
  readonly l2Norm: Scalars['Float']['output'];
  /** Whether the model scales it to length one. */
  readonly l2Normalised: Scalars['Boolean']['output'];
  /** Where it comes from. */
  readonly provenance: Provenance;
  /** Which output of the model it is, and what was done to it. */
  readonly recipe: EmbeddingRecipe;
  /** The region, or null for the whole slide. */
  readonly region?: Maybe<Region>;
  /** Vectors may be compared when, and only when, this is equal: a digest over the model version and how it makes the vector. */
  readonly spaceId: Scalars['Digest']['output'];
  /** Number of tiles that went in. */
  readonly tileCount: Scalars['Int']['output'];
  /** Tiles that did not go in, for the version takes no more and its card says to choose evenly (`overMax: EVENLY`). 0 everywhere else: a version refuses more (TOO_MANY_TILES). */
  readonly tilesLeftOut: Scalars['Int']['output'];
  /** The numbers, `[dimension]` float32. */
  readonly values: Scalars['NumericValues']['output'];
};


/** One vector for a slide. */
export type SlideEmbeddingHrefArgs = {
  float16?: Scalars['Boolean']['input'];
  format?: EmbeddingFormat;
};


/** One vector for a slide. */
export type SlideEmbeddingValuesArgs = {
  decimals?: InputMaybe<Scalars['Int']['input']>;
  encoding?: ArrayEncoding;
};

/** Gene expression of a slide, as a version predicts it. */
export type SlideExpression = {
  readonly __typename?: 'SlideExpression';
  /** How the slide's value comes about. */
  readonly aggregation: ExpressionAggregation;
  /** How many genes. */
  readonly geneCount: Scalars['Int']['output'];
  /** The genes of a set, in the order of the set; at most 500. */
  readonly geneSet: ReadonlyArray<GeneExpression>;
  /** Chosen genes, name by name and in the order of the names: each has a gene with its value, or a refusal. */
  readonly genes: ReadonlyArray<GeneExpression>;
  /** Path of all values on this gateway: `[genes]` float32, on the version's scale. It never changes. */
  readonly href: Scalars['String']['output'];
  /** What answered: the members of an ensemble in the order of its card, else the version alone. */
  readonly members: ReadonlyArray<ExpressionMember>;
  /** The version. */
  readonly model: Scalars['ModelRef']['output'];
  /** Where it comes from: one for each member of an ensemble, in its order. */
  readonly provenance: ReadonlyArray<Provenance>;
  /** The region, or null for the whole slide. */
  readonly region?: Maybe<Region>;
  /** How many of them passed the version's registered quality gate; 0 where it has none. */
  readonly reliableCount: Scalars['Int']['output'];
  /** Number of tiles that went in. */
  readonly tileCount: Scalars['Int']['output'];
  /** The genes that stand first. */
  readonly top: ReadonlyArray<PredictedGene>;
  /** Whether the patient of the case was in the training. */
  readonly training: TrainingCheck;
  /** What was done to them, in the words of the card, as in LOG2P1. */
  readonly transform: Scalars['String']['output'];
  /** Unit of the values, in the words of the card. */
  readonly unit: Scalars['String']['output'];
  /** All values, `[genes]` float32, on the version's scale. */
  readonly values: Scalars['NumericValues']['output'];
  /** SHA-256 of the list of genes: position i of `values` is line i of it. */
  readonly vocabularyDigest: Scalars['Digest']['output'];
};


/** Gene expression of a slide, as a version predicts it. */
export type SlideExpressionGeneSetArgs = {
  cohort?: InputMaybe<Scalars['ID']['input']>;
  collection: Scalars['ID']['input'];
  name: Scalars['String']['input'];
  predictedCohort?: InputMaybe<PredictedCohortInput>;
  reliable?: Scalars['Boolean']['input'];
  scale?: ExpressionScale;
};


/** Gene expression of a slide, as a version predicts it. */
export type SlideExpressionGenesArgs = {
  cohort?: InputMaybe<Scalars['ID']['input']>;
  predictedCohort?: InputMaybe<PredictedCohortInput>;
  scale?: ExpressionScale;
  symbols: ReadonlyArray<Scalars['String']['input']>;
};


/** Gene expression of a slide, as a version predicts it. */
export type SlideExpressionHrefArgs = {
  format?: ArrayFormat;
};


/** Gene expression of a slide, as a version predicts it. */
export type SlideExpressionTopArgs = {
  by?: TopGenesBy;
  cohort?: InputMaybe<Scalars['ID']['input']>;
  first?: Scalars['Int']['input'];
  predictedCohort?: InputMaybe<PredictedCohortInput>;
  reliable?: Scalars['Boolean']['input'];
  scale?: ExpressionScale;
};


/** Gene expression of a slide, as a version predicts it. */
export type SlideExpressionValuesArgs = {
  decimals?: InputMaybe<Scalars['Int']['input']>;
  encoding?: ArrayEncoding;
};

/** Slide file formats that can be read. */
export type SlideFormat =
  /** Aperio SVS with JPEG tiles. */
  | 'APERIO_SVS'
  /** Tiled pyramidal TIFF with JPEG tiles. */
  | 'TIFF_PYRAMID';

/** One level of the pyramid. */
export type SlideLevel = {
  readonly __typename?: 'SlideLevel';
  /** How many level-0 pixels one pixel of this level spans along an edge. */
  readonly downsample: Scalars['Float']['output'];
  /** Height in pixels. */
  readonly heightPx: Scalars['Int']['output'];
  /** Width in pixels. */
  readonly widthPx: Scalars['Int']['output'];
};

/** A set and its score for the slide. */
export type SlidePathwayScore = {
  readonly __typename?: 'SlidePathwayScore';
  /** MODEL: what the version has registered on how well it predicts this pathway. Null where there is nothing, and for other methods. */
  readonly evidence?: Maybe<PathwayEvidence>;
  /** MODEL: standard deviation over the members of an ensemble (n - 1). Null for one model, and for other methods. */
  readonly memberSpread?: Maybe<Scalars['Float']['output']>;
  /** The other genes of the set, by name: at most 1,000. */
  readonly missing: ReadonlyArray<Scalars['String']['output']>;
  /** Its name in the collection. */
  readonly name: Scalars['String']['output'];
  /** Genes of the set that the version predicts: the ones that were scored. Null for MODEL, which looks at no gene. */
  readonly overlap?: Maybe<Scalars['Int']['output']>;
  /** Why it has no score. Null where it has. */
  readonly passedOver?: Maybe<PassedOverReason>;
  /** MODEL: whether the pathway passed the version's registered quality gate; false where there is none. Null for other methods. */
  readonly reliable?: Maybe<Scalars['Boolean']['output']>;
  /** Genes of the set. Null for MODEL without a collection. */
  readonly size?: Maybe<Scalars['Int']['output']>;
  /** Its score. Null where it has none. */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/** A page of sets with their scores. */
export type SlidePathwayScoreConnection = {
  readonly __typename?: 'SlidePathwayScoreConnection';
  /** The sets. */
  readonly nodes: ReadonlyArray<SlidePathwayScore>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** Scores of gene sets for one slide. */
export type SlidePathwayScores = {
  readonly __typename?: 'SlidePathwayScores';
  /** How the slide's expression, or for MODEL its scores, come about. */
  readonly aggregation: ExpressionAggregation;
  /** SHA-256 of the collection; for MODEL, of the one that the version's card names, and null where it names none. */
  readonly collectionDigest?: Maybe<Scalars['Digest']['output']>;
  /** Genes that went in: none for MODEL. */
  readonly geneCount: Scalars['Int']['output'];
  /** MODEL: how the scores were made that the version was trained to predict, in the words of its card. Null for others. */
  readonly learnedScores?: Maybe<Scalars['String']['output']>;
  /** What answered: the members of an ensemble in the order of its card, else the version alone. */
  readonly members: ReadonlyArray<ExpressionMember>;
  /** The version. */
  readonly model: Scalars['ModelRef']['output'];
  /** How many sets were not. */
  readonly passedOverCount: Scalars['Int']['output'];
  /** Where the expression, or for MODEL the scores, come from: one for each member of an ensemble. */
  readonly provenance: ReadonlyArray<Provenance>;
  /** SHA-256 of the expression matrix that genes were compared with. Null where there was none. */
  readonly referenceDigest?: Maybe<Scalars['Digest']['output']>;
  /** The region, or null for the whole slide. */
  readonly region?: Maybe<Region>;
  /** MODEL: how many of the version's pathways passed its registered quality gate; 0 where it has none. Null for others. */
  readonly reliableCount?: Maybe<Scalars['Int']['output']>;
  /** The sets, page by page: those with scores in the order of the collection, for MODEL of the version's list, then those passed over with the reason. */
  readonly scores: SlidePathwayScoreConnection;
  /** How many sets were scored. */
  readonly setCount: Scalars['Int']['output'];
  /** How they were made, with nothing left open. RANGE is that of the sets scored here. */
  readonly settings: PathwaySettings;
  /** Number of tiles that went in. */
  readonly tileCount: Scalars['Int']['output'];
  /** Whether the patient of the case was in the training. */
  readonly training: TrainingCheck;
  /** What was done to it. */
  readonly transform: Scalars['String']['output'];
  /** Unit of what the version predicts: of the expression that went in, for MODEL of the scores themselves. */
  readonly unit: Scalars['String']['output'];
  /** SHA-256 of the list of what the version predicts: of its genes, for MODEL of its pathways. */
  readonly vocabularyDigest: Scalars['Digest']['output'];
};


/** Scores of gene sets for one slide. */
export type SlidePathwayScoresScoresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** What one model version says about one slide. */
export type SlidePrediction = {
  readonly __typename?: 'SlidePrediction';
  /** Whether the slide resembles those that the version knows. Null when the version has no reference of its own: then nobody checked, but for the members of an ensemble, which have theirs beside them. */
  readonly domain?: Maybe<DomainCheck>;
  /** The members that were asked, for an ensemble. Null for a version that is none, and for one whose graph holds its members. */
  readonly ensemble?: Maybe<EnsembleReading>;
  /** Values over the slide, a number for each tile. Not probabilities that add up. */
  readonly heatMap?: Maybe<HeatMap>;
  /** The maps that can be drawn. None of several slides of a patient: each of them has its own. */
  readonly heatMapModes: ReadonlyArray<HeatMapMode>;
  /** Where every number above comes from. */
  readonly provenance: Provenance;
  /** The region. Null for the whole slide, and for several slides of a patient. */
  readonly region?: Maybe<Region>;
  /** One entry for each target of the version, in the order of its card. */
  readonly targets: ReadonlyArray<TargetPrediction>;
  /** Number of tiles that went in. */
  readonly tileCount: Scalars['Int']['output'];
  /** Whether the version, or members of it, were trained on the patient that the context names. */
  readonly training: TrainingCheck;
};


/** What one model version says about one slide. */
export type SlidePredictionHeatMapArgs = {
  class?: InputMaybe<Scalars['String']['input']>;
  mode: HeatMapMode;
  target?: InputMaybe<Scalars['String']['input']>;
};

/** The slide of an answer. */
export type SlideProvenance = {
  readonly __typename?: 'SlideProvenance';
  /** SHA-256 of the file's bytes. */
  readonly digest: Scalars['Digest']['output'];
  /** The slide's id. */
  readonly id: Scalars['ID']['output'];
};

/** What a signature says of a slide. */
export type SlideSignature = {
  readonly __typename?: 'SlideSignature';
  /** CENTROIDS: every class with its correlation. */
  readonly classes: ReadonlyArray<SignatureClass>;
  /** LINEAR: the cut-offs that the signature brings. */
  readonly cutOffs: ReadonlyArray<SignatureCutOff>;
  /** Genes of the signature that the version does not predict, by name. */
  readonly missing: ReadonlyArray<Scalars['String']['output']>;
  /** The share of the weight that they have (LINEAR), or of the genes: 0 to 1. */
  readonly missingShare: Scalars['Float']['output'];
  /** The version whose expression went in. */
  readonly model: Scalars['ModelRef']['output'];
  /** Where the expression comes from: one for each member of an ensemble. */
  readonly provenance: ReadonlyArray<Provenance>;
  /** LINEAR: the sum; MEAN_Z: the mean; CENTROIDS: the highest correlation. */
  readonly score: Scalars['Float']['output'];
  /** The signature. */
  readonly signature: Signature;
  /** CENTROIDS: the class. Null for other kinds, where two classes share the best correlation, and where it is lower than the signature wants. */
  readonly topClass?: Maybe<Scalars['String']['output']>;
  /** What was done to it. */
  readonly transform: Scalars['String']['output'];
  /** Unit of the expression that went in. */
  readonly unit: Scalars['String']['output'];
  /** Genes that went in and have not passed the version's registered quality gate; all of them where it has none. */
  readonly unreliable: ReadonlyArray<Scalars['String']['output']>;
};

/** Correlations of many genes together. */
export type SpatialAgreement = {
  readonly __typename?: 'SpatialAgreement';
  /** Genes with a correlation over 0. */
  readonly aboveZero: Scalars['Int']['output'];
  /** Genes with a correlation: measured values that never differ have none. */
  readonly geneCount: Scalars['Int']['output'];
  /** Genes whose 95 % interval lies over 0. */
  readonly intervalAboveZero: Scalars['Int']['output'];
  /** Median of the Pearson correlations. */
  readonly medianR?: Maybe<Scalars['Float']['output']>;
};

/** A map held against measurement. */
export type SpatialComparison = {
  readonly __typename?: 'SpatialComparison';
  /** Depth that spots were thinned to. Null where they were not. */
  readonly depth?: Maybe<Scalars['Int']['output']>;
  /** Farthest centre of a tile from the centre of its spot, in level-0 pixels. */
  readonly farthestPx: Scalars['Float']['output'];
  /** Genes of the version that were measured too: what was compared, or what both scores of gene sets were made of. */
  readonly geneCount: Scalars['Int']['output'];
  /** Chosen genes, name by name and in the order of the names: each has its numbers, or a refusal. */
  readonly genes: ReadonlyArray<MeasuredGeneLookup>;
  /** Whether both are on one scale. Where they are not, correlations hold and levels do not: neither values nor their differences may be compared. */
  readonly isSameScale: Scalars['Boolean']['output'];
  /** Which tiles predicted a spot. */
  readonly match: SpotMatch;
  /** Spots that have a prediction. */
  readonly matchedCount: Scalars['Int']['output'];
  /** Unit of the measured values as they were compared. */
  readonly measuredUnit: Scalars['String']['output'];
  /** The measurement. */
  readonly measurement: SpatialMeasurement;
  /** Spots that were compared: with a prediction, and deep enough. `n` of every correlation. */
  readonly n: Scalars['Int']['output'];
  /** What must be said beside any of the numbers. */
  readonly notices: ReadonlyArray<Scalars['String']['output']>;
  /** All other genes that were measured, together. */
  readonly others?: Maybe<SpatialAgreement>;
  /** All genes that were measured, page by page. */
  readonly page: MeasuredGeneConnection;
  /** Unit of the predicted values, in the words of the card. */
  readonly predictedUnit: Scalars['String']['output'];
  /** The genes that passed the version's registered quality gate, together. Null where it has none. */
  readonly reliable?: Maybe<SpatialAgreement>;
  /** Which draw. Null where there was none. */
  readonly seed?: Maybe<Scalars['Int']['output']>;
  /** Spots of the measurement. */
  readonly spotCount: Scalars['Int']['output'];
};


/** A map held against measurement. */
export type SpatialComparisonGenesArgs = {
  names: ReadonlyArray<Scalars['String']['input']>;
};


/** A map held against measurement. */
export type SpatialComparisonPageArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  by?: MeasuredGeneOrder;
  first?: Scalars['Int']['input'];
};

/** How the values of a map are stored. */
export type SpatialDatatype =
  /** IEEE 754 half precision: half the room, three digits. */
  | 'FP16'
  /** IEEE 754 single precision. */
  | 'FP32';

/** One gene or gene set over the slide. */
export type SpatialLayer = {
  readonly __typename?: 'SpatialLayer';
  /** Path of a Deep Zoom image (`.dzi`) on this gateway: the layer alone, transparent where no tile has a value, in the slide's own level-0 pixels, to lay over the slide in a viewer. */
  readonly deepZoomHref: Scalars['String']['output'];
  /** What the version has registered on how well it predicts this gene. */
  readonly evidence?: Maybe<GeneEvidence>;
  /** Path of a PNG on this gateway: the layer over the slide, with a legend. */
  readonly imageHref: Scalars['String']['output'];
  /** Path of a PNG on this gateway: the legend of the Deep Zoom image. */
  readonly legendHref: Scalars['String']['output'];
  /** Its name in the map. */
  readonly name: Scalars['String']['output'];
  /** Its position there, from 0. */
  readonly position: Scalars['Int']['output'];
  /** Smallest and largest value, on the version's own scale. Empty where no tile has a value. */
  readonly range: ReadonlyArray<Scalars['Float']['output']>;
  /** Whether the gene passed the version's registered quality gate. False where there is none, and for gene sets. */
  readonly reliable: Scalars['Boolean']['output'];
  /** One value per tile, `[tiles]` float32, in the order of `coords`; NaN, and null in JSON, where a tile has none. */
  readonly values: NumericArray;
};


/** One gene or gene set over the slide. */
export type SpatialLayerDeepZoomHrefArgs = {
  scale?: SpatialScale;
};


/** One gene or gene set over the slide. */
export type SpatialLayerImageHrefArgs = {
  maxEdgePx?: Scalars['Int']['input'];
  scale?: SpatialScale;
};


/** One gene or gene set over the slide. */
export type SpatialLayerLegendHrefArgs = {
  scale?: SpatialScale;
};


/** One gene or gene set over the slide. */
export type SpatialLayerValuesArgs = {
  scale?: SpatialScale;
};

/** A page of layers. */
export type SpatialLayerConnection = {
  readonly __typename?: 'SpatialLayerConnection';
  /** The layers. */
  readonly nodes: ReadonlyArray<SpatialLayer>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** What is said of one name: a layer, or why there is none. */
export type SpatialLayerLookup = {
  readonly __typename?: 'SpatialLayerLookup';
  /** The name as it was asked for. */
  readonly asked: Scalars['String']['output'];
  /** The layer. Null where there is a refusal. */
  readonly layer?: Maybe<SpatialLayer>;
  /** Why there is no layer. It is never a layer of zeros instead. */
  readonly refusal?: Maybe<GeneRefusal>;
  /** By which kind of name a gene was found. Null where none was, and for gene sets. */
  readonly resolvedBy?: Maybe<GeneNameKind>;
};

/** Numbers of many layers for each tile of a slide: genes, or gene sets. Immutable. */
export type SpatialMap = {
  readonly __typename?: 'SpatialMap';
  /**
   * The map held against measurement over the spots, layer by layer: genes, or gene sets, which are scored in the measured spots by the same method. Values of counts are log1p of counts per 10,000 of the spot. Spots differ in depth, and depth follows the density of cells: without
   * `thinning` much of a correlation is that and no biology.
   */
  readonly comparison: SpatialComparison;
  /** Top left corner of each tile in level-0 pixels, `[tiles, 2]` int32: column after column and downwards in each. All layers are in this order. */
  readonly coords: NumericArray;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** How values are stored. */
  readonly datatype: SpatialDatatype;
  /** SHA-256 over version, members, features, window and datatype: the same question has the same map. */
  readonly digest: Scalars['Digest']['output'];
  /** Path of a GeoJSON file on this gateway: a square a tile in level-0 pixels, with its values as measurements. Tiles without a value are not in it. */
  readonly geoJsonHref: Scalars['String']['output'];
  /**
   * Path of an AnnData file (`.h5ad`) on this gateway, as scanpy and squidpy open it: a tile an observation, a layer a variable, the tiles' centres in level-0 pixels in `obsm/spatial`.
   * Tiles without a value are not in it. One file holds at most 10 million values.
   */
  readonly h5adHref: Scalars['String']['output'];
  /** Path of all values on this gateway: `[layers, tiles]`, in the stored datatype. */
  readonly href: Scalars['String']['output'];
  /** What its layers are. */
  readonly kind: SpatialMapKind;
  /** How many layers. */
  readonly layerCount: Scalars['Int']['output'];
  /** All layers, page by page, in the version's own order. */
  readonly layerPage: SpatialLayerConnection;
  /** Chosen layers, name by name and in the order of the names: each has a layer, or a refusal. */
  readonly layers: ReadonlyArray<SpatialLayerLookup>;
  /** What the values mean, in the card's words. */
  readonly meaning: Scalars['String']['output'];
  /** How a tile's value comes about. */
  readonly mode: SpatialMapMode;
  /** The version. */
  readonly model: Scalars['ModelRef']['output'];
  /**
   * Scores of a collection's sets in every tile, as a map of its own with everything that maps have. A tile is a sample; where a method compares genes over samples (GSVA, PLAGE, ZSCORE), the samples are the
   * tiles of this map that have values. For maps of expression of up to 20 million values. Made once and kept.
   */
  readonly pathwayScores: SpatialMap;
  /** Where the values come from. */
  readonly provenance: SpatialMapProvenance;
  /** The region, or null for the whole slide. */
  readonly region?: Maybe<Region>;
  /** Of a map of scores: the sets, page by page: those with scores in the order of the layers, then those passed over with the reason. Null for other maps. */
  readonly sets?: Maybe<PathwaySetConnection>;
  /** How many tiles. */
  readonly tileCount: Scalars['Int']['output'];
  /** Edge of a tile in level-0 pixels. */
  readonly tileEdgePx: Scalars['Float']['output'];
  /** What was done to them, in the words of the card. */
  readonly transform: Scalars['String']['output'];
  /** Unit of the values, in the words of the card. */
  readonly unit: Scalars['String']['output'];
  /** How many of them have values. The others are missing in every layer: NaN in arrays, null in JSON, and not in files of places. Never zero. */
  readonly valuedTileCount: Scalars['Int']['output'];
  /** Values of chosen layers as one array, `[names, tiles]` float32. Refused where a name has no layer: ask `layers` why. */
  readonly values: NumericArray;
  /** The window. Null for PER_TILE. */
  readonly window?: Maybe<SpatialWindow>;
};


/** Numbers of many layers for each tile of a slide: genes, or gene sets. Immutable. */
export type SpatialMapComparisonArgs = {
  match?: SpotMatch;
  measurement: Scalars['ID']['input'];
  thinning?: InputMaybe<SpotThinningInput>;
};


/** Numbers of many layers for each tile of a slide: genes, or gene sets. Immutable. */
export type SpatialMapGeoJsonHrefArgs = {
  names: ReadonlyArray<Scalars['String']['input']>;
  scale?: SpatialScale;
};


/** Numbers of many layers for each tile of a slide: genes, or gene sets. Immutable. */
export type SpatialMapH5adHrefArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  scale?: SpatialScale;
};


/** Numbers of many layers for each tile of a slide: genes, or gene sets. Immutable. */
export type SpatialMapHrefArgs = {
  format?: ArrayFormat;
};


/** Numbers of many layers for each tile of a slide: genes, or gene sets. Immutable. */
export type SpatialMapLayerPageArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** Numbers of many layers for each tile of a slide: genes, or gene sets. Immutable. */
export type SpatialMapLayersArgs = {
  names: ReadonlyArray<Scalars['String']['input']>;
};


/** Numbers of many layers for each tile of a slide: genes, or gene sets. Immutable. */
export type SpatialMapPathwayScoresArgs = {
  collection: Scalars['ID']['input'];
  settings: PathwaySettingsInput;
};


/** Numbers of many layers for each tile of a slide: genes, or gene sets. Immutable. */
export type SpatialMapSetsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** Numbers of many layers for each tile of a slide: genes, or gene sets. Immutable. */
export type SpatialMapValuesArgs = {
  names: ReadonlyArray<Scalars['String']['input']>;
  scale?: SpatialScale;
};

/** What a layer of a map is. */
export type SpatialMapKind =
  /** A gene. */
  | 'EXPRESSION'
  /** A gene set. */
  | 'PATHWAY_SCORES';

/** How a tile's value comes about. */
export type SpatialMapMode =
  /** The version sees each tile by itself. */
  | 'PER_TILE'
  /** The version sees windows of tiles; a tile's value is the mean over the windows that it is in. */
  | 'SLIDING_WINDOW';

/** Where a map comes from. */
export type SpatialMapProvenance = {
  readonly __typename?: 'SpatialMapProvenance';
  /** The features that went in. */
  readonly features: FeatureProvenance;
  /** The versions that were asked: the members of an ensemble in its order. A value is the mean over them. */
  readonly models: ReadonlyArray<ModelProvenance>;
  /** The servers that answered, in the order of the versions. */
  readonly servers: ReadonlyArray<ServerProvenance>;
  /** The slide. */
  readonly slide: SlideProvenance;
};

/** Expression of genes that was measured in spots of a slide. Immutable. */
export type SpatialMeasurement = {
  readonly __typename?: 'SpatialMeasurement';
  /** When it was added. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Id of the API key that added it. */
  readonly createdBy: Scalars['String']['output'];
  /** SHA-256 of what is stored: names, places and numbers. */
  readonly digest: Scalars['Digest']['output'];
  /** How many genes. */
  readonly geneCount: Scalars['Int']['output'];
  /** The id under which it was added. */
  readonly id: Scalars['ID']['output'];
  /** SPDX id or name of its terms. */
  readonly licence: Scalars['String']['output'];
  /** Median over the spots of the sum of their numbers: the depth, for counts. */
  readonly medianDepth: Scalars['Float']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Where it comes from. */
  readonly source: Scalars['String']['output'];
  /** Spots with a place and numbers. */
  readonly spotCount: Scalars['Int']['output'];
  /** Diameter of a spot in level-0 pixels. Null where nobody has said it. */
  readonly spotDiameterPx?: Maybe<Scalars['Float']['output']>;
  /** Unit of the numbers. */
  readonly unit: Scalars['String']['output'];
  /** What the numbers are. */
  readonly valueKind: MeasuredValues;
};

/** How files hold a sample. */
export type SpatialSampleFormat =
  /** AnnData: `X` with `obsm/spatial`. */
  | 'H5AD'
  /** Two tables with tabs, gzipped or not: counts with a spot a row, named `XxY` by its place in the array, and a gene a column; places with the columns `x`, `y`, `pixel_x`, `pixel_y`. */
  | 'SPOT_TABLES'
  /**
   * A folder of Space Ranger: `filtered_feature_bc_matrix` (`.h5`, or a folder of three files), and positions and scale factors beside it or in `spatial`. Or uploads: the `.h5` as `upload`, the
   * positions as `spotsUpload`; the diameter of a spot is `spotDiameterPx` then.
   */
  | 'VISIUM';

/** On which scale the values of a map are given. */
export type SpatialScale =
  /** The version's own. */
  | 'MODEL'
  /** Rank among the tiles of this map that have a value, 0 to 100; ties share their mean. */
  | 'PERCENTILE';

/** The window of a map. */
export type SpatialWindow = {
  readonly __typename?: 'SpatialWindow';
  /** A window with fewer tiles is left out: its tiles have a value by other windows, or none. */
  readonly minTiles: Scalars['Int']['output'];
  /** What stands in for the tiles that a window lacks, after its tiles. The version sees it: values at the edge of the tissue are drawn towards it. */
  readonly padding?: Maybe<Scalars['Float']['output']>;
  /** Its edge, in tiles. */
  readonly sizeTiles: Scalars['Int']['output'];
  /** Tiles from one window to the next. */
  readonly strideTiles: Scalars['Int']['output'];
  /** How many windows were asked. */
  readonly windowCount: Scalars['Int']['output'];
};

/** How a window is laid, where it is not as the card says. Its size is the card's always. */
export type SpatialWindowInput = {
  /** A window with fewer tiles is left out. */
  readonly minTiles?: InputMaybe<Scalars['Int']['input']>;
  /** Tiles from one window to the next: 1 to the window's edge. */
  readonly strideTiles?: InputMaybe<Scalars['Int']['input']>;
};

/** How a specimen was taken. */
export type Specimen =
  /** A biopsy: little tissue. */
  | 'BIOPSY'
  /** Cytology: cells without tissue context. */
  | 'CYTOLOGY'
  /** A resection: a surgical specimen. */
  | 'RESECTION';

/** A correlation over spots, with its 95 % interval. Neighbouring spots are alike, so intervals are too narrow. */
export type SpotCorrelation = {
  readonly __typename?: 'SpotCorrelation';
  /** Lower bound. By Fisher's z; for ranks with the variance of Bonett and Wright. */
  readonly lower?: Maybe<Scalars['Float']['output']>;
  /** Upper bound. */
  readonly upper?: Maybe<Scalars['Float']['output']>;
  /** The correlation, -1 to 1. */
  readonly value: Scalars['Float']['output'];
};

/** Which tiles predict a spot. A spot without such a tile is not compared. */
export type SpotMatch =
  /** The tile with a value whose centre is nearest to the spot's, where the spot's centre lies in the tile. */
  | 'NEAREST_TILE'
  /** The mean of the tiles with a value whose centres lie inside the spot. */
  | 'TILES_WITHIN_SPOT';

/** Thinning to equal depth: every molecule of a spot is kept with the same probability, so that the spot's expected depth is the one asked for. Spots below it are dropped. */
export type SpotThinningInput = {
  /** Molecules of a spot. */
  readonly depth: Scalars['Int']['input'];
  /** Which draw: the same seed gives the same molecules. 0 to 2^31 - 1. */
  readonly seed?: Scalars['Int']['input'];
};

/** Forms of ssGSEA, which give other scales. */
export type SsgseaForm =
  /** As the GenePattern module has it. */
  | 'GENEPATTERN'
  /** As the R package GSVA has it. */
  | 'GSVA';

/** What ssGSEA scores are divided by. */
export type SsgseaNormalisation =
  /** Nothing. */
  | 'NONE'
  /** The range of all scores of the request: other sets or samples in it change every score. */
  | 'RANGE';

/** Why a population stability index cannot be said. */
export type StabilityAbsence =
  /** The calibration record registers no distribution of scores (`scoreDistribution`). */
  | 'NO_DISTRIBUTION'
  /** No calibration record holds for these cases. */
  | 'NO_RECORD'
  /** No question has a score on the registered scale. */
  | 'NO_SCORES';

/** A bin of scores. */
export type StabilityBin = {
  readonly __typename?: 'StabilityBin';
  /** Its lower edge, included. Null for the first bin. */
  readonly from?: Maybe<Scalars['Float']['output']>;
  /** The observed share. */
  readonly observed: Scalars['Float']['output'];
  /** The registered share of scores in it. */
  readonly registered: Scalars['Float']['output'];
  /** Its upper edge, not included. Null for the last bin. */
  readonly to?: Maybe<Scalars['Float']['output']>;
};

/** Stains. */
export type Stain =
  /** Haematoxylin and eosin. */
  | 'HE'
  /** Immunofluorescence. */
  | 'IF'
  /** Immunohistochemistry. */
  | 'IHC'
  /** Any other. */
  | 'OTHER';

/** A cohort that a value stands in. */
export type StandingCohort = {
  readonly __typename?: 'StandingCohort';
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** How many items it has. Those that count are `n` of the standing. */
  readonly itemCount: Scalars['Int']['output'];
  /** The others, counted by reason; none of them is in a number. */
  readonly leftOut: ReadonlyArray<LeftOutCount>;
  /** Its revision. */
  readonly revision: Scalars['Int']['output'];
};

/** A difference of two scores' statistics. */
export type StatisticDelta = {
  readonly __typename?: 'StatisticDelta';
  /** Lower and upper bound by paired bootstrap. Null where `absent` says why. */
  readonly ci?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** Which statistic. */
  readonly statistic: StatisticName;
  /** First less second. */
  readonly value: Scalars['Float']['output'];
};

/** A value with its confidence interval. */
export type StatisticEstimate = {
  readonly __typename?: 'StatisticEstimate';
  /** Lower and upper bound. Null where `absent` says why, and in strata where the interval is by bootstrap. */
  readonly ci?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** The value. */
  readonly value: Scalars['Float']['output'];
};

/** Statistics that can be absent, or differ between two scores. */
export type StatisticName =
  /** Share of calls that are right. */
  | 'ACCURACY'
  /** Agreement of calls. */
  | 'AGREEMENT'
  /** Area under the ROC curve. */
  | 'AUC'
  /** Average precision. */
  | 'AVERAGE_PRECISION'
  /** Limits of agreement with the measured value. */
  | 'BLAND_ALTMAN'
  /** Brier score. */
  | 'BRIER'
  /** Calibration slope and intercepts. */
  | 'CALIBRATION'
  /** Calls against labels. */
  | 'CALLS'
  /** Centred kernel alignment of embeddings. */
  | 'CKA'
  /** Harrell's C-index. */
  | 'C_INDEX'
  /** Decision curve. */
  | 'DECISION_CURVE'
  /** DeLong's test. */
  | 'DELONG'
  /** Differences of scores. */
  | 'DIFFERENCES'
  /** McNemar's test. */
  | 'MCNEMAR'
  /** Nearest neighbours in common. */
  | 'NEIGHBOUR_OVERLAP'
  /** Negative percent agreement. */
  | 'NPA'
  /** Negative predictive value. */
  | 'NPV'
  /** Pearson's correlation. */
  | 'PEARSON'
  /** Positive percent agreement. */
  | 'PPA'
  /** Positive predictive value. */
  | 'PPV'
  /** Reliability curve and expected calibration error. */
  | 'RELIABILITY'
  /** Root mean squared error. */
  | 'RMSE'
  /** Spearman's correlation. */
  | 'SPEARMAN'
  /** Correlation of the differences with the means of both. */
  | 'TREND';

/** A part of the items. */
export type StratumComparison = {
  readonly __typename?: 'StratumComparison';
  /** The value. Null for items without one. */
  readonly level?: Maybe<Scalars['String']['output']>;
  /** Items. */
  readonly n: Scalars['Int']['output'];
  /** Each pair of scores. */
  readonly pairs: ReadonlyArray<ScorePair>;
  /** How many of them are positive; for survival, how many events. Null for other outcomes. */
  readonly positives?: Maybe<Scalars['Int']['output']>;
  /** Each score by itself. */
  readonly scores: ReadonlyArray<ScoreEvaluation>;
  /** The column, or what the cohort states. */
  readonly stratification: Scalars['String']['output'];
};

/** What a version says about one target. */
export type TargetPrediction = {
  /** The state of the answer; never null. */
  readonly call: Call;
  /** What it means, in the card's words. */
  readonly meaning: Scalars['String']['output'];
  /** Name of the target in the model card. */
  readonly name: Scalars['String']['output'];
  /** Why the call is what it is, in a sentence. */
  readonly reason: Scalars['String']['output'];
  /** Its name for people. */
  readonly title: Scalars['String']['output'];
};

/** What a model computes. */
export type TaskKind =
  /** Two or more towers into one space. */
  | 'ALIGNMENT'
  /** One or several targets with classes. */
  | 'BIOMARKER'
  /** A vector. */
  | 'EMBEDDING'
  /** Values indexed by a gene vocabulary. */
  | 'EXPRESSION'
  /** Values indexed by a pathway vocabulary. */
  | 'PATHWAY'
  /** Named scalars, survival risk among them. */
  | 'REGRESSION';

/** One difference of two signatures. */
export type TensorChange = {
  readonly __typename?: 'TensorChange';
  /** Whether it goes in or comes out. */
  readonly direction: TensorDirection;
  /** The tensor of the first version. */
  readonly from?: Maybe<TensorSignature>;
  /** What kind of difference. */
  readonly kind: ChangeKind;
  /** The tensor's name. */
  readonly name: Scalars['String']['output'];
  /** The tensor of the second version. */
  readonly to?: Maybe<TensorSignature>;
};

/** Directions of a tensor. */
export type TensorDirection =
  /** It goes into the model. */
  | 'INPUT'
  /** It comes out of the model. */
  | 'OUTPUT';

/** A tensor as a card declares it, in the words of the Open Inference Protocol. */
export type TensorSignature = {
  readonly __typename?: 'TensorSignature';
  /** What each dimension means. */
  readonly axes: ReadonlyArray<Scalars['String']['output']>;
  /** The type of its elements, as `FP32`. */
  readonly datatype: Scalars['String']['output'];
  /** Its dimensions; -1 is a variable one. */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
};

/** A threshold of one calibration record, and how it did. */
export type Threshold = {
  readonly __typename?: 'Threshold';
  /** The cohort whose median the threshold is. Null for other policies than COHORT_MEDIAN. */
  readonly cohort?: Maybe<Scalars['String']['output']>;
  /** What counts as positive at exact equality. */
  readonly comparator: Comparator;
  /** How the threshold did, a cohort each. */
  readonly evidence: ReadonlyArray<ThresholdEvidence>;
  /** Negative percent agreement (specificity), 0 to 1, in the first cohort of the evidence. Null without evidence. */
  readonly npa?: Maybe<Scalars['Float']['output']>;
  /** Id of the operating point in its record. */
  readonly operatingPoint: Scalars['String']['output'];
  /** How it was chosen. */
  readonly policy: ThresholdPolicy;
  /** The weight of positives in the loss that the weights were trained with, where the point was chosen by one. Another weight is another version, not another threshold. */
  readonly positiveWeight?: Maybe<Scalars['Float']['output']>;
  /** Positive percent agreement (sensitivity), 0 to 1, in the first cohort of the evidence. Null without evidence. */
  readonly ppa?: Maybe<Scalars['Float']['output']>;
  /** What the threshold is worth at a prevalence, from the first cohort. Null where it has neither counts nor PPA and NPA that were published as one number each. */
  readonly predictiveValues?: Maybe<PredictiveValues>;
  /** Rates as their source gives them, where nobody published counts. */
  readonly publishedRates: ReadonlyArray<PublishedRate>;
  /** Which number it is compared with. */
  readonly scale: ThresholdScale;
  /** The threshold. */
  readonly value: Scalars['Float']['output'];
};


/** A threshold of one calibration record, and how it did. */
export type ThresholdPredictiveValuesArgs = {
  prevalence: Scalars['Float']['input'];
};

/** One difference of thresholds. A threshold with equal value is another one when its map, its evidence or its grey zone is another. */
export type ThresholdChange = {
  readonly __typename?: 'ThresholdChange';
  /** What differs, by the names that the record has for it; `isDefault` where it is the default of one record only. Empty for what was added or removed. */
  readonly changed: ReadonlyArray<Scalars['String']['output']>;
  /** The class that the record is of. Null for the target as a whole. */
  readonly class?: Maybe<Scalars['String']['output']>;
  /** The new value less the old one. Null unless both have a value on the same scale: numbers of two scales are not subtracted. */
  readonly difference?: Maybe<Scalars['Float']['output']>;
  /** The threshold of the first version. */
  readonly from?: Maybe<Threshold>;
  /** The record of the first version that it is in. */
  readonly fromRecord?: Maybe<Scalars['ID']['output']>;
  /** What kind of difference. */
  readonly kind: ChangeKind;
  /** Id of the operating point. */
  readonly operatingPoint: Scalars['String']['output'];
  /** The scanner that it holds for. Null for any. */
  readonly scanner?: Maybe<Scalars['String']['output']>;
  /** The site that it holds for. Null for any. */
  readonly site?: Maybe<Scalars['String']['output']>;
  /** The specimen that it holds for. Null for any. */
  readonly specimen?: Maybe<Specimen>;
  /** The target. */
  readonly target: Scalars['String']['output'];
  /** The threshold of the second version. */
  readonly to?: Maybe<Threshold>;
  /** The record of the second version that it is in. */
  readonly toRecord?: Maybe<Scalars['ID']['output']>;
};

/** How a threshold did in one cohort. Intervals are Wilson's, 95 %. */
export type ThresholdEvidence = {
  readonly __typename?: 'ThresholdEvidence';
  /** The cohort. */
  readonly cohort: Scalars['String']['output'];
  /** Number of positives and negatives. */
  readonly n: Scalars['Int']['output'];
  /** A caution, where the record has one. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** Negative percent agreement. */
  readonly npa?: Maybe<Rate>;
  /** Negative predictive value at the cohort's own prevalence. */
  readonly npv?: Maybe<Rate>;
  /** Number of positives. */
  readonly positives: Scalars['Int']['output'];
  /** Positive percent agreement. */
  readonly ppa?: Maybe<Rate>;
  /** Positive predictive value at the cohort's own prevalence. */
  readonly ppv?: Maybe<Rate>;
  /** What was counted: slides, patients, bags. */
  readonly unit: Scalars['String']['output'];
};

/** How a threshold was chosen. */
export type ThresholdPolicy =
  /** The median of one cohort, which the record names. It is never taken over the slides of a request. */
  | 'COHORT_MEDIAN'
  /** The threshold itself was fixed. */
  | 'FIXED'
  /** A sensitivity was fixed. */
  | 'FIXED_SENSITIVITY'
  /** A specificity was fixed. */
  | 'FIXED_SPECIFICITY'
  /** Otherwise: see the record. */
  | 'OTHER'
  /** Maximum of sensitivity + specificity - 1. */
  | 'YOUDEN';

/** Scales of a threshold. */
export type ThresholdScale =
  /** The calibrated probability. */
  | 'CALIBRATED_PROBABILITY'
  /** The logit. */
  | 'LOGIT'
  /** The uncalibrated score. */
  | 'RAW_PROBABILITY'
  /** The risk score itself, which has no unit. */
  | 'RISK'
  /** The value itself, in the target's unit. */
  | 'VALUE';

/** A tile of an index of tiles. */
export type TileInput = {
  /** The slide. */
  readonly slideId: Scalars['ID']['input'];
  /** Left edge of the tile in level-0 pixels, as in its features. */
  readonly x: Scalars['Int']['input'];
  /** Top edge of the tile in level-0 pixels, as in its features. */
  readonly y: Scalars['Int']['input'];
};

/** Milliseconds by step. */
export type Timings = {
  readonly __typename?: 'Timings';
  /** The model server, with the way there and back. 0 when the answer was reused. */
  readonly inferMs: Scalars['Float']['output'];
  /** Features from the store. */
  readonly loadMs: Scalars['Float']['output'];
  /** All steps. */
  readonly totalMs: Scalars['Float']['output'];
};

/** What makes a gene stand first. */
export type TopGenesBy =
  /** How far it lies above the mean of `cohort` or `predictedCohort`, in the standard deviations of it. Genes that the cohort has not, or that do not vary there, are left out. */
  | 'COHORT'
  /** The correlation with measurement that the version has registered for it. */
  | 'RELIABILITY'
  /** Its predicted value. */
  | 'VALUE';

/** Whether a patient was among those that a version was trained on. A call on such a patient says nothing of how good it is on others. */
export type TrainingCheck = {
  readonly __typename?: 'TrainingCheck';
  /** In a sentence. */
  readonly reason: Scalars['String']['output'];
  /** What is known. */
  readonly state: TrainingState;
  /** The versions that were trained on the patient. */
  readonly trainedOn: ReadonlyArray<Scalars['ModelRef']['output']>;
};

/** What is known of a patient and the training of a version. */
export type TrainingState =
  /** The version was trained on the patient: the answer is not to be judged as one on somebody new. */
  | 'LEAKED'
  /** Nobody checked: no patient was named, or the version registers no list of its training patients. */
  | 'NOT_CHECKED'
  /** The patient is in none of the lists. */
  | 'NOT_IN_TRAINING'
  /** Some members were trained on the patient, and only those that were not have been used. */
  | 'OUT_OF_FOLD';

/** What runs an ONNX file in a Triton. */
export type TritonBackend =
  /** Triton's own ONNX Runtime backend, as its containers have it. */
  | 'ONNXRUNTIME'
  /** ONNX Runtime in Triton's Python backend, as for the Triton of the Python wheel. */
  | 'PYTHON';

/** A version as a model of a Triton repository. */
export type TritonModel = {
  readonly __typename?: 'TritonModel';
  /** The text of `model.py`, which goes beside `model.onnx`. Null where the backend needs none. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** The text of `config.pbtxt`, for any name of the model's directory: shapes are the card's, with every dimension. */
  readonly config: Scalars['String']['output'];
  /** The artifact that becomes `model.onnx` in the directory of the version. */
  readonly modelFile: Scalars['String']['output'];
};

/** Genes, or pathways, of one version that others lack. */
export type UnsharedGenes = {
  readonly __typename?: 'UnsharedGenes';
  /** How many. */
  readonly count: Scalars['Int']['output'];
  /** The version. */
  readonly ref: Scalars['String']['output'];
};

/** Bounds of a value, in its unit. */
export type ValueRange = {
  readonly __typename?: 'ValueRange';
  /** The highest. Null for no end on this side. */
  readonly max?: Maybe<Scalars['Float']['output']>;
  /** The lowest. Null for no end on this side. */
  readonly min?: Maybe<Scalars['Float']['output']>;
};

/** A vector to compare with indexed ones. */
export type VectorInput = {
  /** The space that it is of (`SlideEmbedding.spaceId`). SPACES_DIFFER when the index holds vectors of another. */
  readonly spaceId: Scalars['Digest']['input'];
  /** Its numbers, as many as the space has dimensions: at most 8,192. */
  readonly values: ReadonlyArray<Scalars['Float']['input']>;
};

/** Model versions side by side over a cohort. */
export type VersionComparison = {
  readonly __typename?: 'VersionComparison';
  /** The class that is held against the rest. Null where the target has two classes, or none. */
  readonly class?: Maybe<Scalars['String']['output']>;
  /** The revision of the cohort. */
  readonly cohort: Cohort;
  /** The comparison; the names of scores are the versions' references. Null for embeddings and expression. */
  readonly comparison?: Maybe<Comparison>;
  /** How alike the embeddings are. Null for versions that give none. */
  readonly embeddings?: Maybe<EmbeddingComparison>;
  /** How alike the expression is that versions predict. Null for versions that predict none. */
  readonly expression?: Maybe<ExpressionComparison>;
  /** What should be known, one sentence each: what was left out and why, and what makes the numbers look better or surer than they are. */
  readonly notices: ReadonlyArray<Scalars['String']['output']>;
  /** How alike the pathway scores are that the versions predict themselves. Null for versions that predict none. */
  readonly pathways?: Maybe<PredictedPathwayComparison>;
  /** Which scores were compared. Null for embeddings and expression. */
  readonly scale?: Maybe<ComparedScale>;
  /** The target. Null for embeddings and expression. */
  readonly target?: Maybe<Scalars['String']['output']>;
  /** The versions, in the order in which they were named. */
  readonly versions: ReadonlyArray<ComparedVersion>;
};

/** The caller. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /** Id of the API key, or `local` where the gateway serves one person on one machine. */
  readonly id: Scalars['ID']['output'];
  /** What you may do. */
  readonly roles: ReadonlyArray<Role>;
  /** The tenant whose rows you see. */
  readonly tenant: Scalars['String']['output'];
};

/** A pathway against an image. */
export type ZeroShotPathwayScore = {
  readonly __typename?: 'ZeroShotPathwayScore';
  /** The share of random sets that are less similar, 0 to 100. */
  readonly backgroundPercentile?: Maybe<Scalars['Float']['output']>;
  /** The calibration record. Null for an exploratory score. */
  readonly calibration?: Maybe<CalibrationProvenance>;
  /** The same less the mean over random sets of the same size. */
  readonly contrast?: Maybe<Scalars['Float']['output']>;
  /** Its name in the collection. */
  readonly name: Scalars['String']['output'];
  /** Genes of the set that the vocabulary has and that vary in the reference: those of the prototype. */
  readonly overlap: Scalars['Int']['output'];
  /** Why it has no score. Null where it has. */
  readonly passedOver?: Maybe<PassedOverReason>;
  /** The calibrated probability. Null for an exploratory score. */
  readonly probability?: Maybe<Scalars['Float']['output']>;
  /** Cosine of the image and the prototype. Null where there is none: `passedOver` tells why. */
  readonly similarity?: Maybe<Scalars['Float']['output']>;
  /** Genes of the set. */
  readonly size: Scalars['Int']['output'];
  /** The contrast in standard deviations of the random sets. Null where these do not vary. */
  readonly standardised?: Maybe<Scalars['Float']['output']>;
  /** What the contrast is worth. */
  readonly status: ZeroShotStatus;
};

/** Pathways that an image speaks of. */
export type ZeroShotPathwayScores = {
  readonly __typename?: 'ZeroShotPathwayScores';
  /** Random gene sets of each size. */
  readonly background: Scalars['Int']['output'];
  /** What the head's makers warn of. */
  readonly cautions: ReadonlyArray<AlignmentCaution>;
  /** SHA-256 of the collection. */
  readonly collectionDigest: Scalars['Digest']['output'];
  /** How they were made, in a sentence. */
  readonly method: Scalars['String']['output'];
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** Where the prototypes come from: the answer of the head's transcriptome tower. */
  readonly provenance?: Maybe<ProfileProvenance>;
  /** What prototypes were made from. */
  readonly referenceSet: ReferenceSet;
  /** The sets, in the order of the collection. */
  readonly scores: ReadonlyArray<ZeroShotPathwayScore>;
  /** What they were drawn by. */
  readonly seed: Scalars['Int']['output'];
  /** How far member genes of a prototype lie above the mean, in standard deviations. */
  readonly shift: Scalars['Float']['output'];
  /** CALIBRATED where a record holds for every score of the page; else EXPLORATORY. */
  readonly status: ZeroShotStatus;
  /** How many sets the collection has. */
  readonly totalCount: Scalars['Int']['output'];
};

/** What a zero-shot number is worth. */
export type ZeroShotStatus =
  /** A calibration record of the head holds for it, and it was made by the very settings and of the very genes that the card states for its records. */
  | 'CALIBRATED'
  /** Nobody has measured what it is worth: for hypotheses only. */
  | 'EXPLORATORY';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  CalibratedScore:
    | ( BinaryCall )
    | ( ClassScore )
    | ( RiskEstimate )
    | ( ScalarEstimate )
  ;
  TargetPrediction:
    | ( BinaryCall )
    | ( ClassCall )
    | ( RiskEstimate )
    | ( ScalarEstimate )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AbsenceReason: AbsenceReason;
  AbsentStatistic: ResolverTypeWrapper<AbsentStatistic>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AddExpressionMatrixInput: AddExpressionMatrixInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AddSlideInput: AddSlideInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  AddSpatialMeasurementInput: AddSpatialMeasurementInput;
  AliasProposal: ResolverTypeWrapper<AliasProposal>;
  AlignedProfileInput: AlignedProfileInput;
  AlignmentAggregation: AlignmentAggregation;
  AlignmentCaution: ResolverTypeWrapper<AlignmentCaution>;
  AlignmentCautionCode: AlignmentCautionCode;
  AlignmentEvaluation: ResolverTypeWrapper<AlignmentEvaluation>;
  AlignmentHead: ResolverTypeWrapper<AlignmentHead>;
  AlignmentModality: AlignmentModality;
  AlignmentPairsInput: AlignmentPairsInput;
  AlignmentScoreRule: AlignmentScoreRule;
  AlignmentTower: ResolverTypeWrapper<AlignmentTower>;
  Answer: ResolverTypeWrapper<Omit<Answer, 'prediction' | 'slide' | 'slides' | 'under'> & { prediction?: Maybe<ResolversTypes['SlidePrediction']>, slide?: Maybe<ResolversTypes['Slide']>, slides: ReadonlyArray<ResolversTypes['Slide']>, under?: Maybe<ResolversTypes['SlidePrediction']> }>;
  AnswerKind: AnswerKind;
  AppliedCalibration: ResolverTypeWrapper<AppliedCalibration>;
  ArrayEncoding: ArrayEncoding;
  ArrayFormat: ArrayFormat;
  ArtifactRole: ArtifactRole;
  AucEstimate: ResolverTypeWrapper<AucEstimate>;
  AucTest: ResolverTypeWrapper<AucTest>;
  BinaryCall: ResolverTypeWrapper<BinaryCall>;
  BreakerState: BreakerState;
  CalibratedForInput: CalibratedForInput;
  CalibratedScore: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['CalibratedScore']>;
  CalibrationChoice: CalibrationChoice;
  CalibrationFit: ResolverTypeWrapper<CalibrationFit>;
  CalibrationProvenance: ResolverTypeWrapper<CalibrationProvenance>;
  CalibrationRecord: ResolverTypeWrapper<CalibrationRecord>;
  Call: Call;
  CallAgreement: ResolverTypeWrapper<CallAgreement>;
  CallFlip: ResolverTypeWrapper<CallFlip>;
  CallTable: ResolverTypeWrapper<CallTable>;
  CallTransition: ResolverTypeWrapper<CallTransition>;
  CardChange: ResolverTypeWrapper<CardChange>;
  CatalogueOrder: CatalogueOrder;
  ChangeKind: ChangeKind;
  ChangedCall: ResolverTypeWrapper<ChangedCall>;
  ChangedCallConnection: ResolverTypeWrapper<ChangedCallConnection>;
  ChangedPlace: ResolverTypeWrapper<ChangedPlace>;
  ClassCall: ResolverTypeWrapper<ClassCall>;
  ClassScore: ResolverTypeWrapper<ClassScore>;
  ClassVotes: ResolverTypeWrapper<ClassVotes>;
  ClusterMeansInput: ClusterMeansInput;
  Cohort: ResolverTypeWrapper<Omit<Cohort, 'imports' | 'items' | 'predictions' | 'revisions'> & { imports: ReadonlyArray<ResolversTypes['PredictionImport']>, items: ResolversTypes['CohortItemConnection'], predictions: ResolversTypes['CohortPredictionConnection'], revisions: ReadonlyArray<ResolversTypes['Cohort']> }>;
  CohortConnection: ResolverTypeWrapper<Omit<CohortConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Cohort']> }>;
  CohortDomain: ResolverTypeWrapper<CohortDomain>;
  CohortFailureCount: ResolverTypeWrapper<CohortFailureCount>;
  CohortItem: ResolverTypeWrapper<Omit<CohortItem, 'labels' | 'members'> & { labels: ReadonlyArray<ResolversTypes['CohortItemLabel']>, members: ReadonlyArray<ResolversTypes['CohortMember']> }>;
  CohortItemConnection: ResolverTypeWrapper<Omit<CohortItemConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['CohortItem']> }>;
  CohortItemLabel: ResolverTypeWrapper<CohortItemLabel>;
  CohortLabel: ResolverTypeWrapper<CohortLabel>;
  CohortLabelValue: ResolverTypeWrapper<CohortLabelValue>;
  CohortMember: ResolverTypeWrapper<Omit<CohortMember, 'slide'> & { slide?: Maybe<ResolversTypes['Slide']> }>;
  CohortMemberPrediction: ResolverTypeWrapper<Omit<CohortMemberPrediction, 'error' | 'member' | 'prediction'> & { error?: Maybe<ResolversTypes['ItemError']>, member: ResolversTypes['CohortMember'], prediction?: Maybe<ResolversTypes['SlidePrediction']> }>;
  CohortModelOutcome: ResolverTypeWrapper<CohortModelOutcome>;
  CohortPrediction: ResolverTypeWrapper<Omit<CohortPrediction, 'error' | 'item' | 'members' | 'targets'> & { error?: Maybe<ResolversTypes['ItemError']>, item: ResolversTypes['CohortItem'], members: ReadonlyArray<ResolversTypes['CohortMemberPrediction']>, targets?: Maybe<ReadonlyArray<ResolversTypes['TargetPrediction']>> }>;
  CohortPredictionConnection: ResolverTypeWrapper<Omit<CohortPredictionConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['CohortPrediction']> }>;
  CohortPredictionOutcome: ResolverTypeWrapper<CohortPredictionOutcome>;
  CohortPredictionState: CohortPredictionState;
  CohortStanding: ResolverTypeWrapper<CohortStanding>;
  CohortUnit: CohortUnit;
  Comparator: Comparator;
  CompareScoresInput: CompareScoresInput;
  CompareVersionsInput: CompareVersionsInput;
  ComparedPathwaysInput: ComparedPathwaysInput;
  ComparedScale: ComparedScale;
  ComparedVersion: ResolverTypeWrapper<Omit<ComparedVersion, 'import'> & { import?: Maybe<ResolversTypes['PredictionImport']> }>;
  Comparison: ResolverTypeWrapper<Comparison>;
  ComparisonMethod: ResolverTypeWrapper<ComparisonMethod>;
  ComparisonMethodInput: ComparisonMethodInput;
  CoordsUnit: CoordsUnit;
  CreateCohortInput: CreateCohortInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DecisionCurve: ResolverTypeWrapper<DecisionCurve>;
  Digest: ResolverTypeWrapper<Scalars['Digest']['output']>;
  DirectionEvaluation: ResolverTypeWrapper<DirectionEvaluation>;
  DocumentProblem: ResolverTypeWrapper<DocumentProblem>;
  DomainCheck: ResolverTypeWrapper<DomainCheck>;
  DomainGroup: ResolverTypeWrapper<DomainGroup>;
  DomainGroupKind: DomainGroupKind;
  EmbeddingComparison: ResolverTypeWrapper<EmbeddingComparison>;
  EmbeddingFormat: EmbeddingFormat;
  EmbeddingGeneration: ResolverTypeWrapper<EmbeddingGeneration>;
  EmbeddingIndex: ResolverTypeWrapper<EmbeddingIndex>;
  EmbeddingInput: ResolverTypeWrapper<EmbeddingInput>;
  EmbeddingLevel: EmbeddingLevel;
  EmbeddingPair: ResolverTypeWrapper<EmbeddingPair>;
  EmbeddingRecipe: ResolverTypeWrapper<EmbeddingRecipe>;
  EmbeddingStratum: ResolverTypeWrapper<EmbeddingStratum>;
  EncoderProvenance: ResolverTypeWrapper<EncoderProvenance>;
  EnsembleCombine: EnsembleCombine;
  EnsembleMember: ResolverTypeWrapper<EnsembleMember>;
  EnsembleReading: ResolverTypeWrapper<EnsembleReading>;
  ErrorCount: ResolverTypeWrapper<ErrorCount>;
  EvaluateAlignmentInput: EvaluateAlignmentInput;
  EvaluationRecord: ResolverTypeWrapper<EvaluationRecord>;
  ExpressionAggregation: ExpressionAggregation;
  ExpressionComparison: ResolverTypeWrapper<ExpressionComparison>;
  ExpressionMatrix: ResolverTypeWrapper<ExpressionMatrix>;
  ExpressionMatrixConnection: ResolverTypeWrapper<ExpressionMatrixConnection>;
  ExpressionMember: ResolverTypeWrapper<ExpressionMember>;
  ExpressionProfileInput: ExpressionProfileInput;
  ExpressionScale: ExpressionScale;
  ExtractorContract: ResolverTypeWrapper<ExtractorContract>;
  ExtractorFilterInput: ExtractorFilterInput;
  FeatureBag: ResolverTypeWrapper<FeatureBag>;
  FeatureLevel: FeatureLevel;
  FeatureOrigin: FeatureOrigin;
  FeatureProvenance: ResolverTypeWrapper<FeatureProvenance>;
  FeatureQuartiles: ResolverTypeWrapper<FeatureQuartiles>;
  FlipConnection: ResolverTypeWrapper<FlipConnection>;
  FlipState: FlipState;
  GatedTerms: ResolverTypeWrapper<GatedTerms>;
  GeneEvidence: ResolverTypeWrapper<GeneEvidence>;
  GeneExpression: ResolverTypeWrapper<GeneExpression>;
  GeneIdentifierConnection: ResolverTypeWrapper<GeneIdentifierConnection>;
  GeneNameKind: GeneNameKind;
  GeneNamespace: GeneNamespace;
  GenePanel: ResolverTypeWrapper<GenePanel>;
  GenePanelConnection: ResolverTypeWrapper<GenePanelConnection>;
  GeneRefusal: ResolverTypeWrapper<GeneRefusal>;
  GeneRefusalCode: GeneRefusalCode;
  GeneSet: ResolverTypeWrapper<GeneSet>;
  GeneSetCollection: ResolverTypeWrapper<GeneSetCollection>;
  GeneSetCollectionConnection: ResolverTypeWrapper<GeneSetCollectionConnection>;
  GeneSetConnection: ResolverTypeWrapper<GeneSetConnection>;
  GsvaKernel: GsvaKernel;
  HeatMap: ResolverTypeWrapper<HeatMap>;
  HeatMapMode: HeatMapMode;
  HeatMapScale: HeatMapScale;
  ImportFeaturesInput: ImportFeaturesInput;
  ImportGenePanelInput: ImportGenePanelInput;
  ImportGeneSetCollectionInput: ImportGeneSetCollectionInput;
  ImportPredictionsInput: ImportPredictionsInput;
  ImportedItemScores: ResolverTypeWrapper<Omit<ImportedItemScores, 'called'> & { called: ReadonlyArray<ResolversTypes['TargetPrediction']> }>;
  ImportedScale: ImportedScale;
  ImportedScoreConnection: ResolverTypeWrapper<Omit<ImportedScoreConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['ImportedItemScores']> }>;
  ImportedTargetScore: ResolverTypeWrapper<ImportedTargetScore>;
  IndexEmbeddingsInput: IndexEmbeddingsInput;
  InferenceTransport: InferenceTransport;
  IntendedUse: ResolverTypeWrapper<IntendedUse>;
  ItemError: ResolverTypeWrapper<ItemError>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Job: ResolverTypeWrapper<Omit<Job, 'featureBag' | 'registration'> & { featureBag?: Maybe<ResolversTypes['FeatureBag']>, registration?: Maybe<ResolversTypes['RegistryWriteResult']> }>;
  JobConnection: ResolverTypeWrapper<Omit<JobConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Job']> }>;
  JobError: ResolverTypeWrapper<JobError>;
  JobKind: JobKind;
  JobState: JobState;
  Latency: ResolverTypeWrapper<Latency>;
  LeftOutConnection: ResolverTypeWrapper<LeftOutConnection>;
  LeftOutCount: ResolverTypeWrapper<LeftOutCount>;
  LeftOutItem: ResolverTypeWrapper<LeftOutItem>;
  LeftOutPair: ResolverTypeWrapper<LeftOutPair>;
  LeftOutPairReason: LeftOutPairReason;
  Level: Level;
  Licence: ResolverTypeWrapper<Licence>;
  LicenceAccess: LicenceAccess;
  LicenceFilterInput: LicenceFilterInput;
  LimitsOfAgreement: ResolverTypeWrapper<LimitsOfAgreement>;
  LineageLink: ResolverTypeWrapper<LineageLink>;
  LineageRole: LineageRole;
  LineageUse: ResolverTypeWrapper<LineageUse>;
  LineageUseConnection: ResolverTypeWrapper<LineageUseConnection>;
  LoadedModel: ResolverTypeWrapper<LoadedModel>;
  LoadedModelState: LoadedModelState;
  MarkerEmbeddings: ResolverTypeWrapper<MarkerEmbeddings>;
  MatrixFormat: MatrixFormat;
  MatrixPathwayScores: ResolverTypeWrapper<MatrixPathwayScores>;
  MatrixSignature: ResolverTypeWrapper<MatrixSignature>;
  McNemarMethod: McNemarMethod;
  McNemarTest: ResolverTypeWrapper<McNemarTest>;
  MeasuredGene: ResolverTypeWrapper<MeasuredGene>;
  MeasuredGeneConnection: ResolverTypeWrapper<MeasuredGeneConnection>;
  MeasuredGeneLookup: ResolverTypeWrapper<MeasuredGeneLookup>;
  MeasuredGeneOrder: MeasuredGeneOrder;
  MeasuredRecall: ResolverTypeWrapper<MeasuredRecall>;
  MeasuredValues: MeasuredValues;
  MemberDomainCheck: ResolverTypeWrapper<MemberDomainCheck>;
  MemberVotes: ResolverTypeWrapper<MemberVotes>;
  MissingGenes: MissingGenes;
  MissingPart: ResolverTypeWrapper<MissingPart>;
  MissingVectors: ResolverTypeWrapper<MissingVectors>;
  ModelAlias: ResolverTypeWrapper<ModelAlias>;
  ModelArtifact: ResolverTypeWrapper<ModelArtifact>;
  ModelProvenance: ResolverTypeWrapper<ModelProvenance>;
  ModelRef: ResolverTypeWrapper<Scalars['ModelRef']['output']>;
  ModelServer: ResolverTypeWrapper<ModelServer>;
  ModelServerState: ModelServerState;
  ModelTag: ResolverTypeWrapper<ModelTag>;
  ModelVersion: ResolverTypeWrapper<ModelVersion>;
  ModelVersionChanges: ResolverTypeWrapper<ModelVersionChanges>;
  ModelVersionConnection: ResolverTypeWrapper<ModelVersionConnection>;
  ModelVersionFilterInput: ModelVersionFilterInput;
  MppSource: MppSource;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Neighbour: ResolverTypeWrapper<Omit<Neighbour, 'slide'> & { slide?: Maybe<ResolversTypes['Slide']> }>;
  NeighbourFilterInput: NeighbourFilterInput;
  NeighbourMethod: NeighbourMethod;
  NeighbourSearchInput: NeighbourSearchInput;
  NeighbourTile: ResolverTypeWrapper<NeighbourTile>;
  Neighbours: ResolverTypeWrapper<Omit<Neighbours, 'neighbours'> & { neighbours: ReadonlyArray<ResolversTypes['Neighbour']> }>;
  NumericArray: ResolverTypeWrapper<NumericArray>;
  NumericValues: ResolverTypeWrapper<Scalars['NumericValues']['output']>;
  Organism: Organism;
  OutcomeKind: OutcomeKind;
  OverRepresentation: ResolverTypeWrapper<OverRepresentation>;
  OverRepresentedSet: ResolverTypeWrapper<OverRepresentedSet>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PassedOverReason: PassedOverReason;
  PathwayComparison: ResolverTypeWrapper<PathwayComparison>;
  PathwayEvidence: ResolverTypeWrapper<PathwayEvidence>;
  PathwayMethod: PathwayMethod;
  PathwaySet: ResolverTypeWrapper<PathwaySet>;
  PathwaySetConnection: ResolverTypeWrapper<PathwaySetConnection>;
  PathwaySettings: ResolverTypeWrapper<PathwaySettings>;
  PathwaySettingsInput: PathwaySettingsInput;
  PatientAggregation: PatientAggregation;
  PercentileSpread: ResolverTypeWrapper<PercentileSpread>;
  Placement: ResolverTypeWrapper<Placement>;
  PlacementOrigin: PlacementOrigin;
  PlacementState: PlacementState;
  PredictCohortInput: PredictCohortInput;
  PredictedCohortInput: PredictedCohortInput;
  PredictedGene: ResolverTypeWrapper<PredictedGene>;
  PredictedPathwayComparison: ResolverTypeWrapper<PredictedPathwayComparison>;
  PredictionContextInput: PredictionContextInput;
  PredictionImport: ResolverTypeWrapper<Omit<PredictionImport, 'scores'> & { scores: ResolversTypes['ImportedScoreConnection'] }>;
  PredictionTableRow: PredictionTableRow;
  PredictiveValues: ResolverTypeWrapper<PredictiveValues>;
  PrepareFeaturesInput: PrepareFeaturesInput;
  PrepareSpatialMapInput: PrepareSpatialMapInput;
  Preservation: Preservation;
  ProfileAgreement: ResolverTypeWrapper<ProfileAgreement>;
  ProfileAgreementConnection: ResolverTypeWrapper<ProfileAgreementConnection>;
  ProfileAlignment: ResolverTypeWrapper<ProfileAlignment>;
  ProfileInputFacts: ResolverTypeWrapper<ProfileInputFacts>;
  ProfileOrder: ProfileOrder;
  ProfilePair: ResolverTypeWrapper<ProfilePair>;
  ProfileProvenance: ResolverTypeWrapper<ProfileProvenance>;
  ProfileStratum: ResolverTypeWrapper<ProfileStratum>;
  ProfileSummary: ResolverTypeWrapper<ProfileSummary>;
  ProfileUnit: ProfileUnit;
  PromotionCounts: ResolverTypeWrapper<PromotionCounts>;
  PromotionImpact: ResolverTypeWrapper<Omit<PromotionImpact, 'changes' | 'cohort'> & { changes: ResolversTypes['ChangedCallConnection'], cohort?: Maybe<ResolversTypes['Cohort']> }>;
  PromotionStratum: ResolverTypeWrapper<PromotionStratum>;
  PromotionStratumKind: PromotionStratumKind;
  PromotionUnitCounts: ResolverTypeWrapper<PromotionUnitCounts>;
  Provenance: ResolverTypeWrapper<Provenance>;
  PublishedMetric: PublishedMetric;
  PublishedRate: ResolverTypeWrapper<PublishedRate>;
  QuarantinedEntry: ResolverTypeWrapper<QuarantinedEntry>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RankEvaluation: ResolverTypeWrapper<RankEvaluation>;
  Rate: ResolverTypeWrapper<Rate>;
  RecallEvaluation: ResolverTypeWrapper<RecallEvaluation>;
  ReferenceSet: ResolverTypeWrapper<ReferenceSet>;
  ReferenceWeightRule: ReferenceWeightRule;
  ReferenceWeightedExpression: ResolverTypeWrapper<ReferenceWeightedExpression>;
  ReferenceWeightedGene: ResolverTypeWrapper<ReferenceWeightedGene>;
  Region: ResolverTypeWrapper<Region>;
  RegionInput: RegionInput;
  RegisterSignatureInput: RegisterSignatureInput;
  RegisteredModel: ResolverTypeWrapper<RegisteredModel>;
  RegisteredModelConnection: ResolverTypeWrapper<RegisteredModelConnection>;
  RegisteredRecall: ResolverTypeWrapper<RegisteredRecall>;
  RegistryChange: ResolverTypeWrapper<RegistryChange>;
  RegistrySource: ResolverTypeWrapper<RegistrySource>;
  RegistrySourceKind: RegistrySourceKind;
  RegistrySourceState: RegistrySourceState;
  RegistryWrite: ResolverTypeWrapper<RegistryWrite>;
  RegistryWriteKind: RegistryWriteKind;
  RegistryWriteOutcome: RegistryWriteOutcome;
  RegistryWriteResult: ResolverTypeWrapper<Omit<RegistryWriteResult, 'changes' | 'impact'> & { changes: ReadonlyArray<ResolversTypes['RegistryChange']>, impact?: Maybe<ResolversTypes['PromotionImpact']> }>;
  ReliabilityBin: ResolverTypeWrapper<ReliabilityBin>;
  ReliabilityCurve: ResolverTypeWrapper<ReliabilityCurve>;
  ResampledUnit: ResampledUnit;
  Retrieval: ResolverTypeWrapper<Retrieval>;
  RetrievalDirection: RetrievalDirection;
  RetrievalIntervals: RetrievalIntervals;
  RetrievedItem: ResolverTypeWrapper<RetrievedItem>;
  RiskEstimate: ResolverTypeWrapper<RiskEstimate>;
  RocCurve: ResolverTypeWrapper<RocCurve>;
  Role: Role;
  Rollout: ResolverTypeWrapper<Rollout>;
  RolloutArm: ResolverTypeWrapper<RolloutArm>;
  RolloutArmInput: RolloutArmInput;
  RolloutShadowInput: RolloutShadowInput;
  RolloutShare: ResolverTypeWrapper<RolloutShare>;
  ScalarEstimate: ResolverTypeWrapper<ScalarEstimate>;
  ScoreDifferences: ResolverTypeWrapper<ScoreDifferences>;
  ScoreDirection: ScoreDirection;
  ScoreEvaluation: ResolverTypeWrapper<ScoreEvaluation>;
  ScoreExpressionMatrixInput: ScoreExpressionMatrixInput;
  ScoreFormat: ScoreFormat;
  ScoreOrigin: ScoreOrigin;
  ScorePair: ResolverTypeWrapper<ScorePair>;
  ScoreScale: ScoreScale;
  ScoreStability: ResolverTypeWrapper<ScoreStability>;
  ScoreThresholdInput: ScoreThresholdInput;
  ServedNameInput: ServedNameInput;
  ServerProvenance: ResolverTypeWrapper<ServerProvenance>;
  Signature: ResolverTypeWrapper<Signature>;
  SignatureClass: ResolverTypeWrapper<SignatureClass>;
  SignatureConnection: ResolverTypeWrapper<SignatureConnection>;
  SignatureCutOff: ResolverTypeWrapper<SignatureCutOff>;
  SignatureKind: SignatureKind;
  SignatureSample: ResolverTypeWrapper<SignatureSample>;
  SignatureSampleConnection: ResolverTypeWrapper<SignatureSampleConnection>;
  SiteEvaluation: ResolverTypeWrapper<SiteEvaluation>;
  Slide: ResolverTypeWrapper<Omit<Slide, 'featureBags' | 'prediction' | 'similar'> & { featureBags: ReadonlyArray<ResolversTypes['FeatureBag']>, prediction?: Maybe<ResolversTypes['SlidePrediction']>, similar?: Maybe<ResolversTypes['Neighbours']> }>;
  SlideAlignment: ResolverTypeWrapper<SlideAlignment>;
  SlideConnection: ResolverTypeWrapper<Omit<SlideConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Slide']> }>;
  SlideEmbedding: ResolverTypeWrapper<SlideEmbedding>;
  SlideExpression: ResolverTypeWrapper<SlideExpression>;
  SlideFormat: SlideFormat;
  SlideLevel: ResolverTypeWrapper<SlideLevel>;
  SlidePathwayScore: ResolverTypeWrapper<SlidePathwayScore>;
  SlidePathwayScoreConnection: ResolverTypeWrapper<SlidePathwayScoreConnection>;
  SlidePathwayScores: ResolverTypeWrapper<SlidePathwayScores>;
  SlidePrediction: ResolverTypeWrapper<Omit<SlidePrediction, 'domain' | 'targets'> & { domain?: Maybe<ResolversTypes['DomainCheck']>, targets: ReadonlyArray<ResolversTypes['TargetPrediction']> }>;
  SlideProvenance: ResolverTypeWrapper<SlideProvenance>;
  SlideSignature: ResolverTypeWrapper<SlideSignature>;
  SpatialAgreement: ResolverTypeWrapper<SpatialAgreement>;
  SpatialComparison: ResolverTypeWrapper<SpatialComparison>;
  SpatialDatatype: SpatialDatatype;
  SpatialLayer: ResolverTypeWrapper<SpatialLayer>;
  SpatialLayerConnection: ResolverTypeWrapper<SpatialLayerConnection>;
  SpatialLayerLookup: ResolverTypeWrapper<SpatialLayerLookup>;
  SpatialMap: ResolverTypeWrapper<SpatialMap>;
  SpatialMapKind: SpatialMapKind;
  SpatialMapMode: SpatialMapMode;
  SpatialMapProvenance: ResolverTypeWrapper<SpatialMapProvenance>;
  SpatialMeasurement: ResolverTypeWrapper<SpatialMeasurement>;
  SpatialSampleFormat: SpatialSampleFormat;
  SpatialScale: SpatialScale;
  SpatialWindow: ResolverTypeWrapper<SpatialWindow>;
  SpatialWindowInput: SpatialWindowInput;
  Specimen: Specimen;
  SpotCorrelation: ResolverTypeWrapper<SpotCorrelation>;
  SpotMatch: SpotMatch;
  SpotThinningInput: SpotThinningInput;
  SsgseaForm: SsgseaForm;
  SsgseaNormalisation: SsgseaNormalisation;
  StabilityAbsence: StabilityAbsence;
  StabilityBin: ResolverTypeWrapper<StabilityBin>;
  Stain: Stain;
  StandingCohort: ResolverTypeWrapper<StandingCohort>;
  StatisticDelta: ResolverTypeWrapper<StatisticDelta>;
  StatisticEstimate: ResolverTypeWrapper<StatisticEstimate>;
  StatisticName: StatisticName;
  StratumComparison: ResolverTypeWrapper<StratumComparison>;
  TargetPrediction: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['TargetPrediction']>;
  TaskKind: TaskKind;
  TensorChange: ResolverTypeWrapper<TensorChange>;
  TensorDirection: TensorDirection;
  TensorSignature: ResolverTypeWrapper<TensorSignature>;
  Threshold: ResolverTypeWrapper<Threshold>;
  ThresholdChange: ResolverTypeWrapper<ThresholdChange>;
  ThresholdEvidence: ResolverTypeWrapper<ThresholdEvidence>;
  ThresholdPolicy: ThresholdPolicy;
  ThresholdScale: ThresholdScale;
  TileInput: TileInput;
  Timings: ResolverTypeWrapper<Timings>;
  TopGenesBy: TopGenesBy;
  TrainingCheck: ResolverTypeWrapper<TrainingCheck>;
  TrainingState: TrainingState;
  TritonBackend: TritonBackend;
  TritonModel: ResolverTypeWrapper<TritonModel>;
  UnsharedGenes: ResolverTypeWrapper<UnsharedGenes>;
  ValueRange: ResolverTypeWrapper<ValueRange>;
  VectorInput: VectorInput;
  VersionComparison: ResolverTypeWrapper<Omit<VersionComparison, 'cohort' | 'versions'> & { cohort: ResolversTypes['Cohort'], versions: ReadonlyArray<ResolversTypes['ComparedVersion']> }>;
  Viewer: ResolverTypeWrapper<Viewer>;
  ZeroShotPathwayScore: ResolverTypeWrapper<ZeroShotPathwayScore>;
  ZeroShotPathwayScores: ResolverTypeWrapper<ZeroShotPathwayScores>;
  ZeroShotStatus: ZeroShotStatus;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AbsentStatistic: AbsentStatistic;
  Boolean: Scalars['Boolean']['output'];
  AddExpressionMatrixInput: AddExpressionMatrixInput;
  ID: Scalars['ID']['output'];
  AddSlideInput: AddSlideInput;
  Float: Scalars['Float']['output'];
  AddSpatialMeasurementInput: AddSpatialMeasurementInput;
  AliasProposal: AliasProposal;
  AlignedProfileInput: AlignedProfileInput;
  AlignmentCaution: AlignmentCaution;
  AlignmentEvaluation: AlignmentEvaluation;
  AlignmentHead: AlignmentHead;
  AlignmentPairsInput: AlignmentPairsInput;
  AlignmentTower: AlignmentTower;
  Answer: Omit<Answer, 'prediction' | 'slide' | 'slides' | 'under'> & { prediction?: Maybe<ResolversParentTypes['SlidePrediction']>, slide?: Maybe<ResolversParentTypes['Slide']>, slides: ReadonlyArray<ResolversParentTypes['Slide']>, under?: Maybe<ResolversParentTypes['SlidePrediction']> };
  AppliedCalibration: AppliedCalibration;
  AucEstimate: AucEstimate;
  AucTest: AucTest;
  BinaryCall: BinaryCall;
  CalibratedForInput: CalibratedForInput;
  CalibratedScore: ResolversInterfaceTypes<ResolversParentTypes>['CalibratedScore'];
  CalibrationFit: CalibrationFit;
  CalibrationProvenance: CalibrationProvenance;
  CalibrationRecord: CalibrationRecord;
  CallAgreement: CallAgreement;
  CallFlip: CallFlip;
  CallTable: CallTable;
  CallTransition: CallTransition;
  CardChange: CardChange;
  ChangedCall: ChangedCall;
  ChangedCallConnection: ChangedCallConnection;
  ChangedPlace: ChangedPlace;
  ClassCall: ClassCall;
  ClassScore: ClassScore;
  ClassVotes: ClassVotes;
  ClusterMeansInput: ClusterMeansInput;
  Cohort: Omit<Cohort, 'imports' | 'items' | 'predictions' | 'revisions'> & { imports: ReadonlyArray<ResolversParentTypes['PredictionImport']>, items: ResolversParentTypes['CohortItemConnection'], predictions: ResolversParentTypes['CohortPredictionConnection'], revisions: ReadonlyArray<ResolversParentTypes['Cohort']> };
  CohortConnection: Omit<CohortConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Cohort']> };
  CohortDomain: CohortDomain;
  CohortFailureCount: CohortFailureCount;
  CohortItem: Omit<CohortItem, 'labels' | 'members'> & { labels: ReadonlyArray<ResolversParentTypes['CohortItemLabel']>, members: ReadonlyArray<ResolversParentTypes['CohortMember']> };
  CohortItemConnection: Omit<CohortItemConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['CohortItem']> };
  CohortItemLabel: CohortItemLabel;
  CohortLabel: CohortLabel;
  CohortLabelValue: CohortLabelValue;
  CohortMember: Omit<CohortMember, 'slide'> & { slide?: Maybe<ResolversParentTypes['Slide']> };
  CohortMemberPrediction: Omit<CohortMemberPrediction, 'error' | 'member' | 'prediction'> & { error?: Maybe<ResolversParentTypes['ItemError']>, member: ResolversParentTypes['CohortMember'], prediction?: Maybe<ResolversParentTypes['SlidePrediction']> };
  CohortModelOutcome: CohortModelOutcome;
  CohortPrediction: Omit<CohortPrediction, 'error' | 'item' | 'members' | 'targets'> & { error?: Maybe<ResolversParentTypes['ItemError']>, item: ResolversParentTypes['CohortItem'], members: ReadonlyArray<ResolversParentTypes['CohortMemberPrediction']>, targets?: Maybe<ReadonlyArray<ResolversParentTypes['TargetPrediction']>> };
  CohortPredictionConnection: Omit<CohortPredictionConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['CohortPrediction']> };
  CohortPredictionOutcome: CohortPredictionOutcome;
  CohortStanding: CohortStanding;
  CompareScoresInput: CompareScoresInput;
  CompareVersionsInput: CompareVersionsInput;
  ComparedPathwaysInput: ComparedPathwaysInput;
  ComparedVersion: Omit<ComparedVersion, 'import'> & { import?: Maybe<ResolversParentTypes['PredictionImport']> };
  Comparison: Comparison;
  ComparisonMethod: ComparisonMethod;
  ComparisonMethodInput: ComparisonMethodInput;
  CreateCohortInput: CreateCohortInput;
  DateTime: Scalars['DateTime']['output'];
  DecisionCurve: DecisionCurve;
  Digest: Scalars['Digest']['output'];
  DirectionEvaluation: DirectionEvaluation;
  DocumentProblem: DocumentProblem;
  DomainCheck: DomainCheck;
  DomainGroup: DomainGroup;
  EmbeddingComparison: EmbeddingComparison;
  EmbeddingGeneration: EmbeddingGeneration;
  EmbeddingIndex: EmbeddingIndex;
  EmbeddingInput: EmbeddingInput;
  EmbeddingPair: EmbeddingPair;
  EmbeddingRecipe: EmbeddingRecipe;
  EmbeddingStratum: EmbeddingStratum;
  EncoderProvenance: EncoderProvenance;
  EnsembleMember: EnsembleMember;
  EnsembleReading: EnsembleReading;
  ErrorCount: ErrorCount;
  EvaluateAlignmentInput: EvaluateAlignmentInput;
  EvaluationRecord: EvaluationRecord;
  ExpressionComparison: ExpressionComparison;
  ExpressionMatrix: ExpressionMatrix;
  ExpressionMatrixConnection: ExpressionMatrixConnection;
  ExpressionMember: ExpressionMember;
  ExpressionProfileInput: ExpressionProfileInput;
  ExtractorContract: ExtractorContract;
  ExtractorFilterInput: ExtractorFilterInput;
  FeatureBag: FeatureBag;
  FeatureProvenance: FeatureProvenance;
  FeatureQuartiles: FeatureQuartiles;
  FlipConnection: FlipConnection;
  GatedTerms: GatedTerms;
  GeneEvidence: GeneEvidence;
  GeneExpression: GeneExpression;
  GeneIdentifierConnection: GeneIdentifierConnection;
  GenePanel: GenePanel;
  GenePanelConnection: GenePanelConnection;
  GeneRefusal: GeneRefusal;
  GeneSet: GeneSet;
  GeneSetCollection: GeneSetCollection;
  GeneSetCollectionConnection: GeneSetCollectionConnection;
  GeneSetConnection: GeneSetConnection;
  HeatMap: HeatMap;
  ImportFeaturesInput: ImportFeaturesInput;
  ImportGenePanelInput: ImportGenePanelInput;
  ImportGeneSetCollectionInput: ImportGeneSetCollectionInput;
  ImportPredictionsInput: ImportPredictionsInput;
  ImportedItemScores: Omit<ImportedItemScores, 'called'> & { called: ReadonlyArray<ResolversParentTypes['TargetPrediction']> };
  ImportedScoreConnection: Omit<ImportedScoreConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['ImportedItemScores']> };
  ImportedTargetScore: ImportedTargetScore;
  IndexEmbeddingsInput: IndexEmbeddingsInput;
  IntendedUse: IntendedUse;
  ItemError: ItemError;
  JSON: Scalars['JSON']['output'];
  Job: Omit<Job, 'featureBag' | 'registration'> & { featureBag?: Maybe<ResolversParentTypes['FeatureBag']>, registration?: Maybe<ResolversParentTypes['RegistryWriteResult']> };
  JobConnection: Omit<JobConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Job']> };
  JobError: JobError;
  Latency: Latency;
  LeftOutConnection: LeftOutConnection;
  LeftOutCount: LeftOutCount;
  LeftOutItem: LeftOutItem;
  LeftOutPair: LeftOutPair;
  Licence: Licence;
  LicenceFilterInput: LicenceFilterInput;
  LimitsOfAgreement: LimitsOfAgreement;
  LineageLink: LineageLink;
  LineageUse: LineageUse;
  LineageUseConnection: LineageUseConnection;
  LoadedModel: LoadedModel;
  MarkerEmbeddings: MarkerEmbeddings;
  MatrixPathwayScores: MatrixPathwayScores;
  MatrixSignature: MatrixSignature;
  McNemarTest: McNemarTest;
  MeasuredGene: MeasuredGene;
  MeasuredGeneConnection: MeasuredGeneConnection;
  MeasuredGeneLookup: MeasuredGeneLookup;
  MeasuredRecall: MeasuredRecall;
  MemberDomainCheck: MemberDomainCheck;
  MemberVotes: MemberVotes;
  MissingPart: MissingPart;
  MissingVectors: MissingVectors;
  ModelAlias: ModelAlias;
  ModelArtifact: ModelArtifact;
  ModelProvenance: ModelProvenance;
  ModelRef: Scalars['ModelRef']['output'];
  ModelServer: ModelServer;
  ModelTag: ModelTag;
  ModelVersion: ModelVersion;
  ModelVersionChanges: ModelVersionChanges;
  ModelVersionConnection: ModelVersionConnection;
  ModelVersionFilterInput: ModelVersionFilterInput;
  Mutation: Record<PropertyKey, never>;
  Neighbour: Omit<Neighbour, 'slide'> & { slide?: Maybe<ResolversParentTypes['Slide']> };
  NeighbourFilterInput: NeighbourFilterInput;
  NeighbourSearchInput: NeighbourSearchInput;
  NeighbourTile: NeighbourTile;
  Neighbours: Omit<Neighbours, 'neighbours'> & { neighbours: ReadonlyArray<ResolversParentTypes['Neighbour']> };
  NumericArray: NumericArray;
  NumericValues: Scalars['NumericValues']['output'];
  OverRepresentation: OverRepresentation;
  OverRepresentedSet: OverRepresentedSet;
  PageInfo: PageInfo;
  PathwayComparison: PathwayComparison;
  PathwayEvidence: PathwayEvidence;
  PathwaySet: PathwaySet;
  PathwaySetConnection: PathwaySetConnection;
  PathwaySettings: PathwaySettings;
  PathwaySettingsInput: PathwaySettingsInput;
  PercentileSpread: PercentileSpread;
  Placement: Placement;
  PredictCohortInput: PredictCohortInput;
  PredictedCohortInput: PredictedCohortInput;
  PredictedGene: PredictedGene;
  PredictedPathwayComparison: PredictedPathwayComparison;
  PredictionContextInput: PredictionContextInput;
  PredictionImport: Omit<PredictionImport, 'scores'> & { scores: ResolversParentTypes['ImportedScoreConnection'] };
  PredictiveValues: PredictiveValues;
  PrepareFeaturesInput: PrepareFeaturesInput;
  PrepareSpatialMapInput: PrepareSpatialMapInput;
  ProfileAgreement: ProfileAgreement;
  ProfileAgreementConnection: ProfileAgreementConnection;
  ProfileAlignment: ProfileAlignment;
  ProfileInputFacts: ProfileInputFacts;
  ProfilePair: ProfilePair;
  ProfileProvenance: ProfileProvenance;
  ProfileStratum: ProfileStratum;
  ProfileSummary: ProfileSummary;
  PromotionCounts: PromotionCounts;
  PromotionImpact: Omit<PromotionImpact, 'changes' | 'cohort'> & { changes: ResolversParentTypes['ChangedCallConnection'], cohort?: Maybe<ResolversParentTypes['Cohort']> };
  PromotionStratum: PromotionStratum;
  PromotionUnitCounts: PromotionUnitCounts;
  Provenance: Provenance;
  PublishedRate: PublishedRate;
  QuarantinedEntry: QuarantinedEntry;
  Query: Record<PropertyKey, never>;
  RankEvaluation: RankEvaluation;
  Rate: Rate;
  RecallEvaluation: RecallEvaluation;
  ReferenceSet: ReferenceSet;
  ReferenceWeightedExpression: ReferenceWeightedExpression;
  ReferenceWeightedGene: ReferenceWeightedGene;
  Region: Region;
  RegionInput: RegionInput;
  RegisterSignatureInput: RegisterSignatureInput;
  RegisteredModel: RegisteredModel;
  RegisteredModelConnection: RegisteredModelConnection;
  RegisteredRecall: RegisteredRecall;
  RegistryChange: RegistryChange;
  RegistrySource: RegistrySource;
  RegistryWrite: RegistryWrite;
  RegistryWriteResult: Omit<RegistryWriteResult, 'changes' | 'impact'> & { changes: ReadonlyArray<ResolversParentTypes['RegistryChange']>, impact?: Maybe<ResolversParentTypes['PromotionImpact']> };
  ReliabilityBin: ReliabilityBin;
  ReliabilityCurve: ReliabilityCurve;
  Retrieval: Retrieval;
  RetrievedItem: RetrievedItem;
  RiskEstimate: RiskEstimate;
  RocCurve: RocCurve;
  Rollout: Rollout;
  RolloutArm: RolloutArm;
  RolloutArmInput: RolloutArmInput;
  RolloutShadowInput: RolloutShadowInput;
  RolloutShare: RolloutShare;
  ScalarEstimate: ScalarEstimate;
  ScoreDifferences: ScoreDifferences;
  ScoreEvaluation: ScoreEvaluation;
  ScoreExpressionMatrixInput: ScoreExpressionMatrixInput;
  ScorePair: ScorePair;
  ScoreStability: ScoreStability;
  ScoreThresholdInput: ScoreThresholdInput;
  ServedNameInput: ServedNameInput;
  ServerProvenance: ServerProvenance;
  Signature: Signature;
  SignatureClass: SignatureClass;
  SignatureConnection: SignatureConnection;
  SignatureCutOff: SignatureCutOff;
  SignatureSample: SignatureSample;
  SignatureSampleConnection: SignatureSampleConnection;
  SiteEvaluation: SiteEvaluation;
  Slide: Omit<Slide, 'featureBags' | 'prediction' | 'similar'> & { featureBags: ReadonlyArray<ResolversParentTypes['FeatureBag']>, prediction?: Maybe<ResolversParentTypes['SlidePrediction']>, similar?: Maybe<ResolversParentTypes['Neighbours']> };
  SlideAlignment: SlideAlignment;
  SlideConnection: Omit<SlideConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Slide']> };
  SlideEmbedding: SlideEmbedding;
  SlideExpression: SlideExpression;
  SlideLevel: SlideLevel;
  SlidePathwayScore: SlidePathwayScore;
  SlidePathwayScoreConnection: SlidePathwayScoreConnection;
  SlidePathwayScores: SlidePathwayScores;
  SlidePrediction: Omit<SlidePrediction, 'domain' | 'targets'> & { domain?: Maybe<ResolversParentTypes['DomainCheck']>, targets: ReadonlyArray<ResolversParentTypes['TargetPrediction']> };
  SlideProvenance: SlideProvenance;
  SlideSignature: SlideSignature;
  SpatialAgreement: SpatialAgreement;
  SpatialComparison: SpatialComparison;
  SpatialLayer: SpatialLayer;
  SpatialLayerConnection: SpatialLayerConnection;
  SpatialLayerLookup: SpatialLayerLookup;
  SpatialMap: SpatialMap;
  SpatialMapProvenance: SpatialMapProvenance;
  SpatialMeasurement: SpatialMeasurement;
  SpatialWindow: SpatialWindow;
  SpatialWindowInput: SpatialWindowInput;
  SpotCorrelation: SpotCorrelation;
  SpotThinningInput: SpotThinningInput;
  StabilityBin: StabilityBin;
  StandingCohort: StandingCohort;
  StatisticDelta: StatisticDelta;
  StatisticEstimate: StatisticEstimate;
  StratumComparison: StratumComparison;
  TargetPrediction: ResolversInterfaceTypes<ResolversParentTypes>['TargetPrediction'];
  TensorChange: TensorChange;
  TensorSignature: TensorSignature;
  Threshold: Threshold;
  ThresholdChange: ThresholdChange;
  ThresholdEvidence: ThresholdEvidence;
  TileInput: TileInput;
  Timings: Timings;
  TrainingCheck: TrainingCheck;
  TritonModel: TritonModel;
  UnsharedGenes: UnsharedGenes;
  ValueRange: ValueRange;
  VectorInput: VectorInput;
  VersionComparison: Omit<VersionComparison, 'cohort' | 'versions'> & { cohort: ResolversParentTypes['Cohort'], versions: ReadonlyArray<ResolversParentTypes['ComparedVersion']> };
  Viewer: Viewer;
  ZeroShotPathwayScore: ZeroShotPathwayScore;
  ZeroShotPathwayScores: ZeroShotPathwayScores;
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
};

export type CostDirectiveArgs = {
  weight: Scalars['Int']['input'];
};

export type CostDirectiveResolver<Result, Parent, ContextType = any, Args = CostDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumedSize?: Maybe<Scalars['Int']['input']>;
  slicingArguments?: Maybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = any, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AbsentStatisticResolvers<ContextType = any, ParentType extends ResolversParentTypes['AbsentStatistic'] = ResolversParentTypes['AbsentStatistic']> = {
  isIntervalOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['AbsenceReason'], ParentType, ContextType>;
  statistic?: Resolver<ResolversTypes['StatisticName'], ParentType, ContextType>;
};

export type AliasProposalResolvers<ContextType = any, ParentType extends ResolversParentTypes['AliasProposal'] = ResolversParentTypes['AliasProposal']> = {
  alias?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  proposedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  proposedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AlignmentCautionResolvers<ContextType = any, ParentType extends ResolversParentTypes['AlignmentCaution'] = ResolversParentTypes['AlignmentCaution']> = {
  code?: Resolver<ResolversTypes['AlignmentCautionCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AlignmentEvaluationResolvers<ContextType = any, ParentType extends ResolversParentTypes['AlignmentEvaluation'] = ResolversParentTypes['AlignmentEvaluation']> = {
  cautions?: Resolver<ReadonlyArray<ResolversTypes['AlignmentCaution']>, ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  directions?: Resolver<ReadonlyArray<ResolversTypes['DirectionEvaluation']>, ParentType, ContextType>;
  leftOut?: Resolver<ReadonlyArray<ResolversTypes['LeftOutPair']>, ParentType, ContextType>;
  leftOutCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
  pairs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pairsDigest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  seed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sites?: Resolver<ReadonlyArray<ResolversTypes['SiteEvaluation']>, ParentType, ContextType>;
  spaceId?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
};

export type AlignmentHeadResolvers<ContextType = any, ParentType extends ResolversParentTypes['AlignmentHead'] = ResolversParentTypes['AlignmentHead']> = {
  cautions?: Resolver<ReadonlyArray<ResolversTypes['AlignmentCaution']>, ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  dimension?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  logitBias?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  logitScale?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
  referenceSets?: Resolver<ReadonlyArray<ResolversTypes['ReferenceSet']>, ParentType, ContextType>;
  scoreRule?: Resolver<ResolversTypes['AlignmentScoreRule'], ParentType, ContextType>;
  spaceId?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  towers?: Resolver<ReadonlyArray<ResolversTypes['AlignmentTower']>, ParentType, ContextType>;
};

export type AlignmentTowerResolvers<ContextType = any, ParentType extends ResolversParentTypes['AlignmentTower'] = ResolversParentTypes['AlignmentTower']> = {
  modality?: Resolver<ResolversTypes['AlignmentModality'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AnswerResolvers<ContextType = any, ParentType extends ResolversParentTypes['Answer'] = ResolversParentTypes['Answer']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  embedding?: Resolver<Maybe<ResolversTypes['SlideEmbedding']>, ParentType, ContextType>;
  expression?: Resolver<Maybe<ResolversTypes['SlideExpression']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AnswerKind'], ParentType, ContextType>;
  pathwayScores?: Resolver<Maybe<ResolversTypes['SlidePathwayScores']>, ParentType, ContextType>;
  prediction?: Resolver<Maybe<ResolversTypes['SlidePrediction']>, ParentType, ContextType, Partial<AnswerPredictionArgs>>;
  slide?: Resolver<Maybe<ResolversTypes['Slide']>, ParentType, ContextType>;
  slides?: Resolver<ReadonlyArray<ResolversTypes['Slide']>, ParentType, ContextType>;
  under?: Resolver<Maybe<ResolversTypes['SlidePrediction']>, ParentType, ContextType, RequireFields<AnswerUnderArgs, 'calibration'>>;
};

export type AppliedCalibrationResolvers<ContextType = any, ParentType extends ResolversParentTypes['AppliedCalibration'] = ResolversParentTypes['AppliedCalibration']> = {
  choice?: Resolver<ResolversTypes['CalibrationChoice'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  retiredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type AucEstimateResolvers<ContextType = any, ParentType extends ResolversParentTypes['AucEstimate'] = ResolversParentTypes['AucEstimate']> = {
  bootstrapCi?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  ci?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  variance?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type AucTestResolvers<ContextType = any, ParentType extends ResolversParentTypes['AucTest'] = ResolversParentTypes['AucTest']> = {
  adjustedP?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ci?: Resolver<ReadonlyArray<ResolversTypes['Float']>, ParentType, ContextType>;
  difference?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  p?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  standardError?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  z?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type BinaryCallResolvers<ContextType = any, ParentType extends ResolversParentTypes['BinaryCall'] = ResolversParentTypes['BinaryCall']> = {
  calibration?: Resolver<Maybe<ResolversTypes['AppliedCalibration']>, ParentType, ContextType>;
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
  holdsFor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  logit?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  meaning?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  memberScores?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  memberSpread?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  positiveClass?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  predictiveValues?: Resolver<Maybe<ResolversTypes['PredictiveValues']>, ParentType, ContextType>;
  probability?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  rawScore?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  threshold?: Resolver<Maybe<ResolversTypes['Threshold']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  votes?: Resolver<Maybe<ResolversTypes['MemberVotes']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CalibratedScoreResolvers<ContextType = any, ParentType extends ResolversParentTypes['CalibratedScore'] = ResolversParentTypes['CalibratedScore']> = {
  __resolveType: TypeResolveFn<'BinaryCall' | 'ClassScore' | 'RiskEstimate' | 'ScalarEstimate', ParentType, ContextType>;
};

export type CalibrationFitResolvers<ContextType = any, ParentType extends ResolversParentTypes['CalibrationFit'] = ResolversParentTypes['CalibrationFit']> = {
  inTheLarge?: Resolver<ResolversTypes['StatisticEstimate'], ParentType, ContextType>;
  intercept?: Resolver<ResolversTypes['StatisticEstimate'], ParentType, ContextType>;
  slope?: Resolver<ResolversTypes['StatisticEstimate'], ParentType, ContextType>;
};

export type CalibrationProvenanceResolvers<ContextType = any, ParentType extends ResolversParentTypes['CalibrationProvenance'] = ResolversParentTypes['CalibrationProvenance']> = {
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CalibrationRecordResolvers<ContextType = any, ParentType extends ResolversParentTypes['CalibrationRecord'] = ResolversParentTypes['CalibrationRecord']> = {
  addedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  addedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  class?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operatingPoints?: Resolver<ReadonlyArray<ResolversTypes['Threshold']>, ParentType, ContextType>;
  record?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  retiredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  retiredBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  retiredReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scanner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  specimen?: Resolver<Maybe<ResolversTypes['Specimen']>, ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CallAgreementResolvers<ContextType = any, ParentType extends ResolversParentTypes['CallAgreement'] = ResolversParentTypes['CallAgreement']> = {
  kappa?: Resolver<ResolversTypes['StatisticEstimate'], ParentType, ContextType>;
  observed?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CallFlipResolvers<ContextType = any, ParentType extends ResolversParentTypes['CallFlip'] = ResolversParentTypes['CallFlip']> = {
  a?: Resolver<ResolversTypes['FlipState'], ParentType, ContextType>;
  b?: Resolver<ResolversTypes['FlipState'], ParentType, ContextType>;
  isPositive?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  item?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CallTableResolvers<ContextType = any, ParentType extends ResolversParentTypes['CallTable'] = ResolversParentTypes['CallTable']> = {
  accuracy?: Resolver<Maybe<ResolversTypes['StatisticEstimate']>, ParentType, ContextType>;
  falseNegatives?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  falsePositives?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  npa?: Resolver<Maybe<ResolversTypes['StatisticEstimate']>, ParentType, ContextType>;
  npv?: Resolver<Maybe<ResolversTypes['StatisticEstimate']>, ParentType, ContextType>;
  ppa?: Resolver<Maybe<ResolversTypes['StatisticEstimate']>, ParentType, ContextType>;
  ppv?: Resolver<Maybe<ResolversTypes['StatisticEstimate']>, ParentType, ContextType>;
  threshold?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  trueNegatives?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  truePositives?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  uncalled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CallTransitionResolvers<ContextType = any, ParentType extends ResolversParentTypes['CallTransition'] = ResolversParentTypes['CallTransition']> = {
  after?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CardChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['CardChange'] = ResolversParentTypes['CardChange']> = {
  from?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  group?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isCut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  pointer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type ChangedCallResolvers<ContextType = any, ParentType extends ResolversParentTypes['ChangedCall'] = ResolversParentTypes['ChangedCall']> = {
  after?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
  answerAfter?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerBefore?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answersAfter?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  answersBefore?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  before?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  places?: Resolver<ReadonlyArray<ResolversTypes['ChangedPlace']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  slideId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  target?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ChangedCallConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ChangedCallConnection'] = ResolversParentTypes['ChangedCallConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ChangedCall']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChangedPlaceResolvers<ContextType = any, ParentType extends ResolversParentTypes['ChangedPlace'] = ResolversParentTypes['ChangedPlace']> = {
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  slideId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ClassCallResolvers<ContextType = any, ParentType extends ResolversParentTypes['ClassCall'] = ResolversParentTypes['ClassCall']> = {
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
  classCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  classes?: Resolver<ReadonlyArray<ResolversTypes['ClassScore']>, ParentType, ContextType, Partial<ClassCallClassesArgs>>;
  expectedRank?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  isOrdinal?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  meaning?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  medianClass?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tiedClasses?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  topClass?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  votes?: Resolver<Maybe<ResolversTypes['MemberVotes']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClassScoreResolvers<ContextType = any, ParentType extends ResolversParentTypes['ClassScore'] = ResolversParentTypes['ClassScore']> = {
  calibration?: Resolver<Maybe<ResolversTypes['AppliedCalibration']>, ParentType, ContextType>;
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
  holdsFor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  logit?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  memberScores?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  memberSpread?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  predictiveValues?: Resolver<Maybe<ResolversTypes['PredictiveValues']>, ParentType, ContextType>;
  probability?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  rawScore?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  rawScoreOrHigher?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  threshold?: Resolver<Maybe<ResolversTypes['Threshold']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClassVotesResolvers<ContextType = any, ParentType extends ResolversParentTypes['ClassVotes'] = ResolversParentTypes['ClassVotes']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  votes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CohortResolvers<ContextType = any, ParentType extends ResolversParentTypes['Cohort'] = ResolversParentTypes['Cohort']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  domain?: Resolver<ResolversTypes['CohortDomain'], ParentType, ContextType, RequireFields<CohortDomainArgs, 'model'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  imports?: Resolver<ReadonlyArray<ResolversTypes['PredictionImport']>, ParentType, ContextType>;
  itemCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  items?: Resolver<ResolversTypes['CohortItemConnection'], ParentType, ContextType, RequireFields<CohortItemsArgs, 'first'>>;
  labels?: Resolver<ReadonlyArray<ResolversTypes['CohortLabel']>, ParentType, ContextType>;
  licence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  patientCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  predictions?: Resolver<ResolversTypes['CohortPredictionConnection'], ParentType, ContextType, RequireFields<CohortPredictionsArgs, 'first' | 'model'>>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revisions?: Resolver<ReadonlyArray<ResolversTypes['Cohort']>, ParentType, ContextType>;
  slideCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['CohortUnit'], ParentType, ContextType>;
};

export type CohortConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['CohortConnection'] = ResolversParentTypes['CohortConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Cohort']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CohortDomainResolvers<ContextType = any, ParentType extends ResolversParentTypes['CohortDomain'] = ResolversParentTypes['CohortDomain']> = {
  groups?: Resolver<ReadonlyArray<ResolversTypes['DomainGroup']>, ParentType, ContextType>;
  limitPercentile?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CohortFailureCountResolvers<ContextType = any, ParentType extends ResolversParentTypes['CohortFailureCount'] = ResolversParentTypes['CohortFailureCount']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CohortItemResolvers<ContextType = any, ParentType extends ResolversParentTypes['CohortItem'] = ResolversParentTypes['CohortItem']> = {
  event?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  heldOutFold?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  inTraining?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  labels?: Resolver<ReadonlyArray<ResolversTypes['CohortItemLabel']>, ParentType, ContextType>;
  members?: Resolver<ReadonlyArray<ResolversTypes['CohortMember']>, ParentType, ContextType>;
  patient?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CohortItemConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['CohortItemConnection'] = ResolversParentTypes['CohortItemConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['CohortItem']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CohortItemLabelResolvers<ContextType = any, ParentType extends ResolversParentTypes['CohortItemLabel'] = ResolversParentTypes['CohortItemLabel']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CohortLabelResolvers<ContextType = any, ParentType extends ResolversParentTypes['CohortLabel'] = ResolversParentTypes['CohortLabel']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isNumeric?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['CohortLabelValue']>, ParentType, ContextType>;
};

export type CohortLabelValueResolvers<ContextType = any, ParentType extends ResolversParentTypes['CohortLabelValue'] = ResolversParentTypes['CohortLabelValue']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CohortMemberResolvers<ContextType = any, ParentType extends ResolversParentTypes['CohortMember'] = ResolversParentTypes['CohortMember']> = {
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  scanner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  slide?: Resolver<Maybe<ResolversTypes['Slide']>, ParentType, ContextType>;
  slideId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  specimen?: Resolver<Maybe<ResolversTypes['Specimen']>, ParentType, ContextType>;
};

export type CohortMemberPredictionResolvers<ContextType = any, ParentType extends ResolversParentTypes['CohortMemberPrediction'] = ResolversParentTypes['CohortMemberPrediction']> = {
  answerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['ItemError']>, ParentType, ContextType>;
  member?: Resolver<ResolversTypes['CohortMember'], ParentType, ContextType>;
  prediction?: Resolver<Maybe<ResolversTypes['SlidePrediction']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CohortPredictionState'], ParentType, ContextType>;
};

export type CohortModelOutcomeResolvers<ContextType = any, ParentType extends ResolversParentTypes['CohortModelOutcome'] = ResolversParentTypes['CohortModelOutcome']> = {
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  failures?: Resolver<ReadonlyArray<ResolversTypes['CohortFailureCount']>, ParentType, ContextType>;
  ref?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CohortPredictionResolvers<ContextType = any, ParentType extends ResolversParentTypes['CohortPrediction'] = ResolversParentTypes['CohortPrediction']> = {
  aggregation?: Resolver<Maybe<ResolversTypes['PatientAggregation']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['ItemError']>, ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CohortItem'], ParentType, ContextType>;
  members?: Resolver<ReadonlyArray<ResolversTypes['CohortMemberPrediction']>, ParentType, ContextType>;
  provenance?: Resolver<ReadonlyArray<ResolversTypes['Provenance']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CohortPredictionState'], ParentType, ContextType>;
  targets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TargetPrediction']>>, ParentType, ContextType>;
};

export type CohortPredictionConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['CohortPredictionConnection'] = ResolversParentTypes['CohortPredictionConnection']> = {
  csvHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CohortPredictionConnectionCsvHrefArgs, 'by'>>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['CohortPrediction']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CohortPredictionOutcomeResolvers<ContextType = any, ParentType extends ResolversParentTypes['CohortPredictionOutcome'] = ResolversParentTypes['CohortPredictionOutcome']> = {
  cohort?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  models?: Resolver<ReadonlyArray<ResolversTypes['CohortModelOutcome']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CohortStandingResolvers<ContextType = any, ParentType extends ResolversParentTypes['CohortStanding'] = ResolversParentTypes['CohortStanding']> = {
  cohort?: Resolver<Maybe<ResolversTypes['StandingCohort']>, ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  percentile?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  zScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ComparedVersionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ComparedVersion'] = ResolversParentTypes['ComparedVersion']> = {
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  calibrations?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  import?: Resolver<Maybe<ResolversTypes['PredictionImport']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['ScoreOrigin'], ParentType, ContextType>;
  ref?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ComparisonResolvers<ContextType = any, ParentType extends ResolversParentTypes['Comparison'] = ResolversParentTypes['Comparison']> = {
  csv?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  leftOut?: Resolver<ResolversTypes['LeftOutConnection'], ParentType, ContextType, RequireFields<ComparisonLeftOutArgs, 'first'>>;
  method?: Resolver<ResolversTypes['ComparisonMethod'], ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['OutcomeKind'], ParentType, ContextType>;
  pairs?: Resolver<ReadonlyArray<ResolversTypes['ScorePair']>, ParentType, ContextType>;
  patients?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  positives?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  scores?: Resolver<ReadonlyArray<ResolversTypes['ScoreEvaluation']>, ParentType, ContextType>;
  strata?: Resolver<ReadonlyArray<ResolversTypes['StratumComparison']>, ParentType, ContextType>;
};

export type ComparisonMethodResolvers<ContextType = any, ParentType extends ResolversParentTypes['ComparisonMethod'] = ResolversParentTypes['ComparisonMethod']> = {
  bins?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  draws?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resampled?: Resolver<ResolversTypes['ResampledUnit'], ParentType, ContextType>;
  seed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DecisionCurveResolvers<ContextType = any, ParentType extends ResolversParentTypes['DecisionCurve'] = ResolversParentTypes['DecisionCurve']> = {
  lower?: Resolver<ResolversTypes['NumericValues'], ParentType, ContextType>;
  netBenefit?: Resolver<ResolversTypes['NumericValues'], ParentType, ContextType>;
  testAll?: Resolver<ResolversTypes['NumericValues'], ParentType, ContextType>;
  thresholds?: Resolver<ResolversTypes['NumericValues'], ParentType, ContextType>;
  upper?: Resolver<ResolversTypes['NumericValues'], ParentType, ContextType>;
};

export interface DigestScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Digest'], any> {
  name: 'Digest';
}

export type DirectionEvaluationResolvers<ContextType = any, ParentType extends ResolversParentTypes['DirectionEvaluation'] = ResolversParentTypes['DirectionEvaluation']> = {
  direction?: Resolver<ResolversTypes['RetrievalDirection'], ParentType, ContextType>;
  galleries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  gallerySize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  intervals?: Resolver<ResolversTypes['RetrievalIntervals'], ParentType, ContextType>;
  medianRank?: Resolver<ResolversTypes['RankEvaluation'], ParentType, ContextType>;
  recalls?: Resolver<ReadonlyArray<ResolversTypes['RecallEvaluation']>, ParentType, ContextType>;
};

export type DocumentProblemResolvers<ContextType = any, ParentType extends ResolversParentTypes['DocumentProblem'] = ResolversParentTypes['DocumentProblem']> = {
  pointer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DomainCheckResolvers<ContextType = any, ParentType extends ResolversParentTypes['DomainCheck'] = ResolversParentTypes['DomainCheck']> = {
  distance?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  isInside?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  limitDistance?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  limitPercentile?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  percentile?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  referenceSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DomainGroupResolvers<ContextType = any, ParentType extends ResolversParentTypes['DomainGroup'] = ResolversParentTypes['DomainGroup']> = {
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  beyondLimit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['DomainGroupKind'], ParentType, ContextType>;
  measured?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  percentiles?: Resolver<Maybe<ResolversTypes['PercentileSpread']>, ParentType, ContextType>;
  questions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stability?: Resolver<ReadonlyArray<ResolversTypes['ScoreStability']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EmbeddingComparisonResolvers<ContextType = any, ParentType extends ResolversParentTypes['EmbeddingComparison'] = ResolversParentTypes['EmbeddingComparison']> = {
  leftOut?: Resolver<ResolversTypes['LeftOutConnection'], ParentType, ContextType, RequireFields<EmbeddingComparisonLeftOutArgs, 'first'>>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  neighbours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pairs?: Resolver<ReadonlyArray<ResolversTypes['EmbeddingPair']>, ParentType, ContextType>;
  strata?: Resolver<ReadonlyArray<ResolversTypes['EmbeddingStratum']>, ParentType, ContextType>;
};

export type EmbeddingGenerationResolvers<ContextType = any, ParentType extends ResolversParentTypes['EmbeddingGeneration'] = ResolversParentTypes['EmbeddingGeneration']> = {
  cohortRevision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  datatype?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dimension?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  href?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<EmbeddingGenerationHrefArgs, 'float16' | 'format'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  idsHref?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  l2Normalised?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['EmbeddingLevel'], ParentType, ContextType>;
  manifestHref?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['MissingVectors']>, ParentType, ContextType>;
  readyAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  recall?: Resolver<ReadonlyArray<ResolversTypes['MeasuredRecall']>, ParentType, ContextType>;
  recipe?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  search?: Resolver<ResolversTypes['NeighbourMethod'], ParentType, ContextType>;
  spaceId?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  vectorCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
  versionDigest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
};

export type EmbeddingIndexResolvers<ContextType = any, ParentType extends ResolversParentTypes['EmbeddingIndex'] = ResolversParentTypes['EmbeddingIndex']> = {
  building?: Resolver<Maybe<ResolversTypes['EmbeddingGeneration']>, ParentType, ContextType>;
  cohort?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
  serving?: Resolver<Maybe<ResolversTypes['EmbeddingGeneration']>, ParentType, ContextType>;
};

export type EmbeddingInputResolvers<ContextType = any, ParentType extends ResolversParentTypes['EmbeddingInput'] = ResolversParentTypes['EmbeddingInput']> = {
  datatype?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EmbeddingPairResolvers<ContextType = any, ParentType extends ResolversParentTypes['EmbeddingPair'] = ResolversParentTypes['EmbeddingPair']> = {
  a?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  absent?: Resolver<ReadonlyArray<ResolversTypes['AbsentStatistic']>, ParentType, ContextType>;
  b?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cka?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  debiasedCka?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  expectedOverlap?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  isSameSpace?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  neighbourOverlap?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type EmbeddingRecipeResolvers<ContextType = any, ParentType extends ResolversParentTypes['EmbeddingRecipe'] = ResolversParentTypes['EmbeddingRecipe']> = {
  aggregation?: Resolver<Maybe<ResolversTypes['PatientAggregation']>, ParentType, ContextType>;
  inputs?: Resolver<ReadonlyArray<ResolversTypes['EmbeddingInput']>, ParentType, ContextType>;
  l2Normalised?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['EmbeddingLevel'], ParentType, ContextType>;
  outputVariant?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tensor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EmbeddingStratumResolvers<ContextType = any, ParentType extends ResolversParentTypes['EmbeddingStratum'] = ResolversParentTypes['EmbeddingStratum']> = {
  level?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pairs?: Resolver<ReadonlyArray<ResolversTypes['EmbeddingPair']>, ParentType, ContextType>;
  stratification?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EncoderProvenanceResolvers<ContextType = any, ParentType extends ResolversParentTypes['EncoderProvenance'] = ResolversParentTypes['EncoderProvenance']> = {
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EnsembleMemberResolvers<ContextType = any, ParentType extends ResolversParentTypes['EnsembleMember'] = ResolversParentTypes['EnsembleMember']> = {
  answerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  domain?: Resolver<Maybe<ResolversTypes['MemberDomainCheck']>, ParentType, ContextType>;
  isUsed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
  server?: Resolver<ResolversTypes['ServerProvenance'], ParentType, ContextType>;
};

export type EnsembleReadingResolvers<ContextType = any, ParentType extends ResolversParentTypes['EnsembleReading'] = ResolversParentTypes['EnsembleReading']> = {
  combine?: Resolver<ResolversTypes['EnsembleCombine'], ParentType, ContextType>;
  members?: Resolver<ReadonlyArray<ResolversTypes['EnsembleMember']>, ParentType, ContextType>;
};

export type ErrorCountResolvers<ContextType = any, ParentType extends ResolversParentTypes['ErrorCount'] = ResolversParentTypes['ErrorCount']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EvaluationRecordResolvers<ContextType = any, ParentType extends ResolversParentTypes['EvaluationRecord'] = ResolversParentTypes['EvaluationRecord']> = {
  cohort?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  interval?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  metric?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  n?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  protocol?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ExpressionComparisonResolvers<ContextType = any, ParentType extends ResolversParentTypes['ExpressionComparison'] = ResolversParentTypes['ExpressionComparison']> = {
  geneCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  leftOut?: Resolver<ResolversTypes['LeftOutConnection'], ParentType, ContextType, RequireFields<ExpressionComparisonLeftOutArgs, 'first'>>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pairs?: Resolver<ReadonlyArray<ResolversTypes['ProfilePair']>, ParentType, ContextType>;
  pathways?: Resolver<Maybe<ResolversTypes['PathwayComparison']>, ParentType, ContextType>;
  reliableCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  strata?: Resolver<ReadonlyArray<ResolversTypes['ProfileStratum']>, ParentType, ContextType>;
  transform?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unshared?: Resolver<ReadonlyArray<ResolversTypes['UnsharedGenes']>, ParentType, ContextType>;
};

export type ExpressionMatrixResolvers<ContextType = any, ParentType extends ResolversParentTypes['ExpressionMatrix'] = ResolversParentTypes['ExpressionMatrix']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  geneCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  licence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  namespace?: Resolver<ResolversTypes['GeneNamespace'], ParentType, ContextType>;
  organism?: Resolver<ResolversTypes['Organism'], ParentType, ContextType>;
  pathwayScores?: Resolver<ResolversTypes['MatrixPathwayScores'], ParentType, ContextType, RequireFields<ExpressionMatrixPathwayScoresArgs, 'collection' | 'settings'>>;
  sampleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  signature?: Resolver<Maybe<ResolversTypes['MatrixSignature']>, ParentType, ContextType, RequireFields<ExpressionMatrixSignatureArgs, 'id'>>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  transform?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ExpressionMatrixConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ExpressionMatrixConnection'] = ResolversParentTypes['ExpressionMatrixConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ExpressionMatrix']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ExpressionMemberResolvers<ContextType = any, ParentType extends ResolversParentTypes['ExpressionMember'] = ResolversParentTypes['ExpressionMember']> = {
  answerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isUsed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
};

export type ExtractorContractResolvers<ContextType = any, ParentType extends ResolversParentTypes['ExtractorContract'] = ResolversParentTypes['ExtractorContract']> = {
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  dimension?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  l2Normalised?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mpp?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  outputVariant?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tileSizePx?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FeatureBagResolvers<ContextType = any, ParentType extends ResolversParentTypes['FeatureBag'] = ResolversParentTypes['FeatureBag']> = {
  coordsHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FeatureBagCoordsHrefArgs, 'format'>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  dimension?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  encoder?: Resolver<ResolversTypes['EncoderProvenance'], ParentType, ContextType>;
  featuresHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FeatureBagFeaturesHrefArgs, 'format'>>;
  level?: Resolver<ResolversTypes['FeatureLevel'], ParentType, ContextType>;
  mpp?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['FeatureOrigin'], ParentType, ContextType>;
  preprocessingDigest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  recipe?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  tileCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tileEdgePx?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  tileSizePx?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FeatureProvenanceResolvers<ContextType = any, ParentType extends ResolversParentTypes['FeatureProvenance'] = ResolversParentTypes['FeatureProvenance']> = {
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  encoder?: Resolver<ResolversTypes['EncoderProvenance'], ParentType, ContextType>;
  inputDigest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['FeatureOrigin'], ParentType, ContextType>;
  preprocessingDigest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
};

export type FeatureQuartilesResolvers<ContextType = any, ParentType extends ResolversParentTypes['FeatureQuartiles'] = ResolversParentTypes['FeatureQuartiles']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lowerQuartile?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  median?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  upperQuartile?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type FlipConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['FlipConnection'] = ResolversParentTypes['FlipConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['CallFlip']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GatedTermsResolvers<ContextType = any, ParentType extends ResolversParentTypes['GatedTerms'] = ResolversParentTypes['GatedTerms']> = {
  acceptedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  attribution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
  referenceSet?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  spdxOrName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type GeneEvidenceResolvers<ContextType = any, ParentType extends ResolversParentTypes['GeneEvidence'] = ResolversParentTypes['GeneEvidence']> = {
  cohort?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  n?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  p?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  passed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  q?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  r?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  rmse?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type GeneExpressionResolvers<ContextType = any, ParentType extends ResolversParentTypes['GeneExpression'] = ResolversParentTypes['GeneExpression']> = {
  asked?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  gene?: Resolver<Maybe<ResolversTypes['PredictedGene']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['GeneRefusal']>, ParentType, ContextType>;
  resolvedBy?: Resolver<Maybe<ResolversTypes['GeneNameKind']>, ParentType, ContextType>;
};

export type GeneIdentifierConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['GeneIdentifierConnection'] = ResolversParentTypes['GeneIdentifierConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GenePanelResolvers<ContextType = any, ParentType extends ResolversParentTypes['GenePanel'] = ResolversParentTypes['GenePanel']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  geneCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  licence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  namespace?: Resolver<ResolversTypes['GeneNamespace'], ParentType, ContextType>;
  organism?: Resolver<ResolversTypes['Organism'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  symbols?: Resolver<ResolversTypes['GeneIdentifierConnection'], ParentType, ContextType, RequireFields<GenePanelSymbolsArgs, 'first'>>;
  textHref?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  usedBy?: Resolver<ReadonlyArray<ResolversTypes['ModelVersion']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GenePanelConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['GenePanelConnection'] = ResolversParentTypes['GenePanelConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['GenePanel']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GeneRefusalResolvers<ContextType = any, ParentType extends ResolversParentTypes['GeneRefusal'] = ResolversParentTypes['GeneRefusal']> = {
  candidates?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['GeneRefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GeneSetResolvers<ContextType = any, ParentType extends ResolversParentTypes['GeneSet'] = ResolversParentTypes['GeneSet']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  geneCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  genes?: Resolver<ResolversTypes['GeneIdentifierConnection'], ParentType, ContextType, RequireFields<GeneSetGenesArgs, 'first'>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GeneSetCollectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['GeneSetCollection'] = ResolversParentTypes['GeneSetCollection']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  geneCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  gmtHref?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  largestSet?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  licence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  membershipCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  namespace?: Resolver<ResolversTypes['GeneNamespace'], ParentType, ContextType>;
  organism?: Resolver<ResolversTypes['Organism'], ParentType, ContextType>;
  overRepresentation?: Resolver<ResolversTypes['OverRepresentation'], ParentType, ContextType, RequireFields<GeneSetCollectionOverRepresentationArgs, 'first' | 'genes' | 'maxSize' | 'minSize' | 'universe'>>;
  setCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sets?: Resolver<ResolversTypes['GeneSetConnection'], ParentType, ContextType, RequireFields<GeneSetCollectionSetsArgs, 'first'>>;
  smallestSet?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GeneSetCollectionConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['GeneSetCollectionConnection'] = ResolversParentTypes['GeneSetCollectionConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['GeneSetCollection']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GeneSetConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['GeneSetConnection'] = ResolversParentTypes['GeneSetConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['GeneSet']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HeatMapResolvers<ContextType = any, ParentType extends ResolversParentTypes['HeatMap'] = ResolversParentTypes['HeatMap']> = {
  class?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  coords?: Resolver<ResolversTypes['NumericArray'], ParentType, ContextType>;
  deepZoomHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<HeatMapDeepZoomHrefArgs, 'scale'>>;
  imageHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<HeatMapImageHrefArgs, 'maxEdgePx' | 'scale'>>;
  legendHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<HeatMapLegendHrefArgs, 'scale'>>;
  meaning?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['HeatMapMode'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  range?: Resolver<ReadonlyArray<ResolversTypes['Float']>, ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tileEdgePx?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  values?: Resolver<ResolversTypes['NumericArray'], ParentType, ContextType>;
};

export type ImportedItemScoresResolvers<ContextType = any, ParentType extends ResolversParentTypes['ImportedItemScores'] = ResolversParentTypes['ImportedItemScores']> = {
  called?: Resolver<ReadonlyArray<ResolversTypes['TargetPrediction']>, ParentType, ContextType>;
  item?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  targets?: Resolver<ReadonlyArray<ResolversTypes['ImportedTargetScore']>, ParentType, ContextType>;
};

export type ImportedScoreConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ImportedScoreConnection'] = ResolversParentTypes['ImportedScoreConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ImportedItemScores']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImportedTargetScoreResolvers<ContextType = any, ParentType extends ResolversParentTypes['ImportedTargetScore'] = ResolversParentTypes['ImportedTargetScore']> = {
  target?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type IntendedUseResolvers<ContextType = any, ParentType extends ResolversParentTypes['IntendedUse'] = ResolversParentTypes['IntendedUse']> = {
  limitations?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  medicalUse?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  organs?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  preservation?: Resolver<ReadonlyArray<ResolversTypes['Preservation']>, ParentType, ContextType>;
  scanners?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  specimens?: Resolver<ReadonlyArray<ResolversTypes['Specimen']>, ParentType, ContextType>;
  stains?: Resolver<ReadonlyArray<ResolversTypes['Stain']>, ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ItemErrorResolvers<ContextType = any, ParentType extends ResolversParentTypes['ItemError'] = ResolversParentTypes['ItemError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  facts?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type JobResolvers<ContextType = any, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job']> = {
  alignmentEvaluation?: Resolver<Maybe<ResolversTypes['AlignmentEvaluation']>, ParentType, ContextType>;
  cohortPrediction?: Resolver<Maybe<ResolversTypes['CohortPredictionOutcome']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  embeddingIndex?: Resolver<Maybe<ResolversTypes['EmbeddingIndex']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['JobError']>, ParentType, ContextType>;
  expressionMatrix?: Resolver<Maybe<ResolversTypes['ExpressionMatrix']>, ParentType, ContextType>;
  featureBag?: Resolver<Maybe<ResolversTypes['FeatureBag']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['JobKind'], ParentType, ContextType>;
  pathwayScores?: Resolver<Maybe<ResolversTypes['MatrixPathwayScores']>, ParentType, ContextType>;
  registration?: Resolver<Maybe<ResolversTypes['RegistryWriteResult']>, ParentType, ContextType>;
  spatialMap?: Resolver<Maybe<ResolversTypes['SpatialMap']>, ParentType, ContextType>;
  spatialMeasurement?: Resolver<Maybe<ResolversTypes['SpatialMeasurement']>, ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['JobState'], ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type JobConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['JobConnection'] = ResolversParentTypes['JobConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Job']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type JobErrorResolvers<ContextType = any, ParentType extends ResolversParentTypes['JobError'] = ResolversParentTypes['JobError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  facts?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type LatencyResolvers<ContextType = any, ParentType extends ResolversParentTypes['Latency'] = ResolversParentTypes['Latency']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  p50Ms?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  p95Ms?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  p99Ms?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type LeftOutConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['LeftOutConnection'] = ResolversParentTypes['LeftOutConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LeftOutItem']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LeftOutCountResolvers<ContextType = any, ParentType extends ResolversParentTypes['LeftOutCount'] = ResolversParentTypes['LeftOutCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LeftOutItemResolvers<ContextType = any, ParentType extends ResolversParentTypes['LeftOutItem'] = ResolversParentTypes['LeftOutItem']> = {
  item?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['MissingPart']>, ParentType, ContextType>;
};

export type LeftOutPairResolvers<ContextType = any, ParentType extends ResolversParentTypes['LeftOutPair'] = ResolversParentTypes['LeftOutPair']> = {
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['LeftOutPairReason'], ParentType, ContextType>;
};

export type LicenceResolvers<ContextType = any, ParentType extends ResolversParentTypes['Licence'] = ResolversParentTypes['Licence']> = {
  access?: Resolver<ResolversTypes['LicenceAccess'], ParentType, ContextType>;
  derivativeOutputs?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  gated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  inheritedFrom?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nonCommercial?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  referenceSet?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  spdxOrName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  terms?: Resolver<ReadonlyArray<ResolversTypes['GatedTerms']>, ParentType, ContextType>;
  unknownParts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LimitsOfAgreementResolvers<ContextType = any, ParentType extends ResolversParentTypes['LimitsOfAgreement'] = ResolversParentTypes['LimitsOfAgreement']> = {
  bias?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  limits?: Resolver<ReadonlyArray<ResolversTypes['Float']>, ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  standardDeviation?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type LineageLinkResolvers<ContextType = any, ParentType extends ResolversParentTypes['LineageLink'] = ResolversParentTypes['LineageLink']> = {
  modelVersion?: Resolver<Maybe<ResolversTypes['ModelVersion']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['LineageRole'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LineageUseResolvers<ContextType = any, ParentType extends ResolversParentTypes['LineageUse'] = ResolversParentTypes['LineageUse']> = {
  modelVersion?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['LineageRole'], ParentType, ContextType>;
};

export type LineageUseConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['LineageUseConnection'] = ResolversParentTypes['LineageUseConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LineageUse']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LoadedModelResolvers<ContextType = any, ParentType extends ResolversParentTypes['LoadedModel'] = ResolversParentTypes['LoadedModel']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['LoadedModelState'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MarkerEmbeddingsResolvers<ContextType = any, ParentType extends ResolversParentTypes['MarkerEmbeddings'] = ResolversParentTypes['MarkerEmbeddings']> = {
  datatype?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dimension?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  l2Normalised?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  markers?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  recipe?: Resolver<ResolversTypes['EmbeddingRecipe'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  spaceId?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  tileCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  values?: Resolver<ResolversTypes['NumericValues'], ParentType, ContextType, RequireFields<MarkerEmbeddingsValuesArgs, 'encoding'>>;
  vocabularyDigest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
};

export type MatrixPathwayScoresResolvers<ContextType = any, ParentType extends ResolversParentTypes['MatrixPathwayScores'] = ResolversParentTypes['MatrixPathwayScores']> = {
  collectionDigest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  constantGenes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  geneCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MatrixPathwayScoresHrefArgs, 'format'>>;
  matrixDigest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  passedOverCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sampleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  setCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sets?: Resolver<ResolversTypes['PathwaySetConnection'], ParentType, ContextType, RequireFields<MatrixPathwayScoresSetsArgs, 'first'>>;
  settings?: Resolver<ResolversTypes['PathwaySettings'], ParentType, ContextType>;
};

export type MatrixSignatureResolvers<ContextType = any, ParentType extends ResolversParentTypes['MatrixSignature'] = ResolversParentTypes['MatrixSignature']> = {
  matrixDigest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  missingShare?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sampleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  samples?: Resolver<ResolversTypes['SignatureSampleConnection'], ParentType, ContextType, RequireFields<MatrixSignatureSamplesArgs, 'first'>>;
  signature?: Resolver<ResolversTypes['Signature'], ParentType, ContextType>;
};

export type McNemarTestResolvers<ContextType = any, ParentType extends ResolversParentTypes['McNemarTest'] = ResolversParentTypes['McNemarTest']> = {
  adjustedP?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['McNemarMethod'], ParentType, ContextType>;
  onlyA?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onlyB?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  p?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  statistic?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type MeasuredGeneResolvers<ContextType = any, ParentType extends ResolversParentTypes['MeasuredGene'] = ResolversParentTypes['MeasuredGene']> = {
  detected?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['GeneEvidence']>, ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pearson?: Resolver<Maybe<ResolversTypes['SpotCorrelation']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reliable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  spearman?: Resolver<Maybe<ResolversTypes['SpotCorrelation']>, ParentType, ContextType>;
};

export type MeasuredGeneConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['MeasuredGeneConnection'] = ResolversParentTypes['MeasuredGeneConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['MeasuredGene']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MeasuredGeneLookupResolvers<ContextType = any, ParentType extends ResolversParentTypes['MeasuredGeneLookup'] = ResolversParentTypes['MeasuredGeneLookup']> = {
  asked?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  gene?: Resolver<Maybe<ResolversTypes['MeasuredGene']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['GeneRefusal']>, ParentType, ContextType>;
};

export type MeasuredRecallResolvers<ContextType = any, ParentType extends ResolversParentTypes['MeasuredRecall'] = ResolversParentTypes['MeasuredRecall']> = {
  efSearch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  recallAt10?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type MemberDomainCheckResolvers<ContextType = any, ParentType extends ResolversParentTypes['MemberDomainCheck'] = ResolversParentTypes['MemberDomainCheck']> = {
  distance?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  isInside?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  limitPercentile?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  percentile?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type MemberVotesResolvers<ContextType = any, ParentType extends ResolversParentTypes['MemberVotes'] = ResolversParentTypes['MemberVotes']> = {
  cast?: Resolver<ReadonlyArray<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  classes?: Resolver<ReadonlyArray<ResolversTypes['ClassVotes']>, ParentType, ContextType>;
  counted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  thresholds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  tied?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  winner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MissingPartResolvers<ContextType = any, ParentType extends ResolversParentTypes['MissingPart'] = ResolversParentTypes['MissingPart']> = {
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MissingVectorsResolvers<ContextType = any, ParentType extends ResolversParentTypes['MissingVectors'] = ResolversParentTypes['MissingVectors']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ModelAliasResolvers<ContextType = any, ParentType extends ResolversParentTypes['ModelAlias'] = ResolversParentTypes['ModelAlias']> = {
  alias?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  movedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  movedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ModelArtifactResolvers<ContextType = any, ParentType extends ResolversParentTypes['ModelArtifact'] = ResolversParentTypes['ModelArtifact']> = {
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ArtifactRole'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ModelProvenanceResolvers<ContextType = any, ParentType extends ResolversParentTypes['ModelProvenance'] = ResolversParentTypes['ModelProvenance']> = {
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  ref?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
  snapshotTakenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface ModelRefScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ModelRef'], any> {
  name: 'ModelRef';
}

export type ModelServerResolvers<ContextType = any, ParentType extends ResolversParentTypes['ModelServer'] = ResolversParentTypes['ModelServer']> = {
  breaker?: Resolver<ResolversTypes['BreakerState'], ParentType, ContextType>;
  calls?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['ErrorCount']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inFlight?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  latency?: Resolver<Maybe<ResolversTypes['Latency']>, ParentType, ContextType>;
  loaded?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LoadedModel']>>, ParentType, ContextType>;
  lookError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lookedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  placements?: Resolver<ReadonlyArray<ResolversTypes['Placement']>, ParentType, ContextType>;
  queued?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  softwareName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  softwareVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ModelServerState'], ParentType, ContextType>;
  transport?: Resolver<Maybe<ResolversTypes['InferenceTransport']>, ParentType, ContextType>;
};

export type ModelTagResolvers<ContextType = any, ParentType extends ResolversParentTypes['ModelTag'] = ResolversParentTypes['ModelTag']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  setAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  setBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ModelVersionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ModelVersion'] = ResolversParentTypes['ModelVersion']> = {
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  alignmentHead?: Resolver<Maybe<ResolversTypes['AlignmentHead']>, ParentType, ContextType>;
  artifacts?: Resolver<ReadonlyArray<ResolversTypes['ModelArtifact']>, ParentType, ContextType>;
  basedOn?: Resolver<ReadonlyArray<ResolversTypes['LineageLink']>, ParentType, ContextType>;
  calibrations?: Resolver<ReadonlyArray<ResolversTypes['CalibrationRecord']>, ParentType, ContextType>;
  card?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  evaluation?: Resolver<ReadonlyArray<ResolversTypes['EvaluationRecord']>, ParentType, ContextType>;
  extractor?: Resolver<Maybe<ResolversTypes['ExtractorContract']>, ParentType, ContextType>;
  intendedUse?: Resolver<ResolversTypes['IntendedUse'], ParentType, ContextType>;
  isReady?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
  licence?: Resolver<ResolversTypes['Licence'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  notes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  placements?: Resolver<ReadonlyArray<ResolversTypes['Placement']>, ParentType, ContextType>;
  ref?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sameAs?: Resolver<ReadonlyArray<ResolversTypes['ModelVersion']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  task?: Resolver<ResolversTypes['TaskKind'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  trainedOn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tritonModel?: Resolver<Maybe<ResolversTypes['TritonModel']>, ParentType, ContextType, RequireFields<ModelVersionTritonModelArgs, 'backend'>>;
  usedBy?: Resolver<ResolversTypes['LineageUseConnection'], ParentType, ContextType, RequireFields<ModelVersionUsedByArgs, 'first'>>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ModelVersionChangesResolvers<ContextType = any, ParentType extends ResolversParentTypes['ModelVersionChanges'] = ResolversParentTypes['ModelVersionChanges']> = {
  cardChangeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cardChanges?: Resolver<ReadonlyArray<ResolversTypes['CardChange']>, ParentType, ContextType, Partial<ModelVersionChangesCardChangesArgs>>;
  from?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
  isSame?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  licenceChanges?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  tensorChangeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tensorChanges?: Resolver<ReadonlyArray<ResolversTypes['TensorChange']>, ParentType, ContextType>;
  thresholdChangeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  thresholdChanges?: Resolver<ReadonlyArray<ResolversTypes['ThresholdChange']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
};

export type ModelVersionConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ModelVersionConnection'] = ResolversParentTypes['ModelVersionConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ModelVersion']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptLicence?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType, RequireFields<MutationAcceptLicenceArgs, 'model'>>;
  addCalibration?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationAddCalibrationArgs, 'dryRun' | 'model' | 'record'>>;
  addExpressionMatrix?: Resolver<ResolversTypes['Job'], ParentType, ContextType, RequireFields<MutationAddExpressionMatrixArgs, 'input'>>;
  addSlide?: Resolver<ResolversTypes['Slide'], ParentType, ContextType, RequireFields<MutationAddSlideArgs, 'input'>>;
  addSpatialMeasurement?: Resolver<ResolversTypes['Job'], ParentType, ContextType, RequireFields<MutationAddSpatialMeasurementArgs, 'input'>>;
  approveAliasChange?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationApproveAliasChangeArgs, 'dryRun' | 'id'>>;
  cancelJob?: Resolver<ResolversTypes['Job'], ParentType, ContextType, RequireFields<MutationCancelJobArgs, 'id'>>;
  createCohort?: Resolver<ResolversTypes['Cohort'], ParentType, ContextType, RequireFields<MutationCreateCohortArgs, 'input'>>;
  importFeatures?: Resolver<ResolversTypes['FeatureBag'], ParentType, ContextType, RequireFields<MutationImportFeaturesArgs, 'input'>>;
  importGenePanel?: Resolver<ResolversTypes['GenePanel'], ParentType, ContextType, RequireFields<MutationImportGenePanelArgs, 'input'>>;
  importGeneSetCollection?: Resolver<ResolversTypes['GeneSetCollection'], ParentType, ContextType, RequireFields<MutationImportGeneSetCollectionArgs, 'input'>>;
  importPredictions?: Resolver<ResolversTypes['PredictionImport'], ParentType, ContextType, RequireFields<MutationImportPredictionsArgs, 'input'>>;
  indexEmbeddings?: Resolver<ResolversTypes['Job'], ParentType, ContextType, RequireFields<MutationIndexEmbeddingsArgs, 'input'>>;
  placeModelVersion?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationPlaceModelVersionArgs, 'dryRun' | 'model' | 'server'>>;
  predictCohort?: Resolver<ResolversTypes['Job'], ParentType, ContextType, RequireFields<MutationPredictCohortArgs, 'input'>>;
  prepareFeatures?: Resolver<ResolversTypes['Job'], ParentType, ContextType, RequireFields<MutationPrepareFeaturesArgs, 'input'>>;
  prepareSpatialMap?: Resolver<ResolversTypes['Job'], ParentType, ContextType, RequireFields<MutationPrepareSpatialMapArgs, 'input'>>;
  registerModelVersion?: Resolver<ResolversTypes['Job'], ParentType, ContextType, RequireFields<MutationRegisterModelVersionArgs, 'directory' | 'dryRun'>>;
  registerSignature?: Resolver<ResolversTypes['Signature'], ParentType, ContextType, RequireFields<MutationRegisterSignatureArgs, 'input'>>;
  removeAlias?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationRemoveAliasArgs, 'alias' | 'dryRun' | 'expectedVersion' | 'model'>>;
  removePlacement?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationRemovePlacementArgs, 'dryRun' | 'model' | 'server'>>;
  removeRollout?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationRemoveRolloutArgs, 'alias' | 'dryRun' | 'expectedRevision' | 'model'>>;
  retireCalibration?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationRetireCalibrationArgs, 'dryRun' | 'id' | 'model' | 'reason'>>;
  scoreExpressionMatrix?: Resolver<ResolversTypes['Job'], ParentType, ContextType, RequireFields<MutationScoreExpressionMatrixArgs, 'input'>>;
  setAlias?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationSetAliasArgs, 'alias' | 'dryRun' | 'model' | 'version'>>;
  setModelDescription?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationSetModelDescriptionArgs, 'dryRun' | 'model'>>;
  setModelTag?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationSetModelTagArgs, 'dryRun' | 'key' | 'model'>>;
  setRollout?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationSetRolloutArgs, 'alias' | 'arms' | 'dryRun' | 'fallback' | 'model'>>;
  startAlignmentEvaluation?: Resolver<ResolversTypes['Job'], ParentType, ContextType, RequireFields<MutationStartAlignmentEvaluationArgs, 'input'>>;
  syncRegistry?: Resolver<ReadonlyArray<ResolversTypes['RegistrySource']>, ParentType, ContextType, Partial<MutationSyncRegistryArgs>>;
};

export type NeighbourResolvers<ContextType = any, ParentType extends ResolversParentTypes['Neighbour'] = ResolversParentTypes['Neighbour']> = {
  item?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  patient?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  similarity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  slide?: Resolver<Maybe<ResolversTypes['Slide']>, ParentType, ContextType>;
  slideId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  tile?: Resolver<Maybe<ResolversTypes['NeighbourTile']>, ParentType, ContextType>;
};

export type NeighbourTileResolvers<ContextType = any, ParentType extends ResolversParentTypes['NeighbourTile'] = ResolversParentTypes['NeighbourTile']> = {
  edgePx?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  x?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NeighboursResolvers<ContextType = any, ParentType extends ResolversParentTypes['Neighbours'] = ResolversParentTypes['Neighbours']> = {
  cohort?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  cohortRevision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  efSearch?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['NeighbourMethod'], ParentType, ContextType>;
  neighbours?: Resolver<ReadonlyArray<ResolversTypes['Neighbour']>, ParentType, ContextType>;
  recallAt10?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  searched?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  spaceId?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
};

export type NumericArrayResolvers<ContextType = any, ParentType extends ResolversParentTypes['NumericArray'] = ResolversParentTypes['NumericArray']> = {
  datatype?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<NumericArrayHrefArgs, 'format'>>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  values?: Resolver<ResolversTypes['NumericValues'], ParentType, ContextType, RequireFields<NumericArrayValuesArgs, 'encoding'>>;
};

export interface NumericValuesScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NumericValues'], any> {
  name: 'NumericValues';
}

export type OverRepresentationResolvers<ContextType = any, ParentType extends ResolversParentTypes['OverRepresentation'] = ResolversParentTypes['OverRepresentation']> = {
  geneCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  passedOverCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sets?: Resolver<ReadonlyArray<ResolversTypes['OverRepresentedSet']>, ParentType, ContextType>;
  testedSets?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  universeSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OverRepresentedSetResolvers<ContextType = any, ParentType extends ResolversParentTypes['OverRepresentedSet'] = ResolversParentTypes['OverRepresentedSet']> = {
  adjustedPValue?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  hits?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pValue?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  setSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = any, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PathwayComparisonResolvers<ContextType = any, ParentType extends ResolversParentTypes['PathwayComparison'] = ResolversParentTypes['PathwayComparison']> = {
  collectionDigest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  pairs?: Resolver<ReadonlyArray<ResolversTypes['ProfilePair']>, ParentType, ContextType>;
  passedOverCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  referenceDigest?: Resolver<Maybe<ResolversTypes['Digest']>, ParentType, ContextType>;
  setCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  settings?: Resolver<ResolversTypes['PathwaySettings'], ParentType, ContextType>;
  strata?: Resolver<ReadonlyArray<ResolversTypes['ProfileStratum']>, ParentType, ContextType>;
};

export type PathwayEvidenceResolvers<ContextType = any, ParentType extends ResolversParentTypes['PathwayEvidence'] = ResolversParentTypes['PathwayEvidence']> = {
  cohort?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  n?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  p?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  passed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  q?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  r?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  rmse?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PathwaySetResolvers<ContextType = any, ParentType extends ResolversParentTypes['PathwaySet'] = ResolversParentTypes['PathwaySet']> = {
  missing?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  overlap?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  passedOver?: Resolver<Maybe<ResolversTypes['PassedOverReason']>, ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PathwaySetConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['PathwaySetConnection'] = ResolversParentTypes['PathwaySetConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PathwaySet']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PathwaySettingsResolvers<ContextType = any, ParentType extends ResolversParentTypes['PathwaySettings'] = ResolversParentTypes['PathwaySettings']> = {
  form?: Resolver<Maybe<ResolversTypes['SsgseaForm']>, ParentType, ContextType>;
  kernel?: Resolver<Maybe<ResolversTypes['GsvaKernel']>, ParentType, ContextType>;
  maxDifference?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  maxSize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['PathwayMethod'], ParentType, ContextType>;
  minSize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  normalise?: Resolver<Maybe<ResolversTypes['SsgseaNormalisation']>, ParentType, ContextType>;
  weight?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PercentileSpreadResolvers<ContextType = any, ParentType extends ResolversParentTypes['PercentileSpread'] = ResolversParentTypes['PercentileSpread']> = {
  max?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  median?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  p5?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  p25?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  p75?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  p95?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PlacementResolvers<ContextType = any, ParentType extends ResolversParentTypes['Placement'] = ResolversParentTypes['Placement']> = {
  breaker?: Resolver<ResolversTypes['BreakerState'], ParentType, ContextType>;
  calls?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['ErrorCount']>, ParentType, ContextType>;
  latency?: Resolver<Maybe<ResolversTypes['Latency']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['PlacementOrigin'], ParentType, ContextType>;
  outstanding?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  servedName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  servedVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  server?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PlacementState'], ParentType, ContextType>;
};

export type PredictedGeneResolvers<ContextType = any, ParentType extends ResolversParentTypes['PredictedGene'] = ResolversParentTypes['PredictedGene']> = {
  evidence?: Resolver<Maybe<ResolversTypes['GeneEvidence']>, ParentType, ContextType>;
  memberSpread?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reliable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  standing?: Resolver<Maybe<ResolversTypes['CohortStanding']>, ParentType, ContextType>;
  symbol?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  transform?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PredictedPathwayComparisonResolvers<ContextType = any, ParentType extends ResolversParentTypes['PredictedPathwayComparison'] = ResolversParentTypes['PredictedPathwayComparison']> = {
  collectionDigest?: Resolver<Maybe<ResolversTypes['Digest']>, ParentType, ContextType>;
  leftOut?: Resolver<ResolversTypes['LeftOutConnection'], ParentType, ContextType, RequireFields<PredictedPathwayComparisonLeftOutArgs, 'first'>>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pairs?: Resolver<ReadonlyArray<ResolversTypes['ProfilePair']>, ParentType, ContextType>;
  reliableCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  setCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  strata?: Resolver<ReadonlyArray<ResolversTypes['ProfileStratum']>, ParentType, ContextType>;
  transform?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unshared?: Resolver<ReadonlyArray<ResolversTypes['UnsharedGenes']>, ParentType, ContextType>;
};

export type PredictionImportResolvers<ContextType = any, ParentType extends ResolversParentTypes['PredictionImport'] = ResolversParentTypes['PredictionImport']> = {
  cohort?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  itemCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  modelDigest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['ScoreOrigin'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  scale?: Resolver<ResolversTypes['ImportedScale'], ParentType, ContextType>;
  scores?: Resolver<ResolversTypes['ImportedScoreConnection'], ParentType, ContextType, RequireFields<PredictionImportScoresArgs, 'first'>>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  targets?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PredictiveValuesResolvers<ContextType = any, ParentType extends ResolversParentTypes['PredictiveValues'] = ResolversParentTypes['PredictiveValues']> = {
  calledPositivePer1000?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  missedPer1000?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  npv?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  npvInterval?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  ppv?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ppvInterval?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  prevalence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  testsAvoidedPer1000?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ProfileAgreementResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProfileAgreement'] = ResolversParentTypes['ProfileAgreement']> = {
  absent?: Resolver<ReadonlyArray<ResolversTypes['AbsentStatistic']>, ParentType, ContextType>;
  bias?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  limits?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  overlaps?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Int']>>, ParentType, ContextType>;
  pearson?: Resolver<Maybe<ResolversTypes['StatisticEstimate']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reliable?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  rmse?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  spearman?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  standardDeviation?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  trend?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ProfileAgreementConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProfileAgreementConnection'] = ResolversParentTypes['ProfileAgreementConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ProfileAgreement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProfileAlignmentResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProfileAlignment'] = ResolversParentTypes['ProfileAlignment']> = {
  head?: Resolver<ResolversTypes['AlignmentHead'], ParentType, ContextType>;
  images?: Resolver<Maybe<ResolversTypes['Retrieval']>, ParentType, ContextType, RequireFields<ProfileAlignmentImagesArgs, 'first'>>;
  input?: Resolver<ResolversTypes['ProfileInputFacts'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['ProfileProvenance'], ParentType, ContextType>;
  values?: Resolver<ResolversTypes['NumericValues'], ParentType, ContextType, RequireFields<ProfileAlignmentValuesArgs, 'encoding'>>;
};

export type ProfileInputFactsResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProfileInputFacts'] = ResolversParentTypes['ProfileInputFacts']> = {
  geneCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  librarySize?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  panelSize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  recipe?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  sentence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['ProfileUnit'], ParentType, ContextType>;
};

export type ProfilePairResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProfilePair'] = ResolversParentTypes['ProfilePair']> = {
  a?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  b?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  csv?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  features?: Resolver<ResolversTypes['ProfileAgreementConnection'], ParentType, ContextType, RequireFields<ProfilePairFeaturesArgs, 'first' | 'order'>>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  named?: Resolver<ReadonlyArray<Maybe<ResolversTypes['ProfileAgreement']>>, ParentType, ContextType, RequireFields<ProfilePairNamedArgs, 'names'>>;
  reliable?: Resolver<Maybe<ResolversTypes['ProfileSummary']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['ProfileSummary'], ParentType, ContextType>;
};

export type ProfileProvenanceResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProfileProvenance'] = ResolversParentTypes['ProfileProvenance']> = {
  answerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  computedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  inputDigest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  isReused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelProvenance'], ParentType, ContextType>;
  server?: Resolver<ResolversTypes['ServerProvenance'], ParentType, ContextType>;
};

export type ProfileStratumResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProfileStratum'] = ResolversParentTypes['ProfileStratum']> = {
  level?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pairs?: Resolver<ReadonlyArray<ResolversTypes['ProfilePair']>, ParentType, ContextType>;
  stratification?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProfileSummaryResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProfileSummary'] = ResolversParentTypes['ProfileSummary']> = {
  bias?: Resolver<Maybe<ResolversTypes['FeatureQuartiles']>, ParentType, ContextType>;
  pearson?: Resolver<Maybe<ResolversTypes['FeatureQuartiles']>, ParentType, ContextType>;
  spearman?: Resolver<Maybe<ResolversTypes['FeatureQuartiles']>, ParentType, ContextType>;
  trend?: Resolver<Maybe<ResolversTypes['FeatureQuartiles']>, ParentType, ContextType>;
};

export type PromotionCountsResolvers<ContextType = any, ParentType extends ResolversParentTypes['PromotionCounts'] = ResolversParentTypes['PromotionCounts']> = {
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  comparable?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lackingAfter?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lackingBefore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  patients?: Resolver<ResolversTypes['PromotionUnitCounts'], ParentType, ContextType>;
  questions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  slides?: Resolver<ResolversTypes['PromotionUnitCounts'], ParentType, ContextType>;
};

export type PromotionImpactResolvers<ContextType = any, ParentType extends ResolversParentTypes['PromotionImpact'] = ResolversParentTypes['PromotionImpact']> = {
  after?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changes?: Resolver<ResolversTypes['ChangedCallConnection'], ParentType, ContextType, RequireFields<PromotionImpactChangesArgs, 'first'>>;
  cohort?: Resolver<Maybe<ResolversTypes['Cohort']>, ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['PromotionCounts'], ParentType, ContextType>;
  notices?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  strata?: Resolver<ReadonlyArray<ResolversTypes['PromotionStratum']>, ParentType, ContextType>;
  transitions?: Resolver<ReadonlyArray<ResolversTypes['CallTransition']>, ParentType, ContextType>;
};

export type PromotionStratumResolvers<ContextType = any, ParentType extends ResolversParentTypes['PromotionStratum'] = ResolversParentTypes['PromotionStratum']> = {
  by?: Resolver<ResolversTypes['PromotionStratumKind'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['PromotionCounts'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PromotionUnitCountsResolvers<ContextType = any, ParentType extends ResolversParentTypes['PromotionUnitCounts'] = ResolversParentTypes['PromotionUnitCounts']> = {
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  comparable?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lackingAfter?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lackingBefore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  questions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProvenanceResolvers<ContextType = any, ParentType extends ResolversParentTypes['Provenance'] = ResolversParentTypes['Provenance']> = {
  answerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  calibration?: Resolver<Maybe<ResolversTypes['CalibrationProvenance']>, ParentType, ContextType>;
  computedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  features?: Resolver<ResolversTypes['FeatureProvenance'], ParentType, ContextType>;
  isReused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelProvenance'], ParentType, ContextType>;
  rollout?: Resolver<Maybe<ResolversTypes['RolloutArm']>, ParentType, ContextType>;
  server?: Resolver<ResolversTypes['ServerProvenance'], ParentType, ContextType>;
  slide?: Resolver<ResolversTypes['SlideProvenance'], ParentType, ContextType>;
  slides?: Resolver<ReadonlyArray<ResolversTypes['SlideProvenance']>, ParentType, ContextType>;
  timings?: Resolver<ResolversTypes['Timings'], ParentType, ContextType>;
};

export type PublishedRateResolvers<ContextType = any, ParentType extends ResolversParentTypes['PublishedRate'] = ResolversParentTypes['PublishedRate']> = {
  cohort?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  interval?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  metric?: Resolver<ResolversTypes['PublishedMetric'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  published?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  range?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type QuarantinedEntryResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuarantinedEntry'] = ResolversParentTypes['QuarantinedEntry']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['DocumentProblem']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = any, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  answer?: Resolver<Maybe<ResolversTypes['Answer']>, ParentType, ContextType, RequireFields<QueryAnswerArgs, 'id'>>;
  cohort?: Resolver<Maybe<ResolversTypes['Cohort']>, ParentType, ContextType, RequireFields<QueryCohortArgs, 'id'>>;
  cohorts?: Resolver<ResolversTypes['CohortConnection'], ParentType, ContextType, RequireFields<QueryCohortsArgs, 'first'>>;
  compareScores?: Resolver<ResolversTypes['Comparison'], ParentType, ContextType, RequireFields<QueryCompareScoresArgs, 'input'>>;
  compareVersions?: Resolver<ResolversTypes['VersionComparison'], ParentType, ContextType, RequireFields<QueryCompareVersionsArgs, 'input'>>;
  embeddingIndexes?: Resolver<ReadonlyArray<ResolversTypes['EmbeddingIndex']>, ParentType, ContextType, RequireFields<QueryEmbeddingIndexesArgs, 'cohort'>>;
  evaluateAlignment?: Resolver<Maybe<ResolversTypes['AlignmentEvaluation']>, ParentType, ContextType, RequireFields<QueryEvaluateAlignmentArgs, 'input'>>;
  expressionMatrices?: Resolver<ResolversTypes['ExpressionMatrixConnection'], ParentType, ContextType, RequireFields<QueryExpressionMatricesArgs, 'first'>>;
  expressionMatrix?: Resolver<Maybe<ResolversTypes['ExpressionMatrix']>, ParentType, ContextType, RequireFields<QueryExpressionMatrixArgs, 'id'>>;
  genePanel?: Resolver<Maybe<ResolversTypes['GenePanel']>, ParentType, ContextType, Partial<QueryGenePanelArgs>>;
  genePanels?: Resolver<ResolversTypes['GenePanelConnection'], ParentType, ContextType, RequireFields<QueryGenePanelsArgs, 'first'>>;
  geneSetCollection?: Resolver<Maybe<ResolversTypes['GeneSetCollection']>, ParentType, ContextType, RequireFields<QueryGeneSetCollectionArgs, 'id'>>;
  geneSetCollections?: Resolver<ResolversTypes['GeneSetCollectionConnection'], ParentType, ContextType, RequireFields<QueryGeneSetCollectionsArgs, 'first'>>;
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType, RequireFields<QueryJobArgs, 'id'>>;
  jobs?: Resolver<ResolversTypes['JobConnection'], ParentType, ContextType, RequireFields<QueryJobsArgs, 'first'>>;
  modelServers?: Resolver<ReadonlyArray<ResolversTypes['ModelServer']>, ParentType, ContextType>;
  modelVersion?: Resolver<Maybe<ResolversTypes['ModelVersion']>, ParentType, ContextType, RequireFields<QueryModelVersionArgs, 'ref'>>;
  modelVersionChanges?: Resolver<ResolversTypes['ModelVersionChanges'], ParentType, ContextType, RequireFields<QueryModelVersionChangesArgs, 'from' | 'to'>>;
  modelVersions?: Resolver<ResolversTypes['ModelVersionConnection'], ParentType, ContextType, RequireFields<QueryModelVersionsArgs, 'first' | 'orderBy'>>;
  nearest?: Resolver<ResolversTypes['Neighbours'], ParentType, ContextType, RequireFields<QueryNearestArgs, 'k' | 'model'>>;
  profileAlignment?: Resolver<Maybe<ResolversTypes['ProfileAlignment']>, ParentType, ContextType, RequireFields<QueryProfileAlignmentArgs, 'model' | 'profile'>>;
  promotionImpact?: Resolver<ResolversTypes['PromotionImpact'], ParentType, ContextType, RequireFields<QueryPromotionImpactArgs, 'alias' | 'model' | 'version'>>;
  registeredModels?: Resolver<ResolversTypes['RegisteredModelConnection'], ParentType, ContextType, RequireFields<QueryRegisteredModelsArgs, 'first' | 'orderBy'>>;
  registrySources?: Resolver<ReadonlyArray<ResolversTypes['RegistrySource']>, ParentType, ContextType>;
  signature?: Resolver<Maybe<ResolversTypes['Signature']>, ParentType, ContextType, RequireFields<QuerySignatureArgs, 'id'>>;
  signatures?: Resolver<ResolversTypes['SignatureConnection'], ParentType, ContextType, RequireFields<QuerySignaturesArgs, 'first'>>;
  slide?: Resolver<Maybe<ResolversTypes['Slide']>, ParentType, ContextType, RequireFields<QuerySlideArgs, 'id'>>;
  slideCatalog?: Resolver<ResolversTypes['SlideConnection'], ParentType, ContextType, RequireFields<QuerySlideCatalogArgs, 'first'>>;
  slides?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Slide']>>, ParentType, ContextType, RequireFields<QuerySlidesArgs, 'ids'>>;
  spatialMap?: Resolver<Maybe<ResolversTypes['SpatialMap']>, ParentType, ContextType, RequireFields<QuerySpatialMapArgs, 'digest'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
};

export type RankEvaluationResolvers<ContextType = any, ParentType extends ResolversParentTypes['RankEvaluation'] = ResolversParentTypes['RankEvaluation']> = {
  chance?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  interval?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RateResolvers<ContextType = any, ParentType extends ResolversParentTypes['Rate'] = ResolversParentTypes['Rate']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RecallEvaluationResolvers<ContextType = any, ParentType extends ResolversParentTypes['RecallEvaluation'] = ResolversParentTypes['RecallEvaluation']> = {
  chance?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  interval?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  k?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shuffled?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ReferenceSetResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReferenceSet'] = ResolversParentTypes['ReferenceSet']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  licence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  retrieval?: Resolver<ReadonlyArray<ResolversTypes['RegisteredRecall']>, ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReferenceWeightedExpressionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReferenceWeightedExpression'] = ResolversParentTypes['ReferenceWeightedExpression']> = {
  cautions?: Resolver<ReadonlyArray<ResolversTypes['AlignmentCaution']>, ParentType, ContextType>;
  effectiveItems?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  genes?: Resolver<ReadonlyArray<ResolversTypes['ReferenceWeightedGene']>, ParentType, ContextType>;
  negativeWeights?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  referenceSet?: Resolver<ResolversTypes['ReferenceSet'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ZeroShotStatus'], ParentType, ContextType>;
  transform?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  weights?: Resolver<ResolversTypes['ReferenceWeightRule'], ParentType, ContextType>;
};

export type ReferenceWeightedGeneResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReferenceWeightedGene'] = ResolversParentTypes['ReferenceWeightedGene']> = {
  asked?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  referenceMean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['GeneRefusal']>, ParentType, ContextType>;
  symbol?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type RegionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region']> = {
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  x?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RegisteredModelResolvers<ContextType = any, ParentType extends ResolversParentTypes['RegisteredModel'] = ResolversParentTypes['RegisteredModel']> = {
  aliasProposals?: Resolver<ReadonlyArray<ResolversTypes['AliasProposal']>, ParentType, ContextType>;
  aliases?: Resolver<ReadonlyArray<ResolversTypes['ModelAlias']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rollouts?: Resolver<ReadonlyArray<ResolversTypes['Rollout']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tags?: Resolver<ReadonlyArray<ResolversTypes['ModelTag']>, ParentType, ContextType>;
  versions?: Resolver<ReadonlyArray<ResolversTypes['ModelVersion']>, ParentType, ContextType>;
};

export type RegisteredModelConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['RegisteredModelConnection'] = ResolversParentTypes['RegisteredModelConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['RegisteredModel']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RegisteredRecallResolvers<ContextType = any, ParentType extends ResolversParentTypes['RegisteredRecall'] = ResolversParentTypes['RegisteredRecall']> = {
  chance?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['RetrievalDirection'], ParentType, ContextType>;
  gallerySize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  k?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  split?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RegistryChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['RegistryChange'] = ResolversParentTypes['RegistryChange']> = {
  after?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RegistrySourceResolvers<ContextType = any, ParentType extends ResolversParentTypes['RegistrySource'] = ResolversParentTypes['RegistrySource']> = {
  ageSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  calibrationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isWritable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RegistrySourceKind'], ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastErrorCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastSuccessAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modelCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quarantined?: Resolver<ReadonlyArray<ResolversTypes['QuarantinedEntry']>, ParentType, ContextType>;
  quarantinedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RegistrySourceState'], ParentType, ContextType>;
  versionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withoutCardCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RegistryWriteResolvers<ContextType = any, ParentType extends ResolversParentTypes['RegistryWrite'] = ResolversParentTypes['RegistryWrite']> = {
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RegistryWriteKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  writtenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  writtenBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RegistryWriteResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['RegistryWriteResult'] = ResolversParentTypes['RegistryWriteResult']> = {
  changes?: Resolver<ReadonlyArray<ResolversTypes['RegistryChange']>, ParentType, ContextType>;
  impact?: Resolver<Maybe<ResolversTypes['PromotionImpact']>, ParentType, ContextType, Partial<RegistryWriteResultImpactArgs>>;
  isInService?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  notices?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['RegistryWriteOutcome'], ParentType, ContextType>;
  write?: Resolver<Maybe<ResolversTypes['RegistryWrite']>, ParentType, ContextType>;
};

export type ReliabilityBinResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReliabilityBin'] = ResolversParentTypes['ReliabilityBin']> = {
  ci?: Resolver<ReadonlyArray<ResolversTypes['Float']>, ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  observed?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  predicted?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ReliabilityCurveResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReliabilityCurve'] = ResolversParentTypes['ReliabilityCurve']> = {
  bins?: Resolver<ReadonlyArray<ResolversTypes['ReliabilityBin']>, ParentType, ContextType>;
  ece?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RetrievalResolvers<ContextType = any, ParentType extends ResolversParentTypes['Retrieval'] = ResolversParentTypes['Retrieval']> = {
  chance?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['RetrievalDirection'], ParentType, ContextType>;
  gallerySize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  neighbours?: Resolver<ReadonlyArray<ResolversTypes['RetrievedItem']>, ParentType, ContextType>;
  referenceSet?: Resolver<ResolversTypes['ReferenceSet'], ParentType, ContextType>;
  registered?: Resolver<ReadonlyArray<ResolversTypes['RegisteredRecall']>, ParentType, ContextType>;
  scoreRule?: Resolver<ResolversTypes['AlignmentScoreRule'], ParentType, ContextType>;
};

export type RetrievedItemResolvers<ContextType = any, ParentType extends ResolversParentTypes['RetrievedItem'] = ResolversParentTypes['RetrievedItem']> = {
  logit?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  similarity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  x?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  y?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type RiskEstimateResolvers<ContextType = any, ParentType extends ResolversParentTypes['RiskEstimate'] = ResolversParentTypes['RiskEstimate']> = {
  calibration?: Resolver<Maybe<ResolversTypes['AppliedCalibration']>, ParentType, ContextType>;
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['ScoreDirection'], ParentType, ContextType>;
  holdsFor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  meaning?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  memberScores?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  memberSpread?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  predictiveValues?: Resolver<Maybe<ResolversTypes['PredictiveValues']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  riskScore?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  threshold?: Resolver<Maybe<ResolversTypes['Threshold']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RocCurveResolvers<ContextType = any, ParentType extends ResolversParentTypes['RocCurve'] = ResolversParentTypes['RocCurve']> = {
  falsePositiveRate?: Resolver<ResolversTypes['NumericValues'], ParentType, ContextType>;
  truePositiveRate?: Resolver<ResolversTypes['NumericValues'], ParentType, ContextType>;
};

export type RolloutResolvers<ContextType = any, ParentType extends ResolversParentTypes['Rollout'] = ResolversParentTypes['Rollout']> = {
  alias?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  arms?: Resolver<ReadonlyArray<ResolversTypes['RolloutShare']>, ParentType, ContextType>;
  fallback?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  isInForce?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  salt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  setAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  setBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shadow?: Resolver<Maybe<ResolversTypes['RolloutShare']>, ParentType, ContextType>;
  target?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RolloutArmResolvers<ContextType = any, ParentType extends ResolversParentTypes['RolloutArm'] = ResolversParentTypes['RolloutArm']> = {
  alias?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bucket?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isFallback?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RolloutShareResolvers<ContextType = any, ParentType extends ResolversParentTypes['RolloutShare'] = ResolversParentTypes['RolloutShare']> = {
  percent?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ScalarEstimateResolvers<ContextType = any, ParentType extends ResolversParentTypes['ScalarEstimate'] = ResolversParentTypes['ScalarEstimate']> = {
  calibration?: Resolver<Maybe<ResolversTypes['AppliedCalibration']>, ParentType, ContextType>;
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
  holdsFor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isInRange?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  meaning?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  memberScores?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  memberSpread?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  predictiveValues?: Resolver<Maybe<ResolversTypes['PredictiveValues']>, ParentType, ContextType>;
  range?: Resolver<Maybe<ResolversTypes['ValueRange']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  threshold?: Resolver<Maybe<ResolversTypes['Threshold']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ScoreDifferencesResolvers<ContextType = any, ParentType extends ResolversParentTypes['ScoreDifferences'] = ResolversParentTypes['ScoreDifferences']> = {
  bias?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  limits?: Resolver<ReadonlyArray<ResolversTypes['Float']>, ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pearson?: Resolver<Maybe<ResolversTypes['StatisticEstimate']>, ParentType, ContextType>;
  spearman?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  standardDeviation?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ScoreEvaluationResolvers<ContextType = any, ParentType extends ResolversParentTypes['ScoreEvaluation'] = ResolversParentTypes['ScoreEvaluation']> = {
  absent?: Resolver<ReadonlyArray<ResolversTypes['AbsentStatistic']>, ParentType, ContextType>;
  auc?: Resolver<Maybe<ResolversTypes['AucEstimate']>, ParentType, ContextType>;
  averagePrecision?: Resolver<Maybe<ResolversTypes['StatisticEstimate']>, ParentType, ContextType>;
  blandAltman?: Resolver<Maybe<ResolversTypes['LimitsOfAgreement']>, ParentType, ContextType>;
  brier?: Resolver<Maybe<ResolversTypes['StatisticEstimate']>, ParentType, ContextType>;
  cIndex?: Resolver<Maybe<ResolversTypes['StatisticEstimate']>, ParentType, ContextType>;
  calibration?: Resolver<Maybe<ResolversTypes['CalibrationFit']>, ParentType, ContextType>;
  calls?: Resolver<Maybe<ResolversTypes['CallTable']>, ParentType, ContextType>;
  decisionCurve?: Resolver<Maybe<ResolversTypes['DecisionCurve']>, ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pearson?: Resolver<Maybe<ResolversTypes['StatisticEstimate']>, ParentType, ContextType>;
  reliability?: Resolver<Maybe<ResolversTypes['ReliabilityCurve']>, ParentType, ContextType>;
  rmse?: Resolver<Maybe<ResolversTypes['StatisticEstimate']>, ParentType, ContextType>;
  roc?: Resolver<Maybe<ResolversTypes['RocCurve']>, ParentType, ContextType>;
  spearman?: Resolver<Maybe<ResolversTypes['StatisticEstimate']>, ParentType, ContextType>;
};

export type ScorePairResolvers<ContextType = any, ParentType extends ResolversParentTypes['ScorePair'] = ResolversParentTypes['ScorePair']> = {
  a?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  absent?: Resolver<ReadonlyArray<ResolversTypes['AbsentStatistic']>, ParentType, ContextType>;
  agreement?: Resolver<Maybe<ResolversTypes['CallAgreement']>, ParentType, ContextType>;
  b?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  delong?: Resolver<Maybe<ResolversTypes['AucTest']>, ParentType, ContextType>;
  deltas?: Resolver<ReadonlyArray<ResolversTypes['StatisticDelta']>, ParentType, ContextType>;
  differences?: Resolver<Maybe<ResolversTypes['ScoreDifferences']>, ParentType, ContextType>;
  flips?: Resolver<Maybe<ResolversTypes['FlipConnection']>, ParentType, ContextType, RequireFields<ScorePairFlipsArgs, 'first'>>;
  mcnemar?: Resolver<Maybe<ResolversTypes['McNemarTest']>, ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScoreStabilityResolvers<ContextType = any, ParentType extends ResolversParentTypes['ScoreStability'] = ResolversParentTypes['ScoreStability']> = {
  absence?: Resolver<Maybe<ResolversTypes['StabilityAbsence']>, ParentType, ContextType>;
  bins?: Resolver<Maybe<ReadonlyArray<ResolversTypes['StabilityBin']>>, ParentType, ContextType>;
  class?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  record?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scale?: Resolver<Maybe<ResolversTypes['ScoreScale']>, ParentType, ContextType>;
  target?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ServerProvenanceResolvers<ContextType = any, ParentType extends ResolversParentTypes['ServerProvenance'] = ResolversParentTypes['ServerProvenance']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reportedVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SignatureResolvers<ContextType = any, ParentType extends ResolversParentTypes['Signature'] = ResolversParentTypes['Signature']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  document?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  geneCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SignatureKind'], ParentType, ContextType>;
  licence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  namespace?: Resolver<ResolversTypes['GeneNamespace'], ParentType, ContextType>;
  organism?: Resolver<ResolversTypes['Organism'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SignatureClassResolvers<ContextType = any, ParentType extends ResolversParentTypes['SignatureClass'] = ResolversParentTypes['SignatureClass']> = {
  correlation?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SignatureConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SignatureConnection'] = ResolversParentTypes['SignatureConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Signature']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SignatureCutOffResolvers<ContextType = any, ParentType extends ResolversParentTypes['SignatureCutOff'] = ResolversParentTypes['SignatureCutOff']> = {
  cohort?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isAbove?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  n?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SignatureSampleResolvers<ContextType = any, ParentType extends ResolversParentTypes['SignatureSample'] = ResolversParentTypes['SignatureSample']> = {
  classes?: Resolver<ReadonlyArray<ResolversTypes['SignatureClass']>, ParentType, ContextType>;
  cutOffs?: Resolver<ReadonlyArray<ResolversTypes['SignatureCutOff']>, ParentType, ContextType>;
  sample?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  topClass?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SignatureSampleConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SignatureSampleConnection'] = ResolversParentTypes['SignatureSampleConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SignatureSample']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SiteEvaluationResolvers<ContextType = any, ParentType extends ResolversParentTypes['SiteEvaluation'] = ResolversParentTypes['SiteEvaluation']> = {
  directions?: Resolver<ReadonlyArray<ResolversTypes['DirectionEvaluation']>, ParentType, ContextType>;
  expectedShare?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  imageShare?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  pairs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transcriptomeShare?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SlideResolvers<ContextType = any, ParentType extends ResolversParentTypes['Slide'] = ResolversParentTypes['Slide']> = {
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  alignment?: Resolver<Maybe<ResolversTypes['SlideAlignment']>, ParentType, ContextType, RequireFields<SlideAlignmentArgs, 'model'>>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  embedding?: Resolver<Maybe<ResolversTypes['SlideEmbedding']>, ParentType, ContextType, RequireFields<SlideEmbeddingArgs, 'allowFallback' | 'model'>>;
  expression?: Resolver<Maybe<ResolversTypes['SlideExpression']>, ParentType, ContextType, RequireFields<SlideExpressionArgs, 'model'>>;
  featureBags?: Resolver<ReadonlyArray<ResolversTypes['FeatureBag']>, ParentType, ContextType>;
  format?: Resolver<ResolversTypes['SlideFormat'], ParentType, ContextType>;
  heightPx?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  levels?: Resolver<ReadonlyArray<ResolversTypes['SlideLevel']>, ParentType, ContextType>;
  markerEmbeddings?: Resolver<Maybe<ResolversTypes['MarkerEmbeddings']>, ParentType, ContextType, RequireFields<SlideMarkerEmbeddingsArgs, 'model'>>;
  mpp?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mppSource?: Resolver<Maybe<ResolversTypes['MppSource']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  objectivePower?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  organ?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pathwayScores?: Resolver<Maybe<ResolversTypes['SlidePathwayScores']>, ParentType, ContextType, RequireFields<SlidePathwayScoresArgs, 'model' | 'settings'>>;
  prediction?: Resolver<Maybe<ResolversTypes['SlidePrediction']>, ParentType, ContextType, RequireFields<SlidePredictionArgs, 'allowFallback' | 'model'>>;
  preservation?: Resolver<Maybe<ResolversTypes['Preservation']>, ParentType, ContextType>;
  scanner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signature?: Resolver<Maybe<ResolversTypes['SlideSignature']>, ParentType, ContextType, RequireFields<SlideSignatureArgs, 'model' | 'signature'>>;
  similar?: Resolver<Maybe<ResolversTypes['Neighbours']>, ParentType, ContextType, RequireFields<SlideSimilarArgs, 'k' | 'model'>>;
  site?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  spatialMap?: Resolver<Maybe<ResolversTypes['SpatialMap']>, ParentType, ContextType, RequireFields<SlideSpatialMapArgs, 'datatype' | 'model'>>;
  spatialMeasurements?: Resolver<ReadonlyArray<ResolversTypes['SpatialMeasurement']>, ParentType, ContextType>;
  specimen?: Resolver<Maybe<ResolversTypes['Specimen']>, ParentType, ContextType>;
  stain?: Resolver<Maybe<ResolversTypes['Stain']>, ParentType, ContextType>;
  thumbnailHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SlideThumbnailHrefArgs, 'maxEdgePx'>>;
  widthPx?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SlideAlignmentResolvers<ContextType = any, ParentType extends ResolversParentTypes['SlideAlignment'] = ResolversParentTypes['SlideAlignment']> = {
  aggregation?: Resolver<ResolversTypes['AlignmentAggregation'], ParentType, ContextType>;
  expression?: Resolver<Maybe<ResolversTypes['ReferenceWeightedExpression']>, ParentType, ContextType, RequireFields<SlideAlignmentExpressionArgs, 'nearest' | 'symbols' | 'weights'>>;
  head?: Resolver<ResolversTypes['AlignmentHead'], ParentType, ContextType>;
  pathwayScores?: Resolver<Maybe<ResolversTypes['ZeroShotPathwayScores']>, ParentType, ContextType, RequireFields<SlideAlignmentPathwayScoresArgs, 'background' | 'collection' | 'first' | 'minSize' | 'seed' | 'shift'>>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  tileCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  transcriptomes?: Resolver<Maybe<ResolversTypes['Retrieval']>, ParentType, ContextType, RequireFields<SlideAlignmentTranscriptomesArgs, 'first'>>;
  values?: Resolver<ResolversTypes['NumericValues'], ParentType, ContextType, RequireFields<SlideAlignmentValuesArgs, 'encoding'>>;
};

export type SlideConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SlideConnection'] = ResolversParentTypes['SlideConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Slide']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SlideEmbeddingResolvers<ContextType = any, ParentType extends ResolversParentTypes['SlideEmbedding'] = ResolversParentTypes['SlideEmbedding']> = {
  datatype?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dimension?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SlideEmbeddingHrefArgs, 'float16' | 'format'>>;
  l2Norm?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  l2Normalised?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  recipe?: Resolver<ResolversTypes['EmbeddingRecipe'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  spaceId?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  tileCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tilesLeftOut?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  values?: Resolver<ResolversTypes['NumericValues'], ParentType, ContextType, RequireFields<SlideEmbeddingValuesArgs, 'encoding'>>;
};

export type SlideExpressionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SlideExpression'] = ResolversParentTypes['SlideExpression']> = {
  aggregation?: Resolver<ResolversTypes['ExpressionAggregation'], ParentType, ContextType>;
  geneCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  geneSet?: Resolver<ReadonlyArray<ResolversTypes['GeneExpression']>, ParentType, ContextType, RequireFields<SlideExpressionGeneSetArgs, 'collection' | 'name' | 'reliable' | 'scale'>>;
  genes?: Resolver<ReadonlyArray<ResolversTypes['GeneExpression']>, ParentType, ContextType, RequireFields<SlideExpressionGenesArgs, 'scale' | 'symbols'>>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SlideExpressionHrefArgs, 'format'>>;
  members?: Resolver<ReadonlyArray<ResolversTypes['ExpressionMember']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
  provenance?: Resolver<ReadonlyArray<ResolversTypes['Provenance']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  reliableCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tileCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  top?: Resolver<ReadonlyArray<ResolversTypes['PredictedGene']>, ParentType, ContextType, RequireFields<SlideExpressionTopArgs, 'by' | 'first' | 'reliable' | 'scale'>>;
  training?: Resolver<ResolversTypes['TrainingCheck'], ParentType, ContextType>;
  transform?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<ResolversTypes['NumericValues'], ParentType, ContextType, RequireFields<SlideExpressionValuesArgs, 'encoding'>>;
  vocabularyDigest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
};

export type SlideLevelResolvers<ContextType = any, ParentType extends ResolversParentTypes['SlideLevel'] = ResolversParentTypes['SlideLevel']> = {
  downsample?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  heightPx?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  widthPx?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SlidePathwayScoreResolvers<ContextType = any, ParentType extends ResolversParentTypes['SlidePathwayScore'] = ResolversParentTypes['SlidePathwayScore']> = {
  evidence?: Resolver<Maybe<ResolversTypes['PathwayEvidence']>, ParentType, ContextType>;
  memberSpread?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  overlap?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  passedOver?: Resolver<Maybe<ResolversTypes['PassedOverReason']>, ParentType, ContextType>;
  reliable?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SlidePathwayScoreConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SlidePathwayScoreConnection'] = ResolversParentTypes['SlidePathwayScoreConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SlidePathwayScore']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SlidePathwayScoresResolvers<ContextType = any, ParentType extends ResolversParentTypes['SlidePathwayScores'] = ResolversParentTypes['SlidePathwayScores']> = {
  aggregation?: Resolver<ResolversTypes['ExpressionAggregation'], ParentType, ContextType>;
  collectionDigest?: Resolver<Maybe<ResolversTypes['Digest']>, ParentType, ContextType>;
  geneCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  learnedScores?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  members?: Resolver<ReadonlyArray<ResolversTypes['ExpressionMember']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
  passedOverCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  provenance?: Resolver<ReadonlyArray<ResolversTypes['Provenance']>, ParentType, ContextType>;
  referenceDigest?: Resolver<Maybe<ResolversTypes['Digest']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  reliableCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  scores?: Resolver<ResolversTypes['SlidePathwayScoreConnection'], ParentType, ContextType, RequireFields<SlidePathwayScoresScoresArgs, 'first'>>;
  setCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  settings?: Resolver<ResolversTypes['PathwaySettings'], ParentType, ContextType>;
  tileCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  training?: Resolver<ResolversTypes['TrainingCheck'], ParentType, ContextType>;
  transform?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vocabularyDigest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
};

export type SlidePredictionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SlidePrediction'] = ResolversParentTypes['SlidePrediction']> = {
  domain?: Resolver<Maybe<ResolversTypes['DomainCheck']>, ParentType, ContextType>;
  ensemble?: Resolver<Maybe<ResolversTypes['EnsembleReading']>, ParentType, ContextType>;
  heatMap?: Resolver<Maybe<ResolversTypes['HeatMap']>, ParentType, ContextType, RequireFields<SlidePredictionHeatMapArgs, 'mode'>>;
  heatMapModes?: Resolver<ReadonlyArray<ResolversTypes['HeatMapMode']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  targets?: Resolver<ReadonlyArray<ResolversTypes['TargetPrediction']>, ParentType, ContextType>;
  tileCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  training?: Resolver<ResolversTypes['TrainingCheck'], ParentType, ContextType>;
};

export type SlideProvenanceResolvers<ContextType = any, ParentType extends ResolversParentTypes['SlideProvenance'] = ResolversParentTypes['SlideProvenance']> = {
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SlideSignatureResolvers<ContextType = any, ParentType extends ResolversParentTypes['SlideSignature'] = ResolversParentTypes['SlideSignature']> = {
  classes?: Resolver<ReadonlyArray<ResolversTypes['SignatureClass']>, ParentType, ContextType>;
  cutOffs?: Resolver<ReadonlyArray<ResolversTypes['SignatureCutOff']>, ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  missingShare?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
  provenance?: Resolver<ReadonlyArray<ResolversTypes['Provenance']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  signature?: Resolver<ResolversTypes['Signature'], ParentType, ContextType>;
  topClass?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transform?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unreliable?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SpatialAgreementResolvers<ContextType = any, ParentType extends ResolversParentTypes['SpatialAgreement'] = ResolversParentTypes['SpatialAgreement']> = {
  aboveZero?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  geneCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  intervalAboveZero?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  medianR?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SpatialComparisonResolvers<ContextType = any, ParentType extends ResolversParentTypes['SpatialComparison'] = ResolversParentTypes['SpatialComparison']> = {
  depth?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  farthestPx?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  geneCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  genes?: Resolver<ReadonlyArray<ResolversTypes['MeasuredGeneLookup']>, ParentType, ContextType, RequireFields<SpatialComparisonGenesArgs, 'names'>>;
  isSameScale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  match?: Resolver<ResolversTypes['SpotMatch'], ParentType, ContextType>;
  matchedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  measuredUnit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  measurement?: Resolver<ResolversTypes['SpatialMeasurement'], ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notices?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  others?: Resolver<Maybe<ResolversTypes['SpatialAgreement']>, ParentType, ContextType>;
  page?: Resolver<ResolversTypes['MeasuredGeneConnection'], ParentType, ContextType, RequireFields<SpatialComparisonPageArgs, 'by' | 'first'>>;
  predictedUnit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reliable?: Resolver<Maybe<ResolversTypes['SpatialAgreement']>, ParentType, ContextType>;
  seed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  spotCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SpatialLayerResolvers<ContextType = any, ParentType extends ResolversParentTypes['SpatialLayer'] = ResolversParentTypes['SpatialLayer']> = {
  deepZoomHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SpatialLayerDeepZoomHrefArgs, 'scale'>>;
  evidence?: Resolver<Maybe<ResolversTypes['GeneEvidence']>, ParentType, ContextType>;
  imageHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SpatialLayerImageHrefArgs, 'maxEdgePx' | 'scale'>>;
  legendHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SpatialLayerLegendHrefArgs, 'scale'>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  range?: Resolver<ReadonlyArray<ResolversTypes['Float']>, ParentType, ContextType>;
  reliable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  values?: Resolver<ResolversTypes['NumericArray'], ParentType, ContextType, RequireFields<SpatialLayerValuesArgs, 'scale'>>;
};

export type SpatialLayerConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SpatialLayerConnection'] = ResolversParentTypes['SpatialLayerConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SpatialLayer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SpatialLayerLookupResolvers<ContextType = any, ParentType extends ResolversParentTypes['SpatialLayerLookup'] = ResolversParentTypes['SpatialLayerLookup']> = {
  asked?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  layer?: Resolver<Maybe<ResolversTypes['SpatialLayer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['GeneRefusal']>, ParentType, ContextType>;
  resolvedBy?: Resolver<Maybe<ResolversTypes['GeneNameKind']>, ParentType, ContextType>;
};

export type SpatialMapResolvers<ContextType = any, ParentType extends ResolversParentTypes['SpatialMap'] = ResolversParentTypes['SpatialMap']> = {
  comparison?: Resolver<ResolversTypes['SpatialComparison'], ParentType, ContextType, RequireFields<SpatialMapComparisonArgs, 'match' | 'measurement'>>;
  coords?: Resolver<ResolversTypes['NumericArray'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  datatype?: Resolver<ResolversTypes['SpatialDatatype'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  geoJsonHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SpatialMapGeoJsonHrefArgs, 'names' | 'scale'>>;
  h5adHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SpatialMapH5adHrefArgs, 'scale'>>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SpatialMapHrefArgs, 'format'>>;
  kind?: Resolver<ResolversTypes['SpatialMapKind'], ParentType, ContextType>;
  layerCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  layerPage?: Resolver<ResolversTypes['SpatialLayerConnection'], ParentType, ContextType, RequireFields<SpatialMapLayerPageArgs, 'first'>>;
  layers?: Resolver<ReadonlyArray<ResolversTypes['SpatialLayerLookup']>, ParentType, ContextType, RequireFields<SpatialMapLayersArgs, 'names'>>;
  meaning?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['SpatialMapMode'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
  pathwayScores?: Resolver<ResolversTypes['SpatialMap'], ParentType, ContextType, RequireFields<SpatialMapPathwayScoresArgs, 'collection' | 'settings'>>;
  provenance?: Resolver<ResolversTypes['SpatialMapProvenance'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  sets?: Resolver<Maybe<ResolversTypes['PathwaySetConnection']>, ParentType, ContextType, RequireFields<SpatialMapSetsArgs, 'first'>>;
  tileCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tileEdgePx?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  transform?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  valuedTileCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  values?: Resolver<ResolversTypes['NumericArray'], ParentType, ContextType, RequireFields<SpatialMapValuesArgs, 'names' | 'scale'>>;
  window?: Resolver<Maybe<ResolversTypes['SpatialWindow']>, ParentType, ContextType>;
};

export type SpatialMapProvenanceResolvers<ContextType = any, ParentType extends ResolversParentTypes['SpatialMapProvenance'] = ResolversParentTypes['SpatialMapProvenance']> = {
  features?: Resolver<ResolversTypes['FeatureProvenance'], ParentType, ContextType>;
  models?: Resolver<ReadonlyArray<ResolversTypes['ModelProvenance']>, ParentType, ContextType>;
  servers?: Resolver<ReadonlyArray<ResolversTypes['ServerProvenance']>, ParentType, ContextType>;
  slide?: Resolver<ResolversTypes['SlideProvenance'], ParentType, ContextType>;
};

export type SpatialMeasurementResolvers<ContextType = any, ParentType extends ResolversParentTypes['SpatialMeasurement'] = ResolversParentTypes['SpatialMeasurement']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  geneCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  licence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  medianDepth?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  spotCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  spotDiameterPx?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  valueKind?: Resolver<ResolversTypes['MeasuredValues'], ParentType, ContextType>;
};

export type SpatialWindowResolvers<ContextType = any, ParentType extends ResolversParentTypes['SpatialWindow'] = ResolversParentTypes['SpatialWindow']> = {
  minTiles?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  padding?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sizeTiles?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  strideTiles?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  windowCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SpotCorrelationResolvers<ContextType = any, ParentType extends ResolversParentTypes['SpotCorrelation'] = ResolversParentTypes['SpotCorrelation']> = {
  lower?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  upper?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type StabilityBinResolvers<ContextType = any, ParentType extends ResolversParentTypes['StabilityBin'] = ResolversParentTypes['StabilityBin']> = {
  from?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  observed?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  registered?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type StandingCohortResolvers<ContextType = any, ParentType extends ResolversParentTypes['StandingCohort'] = ResolversParentTypes['StandingCohort']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  itemCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  leftOut?: Resolver<ReadonlyArray<ResolversTypes['LeftOutCount']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StatisticDeltaResolvers<ContextType = any, ParentType extends ResolversParentTypes['StatisticDelta'] = ResolversParentTypes['StatisticDelta']> = {
  ci?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  statistic?: Resolver<ResolversTypes['StatisticName'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type StatisticEstimateResolvers<ContextType = any, ParentType extends ResolversParentTypes['StatisticEstimate'] = ResolversParentTypes['StatisticEstimate']> = {
  ci?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type StratumComparisonResolvers<ContextType = any, ParentType extends ResolversParentTypes['StratumComparison'] = ResolversParentTypes['StratumComparison']> = {
  level?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pairs?: Resolver<ReadonlyArray<ResolversTypes['ScorePair']>, ParentType, ContextType>;
  positives?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  scores?: Resolver<ReadonlyArray<ResolversTypes['ScoreEvaluation']>, ParentType, ContextType>;
  stratification?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TargetPredictionResolvers<ContextType = any, ParentType extends ResolversParentTypes['TargetPrediction'] = ResolversParentTypes['TargetPrediction']> = {
  __resolveType: TypeResolveFn<'BinaryCall' | 'ClassCall' | 'RiskEstimate' | 'ScalarEstimate', ParentType, ContextType>;
};

export type TensorChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['TensorChange'] = ResolversParentTypes['TensorChange']> = {
  direction?: Resolver<ResolversTypes['TensorDirection'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['TensorSignature']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['TensorSignature']>, ParentType, ContextType>;
};

export type TensorSignatureResolvers<ContextType = any, ParentType extends ResolversParentTypes['TensorSignature'] = ResolversParentTypes['TensorSignature']> = {
  axes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  datatype?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ThresholdResolvers<ContextType = any, ParentType extends ResolversParentTypes['Threshold'] = ResolversParentTypes['Threshold']> = {
  cohort?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  comparator?: Resolver<ResolversTypes['Comparator'], ParentType, ContextType>;
  evidence?: Resolver<ReadonlyArray<ResolversTypes['ThresholdEvidence']>, ParentType, ContextType>;
  npa?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  operatingPoint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['ThresholdPolicy'], ParentType, ContextType>;
  positiveWeight?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ppa?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  predictiveValues?: Resolver<Maybe<ResolversTypes['PredictiveValues']>, ParentType, ContextType, RequireFields<ThresholdPredictiveValuesArgs, 'prevalence'>>;
  publishedRates?: Resolver<ReadonlyArray<ResolversTypes['PublishedRate']>, ParentType, ContextType>;
  scale?: Resolver<ResolversTypes['ThresholdScale'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ThresholdChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ThresholdChange'] = ResolversParentTypes['ThresholdChange']> = {
  changed?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  class?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Threshold']>, ParentType, ContextType>;
  fromRecord?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  operatingPoint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scanner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  specimen?: Resolver<Maybe<ResolversTypes['Specimen']>, ParentType, ContextType>;
  target?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Threshold']>, ParentType, ContextType>;
  toRecord?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type ThresholdEvidenceResolvers<ContextType = any, ParentType extends ResolversParentTypes['ThresholdEvidence'] = ResolversParentTypes['ThresholdEvidence']> = {
  cohort?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  npa?: Resolver<Maybe<ResolversTypes['Rate']>, ParentType, ContextType>;
  npv?: Resolver<Maybe<ResolversTypes['Rate']>, ParentType, ContextType>;
  positives?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ppa?: Resolver<Maybe<ResolversTypes['Rate']>, ParentType, ContextType>;
  ppv?: Resolver<Maybe<ResolversTypes['Rate']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TimingsResolvers<ContextType = any, ParentType extends ResolversParentTypes['Timings'] = ResolversParentTypes['Timings']> = {
  inferMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  loadMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  totalMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type TrainingCheckResolvers<ContextType = any, ParentType extends ResolversParentTypes['TrainingCheck'] = ResolversParentTypes['TrainingCheck']> = {
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TrainingState'], ParentType, ContextType>;
  trainedOn?: Resolver<ReadonlyArray<ResolversTypes['ModelRef']>, ParentType, ContextType>;
};

export type TritonModelResolvers<ContextType = any, ParentType extends ResolversParentTypes['TritonModel'] = ResolversParentTypes['TritonModel']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  config?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  modelFile?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UnsharedGenesResolvers<ContextType = any, ParentType extends ResolversParentTypes['UnsharedGenes'] = ResolversParentTypes['UnsharedGenes']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ref?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ValueRangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ValueRange'] = ResolversParentTypes['ValueRange']> = {
  max?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type VersionComparisonResolvers<ContextType = any, ParentType extends ResolversParentTypes['VersionComparison'] = ResolversParentTypes['VersionComparison']> = {
  class?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cohort?: Resolver<ResolversTypes['Cohort'], ParentType, ContextType>;
  comparison?: Resolver<Maybe<ResolversTypes['Comparison']>, ParentType, ContextType>;
  embeddings?: Resolver<Maybe<ResolversTypes['EmbeddingComparison']>, ParentType, ContextType>;
  expression?: Resolver<Maybe<ResolversTypes['ExpressionComparison']>, ParentType, ContextType>;
  notices?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  pathways?: Resolver<Maybe<ResolversTypes['PredictedPathwayComparison']>, ParentType, ContextType>;
  scale?: Resolver<Maybe<ResolversTypes['ComparedScale']>, ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  versions?: Resolver<ReadonlyArray<ResolversTypes['ComparedVersion']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = any, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ZeroShotPathwayScoreResolvers<ContextType = any, ParentType extends ResolversParentTypes['ZeroShotPathwayScore'] = ResolversParentTypes['ZeroShotPathwayScore']> = {
  backgroundPercentile?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  calibration?: Resolver<Maybe<ResolversTypes['CalibrationProvenance']>, ParentType, ContextType>;
  contrast?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  overlap?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  passedOver?: Resolver<Maybe<ResolversTypes['PassedOverReason']>, ParentType, ContextType>;
  probability?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  similarity?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  standardised?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ZeroShotStatus'], ParentType, ContextType>;
};

export type ZeroShotPathwayScoresResolvers<ContextType = any, ParentType extends ResolversParentTypes['ZeroShotPathwayScores'] = ResolversParentTypes['ZeroShotPathwayScores']> = {
  background?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cautions?: Resolver<ReadonlyArray<ResolversTypes['AlignmentCaution']>, ParentType, ContextType>;
  collectionDigest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  provenance?: Resolver<Maybe<ResolversTypes['ProfileProvenance']>, ParentType, ContextType>;
  referenceSet?: Resolver<ResolversTypes['ReferenceSet'], ParentType, ContextType>;
  scores?: Resolver<ReadonlyArray<ResolversTypes['ZeroShotPathwayScore']>, ParentType, ContextType>;
  seed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shift?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ZeroShotStatus'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Resolvers<ContextType = any> = {
  AbsentStatistic?: AbsentStatisticResolvers<ContextType>;
  AliasProposal?: AliasProposalResolvers<ContextType>;
  AlignmentCaution?: AlignmentCautionResolvers<ContextType>;
  AlignmentEvaluation?: AlignmentEvaluationResolvers<ContextType>;
  AlignmentHead?: AlignmentHeadResolvers<ContextType>;
  AlignmentTower?: AlignmentTowerResolvers<ContextType>;
  Answer?: AnswerResolvers<ContextType>;
  AppliedCalibration?: AppliedCalibrationResolvers<ContextType>;
  AucEstimate?: AucEstimateResolvers<ContextType>;
  AucTest?: AucTestResolvers<ContextType>;
  BinaryCall?: BinaryCallResolvers<ContextType>;
  CalibratedScore?: CalibratedScoreResolvers<ContextType>;
  CalibrationFit?: CalibrationFitResolvers<ContextType>;
  CalibrationProvenance?: CalibrationProvenanceResolvers<ContextType>;
  CalibrationRecord?: CalibrationRecordResolvers<ContextType>;
  CallAgreement?: CallAgreementResolvers<ContextType>;
  CallFlip?: CallFlipResolvers<ContextType>;
  CallTable?: CallTableResolvers<ContextType>;
  CallTransition?: CallTransitionResolvers<ContextType>;
  CardChange?: CardChangeResolvers<ContextType>;
  ChangedCall?: ChangedCallResolvers<ContextType>;
  ChangedCallConnection?: ChangedCallConnectionResolvers<ContextType>;
  ChangedPlace?: ChangedPlaceResolvers<ContextType>;
  ClassCall?: ClassCallResolvers<ContextType>;
  ClassScore?: ClassScoreResolvers<ContextType>;
  ClassVotes?: ClassVotesResolvers<ContextType>;
  Cohort?: CohortResolvers<ContextType>;
  CohortConnection?: CohortConnectionResolvers<ContextType>;
  CohortDomain?: CohortDomainResolvers<ContextType>;
  CohortFailureCount?: CohortFailureCountResolvers<ContextType>;
  CohortItem?: CohortItemResolvers<ContextType>;
  CohortItemConnection?: CohortItemConnectionResolvers<ContextType>;
  CohortItemLabel?: CohortItemLabelResolvers<ContextType>;
  CohortLabel?: CohortLabelResolvers<ContextType>;
  CohortLabelValue?: CohortLabelValueResolvers<ContextType>;
  CohortMember?: CohortMemberResolvers<ContextType>;
  CohortMemberPrediction?: CohortMemberPredictionResolvers<ContextType>;
  CohortModelOutcome?: CohortModelOutcomeResolvers<ContextType>;
  CohortPrediction?: CohortPredictionResolvers<ContextType>;
  CohortPredictionConnection?: CohortPredictionConnectionResolvers<ContextType>;
  CohortPredictionOutcome?: CohortPredictionOutcomeResolvers<ContextType>;
  CohortStanding?: CohortStandingResolvers<ContextType>;
  ComparedVersion?: ComparedVersionResolvers<ContextType>;
  Comparison?: ComparisonResolvers<ContextType>;
  ComparisonMethod?: ComparisonMethodResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DecisionCurve?: DecisionCurveResolvers<ContextType>;
  Digest?: GraphQLScalarType;
  DirectionEvaluation?: DirectionEvaluationResolvers<ContextType>;
  DocumentProblem?: DocumentProblemResolvers<ContextType>;
  DomainCheck?: DomainCheckResolvers<ContextType>;
  DomainGroup?: DomainGroupResolvers<ContextType>;
  EmbeddingComparison?: EmbeddingComparisonResolvers<ContextType>;
  EmbeddingGeneration?: EmbeddingGenerationResolvers<ContextType>;
  EmbeddingIndex?: EmbeddingIndexResolvers<ContextType>;
  EmbeddingInput?: EmbeddingInputResolvers<ContextType>;
  EmbeddingPair?: EmbeddingPairResolvers<ContextType>;
  EmbeddingRecipe?: EmbeddingRecipeResolvers<ContextType>;
  EmbeddingStratum?: EmbeddingStratumResolvers<ContextType>;
  EncoderProvenance?: EncoderProvenanceResolvers<ContextType>;
  EnsembleMember?: EnsembleMemberResolvers<ContextType>;
  EnsembleReading?: EnsembleReadingResolvers<ContextType>;
  ErrorCount?: ErrorCountResolvers<ContextType>;
  EvaluationRecord?: EvaluationRecordResolvers<ContextType>;
  ExpressionComparison?: ExpressionComparisonResolvers<ContextType>;
  ExpressionMatrix?: ExpressionMatrixResolvers<ContextType>;
  ExpressionMatrixConnection?: ExpressionMatrixConnectionResolvers<ContextType>;
  ExpressionMember?: ExpressionMemberResolvers<ContextType>;
  ExtractorContract?: ExtractorContractResolvers<ContextType>;
  FeatureBag?: FeatureBagResolvers<ContextType>;
  FeatureProvenance?: FeatureProvenanceResolvers<ContextType>;
  FeatureQuartiles?: FeatureQuartilesResolvers<ContextType>;
  FlipConnection?: FlipConnectionResolvers<ContextType>;
  GatedTerms?: GatedTermsResolvers<ContextType>;
  GeneEvidence?: GeneEvidenceResolvers<ContextType>;
  GeneExpression?: GeneExpressionResolvers<ContextType>;
  GeneIdentifierConnection?: GeneIdentifierConnectionResolvers<ContextType>;
  GenePanel?: GenePanelResolvers<ContextType>;
  GenePanelConnection?: GenePanelConnectionResolvers<ContextType>;
  GeneRefusal?: GeneRefusalResolvers<ContextType>;
  GeneSet?: GeneSetResolvers<ContextType>;
  GeneSetCollection?: GeneSetCollectionResolvers<ContextType>;
  GeneSetCollectionConnection?: GeneSetCollectionConnectionResolvers<ContextType>;
  GeneSetConnection?: GeneSetConnectionResolvers<ContextType>;
  HeatMap?: HeatMapResolvers<ContextType>;
  ImportedItemScores?: ImportedItemScoresResolvers<ContextType>;
  ImportedScoreConnection?: ImportedScoreConnectionResolvers<ContextType>;
  ImportedTargetScore?: ImportedTargetScoreResolvers<ContextType>;
  IntendedUse?: IntendedUseResolvers<ContextType>;
  ItemError?: ItemErrorResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Job?: JobResolvers<ContextType>;
  JobConnection?: JobConnectionResolvers<ContextType>;
  JobError?: JobErrorResolvers<ContextType>;
  Latency?: LatencyResolvers<ContextType>;
  LeftOutConnection?: LeftOutConnectionResolvers<ContextType>;
  LeftOutCount?: LeftOutCountResolvers<ContextType>;
  LeftOutItem?: LeftOutItemResolvers<ContextType>;
  LeftOutPair?: LeftOutPairResolvers<ContextType>;
  Licence?: LicenceResolvers<ContextType>;
  LimitsOfAgreement?: LimitsOfAgreementResolvers<ContextType>;
  LineageLink?: LineageLinkResolvers<ContextType>;
  LineageUse?: LineageUseResolvers<ContextType>;
  LineageUseConnection?: LineageUseConnectionResolvers<ContextType>;
  LoadedModel?: LoadedModelResolvers<ContextType>;
  MarkerEmbeddings?: MarkerEmbeddingsResolvers<ContextType>;
  MatrixPathwayScores?: MatrixPathwayScoresResolvers<ContextType>;
  MatrixSignature?: MatrixSignatureResolvers<ContextType>;
  McNemarTest?: McNemarTestResolvers<ContextType>;
  MeasuredGene?: MeasuredGeneResolvers<ContextType>;
  MeasuredGeneConnection?: MeasuredGeneConnectionResolvers<ContextType>;
  MeasuredGeneLookup?: MeasuredGeneLookupResolvers<ContextType>;
  MeasuredRecall?: MeasuredRecallResolvers<ContextType>;
  MemberDomainCheck?: MemberDomainCheckResolvers<ContextType>;
  MemberVotes?: MemberVotesResolvers<ContextType>;
  MissingPart?: MissingPartResolvers<ContextType>;
  MissingVectors?: MissingVectorsResolvers<ContextType>;
  ModelAlias?: ModelAliasResolvers<ContextType>;
  ModelArtifact?: ModelArtifactResolvers<ContextType>;
  ModelProvenance?: ModelProvenanceResolvers<ContextType>;
  ModelRef?: GraphQLScalarType;
  ModelServer?: ModelServerResolvers<ContextType>;
  ModelTag?: ModelTagResolvers<ContextType>;
  ModelVersion?: ModelVersionResolvers<ContextType>;
  ModelVersionChanges?: ModelVersionChangesResolvers<ContextType>;
  ModelVersionConnection?: ModelVersionConnectionResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Neighbour?: NeighbourResolvers<ContextType>;
  NeighbourTile?: NeighbourTileResolvers<ContextType>;
  Neighbours?: NeighboursResolvers<ContextType>;
  NumericArray?: NumericArrayResolvers<ContextType>;
  NumericValues?: GraphQLScalarType;
  OverRepresentation?: OverRepresentationResolvers<ContextType>;
  OverRepresentedSet?: OverRepresentedSetResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PathwayComparison?: PathwayComparisonResolvers<ContextType>;
  PathwayEvidence?: PathwayEvidenceResolvers<ContextType>;
  PathwaySet?: PathwaySetResolvers<ContextType>;
  PathwaySetConnection?: PathwaySetConnectionResolvers<ContextType>;
  PathwaySettings?: PathwaySettingsResolvers<ContextType>;
  PercentileSpread?: PercentileSpreadResolvers<ContextType>;
  Placement?: PlacementResolvers<ContextType>;
  PredictedGene?: PredictedGeneResolvers<ContextType>;
  PredictedPathwayComparison?: PredictedPathwayComparisonResolvers<ContextType>;
  PredictionImport?: PredictionImportResolvers<ContextType>;
  PredictiveValues?: PredictiveValuesResolvers<ContextType>;
  ProfileAgreement?: ProfileAgreementResolvers<ContextType>;
  ProfileAgreementConnection?: ProfileAgreementConnectionResolvers<ContextType>;
  ProfileAlignment?: ProfileAlignmentResolvers<ContextType>;
  ProfileInputFacts?: ProfileInputFactsResolvers<ContextType>;
  ProfilePair?: ProfilePairResolvers<ContextType>;
  ProfileProvenance?: ProfileProvenanceResolvers<ContextType>;
  ProfileStratum?: ProfileStratumResolvers<ContextType>;
  ProfileSummary?: ProfileSummaryResolvers<ContextType>;
  PromotionCounts?: PromotionCountsResolvers<ContextType>;
  PromotionImpact?: PromotionImpactResolvers<ContextType>;
  PromotionStratum?: PromotionStratumResolvers<ContextType>;
  PromotionUnitCounts?: PromotionUnitCountsResolvers<ContextType>;
  Provenance?: ProvenanceResolvers<ContextType>;
  PublishedRate?: PublishedRateResolvers<ContextType>;
  QuarantinedEntry?: QuarantinedEntryResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RankEvaluation?: RankEvaluationResolvers<ContextType>;
  Rate?: RateResolvers<ContextType>;
  RecallEvaluation?: RecallEvaluationResolvers<ContextType>;
  ReferenceSet?: ReferenceSetResolvers<ContextType>;
  ReferenceWeightedExpression?: ReferenceWeightedExpressionResolvers<ContextType>;
  ReferenceWeightedGene?: ReferenceWeightedGeneResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RegisteredModel?: RegisteredModelResolvers<ContextType>;
  RegisteredModelConnection?: RegisteredModelConnectionResolvers<ContextType>;
  RegisteredRecall?: RegisteredRecallResolvers<ContextType>;
  RegistryChange?: RegistryChangeResolvers<ContextType>;
  RegistrySource?: RegistrySourceResolvers<ContextType>;
  RegistryWrite?: RegistryWriteResolvers<ContextType>;
  RegistryWriteResult?: RegistryWriteResultResolvers<ContextType>;
  ReliabilityBin?: ReliabilityBinResolvers<ContextType>;
  ReliabilityCurve?: ReliabilityCurveResolvers<ContextType>;
  Retrieval?: RetrievalResolvers<ContextType>;
  RetrievedItem?: RetrievedItemResolvers<ContextType>;
  RiskEstimate?: RiskEstimateResolvers<ContextType>;
  RocCurve?: RocCurveResolvers<ContextType>;
  Rollout?: RolloutResolvers<ContextType>;
  RolloutArm?: RolloutArmResolvers<ContextType>;
  RolloutShare?: RolloutShareResolvers<ContextType>;
  ScalarEstimate?: ScalarEstimateResolvers<ContextType>;
  ScoreDifferences?: ScoreDifferencesResolvers<ContextType>;
  ScoreEvaluation?: ScoreEvaluationResolvers<ContextType>;
  ScorePair?: ScorePairResolvers<ContextType>;
  ScoreStability?: ScoreStabilityResolvers<ContextType>;
  ServerProvenance?: ServerProvenanceResolvers<ContextType>;
  Signature?: SignatureResolvers<ContextType>;
  SignatureClass?: SignatureClassResolvers<ContextType>;
  SignatureConnection?: SignatureConnectionResolvers<ContextType>;
  SignatureCutOff?: SignatureCutOffResolvers<ContextType>;
  SignatureSample?: SignatureSampleResolvers<ContextType>;
  SignatureSampleConnection?: SignatureSampleConnectionResolvers<ContextType>;
  SiteEvaluation?: SiteEvaluationResolvers<ContextType>;
  Slide?: SlideResolvers<ContextType>;
  SlideAlignment?: SlideAlignmentResolvers<ContextType>;
  SlideConnection?: SlideConnectionResolvers<ContextType>;
  SlideEmbedding?: SlideEmbeddingResolvers<ContextType>;
  SlideExpression?: SlideExpressionResolvers<ContextType>;
  SlideLevel?: SlideLevelResolvers<ContextType>;
  SlidePathwayScore?: SlidePathwayScoreResolvers<ContextType>;
  SlidePathwayScoreConnection?: SlidePathwayScoreConnectionResolvers<ContextType>;
  SlidePathwayScores?: SlidePathwayScoresResolvers<ContextType>;
  SlidePrediction?: SlidePredictionResolvers<ContextType>;
  SlideProvenance?: SlideProvenanceResolvers<ContextType>;
  SlideSignature?: SlideSignatureResolvers<ContextType>;
  SpatialAgreement?: SpatialAgreementResolvers<ContextType>;
  SpatialComparison?: SpatialComparisonResolvers<ContextType>;
  SpatialLayer?: SpatialLayerResolvers<ContextType>;
  SpatialLayerConnection?: SpatialLayerConnectionResolvers<ContextType>;
  SpatialLayerLookup?: SpatialLayerLookupResolvers<ContextType>;
  SpatialMap?: SpatialMapResolvers<ContextType>;
  SpatialMapProvenance?: SpatialMapProvenanceResolvers<ContextType>;
  SpatialMeasurement?: SpatialMeasurementResolvers<ContextType>;
  SpatialWindow?: SpatialWindowResolvers<ContextType>;
  SpotCorrelation?: SpotCorrelationResolvers<ContextType>;
  StabilityBin?: StabilityBinResolvers<ContextType>;
  StandingCohort?: StandingCohortResolvers<ContextType>;
  StatisticDelta?: StatisticDeltaResolvers<ContextType>;
  StatisticEstimate?: StatisticEstimateResolvers<ContextType>;
  StratumComparison?: StratumComparisonResolvers<ContextType>;
  TargetPrediction?: TargetPredictionResolvers<ContextType>;
  TensorChange?: TensorChangeResolvers<ContextType>;
  TensorSignature?: TensorSignatureResolvers<ContextType>;
  Threshold?: ThresholdResolvers<ContextType>;
  ThresholdChange?: ThresholdChangeResolvers<ContextType>;
  ThresholdEvidence?: ThresholdEvidenceResolvers<ContextType>;
  Timings?: TimingsResolvers<ContextType>;
  TrainingCheck?: TrainingCheckResolvers<ContextType>;
  TritonModel?: TritonModelResolvers<ContextType>;
  UnsharedGenes?: UnsharedGenesResolvers<ContextType>;
  ValueRange?: ValueRangeResolvers<ContextType>;
  VersionComparison?: VersionComparisonResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  ZeroShotPathwayScore?: ZeroShotPathwayScoreResolvers<ContextType>;
  ZeroShotPathwayScores?: ZeroShotPathwayScoresResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = any> = {
  cost?: CostDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
};
