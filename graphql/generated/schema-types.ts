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

/** A stored answer. */
export type Answer = {
  readonly __typename?: 'Answer';
  /** When the model ran. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The embedding. Null for an answer of another kind. */
  readonly embedding?: Maybe<SlideEmbedding>;
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** What was asked. */
  readonly kind: AnswerKind;
  /** The prediction, read under the calibration records of now. Null for an answer of another kind. */
  readonly prediction?: Maybe<SlidePrediction>;
  /** The slide. */
  readonly slide?: Maybe<Slide>;
};


/** A stored answer. */
export type AnswerPredictionArgs = {
  context?: InputMaybe<PredictionContextInput>;
};

/** Kinds of answers. */
export type AnswerKind =
  /** A slide embedding. */
  | 'SLIDE_EMBEDDING'
  /** A slide-level prediction. */
  | 'SLIDE_PREDICTION'
  /** The classifier on each tile alone. */
  | 'TILE_SCORES';

/** How many numbers travel in one leaf. */
export type ArrayEncoding =
  /** Base64 of little-endian float32, row-major: exact, for programs. */
  | 'FLOAT32_BASE64'
  /** A flat list of JSON numbers: for people. The argument `decimals` shortens them. */
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
  /** The ordered list of what the outputs stand for. */
  | 'VOCABULARY';

