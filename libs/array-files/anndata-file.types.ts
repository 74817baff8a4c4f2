/** A named column of a table of observations or variables. */
export interface AnnDataColumn {
  readonly name: string;
  readonly values: readonly string[] | Float64Array | Int32Array;
}

/** Observations, or variables: their names, each once, and what else is known of them. */
export interface AnnDataAxis {
  readonly index: readonly string[];
  readonly columns: readonly AnnDataColumn[];
}

/** Unstructured facts: names without `/`. */
export interface AnnDataFacts {
  readonly [name: string]: string | number | AnnDataFacts;
}

/** What an AnnData file of places holds. */
export interface AnnDataContent {
  /** `[variables, observations]`, row-major: the file has it the other way round. */
  readonly layers: Float32Array;
  readonly obs: AnnDataAxis;
  readonly var: AnnDataAxis;
  /** `obsm/spatial`: x and y of each observation. */
  readonly spatial: Float64Array;
  readonly uns: AnnDataFacts;
}

/** What the worker is told. */
export interface AnnDataTask {
  readonly path: string;
  readonly content: AnnDataContent;
}
