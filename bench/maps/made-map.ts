/** What a process found that made a map. */
export interface MadeMap {
  readonly datatype: 'FP32' | 'FP16';
  /** The map as float32. */
  readonly wholeBytes: number;
  readonly storedBytes: number;
  /** Resident memory before, and at the most. */
  readonly baseBytes: number;
  readonly peakBytes: number;
  readonly writeMs: number;
  /** Of one gene, over and over. */
  readonly readMs: readonly number[];
  readonly hundredMs: number;
}

export const TILES = 5_000;
export const GENES = 20_820;

/** A made value, 0 to 15.75 in steps of 1/64, which half precision holds exactly: NaN in every gene of some tiles. */
export function valueAt(tile: number, gene: number): number {
  return tile % 97 === 5 ? NaN : ((tile * 31 + gene * 7) % 1009) / 64;
}
