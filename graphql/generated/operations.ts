// Generated from graphql/operations by `npm run codegen`. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

/** An expression matrix, as a file of the gateway's (`path`) or as one that was sent to it (`upload`): one of the two. */
export type AddExpressionMatrixInput = {
  /** What the file is. Left out, its first bytes say. */
  readonly format?: MatrixFormat | null | undefined;
  /** What to call it in queries: 1 to 100 lower-case letters, digits, dots, dashes or underscores. It keeps it for ever. */
  readonly id: string;
  /** SPDX id or name of its terms: at most 300 characters. */
  readonly licence: string;
  /** Its name, for people: at most 200 characters. */
  readonly name: string;
  /** What the genes are called by. */
  readonly namespace: GeneNamespace;
  /** Whose genes they are. */
  readonly organism?: Organism;
  /** A file: absolute path on the gateway's machine, or relative to one of its slide folders. It must lie inside one of them. */
  readonly path?: string | null | undefined;
  /** Where it comes from, so that others find it: at most 1,000 characters. */
  readonly source: string;
  /** What was done to them, in the words of model cards, as in `LOG2_PLUS_1` or `NONE`: at most 100 characters. */
  readonly transform: string;
  /** What the values are, as in `TPM` or `counts`: at most 100 characters. */
  readonly unit: string;
  /** What `POST /uploads` gave as `id`. */
  readonly upload?: string | null | undefined;
  /** Which release of it this is: at most 100 characters. */
  readonly version: string;
};

/** A slide to add. */
export type AddSlideInput = {
  /** Micrometres per pixel of level 0, for a file that does not say. One that contradicts the file is refused. */
  readonly mpp?: number | null | undefined;
  /** What to call it: up to 100 letters, digits, spaces and `._-`. Do not put anything here that identifies a patient. */
  readonly name?: string | null | undefined;
  /** The organ: a lower-case English noun, as in `breast`. */
  readonly organ?: string | null | undefined;
  /** Absolute path on the gateway's machine, or relative to one of its slide folders. It must lie inside one of them. */
  readonly path: string;
  /** How the tissue was preserved. */
  readonly preservation?: Preservation | null | undefined;
  /** The scanner's model. */
  readonly scanner?: string | null | undefined;
  /** The site. */
  readonly site?: string | null | undefined;
  /** How the specimen was taken. */
  readonly specimen?: Specimen | null | undefined;
  /** The stain. */
  readonly stain?: Stain | null | undefined;
};

/** A spatial transcriptomics sample, and what is known of it. */
export type AddSpatialMeasurementInput = {
  /** What the files are. */
  readonly format: SpatialSampleFormat;
  /** What to call it in queries: 1 to 100 lower-case letters, digits, dots, dashes or underscores. It keeps it for ever. */
  readonly id: string;
  /** SPDX id or name of its terms: at most 300 characters. */
  readonly licence: string;
  /** Its name, for people: at most 200 characters. */
  readonly name: string;
  /** The file, or the folder of VISIUM: absolute path on the gateway's machine, or relative to one of its slide folders. It must lie inside one of them. */
  readonly path?: string | null | undefined;
  /** Level-0 pixels of the slide per unit of the file's places: 1 where they are pixels of the very image. */
  readonly pxPerUnit?: number;
  /** The slide that it was measured on. */
  readonly slideId: string;
  /** Where it comes from, so that others find it: at most 1,000 characters. */
  readonly source: string;
  /** Diameter of a spot in level-0 pixels, where the file does not say it. */
  readonly spotDiameterPx?: number | null | undefined;
  /** The table of places, for SPOT_TABLES and a VISIUM upload. */
  readonly spotsPath?: string | null | undefined;
  /** Instead of `spotsPath`: what `POST /uploads` gave as `id`. */
  readonly spotsUpload?: string | null | undefined;
  /** Unit of the numbers, as in `UMI counts`: at most 100 characters. */
  readonly unit?: string;
  /** Instead of `path`: what `POST /uploads` gave as `id`. */
  readonly upload?: string | null | undefined;
  /** What the numbers are. */
  readonly valueKind?: MeasuredValues;
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

/** Pairs of a place on a slide and a sample of an expression matrix: at most 5,000. */
export type AlignmentPairsInput = {
  /**
   * CSV with the columns `sample` (of the matrix), `slide` (its id), `x` and `y` (level-0 pixels): the partner is the tile whose centre is nearest, and which holds the point. Optional: `site`, by which the figures
   * are broken down, and `patient`, who is drawn as a whole for intervals.
   */
  readonly csv: string;
  /** Id of an expression matrix. */
  readonly matrix: string;
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
  readonly scanner?: string | null | undefined;
  /** The site, as the records write it. */
  readonly site?: string | null | undefined;
  /** The specimen. */
  readonly specimen?: Specimen | null | undefined;
  /** The target. Left out, any target of the version. */
  readonly target?: string | null | undefined;
};

/** Why a record was applied. */
export type CalibrationChoice =
  /** No stratum fits the case, and the version's records declare this one as the fallback. */
  | 'FALLBACK'
  /** The caller named it. */
  | 'NAMED'
  /** Its stratum fits the case. */
  | 'STRATUM';

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
  readonly event?: string | null | undefined;
  /** The column with the labels. */
  readonly label?: string | null | undefined;
  /** Columns whose lower scores mean positive. They are turned round, and are no probabilities then. */
  readonly lowerIsPositive?: ReadonlyArray<string>;
  /** The column with measured values, in the unit of the scores: a regression. */
  readonly measured?: string | null | undefined;
  /** How intervals are made. */
  readonly method?: ComparisonMethodInput | null | undefined;
  /** The label of a negative. Left out, the one other label that there is; with several others it is needed. */
  readonly negative?: string | null | undefined;
  /** The column with a code of the patient: whole patients are drawn then in the bootstrap. */
  readonly patient?: string | null | undefined;
  /** The label of a positive, exactly. */
  readonly positive?: string | null | undefined;
  /** Columns with a score each: 1 to 8. */
  readonly scores: ReadonlyArray<string>;
  /** Columns by which the comparison is made again, at most 3, of at most 50 different values each. */
  readonly strata?: ReadonlyArray<string>;
  /**
   * The table as CSV (RFC 4180): UTF-8, fields separated by commas, the names of the columns in the first row, at most 50,000 rows, within the limit on a request's body. Empty
   * cells and NA, NaN, N/A, null and none are missing.
   */
  readonly text: string;
  /** What calls each score. Without one there are no calls, and what needs them is absent. */
  readonly thresholds?: ReadonlyArray<ScoreThresholdInput>;
  /** The column with the time to the event or to the end of observation: survival. A higher score is a higher risk. */
  readonly time?: string | null | undefined;
  /** What the report is called: at most 200 characters. */
  readonly title?: string | null | undefined;
};

/** Which versions are compared, over which cohort, and what they are held against. */
export type CompareVersionsInput = {
  /** Of a target with several classes, the one that is held against the rest (of ORDINAL: it and all higher ones). */
  readonly class?: string | null | undefined;
  /** The cohort's id. */
  readonly cohort: string;
  /** What is known about all cases: it goes before what table and slides say. */
  readonly context?: PredictionContextInput | null | undefined;
  /**
   * Scores of versions that were computed elsewhere, by the ids of their imports: each is compared like a version, under a name of its own, with the calls of its version's records. They must be
   * of the revision of the cohort. From which features they come is not known, so that they are paired by items alone.
   */
  readonly imports?: ReadonlyArray<string>;
  /**
   * The cohort's label that scores are held against. With `positive`, a label of two kinds; for a target with values, measured values in its unit. Left out, the label that the cohort calls
   * `label`, or its only one, where `positive` is given or the target has values. A target with risks is held against the cohort's times and events. Without any of them there are agreement, differences and flips only.
   */
  readonly label?: string | null | undefined;
  /** How intervals are made. */
  readonly method?: ComparisonMethodInput | null | undefined;
  /** The versions, each once: with `imports`, 2 to 8 in all. */
  readonly models: ReadonlyArray<string>;
  /** The value that is negative. Left out, the one other value that there is; with several others it is needed. */
  readonly negative?: string | null | undefined;
  /** Of embeddings: how many nearest neighbours are compared, 1 to 100. */
  readonly neighbours?: number;
  /** Of expression: gene sets that are scored in what each version predicts, and compared. */
  readonly pathways?: ComparedPathwaysInput | null | undefined;
  /** The value of the label that is positive, exactly. */
  readonly positive?: string | null | undefined;
  /** A certain revision of the cohort. Left out, the newest. */
  readonly revision?: number | null | undefined;
  /**
   * Which scores are compared. Left out, calibrated probabilities where every version has them, and raw scores where none has; where some have and others have not, it is needed. An item without
   * the score that is asked for is left out, with its call as the reason.
   */
  readonly scale?: ComparedScale | null | undefined;
  /** By what the comparison is made again, of whatever kind it is: as the cohort's table says, else as the slide does. A patient whose slides differ is in the stratum of which nobody says. */
  readonly strata?: ReadonlyArray<PromotionStratumKind>;
  /** The target of the cards. Needed where the first version has several. */
  readonly target?: string | null | undefined;
  /** What the report is called: at most 200 characters. */
  readonly title?: string | null | undefined;
};

/** Gene sets that are scored in what versions predict. */
export type ComparedPathwaysInput = {
  /** Id of a gene-set collection. */
  readonly collection: string;
  /** Id of an expression matrix whose samples genes are compared with, of the unit and transform of the versions (UNIT_MISMATCH). GSVA and ZSCORE take one. */
  readonly reference?: string | null | undefined;
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

/** How intervals are made. */
export type ComparisonMethodInput = {
  /** Bins of the calibration error: 2 to 50. */
  readonly bins?: number;
  /** Confidence of all intervals: 0.5 to 0.999. */
  readonly confidence?: number;
  /** Draws of the bootstrap: 200 to 10,000. */
  readonly draws?: number;
  /** Seed of the bootstrap, 0 to 2,147,483,647: the same seed gives the same intervals. */
  readonly seed?: number;
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
  readonly csv: string;
  /** What it is: at most 1,000 characters. */
  readonly description?: string | null | undefined;
  /** The newest revision that you believe there is; left out for a cohort that does not exist yet. Else CONFLICT. */
  readonly expectedRevision?: number | null | undefined;
  /** What to call it in queries: 1 to 100 lower-case letters, digits, dots, dashes or underscores. */
  readonly id: string;
  /** SPDX id or name of its terms: at most 300 characters. */
  readonly licence?: string | null | undefined;
  /** Its name, for people: at most 200 characters. */
  readonly name: string;
  /** Where items and labels come from: at most 1,000 characters. */
  readonly source?: string | null | undefined;
  /** What one item is. */
  readonly unit?: CohortUnit;
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

/** Which head, on which pairs. Either `referenceSet` or `pairs`. */
export type EvaluateAlignmentInput = {
  /** How many galleries are drawn, 1 to 1,000; of no use without a size. */
  readonly galleries?: number;
  /** Pairs of a gallery, 2 or more. Left out, one gallery of all pairs; recall from galleries of other sizes is not comparable. */
  readonly gallerySize?: number | null | undefined;
  /** The k of Recall@k: one to ten numbers. */
  readonly ks?: ReadonlyArray<number>;
  /** The head, or an alias of it: task ALIGNMENT. */
  readonly model: string;
  /** Pairs of your own: both towers run. */
  readonly pairs?: AlignmentPairsInput | null | undefined;
  /** Id of one of the head's reference sets, with both embeddings: row i of one is the partner of row i of the other. No model runs. */
  readonly referenceSet?: string | null | undefined;
  /** Of the galleries, the shuffling and the intervals: 0 or more. */
  readonly seed?: number;
};

/** Expression of genes in one sample. Either `values`, with `genes` or `vocabularyDigest`, and `unit`; or `matrix` and `sample`, where the matrix says the rest. */
export type ExpressionProfileInput = {
  /** Names of the genes of `values`, each once: symbols of now or before, aliases, Ensembl ids. At most 100,000. */
  readonly genes?: ReadonlyArray<string> | null | undefined;
  /** For COUNTS: the sum over all genes that were measured in the sample, not over these alone. */
  readonly librarySize?: number | null | undefined;
  /** Id of an expression matrix of raw counts (transform NONE), or of the very transform of the tower's recipe, such as LOG1P_CP10K (UNIT_MISMATCH for any other). The library is what it counts in the sample. */
  readonly matrix?: string | null | undefined;
  /** What becomes of genes of the vocabulary that the profile does not have. */
  readonly missing?: MissingGenes;
  /** A sample of the matrix. */
  readonly sample?: string | null | undefined;
  /** What the values are. Nothing is guessed. */
  readonly unit?: ProfileUnit | null | undefined;
  /** The values, one a gene. */
  readonly values?: ReadonlyArray<number> | null | undefined;
  /** Instead of `genes`: digest of the list whose order `values` have, which must be the tower's vocabulary. */
  readonly vocabularyDigest?: string | null | undefined;
};

/** An encoder, or one version of it. */
export type ExtractorFilterInput = {
  /** The encoder's name. */
  readonly model: string;
  /** Its version. Left out, any. */
  readonly version?: string | null | undefined;
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

/** A call in a comparison. */
export type FlipState =
  /** Called negative. */
  | 'NEGATIVE'
  /** In a state without a call, such as inside a grey zone. */
  | 'NONE'
  /** Called positive. */
  | 'POSITIVE';

/** What gene identifiers are. The words are those of a model card's vocabulary. */
export type GeneNamespace =
  /** Ensembl gene ids without a version: ENSG and 11 digits. */
  | 'ENSG'
  /** Symbols that HGNC has approved, now or once. Their form is checked, not whether they are. */
  | 'HGNC'
  /** The same, and Ensembl's own names of clones (AC000068.1) and RNA families (Y_RNA). */
  | 'HGNC_AND_CLONES';

/** How GSVA makes a gene's distribution over the samples. */
export type GsvaKernel =
  /** A Gaussian kernel, a quarter of the standard deviation wide. */
  | 'GAUSSIAN'
  /** The share of samples that are not above. */
  | 'NONE';

/** Maps over a slide. Each is labelled with its method, and none is an explanation. */
export type HeatMapMode =
  /** Attention rollout (Abnar and Zuidema 2020) from the model's graph: sums to one over the tiles. */
  | 'ATTENTION_ROLLOUT'
  /** Attention times tile score, tile by tile. */
  | 'PRODUCT'
  /** The classifier on each tile alone: the raw score of a class, or the value. An unusual input for the model; these are not probabilities that average to the slide's. */
  | 'TILE_CLASS';

/** A feature file, and what must be known about it. A value that the file states itself may be left out here. */
export type ImportFeaturesInput = {
  /** For `.npy` features: a second `.npy` with the coordinates `[tiles, 2]`. */
  readonly coordsPath?: string | null | undefined;
  /** Unit of the coordinates. */
  readonly coordsUnit?: CoordsUnit | null | undefined;
  /** The encoder version that made them, of tiles or of cells. A file never proves it, so it is always demanded. */
  readonly encoder: string;
  /** What the rows are of. For the features of an encoder of cells (task EMBEDDING, level CELL) it must be stated here, or by the attribute `level` of the file's features: `cell`. */
  readonly level?: FeatureLevel | null | undefined;
  /** Micrometres per pixel at which tiles were cut. */
  readonly mpp?: number | null | undefined;
  /** Absolute path on the gateway's machine, or relative to one of its slide folders. It must lie inside one of them. */
  readonly path: string;
  /** The slide that the features are of. */
  readonly slideId: string;
  /** Edge of a tile in level-0 pixels. */
  readonly tileEdgePx?: number | null | undefined;
  /** Edge of a tile in its own pixels. */
  readonly tileSizePx?: number | null | undefined;
};

/** A gene panel, as `text` or as a file (`path`): one of the two. */
export type ImportGenePanelInput = {
  /** Whether line 1 is a heading. */
  readonly hasHeader?: boolean;
  /** What to call it in queries: 1 to 100 lower-case letters, digits, dots, dashes or underscores. It keeps it for ever. */
  readonly id: string;
  /** SPDX id or name of its terms: at most 300 characters. */
  readonly licence: string;
  /** A model version whose vocabulary this must be; VOCABULARY_MISMATCH with both digests where it is not. */
  readonly model?: string | null | undefined;
  /** Its name, for people: at most 200 characters. */
  readonly name: string;
  /** What the identifiers are. */
  readonly namespace: GeneNamespace;
  /** Whose genes they are. */
  readonly organism?: Organism;
  /** A text file with one gene a line: absolute path on the gateway's machine, or relative to one of its slide folders. It must lie inside one of them. */
  readonly path?: string | null | undefined;
  /** Where the list comes from, so that others find it: at most 1,000 characters. */
  readonly source: string;
  /** The list, one gene a line. Within the limit on a request's body. */
  readonly text?: string | null | undefined;
  /** Which release of it this is: at most 100 characters. */
  readonly version: string;
};

/** A gene-set collection, as `text`, as a file (`path`), or as one that was sent (`upload`): one of the three. */
export type ImportGeneSetCollectionInput = {
  /** What to call it in queries: 1 to 100 lower-case letters, digits, dots, dashes or underscores. It keeps it for ever. */
  readonly id: string;
  /** SPDX id or name of their terms: at most 300 characters. */
  readonly licence: string;
  /** Its name, for people: at most 200 characters. */
  readonly name: string;
  /** What the identifiers are. */
  readonly namespace: GeneNamespace;
  /** Whose genes they are. */
  readonly organism?: Organism;
  /** A GMT file: absolute path on the gateway's machine, or relative to one of its slide folders. It must lie inside one of them. */
  readonly path?: string | null | undefined;
  /** Where the sets come from, so that others find them: at most 1,000 characters. */
  readonly source: string;
  /** The file's text, in the GMT format. Within the limit on a request's body. */
  readonly text?: string | null | undefined;
  /** What `POST /uploads` gave as `id`. */
  readonly upload?: string | null | undefined;
  /** Which release of it this is: at most 100 characters. */
  readonly version: string;
};

/** Scores that were computed elsewhere. */
export type ImportPredictionsInput = {
  /** The cohort's id. */
  readonly cohort: string;
  /**
   * The table as CSV (RFC 4180), the names of the columns in the first row: `item`, the item's name in the cohort, and `score:TARGET`, or `score:TARGET:CLASS` for each class
   * of a target with classes. `score` alone where the version has one target with one number. Items may be missing; cells may not be empty.
   */
  readonly csv: string;
  /** The version, or an alias of it: it is pinned now. */
  readonly model: string;
  /** A certain revision. Left out, the newest. */
  readonly revision?: number | null | undefined;
  /** What the numbers are. */
  readonly scale: ImportedScale;
  /** Where they come from, so that others find it: at most 1,000 characters. */
  readonly source: string;
};

/** What imported numbers are. */
export type ImportedScale =
  /** The model's output before any activation. */
  | 'LOGIT'
  /** After the activation, 0 to 1, before any calibration; of classes, all of them, adding up to 1. */
  | 'PROBABILITY'
  /** Of a scalar or a risk: the value as it is. */
  | 'VALUE';

/** What to index. */
export type IndexEmbeddingsInput = {
  /** Id of the cohort; its newest revision is taken. Or `slides`. */
  readonly cohort?: string | null | undefined;
  /** The version, or an alias of it: task EMBEDDING, level SLIDE, TILE, CELL or MARKER. Ask with the same words later: `similar(model:)`. */
  readonly model: string;
  /**
   * Instead of a cohort, the ids of 1 to 10,000 slides, each once: the rows come in this order. The list becomes a cohort with an id of its own, the same for the same list, that
   * `embeddingIndex { cohort }` of the job names. What is not the id of a slide of yours is refused by its position (BAD_USER_INPUT).
   */
  readonly slides?: ReadonlyArray<string> | null | undefined;
};

/** How tensors travel to a model server. */
export type InferenceTransport =
  /** As bytes over REST: the binary tensor extension. */
  | 'BINARY'
  /** As bytes over gRPC. */
  | 'GRPC'
  /** As JSON numbers over REST. */
  | 'JSON';

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
  readonly gated?: boolean | null | undefined;
  /** Whether commercial use is forbidden. */
  readonly nonCommercial?: boolean | null | undefined;
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

/** How McNemar's p value is found. */
export type McNemarMethod =
  /** From chi-squared with one degree of freedom and continuity correction. */
  | 'CHI_SQUARED'
  /** From the binomial distribution. */
  | 'EXACT';

/** What measured numbers are. */
export type MeasuredValues =
  /** Molecules that were counted: whole numbers. */
  | 'COUNTS'
  /** Anything else: compared as they are. */
  | 'NORMALISED';

/** What becomes of genes that were not measured. */
export type MissingGenes =
  /** The profile is refused, and the genes are named (VOCABULARY_MISMATCH). */
  | 'REFUSE'
  /** They are taken as zero, at most a tenth of the vocabulary, and named in the answer. */
  | 'ZERO';

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

/**
 * Which versions are meant. What is left out does not matter; all that is given must hold; in a list, one of its values must hold. A list may not be empty.
 * Whether a model server holds a version right now (`isReady`) is no filter: it changes from one moment to the next.
 */
export type ModelVersionFilterInput = {
  /** An alias that points at the version, as `champion`. */
  readonly alias?: string | null | undefined;
  /** A case for which a calibration record of the version applies, by the rule that predictions are called by. */
  readonly calibratedFor?: CalibratedForInput | null | undefined;
  /** The encoder whose features the version takes. */
  readonly extractor?: ExtractorFilterInput | null | undefined;
  /** Id of one of your gene panels, whose list is the vocabulary. NOT_FOUND when there is none. */
  readonly genePanel?: string | null | undefined;
  /** What one answer is about. */
  readonly levels?: ReadonlyArray<Level> | null | undefined;
  /** The effective terms, inherited ones included. */
  readonly licence?: LicenceFilterInput | null | undefined;
  /** Organs that the card states, in any case. A card that states none is not found: nothing stated is not everything allowed. */
  readonly organs?: ReadonlyArray<string> | null | undefined;
  /** Words that must all stand in the name or the title, in any case; at most 200 characters. */
  readonly search?: string | null | undefined;
  /** States of the source that the version comes from. */
  readonly sourceStates?: ReadonlyArray<RegistrySourceState> | null | undefined;
  /** Ids of registry sources. */
  readonly sources?: ReadonlyArray<string> | null | undefined;
  /** Specimens that the card states; a card that states none is not found. */
  readonly specimens?: ReadonlyArray<Specimen> | null | undefined;
  /** Stains that the card states; a card that states none is not found. */
  readonly stains?: ReadonlyArray<Stain> | null | undefined;
  /** What the version computes. */
  readonly tasks?: ReadonlyArray<TaskKind> | null | undefined;
  /** Digest of its vocabulary: the gene panel or list of pathways that its values are indexed by. */
  readonly vocabulary?: string | null | undefined;
};

/** Who says how large a pixel is. */
export type MppSource =
  /** The slide file. */
  | 'FILE'
  /** Whoever added the slide. */
  | 'STATED';

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

/** How sets are to be scored. What is left out has the method's own default. */
export type PathwaySettingsInput = {
  /** SSGSEA: whose form of it; GSVA where it is left out. */
  readonly form?: SsgseaForm | null | undefined;
  /** GSVA: how a gene's distribution over the samples is made; GAUSSIAN where it is left out. */
  readonly kernel?: GsvaKernel | null | undefined;
  /** GSVA: the largest deviation above plus the largest below; else the larger of the two. True where it is left out. */
  readonly maxDifference?: boolean | null | undefined;
  /** Greatest number of genes of a set that were measured. */
  readonly maxSize?: number;
  /** The method. */
  readonly method: PathwayMethod;
  /** Least number of genes of a set that were measured: 2 or more. */
  readonly minSize?: number;
  /** SSGSEA: by what the scores are divided; RANGE in the form of GSVA and NONE in GenePattern's where it is left out. */
  readonly normalise?: SsgseaNormalisation | null | undefined;
  /** SSGSEA: the exponent of the ranks, 0 to 10; 0.25 in the form of GSVA and 0.75 in GenePattern's where it is left out. */
  readonly weight?: number | null | undefined;
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
  readonly cohort: string;
  /** The versions, or aliases of them: 1 to 8. Each must answer about slides: task BIOMARKER, REGRESSION or EMBEDDING of level SLIDE, or EXPRESSION of level TILE or SLIDE. */
  readonly models: ReadonlyArray<string>;
  /** A certain revision. Left out, the newest. */
  readonly revision?: number | null | undefined;
};

/** What is known about a case. It selects the calibration and gives predictive values their prevalence. */
export type PredictionContextInput = {
  /** Id of an operating point of the calibration. Without it, the record's default. */
  readonly operatingPoint?: string | null | undefined;
  /** The patient's id or pseudonym, spelt as in the lists of training patients. It is hashed to look for it there, and neither stored nor logged. */
  readonly patient?: string | null | undefined;
  /** Share of positives among those tested, over 0 and under 1: PPV and NPV depend on it, and are given only when it is named. */
  readonly prevalence?: number | null | undefined;
  /** The scanner's model. Without it, what the slide says. */
  readonly scanner?: string | null | undefined;
  /** The site. Without it, what the slide says. */
  readonly site?: string | null | undefined;
  /** How the specimen was taken. Without it, what the slide says. */
  readonly specimen?: Specimen | null | undefined;
};

/** Which features to make. */
export type PrepareFeaturesInput = {
  /** The encoder version: task EMBEDDING, level TILE. Or a version that takes tile features: then its encoder. */
  readonly encoder: string;
  /** The slide. */
  readonly slideId: string;
};

/** Which map to make. */
export type PrepareSpatialMapInput = {
  /** How values are stored. */
  readonly datatype?: SpatialDatatype;
  /** A certain feature bag, by digest. Without it, the one that fits the version's contract. */
  readonly features?: string | null | undefined;
  /** The version, or an alias of it. */
  readonly model: string;
  /** Only the tiles whose centre lies inside this rectangle. Without it, the whole slide. */
  readonly region?: RegionInput | null | undefined;
  /** The slide. */
  readonly slideId: string;
  /** How the window is laid. Without it, as the card says. For SLIDING_WINDOW only. */
  readonly window?: SpatialWindowInput | null | undefined;
};

/** How tissue was preserved. */
export type Preservation =
  /** Formalin-fixed, paraffin-embedded. */
  | 'FFPE'
  /** Frozen section. */
  | 'FROZEN';

/** What values of a profile are. */
export type ProfileUnit =
  /** Raw counts: whole numbers. The card's recipe is applied here. */
  | 'COUNTS'
  /** As the tower takes them: the card's recipe has been applied elsewhere. */
  | 'TOWER';

/** By what questions are grouped. */
export type PromotionStratumKind =
  /** The scanner's model. */
  | 'SCANNER'
  /** The site. */
  | 'SITE'
  /** How the specimen was taken. */
  | 'SPECIMEN';

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

/** A rectangle in level-0 pixels, half open: x to x + width, y to y + height. A tile belongs to it when the tile's centre lies inside. */
export type RegionInput = {
  /** Height, at least 1. */
  readonly height: number;
  /** Width, at least 1. */
  readonly width: number;
  /** Left edge, 0 or more. */
  readonly x: number;
  /** Top edge, 0 or more. */
  readonly y: number;
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

/** What a bootstrap draws. */
export type ResampledUnit =
  /** Items one by one. */
  | 'ITEMS'
  /** Whole patients, with all their items. */
  | 'PATIENTS';

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

/** What a higher score means. */
export type ScoreDirection =
  /** More of what the target is about. */
  | 'HIGHER_IS_MORE'
  /** A worse outlook. */
  | 'HIGHER_IS_WORSE'
  /** Nothing that the card states. */
  | 'NONE';

/** What to score, and how. */
export type ScoreExpressionMatrixInput = {
  /** Id of a gene-set collection. */
  readonly collection: string;
  /** Id of an expression matrix. */
  readonly matrix: string;
  /** How to score, and which sets. */
  readonly settings: PathwaySettingsInput;
};

/** Who computed a score. */
export type ScoreOrigin =
  /** This gateway, by a model server: its answer can be read by its id. */
  | 'COMPUTED'
  /** Somebody else: a table was imported. */
  | 'IMPORTED';

/** A threshold of one score. */
export type ScoreThresholdInput = {
  /** The score's column. */
  readonly score: string;
  /** At or above it a score is a positive call; where lower means positive, at or below it. */
  readonly value: number;
};

/** Slide file formats that can be read. */
export type SlideFormat =
  /** Aperio SVS with JPEG tiles. */
  | 'APERIO_SVS'
  /** Tiled pyramidal TIFF with JPEG tiles. */
  | 'TIFF_PYRAMID';

/** How the values of a map are stored. */
export type SpatialDatatype =
  /** IEEE 754 half precision: half the room, three digits. */
  | 'FP16'
  /** IEEE 754 single precision. */
  | 'FP32';

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

/** How a window is laid, where it is not as the card says. Its size is the card's always. */
export type SpatialWindowInput = {
  /** A window with fewer tiles is left out. */
  readonly minTiles?: number | null | undefined;
  /** Tiles from one window to the next: 1 to the window's edge. */
  readonly strideTiles?: number | null | undefined;
};

/** How a specimen was taken. */
export type Specimen =
  /** A biopsy: little tissue. */
  | 'BIOPSY'
  /** Cytology: cells without tissue context. */
  | 'CYTOLOGY'
  /** A resection: a surgical specimen. */
  | 'RESECTION';

/** Which tiles predict a spot. A spot without such a tile is not compared. */
export type SpotMatch =
  /** The tile with a value whose centre is nearest to the spot's, where the spot's centre lies in the tile. */
  | 'NEAREST_TILE'
  /** The mean of the tiles with a value whose centres lie inside the spot. */
  | 'TILES_WITHIN_SPOT';

/** Thinning to equal depth: every molecule of a spot is kept with the same probability, so that the spot's expected depth is the one asked for. Spots below it are dropped. */
export type SpotThinningInput = {
  /** Molecules of a spot. */
  readonly depth: number;
  /** Which draw: the same seed gives the same molecules. 0 to 2^31 - 1. */
  readonly seed?: number;
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

/** Directions of a tensor. */
export type TensorDirection =
  /** It goes into the model. */
  | 'INPUT'
  /** It comes out of the model. */
  | 'OUTPUT';

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

/** What a zero-shot number is worth. */
export type ZeroShotStatus =
  /** A calibration record of the head holds for it, and it was made by the very settings and of the very genes that the card states for its records. */
  | 'CALIBRATED'
  /** Nobody has measured what it is worth: for hypotheses only. */
  | 'EXPLORATORY';

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly id: string, readonly tenant: string, readonly roles: ReadonlyArray<Role> } };

export type AlignmentFiguresFragment = { readonly model: string, readonly digest: string, readonly spaceId: string, readonly pairs: number, readonly pairsDigest: string, readonly leftOutCount: number, readonly seed: number, readonly leftOut: ReadonlyArray<{ readonly line: number, readonly reason: LeftOutPairReason }>, readonly directions: ReadonlyArray<{ readonly direction: RetrievalDirection, readonly gallerySize: number, readonly galleries: number, readonly intervals: RetrievalIntervals, readonly recalls: ReadonlyArray<{ readonly k: number, readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number, readonly shuffled: number | null }>, readonly medianRank: { readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number } }>, readonly sites: ReadonlyArray<{ readonly site: string | null, readonly pairs: number, readonly imageShare: number, readonly transcriptomeShare: number, readonly expectedShare: number, readonly directions: ReadonlyArray<{ readonly direction: RetrievalDirection, readonly gallerySize: number, readonly galleries: number, readonly intervals: RetrievalIntervals, readonly recalls: ReadonlyArray<{ readonly k: number, readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number, readonly shuffled: number | null }>, readonly medianRank: { readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number } }> }>, readonly cautions: ReadonlyArray<{ readonly code: AlignmentCautionCode, readonly message: string }> };

export type DirectionFiguresFragment = { readonly direction: RetrievalDirection, readonly gallerySize: number, readonly galleries: number, readonly intervals: RetrievalIntervals, readonly recalls: ReadonlyArray<{ readonly k: number, readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number, readonly shuffled: number | null }>, readonly medianRank: { readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number } };

export type RetrievalFieldsFragment = { readonly direction: RetrievalDirection, readonly gallerySize: number, readonly chance: number, readonly scoreRule: AlignmentScoreRule, readonly referenceSet: { readonly id: string, readonly size: number }, readonly registered: ReadonlyArray<{ readonly direction: RetrievalDirection, readonly k: number, readonly value: number, readonly chance: number, readonly gallerySize: number, readonly split: string }>, readonly neighbours: ReadonlyArray<{ readonly rank: number, readonly row: number, readonly name: string | null, readonly similarity: number, readonly score: number | null, readonly x: number | null, readonly y: number | null }> };

export type EvaluateAlignmentQueryVariables = Exact<{
  input: EvaluateAlignmentInput;
}>;


export type EvaluateAlignmentQuery = { readonly evaluateAlignment: { readonly model: string, readonly digest: string, readonly spaceId: string, readonly pairs: number, readonly pairsDigest: string, readonly leftOutCount: number, readonly seed: number, readonly leftOut: ReadonlyArray<{ readonly line: number, readonly reason: LeftOutPairReason }>, readonly directions: ReadonlyArray<{ readonly direction: RetrievalDirection, readonly gallerySize: number, readonly galleries: number, readonly intervals: RetrievalIntervals, readonly recalls: ReadonlyArray<{ readonly k: number, readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number, readonly shuffled: number | null }>, readonly medianRank: { readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number } }>, readonly sites: ReadonlyArray<{ readonly site: string | null, readonly pairs: number, readonly imageShare: number, readonly transcriptomeShare: number, readonly expectedShare: number, readonly directions: ReadonlyArray<{ readonly direction: RetrievalDirection, readonly gallerySize: number, readonly galleries: number, readonly intervals: RetrievalIntervals, readonly recalls: ReadonlyArray<{ readonly k: number, readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number, readonly shuffled: number | null }>, readonly medianRank: { readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number } }> }>, readonly cautions: ReadonlyArray<{ readonly code: AlignmentCautionCode, readonly message: string }> } | null };

export type StartAlignmentEvaluationMutationVariables = Exact<{
  input: EvaluateAlignmentInput;
}>;


export type StartAlignmentEvaluationMutation = { readonly startAlignmentEvaluation: { readonly id: string, readonly kind: JobKind, readonly state: JobState, readonly stage: string | null, readonly done: number, readonly total: number | null, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly error: { readonly code: string, readonly message: string, readonly retryable: boolean, readonly facts: unknown } | null } };

export type AlignmentEvaluationOfJobQueryVariables = Exact<{
  id: string;
}>;


export type AlignmentEvaluationOfJobQuery = { readonly job: { readonly alignmentEvaluation: { readonly model: string, readonly digest: string, readonly spaceId: string, readonly pairs: number, readonly pairsDigest: string, readonly leftOutCount: number, readonly seed: number, readonly leftOut: ReadonlyArray<{ readonly line: number, readonly reason: LeftOutPairReason }>, readonly directions: ReadonlyArray<{ readonly direction: RetrievalDirection, readonly gallerySize: number, readonly galleries: number, readonly intervals: RetrievalIntervals, readonly recalls: ReadonlyArray<{ readonly k: number, readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number, readonly shuffled: number | null }>, readonly medianRank: { readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number } }>, readonly sites: ReadonlyArray<{ readonly site: string | null, readonly pairs: number, readonly imageShare: number, readonly transcriptomeShare: number, readonly expectedShare: number, readonly directions: ReadonlyArray<{ readonly direction: RetrievalDirection, readonly gallerySize: number, readonly galleries: number, readonly intervals: RetrievalIntervals, readonly recalls: ReadonlyArray<{ readonly k: number, readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number, readonly shuffled: number | null }>, readonly medianRank: { readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number } }> }>, readonly cautions: ReadonlyArray<{ readonly code: AlignmentCautionCode, readonly message: string }> } | null } | null };

export type ProfileNeighboursQueryVariables = Exact<{
  model: string;
  profile: ExpressionProfileInput;
  referenceSet?: string | null | undefined;
  first?: number;
}>;


export type ProfileNeighboursQuery = { readonly profileAlignment: { readonly input: { readonly unit: ProfileUnit, readonly librarySize: number | null, readonly geneCount: number, readonly panelSize: number | null, readonly missing: ReadonlyArray<string> }, readonly images: { readonly direction: RetrievalDirection, readonly gallerySize: number, readonly chance: number, readonly scoreRule: AlignmentScoreRule, readonly referenceSet: { readonly id: string, readonly size: number }, readonly registered: ReadonlyArray<{ readonly direction: RetrievalDirection, readonly k: number, readonly value: number, readonly chance: number, readonly gallerySize: number, readonly split: string }>, readonly neighbours: ReadonlyArray<{ readonly rank: number, readonly row: number, readonly name: string | null, readonly similarity: number, readonly score: number | null, readonly x: number | null, readonly y: number | null }> } | null } | null };

export type DemoAlignmentQueryVariables = Exact<{
  slide: string;
  region: RegionInput;
  profile: ExpressionProfileInput;
  collection: string;
}>;


export type DemoAlignmentQuery = { readonly slide: { readonly name: string | null, readonly alignment: { readonly tileCount: number, readonly head: { readonly model: string, readonly scoreRule: AlignmentScoreRule, readonly cautions: ReadonlyArray<{ readonly code: AlignmentCautionCode, readonly message: string }> }, readonly transcriptomes: { readonly direction: RetrievalDirection, readonly gallerySize: number, readonly chance: number, readonly scoreRule: AlignmentScoreRule, readonly referenceSet: { readonly id: string, readonly size: number }, readonly registered: ReadonlyArray<{ readonly direction: RetrievalDirection, readonly k: number, readonly value: number, readonly chance: number, readonly gallerySize: number, readonly split: string }>, readonly neighbours: ReadonlyArray<{ readonly rank: number, readonly row: number, readonly name: string | null, readonly similarity: number, readonly score: number | null, readonly x: number | null, readonly y: number | null }> } | null, readonly pathwayScores: { readonly status: ZeroShotStatus, readonly method: string, readonly scores: ReadonlyArray<{ readonly name: string, readonly overlap: number, readonly similarity: number | null, readonly contrast: number | null, readonly backgroundPercentile: number | null, readonly status: ZeroShotStatus }> } | null } | null } | null, readonly profileAlignment: { readonly input: { readonly librarySize: number | null, readonly geneCount: number }, readonly images: { readonly direction: RetrievalDirection, readonly gallerySize: number, readonly chance: number, readonly scoreRule: AlignmentScoreRule, readonly referenceSet: { readonly id: string, readonly size: number }, readonly registered: ReadonlyArray<{ readonly direction: RetrievalDirection, readonly k: number, readonly value: number, readonly chance: number, readonly gallerySize: number, readonly split: string }>, readonly neighbours: ReadonlyArray<{ readonly rank: number, readonly row: number, readonly name: string | null, readonly similarity: number, readonly score: number | null, readonly x: number | null, readonly y: number | null }> } | null } | null, readonly samePatient: { readonly model: string, readonly digest: string, readonly spaceId: string, readonly pairs: number, readonly pairsDigest: string, readonly leftOutCount: number, readonly seed: number, readonly leftOut: ReadonlyArray<{ readonly line: number, readonly reason: LeftOutPairReason }>, readonly directions: ReadonlyArray<{ readonly direction: RetrievalDirection, readonly gallerySize: number, readonly galleries: number, readonly intervals: RetrievalIntervals, readonly recalls: ReadonlyArray<{ readonly k: number, readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number, readonly shuffled: number | null }>, readonly medianRank: { readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number } }>, readonly sites: ReadonlyArray<{ readonly site: string | null, readonly pairs: number, readonly imageShare: number, readonly transcriptomeShare: number, readonly expectedShare: number, readonly directions: ReadonlyArray<{ readonly direction: RetrievalDirection, readonly gallerySize: number, readonly galleries: number, readonly intervals: RetrievalIntervals, readonly recalls: ReadonlyArray<{ readonly k: number, readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number, readonly shuffled: number | null }>, readonly medianRank: { readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number } }> }>, readonly cautions: ReadonlyArray<{ readonly code: AlignmentCautionCode, readonly message: string }> } | null, readonly otherPatient: { readonly model: string, readonly digest: string, readonly spaceId: string, readonly pairs: number, readonly pairsDigest: string, readonly leftOutCount: number, readonly seed: number, readonly leftOut: ReadonlyArray<{ readonly line: number, readonly reason: LeftOutPairReason }>, readonly directions: ReadonlyArray<{ readonly direction: RetrievalDirection, readonly gallerySize: number, readonly galleries: number, readonly intervals: RetrievalIntervals, readonly recalls: ReadonlyArray<{ readonly k: number, readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number, readonly shuffled: number | null }>, readonly medianRank: { readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number } }>, readonly sites: ReadonlyArray<{ readonly site: string | null, readonly pairs: number, readonly imageShare: number, readonly transcriptomeShare: number, readonly expectedShare: number, readonly directions: ReadonlyArray<{ readonly direction: RetrievalDirection, readonly gallerySize: number, readonly galleries: number, readonly intervals: RetrievalIntervals, readonly recalls: ReadonlyArray<{ readonly k: number, readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number, readonly shuffled: number | null }>, readonly medianRank: { readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly chance: number } }> }>, readonly cautions: ReadonlyArray<{ readonly code: AlignmentCautionCode, readonly message: string }> } | null };

export type CohortFieldsFragment = { readonly id: string, readonly revision: number, readonly name: string, readonly description: string | null, readonly source: string | null, readonly licence: string | null, readonly unit: CohortUnit, readonly digest: string, readonly itemCount: number, readonly slideCount: number, readonly patientCount: number | null, readonly createdAt: string, readonly createdBy: string, readonly labels: ReadonlyArray<{ readonly name: string, readonly count: number, readonly isNumeric: boolean, readonly values: ReadonlyArray<{ readonly value: string, readonly count: number }> }> };

export type CohortItemFieldsFragment = { readonly key: string, readonly position: number, readonly patient: string | null, readonly time: number | null, readonly event: boolean | null, readonly inTraining: boolean | null, readonly heldOutFold: number | null, readonly labels: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly members: ReadonlyArray<{ readonly slideId: string, readonly specimen: Specimen | null, readonly scanner: string | null, readonly site: string | null, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null }> };

export type PredictionImportFieldsFragment = { readonly id: string, readonly origin: ScoreOrigin, readonly cohort: string, readonly revision: number, readonly model: string, readonly modelDigest: string, readonly scale: ImportedScale, readonly source: string, readonly digest: string, readonly targets: ReadonlyArray<string>, readonly itemCount: number, readonly createdAt: string, readonly createdBy: string };

type CohortTargetFields_BinaryCall_Fragment = { readonly __typename: 'BinaryCall', readonly logit: number | null, readonly rawScore: number, readonly probability: number | null, readonly name: string, readonly call: Call };

type CohortTargetFields_ClassCall_Fragment = { readonly __typename: 'ClassCall', readonly topClass: string | null, readonly name: string, readonly call: Call };

type CohortTargetFields_RiskEstimate_Fragment = { readonly __typename: 'RiskEstimate', readonly riskScore: number, readonly name: string, readonly call: Call };

type CohortTargetFields_ScalarEstimate_Fragment = { readonly __typename: 'ScalarEstimate', readonly value: number, readonly unit: string | null, readonly name: string, readonly call: Call };

export type CohortTargetFieldsFragment =
  | CohortTargetFields_BinaryCall_Fragment
  | CohortTargetFields_ClassCall_Fragment
  | CohortTargetFields_RiskEstimate_Fragment
  | CohortTargetFields_ScalarEstimate_Fragment
;

export type PromotionImpactFieldsFragment = { readonly before: string, readonly after: string, readonly notices: ReadonlyArray<string>, readonly cohort: { readonly id: string, readonly revision: number } | null, readonly counts: { readonly questions: number, readonly comparable: number, readonly lackingBefore: number, readonly lackingAfter: number, readonly changed: number, readonly patients: { readonly questions: number, readonly comparable: number, readonly lackingBefore: number, readonly lackingAfter: number, readonly changed: number }, readonly slides: { readonly questions: number, readonly comparable: number, readonly lackingBefore: number, readonly lackingAfter: number, readonly changed: number } }, readonly transitions: ReadonlyArray<{ readonly target: string, readonly before: Call, readonly after: Call, readonly count: number }>, readonly strata: ReadonlyArray<{ readonly by: PromotionStratumKind, readonly value: string | null, readonly counts: { readonly questions: number, readonly comparable: number, readonly lackingBefore: number, readonly lackingAfter: number, readonly changed: number, readonly patients: { readonly questions: number, readonly comparable: number, readonly lackingBefore: number, readonly lackingAfter: number, readonly changed: number }, readonly slides: { readonly questions: number, readonly comparable: number, readonly lackingBefore: number, readonly lackingAfter: number, readonly changed: number } } }>, readonly changes: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly item: string | null, readonly target: string, readonly before: Call, readonly after: Call, readonly answersBefore: ReadonlyArray<string>, readonly answersAfter: ReadonlyArray<string>, readonly places: ReadonlyArray<{ readonly slideId: string, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null }> }> } };

export type PromotionCountFieldsFragment = { readonly questions: number, readonly comparable: number, readonly lackingBefore: number, readonly lackingAfter: number, readonly changed: number, readonly patients: { readonly questions: number, readonly comparable: number, readonly lackingBefore: number, readonly lackingAfter: number, readonly changed: number }, readonly slides: { readonly questions: number, readonly comparable: number, readonly lackingBefore: number, readonly lackingAfter: number, readonly changed: number } };

export type PromotionUnitFieldsFragment = { readonly questions: number, readonly comparable: number, readonly lackingBefore: number, readonly lackingAfter: number, readonly changed: number };

export type CreateCohortMutationVariables = Exact<{
  input: CreateCohortInput;
}>;


export type CreateCohortMutation = { readonly createCohort: { readonly id: string, readonly revision: number, readonly name: string, readonly description: string | null, readonly source: string | null, readonly licence: string | null, readonly unit: CohortUnit, readonly digest: string, readonly itemCount: number, readonly slideCount: number, readonly patientCount: number | null, readonly createdAt: string, readonly createdBy: string, readonly labels: ReadonlyArray<{ readonly name: string, readonly count: number, readonly isNumeric: boolean, readonly values: ReadonlyArray<{ readonly value: string, readonly count: number }> }> } };

export type CohortsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type CohortsQuery = { readonly cohorts: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly revision: number, readonly name: string, readonly description: string | null, readonly source: string | null, readonly licence: string | null, readonly unit: CohortUnit, readonly digest: string, readonly itemCount: number, readonly slideCount: number, readonly patientCount: number | null, readonly createdAt: string, readonly createdBy: string, readonly labels: ReadonlyArray<{ readonly name: string, readonly count: number, readonly isNumeric: boolean, readonly values: ReadonlyArray<{ readonly value: string, readonly count: number }> }> }> } };

