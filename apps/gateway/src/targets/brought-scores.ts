import type { CardTarget, ModelCard } from '#model-registry';
import { binaryOdds } from './binary-score.js';
import { classesScore, sharesOf } from './class-scores.js';
import type { TargetScore } from './target-score.js';

/** What numbers that were computed elsewhere are: before an activation, after it, or values as they are. */
export type BroughtScale = 'LOGIT' | 'PROBABILITY' | 'VALUE';

/**
 * Scores that were computed elsewhere, as what an answer would say of each target. Of an ensemble there are no members: nobody knows what they said.
 * @param numbers by target: one, or of classes one each in the order of the card
 * @returns those of the targets that have numbers; the log-odds of a probability of 0 or 1 are not finite, and no call may be made of them
 */
export function broughtScores(
  { output }: Pick<ModelCard, 'output'>,
  scale: BroughtScale,
  numbers: Readonly<Record<string, readonly number[]>>,
): readonly TargetScore[] {
  return output.targets.flatMap((target) => {
    const own = numbers[target.name];
    const score = own && scoreOf(target, scale, own);
    return score ? [score] : [];
  });
}

function scoreOf(target: CardTarget, scale: BroughtScale, numbers: readonly number[]): TargetScore | null {
  const [value = NaN] = numbers;
  switch (target.kind) {
    case 'BINARY': {
      // One number of the positive class, however many columns the model serves.
      const served = scale === 'LOGIT' ? 'LOGIT' : 'SIGMOID';
      return { kind: 'BINARY', target, ...binaryOdds([value], { ...target, served }), members: null };
    }
    case 'MULTICLASS':
    case 'ORDINAL': {
      const shares = sharesOf(numbers, scale === 'LOGIT' ? 'LOGIT' : 'SOFTMAX');
      return shares && classesScore({ ...target, kind: target.kind }, shares, () => null);
    }
    case 'SCALAR':
    case 'RISK':
      return { kind: target.kind, target, value, members: null };
  }
}
