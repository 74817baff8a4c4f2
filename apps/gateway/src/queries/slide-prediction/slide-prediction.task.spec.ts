import { describe, expect, it } from 'vitest';
import { type CardTarget, type ModelCard } from '#model-registry';
import { BadUserInput } from '#libs/errors';
import { demoVersion } from '#gateway/testing';
import { slidePredictionTask } from './slide-prediction.task.js';

const { card } = demoVersion('demo-dense-focus', '1');
const [target] = card.output.targets;

function voting(kind: CardTarget['kind']): ModelCard {
  const members = ['1', '2', '3'].map((version) => ({ model: 'fold', version }));
  return {
    ...card,
    identity: { ...card.identity, ensemble: { combine: 'MAJORITY', members } },
    artifacts: [],
    output: { ...card.output, targets: [{ ...target, kind } as CardTarget] },
  };
}

describe('slidePredictionTask', () => {
  it.each(['BINARY', 'MULTICLASS', 'ORDINAL'] as const)('takes votes on a %s target', (kind) => {
    expect(() => slidePredictionTask.demand(voting(kind))).not.toThrow();
  });

  it.each(['SCALAR', 'RISK'] as const)('refuses votes on a %s target, by name', (kind) => {
    expect(() => slidePredictionTask.demand(voting(kind))).toThrow(BadUserInput);
    expect(() => slidePredictionTask.demand(voting(kind))).toThrow(/on a value or a risk nobody can vote/);
  });
});