export type CohortQueryVariables = Exact<{
  id: string;
  revision?: number | null | undefined;
  first?: number;
}>;


export type CohortQuery = { readonly cohort: { readonly id: string, readonly revision: number, readonly name: string, readonly description: string | null, readonly source: string | null, readonly licence: string | null, readonly unit: CohortUnit, readonly digest: string, readonly itemCount: number, readonly slideCount: number, readonly patientCount: number | null, readonly createdAt: string, readonly createdBy: string, readonly revisions: ReadonlyArray<{ readonly revision: number, readonly createdAt: string, readonly createdBy: string }>, readonly imports: ReadonlyArray<{ readonly id: string, readonly origin: ScoreOrigin, readonly cohort: string, readonly revision: number, readonly model: string, readonly modelDigest: string, readonly scale: ImportedScale, readonly source: string, readonly digest: string, readonly targets: ReadonlyArray<string>, readonly itemCount: number, readonly createdAt: string, readonly createdBy: string }>, readonly items: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly position: number, readonly patient: string | null, readonly time: number | null, readonly event: boolean | null, readonly inTraining: boolean | null, readonly heldOutFold: number | null, readonly labels: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly members: ReadonlyArray<{ readonly slideId: string, readonly specimen: Specimen | null, readonly scanner: string | null, readonly site: string | null, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null }> }> }, readonly labels: ReadonlyArray<{ readonly name: string, readonly count: number, readonly isNumeric: boolean, readonly values: ReadonlyArray<{ readonly value: string, readonly count: number }> }> } | null };

export type PredictCohortMutationVariables = Exact<{
  input: PredictCohortInput;
}>;


export type PredictCohortMutation = { readonly predictCohort: { readonly id: string, readonly kind: JobKind, readonly state: JobState, readonly stage: string | null, readonly done: number, readonly total: number | null, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly error: { readonly code: string, readonly message: string, readonly retryable: boolean, readonly facts: unknown } | null } };

export type CohortJobQueryVariables = Exact<{
  id: string;
}>;


export type CohortJobQuery = { readonly job: { readonly id: string, readonly kind: JobKind, readonly state: JobState, readonly stage: string | null, readonly done: number, readonly total: number | null, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly cohortPrediction: { readonly cohort: string, readonly revision: number, readonly models: ReadonlyArray<{ readonly ref: string, readonly digest: string, readonly answered: number, readonly reused: number, readonly failures: ReadonlyArray<{ readonly code: string, readonly count: number }> }> } | null, readonly error: { readonly code: string, readonly message: string, readonly retryable: boolean, readonly facts: unknown } | null } | null };

export type CohortPredictionsQueryVariables = Exact<{
  id: string;
  revision?: number | null | undefined;
  model: string;
  context?: PredictionContextInput | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type CohortPredictionsQuery = { readonly cohort: { readonly id: string, readonly revision: number, readonly predictions: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly state: CohortPredictionState, readonly item: { readonly key: string, readonly patient: string | null, readonly labels: ReadonlyArray<{ readonly name: string, readonly value: string }> }, readonly members: ReadonlyArray<{ readonly state: CohortPredictionState, readonly answerId: string | null, readonly member: { readonly slideId: string }, readonly error: { readonly code: string, readonly message: string, readonly retryable: boolean, readonly facts: unknown } | null, readonly prediction: { readonly targets: ReadonlyArray<
              | { readonly __typename: 'BinaryCall', readonly logit: number | null, readonly rawScore: number, readonly probability: number | null, readonly name: string, readonly call: Call }
              | { readonly __typename: 'ClassCall', readonly topClass: string | null, readonly name: string, readonly call: Call }
              | { readonly __typename: 'RiskEstimate', readonly riskScore: number, readonly name: string, readonly call: Call }
              | { readonly __typename: 'ScalarEstimate', readonly value: number, readonly unit: string | null, readonly name: string, readonly call: Call }
            > } | null }> }> } } | null };

export type ImportPredictionsMutationVariables = Exact<{
  input: ImportPredictionsInput;
}>;


export type ImportPredictionsMutation = { readonly importPredictions: { readonly id: string, readonly origin: ScoreOrigin, readonly cohort: string, readonly revision: number, readonly model: string, readonly modelDigest: string, readonly scale: ImportedScale, readonly source: string, readonly digest: string, readonly targets: ReadonlyArray<string>, readonly itemCount: number, readonly createdAt: string, readonly createdBy: string } };

export type PromotionImpactQueryVariables = Exact<{
  model: string;
  alias: string;
  version: string;
  cohort?: string | null | undefined;
}>;


export type PromotionImpactQuery = { readonly promotionImpact: { readonly before: string, readonly after: string, readonly notices: ReadonlyArray<string>, readonly cohort: { readonly id: string, readonly revision: number } | null, readonly counts: { readonly questions: number, readonly comparable: number, readonly lackingBefore: number, readonly lackingAfter: number, readonly changed: number, readonly patients: { readonly questions: number, readonly comparable: number, readonly lackingBefore: number, readonly lackingAfter: number, readonly changed: number }, readonly slides: { readonly questions: number, readonly comparable: number, readonly lackingBefore: number, readonly lackingAfter: number, readonly changed: number } }, readonly transitions: ReadonlyArray<{ readonly target: string, readonly before: Call, readonly after: Call, readonly count: number }>, readonly strata: ReadonlyArray<{ readonly by: PromotionStratumKind, readonly value: string | null, readonly counts: { readonly questions: number, readonly comparable: number, readonly lackingBefore: number, readonly lackingAfter: number, readonly changed: number, readonly patients: { readonly questions: number, readonly comparable: number, readonly lackingBefore: number, readonly lackingAfter: number, readonly changed: number }, readonly slides: { readonly questions: number, readonly comparable: number, readonly lackingBefore: number, readonly lackingAfter: number, readonly changed: number } } }>, readonly changes: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly item: string | null, readonly target: string, readonly before: Call, readonly after: Call, readonly answersBefore: ReadonlyArray<string>, readonly answersAfter: ReadonlyArray<string>, readonly places: ReadonlyArray<{ readonly slideId: string, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null }> }> } } };

export type EstimateFieldsFragment = { readonly value: number, readonly ci: ReadonlyArray<number> | null };

export type LimitsFieldsFragment = { readonly n: number, readonly bias: number, readonly standardDeviation: number, readonly limits: ReadonlyArray<number> };

export type AbsentFieldsFragment = { readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean };

export type ScoreFieldsFragment = { readonly name: string, readonly n: number, readonly auc: { readonly value: number, readonly variance: number | null, readonly ci: ReadonlyArray<number> | null, readonly bootstrapCi: ReadonlyArray<number> | null } | null, readonly averagePrecision: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly brier: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly calibration: { readonly slope: { readonly value: number, readonly ci: ReadonlyArray<number> | null }, readonly intercept: { readonly value: number, readonly ci: ReadonlyArray<number> | null }, readonly inTheLarge: { readonly value: number, readonly ci: ReadonlyArray<number> | null } } | null, readonly reliability: { readonly ece: number, readonly bins: ReadonlyArray<{ readonly n: number, readonly predicted: number, readonly observed: number, readonly ci: ReadonlyArray<number> }> } | null, readonly calls: { readonly threshold: number | null, readonly truePositives: number, readonly falsePositives: number, readonly trueNegatives: number, readonly falseNegatives: number, readonly uncalled: number, readonly ppa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly npa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly ppv: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly npv: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly accuracy: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null } | null, readonly cIndex: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly pearson: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly spearman: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly rmse: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly blandAltman: { readonly n: number, readonly bias: number, readonly standardDeviation: number, readonly limits: ReadonlyArray<number> } | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> };

export type PairFieldsFragment = { readonly a: string, readonly b: string, readonly n: number, readonly delong: { readonly difference: number, readonly standardError: number, readonly ci: ReadonlyArray<number>, readonly z: number, readonly p: number, readonly adjustedP: number | null } | null, readonly mcnemar: { readonly onlyA: number, readonly onlyB: number, readonly method: McNemarMethod, readonly statistic: number | null, readonly p: number, readonly adjustedP: number | null } | null, readonly deltas: ReadonlyArray<{ readonly statistic: StatisticName, readonly value: number, readonly ci: ReadonlyArray<number> | null }>, readonly agreement: { readonly observed: number, readonly kappa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } } | null, readonly differences: { readonly n: number, readonly bias: number, readonly standardDeviation: number, readonly limits: ReadonlyArray<number>, readonly spearman: number | null, readonly pearson: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null } | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> };

export type ComparisonFieldsFragment = { readonly outcome: OutcomeKind, readonly n: number, readonly positives: number | null, readonly patients: number | null, readonly html?: string, readonly csv?: string, readonly method: { readonly seed: number, readonly draws: number, readonly confidence: number, readonly bins: number, readonly resampled: ResampledUnit }, readonly scores: ReadonlyArray<{ readonly name: string, readonly n: number, readonly roc: { readonly falsePositiveRate: string | readonly number[], readonly truePositiveRate: string | readonly number[] } | null, readonly decisionCurve: { readonly thresholds: string | readonly number[], readonly netBenefit: string | readonly number[], readonly lower: string | readonly number[], readonly upper: string | readonly number[], readonly testAll: string | readonly number[] } | null, readonly auc: { readonly value: number, readonly variance: number | null, readonly ci: ReadonlyArray<number> | null, readonly bootstrapCi: ReadonlyArray<number> | null } | null, readonly averagePrecision: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly brier: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly calibration: { readonly slope: { readonly value: number, readonly ci: ReadonlyArray<number> | null }, readonly intercept: { readonly value: number, readonly ci: ReadonlyArray<number> | null }, readonly inTheLarge: { readonly value: number, readonly ci: ReadonlyArray<number> | null } } | null, readonly reliability: { readonly ece: number, readonly bins: ReadonlyArray<{ readonly n: number, readonly predicted: number, readonly observed: number, readonly ci: ReadonlyArray<number> }> } | null, readonly calls: { readonly threshold: number | null, readonly truePositives: number, readonly falsePositives: number, readonly trueNegatives: number, readonly falseNegatives: number, readonly uncalled: number, readonly ppa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly npa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly ppv: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly npv: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly accuracy: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null } | null, readonly cIndex: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly pearson: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly spearman: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly rmse: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly blandAltman: { readonly n: number, readonly bias: number, readonly standardDeviation: number, readonly limits: ReadonlyArray<number> } | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> }>, readonly pairs: ReadonlyArray<{ readonly a: string, readonly b: string, readonly n: number, readonly flips: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly item: string, readonly a: FlipState, readonly b: FlipState, readonly isPositive: boolean | null }> } | null, readonly delong: { readonly difference: number, readonly standardError: number, readonly ci: ReadonlyArray<number>, readonly z: number, readonly p: number, readonly adjustedP: number | null } | null, readonly mcnemar: { readonly onlyA: number, readonly onlyB: number, readonly method: McNemarMethod, readonly statistic: number | null, readonly p: number, readonly adjustedP: number | null } | null, readonly deltas: ReadonlyArray<{ readonly statistic: StatisticName, readonly value: number, readonly ci: ReadonlyArray<number> | null }>, readonly agreement: { readonly observed: number, readonly kappa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } } | null, readonly differences: { readonly n: number, readonly bias: number, readonly standardDeviation: number, readonly limits: ReadonlyArray<number>, readonly spearman: number | null, readonly pearson: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null } | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> }>, readonly strata: ReadonlyArray<{ readonly stratification: string, readonly level: string | null, readonly n: number, readonly positives: number | null, readonly scores: ReadonlyArray<{ readonly name: string, readonly n: number, readonly auc: { readonly value: number, readonly variance: number | null, readonly ci: ReadonlyArray<number> | null, readonly bootstrapCi: ReadonlyArray<number> | null } | null, readonly averagePrecision: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly brier: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly calibration: { readonly slope: { readonly value: number, readonly ci: ReadonlyArray<number> | null }, readonly intercept: { readonly value: number, readonly ci: ReadonlyArray<number> | null }, readonly inTheLarge: { readonly value: number, readonly ci: ReadonlyArray<number> | null } } | null, readonly reliability: { readonly ece: number, readonly bins: ReadonlyArray<{ readonly n: number, readonly predicted: number, readonly observed: number, readonly ci: ReadonlyArray<number> }> } | null, readonly calls: { readonly threshold: number | null, readonly truePositives: number, readonly falsePositives: number, readonly trueNegatives: number, readonly falseNegatives: number, readonly uncalled: number, readonly ppa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly npa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly ppv: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly npv: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly accuracy: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null } | null, readonly cIndex: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly pearson: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly spearman: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly rmse: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly blandAltman: { readonly n: number, readonly bias: number, readonly standardDeviation: number, readonly limits: ReadonlyArray<number> } | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> }>, readonly pairs: ReadonlyArray<{ readonly a: string, readonly b: string, readonly n: number, readonly delong: { readonly difference: number, readonly standardError: number, readonly ci: ReadonlyArray<number>, readonly z: number, readonly p: number, readonly adjustedP: number | null } | null, readonly mcnemar: { readonly onlyA: number, readonly onlyB: number, readonly method: McNemarMethod, readonly statistic: number | null, readonly p: number, readonly adjustedP: number | null } | null, readonly deltas: ReadonlyArray<{ readonly statistic: StatisticName, readonly value: number, readonly ci: ReadonlyArray<number> | null }>, readonly agreement: { readonly observed: number, readonly kappa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } } | null, readonly differences: { readonly n: number, readonly bias: number, readonly standardDeviation: number, readonly limits: ReadonlyArray<number>, readonly spearman: number | null, readonly pearson: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null } | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> }> }>, readonly leftOut: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly item: string, readonly missing: ReadonlyArray<{ readonly name: string, readonly reason: string }> }> } };

