import { describe, expect, it } from 'vitest';
import type { CardTarget } from '#model-registry';
import { broughtScores } from './brought-scores.js';

function target(more: Pick<CardTarget, 'name' | 'kind' | 'served' | 'final' | 'classes'>): CardTarget {
  const positiveClass = more.kind === 'BINARY' ? 'yes' : null;
  const base = { title: '', tensor: 't', unit: null, direction: 'HIGHER_IS_MORE', meaning: '' } as const;
  return { ...base, positiveClass, ...more };
}
const logit = { served: 'LOGIT', final: 'SOFTMAX' } as const;
const targets: readonly CardTarget[] = [
  target({ name: 'two', kind: 'BINARY', classes: ['yes', 'no'], ...logit }),
  target({ name: 'three', kind: 'MULTICLASS', classes: ['a', 'b', 'c'], ...logit }),
  target({ name: 'risk', kind: 'RISK', classes: null, served: 'IDENTITY', final: 'IDENTITY' }),
];
const card = { output: { tensors: [], targets: [...targets], embedding: null, expression: null } };

describe('scores that were computed elsewhere', () => {
  it('are log-odds of the positive class, whatever the model serves; sigmoid and softmax as SciPy has them', () => {
    const [two, three] = broughtScores(card, 'LOGIT', { two: [1.5], three: [0.2, -1, 2] });
    expect(two).toMatchObject({ logit: 1.5, rawProbability: expect.closeTo(0.8175744761936437, 14), members: null });
    expect(three?.kind === 'MULTICLASS' && three.classes.map(({ rawProbability }) => rawProbability)).toEqual([
      expect.closeTo(0.13603884, 8),
      expect.closeTo(0.04097411, 8),
      expect.closeTo(0.82298704, 8),
    ]);
  });

  it('are probabilities as they stand, and meet no activation', () => {
    const [two, three] = broughtScores(card, 'PROBABILITY', { two: [0.25], three: [0.5, 0.25, 0.25] });
    expect(two).toMatchObject({ rawProbability: 0.25, logit: expect.closeTo(-1.0986122886681098, 14) });
    expect(three).toMatchObject({ top: [0], classes: [{ rawProbability: 0.5 }, {}, {}] });
  });

  it('are values as they stand, and only of the targets that have some', () => {
    expect(broughtScores(card, 'VALUE', { risk: [-3.5] })).toMatchObject([{ kind: 'RISK', value: -3.5 }]);
  });
});
