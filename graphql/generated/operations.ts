// Generated from graphql/operations by `npm run codegen`. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

/** Kinds of answers. */
export type AnswerKind =
  /** A slide embedding. */
  | 'SLIDE_EMBEDDING'
  /** A slide-level prediction. */
  | 'SLIDE_PREDICTION'
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

/** An encoder, or one version of it. */
export type ExtractorFilterInput = {
  /** The encoder's name. */
  readonly model: string;
  /** Its version. Left out, any. */
  readonly version?: string | null | undefined;
};

/** How a bag came to be. */
export type FeatureOrigin =
  /** From a feature file made elsewhere. */
  | 'IMPORTED'
  /** By this gateway, from pixels. */
  | 'PREPARED';

/** What gene identifiers are. The words are those of a model card's vocabulary. */
export type GeneNamespace =
  /** Ensembl gene ids without a version: ENSG and 11 digits. */
  | 'ENSG'
  /** Symbols that HGNC has approved, now or once. Their form is checked, not whether they are. */
  | 'HGNC'
  /** The same, and Ensembl's own names of clones (AC000068.1) and RNA families (Y_RNA). */
  | 'HGNC_AND_CLONES';

/** Maps over a slide. Each is labelled with its method, and none is an explanation. */
export type HeatMapMode =
  /** Attention rollout (Abnar and Zuidema 2020) from the model's graph: sums to one over the tiles. */
  | 'ATTENTION_ROLLOUT'
  /** Attention times tile score, tile by tile. */
  | 'PRODUCT'
  /** The classifier on each tile alone: sigmoid of its logit. An unusual input for the model; these are not probabilities that average to the slide's. */
  | 'TILE_CLASS';

/** A feature file, and what must be known about it. A value that the file states itself may be left out here. */
export type ImportFeaturesInput = {
  /** For `.npy` features: a second `.npy` with the coordinates `[tiles, 2]`. */
  readonly coordsPath?: string | null | undefined;
  /** Unit of the coordinates. */
  readonly coordsUnit?: CoordsUnit | null | undefined;
  /** The encoder version that made them. A file never proves it, so it is always demanded. */
  readonly encoder: string;
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

/** A gene-set collection, as `text` or as a file (`path`): one of the two. */
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
  /** Which release of it this is: at most 100 characters. */
  readonly version: string;
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
  readonly operatingPoint?: string | null | undefined;
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

/** How tissue was preserved. */
export type Preservation =
  /** Formalin-fixed, paraffin-embedded. */
  | 'FFPE'
  /** Frozen section. */
  | 'FROZEN';

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

/** Slide file formats that can be read. */
export type SlideFormat =
  /** Aperio SVS with JPEG tiles. */
  | 'APERIO_SVS'
  /** Tiled pyramidal TIFF with JPEG tiles. */
  | 'TIFF_PYRAMID';

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

/** What runs an ONNX file in a Triton. */
export type TritonBackend =
  /** Triton's own ONNX Runtime backend, as its containers have it. */
  | 'ONNXRUNTIME'
  /** ONNX Runtime in Triton's Python backend, as for the Triton of the Python wheel. */
  | 'PYTHON';

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly id: string, readonly tenant: string, readonly roles: ReadonlyArray<Role> } };

export type DemoSideBySideQueryVariables = Exact<{
  slide: string;
  region: RegionInput;
}>;