export type EmbeddingPairFieldsFragment = { readonly a: string, readonly b: string, readonly isSameSpace: boolean, readonly cka: number | null, readonly debiasedCka: number | null, readonly neighbourOverlap: number | null, readonly expectedOverlap: number | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> };

export type QuartileFieldsFragment = { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number };

export type ProfilePairFieldsFragment = { readonly a: string, readonly b: string, readonly n: number, readonly summary: { readonly pearson: { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number } | null, readonly spearman: { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number } | null, readonly bias: { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number } | null, readonly trend: { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number } | null }, readonly features: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly name: string, readonly spearman: number | null, readonly bias: number | null, readonly limits: ReadonlyArray<number> | null, readonly pearson: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> }> } };

export type CompareScoresQueryVariables = Exact<{
  input: CompareScoresInput;
  withHtml?: boolean;
  withCsv?: boolean;
}>;


export type CompareScoresQuery = { readonly compareScores: { readonly outcome: OutcomeKind, readonly n: number, readonly positives: number | null, readonly patients: number | null, readonly html?: string, readonly csv?: string, readonly method: { readonly seed: number, readonly draws: number, readonly confidence: number, readonly bins: number, readonly resampled: ResampledUnit }, readonly scores: ReadonlyArray<{ readonly name: string, readonly n: number, readonly roc: { readonly falsePositiveRate: string | readonly number[], readonly truePositiveRate: string | readonly number[] } | null, readonly decisionCurve: { readonly thresholds: string | readonly number[], readonly netBenefit: string | readonly number[], readonly lower: string | readonly number[], readonly upper: string | readonly number[], readonly testAll: string | readonly number[] } | null, readonly auc: { readonly value: number, readonly variance: number | null, readonly ci: ReadonlyArray<number> | null, readonly bootstrapCi: ReadonlyArray<number> | null } | null, readonly averagePrecision: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly brier: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly calibration: { readonly slope: { readonly value: number, readonly ci: ReadonlyArray<number> | null }, readonly intercept: { readonly value: number, readonly ci: ReadonlyArray<number> | null }, readonly inTheLarge: { readonly value: number, readonly ci: ReadonlyArray<number> | null } } | null, readonly reliability: { readonly ece: number, readonly bins: ReadonlyArray<{ readonly n: number, readonly predicted: number, readonly observed: number, readonly ci: ReadonlyArray<number> }> } | null, readonly calls: { readonly threshold: number | null, readonly truePositives: number, readonly falsePositives: number, readonly trueNegatives: number, readonly falseNegatives: number, readonly uncalled: number, readonly ppa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly npa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly ppv: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly npv: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly accuracy: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null } | null, readonly cIndex: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly pearson: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly spearman: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly rmse: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly blandAltman: { readonly n: number, readonly bias: number, readonly standardDeviation: number, readonly limits: ReadonlyArray<number> } | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> }>, readonly pairs: ReadonlyArray<{ readonly a: string, readonly b: string, readonly n: number, readonly flips: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly item: string, readonly a: FlipState, readonly b: FlipState, readonly isPositive: boolean | null }> } | null, readonly delong: { readonly difference: number, readonly standardError: number, readonly ci: ReadonlyArray<number>, readonly z: number, readonly p: number, readonly adjustedP: number | null } | null, readonly mcnemar: { readonly onlyA: number, readonly onlyB: number, readonly method: McNemarMethod, readonly statistic: number | null, readonly p: number, readonly adjustedP: number | null } | null, readonly deltas: ReadonlyArray<{ readonly statistic: StatisticName, readonly value: number, readonly ci: ReadonlyArray<number> | null }>, readonly agreement: { readonly observed: number, readonly kappa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } } | null, readonly differences: { readonly n: number, readonly bias: number, readonly standardDeviation: number, readonly limits: ReadonlyArray<number>, readonly spearman: number | null, readonly pearson: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null } | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> }>, readonly strata: ReadonlyArray<{ readonly stratification: string, readonly level: string | null, readonly n: number, readonly positives: number | null, readonly scores: ReadonlyArray<{ readonly name: string, readonly n: number, readonly auc: { readonly value: number, readonly variance: number | null, readonly ci: ReadonlyArray<number> | null, readonly bootstrapCi: ReadonlyArray<number> | null } | null, readonly averagePrecision: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly brier: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly calibration: { readonly slope: { readonly value: number, readonly ci: ReadonlyArray<number> | null }, readonly intercept: { readonly value: number, readonly ci: ReadonlyArray<number> | null }, readonly inTheLarge: { readonly value: number, readonly ci: ReadonlyArray<number> | null } } | null, readonly reliability: { readonly ece: number, readonly bins: ReadonlyArray<{ readonly n: number, readonly predicted: number, readonly observed: number, readonly ci: ReadonlyArray<number> }> } | null, readonly calls: { readonly threshold: number | null, readonly truePositives: number, readonly falsePositives: number, readonly trueNegatives: number, readonly falseNegatives: number, readonly uncalled: number, readonly ppa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly npa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly ppv: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly npv: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly accuracy: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null } | null, readonly cIndex: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly pearson: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly spearman: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly rmse: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly blandAltman: { readonly n: number, readonly bias: number, readonly standardDeviation: number, readonly limits: ReadonlyArray<number> } | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> }>, readonly pairs: ReadonlyArray<{ readonly a: string, readonly b: string, readonly n: number, readonly delong: { readonly difference: number, readonly standardError: number, readonly ci: ReadonlyArray<number>, readonly z: number, readonly p: number, readonly adjustedP: number | null } | null, readonly mcnemar: { readonly onlyA: number, readonly onlyB: number, readonly method: McNemarMethod, readonly statistic: number | null, readonly p: number, readonly adjustedP: number | null } | null, readonly deltas: ReadonlyArray<{ readonly statistic: StatisticName, readonly value: number, readonly ci: ReadonlyArray<number> | null }>, readonly agreement: { readonly observed: number, readonly kappa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } } | null, readonly differences: { readonly n: number, readonly bias: number, readonly standardDeviation: number, readonly limits: ReadonlyArray<number>, readonly spearman: number | null, readonly pearson: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null } | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> }> }>, readonly leftOut: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly item: string, readonly missing: ReadonlyArray<{ readonly name: string, readonly reason: string }> }> } } };

export type CompareVersionsQueryVariables = Exact<{
  input: CompareVersionsInput;
  withHtml?: boolean;
  withCsv?: boolean;
}>;


export type CompareVersionsQuery = { readonly compareVersions: { readonly target: string | null, readonly class: string | null, readonly scale: ComparedScale | null, readonly notices: ReadonlyArray<string>, readonly cohort: { readonly id: string, readonly revision: number, readonly name: string, readonly digest: string, readonly itemCount: number }, readonly versions: ReadonlyArray<{ readonly ref: string, readonly name: string, readonly origin: ScoreOrigin, readonly digest: string, readonly answered: number, readonly calibrations: ReadonlyArray<string> }>, readonly comparison: { readonly outcome: OutcomeKind, readonly n: number, readonly positives: number | null, readonly patients: number | null, readonly html?: string, readonly csv?: string, readonly method: { readonly seed: number, readonly draws: number, readonly confidence: number, readonly bins: number, readonly resampled: ResampledUnit }, readonly scores: ReadonlyArray<{ readonly name: string, readonly n: number, readonly roc: { readonly falsePositiveRate: string | readonly number[], readonly truePositiveRate: string | readonly number[] } | null, readonly decisionCurve: { readonly thresholds: string | readonly number[], readonly netBenefit: string | readonly number[], readonly lower: string | readonly number[], readonly upper: string | readonly number[], readonly testAll: string | readonly number[] } | null, readonly auc: { readonly value: number, readonly variance: number | null, readonly ci: ReadonlyArray<number> | null, readonly bootstrapCi: ReadonlyArray<number> | null } | null, readonly averagePrecision: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly brier: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly calibration: { readonly slope: { readonly value: number, readonly ci: ReadonlyArray<number> | null }, readonly intercept: { readonly value: number, readonly ci: ReadonlyArray<number> | null }, readonly inTheLarge: { readonly value: number, readonly ci: ReadonlyArray<number> | null } } | null, readonly reliability: { readonly ece: number, readonly bins: ReadonlyArray<{ readonly n: number, readonly predicted: number, readonly observed: number, readonly ci: ReadonlyArray<number> }> } | null, readonly calls: { readonly threshold: number | null, readonly truePositives: number, readonly falsePositives: number, readonly trueNegatives: number, readonly falseNegatives: number, readonly uncalled: number, readonly ppa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly npa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly ppv: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly npv: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly accuracy: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null } | null, readonly cIndex: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly pearson: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly spearman: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly rmse: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly blandAltman: { readonly n: number, readonly bias: number, readonly standardDeviation: number, readonly limits: ReadonlyArray<number> } | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> }>, readonly pairs: ReadonlyArray<{ readonly a: string, readonly b: string, readonly n: number, readonly flips: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly item: string, readonly a: FlipState, readonly b: FlipState, readonly isPositive: boolean | null }> } | null, readonly delong: { readonly difference: number, readonly standardError: number, readonly ci: ReadonlyArray<number>, readonly z: number, readonly p: number, readonly adjustedP: number | null } | null, readonly mcnemar: { readonly onlyA: number, readonly onlyB: number, readonly method: McNemarMethod, readonly statistic: number | null, readonly p: number, readonly adjustedP: number | null } | null, readonly deltas: ReadonlyArray<{ readonly statistic: StatisticName, readonly value: number, readonly ci: ReadonlyArray<number> | null }>, readonly agreement: { readonly observed: number, readonly kappa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } } | null, readonly differences: { readonly n: number, readonly bias: number, readonly standardDeviation: number, readonly limits: ReadonlyArray<number>, readonly spearman: number | null, readonly pearson: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null } | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> }>, readonly strata: ReadonlyArray<{ readonly stratification: string, readonly level: string | null, readonly n: number, readonly positives: number | null, readonly scores: ReadonlyArray<{ readonly name: string, readonly n: number, readonly auc: { readonly value: number, readonly variance: number | null, readonly ci: ReadonlyArray<number> | null, readonly bootstrapCi: ReadonlyArray<number> | null } | null, readonly averagePrecision: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly brier: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly calibration: { readonly slope: { readonly value: number, readonly ci: ReadonlyArray<number> | null }, readonly intercept: { readonly value: number, readonly ci: ReadonlyArray<number> | null }, readonly inTheLarge: { readonly value: number, readonly ci: ReadonlyArray<number> | null } } | null, readonly reliability: { readonly ece: number, readonly bins: ReadonlyArray<{ readonly n: number, readonly predicted: number, readonly observed: number, readonly ci: ReadonlyArray<number> }> } | null, readonly calls: { readonly threshold: number | null, readonly truePositives: number, readonly falsePositives: number, readonly trueNegatives: number, readonly falseNegatives: number, readonly uncalled: number, readonly ppa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly npa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly ppv: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly npv: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly accuracy: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null } | null, readonly cIndex: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly pearson: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly spearman: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly rmse: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly blandAltman: { readonly n: number, readonly bias: number, readonly standardDeviation: number, readonly limits: ReadonlyArray<number> } | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> }>, readonly pairs: ReadonlyArray<{ readonly a: string, readonly b: string, readonly n: number, readonly delong: { readonly difference: number, readonly standardError: number, readonly ci: ReadonlyArray<number>, readonly z: number, readonly p: number, readonly adjustedP: number | null } | null, readonly mcnemar: { readonly onlyA: number, readonly onlyB: number, readonly method: McNemarMethod, readonly statistic: number | null, readonly p: number, readonly adjustedP: number | null } | null, readonly deltas: ReadonlyArray<{ readonly statistic: StatisticName, readonly value: number, readonly ci: ReadonlyArray<number> | null }>, readonly agreement: { readonly observed: number, readonly kappa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } } | null, readonly differences: { readonly n: number, readonly bias: number, readonly standardDeviation: number, readonly limits: ReadonlyArray<number>, readonly spearman: number | null, readonly pearson: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null } | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> }> }>, readonly leftOut: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly item: string, readonly missing: ReadonlyArray<{ readonly name: string, readonly reason: string }> }> } } | null, readonly embeddings: { readonly n: number, readonly neighbours: number, readonly pairs: ReadonlyArray<{ readonly a: string, readonly b: string, readonly isSameSpace: boolean, readonly cka: number | null, readonly debiasedCka: number | null, readonly neighbourOverlap: number | null, readonly expectedOverlap: number | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> }>, readonly strata: ReadonlyArray<{ readonly stratification: string, readonly level: string | null, readonly n: number, readonly pairs: ReadonlyArray<{ readonly a: string, readonly b: string, readonly isSameSpace: boolean, readonly cka: number | null, readonly debiasedCka: number | null, readonly neighbourOverlap: number | null, readonly expectedOverlap: number | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> }> }>, readonly leftOut: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly item: string, readonly missing: ReadonlyArray<{ readonly name: string, readonly reason: string }> }> } } | null, readonly expression: { readonly n: number, readonly unit: string, readonly transform: string, readonly geneCount: number, readonly reliableCount: number | null, readonly unshared: ReadonlyArray<{ readonly ref: string, readonly count: number }>, readonly pairs: ReadonlyArray<{ readonly a: string, readonly b: string, readonly n: number, readonly summary: { readonly pearson: { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number } | null, readonly spearman: { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number } | null, readonly bias: { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number } | null, readonly trend: { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number } | null }, readonly features: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly name: string, readonly spearman: number | null, readonly bias: number | null, readonly limits: ReadonlyArray<number> | null, readonly pearson: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> }> } }>, readonly strata: ReadonlyArray<{ readonly stratification: string, readonly level: string | null, readonly n: number, readonly pairs: ReadonlyArray<{ readonly a: string, readonly b: string, readonly n: number, readonly summary: { readonly pearson: { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number } | null, readonly spearman: { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number } | null, readonly bias: { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number } | null, readonly trend: { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number } | null }, readonly features: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly name: string, readonly spearman: number | null, readonly bias: number | null, readonly limits: ReadonlyArray<number> | null, readonly pearson: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> }> } }> }>, readonly pathways: { readonly collectionDigest: string, readonly setCount: number, readonly passedOverCount: number, readonly settings: { readonly method: PathwayMethod }, readonly pairs: ReadonlyArray<{ readonly a: string, readonly b: string, readonly n: number, readonly summary: { readonly pearson: { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number } | null, readonly spearman: { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number } | null, readonly bias: { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number } | null, readonly trend: { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number } | null }, readonly features: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly name: string, readonly spearman: number | null, readonly bias: number | null, readonly limits: ReadonlyArray<number> | null, readonly pearson: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> }> } }>, readonly strata: ReadonlyArray<{ readonly stratification: string, readonly level: string | null, readonly n: number, readonly pairs: ReadonlyArray<{ readonly a: string, readonly b: string, readonly n: number, readonly summary: { readonly pearson: { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number } | null, readonly spearman: { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number } | null, readonly bias: { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number } | null, readonly trend: { readonly count: number, readonly lowerQuartile: number, readonly median: number, readonly upperQuartile: number } | null }, readonly features: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly name: string, readonly spearman: number | null, readonly bias: number | null, readonly limits: ReadonlyArray<number> | null, readonly pearson: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly absent: ReadonlyArray<{ readonly statistic: StatisticName, readonly reason: AbsenceReason, readonly isIntervalOnly: boolean }> }> } }> }> } | null, readonly leftOut: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly item: string, readonly missing: ReadonlyArray<{ readonly name: string, readonly reason: string }> }> } } | null } };

export type DemoSideBySideQueryVariables = Exact<{
  slide: string;
  region: RegionInput;
}>;


