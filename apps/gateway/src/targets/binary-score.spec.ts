import { describe, expect, it } from 'vitest';
import { demoVersion } from '#gateway/testing';
import { binaryOdds } from './binary-score.js';

const [shipped] = demoVersion('demo-dense-focus', '1').card.output.targets;
if (!shipped) throw new Error('the card has a target');
const target = { ...shipped, classes: ['NEG', 'POS'], positiveClass: 'POS' };

describe('binaryOdds', () => {
  // torch.sigmoid(torch.tensor(1.5)) = 0.8175745
  it('reads one column as a logit or as its sigmoid, never through two activations', () => {
    expect(binaryOdds([1.5], { ...target, served: 'LOGIT' }).rawProbability).toBeCloseTo(0.8175745, 7);
    const served = binaryOdds([0.8175745], { ...target, served: 'SIGMOID' });
    expect(served.rawProbability).toBe(0.8175745);
    expect(served.logit).toBeCloseTo(1.5, 6);
  });

  // torch.softmax(torch.tensor([2.0, 0.5]), 0) = [0.8175745, 0.1824255]
  it('reads two columns as the softmax of both, by the order of the classes', () => {
    const second = binaryOdds([2, 0.5], { ...target, served: 'LOGIT' });
    expect(second.logit).toBe(-1.5);
    expect(second.rawProbability).toBeCloseTo(0.1824255, 7);
    const first = binaryOdds([2, 0.5], { ...target, served: 'LOGIT', positiveClass: 'NEG' });
    expect(first.rawProbability).toBeCloseTo(0.8175745, 7);
    const softmax = binaryOdds([0.8175745, 0.1824255], { ...target, served: 'SOFTMAX' });
    expect(softmax.rawProbability).toBe(0.1824255);
    expect(softmax.logit).toBeCloseTo(-1.5, 6);
  });

  it('refuses what it cannot read as a score', () => {
    expect(() => binaryOdds([1, 2, 3], target)).toThrow('one or two columns');
    expect(() => binaryOdds([0.5], { ...target, served: 'SOFTMAX' })).toThrow('logits or probabilities');
  });
});
