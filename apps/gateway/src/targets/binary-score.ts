import { sigmoid } from '#libs/calibration';
import { BadUserInput } from '#libs/errors';
import { type CardTarget } from '#model-registry';

/** What a binary target says of one bag. */
export interface BinaryOdds {
  /** Log-odds of the positive class. */
  readonly logit: number;
  /** The positive class's share after the card's activation, 0 to 1. */
  readonly rawProbability: number;
}

/**
 * The score of one row of a binary target's columns (science.md, section 2): one column is a logit or its sigmoid; two columns are logits or their softmax,
 * and the card's order of classes says which one is the positive class's. An activation is never applied twice.
 * @param served the row, one or two numbers
 * @throws BadUserInput for an activation that is not served; Error for a row of another width
 */
export function binaryOdds(served: ArrayLike<number>, target: CardTarget): BinaryOdds {
  const [first = NaN, second = NaN] = Array.from(served);
  if (served.length === 1) return oneColumn(first, target.served);
  if (served.length !== 2) throw new Error('a binary target was expected to have one or two columns');
  const isFirst = target.classes?.[0] === target.positiveClass;
  return isFirst ? twoColumns(first, second, target.served) : twoColumns(second, first, target.served);
}

function oneColumn(value: number, served: CardTarget['served']): BinaryOdds {
  if (served === 'LOGIT') return { logit: value, rawProbability: sigmoid(value) };
  if (served === 'SIGMOID') return { logit: Math.log(value) - Math.log1p(-value), rawProbability: value };
  throw notServed(served);
}

// The softmax of two logits is the sigmoid of their difference.
function twoColumns(positive: number, negative: number, served: CardTarget['served']): BinaryOdds {
  if (served === 'LOGIT') return { logit: positive - negative, rawProbability: sigmoid(positive - negative) };
  if (served === 'SOFTMAX') return { logit: Math.log(positive) - Math.log(negative), rawProbability: positive };
  throw notServed(served);
}

function notServed(activation: CardTarget['served']): BadUserInput {
  return new BadUserInput('model', 'must name a version that serves logits or probabilities of its classes', {
    activation,
  });
}

/** The mean of several probabilities as odds; each member's two shares are averaged, so that none is lost to rounding near 1. */
export function meanOdds(odds: readonly BinaryOdds[]): BinaryOdds {
  const mean = (of: (one: BinaryOdds) => number): number => odds.reduce((sum, one) => sum + of(one), 0) / odds.length;
  const rawProbability = mean((one) => one.rawProbability);
  return { rawProbability, logit: Math.log(rawProbability) - Math.log(mean(({ logit }) => sigmoid(-logit))) };
}