export type DemoSideBySideQuery = { readonly slide: { readonly id: string, readonly digest: string, readonly name: string | null, readonly format: SlideFormat, readonly widthPx: number, readonly heightPx: number, readonly mpp: number | null, readonly mppSource: MppSource | null, readonly objectivePower: number | null, readonly sizeBytes: number, readonly stain: Stain | null, readonly organ: string | null, readonly specimen: Specimen | null, readonly preservation: Preservation | null, readonly scanner: string | null, readonly site: string | null, readonly addedAt: string, readonly champion: { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly targets: ReadonlyArray<
        | { readonly __typename: 'BinaryCall', readonly logit: number | null, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
        | { readonly __typename: 'ClassCall', readonly isOrdinal: boolean, readonly topClass: string | null, readonly tiedClasses: ReadonlyArray<string>, readonly medianClass: string | null, readonly expectedRank: number | null, readonly classCount: number, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly classes: ReadonlyArray<{ readonly name: string, readonly logit: number | null, readonly rawScore: number, readonly rawScoreOrHigher: number | null, readonly probability: number | null, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }> }
        | { readonly __typename: 'RiskEstimate', readonly riskScore: number, readonly direction: ScoreDirection, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
        | { readonly __typename: 'ScalarEstimate', readonly value: number, readonly unit: string | null, readonly isInRange: boolean | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly range: { readonly min: number | null, readonly max: number | null } | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
      >, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly ensemble: { readonly combine: EnsembleCombine, readonly members: ReadonlyArray<{ readonly model: string, readonly isUsed: boolean }> } | null, readonly training: { readonly state: TrainingState, readonly trainedOn: ReadonlyArray<string>, readonly reason: string }, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null, readonly challenger: { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly heatMap: { readonly mode: HeatMapMode, readonly meaning: string, readonly target: string | null, readonly class: string | null, readonly tileEdgePx: number, readonly range: ReadonlyArray<number>, readonly imageHref: string, readonly deepZoomHref: string, readonly legendHref: string, readonly values: { readonly shape: ReadonlyArray<number>, readonly datatype: string, readonly href: string }, readonly coords: { readonly shape: ReadonlyArray<number>, readonly datatype: string, readonly href: string } } | null, readonly targets: ReadonlyArray<
        | { readonly __typename: 'BinaryCall', readonly logit: number | null, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
        | { readonly __typename: 'ClassCall', readonly isOrdinal: boolean, readonly topClass: string | null, readonly tiedClasses: ReadonlyArray<string>, readonly medianClass: string | null, readonly expectedRank: number | null, readonly classCount: number, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly classes: ReadonlyArray<{ readonly name: string, readonly logit: number | null, readonly rawScore: number, readonly rawScoreOrHigher: number | null, readonly probability: number | null, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }> }
        | { readonly __typename: 'RiskEstimate', readonly riskScore: number, readonly direction: ScoreDirection, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
        | { readonly __typename: 'ScalarEstimate', readonly value: number, readonly unit: string | null, readonly isInRange: boolean | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly range: { readonly min: number | null, readonly max: number | null } | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
      >, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly ensemble: { readonly combine: EnsembleCombine, readonly members: ReadonlyArray<{ readonly model: string, readonly isUsed: boolean }> } | null, readonly training: { readonly state: TrainingState, readonly trainedOn: ReadonlyArray<string>, readonly reason: string }, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null, readonly championInRegion: { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly targets: ReadonlyArray<
        | { readonly __typename: 'BinaryCall', readonly logit: number | null, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
        | { readonly __typename: 'ClassCall', readonly isOrdinal: boolean, readonly topClass: string | null, readonly tiedClasses: ReadonlyArray<string>, readonly medianClass: string | null, readonly expectedRank: number | null, readonly classCount: number, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly classes: ReadonlyArray<{ readonly name: string, readonly logit: number | null, readonly rawScore: number, readonly rawScoreOrHigher: number | null, readonly probability: number | null, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }> }
        | { readonly __typename: 'RiskEstimate', readonly riskScore: number, readonly direction: ScoreDirection, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
        | { readonly __typename: 'ScalarEstimate', readonly value: number, readonly unit: string | null, readonly isInRange: boolean | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly range: { readonly min: number | null, readonly max: number | null } | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
      >, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly ensemble: { readonly combine: EnsembleCombine, readonly members: ReadonlyArray<{ readonly model: string, readonly isUsed: boolean }> } | null, readonly training: { readonly state: TrainingState, readonly trainedOn: ReadonlyArray<string>, readonly reason: string }, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null, readonly challengerInRegion: { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly targets: ReadonlyArray<
        | { readonly __typename: 'BinaryCall', readonly logit: number | null, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
        | { readonly __typename: 'ClassCall', readonly isOrdinal: boolean, readonly topClass: string | null, readonly tiedClasses: ReadonlyArray<string>, readonly medianClass: string | null, readonly expectedRank: number | null, readonly classCount: number, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly classes: ReadonlyArray<{ readonly name: string, readonly logit: number | null, readonly rawScore: number, readonly rawScoreOrHigher: number | null, readonly probability: number | null, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }> }
        | { readonly __typename: 'RiskEstimate', readonly riskScore: number, readonly direction: ScoreDirection, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
        | { readonly __typename: 'ScalarEstimate', readonly value: number, readonly unit: string | null, readonly isInRange: boolean | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly range: { readonly min: number | null, readonly max: number | null } | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
      >, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly ensemble: { readonly combine: EnsembleCombine, readonly members: ReadonlyArray<{ readonly model: string, readonly isUsed: boolean }> } | null, readonly training: { readonly state: TrainingState, readonly trainedOn: ReadonlyArray<string>, readonly reason: string }, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null, readonly embedding: { readonly dimension: number, readonly l2Normalised: boolean, readonly l2Norm: number, readonly spaceId: string, readonly tileCount: number, readonly href: string, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null } | null };

export type DemoOutOfDomainQueryVariables = Exact<{
  slide: string;
}>;


export type DemoOutOfDomainQuery = { readonly slide: { readonly id: string, readonly digest: string, readonly name: string | null, readonly format: SlideFormat, readonly widthPx: number, readonly heightPx: number, readonly mpp: number | null, readonly mppSource: MppSource | null, readonly objectivePower: number | null, readonly sizeBytes: number, readonly stain: Stain | null, readonly organ: string | null, readonly specimen: Specimen | null, readonly preservation: Preservation | null, readonly scanner: string | null, readonly site: string | null, readonly addedAt: string, readonly champion: { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly targets: ReadonlyArray<
        | { readonly __typename: 'BinaryCall', readonly logit: number | null, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
        | { readonly __typename: 'ClassCall', readonly isOrdinal: boolean, readonly topClass: string | null, readonly tiedClasses: ReadonlyArray<string>, readonly medianClass: string | null, readonly expectedRank: number | null, readonly classCount: number, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly classes: ReadonlyArray<{ readonly name: string, readonly logit: number | null, readonly rawScore: number, readonly rawScoreOrHigher: number | null, readonly probability: number | null, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }> }
        | { readonly __typename: 'RiskEstimate', readonly riskScore: number, readonly direction: ScoreDirection, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
        | { readonly __typename: 'ScalarEstimate', readonly value: number, readonly unit: string | null, readonly isInRange: boolean | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly range: { readonly min: number | null, readonly max: number | null } | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
      >, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly ensemble: { readonly combine: EnsembleCombine, readonly members: ReadonlyArray<{ readonly model: string, readonly isUsed: boolean }> } | null, readonly training: { readonly state: TrainingState, readonly trainedOn: ReadonlyArray<string>, readonly reason: string }, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null, readonly challenger: { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly targets: ReadonlyArray<
        | { readonly __typename: 'BinaryCall', readonly logit: number | null, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
        | { readonly __typename: 'ClassCall', readonly isOrdinal: boolean, readonly topClass: string | null, readonly tiedClasses: ReadonlyArray<string>, readonly medianClass: string | null, readonly expectedRank: number | null, readonly classCount: number, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly classes: ReadonlyArray<{ readonly name: string, readonly logit: number | null, readonly rawScore: number, readonly rawScoreOrHigher: number | null, readonly probability: number | null, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }> }
        | { readonly __typename: 'RiskEstimate', readonly riskScore: number, readonly direction: ScoreDirection, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
        | { readonly __typename: 'ScalarEstimate', readonly value: number, readonly unit: string | null, readonly isInRange: boolean | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly range: { readonly min: number | null, readonly max: number | null } | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
      >, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly ensemble: { readonly combine: EnsembleCombine, readonly members: ReadonlyArray<{ readonly model: string, readonly isUsed: boolean }> } | null, readonly training: { readonly state: TrainingState, readonly trainedOn: ReadonlyArray<string>, readonly reason: string }, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null } | null };

export type DemoEvaluationsQueryVariables = Exact<{ [key: string]: never; }>;


export type DemoEvaluationsQuery = { readonly champion: { readonly trainedOn: string, readonly ref: string, readonly source: string, readonly name: string, readonly version: string, readonly digest: string, readonly aliases: ReadonlyArray<string>, readonly title: string, readonly task: TaskKind, readonly level: Level, readonly isReady: boolean, readonly registeredAt: string, readonly intendedUse: { readonly statement: string, readonly limitations: ReadonlyArray<string>, readonly medicalUse: boolean }, readonly evaluation: ReadonlyArray<{ readonly protocol: string, readonly cohort: string, readonly metric: string, readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly n: number | null, readonly unit: string, readonly note: string | null }> } | null, readonly challenger: { readonly trainedOn: string, readonly ref: string, readonly source: string, readonly name: string, readonly version: string, readonly digest: string, readonly aliases: ReadonlyArray<string>, readonly title: string, readonly task: TaskKind, readonly level: Level, readonly isReady: boolean, readonly registeredAt: string, readonly intendedUse: { readonly statement: string, readonly limitations: ReadonlyArray<string>, readonly medicalUse: boolean }, readonly evaluation: ReadonlyArray<{ readonly protocol: string, readonly cohort: string, readonly metric: string, readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly n: number | null, readonly unit: string, readonly note: string | null }> } | null };

export type DemoCohortQueryVariables = Exact<{
  cohort: string;
}>;


export type DemoCohortQuery = { readonly compareVersions: { readonly notices: ReadonlyArray<string>, readonly versions: ReadonlyArray<{ readonly ref: string, readonly answered: number }>, readonly comparison: { readonly n: number, readonly positives: number | null, readonly patients: number | null, readonly scores: ReadonlyArray<{ readonly name: string, readonly auc: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly brier: { readonly value: number } | null, readonly reliability: { readonly ece: number } | null, readonly calls: { readonly ppa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null, readonly npa: { readonly value: number, readonly ci: ReadonlyArray<number> | null } | null } | null }>, readonly pairs: ReadonlyArray<{ readonly delong: { readonly difference: number, readonly ci: ReadonlyArray<number>, readonly z: number, readonly p: number } | null, readonly mcnemar: { readonly onlyA: number, readonly onlyB: number, readonly p: number } | null, readonly flips: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly item: string, readonly a: FlipState, readonly b: FlipState, readonly isPositive: boolean | null }> } | null }> } | null } };

export type DemoSpatialQueryVariables = Exact<{
  slide: string;
  depth: number;
}>;


export type DemoSpatialQuery = { readonly slide: { readonly spatialMap: { readonly digest: string, readonly kind: SpatialMapKind, readonly model: string, readonly mode: SpatialMapMode, readonly unit: string, readonly tileCount: number, readonly valuedTileCount: number, readonly layerCount: number, readonly comparison: { readonly n: number, readonly spotCount: number, readonly matchedCount: number, readonly depth: number | null, readonly predictedUnit: string, readonly measuredUnit: string, readonly notices: ReadonlyArray<string>, readonly reliable: { readonly geneCount: number, readonly medianR: number | null } | null, readonly others: { readonly geneCount: number, readonly medianR: number | null } | null, readonly page: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly reliable: boolean, readonly n: number, readonly evidence: { readonly r: number | null } | null, readonly pearson: { readonly value: number, readonly lower: number | null, readonly upper: number | null } | null, readonly spearman: { readonly value: number } | null }> }, readonly refused: ReadonlyArray<{ readonly gene: { readonly name: string, readonly reliable: boolean, readonly n: number, readonly evidence: { readonly r: number | null } | null, readonly pearson: { readonly value: number, readonly lower: number | null, readonly upper: number | null } | null, readonly spearman: { readonly value: number } | null } | null }> }, readonly layers: ReadonlyArray<{ readonly layer: { readonly imageHref: string } | null }>, readonly pathwayScores: { readonly comparison: { readonly page: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly reliable: boolean, readonly n: number, readonly evidence: { readonly r: number | null } | null, readonly pearson: { readonly value: number, readonly lower: number | null, readonly upper: number | null } | null, readonly spearman: { readonly value: number } | null }> }, readonly failing: ReadonlyArray<{ readonly gene: { readonly name: string, readonly reliable: boolean, readonly n: number, readonly evidence: { readonly r: number | null } | null, readonly pearson: { readonly value: number, readonly lower: number | null, readonly upper: number | null } | null, readonly spearman: { readonly value: number } | null } | null }> } } } | null } | null };

export type EmbeddingGenerationFieldsFragment = { readonly id: string, readonly version: string, readonly versionDigest: string, readonly spaceId: string, readonly level: EmbeddingLevel, readonly dimension: number, readonly datatype: string, readonly l2Normalised: boolean, readonly cohortRevision: number, readonly vectorCount: number, readonly missing: ReadonlyArray<{ readonly code: string, readonly count: number }> };

export type EmbeddingIndexesQueryVariables = Exact<{
  cohort: string;
  model: string;
  format: EmbeddingFormat;
  float16: boolean;
}>;


export type EmbeddingIndexesQuery = { readonly cohort: { readonly revision: number } | null, readonly modelVersion: { readonly ref: string, readonly digest: string } | null, readonly embeddingIndexes: ReadonlyArray<{ readonly model: string, readonly serving: { readonly href: string | null, readonly idsHref: string | null, readonly manifestHref: string | null, readonly id: string, readonly version: string, readonly versionDigest: string, readonly spaceId: string, readonly level: EmbeddingLevel, readonly dimension: number, readonly datatype: string, readonly l2Normalised: boolean, readonly cohortRevision: number, readonly vectorCount: number, readonly missing: ReadonlyArray<{ readonly code: string, readonly count: number }> } | null }> };

export type IndexEmbeddingsMutationVariables = Exact<{
  input: IndexEmbeddingsInput;
}>;


export type IndexEmbeddingsMutation = { readonly indexEmbeddings: { readonly id: string } };

export type EmbeddingIndexOfJobQueryVariables = Exact<{
  id: string;
  format: EmbeddingFormat;
  float16: boolean;
}>;


export type EmbeddingIndexOfJobQuery = { readonly job: { readonly embeddingIndex: { readonly cohort: string, readonly serving: { readonly href: string | null, readonly idsHref: string | null, readonly manifestHref: string | null, readonly id: string, readonly version: string, readonly versionDigest: string, readonly spaceId: string, readonly level: EmbeddingLevel, readonly dimension: number, readonly datatype: string, readonly l2Normalised: boolean, readonly cohortRevision: number, readonly vectorCount: number, readonly missing: ReadonlyArray<{ readonly code: string, readonly count: number }> } | null } | null } | null };

export type PrepareFeaturesMutationVariables = Exact<{
  input: PrepareFeaturesInput;
}>;


export type PrepareFeaturesMutation = { readonly prepareFeatures: { readonly id: string, readonly kind: JobKind, readonly state: JobState, readonly stage: string | null, readonly done: number, readonly total: number | null, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly featureBag: { readonly digest: string, readonly origin: FeatureOrigin, readonly preprocessingDigest: string, readonly tileCount: number, readonly dimension: number, readonly tileEdgePx: number, readonly mpp: number, readonly tileSizePx: number, readonly featuresHref: string, readonly coordsHref: string, readonly createdAt: string, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } } | null, readonly error: { readonly code: string, readonly message: string, readonly retryable: boolean, readonly facts: unknown } | null } };

export type ImportFeaturesMutationVariables = Exact<{
  input: ImportFeaturesInput;
}>;


export type ImportFeaturesMutation = { readonly importFeatures: { readonly digest: string, readonly origin: FeatureOrigin, readonly preprocessingDigest: string, readonly tileCount: number, readonly dimension: number, readonly tileEdgePx: number, readonly mpp: number, readonly tileSizePx: number, readonly featuresHref: string, readonly coordsHref: string, readonly createdAt: string, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } } };

export type SlideFieldsFragment = { readonly id: string, readonly digest: string, readonly name: string | null, readonly format: SlideFormat, readonly widthPx: number, readonly heightPx: number, readonly mpp: number | null, readonly mppSource: MppSource | null, readonly objectivePower: number | null, readonly sizeBytes: number, readonly stain: Stain | null, readonly organ: string | null, readonly specimen: Specimen | null, readonly preservation: Preservation | null, readonly scanner: string | null, readonly site: string | null, readonly addedAt: string };

export type FeatureBagFieldsFragment = { readonly digest: string, readonly origin: FeatureOrigin, readonly preprocessingDigest: string, readonly tileCount: number, readonly dimension: number, readonly tileEdgePx: number, readonly mpp: number, readonly tileSizePx: number, readonly featuresHref: string, readonly coordsHref: string, readonly createdAt: string, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } };

export type JobFieldsFragment = { readonly id: string, readonly kind: JobKind, readonly state: JobState, readonly stage: string | null, readonly done: number, readonly total: number | null, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly error: { readonly code: string, readonly message: string, readonly retryable: boolean, readonly facts: unknown } | null };

export type RateFieldsFragment = { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number };

export type ThresholdFieldsFragment = { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> };

type TargetFields_BinaryCall_Fragment = { readonly __typename: 'BinaryCall', readonly logit: number | null, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null };

type TargetFields_ClassCall_Fragment = { readonly __typename: 'ClassCall', readonly isOrdinal: boolean, readonly topClass: string | null, readonly tiedClasses: ReadonlyArray<string>, readonly medianClass: string | null, readonly expectedRank: number | null, readonly classCount: number, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly classes: ReadonlyArray<{ readonly name: string, readonly logit: number | null, readonly rawScore: number, readonly rawScoreOrHigher: number | null, readonly probability: number | null, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }> };

type TargetFields_RiskEstimate_Fragment = { readonly __typename: 'RiskEstimate', readonly riskScore: number, readonly direction: ScoreDirection, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null };

type TargetFields_ScalarEstimate_Fragment = { readonly __typename: 'ScalarEstimate', readonly value: number, readonly unit: string | null, readonly isInRange: boolean | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly range: { readonly min: number | null, readonly max: number | null } | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null };

export type TargetFieldsFragment =
  | TargetFields_BinaryCall_Fragment
  | TargetFields_ClassCall_Fragment
  | TargetFields_RiskEstimate_Fragment
  | TargetFields_ScalarEstimate_Fragment
;

type RecordFields_BinaryCall_Fragment = { readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null };

type RecordFields_ClassScore_Fragment = { readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null };

type RecordFields_RiskEstimate_Fragment = { readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null };

type RecordFields_ScalarEstimate_Fragment = { readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null };

export type RecordFieldsFragment =
  | RecordFields_BinaryCall_Fragment
  | RecordFields_ClassScore_Fragment
  | RecordFields_RiskEstimate_Fragment
  | RecordFields_ScalarEstimate_Fragment
;

export type WorthFieldsFragment = { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number };

export type ProvenanceFieldsFragment = { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } };

export type PredictionFieldsFragment = { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly targets: ReadonlyArray<
    | { readonly __typename: 'BinaryCall', readonly logit: number | null, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
    | { readonly __typename: 'ClassCall', readonly isOrdinal: boolean, readonly topClass: string | null, readonly tiedClasses: ReadonlyArray<string>, readonly medianClass: string | null, readonly expectedRank: number | null, readonly classCount: number, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly classes: ReadonlyArray<{ readonly name: string, readonly logit: number | null, readonly rawScore: number, readonly rawScoreOrHigher: number | null, readonly probability: number | null, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }> }
    | { readonly __typename: 'RiskEstimate', readonly riskScore: number, readonly direction: ScoreDirection, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
    | { readonly __typename: 'ScalarEstimate', readonly value: number, readonly unit: string | null, readonly isInRange: boolean | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly range: { readonly min: number | null, readonly max: number | null } | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
  >, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly ensemble: { readonly combine: EnsembleCombine, readonly members: ReadonlyArray<{ readonly model: string, readonly isUsed: boolean }> } | null, readonly training: { readonly state: TrainingState, readonly trainedOn: ReadonlyArray<string>, readonly reason: string }, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } };

export type HeatMapFieldsFragment = { readonly mode: HeatMapMode, readonly meaning: string, readonly target: string | null, readonly class: string | null, readonly tileEdgePx: number, readonly range: ReadonlyArray<number>, readonly imageHref: string, readonly deepZoomHref: string, readonly legendHref: string, readonly values: { readonly shape: ReadonlyArray<number>, readonly datatype: string, readonly href: string }, readonly coords: { readonly shape: ReadonlyArray<number>, readonly datatype: string, readonly href: string } };

export type EmbeddingFieldsFragment = { readonly dimension: number, readonly l2Normalised: boolean, readonly l2Norm: number, readonly spaceId: string, readonly tileCount: number, readonly href: string, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } };

export type ModelVersionFieldsFragment = { readonly ref: string, readonly source: string, readonly name: string, readonly version: string, readonly digest: string, readonly aliases: ReadonlyArray<string>, readonly title: string, readonly task: TaskKind, readonly level: Level, readonly isReady: boolean, readonly registeredAt: string };

export type EvaluationFieldsFragment = { readonly protocol: string, readonly cohort: string, readonly metric: string, readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly n: number | null, readonly unit: string, readonly note: string | null };

export type LicenceFieldsFragment = { readonly spdxOrName: string, readonly nonCommercial: boolean, readonly gated: boolean, readonly derivativeOutputs: boolean, readonly inheritedFrom: string, readonly referenceSet: string | null, readonly unknownParts: ReadonlyArray<string>, readonly access: LicenceAccess, readonly terms: ReadonlyArray<{ readonly model: string, readonly referenceSet: string | null, readonly spdxOrName: string, readonly url: string | null, readonly attribution: string | null, readonly acceptedAt: string | null }> };

export type GenePanelFieldsFragment = { readonly id: string, readonly name: string, readonly version: string, readonly digest: string, readonly namespace: GeneNamespace, readonly organism: Organism, readonly source: string, readonly licence: string, readonly geneCount: number, readonly textHref: string, readonly createdAt: string, readonly createdBy: string };

export type GeneSetCollectionFieldsFragment = { readonly id: string, readonly name: string, readonly version: string, readonly digest: string, readonly namespace: GeneNamespace, readonly organism: Organism, readonly source: string, readonly licence: string, readonly setCount: number, readonly geneCount: number, readonly membershipCount: number, readonly smallestSet: number, readonly largestSet: number, readonly gmtHref: string, readonly createdAt: string, readonly createdBy: string };

export type ImportGenePanelMutationVariables = Exact<{
  input: ImportGenePanelInput;
}>;


export type ImportGenePanelMutation = { readonly importGenePanel: { readonly id: string, readonly name: string, readonly version: string, readonly digest: string, readonly namespace: GeneNamespace, readonly organism: Organism, readonly source: string, readonly licence: string, readonly geneCount: number, readonly textHref: string, readonly createdAt: string, readonly createdBy: string, readonly usedBy: ReadonlyArray<{ readonly ref: string }> } };

export type GenePanelsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type GenePanelsQuery = { readonly genePanels: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly version: string, readonly digest: string, readonly namespace: GeneNamespace, readonly organism: Organism, readonly source: string, readonly licence: string, readonly geneCount: number, readonly textHref: string, readonly createdAt: string, readonly createdBy: string }> } };

export type GenePanelQueryVariables = Exact<{
  id?: string | null | undefined;
  digest?: string | null | undefined;
  first?: number;
}>;


export type GenePanelQuery = { readonly genePanel: { readonly id: string, readonly name: string, readonly version: string, readonly digest: string, readonly namespace: GeneNamespace, readonly organism: Organism, readonly source: string, readonly licence: string, readonly geneCount: number, readonly textHref: string, readonly createdAt: string, readonly createdBy: string, readonly usedBy: ReadonlyArray<{ readonly ref: string, readonly title: string }>, readonly symbols: { readonly nodes: ReadonlyArray<string>, readonly totalCount: number } } | null };

export type ImportGeneSetCollectionMutationVariables = Exact<{
  input: ImportGeneSetCollectionInput;
}>;


export type ImportGeneSetCollectionMutation = { readonly importGeneSetCollection: { readonly id: string, readonly name: string, readonly version: string, readonly digest: string, readonly namespace: GeneNamespace, readonly organism: Organism, readonly source: string, readonly licence: string, readonly setCount: number, readonly geneCount: number, readonly membershipCount: number, readonly smallestSet: number, readonly largestSet: number, readonly gmtHref: string, readonly createdAt: string, readonly createdBy: string } };

export type GeneSetCollectionsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type GeneSetCollectionsQuery = { readonly geneSetCollections: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly version: string, readonly digest: string, readonly namespace: GeneNamespace, readonly organism: Organism, readonly source: string, readonly licence: string, readonly setCount: number, readonly geneCount: number, readonly membershipCount: number, readonly smallestSet: number, readonly largestSet: number, readonly gmtHref: string, readonly createdAt: string, readonly createdBy: string }> } };

export type GeneSetCollectionQueryVariables = Exact<{
  id: string;
  first?: number;
  after?: string | null | undefined;
  nameContains?: string | null | undefined;
}>;


export type GeneSetCollectionQuery = { readonly geneSetCollection: { readonly id: string, readonly name: string, readonly version: string, readonly digest: string, readonly namespace: GeneNamespace, readonly organism: Organism, readonly source: string, readonly licence: string, readonly setCount: number, readonly geneCount: number, readonly membershipCount: number, readonly smallestSet: number, readonly largestSet: number, readonly gmtHref: string, readonly createdAt: string, readonly createdBy: string, readonly sets: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly name: string, readonly description: string | null, readonly geneCount: number }> } } | null };

export type JobQueryVariables = Exact<{
  id: string;
}>;


export type JobQuery = { readonly job: { readonly id: string, readonly kind: JobKind, readonly state: JobState, readonly stage: string | null, readonly done: number, readonly total: number | null, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly featureBag: { readonly digest: string, readonly origin: FeatureOrigin, readonly preprocessingDigest: string, readonly tileCount: number, readonly dimension: number, readonly tileEdgePx: number, readonly mpp: number, readonly tileSizePx: number, readonly featuresHref: string, readonly coordsHref: string, readonly createdAt: string, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } } | null, readonly registration: { readonly outcome: RegistryWriteOutcome, readonly isInService: boolean, readonly notices: ReadonlyArray<string>, readonly changes: ReadonlyArray<{ readonly subject: string, readonly before: unknown, readonly after: unknown }>, readonly write: { readonly id: string, readonly kind: RegistryWriteKind, readonly source: string, readonly name: string, readonly version: string | null, readonly subject: string, readonly digest: string, readonly writtenBy: string, readonly writtenAt: string } | null } | null, readonly expressionMatrix: { readonly id: string } | null, readonly pathwayScores: { readonly digest: string, readonly matrixDigest: string, readonly collectionDigest: string, readonly setCount: number, readonly sampleCount: number, readonly passedOverCount: number, readonly geneCount: number, readonly constantGenes: number, readonly tsv: string, readonly npy: string, readonly parquet: string, readonly settings: { readonly method: PathwayMethod, readonly form: SsgseaForm | null, readonly weight: number | null, readonly normalise: SsgseaNormalisation | null, readonly kernel: GsvaKernel | null, readonly maxDifference: boolean | null, readonly minSize: number | null, readonly maxSize: number | null } } | null, readonly error: { readonly code: string, readonly message: string, readonly retryable: boolean, readonly facts: unknown } | null } | null };

export type JobsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type JobsQuery = { readonly jobs: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: JobKind, readonly state: JobState, readonly stage: string | null, readonly done: number, readonly total: number | null, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly error: { readonly code: string, readonly message: string, readonly retryable: boolean, readonly facts: unknown } | null }> } };

export type CancelJobMutationVariables = Exact<{
  id: string;
}>;


export type CancelJobMutation = { readonly cancelJob: { readonly id: string, readonly kind: JobKind, readonly state: JobState, readonly stage: string | null, readonly done: number, readonly total: number | null, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly error: { readonly code: string, readonly message: string, readonly retryable: boolean, readonly facts: unknown } | null } };

export type ModelServersQueryVariables = Exact<{ [key: string]: never; }>;


export type ModelServersQuery = { readonly modelServers: ReadonlyArray<{ readonly id: string, readonly state: ModelServerState, readonly softwareName: string | null, readonly softwareVersion: string | null, readonly transport: InferenceTransport | null, readonly lookedAt: string | null, readonly lookError: string | null, readonly breaker: BreakerState, readonly inFlight: number, readonly queued: number, readonly calls: number, readonly errors: ReadonlyArray<{ readonly code: string, readonly count: number }>, readonly latency: { readonly count: number, readonly p50Ms: number, readonly p95Ms: number, readonly p99Ms: number } | null, readonly placements: ReadonlyArray<{ readonly model: string, readonly servedName: string, readonly servedVersion: string | null, readonly origin: PlacementOrigin, readonly state: PlacementState, readonly reason: string | null, readonly breaker: BreakerState, readonly outstanding: number, readonly calls: number }> }> };

export type ModelVersionsQueryVariables = Exact<{
  filter?: ModelVersionFilterInput | null | undefined;
  first?: number;
  after?: string | null | undefined;
  orderBy?: CatalogueOrder;
}>;


export type ModelVersionsQuery = { readonly modelVersions: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly ref: string, readonly source: string, readonly name: string, readonly version: string, readonly digest: string, readonly aliases: ReadonlyArray<string>, readonly title: string, readonly task: TaskKind, readonly level: Level, readonly isReady: boolean, readonly registeredAt: string, readonly licence: { readonly access: LicenceAccess } }> } };

export type RegisteredModelsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type RegisteredModelsQuery = { readonly registeredModels: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly source: string, readonly name: string, readonly aliases: ReadonlyArray<{ readonly alias: string, readonly version: string }>, readonly versions: ReadonlyArray<{ readonly ref: string, readonly source: string, readonly name: string, readonly version: string, readonly digest: string, readonly aliases: ReadonlyArray<string>, readonly title: string, readonly task: TaskKind, readonly level: Level, readonly isReady: boolean, readonly registeredAt: string }> }> } };

export type ModelVersionQueryVariables = Exact<{
  ref: string;
}>;


export type ModelVersionQuery = { readonly modelVersion: { readonly description: string, readonly trainedOn: string, readonly notes: ReadonlyArray<string>, readonly ref: string, readonly source: string, readonly name: string, readonly version: string, readonly digest: string, readonly aliases: ReadonlyArray<string>, readonly title: string, readonly task: TaskKind, readonly level: Level, readonly isReady: boolean, readonly registeredAt: string, readonly intendedUse: { readonly statement: string, readonly organs: ReadonlyArray<string>, readonly stains: ReadonlyArray<Stain>, readonly specimens: ReadonlyArray<Specimen>, readonly preservation: ReadonlyArray<Preservation>, readonly scanners: ReadonlyArray<string>, readonly limitations: ReadonlyArray<string>, readonly medicalUse: boolean }, readonly licence: { readonly spdxOrName: string, readonly nonCommercial: boolean, readonly gated: boolean, readonly derivativeOutputs: boolean, readonly inheritedFrom: string, readonly referenceSet: string | null, readonly unknownParts: ReadonlyArray<string>, readonly access: LicenceAccess, readonly terms: ReadonlyArray<{ readonly model: string, readonly referenceSet: string | null, readonly spdxOrName: string, readonly url: string | null, readonly attribution: string | null, readonly acceptedAt: string | null }> }, readonly extractor: { readonly model: string, readonly version: string, readonly digest: string, readonly outputVariant: string, readonly l2Normalised: boolean, readonly dimension: number, readonly tileSizePx: number, readonly mpp: number } | null, readonly calibrations: ReadonlyArray<{ readonly id: string, readonly digest: string, readonly target: string, readonly class: string | null, readonly statement: string, readonly method: string, readonly specimen: Specimen | null, readonly scanner: string | null, readonly site: string | null, readonly addedBy: string | null, readonly addedAt: string | null, readonly retiredAt: string | null, readonly retiredBy: string | null, readonly retiredReason: string | null, readonly operatingPoints: ReadonlyArray<{ readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> }> }>, readonly evaluation: ReadonlyArray<{ readonly protocol: string, readonly cohort: string, readonly metric: string, readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly n: number | null, readonly unit: string, readonly note: string | null }>, readonly basedOn: ReadonlyArray<{ readonly role: LineageRole, readonly name: string, readonly version: string, readonly modelVersion: { readonly ref: string } | null }>, readonly usedBy: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly role: LineageRole, readonly modelVersion: { readonly ref: string } }> }, readonly sameAs: ReadonlyArray<{ readonly ref: string }> } | null };

export type ModelVersionChangesQueryVariables = Exact<{
  from: string;
  to: string;
  groups?: ReadonlyArray<string> | string | null | undefined;
}>;


export type ModelVersionChangesQuery = { readonly modelVersionChanges: { readonly isSame: boolean, readonly licenceChanges: ReadonlyArray<string>, readonly cardChangeCount: number, readonly thresholdChangeCount: number, readonly tensorChangeCount: number, readonly from: { readonly ref: string, readonly digest: string, readonly licence: { readonly spdxOrName: string, readonly nonCommercial: boolean, readonly gated: boolean, readonly derivativeOutputs: boolean, readonly inheritedFrom: string, readonly referenceSet: string | null, readonly unknownParts: ReadonlyArray<string>, readonly access: LicenceAccess, readonly terms: ReadonlyArray<{ readonly model: string, readonly referenceSet: string | null, readonly spdxOrName: string, readonly url: string | null, readonly attribution: string | null, readonly acceptedAt: string | null }> } }, readonly to: { readonly ref: string, readonly digest: string, readonly licence: { readonly spdxOrName: string, readonly nonCommercial: boolean, readonly gated: boolean, readonly derivativeOutputs: boolean, readonly inheritedFrom: string, readonly referenceSet: string | null, readonly unknownParts: ReadonlyArray<string>, readonly access: LicenceAccess, readonly terms: ReadonlyArray<{ readonly model: string, readonly referenceSet: string | null, readonly spdxOrName: string, readonly url: string | null, readonly attribution: string | null, readonly acceptedAt: string | null }> } }, readonly cardChanges: ReadonlyArray<{ readonly pointer: string, readonly group: string, readonly kind: ChangeKind, readonly from: unknown, readonly to: unknown, readonly isCut: boolean }>, readonly thresholdChanges: ReadonlyArray<{ readonly target: string, readonly class: string | null, readonly specimen: Specimen | null, readonly scanner: string | null, readonly site: string | null, readonly operatingPoint: string, readonly kind: ChangeKind, readonly changed: ReadonlyArray<string>, readonly fromRecord: string | null, readonly toRecord: string | null, readonly difference: number | null, readonly from: { readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator } | null, readonly to: { readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator } | null }>, readonly tensorChanges: ReadonlyArray<{ readonly direction: TensorDirection, readonly name: string, readonly kind: ChangeKind, readonly from: { readonly datatype: string, readonly shape: ReadonlyArray<number>, readonly axes: ReadonlyArray<string> } | null, readonly to: { readonly datatype: string, readonly shape: ReadonlyArray<number>, readonly axes: ReadonlyArray<string> } | null }> } };

export type ModelCardQueryVariables = Exact<{
  ref: string;
}>;


export type ModelCardQuery = { readonly modelVersion: { readonly ref: string, readonly digest: string, readonly card: unknown } | null };

export type AcceptLicenceMutationVariables = Exact<{
  model: string;
}>;


export type AcceptLicenceMutation = { readonly acceptLicence: { readonly ref: string, readonly licence: { readonly spdxOrName: string, readonly nonCommercial: boolean, readonly gated: boolean, readonly derivativeOutputs: boolean, readonly inheritedFrom: string, readonly referenceSet: string | null, readonly unknownParts: ReadonlyArray<string>, readonly access: LicenceAccess, readonly terms: ReadonlyArray<{ readonly model: string, readonly referenceSet: string | null, readonly spdxOrName: string, readonly url: string | null, readonly attribution: string | null, readonly acceptedAt: string | null }> } } };

export type RegistrySourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type RegistrySourcesQuery = { readonly registrySources: ReadonlyArray<{ readonly id: string, readonly kind: RegistrySourceKind, readonly state: RegistrySourceState, readonly lastSuccessAt: string | null, readonly ageSeconds: number | null, readonly lastError: string | null, readonly versionCount: number, readonly withoutCardCount: number, readonly quarantined: ReadonlyArray<{ readonly path: string, readonly code: string, readonly reason: string, readonly problems: ReadonlyArray<{ readonly pointer: string, readonly problem: string }> }> }> };

export type SyncRegistryMutationVariables = Exact<{
  source?: string | null | undefined;
}>;


export type SyncRegistryMutation = { readonly syncRegistry: ReadonlyArray<{ readonly id: string, readonly kind: RegistrySourceKind, readonly state: RegistrySourceState, readonly lastSuccessAt: string | null, readonly ageSeconds: number | null, readonly lastError: string | null, readonly versionCount: number, readonly withoutCardCount: number, readonly quarantined: ReadonlyArray<{ readonly path: string, readonly code: string, readonly reason: string, readonly problems: ReadonlyArray<{ readonly pointer: string, readonly problem: string }> }> }> };

export type RegistrySourceFieldsFragment = { readonly id: string, readonly kind: RegistrySourceKind, readonly state: RegistrySourceState, readonly lastSuccessAt: string | null, readonly ageSeconds: number | null, readonly lastError: string | null, readonly versionCount: number, readonly withoutCardCount: number, readonly quarantined: ReadonlyArray<{ readonly path: string, readonly code: string, readonly reason: string, readonly problems: ReadonlyArray<{ readonly pointer: string, readonly problem: string }> }> };

export type TritonModelsQueryVariables = Exact<{
  filter?: ModelVersionFilterInput | null | undefined;
  backend: TritonBackend;
  first?: number;
  after?: string | null | undefined;
}>;


export type TritonModelsQuery = { readonly modelVersions: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly ref: string, readonly name: string, readonly version: string, readonly digest: string, readonly artifacts: ReadonlyArray<{ readonly path: string, readonly role: ArtifactRole, readonly sha256: string, readonly sizeBytes: number, readonly href: string }>, readonly tritonModel: { readonly modelFile: string, readonly config: string, readonly code: string | null } | null }> } };

export type TritonModelQueryVariables = Exact<{
  ref: string;
  backend: TritonBackend;
}>;


export type TritonModelQuery = { readonly modelVersion: { readonly ref: string, readonly name: string, readonly version: string, readonly digest: string, readonly artifacts: ReadonlyArray<{ readonly path: string, readonly role: ArtifactRole, readonly sha256: string, readonly sizeBytes: number, readonly href: string }>, readonly tritonModel: { readonly modelFile: string, readonly config: string, readonly code: string | null } | null } | null };

export type TritonModelFieldsFragment = { readonly ref: string, readonly name: string, readonly version: string, readonly digest: string, readonly artifacts: ReadonlyArray<{ readonly path: string, readonly role: ArtifactRole, readonly sha256: string, readonly sizeBytes: number, readonly href: string }>, readonly tritonModel: { readonly modelFile: string, readonly config: string, readonly code: string | null } | null };

export type PathwayScoresFieldsFragment = { readonly digest: string, readonly matrixDigest: string, readonly collectionDigest: string, readonly setCount: number, readonly sampleCount: number, readonly passedOverCount: number, readonly geneCount: number, readonly constantGenes: number, readonly tsv: string, readonly npy: string, readonly parquet: string, readonly settings: { readonly method: PathwayMethod, readonly form: SsgseaForm | null, readonly weight: number | null, readonly normalise: SsgseaNormalisation | null, readonly kernel: GsvaKernel | null, readonly maxDifference: boolean | null, readonly minSize: number | null, readonly maxSize: number | null } };

export type AddExpressionMatrixMutationVariables = Exact<{
  input: AddExpressionMatrixInput;
}>;


export type AddExpressionMatrixMutation = { readonly addExpressionMatrix: { readonly id: string } };

export type ScoreExpressionMatrixMutationVariables = Exact<{
  input: ScoreExpressionMatrixInput;
}>;


export type ScoreExpressionMatrixMutation = { readonly scoreExpressionMatrix: { readonly id: string } };

export type PredictQueryVariables = Exact<{
  id: string;
  model: string;
  region?: RegionInput | null | undefined;
  features?: string | null | undefined;
  context?: PredictionContextInput | null | undefined;
}>;


