import type { Json, JsonObject } from '#libs/database';

/** How well a graph finds the ten nearest, with so many candidates. */
export interface MeasuredRecall {
  readonly efSearch: number;
  readonly recallAt10: number;
}

/** What is known of a graph. */
export interface GraphFigures {
  /** The fewest candidates with which enough were found, or the most that were tried. */
  readonly efSearch: number;
  readonly measured: readonly (MeasuredRecall & JsonObject)[];
}

/** The figures as they lie in the generation's row. */
export function graphFiguresOf(graph: Json): GraphFigures | null {
  const isMeasured = typeof graph === 'object' && graph !== null && 'measured' in graph;
  return isMeasured ? (graph as unknown as GraphFigures) : null;
}

/** What was measured with as many candidates or fewer: the walk finds no less with more. */
export function recallOf({ measured }: GraphFigures, efSearch: number): number | null {
  return measured.filter((one) => one.efSearch <= efSearch).at(-1)?.recallAt10 ?? null;
}
