import { describe, expect, it } from 'vitest';
import {
  applyRecipe,
  backgroundSets,
  contrastOf,
  geneMoments,
  geneSentence,
  profileRecipe,
  prototypeProfile,
  referenceWeights,
  sentenceRules,
  weightedRow,
} from './index.js';

describe('the recipe of a transcriptome tower', () => {
  it('scales to the library over all genes and takes the logarithm, as the card says', () => {
    const recipe = profileRecipe([{ op: 'LOG1P_CP10K', args: { librarySize: 'all genes of the table' } }]);
    if (recipe.kind !== 'KNOWN') throw new Error(recipe.kind);
    // 3 of 4,000 counts are 7.5 per 10,000; numpy.log1p(7.5)
    expect(applyRecipe([0, 3], 4000, recipe.steps)[1]).toBeCloseTo(2.140066163496271, 6);
    expect(applyRecipe([0, 3], 4000, recipe.steps)[0]).toBe(0);
    expect(() => applyRecipe([0], 0, recipe.steps)).toThrow('count');
  });

  it.each([
    [[], 'KNOWN'],
    [[{ op: 'log1p' }], 'KNOWN'],
    [[{ op: 'library-size', args: { target: 1e4 } }, { op: 'log1p' }], 'KNOWN'],
    // HESCAPE's generic encoder and scFoundation: the median of the batch.
    [[{ op: 'library-size', args: { target: 'batch median' } }, { op: 'log1p' }], 'BATCH_DEPENDENT'],
    [[{ op: 'LIBRARY_SIZE' }], 'BATCH_DEPENDENT'],
    [[{ op: 'library-size', args: { target: 'batch median', pinned: 1200 } }], 'KNOWN'],
    [[{ op: 'rank-tokens' }], 'UNKNOWN'],
  ])('%j is %s', (steps, kind) => {
    expect(profileRecipe(steps).kind).toBe(kind);
  });

  it('takes a pinned constant for the batch', () => {
    expect(profileRecipe([{ op: 'library-size', args: { target: 'batch median', pinned: 1200 } }])).toEqual({
      kind: 'KNOWN',
      steps: [{ kind: 'TO_LIBRARY_SIZE', target: 1200 }],
    });
  });
});

describe('gene sentences', () => {
  const rules = sentenceRules([{ op: 'top-genes', args: { k: 3 } }]);

  it('are the most expressed genes in order, without names with a dot or a hyphen and without excluded ones', () => {
    expect(rules).toEqual({ top: 3, dropContaining: '.-', excludePath: null });
    if (!rules) return;
    const genes = ['MT-CO1', 'ERBB2', 'AC012.1', 'ACTB', 'KRT8', 'CD74', 'ALB'];
    expect(geneSentence(genes, [99, 5, 98, 97, 7, 5, 0], rules, new Set(['ACTB']))).toBe('KRT8 CD74 ERBB2');
  });

  it('have no gene without a count, and refuse to be empty', () => {
    if (!rules) throw new Error('no rules');
    expect(geneSentence(['A', 'B'], [0, 1], rules, new Set())).toBe('B');
    expect(() => geneSentence(['A', 'B-1'], [0, 1], rules, new Set())).toThrow('expressed');
  });

  it('are not guessed where the card does not say how they are made', () => {
    expect(sentenceRules([{ op: 'clip-preprocessing' }])).toBeNull();
    expect(sentenceRules([{ op: 'top-genes' }])).toBeNull();
    expect(sentenceRules([{ op: 'top-genes', args: { k: 50, excludePath: 'housekeeping.txt' } }])?.excludePath).toBe(
      'housekeeping.txt',
    );
  });
});

describe('prototypes of pathways', () => {
  // Columns 1, 2, 3 and 2, 2, 2: means 2 and 2, deviations 1 and 0.
  const moments = geneMoments(Float32Array.from([1, 2, 2, 2, 3, 2]), 2);

  it('have the mean z-score that was asked for, and every other gene at the mean', () => {
    expect([Array.from(moments.means), Array.from(moments.deviations)]).toEqual([
      [2, 2],
      [1, 0],
    ]);
    expect(Array.from(prototypeProfile(moments, [0], 1.5))).toEqual([3.5, 2]);
  });

  it('are held against the same random sets for every image', () => {
    const genes = Uint32Array.from([3, 5, 7, 9, 11]);
    const sets = backgroundSets(genes, 2, 200, 4);
    expect(sets).toEqual(backgroundSets(genes, 2, 200, 4));
    expect(sets.every(([a, b]) => a !== b && genes.includes(a ?? 0) && genes.includes(b ?? 0))).toBe(true);
    const drawn = sets.filter((set) => set.includes(11)).length;
    // 2 of 5: 80 of 200, four standard deviations to each side.
    expect(Math.abs(drawn - 80)).toBeLessThan(28);
    expect(() => backgroundSets(genes, 6, 1, 0)).toThrow();
  });

  it('stand out by contrast, deviations and percentile of the background', () => {
    expect(contrastOf(0.5, [0.1, 0.2, 0.3, 0.5])).toEqual({
      contrast: expect.closeTo(0.225, 12),
      // numpy.std([.1, .2, .3, .5], ddof=1) = 0.17078251276599330
      standardised: expect.closeTo(0.225 / 0.1707825127659933, 9),
      percentile: 87.5,
    });
    expect(contrastOf(0.5, [0.2, 0.2]).standardised).toBeNull();
  });
});

describe('weights of a reference', () => {
  const clip = { rule: 'SOFTMAX', scale: 2, bias: 0 } as const;
  const cosines = Float64Array.from([0.5, -0.1, 0.2]);

  it('are raw similarities over their sum, negative ones negative, or the softmax, or the nearest', () => {
    const raw = referenceWeights(cosines, { kind: 'SIMILARITY' }, clip);
    expect(Array.from(raw?.weights ?? [])).toEqual([0.5, -0.1, 0.2].map((value) => expect.closeTo(value / 0.6, 12)));
    expect(raw?.negative).toBe(1);
    const soft = referenceWeights(cosines, { kind: 'SOFTMAX' }, clip);
    expect(soft?.weights[0]).toBeCloseTo(Math.exp(1) / (Math.exp(1) + Math.exp(-0.2) + Math.exp(0.4)), 12);
    expect(Array.from(referenceWeights(cosines, { kind: 'NEAREST', k: 2 }, clip)?.weights ?? [])).toEqual([
      0.5, 0, 0.5,
    ]);
    expect(referenceWeights(cosines, { kind: 'NEAREST', k: 2 }, clip)?.effective).toBeCloseTo(2, 12);
  });

  it('are none where similarities cancel, or the head has no softmax', () => {
    expect(referenceWeights(Float64Array.from([0.5, -0.49]), { kind: 'SIMILARITY' }, clip)).toBeNull();
    expect(referenceWeights(Float64Array.from([-0.5, 0.1]), { kind: 'SIMILARITY' }, clip)).toBeNull();
    expect(referenceWeights(cosines, { kind: 'SOFTMAX' }, { ...clip, rule: 'SIGMOID' })).toBeNull();
  });

  it('make a mean of rows', () => {
    expect(Array.from(weightedRow(Float32Array.from([1, 2, 3, 4]), 2, Float64Array.from([0.25, 0.75])))).toEqual([
      2.5, 3.5,
    ]);
  });
});
