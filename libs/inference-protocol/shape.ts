import { InvalidInferenceMessage } from '#libs/errors';

/** More dimensions than any model of ours has; ONNX Runtime itself handles far fewer. */
const MAX_RANK = 32;

/**
 * Checks that a value is a tensor shape: a list of at most 32 safe integers, none negative.
 * @param where names the tensor for the message, by position
 * @throws InvalidInferenceMessage
 */
export function parseShape(value: unknown, where: string): readonly number[] {
  if (!Array.isArray(value)) throw new InvalidInferenceMessage(`${where} has no list \`shape\``);
  if (value.length > MAX_RANK) throw new InvalidInferenceMessage(`${where} has more than ${MAX_RANK} dimensions`);
  return value.map((dimension: unknown) => {
    if (typeof dimension === 'number' && Number.isSafeInteger(dimension) && dimension >= 0) return dimension;
    throw new InvalidInferenceMessage(`${where} has a dimension that is not an integer of 0 or more`);
  });
}

/** The number of elements of a shape, exact whatever its size: the product is never taken in floating point. */
export function countElements(shape: readonly number[]): bigint {
  return shape.reduce((product, dimension) => product * BigInt(dimension), 1n);
}

/** Whether a shape fits a pattern in which -1 stands for any size. */
export function matchesShape(shape: readonly number[], pattern: readonly number[]): boolean {
  if (shape.length !== pattern.length) return false;
  return shape.every((dimension, i) => pattern[i] === -1 || pattern[i] === dimension);
}
