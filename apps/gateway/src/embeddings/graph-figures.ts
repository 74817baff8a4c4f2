import type { Json, JsonObject } from '#libs/database';

/** How well a graph finds the ten nearest, with so many candidates. */
export interface MeasuredRecall {
  readonly efSearch: number;
  readonly recallAt10: number;
}

/** What is known of a graph. */
export interface GraphFigures {
  /** The fewest candidates with which enough were found; null where no number that was tried finds enough, and every vector is looked at. */
  readonly efSearch: number | null;
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

/** The least share of the ten nearest that a graph may find and still be walked. */
export const LEAST_RECALL = 0.95;
/** What is looked for first, for what is measured is a sample: other vectors may fare a little worse. */
const SAFE_RECALL = 0.98;

/** The fewest candidates with which the measured recall is safely enough, else those with which it just is; null where it never is. */
export function efSearchOf(measured: readonly MeasuredRecall[]): number | null {
  const fewest = (least: number) => measured.find(({ recallAt10 }) => recallAt10 >= least)?.efSearch;
  return fewest(SAFE_RECALL) ?? fewest(LEAST_RECALL) ?? null;
}

/** Whether more candidates need not be tried. */
export function isSafe({ recallAt10 }: MeasuredRecall): boolean {
  return recallAt10 >= SAFE_RECALL;
}
