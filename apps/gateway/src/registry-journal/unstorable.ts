import { BadUserInput } from '#libs/errors';

/** @throws BadUserInput in the place of what says that the store does not hold such JSON */
export function orUnstorable<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError) && !(error instanceof TypeError)) throw error;
    throw new BadUserInput('record', 'must be JSON with finite numbers, without U+0000 and halves of surrogate pairs');
  }
}
