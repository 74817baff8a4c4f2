/** An element that is known to be there; NaN, which no check lets through, where it is not. */
export function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? NaN;
}

/** @throws Error when the arrays are of unequal length, or a number is not finite: what calls this has checked its input */
export function checkFinite(...arrays: readonly ArrayLike<number>[]): void {
  const length = arrays[0]?.length ?? 0;
  for (const values of arrays) {
    if (values.length !== length) throw new Error('The arrays must be of equal length.');
    for (let i = 0; i < length; i++)
      if (!Number.isFinite(at(values, i))) throw new Error('Every number must be finite.');
  }
}

/** @throws Error when a label is neither 0 nor 1, or there is another number of scores, or a score is not finite */
export function checkLabelled(labels: ArrayLike<number>, ...scores: readonly ArrayLike<number>[]): void {
  checkFinite(labels, ...scores);
  for (let i = 0; i < labels.length; i++) {
    const label = at(labels, i);
    if (label !== 0 && label !== 1) throw new Error('A label must be 1 (positive) or 0 (negative).');
  }
}

/** How many labels are 1. */
export function countPositives(labels: ArrayLike<number>): number {
  let positives = 0;
  for (let i = 0; i < labels.length; i++) positives += at(labels, i);
  return positives;
}
