/** Powers of ten that a double holds exactly. */
export const POWERS = Float64Array.from({ length: 16 }, (_, power) => Number(`1e${power}`));
