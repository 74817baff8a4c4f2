import type { ExpressionScale } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';
import type { ModelVersion } from '#model-registry';
import { profileOf } from './profile-output.js';

// As cards name them: what was done to a value after its normalisation.
const INVERSES: Readonly<Record<string, (value: number) => number>> = {
  NONE: (value) => value,
  LOG1P: Math.expm1,
  LOG2P1: (value) => 2 ** value - 1,
  LOG10P1: (value) => 10 ** value - 1,
};

/** How values are given, and in which unit. */
export interface GivenScale {
  readonly unit: string;
  readonly transform: string;
  readonly of: (value: number) => number;
}

/**
 * The model's own scale, or the linear one that it took the logarithm of. A mean is taken on the model's scale and converted after: the mean of logarithms is no logarithm
 * of the mean.
 * @throws BadUserInput for a transform that is not known here
 */
export function scaleOf({ card }: ModelVersion, scale: ExpressionScale): GivenScale {
  const { unit = '', transform = '', base = null } = profileOf(card) ?? {};
  if (scale === 'MODEL') return { unit, transform, of: (value) => value };
  const [, log = transform] = /^(LOG1P)_/.exec(transform) ?? [];
  const inverse = INVERSES[log];
  if (!inverse)
    throw new BadUserInput('scale', 'must be MODEL: how to undo the transform of this version is not known here', {
      transform,
    });
  return { unit: base ?? `${unit}, logarithm undone`, transform: 'NONE', of: inverse };
}
