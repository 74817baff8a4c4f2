import { parentPort, workerData } from 'node:worker_threads';
import { BadUserInput } from '#libs/errors';
import { geneSetOfLine } from '../gmt.js';
import { linesOf } from '../lines.js';
import type { OverRepresentedOutcome, OverRepresentedTask } from './over-represented.types.js';
import { overRepresentation } from './over-representation.js';

// Started by over-represented.ts with an OverRepresentedTask; answers once and ends.
const task: OverRepresentedTask = workerData;

parentPort?.postMessage(outcomeOf(task));

function outcomeOf({ genes, universe, sets, minSize, maxSize }: OverRepresentedTask): OverRepresentedOutcome {
  try {
    const all = Array.from(linesOf(universe, 'universe'), ({ text }) => text);
    const named = Array.from(linesOf(sets, 'sets'), ({ text }) => geneSetOfLine(text));
    const { overlaps, passedOver } = overRepresentation(genes, all, named, { minSize, maxSize });
    const ranked = overlaps.toSorted((a, b) => a.pValue - b.pValue || b.hits.length - a.hits.length);
    return {
      kind: 'tested',
      pValues: Float64Array.from(ranked, ({ pValue }) => pValue),
      lines: ranked.map((overlap) => JSON.stringify(overlap)).join('\n'),
      universeSize: new Set(all).size,
      passedOverCount: passedOver.length,
    };
  } catch (error) {
    if (!(error instanceof BadUserInput)) throw error;
    return { kind: 'refused', argument: error.argument, rule: error.rule, facts: { ...error.facts } };
  }
}
