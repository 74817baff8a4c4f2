import { parentPort, workerData } from 'node:worker_threads';
import { PartScorer } from './score-part.js';
import type { ScoringPlan, ScoringStage } from './scoring-plan.js';

// Started by score-gene-sets.ts: takes parts of the stage that it is told, until there is none left, and says how many it did.
const { plan, next } = workerData as { readonly plan: ScoringPlan; readonly next: Int32Array };
const scorer = new PartScorer(plan);

parentPort?.on('message', ({ kind, count, part }: ScoringStage) => {
  for (;;) {
    const from = Atomics.add(next, 0, part);
    if (from >= count) break;
    scorer.score(kind, from, Math.min(from + part, count));
    parentPort?.postMessage({ done: Math.min(part, count - from) });
  }
  parentPort?.postMessage({ done: null });
});