export type PredictQuery = { readonly slide: { readonly id: string, readonly digest: string, readonly name: string | null, readonly format: SlideFormat, readonly widthPx: number, readonly heightPx: number, readonly mpp: number | null, readonly mppSource: MppSource | null, readonly objectivePower: number | null, readonly sizeBytes: number, readonly stain: Stain | null, readonly organ: string | null, readonly specimen: Specimen | null, readonly preservation: Preservation | null, readonly scanner: string | null, readonly site: string | null, readonly addedAt: string, readonly prediction: { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly targets: ReadonlyArray<
        | { readonly __typename: 'BinaryCall', readonly logit: number | null, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
        | { readonly __typename: 'ClassCall', readonly isOrdinal: boolean, readonly topClass: string | null, readonly tiedClasses: ReadonlyArray<string>, readonly medianClass: string | null, readonly expectedRank: number | null, readonly classCount: number, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly classes: ReadonlyArray<{ readonly name: string, readonly logit: number | null, readonly rawScore: number, readonly rawScoreOrHigher: number | null, readonly probability: number | null, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }> }
        | { readonly __typename: 'RiskEstimate', readonly riskScore: number, readonly direction: ScoreDirection, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
        | { readonly __typename: 'ScalarEstimate', readonly value: number, readonly unit: string | null, readonly isInRange: boolean | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly range: { readonly min: number | null, readonly max: number | null } | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
      >, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly ensemble: { readonly combine: EnsembleCombine, readonly members: ReadonlyArray<{ readonly model: string, readonly isUsed: boolean }> } | null, readonly training: { readonly state: TrainingState, readonly trainedOn: ReadonlyArray<string>, readonly reason: string }, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null } | null };

export type PredictWithHeatMapQueryVariables = Exact<{
  id: string;
  model: string;
  mode: HeatMapMode;
  region?: RegionInput | null | undefined;
  features?: string | null | undefined;
  context?: PredictionContextInput | null | undefined;
}>;


export type PredictWithHeatMapQuery = { readonly slide: { readonly id: string, readonly digest: string, readonly name: string | null, readonly format: SlideFormat, readonly widthPx: number, readonly heightPx: number, readonly mpp: number | null, readonly mppSource: MppSource | null, readonly objectivePower: number | null, readonly sizeBytes: number, readonly stain: Stain | null, readonly organ: string | null, readonly specimen: Specimen | null, readonly preservation: Preservation | null, readonly scanner: string | null, readonly site: string | null, readonly addedAt: string, readonly prediction: { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly heatMap: { readonly mode: HeatMapMode, readonly meaning: string, readonly target: string | null, readonly class: string | null, readonly tileEdgePx: number, readonly range: ReadonlyArray<number>, readonly imageHref: string, readonly deepZoomHref: string, readonly legendHref: string, readonly values: { readonly shape: ReadonlyArray<number>, readonly datatype: string, readonly href: string }, readonly coords: { readonly shape: ReadonlyArray<number>, readonly datatype: string, readonly href: string } } | null, readonly targets: ReadonlyArray<
        | { readonly __typename: 'BinaryCall', readonly logit: number | null, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
        | { readonly __typename: 'ClassCall', readonly isOrdinal: boolean, readonly topClass: string | null, readonly tiedClasses: ReadonlyArray<string>, readonly medianClass: string | null, readonly expectedRank: number | null, readonly classCount: number, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly classes: ReadonlyArray<{ readonly name: string, readonly logit: number | null, readonly rawScore: number, readonly rawScoreOrHigher: number | null, readonly probability: number | null, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }> }
        | { readonly __typename: 'RiskEstimate', readonly riskScore: number, readonly direction: ScoreDirection, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
        | { readonly __typename: 'ScalarEstimate', readonly value: number, readonly unit: string | null, readonly isInRange: boolean | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly range: { readonly min: number | null, readonly max: number | null } | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
      >, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly ensemble: { readonly combine: EnsembleCombine, readonly members: ReadonlyArray<{ readonly model: string, readonly isUsed: boolean }> } | null, readonly training: { readonly state: TrainingState, readonly trainedOn: ReadonlyArray<string>, readonly reason: string }, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null } | null };

export type EmbeddingQueryVariables = Exact<{
  id: string;
  model: string;
  region?: RegionInput | null | undefined;
  features?: string | null | undefined;
}>;


export type EmbeddingQuery = { readonly slide: { readonly id: string, readonly digest: string, readonly name: string | null, readonly format: SlideFormat, readonly widthPx: number, readonly heightPx: number, readonly mpp: number | null, readonly mppSource: MppSource | null, readonly objectivePower: number | null, readonly sizeBytes: number, readonly stain: Stain | null, readonly organ: string | null, readonly specimen: Specimen | null, readonly preservation: Preservation | null, readonly scanner: string | null, readonly site: string | null, readonly addedAt: string, readonly embedding: { readonly dimension: number, readonly l2Normalised: boolean, readonly l2Norm: number, readonly spaceId: string, readonly tileCount: number, readonly href: string, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null } | null };

export type AnswerQueryVariables = Exact<{
  id: string;
  context?: PredictionContextInput | null | undefined;
}>;


export type AnswerQuery = { readonly answer: { readonly id: string, readonly kind: AnswerKind, readonly createdAt: string, readonly slide: { readonly id: string, readonly digest: string, readonly name: string | null, readonly format: SlideFormat, readonly widthPx: number, readonly heightPx: number, readonly mpp: number | null, readonly mppSource: MppSource | null, readonly objectivePower: number | null, readonly sizeBytes: number, readonly stain: Stain | null, readonly organ: string | null, readonly specimen: Specimen | null, readonly preservation: Preservation | null, readonly scanner: string | null, readonly site: string | null, readonly addedAt: string } | null, readonly prediction: { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly targets: ReadonlyArray<
        | { readonly __typename: 'BinaryCall', readonly logit: number | null, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
        | { readonly __typename: 'ClassCall', readonly isOrdinal: boolean, readonly topClass: string | null, readonly tiedClasses: ReadonlyArray<string>, readonly medianClass: string | null, readonly expectedRank: number | null, readonly classCount: number, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly classes: ReadonlyArray<{ readonly name: string, readonly logit: number | null, readonly rawScore: number, readonly rawScoreOrHigher: number | null, readonly probability: number | null, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }> }
        | { readonly __typename: 'RiskEstimate', readonly riskScore: number, readonly direction: ScoreDirection, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
        | { readonly __typename: 'ScalarEstimate', readonly value: number, readonly unit: string | null, readonly isInRange: boolean | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly range: { readonly min: number | null, readonly max: number | null } | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
      >, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly ensemble: { readonly combine: EnsembleCombine, readonly members: ReadonlyArray<{ readonly model: string, readonly isUsed: boolean }> } | null, readonly training: { readonly state: TrainingState, readonly trainedOn: ReadonlyArray<string>, readonly reason: string }, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null, readonly embedding: { readonly dimension: number, readonly l2Normalised: boolean, readonly l2Norm: number, readonly spaceId: string, readonly tileCount: number, readonly href: string, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null } | null };

export type AnswerUnderQueryVariables = Exact<{
  id: string;
  calibration: string;
  target?: string | null | undefined;
  context?: PredictionContextInput | null | undefined;
}>;


export type AnswerUnderQuery = { readonly answer: { readonly id: string, readonly kind: AnswerKind, readonly createdAt: string, readonly slide: { readonly id: string, readonly digest: string, readonly name: string | null, readonly format: SlideFormat, readonly widthPx: number, readonly heightPx: number, readonly mpp: number | null, readonly mppSource: MppSource | null, readonly objectivePower: number | null, readonly sizeBytes: number, readonly stain: Stain | null, readonly organ: string | null, readonly specimen: Specimen | null, readonly preservation: Preservation | null, readonly scanner: string | null, readonly site: string | null, readonly addedAt: string } | null, readonly under: { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly targets: ReadonlyArray<
        | { readonly __typename: 'BinaryCall', readonly logit: number | null, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
        | { readonly __typename: 'ClassCall', readonly isOrdinal: boolean, readonly topClass: string | null, readonly tiedClasses: ReadonlyArray<string>, readonly medianClass: string | null, readonly expectedRank: number | null, readonly classCount: number, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly classes: ReadonlyArray<{ readonly name: string, readonly logit: number | null, readonly rawScore: number, readonly rawScoreOrHigher: number | null, readonly probability: number | null, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }> }
        | { readonly __typename: 'RiskEstimate', readonly riskScore: number, readonly direction: ScoreDirection, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
        | { readonly __typename: 'ScalarEstimate', readonly value: number, readonly unit: string | null, readonly isInRange: boolean | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly holdsFor: string | null, readonly memberScores: ReadonlyArray<number> | null, readonly memberSpread: number | null, readonly range: { readonly min: number | null, readonly max: number | null } | null, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly calibration: { readonly id: string, readonly digest: string, readonly choice: CalibrationChoice, readonly retiredAt: string | null } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }
      >, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly ensemble: { readonly combine: EnsembleCombine, readonly members: ReadonlyArray<{ readonly model: string, readonly isUsed: boolean }> } | null, readonly training: { readonly state: TrainingState, readonly trainedOn: ReadonlyArray<string>, readonly reason: string }, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null } | null };

export type OperatingPointsQueryVariables = Exact<{
  ref: string;
  prevalence: number;
}>;


export type OperatingPointsQuery = { readonly modelVersion: { readonly ref: string, readonly source: string, readonly name: string, readonly version: string, readonly digest: string, readonly aliases: ReadonlyArray<string>, readonly title: string, readonly task: TaskKind, readonly level: Level, readonly isReady: boolean, readonly registeredAt: string, readonly calibrations: ReadonlyArray<{ readonly id: string, readonly digest: string, readonly target: string, readonly class: string | null, readonly specimen: Specimen | null, readonly scanner: string | null, readonly site: string | null, readonly statement: string, readonly retiredAt: string | null, readonly operatingPoints: ReadonlyArray<{ readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly positiveWeight: number | null, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> }> }> } | null };

export type RegistryWriteFieldsFragment = { readonly outcome: RegistryWriteOutcome, readonly isInService: boolean, readonly notices: ReadonlyArray<string>, readonly changes: ReadonlyArray<{ readonly subject: string, readonly before: unknown, readonly after: unknown }>, readonly write: { readonly id: string, readonly kind: RegistryWriteKind, readonly source: string, readonly name: string, readonly version: string | null, readonly subject: string, readonly digest: string, readonly writtenBy: string, readonly writtenAt: string } | null };

export type AddCalibrationMutationVariables = Exact<{
  model: string;
  record: unknown;
  dryRun: boolean;
}>;


export type AddCalibrationMutation = { readonly addCalibration: { readonly outcome: RegistryWriteOutcome, readonly isInService: boolean, readonly notices: ReadonlyArray<string>, readonly changes: ReadonlyArray<{ readonly subject: string, readonly before: unknown, readonly after: unknown }>, readonly write: { readonly id: string, readonly kind: RegistryWriteKind, readonly source: string, readonly name: string, readonly version: string | null, readonly subject: string, readonly digest: string, readonly writtenBy: string, readonly writtenAt: string } | null } };

export type RetireCalibrationMutationVariables = Exact<{
  model: string;
  id: string;
  reason: string;
  dryRun: boolean;
}>;


export type RetireCalibrationMutation = { readonly retireCalibration: { readonly outcome: RegistryWriteOutcome, readonly isInService: boolean, readonly notices: ReadonlyArray<string>, readonly changes: ReadonlyArray<{ readonly subject: string, readonly before: unknown, readonly after: unknown }>, readonly write: { readonly id: string, readonly kind: RegistryWriteKind, readonly source: string, readonly name: string, readonly version: string | null, readonly subject: string, readonly digest: string, readonly writtenBy: string, readonly writtenAt: string } | null } };

export type SetAliasMutationVariables = Exact<{
  model: string;
  alias: string;
  version: string;
  expectedVersion?: string | null | undefined;
  dryRun: boolean;
}>;


export type SetAliasMutation = { readonly setAlias: { readonly outcome: RegistryWriteOutcome, readonly isInService: boolean, readonly notices: ReadonlyArray<string>, readonly changes: ReadonlyArray<{ readonly subject: string, readonly before: unknown, readonly after: unknown }>, readonly write: { readonly id: string, readonly kind: RegistryWriteKind, readonly source: string, readonly name: string, readonly version: string | null, readonly subject: string, readonly digest: string, readonly writtenBy: string, readonly writtenAt: string } | null } };

export type RemoveAliasMutationVariables = Exact<{
  model: string;
  alias: string;
  expectedVersion: string;
  dryRun: boolean;
}>;


export type RemoveAliasMutation = { readonly removeAlias: { readonly outcome: RegistryWriteOutcome, readonly isInService: boolean, readonly notices: ReadonlyArray<string>, readonly changes: ReadonlyArray<{ readonly subject: string, readonly before: unknown, readonly after: unknown }>, readonly write: { readonly id: string, readonly kind: RegistryWriteKind, readonly source: string, readonly name: string, readonly version: string | null, readonly subject: string, readonly digest: string, readonly writtenBy: string, readonly writtenAt: string } | null } };

export type ApproveAliasChangeMutationVariables = Exact<{
  id: string;
  dryRun: boolean;
}>;


export type ApproveAliasChangeMutation = { readonly approveAliasChange: { readonly outcome: RegistryWriteOutcome, readonly isInService: boolean, readonly notices: ReadonlyArray<string>, readonly changes: ReadonlyArray<{ readonly subject: string, readonly before: unknown, readonly after: unknown }>, readonly write: { readonly id: string, readonly kind: RegistryWriteKind, readonly source: string, readonly name: string, readonly version: string | null, readonly subject: string, readonly digest: string, readonly writtenBy: string, readonly writtenAt: string } | null } };

export type ModelAliasesQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type ModelAliasesQuery = { readonly registeredModels: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly source: string, readonly name: string, readonly aliases: ReadonlyArray<{ readonly alias: string, readonly version: string, readonly sourceVersion: string | null, readonly movedBy: string | null, readonly movedAt: string | null }>, readonly aliasProposals: ReadonlyArray<{ readonly id: string, readonly alias: string, readonly version: string | null, readonly before: string | null, readonly proposedBy: string, readonly proposedAt: string }> }> } };

export type RegisterModelVersionMutationVariables = Exact<{
  directory: string;
  source?: string | null | undefined;
  expectedVersion?: string | null | undefined;
  dryRun: boolean;
}>;


export type RegisterModelVersionMutation = { readonly registerModelVersion: { readonly id: string, readonly kind: JobKind, readonly state: JobState, readonly stage: string | null, readonly done: number, readonly total: number | null, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly error: { readonly code: string, readonly message: string, readonly retryable: boolean, readonly facts: unknown } | null } };

export type SetModelTagMutationVariables = Exact<{
  model: string;
  key: string;
  value?: string | null | undefined;
  dryRun: boolean;
}>;


export type SetModelTagMutation = { readonly setModelTag: { readonly outcome: RegistryWriteOutcome, readonly isInService: boolean, readonly notices: ReadonlyArray<string>, readonly changes: ReadonlyArray<{ readonly subject: string, readonly before: unknown, readonly after: unknown }>, readonly write: { readonly id: string, readonly kind: RegistryWriteKind, readonly source: string, readonly name: string, readonly version: string | null, readonly subject: string, readonly digest: string, readonly writtenBy: string, readonly writtenAt: string } | null } };

export type SetModelDescriptionMutationVariables = Exact<{
  model: string;
  description?: string | null | undefined;
  dryRun: boolean;
}>;


export type SetModelDescriptionMutation = { readonly setModelDescription: { readonly outcome: RegistryWriteOutcome, readonly isInService: boolean, readonly notices: ReadonlyArray<string>, readonly changes: ReadonlyArray<{ readonly subject: string, readonly before: unknown, readonly after: unknown }>, readonly write: { readonly id: string, readonly kind: RegistryWriteKind, readonly source: string, readonly name: string, readonly version: string | null, readonly subject: string, readonly digest: string, readonly writtenBy: string, readonly writtenAt: string } | null } };

export type AddSlideMutationVariables = Exact<{
  input: AddSlideInput;
}>;


export type AddSlideMutation = { readonly addSlide: { readonly id: string, readonly digest: string, readonly name: string | null, readonly format: SlideFormat, readonly widthPx: number, readonly heightPx: number, readonly mpp: number | null, readonly mppSource: MppSource | null, readonly objectivePower: number | null, readonly sizeBytes: number, readonly stain: Stain | null, readonly organ: string | null, readonly specimen: Specimen | null, readonly preservation: Preservation | null, readonly scanner: string | null, readonly site: string | null, readonly addedAt: string } };

export type SlidesQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type SlidesQuery = { readonly slideCatalog: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly digest: string, readonly name: string | null, readonly format: SlideFormat, readonly widthPx: number, readonly heightPx: number, readonly mpp: number | null, readonly mppSource: MppSource | null, readonly objectivePower: number | null, readonly sizeBytes: number, readonly stain: Stain | null, readonly organ: string | null, readonly specimen: Specimen | null, readonly preservation: Preservation | null, readonly scanner: string | null, readonly site: string | null, readonly addedAt: string }> } };

export type SlideQueryVariables = Exact<{
  id: string;
}>;


export type SlideQuery = { readonly slide: { readonly thumbnailHref: string, readonly id: string, readonly digest: string, readonly name: string | null, readonly format: SlideFormat, readonly widthPx: number, readonly heightPx: number, readonly mpp: number | null, readonly mppSource: MppSource | null, readonly objectivePower: number | null, readonly sizeBytes: number, readonly stain: Stain | null, readonly organ: string | null, readonly specimen: Specimen | null, readonly preservation: Preservation | null, readonly scanner: string | null, readonly site: string | null, readonly addedAt: string, readonly levels: ReadonlyArray<{ readonly widthPx: number, readonly heightPx: number, readonly downsample: number }>, readonly featureBags: ReadonlyArray<{ readonly digest: string, readonly origin: FeatureOrigin, readonly preprocessingDigest: string, readonly tileCount: number, readonly dimension: number, readonly tileEdgePx: number, readonly mpp: number, readonly tileSizePx: number, readonly featuresHref: string, readonly coordsHref: string, readonly createdAt: string, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }> } | null };

export type SpatialMapFieldsFragment = { readonly digest: string, readonly kind: SpatialMapKind, readonly model: string, readonly mode: SpatialMapMode, readonly unit: string, readonly tileCount: number, readonly valuedTileCount: number, readonly layerCount: number };

export type MeasuredGeneFieldsFragment = { readonly name: string, readonly reliable: boolean, readonly n: number, readonly evidence: { readonly r: number | null } | null, readonly pearson: { readonly value: number, readonly lower: number | null, readonly upper: number | null } | null, readonly spearman: { readonly value: number } | null };

export type SpatialLayersQueryVariables = Exact<{
  id: string;
  model: string;
  names: ReadonlyArray<string> | string;
  scale: SpatialScale;
}>;


export type SpatialLayersQuery = { readonly slide: { readonly spatialMap: { readonly h5adHref: string, readonly geoJsonHref: string, readonly digest: string, readonly kind: SpatialMapKind, readonly model: string, readonly mode: SpatialMapMode, readonly unit: string, readonly tileCount: number, readonly valuedTileCount: number, readonly layerCount: number, readonly values: { readonly href: string }, readonly layers: ReadonlyArray<{ readonly asked: string, readonly layer: { readonly name: string, readonly reliable: boolean, readonly range: ReadonlyArray<number>, readonly imageHref: string } | null }> } | null } | null };

export type SpatialMapFileQueryVariables = Exact<{
  id: string;
  model: string;
  scale: SpatialScale;
}>;


export type SpatialMapFileQuery = { readonly slide: { readonly spatialMap: { readonly h5adHref: string, readonly href: string, readonly digest: string, readonly kind: SpatialMapKind, readonly model: string, readonly mode: SpatialMapMode, readonly unit: string, readonly tileCount: number, readonly valuedTileCount: number, readonly layerCount: number } | null } | null };

export type PrepareSpatialMapMutationVariables = Exact<{
  input: PrepareSpatialMapInput;
}>;


export type PrepareSpatialMapMutation = { readonly prepareSpatialMap: { readonly id: string } };

export type AddSpatialMeasurementMutationVariables = Exact<{
  input: AddSpatialMeasurementInput;
}>;


export type AddSpatialMeasurementMutation = { readonly addSpatialMeasurement: { readonly id: string } };

export type SpatialComparisonQueryVariables = Exact<{
  id: string;
  model: string;
  measurement: string;
  match: SpotMatch;
  thinning?: SpotThinningInput | null | undefined;
  first: number;
}>;


export type SpatialComparisonQuery = { readonly slide: { readonly spatialMap: { readonly digest: string, readonly kind: SpatialMapKind, readonly model: string, readonly mode: SpatialMapMode, readonly unit: string, readonly tileCount: number, readonly valuedTileCount: number, readonly layerCount: number, readonly comparison: { readonly match: SpotMatch, readonly depth: number | null, readonly seed: number | null, readonly spotCount: number, readonly matchedCount: number, readonly n: number, readonly predictedUnit: string, readonly measuredUnit: string, readonly isSameScale: boolean, readonly notices: ReadonlyArray<string>, readonly geneCount: number, readonly reliable: { readonly geneCount: number, readonly medianR: number | null, readonly aboveZero: number, readonly intervalAboveZero: number } | null, readonly others: { readonly geneCount: number, readonly medianR: number | null, readonly aboveZero: number, readonly intervalAboveZero: number } | null, readonly page: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly reliable: boolean, readonly n: number, readonly evidence: { readonly r: number | null } | null, readonly pearson: { readonly value: number, readonly lower: number | null, readonly upper: number | null } | null, readonly spearman: { readonly value: number } | null }> } } } | null } | null };

/** An operation as it is sent: its name, its text with all fragments, and (as types only) its variables and its data. */
export interface Operation<TData, TVariables> {
  readonly name: string;
  readonly text: string;
  /** Never set: carries the types. */
  readonly types?: (variables: TVariables) => TData;
}

export const ViewerDocument: Operation<ViewerQuery, ViewerQueryVariables> = {
  name: 'Viewer',
  text: `
query Viewer {
  viewer {
    id
    tenant
    roles
  }
}
`,
};

export const AlignmentFiguresText = `
fragment AlignmentFigures on AlignmentEvaluation {
  model
  digest
  spaceId
  pairs
  pairsDigest
  leftOutCount
  leftOut {
    line
    reason
  }
  seed
  directions {
    ...DirectionFigures
  }
  sites {
    site
    pairs
    imageShare
    transcriptomeShare
    expectedShare
    directions {
      ...DirectionFigures
    }
  }
  cautions {
    code
    message
  }
}

fragment DirectionFigures on DirectionEvaluation {
  direction
  gallerySize
  galleries
  intervals
  recalls {
    k
    value
    interval
    chance
    shuffled
  }
  medianRank {
    value
    interval
    chance
  }
}
`;

export const DirectionFiguresText = `
fragment DirectionFigures on DirectionEvaluation {
  direction
  gallerySize
  galleries
  intervals
  recalls {
    k
    value
    interval
    chance
    shuffled
  }
  medianRank {
    value
    interval
    chance
  }
}
`;

export const RetrievalFieldsText = `
fragment RetrievalFields on Retrieval {
  direction
  gallerySize
  chance
  scoreRule
  referenceSet {
    id
    size
  }
  registered {
    direction
    k
    value
    chance
    gallerySize
    split
  }
  neighbours {
    rank
    row
    name
    similarity
    score
    x
    y
  }
}
`;

export const EvaluateAlignmentDocument: Operation<EvaluateAlignmentQuery, EvaluateAlignmentQueryVariables> = {
  name: 'EvaluateAlignment',
  text: `
query EvaluateAlignment($input: EvaluateAlignmentInput!) {
  evaluateAlignment(input: $input) {
    ...AlignmentFigures
  }
}

fragment AlignmentFigures on AlignmentEvaluation {
  model
  digest
  spaceId
  pairs
  pairsDigest
  leftOutCount
  leftOut {
    line
    reason
  }
  seed
  directions {
    ...DirectionFigures
  }
  sites {
    site
    pairs
    imageShare
    transcriptomeShare
    expectedShare
    directions {
      ...DirectionFigures
    }
  }
  cautions {
    code
    message
  }
}

fragment DirectionFigures on DirectionEvaluation {
  direction
  gallerySize
  galleries
  intervals
  recalls {
    k
    value
    interval
    chance
    shuffled
  }
  medianRank {
    value
    interval
    chance
  }
}
`,
};

export const StartAlignmentEvaluationDocument: Operation<StartAlignmentEvaluationMutation, StartAlignmentEvaluationMutationVariables> = {
  name: 'StartAlignmentEvaluation',
  text: `
mutation StartAlignmentEvaluation($input: EvaluateAlignmentInput!) {
  startAlignmentEvaluation(input: $input) {
    ...JobFields
  }
}

fragment JobFields on Job {
  id
  kind
  state
  stage
  done
  total
  error {
    code
    message
    retryable
    facts
  }
  createdAt
  startedAt
  finishedAt
}
`,
};

export const AlignmentEvaluationOfJobDocument: Operation<AlignmentEvaluationOfJobQuery, AlignmentEvaluationOfJobQueryVariables> = {
  name: 'AlignmentEvaluationOfJob',
  text: `
query AlignmentEvaluationOfJob($id: ID!) {
  job(id: $id) {
    alignmentEvaluation {
      ...AlignmentFigures
    }
  }
}

fragment AlignmentFigures on AlignmentEvaluation {
  model
  digest
  spaceId
  pairs
  pairsDigest
  leftOutCount
  leftOut {
    line
    reason
  }
  seed
  directions {
    ...DirectionFigures
  }
  sites {
    site
    pairs
    imageShare
    transcriptomeShare
    expectedShare
    directions {
      ...DirectionFigures
    }
  }
  cautions {
    code
    message
  }
}

fragment DirectionFigures on DirectionEvaluation {
  direction
  gallerySize
  galleries
  intervals
  recalls {
    k
    value
    interval
    chance
    shuffled
  }
  medianRank {
    value
    interval
    chance
  }
}
`,
};

export const ProfileNeighboursDocument: Operation<ProfileNeighboursQuery, ProfileNeighboursQueryVariables> = {
  name: 'ProfileNeighbours',
  text: `
query ProfileNeighbours($model: ModelRef!, $profile: ExpressionProfileInput!, $referenceSet: ID, $first: Int! = 10) {
  profileAlignment(model: $model, profile: $profile) {
    input {
      unit
      librarySize
      geneCount
      panelSize
      missing
    }
    images(referenceSet: $referenceSet, first: $first) {
      ...RetrievalFields
    }
  }
}

fragment RetrievalFields on Retrieval {
  direction
  gallerySize
  chance
  scoreRule
  referenceSet {
    id
    size
  }
  registered {
    direction
    k
    value
    chance
    gallerySize
    split
  }
  neighbours {
    rank
    row
    name
    similarity
    score
    x
    y
  }
}
`,
};

export const DemoAlignmentDocument: Operation<DemoAlignmentQuery, DemoAlignmentQueryVariables> = {
  name: 'DemoAlignment',
  text: `
query DemoAlignment($slide: ID!, $region: RegionInput!, $profile: ExpressionProfileInput!, $collection: ID!) {
  slide(id: $slide) {
    name
    alignment(model: "demo-her2st-align@prod", region: $region) {
      tileCount
      head {
        model
        scoreRule
        cautions {
          code
          message
        }
      }
      transcriptomes(first: 5) {
        ...RetrievalFields
      }
      pathwayScores(collection: $collection) {
        status
        method
        scores {
          name
          overlap
          similarity
          contrast
          backgroundPercentile
          status
        }
      }
    }
  }
  profileAlignment(model: "demo-her2st-align@prod", profile: $profile) {
    input {
      librarySize
      geneCount
    }
    images(first: 5) {
      ...RetrievalFields
    }
  }
  samePatient: evaluateAlignment(
    input: {model: "demo-her2st-align@prod", referenceSet: "c6"}
  ) {
    ...AlignmentFigures
  }
  otherPatient: evaluateAlignment(
    input: {model: "demo-her2st-align@prod", referenceSet: "b4"}
  ) {
    ...AlignmentFigures
  }
}

fragment RetrievalFields on Retrieval {
  direction
  gallerySize
  chance
  scoreRule
  referenceSet {
    id
    size
  }
  registered {
    direction
    k
    value
    chance
    gallerySize
    split
  }
  neighbours {
    rank
    row
    name
    similarity
    score
    x
    y
  }
}

fragment AlignmentFigures on AlignmentEvaluation {
  model
  digest
  spaceId
  pairs
  pairsDigest
  leftOutCount
  leftOut {
    line
    reason
  }
  seed
  directions {
    ...DirectionFigures
  }
  sites {
    site
    pairs
    imageShare
    transcriptomeShare
    expectedShare
    directions {
      ...DirectionFigures
    }
  }
  cautions {
    code
    message
  }
}

fragment DirectionFigures on DirectionEvaluation {
  direction
  gallerySize
  galleries
  intervals
  recalls {
    k
    value
    interval
    chance
    shuffled
  }
  medianRank {
    value
    interval
    chance
  }
}
`,
};

export const CohortFieldsText = `
fragment CohortFields on Cohort {
  id
  revision
  name
  description
  source
  licence
  unit
  digest
  itemCount
  slideCount
  patientCount
  labels {
    name
    count
    isNumeric
    values {
      value
      count
    }
  }
  createdAt
  createdBy
}
`;

export const CohortItemFieldsText = `
fragment CohortItemFields on CohortItem {
  key
  position
  patient
  time
  event
  inTraining
  heldOutFold
  labels {
    name
    value
  }
  members {
    slideId
    specimen
    scanner
    site
    region {
      x
      y
      width
      height
    }
  }
}
`;

export const PredictionImportFieldsText = `
fragment PredictionImportFields on PredictionImport {
  id
  origin
  cohort
  revision
  model
  modelDigest
  scale
  source
  digest
  targets
  itemCount
  createdAt
  createdBy
}
`;

export const CohortTargetFieldsText = `
fragment CohortTargetFields on TargetPrediction {
  __typename
  name
  call
  ... on BinaryCall {
    logit
    rawScore
    probability
  }
  ... on ClassCall {
    topClass
  }
  ... on ScalarEstimate {
    value
    unit
  }
  ... on RiskEstimate {
    riskScore
  }
}
`;

export const PromotionImpactFieldsText = `
fragment PromotionImpactFields on PromotionImpact {
  before
  after
  cohort {
    id
    revision
  }
  counts {
    ...PromotionCountFields
  }
  transitions {
    target
    before
    after
    count
  }
  strata {
    by
    value
    counts {
      ...PromotionCountFields
    }
  }
  changes(first: 100) {
    totalCount
    nodes {
      item
      places {
        slideId
        region {
          x
          y
          width
          height
        }
      }
      target
      before
      after
      answersBefore
      answersAfter
    }
  }
  notices
}

fragment PromotionCountFields on PromotionCounts {
  questions
  comparable
  lackingBefore
  lackingAfter
  changed
  patients {
    ...PromotionUnitFields
  }
  slides {
    ...PromotionUnitFields
  }
}

fragment PromotionUnitFields on PromotionUnitCounts {
  questions
  comparable
  lackingBefore
  lackingAfter
  changed
}
`;

export const PromotionCountFieldsText = `
fragment PromotionCountFields on PromotionCounts {
  questions
  comparable
  lackingBefore
  lackingAfter
  changed
  patients {
    ...PromotionUnitFields
  }
  slides {
    ...PromotionUnitFields
  }
}

fragment PromotionUnitFields on PromotionUnitCounts {
  questions
  comparable
  lackingBefore
  lackingAfter
  changed
}
`;

export const PromotionUnitFieldsText = `
fragment PromotionUnitFields on PromotionUnitCounts {
  questions
  comparable
  lackingBefore
  lackingAfter
  changed
}
`;

export const CreateCohortDocument: Operation<CreateCohortMutation, CreateCohortMutationVariables> = {
  name: 'CreateCohort',
  text: `
mutation CreateCohort($input: CreateCohortInput!) {
  createCohort(input: $input) {
    ...CohortFields
  }
}

fragment CohortFields on Cohort {
  id
  revision
  name
  description
  source
  licence
  unit
  digest
  itemCount
  slideCount
  patientCount
  labels {
    name
    count
    isNumeric
    values {
      value
      count
    }
  }
  createdAt
  createdBy
}
`,
};

export const CohortsDocument: Operation<CohortsQuery, CohortsQueryVariables> = {
  name: 'Cohorts',
  text: `
query Cohorts($first: Int! = 20, $after: String) {
  cohorts(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...CohortFields
    }
  }
}

fragment CohortFields on Cohort {
  id
  revision
  name
  description
  source
  licence
  unit
  digest
  itemCount
  slideCount
  patientCount
  labels {
    name
    count
    isNumeric
    values {
      value
      count
    }
  }
  createdAt
  createdBy
}
`,
};

export const CohortDocument: Operation<CohortQuery, CohortQueryVariables> = {
  name: 'Cohort',
  text: `
query Cohort($id: ID!, $revision: Int, $first: Int! = 10) {
  cohort(id: $id, revision: $revision) {
    ...CohortFields
    revisions {
      revision
      createdAt
      createdBy
    }
    imports {
      ...PredictionImportFields
    }
    items(first: $first) {
      totalCount
      nodes {
        ...CohortItemFields
      }
    }
  }
}

fragment CohortFields on Cohort {
  id
  revision
  name
  description
  source
  licence
  unit
  digest
  itemCount
  slideCount
  patientCount
  labels {
    name
    count
    isNumeric
    values {
      value
      count
    }
  }
  createdAt
  createdBy
}

fragment PredictionImportFields on PredictionImport {
  id
  origin
  cohort
  revision
  model
  modelDigest
  scale
  source
  digest
  targets
  itemCount
  createdAt
  createdBy
}

fragment CohortItemFields on CohortItem {
  key
  position
  patient
  time
  event
  inTraining
  heldOutFold
  labels {
    name
    value
  }
  members {
    slideId
    specimen
    scanner
    site
    region {
      x
      y
      width
      height
    }
  }
}
`,
};

export const PredictCohortDocument: Operation<PredictCohortMutation, PredictCohortMutationVariables> = {
  name: 'PredictCohort',
  text: `
mutation PredictCohort($input: PredictCohortInput!) {
  predictCohort(input: $input) {
    ...JobFields
  }
}

fragment JobFields on Job {
  id
  kind
  state
  stage
  done
  total
  error {
    code
    message
    retryable
    facts
  }
  createdAt
  startedAt
  finishedAt
}
`,
};

export const CohortJobDocument: Operation<CohortJobQuery, CohortJobQueryVariables> = {
  name: 'CohortJob',
  text: `
query CohortJob($id: ID!) {
  job(id: $id) {
    ...JobFields
    cohortPrediction {
      cohort
      revision
      models {
        ref
        digest
        answered
        reused
        failures {
          code
          count
        }
      }
    }
  }
}

fragment JobFields on Job {
  id
  kind
  state
  stage
  done
  total
  error {
    code
    message
    retryable
    facts
  }
  createdAt
  startedAt
  finishedAt
}
`,
};

export const CohortPredictionsDocument: Operation<CohortPredictionsQuery, CohortPredictionsQueryVariables> = {
  name: 'CohortPredictions',
  text: `
query CohortPredictions($id: ID!, $revision: Int, $model: ModelRef!, $context: PredictionContextInput, $first: Int! = 50, $after: String) {
  cohort(id: $id, revision: $revision) {
    id
    revision
    predictions(model: $model, context: $context, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        item {
          key
          patient
          labels {
            name
            value
          }
        }
        state
        members {
          state
          answerId
          member {
            slideId
          }
          error {
            code
            message
            retryable
            facts
          }
          prediction {
            targets {
              ...CohortTargetFields
            }
          }
        }
      }
    }
  }
}

fragment CohortTargetFields on TargetPrediction {
  __typename
  name
  call
  ... on BinaryCall {
    logit
    rawScore
    probability
  }
  ... on ClassCall {
    topClass
  }
  ... on ScalarEstimate {
    value
    unit
  }
  ... on RiskEstimate {
    riskScore
  }
}
`,
};

export const ImportPredictionsDocument: Operation<ImportPredictionsMutation, ImportPredictionsMutationVariables> = {
  name: 'ImportPredictions',
  text: `
mutation ImportPredictions($input: ImportPredictionsInput!) {
  importPredictions(input: $input) {
    ...PredictionImportFields
  }
}

fragment PredictionImportFields on PredictionImport {
  id
  origin
  cohort
  revision
  model
  modelDigest
  scale
  source
  digest
  targets
  itemCount
  createdAt
  createdBy
}
`,
};

export const PromotionImpactDocument: Operation<PromotionImpactQuery, PromotionImpactQueryVariables> = {
  name: 'PromotionImpact',
  text: `
query PromotionImpact($model: String!, $alias: String!, $version: String!, $cohort: ID) {
  promotionImpact(
    model: $model
    alias: $alias
    version: $version
    cohort: $cohort
  ) {
    ...PromotionImpactFields
  }
}

fragment PromotionImpactFields on PromotionImpact {
  before
  after
  cohort {
    id
    revision
  }
  counts {
    ...PromotionCountFields
  }
  transitions {
    target
    before
    after
    count
  }
  strata {
    by
    value
    counts {
      ...PromotionCountFields
    }
  }
  changes(first: 100) {
    totalCount
    nodes {
      item
      places {
        slideId
        region {
          x
          y
          width
          height
        }
      }
      target
      before
      after
      answersBefore
      answersAfter
    }
  }
  notices
}

fragment PromotionCountFields on PromotionCounts {
  questions
  comparable
  lackingBefore
  lackingAfter
  changed
  patients {
    ...PromotionUnitFields
  }
  slides {
    ...PromotionUnitFields
  }
}

fragment PromotionUnitFields on PromotionUnitCounts {
  questions
  comparable
  lackingBefore
  lackingAfter
  changed
}
`,
};

export const EstimateFieldsText = `
fragment EstimateFields on StatisticEstimate {
  value
  ci
}
`;

export const LimitsFieldsText = `
fragment LimitsFields on LimitsOfAgreement {
  n
  bias
  standardDeviation
  limits
}
`;

export const AbsentFieldsText = `
fragment AbsentFields on AbsentStatistic {
  statistic
  reason
  isIntervalOnly
}
`;

export const ScoreFieldsText = `
fragment ScoreFields on ScoreEvaluation {
  name
  n
  auc {
    value
    variance
    ci
    bootstrapCi
  }
  averagePrecision {
    ...EstimateFields
  }
  brier {
    ...EstimateFields
  }
  calibration {
    slope {
      ...EstimateFields
    }
    intercept {
      ...EstimateFields
    }
    inTheLarge {
      ...EstimateFields
    }
  }
  reliability {
    ece
    bins {
      n
      predicted
      observed
      ci
    }
  }
  calls {
    threshold
    truePositives
    falsePositives
    trueNegatives
    falseNegatives
    uncalled
    ppa {
      ...EstimateFields
    }
    npa {
      ...EstimateFields
    }
    ppv {
      ...EstimateFields
    }
    npv {
      ...EstimateFields
    }
    accuracy {
      ...EstimateFields
    }
  }
  cIndex {
    ...EstimateFields
  }
  pearson {
    ...EstimateFields
  }
  spearman {
    ...EstimateFields
  }
  rmse {
    ...EstimateFields
  }
  blandAltman {
    ...LimitsFields
  }
  absent {
    ...AbsentFields
  }
}

fragment EstimateFields on StatisticEstimate {
  value
  ci
}

fragment LimitsFields on LimitsOfAgreement {
  n
  bias
  standardDeviation
  limits
}

fragment AbsentFields on AbsentStatistic {
  statistic
  reason
  isIntervalOnly
}
`;

export const PairFieldsText = `
fragment PairFields on ScorePair {
  a
  b
  n
  delong {
    difference
    standardError
    ci
    z
    p
    adjustedP
  }
  mcnemar {
    onlyA
    onlyB
    method
    statistic
    p
    adjustedP
  }
  deltas {
    statistic
    value
    ci
  }
  agreement {
    observed
    kappa {
      ...EstimateFields
    }
  }
  differences {
    n
    bias
    standardDeviation
    limits
    pearson {
      ...EstimateFields
    }
    spearman
  }
  absent {
    ...AbsentFields
  }
}

fragment EstimateFields on StatisticEstimate {
  value
  ci
}

fragment AbsentFields on AbsentStatistic {
  statistic
  reason
  isIntervalOnly
}
`;

export const ComparisonFieldsText = `
fragment ComparisonFields on Comparison {
  outcome
  n
  positives
  patients
  method {
    seed
    draws
    confidence
    bins
    resampled
  }
  scores {
    ...ScoreFields
    roc {
      falsePositiveRate
      truePositiveRate
    }
    decisionCurve {
      thresholds
      netBenefit
      lower
      upper
      testAll
    }
  }
  pairs {
    ...PairFields
    flips(first: 1000) {
      totalCount
      nodes {
        item
        a
        b
        isPositive
      }
    }
  }
  strata {
    stratification
    level
    n
    positives
    scores {
      ...ScoreFields
    }
    pairs {
      ...PairFields
    }
  }
  leftOut(first: 1000) {
    totalCount
    nodes {
      item
      missing {
        name
        reason
      }
    }
  }
  html @include(if: $withHtml)
  csv @include(if: $withCsv)
}

fragment ScoreFields on ScoreEvaluation {
  name
  n
  auc {
    value
    variance
    ci
    bootstrapCi
  }
  averagePrecision {
    ...EstimateFields
  }
  brier {
    ...EstimateFields
  }
  calibration {
    slope {
      ...EstimateFields
    }
    intercept {
      ...EstimateFields
    }
    inTheLarge {
      ...EstimateFields
    }
  }
  reliability {
    ece
    bins {
      n
      predicted
      observed
      ci
    }
  }
  calls {
    threshold
    truePositives
    falsePositives
    trueNegatives
    falseNegatives
    uncalled
    ppa {
      ...EstimateFields
    }
    npa {
      ...EstimateFields
    }
    ppv {
      ...EstimateFields
    }
    npv {
      ...EstimateFields
    }
    accuracy {
      ...EstimateFields
    }
  }
  cIndex {
    ...EstimateFields
  }
  pearson {
    ...EstimateFields
  }
  spearman {
    ...EstimateFields
  }
  rmse {
    ...EstimateFields
  }
  blandAltman {
    ...LimitsFields
  }
  absent {
    ...AbsentFields
  }
}

fragment EstimateFields on StatisticEstimate {
  value
  ci
}

fragment LimitsFields on LimitsOfAgreement {
  n
  bias
  standardDeviation
  limits
}

fragment AbsentFields on AbsentStatistic {
  statistic
  reason
  isIntervalOnly
}

fragment PairFields on ScorePair {
  a
  b
  n
  delong {
    difference
    standardError
    ci
    z
    p
    adjustedP
  }
  mcnemar {
    onlyA
    onlyB
    method
    statistic
    p
    adjustedP
  }
  deltas {
    statistic
    value
    ci
  }
  agreement {
    observed
    kappa {
      ...EstimateFields
    }
  }
  differences {
    n
    bias
    standardDeviation
    limits
    pearson {
      ...EstimateFields
    }
    spearman
  }
  absent {
    ...AbsentFields
  }
}
`;

export const EmbeddingPairFieldsText = `
fragment EmbeddingPairFields on EmbeddingPair {
  a
  b
  isSameSpace
  cka
  debiasedCka
  neighbourOverlap
  expectedOverlap
  absent {
    ...AbsentFields
  }
}

fragment AbsentFields on AbsentStatistic {
  statistic
  reason
  isIntervalOnly
}
`;

export const QuartileFieldsText = `
fragment QuartileFields on FeatureQuartiles {
  count
  lowerQuartile
  median
  upperQuartile
}
`;

export const ProfilePairFieldsText = `
fragment ProfilePairFields on ProfilePair {
  a
  b
  n
  summary {
    pearson {
      ...QuartileFields
    }
    spearman {
      ...QuartileFields
    }
    bias {
      ...QuartileFields
    }
    trend {
      ...QuartileFields
    }
  }
  features(first: 10, order: LOWEST_R) {
    totalCount
    nodes {
      name
      pearson {
        ...EstimateFields
      }
      spearman
      bias
      limits
      absent {
        ...AbsentFields
      }
    }
  }
}

fragment QuartileFields on FeatureQuartiles {
  count
  lowerQuartile
  median
  upperQuartile
}

fragment EstimateFields on StatisticEstimate {
  value
  ci
}

fragment AbsentFields on AbsentStatistic {
  statistic
  reason
  isIntervalOnly
}
`;

export const CompareScoresDocument: Operation<CompareScoresQuery, CompareScoresQueryVariables> = {
  name: 'CompareScores',
  text: `
query CompareScores($input: CompareScoresInput!, $withHtml: Boolean! = false, $withCsv: Boolean! = false) {
  compareScores(input: $input) {
    ...ComparisonFields
  }
}

fragment ComparisonFields on Comparison {
  outcome
  n
  positives
  patients
  method {
    seed
    draws
    confidence
    bins
    resampled
  }
  scores {
    ...ScoreFields
    roc {
      falsePositiveRate
      truePositiveRate
    }
    decisionCurve {
      thresholds
      netBenefit
      lower
      upper
      testAll
    }
  }
  pairs {
    ...PairFields
    flips(first: 1000) {
      totalCount
      nodes {
        item
        a
        b
        isPositive
      }
    }
  }
  strata {
    stratification
    level
    n
    positives
    scores {
      ...ScoreFields
    }
    pairs {
      ...PairFields
    }
  }
  leftOut(first: 1000) {
    totalCount
    nodes {
      item
      missing {
        name
        reason
      }
    }
  }
  html @include(if: $withHtml)
  csv @include(if: $withCsv)
}

fragment ScoreFields on ScoreEvaluation {
  name
  n
  auc {
    value
    variance
    ci
    bootstrapCi
  }
  averagePrecision {
    ...EstimateFields
  }
  brier {
    ...EstimateFields
  }
  calibration {
    slope {
      ...EstimateFields
    }
    intercept {
      ...EstimateFields
    }
    inTheLarge {
      ...EstimateFields
    }
  }
  reliability {
    ece
    bins {
      n
      predicted
      observed
      ci
    }
  }
  calls {
    threshold
    truePositives
    falsePositives
    trueNegatives
    falseNegatives
    uncalled
    ppa {
      ...EstimateFields
    }
    npa {
      ...EstimateFields
    }
    ppv {
      ...EstimateFields
    }
    npv {
      ...EstimateFields
    }
    accuracy {
      ...EstimateFields
    }
  }
  cIndex {
    ...EstimateFields
  }
  pearson {
    ...EstimateFields
  }
  spearman {
    ...EstimateFields
  }
  rmse {
    ...EstimateFields
  }
  blandAltman {
    ...LimitsFields
  }
  absent {
    ...AbsentFields
  }
}

fragment EstimateFields on StatisticEstimate {
  value
  ci
}

fragment LimitsFields on LimitsOfAgreement {
  n
  bias
  standardDeviation
  limits
}

fragment AbsentFields on AbsentStatistic {
  statistic
  reason
  isIntervalOnly
}

fragment PairFields on ScorePair {
  a
  b
  n
  delong {
    difference
    standardError
    ci
    z
    p
    adjustedP
  }
  mcnemar {
    onlyA
    onlyB
    method
    statistic
    p
    adjustedP
  }
  deltas {
    statistic
    value
    ci
  }
  agreement {
    observed
    kappa {
      ...EstimateFields
    }
  }
  differences {
    n
    bias
    standardDeviation
    limits
    pearson {
      ...EstimateFields
    }
    spearman
  }
  absent {
    ...AbsentFields
  }
}
`,
};

export const CompareVersionsDocument: Operation<CompareVersionsQuery, CompareVersionsQueryVariables> = {
  name: 'CompareVersions',
  text: `
query CompareVersions($input: CompareVersionsInput!, $withHtml: Boolean! = false, $withCsv: Boolean! = false) {
  compareVersions(input: $input) {
    cohort {
      id
      revision
      name
      digest
      itemCount
    }
    versions {
      ref
      name
      origin
      digest
      answered
      calibrations
    }
    target
    class
    scale
    notices
    comparison {
      ...ComparisonFields
    }
    embeddings {
      n
      neighbours
      pairs {
        ...EmbeddingPairFields
      }
      strata {
        stratification
        level
        n
        pairs {
          ...EmbeddingPairFields
        }
      }
      leftOut(first: 1000) {
        totalCount
        nodes {
          item
          missing {
            name
            reason
          }
        }
      }
    }
    expression {
      n
      unit
      transform
      geneCount
      reliableCount
      unshared {
        ref
        count
      }
      pairs {
        ...ProfilePairFields
      }
      strata {
        stratification
        level
        n
        pairs {
          ...ProfilePairFields
        }
      }
      pathways {
        collectionDigest
        setCount
        passedOverCount
        settings {
          method
        }
        pairs {
          ...ProfilePairFields
        }
        strata {
          stratification
          level
          n
          pairs {
            ...ProfilePairFields
          }
        }
      }
      leftOut(first: 1000) {
        totalCount
        nodes {
          item
          missing {
            name
            reason
          }
        }
      }
    }
  }
}

fragment ComparisonFields on Comparison {
  outcome
  n
  positives
  patients
  method {
    seed
    draws
    confidence
    bins
    resampled
  }
  scores {
    ...ScoreFields
    roc {
      falsePositiveRate
      truePositiveRate
    }
    decisionCurve {
      thresholds
      netBenefit
      lower
      upper
      testAll
    }
  }
  pairs {
    ...PairFields
    flips(first: 1000) {
      totalCount
      nodes {
        item
        a
        b
        isPositive
      }
    }
  }
  strata {
    stratification
    level
    n
    positives
    scores {
      ...ScoreFields
    }
    pairs {
      ...PairFields
    }
  }
  leftOut(first: 1000) {
    totalCount
    nodes {
      item
      missing {
        name
        reason
      }
    }
  }
  html @include(if: $withHtml)
  csv @include(if: $withCsv)
}

fragment ScoreFields on ScoreEvaluation {
  name
  n
  auc {
    value
    variance
    ci
    bootstrapCi
  }
  averagePrecision {
    ...EstimateFields
  }
  brier {
    ...EstimateFields
  }
  calibration {
    slope {
      ...EstimateFields
    }
    intercept {
      ...EstimateFields
    }
    inTheLarge {
      ...EstimateFields
    }
  }
  reliability {
    ece
    bins {
      n
      predicted
      observed
      ci
    }
  }
  calls {
    threshold
    truePositives
    falsePositives
    trueNegatives
    falseNegatives
    uncalled
    ppa {
      ...EstimateFields
    }
    npa {
      ...EstimateFields
    }
    ppv {
      ...EstimateFields
    }
    npv {
      ...EstimateFields
    }
    accuracy {
      ...EstimateFields
    }
  }
  cIndex {
    ...EstimateFields
  }
  pearson {
    ...EstimateFields
  }
  spearman {
    ...EstimateFields
  }
  rmse {
    ...EstimateFields
  }
  blandAltman {
    ...LimitsFields
  }
  absent {
    ...AbsentFields
  }
}

fragment EstimateFields on StatisticEstimate {
  value
  ci
}

fragment LimitsFields on LimitsOfAgreement {
  n
  bias
  standardDeviation
  limits
}

fragment AbsentFields on AbsentStatistic {
  statistic
  reason
  isIntervalOnly
}

fragment PairFields on ScorePair {
  a
  b
  n
  delong {
    difference
    standardError
    ci
    z
    p
    adjustedP
  }
  mcnemar {
    onlyA
    onlyB
    method
    statistic
    p
    adjustedP
  }
  deltas {
    statistic
    value
    ci
  }
  agreement {
    observed
    kappa {
      ...EstimateFields
    }
  }
  differences {
    n
    bias
    standardDeviation
    limits
    pearson {
      ...EstimateFields
    }
    spearman
  }
  absent {
    ...AbsentFields
  }
}

fragment EmbeddingPairFields on EmbeddingPair {
  a
  b
  isSameSpace
  cka
  debiasedCka
  neighbourOverlap
  expectedOverlap
  absent {
    ...AbsentFields
  }
}

fragment ProfilePairFields on ProfilePair {
  a
  b
  n
  summary {
    pearson {
      ...QuartileFields
    }
    spearman {
      ...QuartileFields
    }
    bias {
      ...QuartileFields
    }
    trend {
      ...QuartileFields
    }
  }
  features(first: 10, order: LOWEST_R) {
    totalCount
    nodes {
      name
      pearson {
        ...EstimateFields
      }
      spearman
      bias
      limits
      absent {
        ...AbsentFields
      }
    }
  }
}

fragment QuartileFields on FeatureQuartiles {
  count
  lowerQuartile
  median
  upperQuartile
}
`,
};

export const DemoSideBySideDocument: Operation<DemoSideBySideQuery, DemoSideBySideQueryVariables> = {
  name: 'DemoSideBySide',
  text: `
query DemoSideBySide($slide: ID!, $region: RegionInput!) {
  slide(id: $slide) {
    ...SlideFields
    champion: prediction(model: "demo-dense-focus@champion") {
      ...PredictionFields
    }
    challenger: prediction(model: "demo-dense-focus@challenger") {
      ...PredictionFields
      heatMap(mode: ATTENTION_ROLLOUT) {
        ...HeatMapFields
      }
    }
    championInRegion: prediction(
      model: "demo-dense-focus@champion"
      region: $region
    ) {
      ...PredictionFields
    }
    challengerInRegion: prediction(
      model: "demo-dense-focus@challenger"
      region: $region
    ) {
      ...PredictionFields
    }
    embedding(model: "demo-lite0-mean@prod") {
      ...EmbeddingFields
    }
  }
}

fragment SlideFields on Slide {
  id
  digest
  name
  format
  widthPx
  heightPx
  mpp
  mppSource
  objectivePower
  sizeBytes
  stain
  organ
  specimen
  preservation
  scanner
  site
  addedAt
}

fragment PredictionFields on SlidePrediction {
  targets {
    ...TargetFields
  }
  tileCount
  region {
    x
    y
    width
    height
  }
  ensemble {
    combine
    members {
      model
      isUsed
    }
  }
  training {
    state
    trainedOn
    reason
  }
  domain {
    distance
    percentile
    limitPercentile
    limitDistance
    isInside
    reference
    referenceSize
  }
  heatMapModes
  provenance {
    ...ProvenanceFields
  }
}

fragment TargetFields on TargetPrediction {
  __typename
  name
  title
  meaning
  call
  reason
  ...RecordFields
  ... on BinaryCall {
    logit
    rawScore
    probability
    positiveClass
  }
  ... on ClassCall {
    isOrdinal
    topClass
    tiedClasses
    medianClass
    expectedRank
    classCount
    classes(top: 10) {
      name
      logit
      rawScore
      rawScoreOrHigher
      probability
      call
      reason
      ...RecordFields
    }
  }
  ... on ScalarEstimate {
    value
    unit
    range {
      min
      max
    }
    isInRange
  }
  ... on RiskEstimate {
    riskScore
    direction
  }
}

fragment RecordFields on CalibratedScore {
  threshold {
    ...ThresholdFields
  }
  holdsFor
  calibration {
    id
    digest
    choice
    retiredAt
  }
  predictiveValues {
    ...WorthFields
  }
  memberScores
  memberSpread
}

fragment ThresholdFields on Threshold {
  operatingPoint
  value
  scale
  comparator
  policy
  positiveWeight
  cohort
  ppa
  npa
  evidence {
    cohort
    unit
    n
    positives
    ppa {
      ...RateFields
    }
    npa {
      ...RateFields
    }
    ppv {
      ...RateFields
    }
    npv {
      ...RateFields
    }
    note
  }
  publishedRates {
    metric
    cohort
    published
    note
  }
}

fragment RateFields on Rate {
  value
  low
  high
  count
  n
}

fragment WorthFields on PredictiveValues {
  prevalence
  ppv
  ppvInterval
  npv
  npvInterval
  calledPositivePer1000
  testsAvoidedPer1000
  missedPer1000
}

fragment ProvenanceFields on Provenance {
  answerId
  model {
    ref
    digest
    source
    snapshotTakenAt
  }
  calibration {
    id
    digest
  }
  features {
    digest
    encoder {
      name
      version
      digest
    }
    preprocessingDigest
    inputDigest
    origin
  }
  slide {
    id
    digest
  }
  server {
    id
    reportedVersion
  }
  computedAt
  isReused
  timings {
    loadMs
    inferMs
    totalMs
  }
}

fragment HeatMapFields on HeatMap {
  mode
  meaning
  target
  class
  tileEdgePx
  range
  imageHref
  deepZoomHref
  legendHref
  values {
    shape
    datatype
    href
  }
  coords {
    shape
    datatype
    href
  }
}

fragment EmbeddingFields on SlideEmbedding {
  dimension
  l2Normalised
  l2Norm
  spaceId
  tileCount
  region {
    x
    y
    width
    height
  }
  href
  provenance {
    ...ProvenanceFields
  }
}
`,
};

export const DemoOutOfDomainDocument: Operation<DemoOutOfDomainQuery, DemoOutOfDomainQueryVariables> = {
  name: 'DemoOutOfDomain',
  text: `
query DemoOutOfDomain($slide: ID!) {
  slide(id: $slide) {
    ...SlideFields
    champion: prediction(model: "demo-dense-focus@champion") {
      ...PredictionFields
    }
    challenger: prediction(model: "demo-dense-focus@challenger") {
      ...PredictionFields
    }
  }
}

fragment SlideFields on Slide {
  id
  digest
  name
  format
  widthPx
  heightPx
  mpp
  mppSource
  objectivePower
  sizeBytes
  stain
  organ
  specimen
  preservation
  scanner
  site
  addedAt
}

fragment PredictionFields on SlidePrediction {
  targets {
    ...TargetFields
  }
  tileCount
  region {
    x
    y
    width
    height
  }
  ensemble {
    combine
    members {
      model
      isUsed
    }
  }
  training {
    state
    trainedOn
    reason
  }
  domain {
    distance
    percentile
    limitPercentile
    limitDistance
    isInside
    reference
    referenceSize
  }
  heatMapModes
  provenance {
    ...ProvenanceFields
  }
}

fragment TargetFields on TargetPrediction {
  __typename
  name
  title
  meaning
  call
  reason
  ...RecordFields
  ... on BinaryCall {
    logit
    rawScore
    probability
    positiveClass
  }
  ... on ClassCall {
    isOrdinal
    topClass
    tiedClasses
    medianClass
    expectedRank
    classCount
    classes(top: 10) {
      name
      logit
      rawScore
      rawScoreOrHigher
      probability
      call
      reason
      ...RecordFields
    }
  }
  ... on ScalarEstimate {
    value
    unit
    range {
      min
      max
    }
    isInRange
  }
  ... on RiskEstimate {
    riskScore
    direction
  }
}

fragment RecordFields on CalibratedScore {
  threshold {
    ...ThresholdFields
  }
  holdsFor
  calibration {
    id
    digest
    choice
    retiredAt
  }
  predictiveValues {
    ...WorthFields
  }
  memberScores
  memberSpread
}

fragment ThresholdFields on Threshold {
  operatingPoint
  value
  scale
  comparator
  policy
  positiveWeight
  cohort
  ppa
  npa
  evidence {
    cohort
    unit
    n
    positives
    ppa {
      ...RateFields
    }
    npa {
      ...RateFields
    }
    ppv {
      ...RateFields
    }
    npv {
      ...RateFields
    }
    note
  }
  publishedRates {
    metric
    cohort
    published
    note
  }
}

fragment RateFields on Rate {
  value
  low
  high
  count
  n
}

fragment WorthFields on PredictiveValues {
  prevalence
  ppv
  ppvInterval
  npv
  npvInterval
  calledPositivePer1000
  testsAvoidedPer1000
  missedPer1000
}

fragment ProvenanceFields on Provenance {
  answerId
  model {
    ref
    digest
    source
    snapshotTakenAt
  }
  calibration {
    id
    digest
  }
  features {
    digest
    encoder {
      name
      version
      digest
    }
    preprocessingDigest
    inputDigest
    origin
  }
  slide {
    id
    digest
  }
  server {
    id
    reportedVersion
  }
  computedAt
  isReused
  timings {
    loadMs
    inferMs
    totalMs
  }
}
`,
};

export const DemoEvaluationsDocument: Operation<DemoEvaluationsQuery, DemoEvaluationsQueryVariables> = {
  name: 'DemoEvaluations',
  text: `
query DemoEvaluations {
  champion: modelVersion(ref: "demo-dense-focus@champion") {
    ...ModelVersionFields
    trainedOn
    intendedUse {
      statement
      limitations
      medicalUse
    }
    evaluation {
      ...EvaluationFields
    }
  }
  challenger: modelVersion(ref: "demo-dense-focus@challenger") {
    ...ModelVersionFields
    trainedOn
    intendedUse {
      statement
      limitations
      medicalUse
    }
    evaluation {
      ...EvaluationFields
    }
  }
}

fragment ModelVersionFields on ModelVersion {
  ref
  source
  name
  version
  digest
  aliases
  title
  task
  level
  isReady
  registeredAt
}

fragment EvaluationFields on EvaluationRecord {
  protocol
  cohort
  metric
  value
  interval
  n
  unit
  note
}
`,
};

export const DemoCohortDocument: Operation<DemoCohortQuery, DemoCohortQueryVariables> = {
  name: 'DemoCohort',
  text: `
query DemoCohort($cohort: ID!) {
  compareVersions(
    input: {models: ["demo-dense-focus@champion", "demo-dense-focus@challenger"], cohort: $cohort, label: "dense-focus", positive: "dense focus"}
  ) {
    versions {
      ref
      answered
    }
    notices
    comparison {
      n
      positives
      patients
      scores {
        name
        auc {
          value
          ci
        }
        brier {
          value
        }
        reliability {
          ece
        }
        calls {
          ppa {
            value
            ci
          }
          npa {
            value
            ci
          }
        }
      }
      pairs {
        delong {
          difference
          ci
          z
          p
        }
        mcnemar {
          onlyA
          onlyB
          p
        }
        flips(first: 5) {
          totalCount
          nodes {
            item
            a
            b
            isPositive
          }
        }
      }
    }
  }
}
`,
};

export const DemoSpatialDocument: Operation<DemoSpatialQuery, DemoSpatialQueryVariables> = {
  name: 'DemoSpatial',
  text: `
query DemoSpatial($slide: ID!, $depth: Int!) {
  slide(id: $slide) {
    spatialMap(model: "demo-her2st-expr@prod") {
      ...SpatialMapFields
      comparison(measurement: "c6-spots", thinning: {depth: $depth, seed: 1}) {
        n
        spotCount
        matchedCount
        depth
        predictedUnit
        measuredUnit
        notices
        reliable {
          geneCount
          medianR
        }
        others {
          geneCount
          medianR
        }
        page(first: 10, by: RELIABILITY) {
          nodes {
            ...MeasuredGeneFields
          }
        }
        refused: genes(names: ["EPCAM", "KRT19"]) {
          gene {
            ...MeasuredGeneFields
          }
        }
      }
      layers(names: ["IGKC"]) {
        layer {
          imageHref(scale: PERCENTILE)
        }
      }
      pathwayScores(collection: "hallmark-7.0", settings: {method: ZSCORE}) {
        comparison(measurement: "c6-spots", thinning: {depth: $depth, seed: 1}) {
          page(first: 5) {
            nodes {
              ...MeasuredGeneFields
            }
          }
          failing: genes(
            names: ["HALLMARK_FATTY_ACID_METABOLISM", "HALLMARK_P53_PATHWAY"]
          ) {
            gene {
              ...MeasuredGeneFields
            }
          }
        }
      }
    }
  }
}

fragment SpatialMapFields on SpatialMap {
  digest
  kind
  model
  mode
  unit
  tileCount
  valuedTileCount
  layerCount
}

fragment MeasuredGeneFields on MeasuredGene {
  name
  reliable
  evidence {
    r
  }
  pearson {
    value
    lower
    upper
  }
  spearman {
    value
  }
  n
}
`,
};

export const EmbeddingGenerationFieldsText = `
fragment EmbeddingGenerationFields on EmbeddingGeneration {
  id
  version
  versionDigest
  spaceId
  level
  dimension
  datatype
  l2Normalised
  cohortRevision
  vectorCount
  missing {
    code
    count
  }
}
`;

export const EmbeddingIndexesDocument: Operation<EmbeddingIndexesQuery, EmbeddingIndexesQueryVariables> = {
  name: 'EmbeddingIndexes',
  text: `
query EmbeddingIndexes($cohort: ID!, $model: ModelRef!, $format: EmbeddingFormat!, $float16: Boolean!) {
  cohort(id: $cohort) {
    revision
  }
  modelVersion(ref: $model) {
    ref
    digest
  }
  embeddingIndexes(cohort: $cohort) {
    model
    serving {
      ...EmbeddingGenerationFields
      href(format: $format, float16: $float16)
      idsHref
      manifestHref
    }
  }
}

fragment EmbeddingGenerationFields on EmbeddingGeneration {
  id
  version
  versionDigest
  spaceId
  level
  dimension
  datatype
  l2Normalised
  cohortRevision
  vectorCount
  missing {
    code
    count
  }
}
`,
};

export const IndexEmbeddingsDocument: Operation<IndexEmbeddingsMutation, IndexEmbeddingsMutationVariables> = {
  name: 'IndexEmbeddings',
  text: `
mutation IndexEmbeddings($input: IndexEmbeddingsInput!) {
  indexEmbeddings(input: $input) {
    id
  }
}
`,
};

export const EmbeddingIndexOfJobDocument: Operation<EmbeddingIndexOfJobQuery, EmbeddingIndexOfJobQueryVariables> = {
  name: 'EmbeddingIndexOfJob',
  text: `
query EmbeddingIndexOfJob($id: ID!, $format: EmbeddingFormat!, $float16: Boolean!) {
  job(id: $id) {
    embeddingIndex {
      cohort
      serving {
        ...EmbeddingGenerationFields
        href(format: $format, float16: $float16)
        idsHref
        manifestHref
      }
    }
  }
}

fragment EmbeddingGenerationFields on EmbeddingGeneration {
  id
  version
  versionDigest
  spaceId
  level
  dimension
  datatype
  l2Normalised
  cohortRevision
  vectorCount
  missing {
    code
    count
  }
}
`,
};

export const PrepareFeaturesDocument: Operation<PrepareFeaturesMutation, PrepareFeaturesMutationVariables> = {
  name: 'PrepareFeatures',
  text: `
mutation PrepareFeatures($input: PrepareFeaturesInput!) {
  prepareFeatures(input: $input) {
    ...JobFields
    featureBag {
      ...FeatureBagFields
    }
  }
}

fragment JobFields on Job {
  id
  kind
  state
  stage
  done
  total
  error {
    code
    message
    retryable
    facts
  }
  createdAt
  startedAt
  finishedAt
}

fragment FeatureBagFields on FeatureBag {
  digest
  origin
  encoder {
    name
    version
    digest
  }
  preprocessingDigest
  tileCount
  dimension
  tileEdgePx
  mpp
  tileSizePx
  featuresHref
  coordsHref
  createdAt
}
`,
};

export const ImportFeaturesDocument: Operation<ImportFeaturesMutation, ImportFeaturesMutationVariables> = {
  name: 'ImportFeatures',
  text: `
mutation ImportFeatures($input: ImportFeaturesInput!) {
  importFeatures(input: $input) {
    ...FeatureBagFields
  }
}

fragment FeatureBagFields on FeatureBag {
  digest
  origin
  encoder {
    name
    version
    digest
  }
  preprocessingDigest
  tileCount
  dimension
  tileEdgePx
  mpp
  tileSizePx
  featuresHref
  coordsHref
  createdAt
}
`,
};

export const SlideFieldsText = `
fragment SlideFields on Slide {
  id
  digest
  name
  format
  widthPx
  heightPx
  mpp
  mppSource
  objectivePower
  sizeBytes
  stain
  organ
  specimen
  preservation
  scanner
  site
  addedAt
}
`;

export const FeatureBagFieldsText = `
fragment FeatureBagFields on FeatureBag {
  digest
  origin
  encoder {
    name
    version
    digest
  }
  preprocessingDigest
  tileCount
  dimension
  tileEdgePx
  mpp
  tileSizePx
  featuresHref
  coordsHref
  createdAt
}
`;

export const JobFieldsText = `
fragment JobFields on Job {
  id
  kind
  state
  stage
  done
  total
  error {
    code
    message
    retryable
    facts
  }
  createdAt
  startedAt
  finishedAt
}
`;

export const RateFieldsText = `
fragment RateFields on Rate {
  value
  low
  high
  count
  n
}
`;

export const ThresholdFieldsText = `
fragment ThresholdFields on Threshold {
  operatingPoint
  value
  scale
  comparator
  policy
  positiveWeight
  cohort
  ppa
  npa
  evidence {
    cohort
    unit
    n
    positives
    ppa {
      ...RateFields
    }
    npa {
      ...RateFields
    }
    ppv {
      ...RateFields
    }
    npv {
      ...RateFields
    }
    note
  }
  publishedRates {
    metric
    cohort
    published
    note
  }
}

fragment RateFields on Rate {
  value
  low
  high
  count
  n
}
`;

export const TargetFieldsText = `
fragment TargetFields on TargetPrediction {
  __typename
  name
  title
  meaning
  call
  reason
  ...RecordFields
  ... on BinaryCall {
    logit
    rawScore
    probability
    positiveClass
  }
  ... on ClassCall {
    isOrdinal
    topClass
    tiedClasses
    medianClass
    expectedRank
    classCount
    classes(top: 10) {
      name
      logit
      rawScore
      rawScoreOrHigher
      probability
      call
      reason
      ...RecordFields
    }
  }
  ... on ScalarEstimate {
    value
    unit
    range {
      min
      max
    }
    isInRange
  }
  ... on RiskEstimate {
    riskScore
    direction
  }
}

fragment RecordFields on CalibratedScore {
  threshold {
    ...ThresholdFields
  }
  holdsFor
  calibration {
    id
    digest
    choice
    retiredAt
  }
  predictiveValues {
    ...WorthFields
  }
  memberScores
  memberSpread
}

fragment ThresholdFields on Threshold {
  operatingPoint
  value
  scale
  comparator
  policy
  positiveWeight
  cohort
  ppa
  npa
  evidence {
    cohort
    unit
    n
    positives
    ppa {
      ...RateFields
    }
    npa {
      ...RateFields
    }
    ppv {
      ...RateFields
    }
    npv {
      ...RateFields
    }
    note
  }
  publishedRates {
    metric
    cohort
    published
    note
  }
}

fragment RateFields on Rate {
  value
  low
  high
  count
  n
}

fragment WorthFields on PredictiveValues {
  prevalence
  ppv
  ppvInterval
  npv
  npvInterval
  calledPositivePer1000
  testsAvoidedPer1000
  missedPer1000
}
`;

export const RecordFieldsText = `
fragment RecordFields on CalibratedScore {
  threshold {
    ...ThresholdFields
  }
  holdsFor
  calibration {
    id
    digest
    choice
    retiredAt
  }
  predictiveValues {
    ...WorthFields
  }
  memberScores
  memberSpread
}

fragment ThresholdFields on Threshold {
  operatingPoint
  value
  scale
  comparator
  policy
  positiveWeight
  cohort
  ppa
  npa
  evidence {
    cohort
    unit
    n
    positives
    ppa {
      ...RateFields
    }
    npa {
      ...RateFields
    }
    ppv {
      ...RateFields
    }
    npv {
      ...RateFields
    }
    note
  }
  publishedRates {
    metric
    cohort
    published
    note
  }
}

fragment RateFields on Rate {
  value
  low
  high
  count
  n
}

fragment WorthFields on PredictiveValues {
  prevalence
  ppv
  ppvInterval
  npv
  npvInterval
  calledPositivePer1000
  testsAvoidedPer1000
  missedPer1000
}
`;

export const WorthFieldsText = `
fragment WorthFields on PredictiveValues {
  prevalence
  ppv
  ppvInterval
  npv
  npvInterval
  calledPositivePer1000
  testsAvoidedPer1000
  missedPer1000
}
`;

export const ProvenanceFieldsText = `
fragment ProvenanceFields on Provenance {
  answerId
  model {
    ref
    digest
    source
    snapshotTakenAt
  }
  calibration {
    id
    digest
  }
  features {
    digest
    encoder {
      name
      version
      digest
    }
    preprocessingDigest
    inputDigest
    origin
  }
  slide {
    id
    digest
  }
  server {
    id
    reportedVersion
  }
  computedAt
  isReused
  timings {
    loadMs
    inferMs
    totalMs
  }
}
`;

export const PredictionFieldsText = `
fragment PredictionFields on SlidePrediction {
  targets {
    ...TargetFields
  }
  tileCount
  region {
    x
    y
    width
    height
  }
  ensemble {
    combine
    members {
      model
      isUsed
    }
  }
  training {
    state
    trainedOn
    reason
  }
  domain {
    distance
    percentile
    limitPercentile
    limitDistance
    isInside
    reference
    referenceSize
  }
  heatMapModes
  provenance {
    ...ProvenanceFields
  }
}

fragment TargetFields on TargetPrediction {
  __typename
  name
  title
  meaning
  call
  reason
  ...RecordFields
  ... on BinaryCall {
    logit
    rawScore
    probability
    positiveClass
  }
  ... on ClassCall {
    isOrdinal
    topClass
    tiedClasses
    medianClass
    expectedRank
    classCount
    classes(top: 10) {
      name
      logit
      rawScore
      rawScoreOrHigher
      probability
      call
      reason
      ...RecordFields
    }
  }
  ... on ScalarEstimate {
    value
    unit
    range {
      min
      max
    }
    isInRange
  }
  ... on RiskEstimate {
    riskScore
    direction
  }
}

fragment RecordFields on CalibratedScore {
  threshold {
    ...ThresholdFields
  }
  holdsFor
  calibration {
    id
    digest
    choice
    retiredAt
  }
  predictiveValues {
    ...WorthFields
  }
  memberScores
  memberSpread
}

fragment ThresholdFields on Threshold {
  operatingPoint
  value
  scale
  comparator
  policy
  positiveWeight
  cohort
  ppa
  npa
  evidence {
    cohort
    unit
    n
    positives
    ppa {
      ...RateFields
    }
    npa {
      ...RateFields
    }
    ppv {
      ...RateFields
    }
    npv {
      ...RateFields
    }
    note
  }
  publishedRates {
    metric
    cohort
    published
    note
  }
}

fragment RateFields on Rate {
  value
  low
  high
  count
  n
}

fragment WorthFields on PredictiveValues {
  prevalence
  ppv
  ppvInterval
  npv
  npvInterval
  calledPositivePer1000
  testsAvoidedPer1000
  missedPer1000
}

fragment ProvenanceFields on Provenance {
  answerId
  model {
    ref
    digest
    source
    snapshotTakenAt
  }
  calibration {
    id
    digest
  }
  features {
    digest
    encoder {
      name
      version
      digest
    }
    preprocessingDigest
    inputDigest
    origin
  }
  slide {
    id
    digest
  }
  server {
    id
    reportedVersion
  }
  computedAt
  isReused
  timings {
    loadMs
    inferMs
    totalMs
  }
}
`;

export const HeatMapFieldsText = `
fragment HeatMapFields on HeatMap {
  mode
  meaning
  target
  class
  tileEdgePx
  range
  imageHref
  deepZoomHref
  legendHref
  values {
    shape
    datatype
    href
  }
  coords {
    shape
    datatype
    href
  }
}
`;

export const EmbeddingFieldsText = `
fragment EmbeddingFields on SlideEmbedding {
  dimension
  l2Normalised
  l2Norm
  spaceId
  tileCount
  region {
    x
    y
    width
    height
  }
  href
  provenance {
    ...ProvenanceFields
  }
}

fragment ProvenanceFields on Provenance {
  answerId
  model {
    ref
    digest
    source
    snapshotTakenAt
  }
  calibration {
    id
    digest
  }
  features {
    digest
    encoder {
      name
      version
      digest
    }
    preprocessingDigest
    inputDigest
    origin
  }
  slide {
    id
    digest
  }
  server {
    id
    reportedVersion
  }
  computedAt
  isReused
  timings {
    loadMs
    inferMs
    totalMs
  }
}
`;

export const ModelVersionFieldsText = `
fragment ModelVersionFields on ModelVersion {
  ref
  source
  name
  version
  digest
  aliases
  title
  task
  level
  isReady
  registeredAt
}
`;

export const EvaluationFieldsText = `
fragment EvaluationFields on EvaluationRecord {
  protocol
  cohort
  metric
  value
  interval
  n
  unit
  note
}
`;

export const LicenceFieldsText = `
fragment LicenceFields on Licence {
  spdxOrName
  nonCommercial
  gated
  derivativeOutputs
  inheritedFrom
  referenceSet
  unknownParts
  access
  terms {
    model
    referenceSet
    spdxOrName
    url
    attribution
    acceptedAt
  }
}
`;

export const GenePanelFieldsText = `
fragment GenePanelFields on GenePanel {
  id
  name
  version
  digest
  namespace
  organism
  source
  licence
  geneCount
  textHref
  createdAt
  createdBy
}
`;

export const GeneSetCollectionFieldsText = `
fragment GeneSetCollectionFields on GeneSetCollection {
  id
  name
  version
  digest
  namespace
  organism
  source
  licence
  setCount
  geneCount
  membershipCount
  smallestSet
  largestSet
  gmtHref
  createdAt
  createdBy
}
`;

export const ImportGenePanelDocument: Operation<ImportGenePanelMutation, ImportGenePanelMutationVariables> = {
  name: 'ImportGenePanel',
  text: `
mutation ImportGenePanel($input: ImportGenePanelInput!) {
  importGenePanel(input: $input) {
    ...GenePanelFields
    usedBy {
      ref
    }
  }
}

fragment GenePanelFields on GenePanel {
  id
  name
  version
  digest
  namespace
  organism
  source
  licence
  geneCount
  textHref
  createdAt
  createdBy
}
`,
};

export const GenePanelsDocument: Operation<GenePanelsQuery, GenePanelsQueryVariables> = {
  name: 'GenePanels',
  text: `
query GenePanels($first: Int! = 20, $after: String) {
  genePanels(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...GenePanelFields
    }
  }
}

fragment GenePanelFields on GenePanel {
  id
  name
  version
  digest
  namespace
  organism
  source
  licence
  geneCount
  textHref
  createdAt
  createdBy
}
`,
};

export const GenePanelDocument: Operation<GenePanelQuery, GenePanelQueryVariables> = {
  name: 'GenePanel',
  text: `
query GenePanel($id: ID, $digest: Digest, $first: Int! = 20) {
  genePanel(id: $id, digest: $digest) {
    ...GenePanelFields
    usedBy {
      ref
      title
    }
    symbols(first: $first) {
      nodes
      totalCount
    }
  }
}

fragment GenePanelFields on GenePanel {
  id
  name
  version
  digest
  namespace
  organism
  source
  licence
  geneCount
  textHref
  createdAt
  createdBy
}
`,
};

export const ImportGeneSetCollectionDocument: Operation<ImportGeneSetCollectionMutation, ImportGeneSetCollectionMutationVariables> = {
  name: 'ImportGeneSetCollection',
  text: `
mutation ImportGeneSetCollection($input: ImportGeneSetCollectionInput!) {
  importGeneSetCollection(input: $input) {
    ...GeneSetCollectionFields
  }
}

fragment GeneSetCollectionFields on GeneSetCollection {
  id
  name
  version
  digest
  namespace
  organism
  source
  licence
  setCount
  geneCount
  membershipCount
  smallestSet
  largestSet
  gmtHref
  createdAt
  createdBy
}
`,
};

export const GeneSetCollectionsDocument: Operation<GeneSetCollectionsQuery, GeneSetCollectionsQueryVariables> = {
  name: 'GeneSetCollections',
  text: `
query GeneSetCollections($first: Int! = 20, $after: String) {
  geneSetCollections(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...GeneSetCollectionFields
    }
  }
}

fragment GeneSetCollectionFields on GeneSetCollection {
  id
  name
  version
  digest
  namespace
  organism
  source
  licence
  setCount
  geneCount
  membershipCount
  smallestSet
  largestSet
  gmtHref
  createdAt
  createdBy
}
`,
};

export const GeneSetCollectionDocument: Operation<GeneSetCollectionQuery, GeneSetCollectionQueryVariables> = {
  name: 'GeneSetCollection',
  text: `
query GeneSetCollection($id: ID!, $first: Int! = 20, $after: String, $nameContains: String) {
  geneSetCollection(id: $id) {
    ...GeneSetCollectionFields
    sets(first: $first, after: $after, nameContains: $nameContains) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        name
        description
        geneCount
      }
    }
  }
}

fragment GeneSetCollectionFields on GeneSetCollection {
  id
  name
  version
  digest
  namespace
  organism
  source
  licence
  setCount
  geneCount
  membershipCount
  smallestSet
  largestSet
  gmtHref
  createdAt
  createdBy
}
`,
};

export const JobDocument: Operation<JobQuery, JobQueryVariables> = {
  name: 'Job',
  text: `
query Job($id: ID!) {
  job(id: $id) {
    ...JobFields
    featureBag {
      ...FeatureBagFields
    }
    registration {
      ...RegistryWriteFields
    }
    expressionMatrix {
      id
    }
    pathwayScores {
      ...PathwayScoresFields
    }
  }
}

fragment JobFields on Job {
  id
  kind
  state
  stage
  done
  total
  error {
    code
    message
    retryable
    facts
  }
  createdAt
  startedAt
  finishedAt
}

fragment FeatureBagFields on FeatureBag {
  digest
  origin
  encoder {
    name
    version
    digest
  }
  preprocessingDigest
  tileCount
  dimension
  tileEdgePx
  mpp
  tileSizePx
  featuresHref
  coordsHref
  createdAt
}

fragment RegistryWriteFields on RegistryWriteResult {
  outcome
  isInService
  notices
  changes {
    subject
    before
    after
  }
  write {
    id
    kind
    source
    name
    version
    subject
    digest
    writtenBy
    writtenAt
  }
}

fragment PathwayScoresFields on MatrixPathwayScores {
  digest
  matrixDigest
  collectionDigest
  settings {
    method
    form
    weight
    normalise
    kernel
    maxDifference
    minSize
    maxSize
  }
  setCount
  sampleCount
  passedOverCount
  geneCount
  constantGenes
  tsv: href(format: TSV)
  npy: href(format: NPY)
  parquet: href(format: PARQUET)
}
`,
};

export const JobsDocument: Operation<JobsQuery, JobsQueryVariables> = {
  name: 'Jobs',
  text: `
query Jobs($first: Int! = 20, $after: String) {
  jobs(first: $first, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...JobFields
    }
  }
}

fragment JobFields on Job {
  id
  kind
  state
  stage
  done
  total
  error {
    code
    message
    retryable
    facts
  }
  createdAt
  startedAt
  finishedAt
}
`,
};

export const CancelJobDocument: Operation<CancelJobMutation, CancelJobMutationVariables> = {
  name: 'CancelJob',
  text: `
mutation CancelJob($id: ID!) {
  cancelJob(id: $id) {
    ...JobFields
  }
}

fragment JobFields on Job {
  id
  kind
  state
  stage
  done
  total
  error {
    code
    message
    retryable
    facts
  }
  createdAt
  startedAt
  finishedAt
}
`,
};

export const ModelServersDocument: Operation<ModelServersQuery, ModelServersQueryVariables> = {
  name: 'ModelServers',
  text: `
query ModelServers {
  modelServers {
    id
    state
    softwareName
    softwareVersion
    transport
    lookedAt
    lookError
    breaker
    inFlight
    queued
    calls
    errors {
      code
      count
    }
    latency {
      count
      p50Ms
      p95Ms
      p99Ms
    }
    placements {
      model
      servedName
      servedVersion
      origin
      state
      reason
      breaker
      outstanding
      calls
    }
  }
}
`,
};

export const ModelVersionsDocument: Operation<ModelVersionsQuery, ModelVersionsQueryVariables> = {
  name: 'ModelVersions',
  text: `
query ModelVersions($filter: ModelVersionFilterInput, $first: Int! = 20, $after: String, $orderBy: CatalogueOrder! = NAME) {
  modelVersions(filter: $filter, first: $first, after: $after, orderBy: $orderBy) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ModelVersionFields
      licence {
        access
      }
    }
  }
}

fragment ModelVersionFields on ModelVersion {
  ref
  source
  name
  version
  digest
  aliases
  title
  task
  level
  isReady
  registeredAt
}
`,
};

export const RegisteredModelsDocument: Operation<RegisteredModelsQuery, RegisteredModelsQueryVariables> = {
  name: 'RegisteredModels',
  text: `
query RegisteredModels($first: Int! = 20, $after: String) {
  registeredModels(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      source
      name
      aliases {
        alias
        version
      }
      versions {
        ...ModelVersionFields
      }
    }
  }
}

fragment ModelVersionFields on ModelVersion {
  ref
  source
  name
  version
  digest
  aliases
  title
  task
  level
  isReady
  registeredAt
}
`,
};

export const ModelVersionDocument: Operation<ModelVersionQuery, ModelVersionQueryVariables> = {
  name: 'ModelVersion',
  text: `
query ModelVersion($ref: ModelRef!) {
  modelVersion(ref: $ref) {
    ...ModelVersionFields
    description
    intendedUse {
      statement
      organs
      stains
      specimens
      preservation
      scanners
      limitations
      medicalUse
    }
    licence {
      ...LicenceFields
    }
    extractor {
      model
      version
      digest
      outputVariant
      l2Normalised
      dimension
      tileSizePx
      mpp
    }
    calibrations {
      id
      digest
      target
      class
      statement
      method
      specimen
      scanner
      site
      addedBy
      addedAt
      retiredAt
      retiredBy
      retiredReason
      operatingPoints {
        ...ThresholdFields
      }
    }
    evaluation {
      ...EvaluationFields
    }
    trainedOn
    notes
    basedOn {
      role
      name
      version
      modelVersion {
        ref
      }
    }
    usedBy(first: 20) {
      totalCount
      nodes {
        role
        modelVersion {
          ref
        }
      }
    }
    sameAs {
      ref
    }
  }
}

fragment ModelVersionFields on ModelVersion {
  ref
  source
  name
  version
  digest
  aliases
  title
  task
  level
  isReady
  registeredAt
}

fragment LicenceFields on Licence {
  spdxOrName
  nonCommercial
  gated
  derivativeOutputs
  inheritedFrom
  referenceSet
  unknownParts
  access
  terms {
    model
    referenceSet
    spdxOrName
    url
    attribution
    acceptedAt
  }
}

fragment ThresholdFields on Threshold {
  operatingPoint
  value
  scale
  comparator
  policy
  positiveWeight
  cohort
  ppa
  npa
  evidence {
    cohort
    unit
    n
    positives
    ppa {
      ...RateFields
    }
    npa {
      ...RateFields
    }
    ppv {
      ...RateFields
    }
    npv {
      ...RateFields
    }
    note
  }
  publishedRates {
    metric
    cohort
    published
    note
  }
}

fragment RateFields on Rate {
  value
  low
  high
  count
  n
}

fragment EvaluationFields on EvaluationRecord {
  protocol
  cohort
  metric
  value
  interval
  n
  unit
  note
}
`,
};

export const ModelVersionChangesDocument: Operation<ModelVersionChangesQuery, ModelVersionChangesQueryVariables> = {
  name: 'ModelVersionChanges',
  text: `
query ModelVersionChanges($from: ModelRef!, $to: ModelRef!, $groups: [String!]) {
  modelVersionChanges(from: $from, to: $to) {
    from {
      ref
      digest
      licence {
        ...LicenceFields
      }
    }
    to {
      ref
      digest
      licence {
        ...LicenceFields
      }
    }
    isSame
    licenceChanges
    cardChangeCount
    cardChanges(groups: $groups) {
      pointer
      group
      kind
      from
      to
      isCut
    }
    thresholdChangeCount
    thresholdChanges {
      target
      class
      specimen
      scanner
      site
      operatingPoint
      kind
      changed
      from {
        value
        scale
        comparator
      }
      to {
        value
        scale
        comparator
      }
      fromRecord
      toRecord
      difference
    }
    tensorChangeCount
    tensorChanges {
      direction
      name
      kind
      from {
        datatype
        shape
        axes
      }
      to {
        datatype
        shape
        axes
      }
    }
  }
}

fragment LicenceFields on Licence {
  spdxOrName
  nonCommercial
  gated
  derivativeOutputs
  inheritedFrom
  referenceSet
  unknownParts
  access
  terms {
    model
    referenceSet
    spdxOrName
    url
    attribution
    acceptedAt
  }
}
`,
};

export const ModelCardDocument: Operation<ModelCardQuery, ModelCardQueryVariables> = {
  name: 'ModelCard',
  text: `
query ModelCard($ref: ModelRef!) {
  modelVersion(ref: $ref) {
    ref
    digest
    card
  }
}
`,
};

export const AcceptLicenceDocument: Operation<AcceptLicenceMutation, AcceptLicenceMutationVariables> = {
  name: 'AcceptLicence',
  text: `
mutation AcceptLicence($model: ModelRef!) {
  acceptLicence(model: $model) {
    ref
    licence {
      ...LicenceFields
    }
  }
}

fragment LicenceFields on Licence {
  spdxOrName
  nonCommercial
  gated
  derivativeOutputs
  inheritedFrom
  referenceSet
  unknownParts
  access
  terms {
    model
    referenceSet
    spdxOrName
    url
    attribution
    acceptedAt
  }
}
`,
};

export const RegistrySourcesDocument: Operation<RegistrySourcesQuery, RegistrySourcesQueryVariables> = {
  name: 'RegistrySources',
  text: `
query RegistrySources {
  registrySources {
    ...RegistrySourceFields
  }
}

fragment RegistrySourceFields on RegistrySource {
  id
  kind
  state
  lastSuccessAt
  ageSeconds
  lastError
  versionCount
  withoutCardCount
  quarantined {
    path
    code
    reason
    problems {
      pointer
      problem
    }
  }
}
`,
};

export const SyncRegistryDocument: Operation<SyncRegistryMutation, SyncRegistryMutationVariables> = {
  name: 'SyncRegistry',
  text: `
mutation SyncRegistry($source: String) {
  syncRegistry(source: $source) {
    ...RegistrySourceFields
  }
}

fragment RegistrySourceFields on RegistrySource {
  id
  kind
  state
  lastSuccessAt
  ageSeconds
  lastError
  versionCount
  withoutCardCount
  quarantined {
    path
    code
    reason
    problems {
      pointer
      problem
    }
  }
}
`,
};

export const RegistrySourceFieldsText = `
fragment RegistrySourceFields on RegistrySource {
  id
  kind
  state
  lastSuccessAt
  ageSeconds
  lastError
  versionCount
  withoutCardCount
  quarantined {
    path
    code
    reason
    problems {
      pointer
      problem
    }
  }
}
`;

export const TritonModelsDocument: Operation<TritonModelsQuery, TritonModelsQueryVariables> = {
  name: 'TritonModels',
  text: `
query TritonModels($filter: ModelVersionFilterInput, $backend: TritonBackend!, $first: Int! = 50, $after: String) {
  modelVersions(filter: $filter, first: $first, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...TritonModelFields
    }
  }
}

fragment TritonModelFields on ModelVersion {
  ref
  name
  version
  digest
  artifacts {
    path
    role
    sha256
    sizeBytes
    href
  }
  tritonModel(backend: $backend) {
    modelFile
    config
    code
  }
}
`,
};

export const TritonModelDocument: Operation<TritonModelQuery, TritonModelQueryVariables> = {
  name: 'TritonModel',
  text: `
query TritonModel($ref: ModelRef!, $backend: TritonBackend!) {
  modelVersion(ref: $ref) {
    ...TritonModelFields
  }
}

fragment TritonModelFields on ModelVersion {
  ref
  name
  version
  digest
  artifacts {
    path
    role
    sha256
    sizeBytes
    href
  }
  tritonModel(backend: $backend) {
    modelFile
    config
    code
  }
}
`,
};

export const TritonModelFieldsText = `
fragment TritonModelFields on ModelVersion {
  ref
  name
  version
  digest
  artifacts {
    path
    role
    sha256
    sizeBytes
    href
  }
  tritonModel(backend: $backend) {
    modelFile
    config
    code
  }
}
`;

export const PathwayScoresFieldsText = `
fragment PathwayScoresFields on MatrixPathwayScores {
  digest
  matrixDigest
  collectionDigest
  settings {
    method
    form
    weight
    normalise
    kernel
    maxDifference
    minSize
    maxSize
  }
  setCount
  sampleCount
  passedOverCount
  geneCount
  constantGenes
  tsv: href(format: TSV)
  npy: href(format: NPY)
  parquet: href(format: PARQUET)
}
`;

export const AddExpressionMatrixDocument: Operation<AddExpressionMatrixMutation, AddExpressionMatrixMutationVariables> = {
  name: 'AddExpressionMatrix',
  text: `
mutation AddExpressionMatrix($input: AddExpressionMatrixInput!) {
  addExpressionMatrix(input: $input) {
    id
  }
}
`,
};

export const ScoreExpressionMatrixDocument: Operation<ScoreExpressionMatrixMutation, ScoreExpressionMatrixMutationVariables> = {
  name: 'ScoreExpressionMatrix',
  text: `
mutation ScoreExpressionMatrix($input: ScoreExpressionMatrixInput!) {
  scoreExpressionMatrix(input: $input) {
    id
  }
}
`,
};

export const PredictDocument: Operation<PredictQuery, PredictQueryVariables> = {
  name: 'Predict',
  text: `
query Predict($id: ID!, $model: ModelRef!, $region: RegionInput, $features: Digest, $context: PredictionContextInput) {
  slide(id: $id) {
    ...SlideFields
    prediction(
      model: $model
      region: $region
      features: $features
      context: $context
    ) {
      ...PredictionFields
    }
  }
}

fragment SlideFields on Slide {
  id
  digest
  name
  format
  widthPx
  heightPx
  mpp
  mppSource
  objectivePower
  sizeBytes
  stain
  organ
  specimen
  preservation
  scanner
  site
  addedAt
}

fragment PredictionFields on SlidePrediction {
  targets {
    ...TargetFields
  }
  tileCount
  region {
    x
    y
    width
    height
  }
  ensemble {
    combine
    members {
      model
      isUsed
    }
  }
  training {
    state
    trainedOn
    reason
  }
  domain {
    distance
    percentile
    limitPercentile
    limitDistance
    isInside
    reference
    referenceSize
  }
  heatMapModes
  provenance {
    ...ProvenanceFields
  }
}

fragment TargetFields on TargetPrediction {
  __typename
  name
  title
  meaning
  call
  reason
  ...RecordFields
  ... on BinaryCall {
    logit
    rawScore
    probability
    positiveClass
  }
  ... on ClassCall {
    isOrdinal
    topClass
    tiedClasses
    medianClass
    expectedRank
    classCount
    classes(top: 10) {
      name
      logit
      rawScore
      rawScoreOrHigher
      probability
      call
      reason
      ...RecordFields
    }
  }
  ... on ScalarEstimate {
    value
    unit
    range {
      min
      max
    }
    isInRange
  }
  ... on RiskEstimate {
    riskScore
    direction
  }
}

fragment RecordFields on CalibratedScore {
  threshold {
    ...ThresholdFields
  }
  holdsFor
  calibration {
    id
    digest
    choice
    retiredAt
  }
  predictiveValues {
    ...WorthFields
  }
  memberScores
  memberSpread
}

fragment ThresholdFields on Threshold {
  operatingPoint
  value
  scale
  comparator
  policy
  positiveWeight
  cohort
  ppa
  npa
  evidence {
    cohort
    unit
    n
    positives
    ppa {
      ...RateFields
    }
    npa {
      ...RateFields
    }
    ppv {
      ...RateFields
    }
    npv {
      ...RateFields
    }
    note
  }
  publishedRates {
    metric
    cohort
    published
    note
  }
}

fragment RateFields on Rate {
  value
  low
  high
  count
  n
}

fragment WorthFields on PredictiveValues {
  prevalence
  ppv
  ppvInterval
  npv
  npvInterval
  calledPositivePer1000
  testsAvoidedPer1000
  missedPer1000
}

fragment ProvenanceFields on Provenance {
  answerId
  model {
    ref
    digest
    source
    snapshotTakenAt
  }
  calibration {
    id
    digest
  }
  features {
    digest
    encoder {
      name
      version
      digest
    }
    preprocessingDigest
    inputDigest
    origin
  }
  slide {
    id
    digest
  }
  server {
    id
    reportedVersion
  }
  computedAt
  isReused
  timings {
    loadMs
    inferMs
    totalMs
  }
}
`,
};

export const PredictWithHeatMapDocument: Operation<PredictWithHeatMapQuery, PredictWithHeatMapQueryVariables> = {
  name: 'PredictWithHeatMap',
  text: `
query PredictWithHeatMap($id: ID!, $model: ModelRef!, $mode: HeatMapMode!, $region: RegionInput, $features: Digest, $context: PredictionContextInput) {
  slide(id: $id) {
    ...SlideFields
    prediction(
      model: $model
      region: $region
      features: $features
      context: $context
    ) {
      ...PredictionFields
      heatMap(mode: $mode) {
        ...HeatMapFields
      }
    }
  }
}

fragment SlideFields on Slide {
  id
  digest
  name
  format
  widthPx
  heightPx
  mpp
  mppSource
  objectivePower
  sizeBytes
  stain
  organ
  specimen
  preservation
  scanner
  site
  addedAt
}

fragment PredictionFields on SlidePrediction {
  targets {
    ...TargetFields
  }
  tileCount
  region {
    x
    y
    width
    height
  }
  ensemble {
    combine
    members {
      model
      isUsed
    }
  }
  training {
    state
    trainedOn
    reason
  }
  domain {
    distance
    percentile
    limitPercentile
    limitDistance
    isInside
    reference
    referenceSize
  }
  heatMapModes
  provenance {
    ...ProvenanceFields
  }
}

fragment TargetFields on TargetPrediction {
  __typename
  name
  title
  meaning
  call
  reason
  ...RecordFields
  ... on BinaryCall {
    logit
    rawScore
    probability
    positiveClass
  }
  ... on ClassCall {
    isOrdinal
    topClass
    tiedClasses
    medianClass
    expectedRank
    classCount
    classes(top: 10) {
      name
      logit
      rawScore
      rawScoreOrHigher
      probability
      call
      reason
      ...RecordFields
    }
  }
  ... on ScalarEstimate {
    value
    unit
    range {
      min
      max
    }
    isInRange
  }
  ... on RiskEstimate {
    riskScore
    direction
  }
}

fragment RecordFields on CalibratedScore {
  threshold {
    ...ThresholdFields
  }
  holdsFor
  calibration {
    id
    digest
    choice
    retiredAt
  }
  predictiveValues {
    ...WorthFields
  }
  memberScores
  memberSpread
}

fragment ThresholdFields on Threshold {
  operatingPoint
  value
  scale
  comparator
  policy
  positiveWeight
  cohort
  ppa
  npa
  evidence {
    cohort
    unit
    n
    positives
    ppa {
      ...RateFields
    }
    npa {
      ...RateFields
    }
    ppv {
      ...RateFields
    }
    npv {
      ...RateFields
    }
    note
  }
  publishedRates {
    metric
    cohort
    published
    note
  }
}

fragment RateFields on Rate {
  value
  low
  high
  count
  n
}

fragment WorthFields on PredictiveValues {
  prevalence
  ppv
  ppvInterval
  npv
  npvInterval
  calledPositivePer1000
  testsAvoidedPer1000
  missedPer1000
}

fragment ProvenanceFields on Provenance {
  answerId
  model {
    ref
    digest
    source
    snapshotTakenAt
  }
  calibration {
    id
    digest
  }
  features {
    digest
    encoder {
      name
      version
      digest
    }
    preprocessingDigest
    inputDigest
    origin
  }
  slide {
    id
    digest
  }
  server {
    id
    reportedVersion
  }
  computedAt
  isReused
  timings {
    loadMs
    inferMs
    totalMs
  }
}

fragment HeatMapFields on HeatMap {
  mode
  meaning
  target
  class
  tileEdgePx
  range
  imageHref
  deepZoomHref
  legendHref
  values {
    shape
    datatype
    href
  }
  coords {
    shape
    datatype
    href
  }
}
`,
};

export const EmbeddingDocument: Operation<EmbeddingQuery, EmbeddingQueryVariables> = {
  name: 'Embedding',
  text: `
query Embedding($id: ID!, $model: ModelRef!, $region: RegionInput, $features: Digest) {
  slide(id: $id) {
    ...SlideFields
    embedding(model: $model, region: $region, features: $features) {
      ...EmbeddingFields
    }
  }
}

fragment SlideFields on Slide {
  id
  digest
  name
  format
  widthPx
  heightPx
  mpp
  mppSource
  objectivePower
  sizeBytes
  stain
  organ
  specimen
  preservation
  scanner
  site
  addedAt
}

fragment EmbeddingFields on SlideEmbedding {
  dimension
  l2Normalised
  l2Norm
  spaceId
  tileCount
  region {
    x
    y
    width
    height
  }
  href
  provenance {
    ...ProvenanceFields
  }
}

fragment ProvenanceFields on Provenance {
  answerId
  model {
    ref
    digest
    source
    snapshotTakenAt
  }
  calibration {
    id
    digest
  }
  features {
    digest
    encoder {
      name
      version
      digest
    }
    preprocessingDigest
    inputDigest
    origin
  }
  slide {
    id
    digest
  }
  server {
    id
    reportedVersion
  }
  computedAt
  isReused
  timings {
    loadMs
    inferMs
    totalMs
  }
}
`,
};

export const AnswerDocument: Operation<AnswerQuery, AnswerQueryVariables> = {
  name: 'Answer',
  text: `
query Answer($id: ID!, $context: PredictionContextInput) {
  answer(id: $id) {
    id
    kind
    createdAt
    slide {
      ...SlideFields
    }
    prediction(context: $context) {
      ...PredictionFields
    }
    embedding {
      ...EmbeddingFields
    }
  }
}

fragment SlideFields on Slide {
  id
  digest
  name
  format
  widthPx
  heightPx
  mpp
  mppSource
  objectivePower
  sizeBytes
  stain
  organ
  specimen
  preservation
  scanner
  site
  addedAt
}

fragment PredictionFields on SlidePrediction {
  targets {
    ...TargetFields
  }
  tileCount
  region {
    x
    y
    width
    height
  }
  ensemble {
    combine
    members {
      model
      isUsed
    }
  }
  training {
    state
    trainedOn
    reason
  }
  domain {
    distance
    percentile
    limitPercentile
    limitDistance
    isInside
    reference
    referenceSize
  }
  heatMapModes
  provenance {
    ...ProvenanceFields
  }
}

fragment TargetFields on TargetPrediction {
  __typename
  name
  title
  meaning
  call
  reason
  ...RecordFields
  ... on BinaryCall {
    logit
    rawScore
    probability
    positiveClass
  }
  ... on ClassCall {
    isOrdinal
    topClass
    tiedClasses
    medianClass
    expectedRank
    classCount
    classes(top: 10) {
      name
      logit
      rawScore
      rawScoreOrHigher
      probability
      call
      reason
      ...RecordFields
    }
  }
  ... on ScalarEstimate {
    value
    unit
    range {
      min
      max
    }
    isInRange
  }
  ... on RiskEstimate {
    riskScore
    direction
  }
}

fragment RecordFields on CalibratedScore {
  threshold {
    ...ThresholdFields
  }
  holdsFor
  calibration {
    id
    digest
    choice
    retiredAt
  }
  predictiveValues {
    ...WorthFields
  }
  memberScores
  memberSpread
}

fragment ThresholdFields on Threshold {
  operatingPoint
  value
  scale
  comparator
  policy
  positiveWeight
  cohort
  ppa
  npa
  evidence {
    cohort
    unit
    n
    positives
    ppa {
      ...RateFields
    }
    npa {
      ...RateFields
    }
    ppv {
      ...RateFields
    }
    npv {
      ...RateFields
    }
    note
  }
  publishedRates {
    metric
    cohort
    published
    note
  }
}

fragment RateFields on Rate {
  value
  low
  high
  count
  n
}

fragment WorthFields on PredictiveValues {
  prevalence
  ppv
  ppvInterval
  npv
  npvInterval
  calledPositivePer1000
  testsAvoidedPer1000
  missedPer1000
}

fragment ProvenanceFields on Provenance {
  answerId
  model {
    ref
    digest
    source
    snapshotTakenAt
  }
  calibration {
    id
    digest
  }
  features {
    digest
    encoder {
      name
      version
      digest
    }
    preprocessingDigest
    inputDigest
    origin
  }
  slide {
    id
    digest
  }
  server {
    id
    reportedVersion
  }
  computedAt
  isReused
  timings {
    loadMs
    inferMs
    totalMs
  }
}

fragment EmbeddingFields on SlideEmbedding {
  dimension
  l2Normalised
  l2Norm
  spaceId
  tileCount
  region {
    x
    y
    width
    height
  }
  href
  provenance {
    ...ProvenanceFields
  }
}
`,
};

export const AnswerUnderDocument: Operation<AnswerUnderQuery, AnswerUnderQueryVariables> = {
  name: 'AnswerUnder',
  text: `
query AnswerUnder($id: ID!, $calibration: ID!, $target: String, $context: PredictionContextInput) {
  answer(id: $id) {
    id
    kind
    createdAt
    slide {
      ...SlideFields
    }
    under(calibration: $calibration, target: $target, context: $context) {
      ...PredictionFields
    }
  }
}

fragment SlideFields on Slide {
  id
  digest
  name
  format
  widthPx
  heightPx
  mpp
  mppSource
  objectivePower
  sizeBytes
  stain
  organ
  specimen
  preservation
  scanner
  site
  addedAt
}

fragment PredictionFields on SlidePrediction {
  targets {
    ...TargetFields
  }
  tileCount
  region {
    x
    y
    width
    height
  }
  ensemble {
    combine
    members {
      model
      isUsed
    }
  }
  training {
    state
    trainedOn
    reason
  }
  domain {
    distance
    percentile
    limitPercentile
    limitDistance
    isInside
    reference
    referenceSize
  }
  heatMapModes
  provenance {
    ...ProvenanceFields
  }
}

fragment TargetFields on TargetPrediction {
  __typename
  name
  title
  meaning
  call
  reason
  ...RecordFields
  ... on BinaryCall {
    logit
    rawScore
    probability
    positiveClass
  }
  ... on ClassCall {
    isOrdinal
    topClass
    tiedClasses
    medianClass
    expectedRank
    classCount
    classes(top: 10) {
      name
      logit
      rawScore
      rawScoreOrHigher
      probability
      call
      reason
      ...RecordFields
    }
  }
  ... on ScalarEstimate {
    value
    unit
    range {
      min
      max
    }
    isInRange
  }
  ... on RiskEstimate {
    riskScore
    direction
  }
}

fragment RecordFields on CalibratedScore {
  threshold {
    ...ThresholdFields
  }
  holdsFor
  calibration {
    id
    digest
    choice
    retiredAt
  }
  predictiveValues {
    ...WorthFields
  }
  memberScores
  memberSpread
}

fragment ThresholdFields on Threshold {
  operatingPoint
  value
  scale
  comparator
  policy
  positiveWeight
  cohort
  ppa
  npa
  evidence {
    cohort
    unit
    n
    positives
    ppa {
      ...RateFields
    }
    npa {
      ...RateFields
    }
    ppv {
      ...RateFields
    }
    npv {
      ...RateFields
    }
    note
  }
  publishedRates {
    metric
    cohort
    published
    note
  }
}

fragment RateFields on Rate {
  value
  low
  high
  count
  n
}

fragment WorthFields on PredictiveValues {
  prevalence
  ppv
  ppvInterval
  npv
  npvInterval
  calledPositivePer1000
  testsAvoidedPer1000
  missedPer1000
}

fragment ProvenanceFields on Provenance {
  answerId
  model {
    ref
    digest
    source
    snapshotTakenAt
  }
  calibration {
    id
    digest
  }
  features {
    digest
    encoder {
      name
      version
      digest
    }
    preprocessingDigest
    inputDigest
    origin
  }
  slide {
    id
    digest
  }
  server {
    id
    reportedVersion
  }
  computedAt
  isReused
  timings {
    loadMs
    inferMs
    totalMs
  }
}
`,
};

export const OperatingPointsDocument: Operation<OperatingPointsQuery, OperatingPointsQueryVariables> = {
  name: 'OperatingPoints',
  text: `
query OperatingPoints($ref: ModelRef!, $prevalence: Float!) {
  modelVersion(ref: $ref) {
    ...ModelVersionFields
    calibrations {
      id
      digest
      target
      class
      specimen
      scanner
      site
      statement
      retiredAt
      operatingPoints {
        ...ThresholdFields
        predictiveValues(prevalence: $prevalence) {
          ...WorthFields
        }
      }
    }
  }
}

fragment ModelVersionFields on ModelVersion {
  ref
  source
  name
  version
  digest
  aliases
  title
  task
  level
  isReady
  registeredAt
}

fragment ThresholdFields on Threshold {
  operatingPoint
  value
  scale
  comparator
  policy
  positiveWeight
  cohort
  ppa
  npa
  evidence {
    cohort
    unit
    n
    positives
    ppa {
      ...RateFields
    }
    npa {
      ...RateFields
    }
    ppv {
      ...RateFields
    }
    npv {
      ...RateFields
    }
    note
  }
  publishedRates {
    metric
    cohort
    published
    note
  }
}

fragment RateFields on Rate {
  value
  low
  high
  count
  n
}

fragment WorthFields on PredictiveValues {
  prevalence
  ppv
  ppvInterval
  npv
  npvInterval
  calledPositivePer1000
  testsAvoidedPer1000
  missedPer1000
}
`,
};

export const RegistryWriteFieldsText = `
fragment RegistryWriteFields on RegistryWriteResult {
  outcome
  isInService
  notices
  changes {
    subject
    before
    after
  }
  write {
    id
    kind
    source
    name
    version
    subject
    digest
    writtenBy
    writtenAt
  }
}
`;

export const AddCalibrationDocument: Operation<AddCalibrationMutation, AddCalibrationMutationVariables> = {
  name: 'AddCalibration',
  text: `
mutation AddCalibration($model: ModelRef!, $record: JSON!, $dryRun: Boolean!) {
  addCalibration(model: $model, record: $record, dryRun: $dryRun) {
    ...RegistryWriteFields
  }
}

fragment RegistryWriteFields on RegistryWriteResult {
  outcome
  isInService
  notices
  changes {
    subject
    before
    after
  }
  write {
    id
    kind
    source
    name
    version
    subject
    digest
    writtenBy
    writtenAt
  }
}
`,
};

export const RetireCalibrationDocument: Operation<RetireCalibrationMutation, RetireCalibrationMutationVariables> = {
  name: 'RetireCalibration',
  text: `
mutation RetireCalibration($model: ModelRef!, $id: ID!, $reason: String!, $dryRun: Boolean!) {
  retireCalibration(model: $model, id: $id, reason: $reason, dryRun: $dryRun) {
    ...RegistryWriteFields
  }
}

fragment RegistryWriteFields on RegistryWriteResult {
  outcome
  isInService
  notices
  changes {
    subject
    before
    after
  }
  write {
    id
    kind
    source
    name
    version
    subject
    digest
    writtenBy
    writtenAt
  }
}
`,
};

export const SetAliasDocument: Operation<SetAliasMutation, SetAliasMutationVariables> = {
  name: 'SetAlias',
  text: `
mutation SetAlias($model: String!, $alias: String!, $version: String!, $expectedVersion: String, $dryRun: Boolean!) {
  setAlias(
    model: $model
    alias: $alias
    version: $version
    expectedVersion: $expectedVersion
    dryRun: $dryRun
  ) {
    ...RegistryWriteFields
  }
}

fragment RegistryWriteFields on RegistryWriteResult {
  outcome
  isInService
  notices
  changes {
    subject
    before
    after
  }
  write {
    id
    kind
    source
    name
    version
    subject
    digest
    writtenBy
    writtenAt
  }
}
`,
};

export const RemoveAliasDocument: Operation<RemoveAliasMutation, RemoveAliasMutationVariables> = {
  name: 'RemoveAlias',
  text: `
mutation RemoveAlias($model: String!, $alias: String!, $expectedVersion: String!, $dryRun: Boolean!) {
  removeAlias(
    model: $model
    alias: $alias
    expectedVersion: $expectedVersion
    dryRun: $dryRun
  ) {
    ...RegistryWriteFields
  }
}

fragment RegistryWriteFields on RegistryWriteResult {
  outcome
  isInService
  notices
  changes {
    subject
    before
    after
  }
  write {
    id
    kind
    source
    name
    version
    subject
    digest
    writtenBy
    writtenAt
  }
}
`,
};

export const ApproveAliasChangeDocument: Operation<ApproveAliasChangeMutation, ApproveAliasChangeMutationVariables> = {
  name: 'ApproveAliasChange',
  text: `
mutation ApproveAliasChange($id: ID!, $dryRun: Boolean!) {
  approveAliasChange(id: $id, dryRun: $dryRun) {
    ...RegistryWriteFields
  }
}

fragment RegistryWriteFields on RegistryWriteResult {
  outcome
  isInService
  notices
  changes {
    subject
    before
    after
  }
  write {
    id
    kind
    source
    name
    version
    subject
    digest
    writtenBy
    writtenAt
  }
}
`,
};

export const ModelAliasesDocument: Operation<ModelAliasesQuery, ModelAliasesQueryVariables> = {
  name: 'ModelAliases',
  text: `
query ModelAliases($first: Int! = 100, $after: String) {
  registeredModels(first: $first, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      source
      name
      aliases {
        alias
        version
        sourceVersion
        movedBy
        movedAt
      }
      aliasProposals {
        id
        alias
        version
        before
        proposedBy
        proposedAt
      }
    }
  }
}
`,
};

export const RegisterModelVersionDocument: Operation<RegisterModelVersionMutation, RegisterModelVersionMutationVariables> = {
  name: 'RegisterModelVersion',
  text: `
mutation RegisterModelVersion($directory: String!, $source: String, $expectedVersion: String, $dryRun: Boolean!) {
  registerModelVersion(
    directory: $directory
    source: $source
    expectedVersion: $expectedVersion
    dryRun: $dryRun
  ) {
    ...JobFields
  }
}

fragment JobFields on Job {
  id
  kind
  state
  stage
  done
  total
  error {
    code
    message
    retryable
    facts
  }
  createdAt
  startedAt
  finishedAt
}
`,
};

export const SetModelTagDocument: Operation<SetModelTagMutation, SetModelTagMutationVariables> = {
  name: 'SetModelTag',
  text: `
mutation SetModelTag($model: String!, $key: String!, $value: String, $dryRun: Boolean!) {
  setModelTag(model: $model, key: $key, value: $value, dryRun: $dryRun) {
    ...RegistryWriteFields
  }
}

fragment RegistryWriteFields on RegistryWriteResult {
  outcome
  isInService
  notices
  changes {
    subject
    before
    after
  }
  write {
    id
    kind
    source
    name
    version
    subject
    digest
    writtenBy
    writtenAt
  }
}
`,
};

export const SetModelDescriptionDocument: Operation<SetModelDescriptionMutation, SetModelDescriptionMutationVariables> = {
  name: 'SetModelDescription',
  text: `
mutation SetModelDescription($model: String!, $description: String, $dryRun: Boolean!) {
  setModelDescription(model: $model, description: $description, dryRun: $dryRun) {
    ...RegistryWriteFields
  }
}

fragment RegistryWriteFields on RegistryWriteResult {
  outcome
  isInService
  notices
  changes {
    subject
    before
    after
  }
  write {
    id
    kind
    source
    name
    version
    subject
    digest
    writtenBy
    writtenAt
  }
}
`,
};

export const AddSlideDocument: Operation<AddSlideMutation, AddSlideMutationVariables> = {
  name: 'AddSlide',
  text: `
mutation AddSlide($input: AddSlideInput!) {
  addSlide(input: $input) {
    ...SlideFields
  }
}

fragment SlideFields on Slide {
  id
  digest
  name
  format
  widthPx
  heightPx
  mpp
  mppSource
  objectivePower
  sizeBytes
  stain
  organ
  specimen
  preservation
  scanner
  site
  addedAt
}
`,
};

export const SlidesDocument: Operation<SlidesQuery, SlidesQueryVariables> = {
  name: 'Slides',
  text: `
query Slides($first: Int! = 20, $after: String) {
  slideCatalog(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...SlideFields
    }
  }
}

fragment SlideFields on Slide {
  id
  digest
  name
  format
  widthPx
  heightPx
  mpp
  mppSource
  objectivePower
  sizeBytes
  stain
  organ
  specimen
  preservation
  scanner
  site
  addedAt
}
`,
};

export const SlideDocument: Operation<SlideQuery, SlideQueryVariables> = {
  name: 'Slide',
  text: `
query Slide($id: ID!) {
  slide(id: $id) {
    ...SlideFields
    levels {
      widthPx
      heightPx
      downsample
    }
    thumbnailHref
    featureBags {
      ...FeatureBagFields
    }
  }
}

fragment SlideFields on Slide {
  id
  digest
  name
  format
  widthPx
  heightPx
  mpp
  mppSource
  objectivePower
  sizeBytes
  stain
  organ
  specimen
  preservation
  scanner
  site
  addedAt
}

fragment FeatureBagFields on FeatureBag {
  digest
  origin
  encoder {
    name
    version
    digest
  }
  preprocessingDigest
  tileCount
  dimension
  tileEdgePx
  mpp
  tileSizePx
  featuresHref
  coordsHref
  createdAt
}
`,
};

export const SpatialMapFieldsText = `
fragment SpatialMapFields on SpatialMap {
  digest
  kind
  model
  mode
  unit
  tileCount
  valuedTileCount
  layerCount
}
`;

export const MeasuredGeneFieldsText = `
fragment MeasuredGeneFields on MeasuredGene {
  name
  reliable
  evidence {
    r
  }
  pearson {
    value
    lower
    upper
  }
  spearman {
    value
  }
  n
}
`;

export const SpatialLayersDocument: Operation<SpatialLayersQuery, SpatialLayersQueryVariables> = {
  name: 'SpatialLayers',
  text: `
query SpatialLayers($id: ID!, $model: ModelRef!, $names: [String!]!, $scale: SpatialScale!) {
  slide(id: $id) {
    spatialMap(model: $model) {
      ...SpatialMapFields
      h5adHref(names: $names, scale: $scale)
      geoJsonHref(names: $names, scale: $scale)
      values(names: $names, scale: $scale) {
        href
      }
      layers(names: $names) {
        asked
        layer {
          name
          reliable
          range
          imageHref(scale: $scale)
        }
      }
    }
  }
}

fragment SpatialMapFields on SpatialMap {
  digest
  kind
  model
  mode
  unit
  tileCount
  valuedTileCount
  layerCount
}
`,
};

export const SpatialMapFileDocument: Operation<SpatialMapFileQuery, SpatialMapFileQueryVariables> = {
  name: 'SpatialMapFile',
  text: `
query SpatialMapFile($id: ID!, $model: ModelRef!, $scale: SpatialScale!) {
  slide(id: $id) {
    spatialMap(model: $model) {
      ...SpatialMapFields
      h5adHref(scale: $scale)
      href
    }
  }
}

fragment SpatialMapFields on SpatialMap {
  digest
  kind
  model
  mode
  unit
  tileCount
  valuedTileCount
  layerCount
}
`,
};

export const PrepareSpatialMapDocument: Operation<PrepareSpatialMapMutation, PrepareSpatialMapMutationVariables> = {
  name: 'PrepareSpatialMap',
  text: `
mutation PrepareSpatialMap($input: PrepareSpatialMapInput!) {
  prepareSpatialMap(input: $input) {
    id
  }
}
`,
};

export const AddSpatialMeasurementDocument: Operation<AddSpatialMeasurementMutation, AddSpatialMeasurementMutationVariables> = {
  name: 'AddSpatialMeasurement',
  text: `
mutation AddSpatialMeasurement($input: AddSpatialMeasurementInput!) {
  addSpatialMeasurement(input: $input) {
    id
  }
}
`,
};

export const SpatialComparisonDocument: Operation<SpatialComparisonQuery, SpatialComparisonQueryVariables> = {
  name: 'SpatialComparison',
  text: `
query SpatialComparison($id: ID!, $model: ModelRef!, $measurement: ID!, $match: SpotMatch!, $thinning: SpotThinningInput, $first: Int!) {
  slide(id: $id) {
    spatialMap(model: $model) {
      ...SpatialMapFields
      comparison(measurement: $measurement, match: $match, thinning: $thinning) {
        match
        depth
        seed
        spotCount
        matchedCount
        n
        predictedUnit
        measuredUnit
        isSameScale
        notices
        geneCount
        reliable {
          geneCount
          medianR
          aboveZero
          intervalAboveZero
        }
        others {
          geneCount
          medianR
          aboveZero
          intervalAboveZero
        }
        page(first: $first, by: RELIABILITY) {
          nodes {
            ...MeasuredGeneFields
          }
        }
      }
    }
  }
}

fragment SpatialMapFields on SpatialMap {
  digest
  kind
  model
  mode
  unit
  tileCount
  valuedTileCount
  layerCount
}

fragment MeasuredGeneFields on MeasuredGene {
  name
  reliable
  evidence {
    r
  }
  pearson {
    value
    lower
    upper
  }
  spearman {
    value
  }
  n
}
`,
};
