import { describe, expect, it } from 'vitest';
import { PanelIndex } from '#libs/transcriptomics';
import type { GeneQuality, VersionGenes } from '#gateway/gene-catalog';
import { sharedGenes } from './shared-genes.js';

const SIGNAL = new AbortController().signal;
const evidence = (passed: boolean): GeneQuality => ({
  ...{ r: null, p: null, q: null, rmse: null, n: null, cohort: null },
  passed,
});
const panel = async (genes: readonly string[], passed?: readonly string[]): Promise<VersionGenes> => ({
  index: await PanelIndex.over(genes, null, SIGNAL),
  quality: passed ? new Map(genes.map((gene) => [gene, evidence(passed.includes(gene))])) : null,
});

describe('genes that versions share', () => {
  it('are found in each panel, in the order of the first, and the others are counted', async () => {
    const genes = [await panel(['A', 'B', 'C', 'D']), await panel(['D', 'X', 'B', 'A', 'Y'])];
    const { names, rows, reliable, unshared } = await sharedGenes(['one', 'two'], genes, SIGNAL);
    expect([names, rows.map((of) => [...of]), reliable]).toEqual([
      ['A', 'B', 'D'],
      [
        [0, 1, 3],
        [3, 2, 0],
      ],
      null,
    ]);
    expect(unshared).toEqual([
      { ref: 'one', count: 1 },
      { ref: 'two', count: 2 },
    ]);
  });

  it('are reliable where every version has registered that they passed', async () => {
    const genes = [await panel(['A', 'B', 'C'], ['A', 'B']), await panel(['A', 'B', 'C'], ['B', 'C'])];
    expect([...((await sharedGenes(['one', 'two'], genes, SIGNAL)).reliable ?? [])]).toEqual([0, 1, 0]);
  });

  it('are not those that another version has for two of the first', async () => {
    const genes = [await panel(['a', 'A', 'B']), await panel(['A', 'B'])];
    expect((await sharedGenes(['one', 'two'], genes, SIGNAL)).names).toEqual(['B']);
  });
});