export type DemoSideBySideQuery = { readonly slide: { readonly id: string, readonly digest: string, readonly name: string | null, readonly format: SlideFormat, readonly widthPx: number, readonly heightPx: number, readonly mpp: number | null, readonly mppSource: MppSource | null, readonly objectivePower: number | null, readonly sizeBytes: number, readonly stain: Stain | null, readonly organ: string | null, readonly specimen: Specimen | null, readonly preservation: Preservation | null, readonly scanner: string | null, readonly site: string | null, readonly addedAt: string, readonly champion: { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly targets: ReadonlyArray<{ readonly __typename: 'BinaryCall', readonly logit: number, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly holdsFor: string | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }>, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null, readonly challenger: { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly heatMap: { readonly mode: HeatMapMode, readonly meaning: string, readonly tileEdgePx: number, readonly range: ReadonlyArray<number>, readonly imageHref: string, readonly values: { readonly shape: ReadonlyArray<number>, readonly datatype: string, readonly href: string }, readonly coords: { readonly shape: ReadonlyArray<number>, readonly datatype: string, readonly href: string } } | null, readonly targets: ReadonlyArray<{ readonly __typename: 'BinaryCall', readonly logit: number, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly holdsFor: string | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }>, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null, readonly championInRegion: { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly targets: ReadonlyArray<{ readonly __typename: 'BinaryCall', readonly logit: number, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly holdsFor: string | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }>, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null, readonly challengerInRegion: { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly targets: ReadonlyArray<{ readonly __typename: 'BinaryCall', readonly logit: number, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly holdsFor: string | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }>, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null, readonly embedding: { readonly dimension: number, readonly l2Normalised: boolean, readonly l2Norm: number, readonly spaceId: string, readonly tileCount: number, readonly href: string, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null } | null };

export type DemoOutOfDomainQueryVariables = Exact<{
  slide: string;
}>;


export type DemoOutOfDomainQuery = { readonly slide: { readonly id: string, readonly digest: string, readonly name: string | null, readonly format: SlideFormat, readonly widthPx: number, readonly heightPx: number, readonly mpp: number | null, readonly mppSource: MppSource | null, readonly objectivePower: number | null, readonly sizeBytes: number, readonly stain: Stain | null, readonly organ: string | null, readonly specimen: Specimen | null, readonly preservation: Preservation | null, readonly scanner: string | null, readonly site: string | null, readonly addedAt: string, readonly champion: { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly targets: ReadonlyArray<{ readonly __typename: 'BinaryCall', readonly logit: number, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly holdsFor: string | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }>, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null, readonly challenger: { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly targets: ReadonlyArray<{ readonly __typename: 'BinaryCall', readonly logit: number, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly holdsFor: string | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }>, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null } | null };

export type DemoEvaluationsQueryVariables = Exact<{ [key: string]: never; }>;


export type DemoEvaluationsQuery = { readonly champion: { readonly trainedOn: string, readonly ref: string, readonly source: string, readonly name: string, readonly version: string, readonly digest: string, readonly aliases: ReadonlyArray<string>, readonly title: string, readonly task: TaskKind, readonly level: Level, readonly isReady: boolean, readonly registeredAt: string, readonly intendedUse: { readonly statement: string, readonly limitations: ReadonlyArray<string>, readonly medicalUse: boolean }, readonly evaluation: ReadonlyArray<{ readonly protocol: string, readonly cohort: string, readonly metric: string, readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly n: number | null, readonly unit: string, readonly note: string | null }> } | null, readonly challenger: { readonly trainedOn: string, readonly ref: string, readonly source: string, readonly name: string, readonly version: string, readonly digest: string, readonly aliases: ReadonlyArray<string>, readonly title: string, readonly task: TaskKind, readonly level: Level, readonly isReady: boolean, readonly registeredAt: string, readonly intendedUse: { readonly statement: string, readonly limitations: ReadonlyArray<string>, readonly medicalUse: boolean }, readonly evaluation: ReadonlyArray<{ readonly protocol: string, readonly cohort: string, readonly metric: string, readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly n: number | null, readonly unit: string, readonly note: string | null }> } | null };

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

export type ThresholdFieldsFragment = { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> };

export type TargetFieldsFragment = { readonly __typename: 'BinaryCall', readonly logit: number, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly holdsFor: string | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null };

export type ProvenanceFieldsFragment = { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } };

export type PredictionFieldsFragment = { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly targets: ReadonlyArray<{ readonly __typename: 'BinaryCall', readonly logit: number, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly holdsFor: string | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }>, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } };

export type HeatMapFieldsFragment = { readonly mode: HeatMapMode, readonly meaning: string, readonly tileEdgePx: number, readonly range: ReadonlyArray<number>, readonly imageHref: string, readonly values: { readonly shape: ReadonlyArray<number>, readonly datatype: string, readonly href: string }, readonly coords: { readonly shape: ReadonlyArray<number>, readonly datatype: string, readonly href: string } };

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


export type JobQuery = { readonly job: { readonly id: string, readonly kind: JobKind, readonly state: JobState, readonly stage: string | null, readonly done: number, readonly total: number | null, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly featureBag: { readonly digest: string, readonly origin: FeatureOrigin, readonly preprocessingDigest: string, readonly tileCount: number, readonly dimension: number, readonly tileEdgePx: number, readonly mpp: number, readonly tileSizePx: number, readonly featuresHref: string, readonly coordsHref: string, readonly createdAt: string, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } } | null, readonly registration: { readonly outcome: RegistryWriteOutcome, readonly isInService: boolean, readonly notices: ReadonlyArray<string>, readonly changes: ReadonlyArray<{ readonly subject: string, readonly before: unknown, readonly after: unknown }>, readonly write: { readonly id: string, readonly kind: RegistryWriteKind, readonly source: string, readonly name: string, readonly version: string | null, readonly subject: string, readonly digest: string, readonly writtenBy: string, readonly writtenAt: string } | null } | null, readonly error: { readonly code: string, readonly message: string, readonly retryable: boolean, readonly facts: unknown } | null } | null };

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


export type ModelVersionQuery = { readonly modelVersion: { readonly description: string, readonly trainedOn: string, readonly notes: ReadonlyArray<string>, readonly ref: string, readonly source: string, readonly name: string, readonly version: string, readonly digest: string, readonly aliases: ReadonlyArray<string>, readonly title: string, readonly task: TaskKind, readonly level: Level, readonly isReady: boolean, readonly registeredAt: string, readonly intendedUse: { readonly statement: string, readonly organs: ReadonlyArray<string>, readonly stains: ReadonlyArray<Stain>, readonly specimens: ReadonlyArray<Specimen>, readonly preservation: ReadonlyArray<Preservation>, readonly scanners: ReadonlyArray<string>, readonly limitations: ReadonlyArray<string>, readonly medicalUse: boolean }, readonly licence: { readonly spdxOrName: string, readonly nonCommercial: boolean, readonly gated: boolean, readonly derivativeOutputs: boolean, readonly inheritedFrom: string, readonly referenceSet: string | null, readonly unknownParts: ReadonlyArray<string>, readonly access: LicenceAccess, readonly terms: ReadonlyArray<{ readonly model: string, readonly referenceSet: string | null, readonly spdxOrName: string, readonly url: string | null, readonly attribution: string | null, readonly acceptedAt: string | null }> }, readonly extractor: { readonly model: string, readonly version: string, readonly digest: string, readonly outputVariant: string, readonly l2Normalised: boolean, readonly dimension: number, readonly tileSizePx: number, readonly mpp: number } | null, readonly calibrations: ReadonlyArray<{ readonly id: string, readonly digest: string, readonly target: string, readonly statement: string, readonly method: string, readonly specimen: Specimen | null, readonly scanner: string | null, readonly site: string | null, readonly addedBy: string | null, readonly addedAt: string | null, readonly retiredAt: string | null, readonly retiredBy: string | null, readonly retiredReason: string | null, readonly operatingPoints: ReadonlyArray<{ readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> }> }>, readonly evaluation: ReadonlyArray<{ readonly protocol: string, readonly cohort: string, readonly metric: string, readonly value: number, readonly interval: ReadonlyArray<number> | null, readonly n: number | null, readonly unit: string, readonly note: string | null }>, readonly basedOn: ReadonlyArray<{ readonly role: LineageRole, readonly name: string, readonly version: string, readonly modelVersion: { readonly ref: string } | null }>, readonly usedBy: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly role: LineageRole, readonly modelVersion: { readonly ref: string } }> }, readonly sameAs: ReadonlyArray<{ readonly ref: string }> } | null };

export type ModelVersionChangesQueryVariables = Exact<{
  from: string;
  to: string;
  groups?: ReadonlyArray<string> | string | null | undefined;
}>;


export type ModelVersionChangesQuery = { readonly modelVersionChanges: { readonly isSame: boolean, readonly licenceChanges: ReadonlyArray<string>, readonly cardChangeCount: number, readonly thresholdChangeCount: number, readonly tensorChangeCount: number, readonly from: { readonly ref: string, readonly digest: string, readonly licence: { readonly spdxOrName: string, readonly nonCommercial: boolean, readonly gated: boolean, readonly derivativeOutputs: boolean, readonly inheritedFrom: string, readonly referenceSet: string | null, readonly unknownParts: ReadonlyArray<string>, readonly access: LicenceAccess, readonly terms: ReadonlyArray<{ readonly model: string, readonly referenceSet: string | null, readonly spdxOrName: string, readonly url: string | null, readonly attribution: string | null, readonly acceptedAt: string | null }> } }, readonly to: { readonly ref: string, readonly digest: string, readonly licence: { readonly spdxOrName: string, readonly nonCommercial: boolean, readonly gated: boolean, readonly derivativeOutputs: boolean, readonly inheritedFrom: string, readonly referenceSet: string | null, readonly unknownParts: ReadonlyArray<string>, readonly access: LicenceAccess, readonly terms: ReadonlyArray<{ readonly model: string, readonly referenceSet: string | null, readonly spdxOrName: string, readonly url: string | null, readonly attribution: string | null, readonly acceptedAt: string | null }> } }, readonly cardChanges: ReadonlyArray<{ readonly pointer: string, readonly group: string, readonly kind: ChangeKind, readonly from: unknown, readonly to: unknown, readonly isCut: boolean }>, readonly thresholdChanges: ReadonlyArray<{ readonly target: string, readonly specimen: Specimen | null, readonly scanner: string | null, readonly site: string | null, readonly operatingPoint: string, readonly kind: ChangeKind, readonly changed: ReadonlyArray<string>, readonly fromRecord: string | null, readonly toRecord: string | null, readonly difference: number | null, readonly from: { readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator } | null, readonly to: { readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator } | null }>, readonly tensorChanges: ReadonlyArray<{ readonly direction: TensorDirection, readonly name: string, readonly kind: ChangeKind, readonly from: { readonly datatype: string, readonly shape: ReadonlyArray<number>, readonly axes: ReadonlyArray<string> } | null, readonly to: { readonly datatype: string, readonly shape: ReadonlyArray<number>, readonly axes: ReadonlyArray<string> } | null }> } };

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

export type PredictQueryVariables = Exact<{
  id: string;
  model: string;
  region?: RegionInput | null | undefined;
  features?: string | null | undefined;
  context?: PredictionContextInput | null | undefined;
}>;


export type PredictQuery = { readonly slide: { readonly id: string, readonly digest: string, readonly name: string | null, readonly format: SlideFormat, readonly widthPx: number, readonly heightPx: number, readonly mpp: number | null, readonly mppSource: MppSource | null, readonly objectivePower: number | null, readonly sizeBytes: number, readonly stain: Stain | null, readonly organ: string | null, readonly specimen: Specimen | null, readonly preservation: Preservation | null, readonly scanner: string | null, readonly site: string | null, readonly addedAt: string, readonly prediction: { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly targets: ReadonlyArray<{ readonly __typename: 'BinaryCall', readonly logit: number, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly holdsFor: string | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }>, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null } | null };

export type PredictWithHeatMapQueryVariables = Exact<{
  id: string;
  model: string;
  mode: HeatMapMode;
  region?: RegionInput | null | undefined;
  features?: string | null | undefined;
  context?: PredictionContextInput | null | undefined;
}>;


export type PredictWithHeatMapQuery = { readonly slide: { readonly id: string, readonly digest: string, readonly name: string | null, readonly format: SlideFormat, readonly widthPx: number, readonly heightPx: number, readonly mpp: number | null, readonly mppSource: MppSource | null, readonly objectivePower: number | null, readonly sizeBytes: number, readonly stain: Stain | null, readonly organ: string | null, readonly specimen: Specimen | null, readonly preservation: Preservation | null, readonly scanner: string | null, readonly site: string | null, readonly addedAt: string, readonly prediction: { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly heatMap: { readonly mode: HeatMapMode, readonly meaning: string, readonly tileEdgePx: number, readonly range: ReadonlyArray<number>, readonly imageHref: string, readonly values: { readonly shape: ReadonlyArray<number>, readonly datatype: string, readonly href: string }, readonly coords: { readonly shape: ReadonlyArray<number>, readonly datatype: string, readonly href: string } } | null, readonly targets: ReadonlyArray<{ readonly __typename: 'BinaryCall', readonly logit: number, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly holdsFor: string | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }>, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null } | null };

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


export type AnswerQuery = { readonly answer: { readonly id: string, readonly kind: AnswerKind, readonly createdAt: string, readonly slide: { readonly id: string, readonly digest: string, readonly name: string | null, readonly format: SlideFormat, readonly widthPx: number, readonly heightPx: number, readonly mpp: number | null, readonly mppSource: MppSource | null, readonly objectivePower: number | null, readonly sizeBytes: number, readonly stain: Stain | null, readonly organ: string | null, readonly specimen: Specimen | null, readonly preservation: Preservation | null, readonly scanner: string | null, readonly site: string | null, readonly addedAt: string } | null, readonly prediction: { readonly tileCount: number, readonly heatMapModes: ReadonlyArray<HeatMapMode>, readonly targets: ReadonlyArray<{ readonly __typename: 'BinaryCall', readonly logit: number, readonly rawScore: number, readonly probability: number | null, readonly positiveClass: string, readonly holdsFor: string | null, readonly name: string, readonly title: string, readonly meaning: string, readonly call: Call, readonly reason: string, readonly threshold: { readonly operatingPoint: string, readonly value: number, readonly scale: ThresholdScale, readonly comparator: Comparator, readonly policy: ThresholdPolicy, readonly cohort: string | null, readonly ppa: number | null, readonly npa: number | null, readonly evidence: ReadonlyArray<{ readonly cohort: string, readonly unit: string, readonly n: number, readonly positives: number, readonly note: string | null, readonly ppa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npa: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly ppv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null, readonly npv: { readonly value: number, readonly low: number, readonly high: number, readonly count: number, readonly n: number } | null }>, readonly publishedRates: ReadonlyArray<{ readonly metric: PublishedMetric, readonly cohort: string, readonly published: string, readonly note: string | null }> } | null, readonly predictiveValues: { readonly prevalence: number, readonly ppv: number | null, readonly ppvInterval: ReadonlyArray<number> | null, readonly npv: number | null, readonly npvInterval: ReadonlyArray<number> | null, readonly calledPositivePer1000: number, readonly testsAvoidedPer1000: number, readonly missedPer1000: number } | null }>, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly domain: { readonly distance: number, readonly percentile: number, readonly limitPercentile: number, readonly limitDistance: number, readonly isInside: boolean, readonly reference: string, readonly referenceSize: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null, readonly embedding: { readonly dimension: number, readonly l2Normalised: boolean, readonly l2Norm: number, readonly spaceId: string, readonly tileCount: number, readonly href: string, readonly region: { readonly x: number, readonly y: number, readonly width: number, readonly height: number } | null, readonly provenance: { readonly answerId: string, readonly computedAt: string, readonly isReused: boolean, readonly model: { readonly ref: string, readonly digest: string, readonly source: string, readonly snapshotTakenAt: string }, readonly calibration: { readonly id: string, readonly digest: string } | null, readonly features: { readonly digest: string, readonly preprocessingDigest: string, readonly inputDigest: string, readonly origin: FeatureOrigin, readonly encoder: { readonly name: string, readonly version: string, readonly digest: string } }, readonly slide: { readonly id: string, readonly digest: string }, readonly server: { readonly id: string, readonly reportedVersion: string | null }, readonly timings: { readonly loadMs: number, readonly inferMs: number, readonly totalMs: number } } } | null } | null };

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
  ... on BinaryCall {
    logit
    rawScore
    probability
    positiveClass
    threshold {
      ...ThresholdFields
    }
    holdsFor
    predictiveValues {
      prevalence
      ppv
      ppvInterval
      npv
      npvInterval
      calledPositivePer1000
      testsAvoidedPer1000
      missedPer1000
    }
  }
}

fragment ThresholdFields on Threshold {
  operatingPoint
  value
  scale
  comparator
  policy
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
  tileEdgePx
  range
  imageHref
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
  ... on BinaryCall {
    logit
    rawScore
    probability
    positiveClass
    threshold {
      ...ThresholdFields
    }
    holdsFor
    predictiveValues {
      prevalence
      ppv
      ppvInterval
      npv
      npvInterval
      calledPositivePer1000
      testsAvoidedPer1000
      missedPer1000
    }
  }
}

fragment ThresholdFields on Threshold {
  operatingPoint
  value
  scale
  comparator
  policy
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
  ... on BinaryCall {
    logit
    rawScore
    probability
    positiveClass
    threshold {
      ...ThresholdFields
    }
    holdsFor
    predictiveValues {
      prevalence
      ppv
      ppvInterval
      npv
      npvInterval
      calledPositivePer1000
      testsAvoidedPer1000
      missedPer1000
    }
  }
}

fragment ThresholdFields on Threshold {
  operatingPoint
  value
  scale
  comparator
  policy
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
  ... on BinaryCall {
    logit
    rawScore
    probability
    positiveClass
    threshold {
      ...ThresholdFields
    }
    holdsFor
    predictiveValues {
      prevalence
      ppv
      ppvInterval
      npv
      npvInterval
      calledPositivePer1000
      testsAvoidedPer1000
      missedPer1000
    }
  }
}

fragment ThresholdFields on Threshold {
  operatingPoint
  value
  scale
  comparator
  policy
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
  tileEdgePx
  range
  imageHref
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
  ... on BinaryCall {
    logit
    rawScore
    probability
    positiveClass
    threshold {
      ...ThresholdFields
    }
    holdsFor
    predictiveValues {
      prevalence
      ppv
      ppvInterval
      npv
      npvInterval
      calledPositivePer1000
      testsAvoidedPer1000
      missedPer1000
    }
  }
}

fragment ThresholdFields on Threshold {
  operatingPoint
  value
  scale
  comparator
  policy
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
  ... on BinaryCall {
    logit
    rawScore
    probability
    positiveClass
    threshold {
      ...ThresholdFields
    }
    holdsFor
    predictiveValues {
      prevalence
      ppv
      ppvInterval
      npv
      npvInterval
      calledPositivePer1000
      testsAvoidedPer1000
      missedPer1000
    }
  }
}

fragment ThresholdFields on Threshold {
  operatingPoint
  value
  scale
  comparator
  policy
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
  tileEdgePx
  range
  imageHref
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
  ... on BinaryCall {
    logit
    rawScore
    probability
    positiveClass
    threshold {
      ...ThresholdFields
    }
    holdsFor
    predictiveValues {
      prevalence
      ppv
      ppvInterval
      npv
      npvInterval
      calledPositivePer1000
      testsAvoidedPer1000
      missedPer1000
    }
  }
}

fragment ThresholdFields on Threshold {
  operatingPoint
  value
  scale
  comparator
  policy
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
