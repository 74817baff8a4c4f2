import { meanOf, classesScore, meanShares } from './class-scores.js';
import { type ClassesScore, type TargetScore, type ValueScore } from './target-score.js';

/**
 * The mean over several slides of one patient, target by target: of raw probabilities where the target has classes, else of values.
 * @param readings the scores of each slide, by one version and so in one order; one or more
 * @returns scores without members; the log-odds of a mean that rounds to 0 or 1 are not finite, and no call may be made of it
 */
export function meanScores(readings: readonly (readonly TargetScore[])[]): readonly TargetScore[] {
  const [first = []] = readings;
  return first.map((score, index) => meanScore(readings.flatMap((reading) => reading[index] ?? [])) ?? score);
}

function meanScore(scores: readonly TargetScore[]): TargetScore | null {
  const [first] = scores;
  switch (first?.kind) {
    case undefined:
      return null;
    case 'BINARY': {
      const of = scores.flatMap((score) => (score.kind === 'BINARY' ? [score.rawProbability] : []));
      const rawProbability = meanOf(of);
      return { ...first, rawProbability, logit: Math.log(rawProbability / (1 - rawProbability)), members: null };
    }
    case 'MULTICLASS':
    case 'ORDINAL':
      return meanOfClasses(first, scores);
    case 'SCALAR':
    case 'RISK':
      return meanOfValues(first, scores);
  }
}

function meanOfClasses(first: ClassesScore, scores: readonly TargetScore[]): ClassesScore {
  const rows = scores.flatMap((score) => {
    if (score.kind !== 'MULTICLASS' && score.kind !== 'ORDINAL') return [];
    const probabilities = score.classes.map(({ rawProbability }) => rawProbability);
    return [{ probabilities, logs: probabilities.map(Math.log), logits: null }];
  });
  return classesScore({ ...first.target, kind: first.kind }, meanShares(rows), () => null);
}

function meanOfValues(first: ValueScore, scores: readonly TargetScore[]): ValueScore {
  const values = scores.flatMap((score) => (score.kind === 'SCALAR' || score.kind === 'RISK' ? [score.value] : []));
  return { ...first, value: meanOf(values), members: null };
}
