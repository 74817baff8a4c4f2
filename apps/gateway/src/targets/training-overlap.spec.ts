import { describe, expect, it } from 'vitest';
import { demoVersion } from '#gateway/testing';
import { trainingOverlap } from './training-overlap.js';

const { card } = demoVersion('demo-dense-focus', '1');
const folds = (combine: 'MEAN_OF_PROBS' | 'OOF_BY_PATIENT') => ({
  ...card,
  identity: {
    ...card.identity,
    ensemble: {
      combine,
      members: [
        { model: 'a', version: '1' },
        { model: 'b', version: '1' },
      ],
    },
  },
});

describe('trainingOverlap', () => {
  it.each([
    ['OOF_BY_PATIENT', [true, false, true], 'OUT_OF_FOLD', [1]],
    ['OOF_BY_PATIENT', [true, null, false], 'OUT_OF_FOLD', [2]],
    ['OOF_BY_PATIENT', [true, null], 'LEAKED', null],
    ['OOF_BY_PATIENT', [true, true], 'LEAKED', null],
    ['OOF_BY_PATIENT', [false, false], 'NOT_IN_TRAINING', null],
    ['OOF_BY_PATIENT', [false, null], 'NOT_CHECKED', null],
    ['MEAN_OF_PROBS', [true, false], 'LEAKED', null],
    ['MEAN_OF_PROBS', [null, null], 'NOT_CHECKED', null],
  ] as const)('%s over members that %j', (combine, trainedOn, state, heldOut) => {
    expect(trainingOverlap(folds(combine), trainedOn)).toMatchObject({ state, heldOut });
  });

  it('of a single version is in training or not', () => {
    expect(trainingOverlap(card, [true])).toMatchObject({ state: 'LEAKED', heldOut: null });
    expect(trainingOverlap(card, [false]).state).toBe('NOT_IN_TRAINING');
    expect(trainingOverlap(card, [null]).state).toBe('NOT_CHECKED');
  });
});