/** A target with two classes. */
export type BinaryCall = TargetPrediction & {
  readonly __typename?: 'BinaryCall';
  /** The state of the answer; never null. */
  readonly call: Call;
  /** What the record holds for, in its own words. Null when no record fits. */
  readonly holdsFor?: Maybe<Scalars['String']['output']>;
  /** The model's output before any activation; of two outputs, the positive class's minus the other's. Unbounded. */
  readonly logit: Scalars['Float']['output'];
  /** What it means, in the card's words. */
  readonly meaning: Scalars['String']['output'];
  /** Name of the target in the model card. */
  readonly name: Scalars['String']['output'];
  /** The class whose probability it is. */
  readonly positiveClass: Scalars['String']['output'];
  /** Positive and negative predictive value at the prevalence of the context. Null when none was named or there is no call. */
  readonly predictiveValues?: Maybe<PredictiveValues>;
  /** The calibrated probability, 0 to 1. Null when no calibration holds here (UNCALIBRATED, OUT_OF_DOMAIN, OUT_OF_SCOPE) and when the record that holds has no map, only a threshold on the raw score. */
  readonly probability?: Maybe<Scalars['Float']['output']>;
  /** Sigmoid of the logit: 0 to 1, NOT calibrated. */
  readonly rawScore: Scalars['Float']['output'];
  /** Why the call is what it is, in a sentence. */
  readonly reason: Scalars['String']['output'];
  /** The threshold that was applied, with its evidence. Null when no calibration record fits. */
  readonly threshold?: Maybe<Threshold>;
  /** Its name for people. */
  readonly title: Scalars['String']['output'];
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
  /** Its digest. */
  readonly digest: Scalars['Digest']['output'];
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** The map from logit to probability: `none`, `temperature`, `platt`, `beta`, `isotonic` or `prior-shift`. */
  readonly method: Scalars['String']['output'];
  /** Thresholds with evidence. */
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
  /** Inside the record's grey zone: the evidence does not carry a call. */
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

/** How a score is compared with its threshold. */
export type Comparator =
  /** Positive when score >= threshold. */
  | 'GE'
  /** Positive when score > threshold. */
  | 'GT';

/** Units of tile coordinates. */
export type CoordsUnit =
  /** Pixels of level 0, top left corner (TRIDENT, CLAM). */
  | 'PX_LEVEL0'
  /** Micrometres, top left corner (STAMP). */
  | 'UM';

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

/** How often calls failed in one way. */
export type ErrorCount = {
  readonly __typename?: 'ErrorCount';
  /** The error code. */
  readonly code: Scalars['String']['output'];
  /** How often. */
  readonly count: Scalars['Int']['output'];
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

/** How a bag came to be. */
export type FeatureOrigin =
  /** From a feature file made elsewhere. */
  | 'IMPORTED'
  /** By this gateway, from pixels. */
  | 'PREPARED';

/** The features of an answer. */
export type FeatureProvenance = {
  readonly __typename?: 'FeatureProvenance';
  /** Digest of the feature bag. */
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

/** A number for each tile. */
export type HeatMap = {
  readonly __typename?: 'HeatMap';
  /** Top left corner of each tile in level-0 pixels, `[tiles, 2]` int32. */
  readonly coords: NumericArray;
  /** Path of a PNG on this gateway: the map over the slide, with a legend. */
  readonly imageHref: Scalars['String']['output'];
  /** What it means, in the card's words. */
  readonly meaning: Scalars['String']['output'];
  /** The method. */
  readonly mode: HeatMapMode;
  /** Where the values come from. */
  readonly provenance: Provenance;
  /** Smallest and largest value. */
  readonly range: ReadonlyArray<Scalars['Float']['output']>;
  /** Edge of a tile in level-0 pixels. */
  readonly tileEdgePx: Scalars['Float']['output'];
  /** One value per tile, `[tiles]` float32, in the order of `coords`. */
  readonly values: NumericArray;
};


/** A number for each tile. */
export type HeatMapImageHrefArgs = {
  maxEdgePx?: Scalars['Int']['input'];
  scale?: HeatMapScale;
};

/** Maps over a slide. Each is labelled with its method, and none is an explanation. */
export type HeatMapMode =
  /** Attention rollout (Abnar and Zuidema 2020) from the model's graph: sums to one over the tiles. */
  | 'ATTENTION_ROLLOUT'
  /** Attention times tile score, tile by tile. */
  | 'PRODUCT'
  /** The classifier on each tile alone: sigmoid of its logit. An unusual input for the model; these are not probabilities that average to the slide's. */
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
  /** The encoder version that made them. A file never proves it, so it is always demanded. */
  readonly encoder: Scalars['ModelRef']['input'];
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

/** A gene-set collection, as `text` or as a file (`path`): one of the two. */
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
  /** Which release of it this is: at most 100 characters. */
  readonly version: Scalars['String']['input'];
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

/** Work that takes longer than a request. */
export type Job = {
  readonly __typename?: 'Job';
  /** When it was asked for. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Items done in this stage: tiles; for a model version KiB (1,024 bytes) of its files. */
  readonly done: Scalars['Int']['output'];
  /** Why it failed. */
  readonly error?: Maybe<JobError>;
  /** The features that it made, when it has succeeded. */
  readonly featureBag?: Maybe<FeatureBag>;
  /** When it ended. */
  readonly finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** What it does. */
  readonly kind: JobKind;
  /** What came of registering a model version: when the job has succeeded, and where it was cancelled too late. */
  readonly registration?: Maybe<RegistryWriteResult>;
  /** What it is doing now: `reading`, `masking`, `encoding`; `checking` or `copying` the files of a model version. */
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
  /** Tiles and encoder for one slide. */
  | 'PREPARE_FEATURES'
  /** The files of one model version are copied and compared, and the version is registered. */
  | 'REGISTER_MODEL_VERSION';

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
   * Adds a slide file that lies under one of the gateway's slide folders. The file is checked (SLIDE_UNREADABLE, SLIDE_TOO_LARGE) and identified by the digest of
   * its bytes: adding the same bytes again gives the same slide. The file stays where it is.
   */
  readonly addSlide: Slide;
  /**
   * Approves a move of an alias that another administrator proposed; it takes place at once. Your own proposal is FORBIDDEN to you, and CONFLICT says that the alias
   * was moved meanwhile. Which aliases take two people is the operator's setting (`registry.approvals`). Needs the role ADMINISTRATOR.
   */
  readonly approveAliasChange: RegistryWriteResult;
  /** Asks a job to stop. A job that has ended stays as it is. */
  readonly cancelJob: Job;
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
   * Places a version on a model server of the configuration, beside where it is placed already. It is asked there from the next question on; what does not match its
   * card there is never asked. Needs the role ADMINISTRATOR.
   */
  readonly placeModelVersion: RegistryWriteResult;
  /**
   * Starts the job that cuts a slide into tiles and runs an encoder over them. Where the features exist already the job ends at once.
   * SLIDE_RESOLUTION_UNKNOWN, SLIDE_RESOLUTION_TOO_LOW and TOO_FEW_TILES are reported by the job.
   */
  readonly prepareFeatures: Job;
  /**
   * Registers a version of a model from a directory of the gateway's machine, or of a file system that it shares: `model-card.json`, the files that the card lists,
   * and `calibrations/*.json` where there are any. Documents are checked before this answers (CARD_INVALID, CALIBRATION_INVALID with JSON pointers, ARTIFACT_INVALID,
   * CONFLICT); a job then copies the files, compares each with the card while it is written, and makes the version exist: whole, or not at all. On an MLflow server the
   * files are uploaded through its own proxy and read back, and the version is made there; its number must be the next one that the server gives (else CONFLICT). Its name and number
   * are the card's. The same content again is UNCHANGED, and puts files back that were lost; other content under a known number is CONFLICT: a released version never
   * changes. `Job.registration` says what came of it. Needs the role ADMINISTRATOR.
   */
  readonly registerModelVersion: Job;
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
export type MutationAddSlideArgs = {
  input: AddSlideInput;
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
export type MutationPlaceModelVersionArgs = {
  as?: InputMaybe<ServedNameInput>;
  dryRun?: Scalars['Boolean']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  model: Scalars['ModelRef']['input'];
  server: Scalars['ID']['input'];
};


/** What can be changed. Changing needs the role OPERATOR. */
export type MutationPrepareFeaturesArgs = {
  input: PrepareFeaturesInput;
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
export type MutationSyncRegistryArgs = {
  source?: InputMaybe<Scalars['String']['input']>;
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

/** Where a page ends (Relay cursor connections). */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Pass it as `after` to get the next page. Null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there is another page after this one. */
  readonly hasNextPage: Scalars['Boolean']['output'];
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

/** What is known about a case. It selects the calibration and gives predictive values their prevalence. */
export type PredictionContextInput = {
  /** Id of an operating point of the calibration. Without it, the record's default. */
  readonly operatingPoint?: InputMaybe<Scalars['String']['input']>;
  /** Share of positives among those tested, over 0 and under 1: PPV and NPV depend on it, and are given only when it is named. */
  readonly prevalence?: InputMaybe<Scalars['Float']['input']>;
  /** The scanner's model. Without it, what the slide says. */
  readonly scanner?: InputMaybe<Scalars['String']['input']>;
  /** The site. Without it, what the slide says. */
  readonly site?: InputMaybe<Scalars['String']['input']>;
  /** How the specimen was taken. Without it, what the slide says. */
  readonly specimen?: InputMaybe<Specimen>;
};

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

/** How tissue was preserved. */
export type Preservation =
  /** Formalin-fixed, paraffin-embedded. */
  | 'FFPE'
  /** Frozen section. */
  | 'FROZEN';

/** Where a value comes from: enough to find the same number again. */
export type Provenance = {
  readonly __typename?: 'Provenance';
  /** Id of the stored answer: a digest over model version, input and parameters. */
  readonly answerId: Scalars['ID']['output'];
  /** The calibration that was applied, or null where none was. */
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
  /** The slide. */
  readonly slide: SlideProvenance;
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
   * The registered models of all sources, page by page. With a filter: those of which at least one version is meant, with all their versions.
   * A model that gets a new version while you page by NEWEST moves to the front; pages of `modelVersions` never shift.
   */
  readonly registeredModels: RegisteredModelConnection;
  /** The registry's sources, how fresh each is, and what was refused, with the reason. */
  readonly registrySources: ReadonlyArray<RegistrySource>;
  /** One slide. NOT_FOUND when there is none, or it is another tenant's. */
  readonly slide?: Maybe<Slide>;
  /** All your slides, newest first, page by page. */
  readonly slideCatalog: SlideConnection;
  /**
   * Many slides by id, in the order of `ids`. An unknown id is null with a NOT_FOUND error at its place; the others are whole.
   * Fields below are batched: hundreds of slides under several model versions are one request.
   */
  readonly slides: ReadonlyArray<Maybe<Slide>>;
  /** Who you are to this gateway. */
  readonly viewer: Viewer;
};


/** What can be asked. Reading needs the role READER. */
export type QueryAnswerArgs = {
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
export type QueryRegisteredModelsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ModelVersionFilterInput>;
  first?: Scalars['Int']['input'];
  orderBy?: CatalogueOrder;
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
  /** Whether this gateway serves by it now. A write that is not in service yet is stored all the same; `notices` says what holds it up. */
  readonly isInService: Scalars['Boolean']['output'];
  /** What should be known and refuses nothing, one sentence each. */
  readonly notices: ReadonlyArray<Scalars['String']['output']>;
  /** Whether something was written. */
  readonly outcome: RegistryWriteOutcome;
  /** The write in the journal: this one, or the earlier one of the same idempotency key. Null for a dry run, and where nothing was to be said. */
  readonly write?: Maybe<RegistryWrite>;
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

/** A whole-slide image. Only technical fields of the file are known; its label, macro image and free text never leave it. */
export type Slide = {
  readonly __typename?: 'Slide';
  /** When it was added. */
  readonly addedAt: Scalars['DateTime']['output'];
  /** SHA-256 of the file's bytes. */
  readonly digest: Scalars['Digest']['output'];
  /** One vector for the slide, or for a region of it, from a slide-level embedding model. */
  readonly embedding?: Maybe<SlideEmbedding>;
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
   * What a model version says about the slide, or about a region of it. Versions side by side are aliases of this field. Refused with a code when the features
   * are not the ones that the version was trained on (FEATURES_MISSING, FEATURE_CONTRACT_MISMATCH), when there are too few or too many tiles, or the stain is another.
   */
  readonly prediction?: Maybe<SlidePrediction>;
  /** How the tissue was preserved, where stated. */
  readonly preservation?: Maybe<Preservation>;
  /** The scanner's model, where stated. */
  readonly scanner?: Maybe<Scalars['String']['output']>;
  /** The site, where stated. */
  readonly site?: Maybe<Scalars['String']['output']>;
  /** Size of the file in bytes. */
  readonly sizeBytes: Scalars['Float']['output'];
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
export type SlideEmbeddingArgs = {
  allowFallback?: Scalars['Boolean']['input'];
  features?: InputMaybe<Scalars['Digest']['input']>;
  model: Scalars['ModelRef']['input'];
  region?: InputMaybe<RegionInput>;
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
export type SlideThumbnailHrefArgs = {
  maxEdgePx?: Scalars['Int']['input'];
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
  /** The region, or null for the whole slide. */
  readonly region?: Maybe<Region>;
  /** Vectors may be compared when, and only when, this is equal: a digest over the model version and how it makes the vector. */
  readonly spaceId: Scalars['Digest']['output'];
  /** Number of tiles that went in. */
  readonly tileCount: Scalars['Int']['output'];
  /** The numbers, `[dimension]` float32. */
  readonly values: Scalars['NumericValues']['output'];
};


/** One vector for a slide. */
export type SlideEmbeddingHrefArgs = {
  format?: ArrayFormat;
};


/** One vector for a slide. */
export type SlideEmbeddingValuesArgs = {
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

/** What one model version says about one slide. */
export type SlidePrediction = {
  readonly __typename?: 'SlidePrediction';
  /** Whether the slide resembles those that the version knows. Null when the version has no reference: then nobody checked. */
  readonly domain?: Maybe<DomainCheck>;
  /** Values over the slide, a number for each tile. Not probabilities that add up. */
  readonly heatMap?: Maybe<HeatMap>;
  /** The maps that the version can draw. */
  readonly heatMapModes: ReadonlyArray<HeatMapMode>;
  /** Where every number above comes from. */
  readonly provenance: Provenance;
  /** The region, or null for the whole slide. */
  readonly region?: Maybe<Region>;
  /** One entry for each target of the version, in the order of its card. */
  readonly targets: ReadonlyArray<TargetPrediction>;
  /** Number of tiles that went in. */
  readonly tileCount: Scalars['Int']['output'];
};


/** What one model version says about one slide. */
export type SlidePredictionHeatMapArgs = {
  mode: HeatMapMode;
};

/** The slide of an answer. */
export type SlideProvenance = {
  readonly __typename?: 'SlideProvenance';
  /** SHA-256 of the file's bytes. */
  readonly digest: Scalars['Digest']['output'];
  /** The slide's id. */
  readonly id: Scalars['ID']['output'];
};

/** How a specimen was taken. */
export type Specimen =
  /** A biopsy: little tissue. */
  | 'BIOPSY'
  /** Cytology: cells without tissue context. */
  | 'CYTOLOGY'
  /** A resection: a surgical specimen. */
  | 'RESECTION';

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
  /** Positive percent agreement (sensitivity), 0 to 1, in the first cohort of the evidence. Null without evidence. */
  readonly ppa?: Maybe<Scalars['Float']['output']>;
  /** Rates as their source gives them, where nobody published counts. */
  readonly publishedRates: ReadonlyArray<PublishedRate>;
  /** Which number it is compared with. */
  readonly scale: ThresholdScale;
  /** The threshold. */
  readonly value: Scalars['Float']['output'];
};

/** One difference of thresholds. A threshold with equal value is another one when its map, its evidence or its grey zone is another. */
export type ThresholdChange = {
  readonly __typename?: 'ThresholdChange';
  /** What differs, by the names that the record has for it; `isDefault` where it is the default of one record only. Empty for what was added or removed. */
  readonly changed: ReadonlyArray<Scalars['String']['output']>;
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
  TargetPrediction: ( BinaryCall );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddSlideInput: AddSlideInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  AliasProposal: ResolverTypeWrapper<AliasProposal>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Answer: ResolverTypeWrapper<Omit<Answer, 'prediction' | 'slide'> & { prediction?: Maybe<ResolversTypes['SlidePrediction']>, slide?: Maybe<ResolversTypes['Slide']> }>;
  AnswerKind: AnswerKind;
  ArrayEncoding: ArrayEncoding;
  ArrayFormat: ArrayFormat;
  ArtifactRole: ArtifactRole;
  BinaryCall: ResolverTypeWrapper<BinaryCall>;
  BreakerState: BreakerState;
  CalibratedForInput: CalibratedForInput;
  CalibrationProvenance: ResolverTypeWrapper<CalibrationProvenance>;
  CalibrationRecord: ResolverTypeWrapper<CalibrationRecord>;
  Call: Call;
  CardChange: ResolverTypeWrapper<CardChange>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CatalogueOrder: CatalogueOrder;
  ChangeKind: ChangeKind;
  Comparator: Comparator;
  CoordsUnit: CoordsUnit;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Digest: ResolverTypeWrapper<Scalars['Digest']['output']>;
  DocumentProblem: ResolverTypeWrapper<DocumentProblem>;
  DomainCheck: ResolverTypeWrapper<DomainCheck>;
  EncoderProvenance: ResolverTypeWrapper<EncoderProvenance>;
  ErrorCount: ResolverTypeWrapper<ErrorCount>;
  EvaluationRecord: ResolverTypeWrapper<EvaluationRecord>;
  ExtractorContract: ResolverTypeWrapper<ExtractorContract>;
  ExtractorFilterInput: ExtractorFilterInput;
  FeatureBag: ResolverTypeWrapper<FeatureBag>;
  FeatureOrigin: FeatureOrigin;
  FeatureProvenance: ResolverTypeWrapper<FeatureProvenance>;
  GatedTerms: ResolverTypeWrapper<GatedTerms>;
  GeneIdentifierConnection: ResolverTypeWrapper<GeneIdentifierConnection>;
  GeneNamespace: GeneNamespace;
  GenePanel: ResolverTypeWrapper<GenePanel>;
  GenePanelConnection: ResolverTypeWrapper<GenePanelConnection>;
  GeneSet: ResolverTypeWrapper<GeneSet>;
  GeneSetCollection: ResolverTypeWrapper<GeneSetCollection>;
  GeneSetCollectionConnection: ResolverTypeWrapper<GeneSetCollectionConnection>;
  GeneSetConnection: ResolverTypeWrapper<GeneSetConnection>;
  HeatMap: ResolverTypeWrapper<HeatMap>;
  HeatMapMode: HeatMapMode;
  HeatMapScale: HeatMapScale;
  ImportFeaturesInput: ImportFeaturesInput;
  ImportGenePanelInput: ImportGenePanelInput;
  ImportGeneSetCollectionInput: ImportGeneSetCollectionInput;
  InferenceTransport: InferenceTransport;
  IntendedUse: ResolverTypeWrapper<IntendedUse>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Job: ResolverTypeWrapper<Omit<Job, 'featureBag'> & { featureBag?: Maybe<ResolversTypes['FeatureBag']> }>;
  JobConnection: ResolverTypeWrapper<Omit<JobConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Job']> }>;
  JobError: ResolverTypeWrapper<JobError>;
  JobKind: JobKind;
  JobState: JobState;
  Latency: ResolverTypeWrapper<Latency>;
  Level: Level;
  Licence: ResolverTypeWrapper<Licence>;
  LicenceAccess: LicenceAccess;
  LicenceFilterInput: LicenceFilterInput;
  LineageLink: ResolverTypeWrapper<LineageLink>;
  LineageRole: LineageRole;
  LineageUse: ResolverTypeWrapper<LineageUse>;
  LineageUseConnection: ResolverTypeWrapper<LineageUseConnection>;
  LoadedModel: ResolverTypeWrapper<LoadedModel>;
  LoadedModelState: LoadedModelState;
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
  NumericArray: ResolverTypeWrapper<NumericArray>;
  NumericValues: ResolverTypeWrapper<Scalars['NumericValues']['output']>;
  Organism: Organism;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Placement: ResolverTypeWrapper<Placement>;
  PlacementOrigin: PlacementOrigin;
  PlacementState: PlacementState;
  PredictionContextInput: PredictionContextInput;
  PredictiveValues: ResolverTypeWrapper<PredictiveValues>;
  PrepareFeaturesInput: PrepareFeaturesInput;
  Preservation: Preservation;
  Provenance: ResolverTypeWrapper<Provenance>;
  PublishedMetric: PublishedMetric;
  PublishedRate: ResolverTypeWrapper<PublishedRate>;
  QuarantinedEntry: ResolverTypeWrapper<QuarantinedEntry>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Rate: ResolverTypeWrapper<Rate>;
  Region: ResolverTypeWrapper<Region>;
  RegionInput: RegionInput;
  RegisteredModel: ResolverTypeWrapper<RegisteredModel>;
  RegisteredModelConnection: ResolverTypeWrapper<RegisteredModelConnection>;
  RegistryChange: ResolverTypeWrapper<RegistryChange>;
  RegistrySource: ResolverTypeWrapper<RegistrySource>;
  RegistrySourceKind: RegistrySourceKind;
  RegistrySourceState: RegistrySourceState;
  RegistryWrite: ResolverTypeWrapper<RegistryWrite>;
  RegistryWriteKind: RegistryWriteKind;
  RegistryWriteOutcome: RegistryWriteOutcome;
  RegistryWriteResult: ResolverTypeWrapper<RegistryWriteResult>;
  Role: Role;
  Rollout: ResolverTypeWrapper<Rollout>;
  RolloutArm: ResolverTypeWrapper<RolloutArm>;
  RolloutArmInput: RolloutArmInput;
  RolloutShadowInput: RolloutShadowInput;
  RolloutShare: ResolverTypeWrapper<RolloutShare>;
  ServedNameInput: ServedNameInput;
  ServerProvenance: ResolverTypeWrapper<ServerProvenance>;
  Slide: ResolverTypeWrapper<Omit<Slide, 'featureBags' | 'prediction'> & { featureBags: ReadonlyArray<ResolversTypes['FeatureBag']>, prediction?: Maybe<ResolversTypes['SlidePrediction']> }>;
  SlideConnection: ResolverTypeWrapper<Omit<SlideConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Slide']> }>;
  SlideEmbedding: ResolverTypeWrapper<SlideEmbedding>;
  SlideFormat: SlideFormat;
  SlideLevel: ResolverTypeWrapper<SlideLevel>;
  SlidePrediction: ResolverTypeWrapper<Omit<SlidePrediction, 'domain' | 'targets'> & { domain?: Maybe<ResolversTypes['DomainCheck']>, targets: ReadonlyArray<ResolversTypes['TargetPrediction']> }>;
  SlideProvenance: ResolverTypeWrapper<SlideProvenance>;
  Specimen: Specimen;
  Stain: Stain;
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
  Timings: ResolverTypeWrapper<Timings>;
  TritonBackend: TritonBackend;
  TritonModel: ResolverTypeWrapper<TritonModel>;
  Viewer: ResolverTypeWrapper<Viewer>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddSlideInput: AddSlideInput;
  Float: Scalars['Float']['output'];
  AliasProposal: AliasProposal;
  ID: Scalars['ID']['output'];
  Answer: Omit<Answer, 'prediction' | 'slide'> & { prediction?: Maybe<ResolversParentTypes['SlidePrediction']>, slide?: Maybe<ResolversParentTypes['Slide']> };
  BinaryCall: BinaryCall;
  CalibratedForInput: CalibratedForInput;
  CalibrationProvenance: CalibrationProvenance;
  CalibrationRecord: CalibrationRecord;
  CardChange: CardChange;
  Boolean: Scalars['Boolean']['output'];
  DateTime: Scalars['DateTime']['output'];
  Digest: Scalars['Digest']['output'];
  DocumentProblem: DocumentProblem;
  DomainCheck: DomainCheck;
  EncoderProvenance: EncoderProvenance;
  ErrorCount: ErrorCount;
  EvaluationRecord: EvaluationRecord;
  ExtractorContract: ExtractorContract;
  ExtractorFilterInput: ExtractorFilterInput;
  FeatureBag: FeatureBag;
  FeatureProvenance: FeatureProvenance;
  GatedTerms: GatedTerms;
  GeneIdentifierConnection: GeneIdentifierConnection;
  GenePanel: GenePanel;
  GenePanelConnection: GenePanelConnection;
  GeneSet: GeneSet;
  GeneSetCollection: GeneSetCollection;
  GeneSetCollectionConnection: GeneSetCollectionConnection;
  GeneSetConnection: GeneSetConnection;
  HeatMap: HeatMap;
  ImportFeaturesInput: ImportFeaturesInput;
  ImportGenePanelInput: ImportGenePanelInput;
  ImportGeneSetCollectionInput: ImportGeneSetCollectionInput;
  IntendedUse: IntendedUse;
  JSON: Scalars['JSON']['output'];
  Job: Omit<Job, 'featureBag'> & { featureBag?: Maybe<ResolversParentTypes['FeatureBag']> };
  JobConnection: Omit<JobConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Job']> };
  JobError: JobError;
  Latency: Latency;
  Licence: Licence;
  LicenceFilterInput: LicenceFilterInput;
  LineageLink: LineageLink;
  LineageUse: LineageUse;
  LineageUseConnection: LineageUseConnection;
  LoadedModel: LoadedModel;
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
  NumericArray: NumericArray;
  NumericValues: Scalars['NumericValues']['output'];
  PageInfo: PageInfo;
  Placement: Placement;
  PredictionContextInput: PredictionContextInput;
  PredictiveValues: PredictiveValues;
  PrepareFeaturesInput: PrepareFeaturesInput;
  Provenance: Provenance;
  PublishedRate: PublishedRate;
  QuarantinedEntry: QuarantinedEntry;
  Query: Record<PropertyKey, never>;
  Rate: Rate;
  Region: Region;
  RegionInput: RegionInput;
  RegisteredModel: RegisteredModel;
  RegisteredModelConnection: RegisteredModelConnection;
  RegistryChange: RegistryChange;
  RegistrySource: RegistrySource;
  RegistryWrite: RegistryWrite;
  RegistryWriteResult: RegistryWriteResult;
  Rollout: Rollout;
  RolloutArm: RolloutArm;
  RolloutArmInput: RolloutArmInput;
  RolloutShadowInput: RolloutShadowInput;
  RolloutShare: RolloutShare;
  ServedNameInput: ServedNameInput;
  ServerProvenance: ServerProvenance;
  Slide: Omit<Slide, 'featureBags' | 'prediction'> & { featureBags: ReadonlyArray<ResolversParentTypes['FeatureBag']>, prediction?: Maybe<ResolversParentTypes['SlidePrediction']> };
  SlideConnection: Omit<SlideConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Slide']> };
  SlideEmbedding: SlideEmbedding;
  SlideLevel: SlideLevel;
  SlidePrediction: Omit<SlidePrediction, 'domain' | 'targets'> & { domain?: Maybe<ResolversParentTypes['DomainCheck']>, targets: ReadonlyArray<ResolversParentTypes['TargetPrediction']> };
  SlideProvenance: SlideProvenance;
  TargetPrediction: ResolversInterfaceTypes<ResolversParentTypes>['TargetPrediction'];
  TensorChange: TensorChange;
  TensorSignature: TensorSignature;
  Threshold: Threshold;
  ThresholdChange: ThresholdChange;
  ThresholdEvidence: ThresholdEvidence;
  Timings: Timings;
  TritonModel: TritonModel;
  Viewer: Viewer;
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

export type AliasProposalResolvers<ContextType = any, ParentType extends ResolversParentTypes['AliasProposal'] = ResolversParentTypes['AliasProposal']> = {
  alias?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  proposedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  proposedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AnswerResolvers<ContextType = any, ParentType extends ResolversParentTypes['Answer'] = ResolversParentTypes['Answer']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  embedding?: Resolver<Maybe<ResolversTypes['SlideEmbedding']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AnswerKind'], ParentType, ContextType>;
  prediction?: Resolver<Maybe<ResolversTypes['SlidePrediction']>, ParentType, ContextType, Partial<AnswerPredictionArgs>>;
  slide?: Resolver<Maybe<ResolversTypes['Slide']>, ParentType, ContextType>;
};

export type BinaryCallResolvers<ContextType = any, ParentType extends ResolversParentTypes['BinaryCall'] = ResolversParentTypes['BinaryCall']> = {
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
  holdsFor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  logit?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  meaning?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  positiveClass?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  predictiveValues?: Resolver<Maybe<ResolversTypes['PredictiveValues']>, ParentType, ContextType>;
  probability?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  rawScore?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  threshold?: Resolver<Maybe<ResolversTypes['Threshold']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CalibrationProvenanceResolvers<ContextType = any, ParentType extends ResolversParentTypes['CalibrationProvenance'] = ResolversParentTypes['CalibrationProvenance']> = {
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CalibrationRecordResolvers<ContextType = any, ParentType extends ResolversParentTypes['CalibrationRecord'] = ResolversParentTypes['CalibrationRecord']> = {
  addedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  addedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type CardChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['CardChange'] = ResolversParentTypes['CardChange']> = {
  from?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  group?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isCut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  pointer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DigestScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Digest'], any> {
  name: 'Digest';
}

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

export type EncoderProvenanceResolvers<ContextType = any, ParentType extends ResolversParentTypes['EncoderProvenance'] = ResolversParentTypes['EncoderProvenance']> = {
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type GatedTermsResolvers<ContextType = any, ParentType extends ResolversParentTypes['GatedTerms'] = ResolversParentTypes['GatedTerms']> = {
  acceptedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  attribution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
  referenceSet?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  spdxOrName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  coords?: Resolver<ResolversTypes['NumericArray'], ParentType, ContextType>;
  imageHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<HeatMapImageHrefArgs, 'maxEdgePx' | 'scale'>>;
  meaning?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['HeatMapMode'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  range?: Resolver<ReadonlyArray<ResolversTypes['Float']>, ParentType, ContextType>;
  tileEdgePx?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  values?: Resolver<ResolversTypes['NumericArray'], ParentType, ContextType>;
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

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type JobResolvers<ContextType = any, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['JobError']>, ParentType, ContextType>;
  featureBag?: Resolver<Maybe<ResolversTypes['FeatureBag']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['JobKind'], ParentType, ContextType>;
  registration?: Resolver<Maybe<ResolversTypes['RegistryWriteResult']>, ParentType, ContextType>;
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
  addSlide?: Resolver<ResolversTypes['Slide'], ParentType, ContextType, RequireFields<MutationAddSlideArgs, 'input'>>;
  approveAliasChange?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationApproveAliasChangeArgs, 'dryRun' | 'id'>>;
  cancelJob?: Resolver<ResolversTypes['Job'], ParentType, ContextType, RequireFields<MutationCancelJobArgs, 'id'>>;
  importFeatures?: Resolver<ResolversTypes['FeatureBag'], ParentType, ContextType, RequireFields<MutationImportFeaturesArgs, 'input'>>;
  importGenePanel?: Resolver<ResolversTypes['GenePanel'], ParentType, ContextType, RequireFields<MutationImportGenePanelArgs, 'input'>>;
  importGeneSetCollection?: Resolver<ResolversTypes['GeneSetCollection'], ParentType, ContextType, RequireFields<MutationImportGeneSetCollectionArgs, 'input'>>;
  placeModelVersion?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationPlaceModelVersionArgs, 'dryRun' | 'model' | 'server'>>;
  prepareFeatures?: Resolver<ResolversTypes['Job'], ParentType, ContextType, RequireFields<MutationPrepareFeaturesArgs, 'input'>>;
  registerModelVersion?: Resolver<ResolversTypes['Job'], ParentType, ContextType, RequireFields<MutationRegisterModelVersionArgs, 'directory' | 'dryRun'>>;
  removeAlias?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationRemoveAliasArgs, 'alias' | 'dryRun' | 'expectedVersion' | 'model'>>;
  removePlacement?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationRemovePlacementArgs, 'dryRun' | 'model' | 'server'>>;
  removeRollout?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationRemoveRolloutArgs, 'alias' | 'dryRun' | 'expectedRevision' | 'model'>>;
  retireCalibration?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationRetireCalibrationArgs, 'dryRun' | 'id' | 'model' | 'reason'>>;
  setAlias?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationSetAliasArgs, 'alias' | 'dryRun' | 'model' | 'version'>>;
  setModelDescription?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationSetModelDescriptionArgs, 'dryRun' | 'model'>>;
  setModelTag?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationSetModelTagArgs, 'dryRun' | 'key' | 'model'>>;
  setRollout?: Resolver<ResolversTypes['RegistryWriteResult'], ParentType, ContextType, RequireFields<MutationSetRolloutArgs, 'alias' | 'arms' | 'dryRun' | 'fallback' | 'model'>>;
  syncRegistry?: Resolver<ReadonlyArray<ResolversTypes['RegistrySource']>, ParentType, ContextType, Partial<MutationSyncRegistryArgs>>;
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

export type PageInfoResolvers<ContextType = any, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
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
  registeredModels?: Resolver<ResolversTypes['RegisteredModelConnection'], ParentType, ContextType, RequireFields<QueryRegisteredModelsArgs, 'first' | 'orderBy'>>;
  registrySources?: Resolver<ReadonlyArray<ResolversTypes['RegistrySource']>, ParentType, ContextType>;
  slide?: Resolver<Maybe<ResolversTypes['Slide']>, ParentType, ContextType, RequireFields<QuerySlideArgs, 'id'>>;
  slideCatalog?: Resolver<ResolversTypes['SlideConnection'], ParentType, ContextType, RequireFields<QuerySlideCatalogArgs, 'first'>>;
  slides?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Slide']>>, ParentType, ContextType, RequireFields<QuerySlidesArgs, 'ids'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
};

export type RateResolvers<ContextType = any, ParentType extends ResolversParentTypes['Rate'] = ResolversParentTypes['Rate']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
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
  isInService?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  notices?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['RegistryWriteOutcome'], ParentType, ContextType>;
  write?: Resolver<Maybe<ResolversTypes['RegistryWrite']>, ParentType, ContextType>;
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

export type ServerProvenanceResolvers<ContextType = any, ParentType extends ResolversParentTypes['ServerProvenance'] = ResolversParentTypes['ServerProvenance']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reportedVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SlideResolvers<ContextType = any, ParentType extends ResolversParentTypes['Slide'] = ResolversParentTypes['Slide']> = {
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  embedding?: Resolver<Maybe<ResolversTypes['SlideEmbedding']>, ParentType, ContextType, RequireFields<SlideEmbeddingArgs, 'allowFallback' | 'model'>>;
  featureBags?: Resolver<ReadonlyArray<ResolversTypes['FeatureBag']>, ParentType, ContextType>;
  format?: Resolver<ResolversTypes['SlideFormat'], ParentType, ContextType>;
  heightPx?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  levels?: Resolver<ReadonlyArray<ResolversTypes['SlideLevel']>, ParentType, ContextType>;
  mpp?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mppSource?: Resolver<Maybe<ResolversTypes['MppSource']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  objectivePower?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  organ?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  prediction?: Resolver<Maybe<ResolversTypes['SlidePrediction']>, ParentType, ContextType, RequireFields<SlidePredictionArgs, 'allowFallback' | 'model'>>;
  preservation?: Resolver<Maybe<ResolversTypes['Preservation']>, ParentType, ContextType>;
  scanner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  specimen?: Resolver<Maybe<ResolversTypes['Specimen']>, ParentType, ContextType>;
  stain?: Resolver<Maybe<ResolversTypes['Stain']>, ParentType, ContextType>;
  thumbnailHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SlideThumbnailHrefArgs, 'maxEdgePx'>>;
  widthPx?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SlideConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SlideConnection'] = ResolversParentTypes['SlideConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Slide']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SlideEmbeddingResolvers<ContextType = any, ParentType extends ResolversParentTypes['SlideEmbedding'] = ResolversParentTypes['SlideEmbedding']> = {
  dimension?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SlideEmbeddingHrefArgs, 'format'>>;
  l2Norm?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  l2Normalised?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  spaceId?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  tileCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  values?: Resolver<ResolversTypes['NumericValues'], ParentType, ContextType, RequireFields<SlideEmbeddingValuesArgs, 'encoding'>>;
};

export type SlideLevelResolvers<ContextType = any, ParentType extends ResolversParentTypes['SlideLevel'] = ResolversParentTypes['SlideLevel']> = {
  downsample?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  heightPx?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  widthPx?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SlidePredictionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SlidePrediction'] = ResolversParentTypes['SlidePrediction']> = {
  domain?: Resolver<Maybe<ResolversTypes['DomainCheck']>, ParentType, ContextType>;
  heatMap?: Resolver<Maybe<ResolversTypes['HeatMap']>, ParentType, ContextType, RequireFields<SlidePredictionHeatMapArgs, 'mode'>>;
  heatMapModes?: Resolver<ReadonlyArray<ResolversTypes['HeatMapMode']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  targets?: Resolver<ReadonlyArray<ResolversTypes['TargetPrediction']>, ParentType, ContextType>;
  tileCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SlideProvenanceResolvers<ContextType = any, ParentType extends ResolversParentTypes['SlideProvenance'] = ResolversParentTypes['SlideProvenance']> = {
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TargetPredictionResolvers<ContextType = any, ParentType extends ResolversParentTypes['TargetPrediction'] = ResolversParentTypes['TargetPrediction']> = {
  __resolveType: TypeResolveFn<'BinaryCall', ParentType, ContextType>;
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
  ppa?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  publishedRates?: Resolver<ReadonlyArray<ResolversTypes['PublishedRate']>, ParentType, ContextType>;
  scale?: Resolver<ResolversTypes['ThresholdScale'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ThresholdChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ThresholdChange'] = ResolversParentTypes['ThresholdChange']> = {
  changed?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
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

export type TritonModelResolvers<ContextType = any, ParentType extends ResolversParentTypes['TritonModel'] = ResolversParentTypes['TritonModel']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  config?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  modelFile?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = any, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = any> = {
  AliasProposal?: AliasProposalResolvers<ContextType>;
  Answer?: AnswerResolvers<ContextType>;
  BinaryCall?: BinaryCallResolvers<ContextType>;
  CalibrationProvenance?: CalibrationProvenanceResolvers<ContextType>;
  CalibrationRecord?: CalibrationRecordResolvers<ContextType>;
  CardChange?: CardChangeResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Digest?: GraphQLScalarType;
  DocumentProblem?: DocumentProblemResolvers<ContextType>;
  DomainCheck?: DomainCheckResolvers<ContextType>;
  EncoderProvenance?: EncoderProvenanceResolvers<ContextType>;
  ErrorCount?: ErrorCountResolvers<ContextType>;
  EvaluationRecord?: EvaluationRecordResolvers<ContextType>;
  ExtractorContract?: ExtractorContractResolvers<ContextType>;
  FeatureBag?: FeatureBagResolvers<ContextType>;
  FeatureProvenance?: FeatureProvenanceResolvers<ContextType>;
  GatedTerms?: GatedTermsResolvers<ContextType>;
  GeneIdentifierConnection?: GeneIdentifierConnectionResolvers<ContextType>;
  GenePanel?: GenePanelResolvers<ContextType>;
  GenePanelConnection?: GenePanelConnectionResolvers<ContextType>;
  GeneSet?: GeneSetResolvers<ContextType>;
  GeneSetCollection?: GeneSetCollectionResolvers<ContextType>;
  GeneSetCollectionConnection?: GeneSetCollectionConnectionResolvers<ContextType>;
  GeneSetConnection?: GeneSetConnectionResolvers<ContextType>;
  HeatMap?: HeatMapResolvers<ContextType>;
  IntendedUse?: IntendedUseResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Job?: JobResolvers<ContextType>;
  JobConnection?: JobConnectionResolvers<ContextType>;
  JobError?: JobErrorResolvers<ContextType>;
  Latency?: LatencyResolvers<ContextType>;
  Licence?: LicenceResolvers<ContextType>;
  LineageLink?: LineageLinkResolvers<ContextType>;
  LineageUse?: LineageUseResolvers<ContextType>;
  LineageUseConnection?: LineageUseConnectionResolvers<ContextType>;
  LoadedModel?: LoadedModelResolvers<ContextType>;
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
  NumericArray?: NumericArrayResolvers<ContextType>;
  NumericValues?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  Placement?: PlacementResolvers<ContextType>;
  PredictiveValues?: PredictiveValuesResolvers<ContextType>;
  Provenance?: ProvenanceResolvers<ContextType>;
  PublishedRate?: PublishedRateResolvers<ContextType>;
  QuarantinedEntry?: QuarantinedEntryResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Rate?: RateResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RegisteredModel?: RegisteredModelResolvers<ContextType>;
  RegisteredModelConnection?: RegisteredModelConnectionResolvers<ContextType>;
  RegistryChange?: RegistryChangeResolvers<ContextType>;
  RegistrySource?: RegistrySourceResolvers<ContextType>;
  RegistryWrite?: RegistryWriteResolvers<ContextType>;
  RegistryWriteResult?: RegistryWriteResultResolvers<ContextType>;
  Rollout?: RolloutResolvers<ContextType>;
  RolloutArm?: RolloutArmResolvers<ContextType>;
  RolloutShare?: RolloutShareResolvers<ContextType>;
  ServerProvenance?: ServerProvenanceResolvers<ContextType>;
  Slide?: SlideResolvers<ContextType>;
  SlideConnection?: SlideConnectionResolvers<ContextType>;
  SlideEmbedding?: SlideEmbeddingResolvers<ContextType>;
  SlideLevel?: SlideLevelResolvers<ContextType>;
  SlidePrediction?: SlidePredictionResolvers<ContextType>;
  SlideProvenance?: SlideProvenanceResolvers<ContextType>;
  TargetPrediction?: TargetPredictionResolvers<ContextType>;
  TensorChange?: TensorChangeResolvers<ContextType>;
  TensorSignature?: TensorSignatureResolvers<ContextType>;
  Threshold?: ThresholdResolvers<ContextType>;
  ThresholdChange?: ThresholdChangeResolvers<ContextType>;
  ThresholdEvidence?: ThresholdEvidenceResolvers<ContextType>;
  Timings?: TimingsResolvers<ContextType>;
  TritonModel?: TritonModelResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = any> = {
  cost?: CostDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
};
