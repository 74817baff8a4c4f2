/** A number of an array at a place that is known to be in it. */
export function at(array: ArrayLike<number>, index: number): number {
  const value = array[index];
  if (value === undefined) throw new Error('An index is out of bounds.');
  return value;
}
