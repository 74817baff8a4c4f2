import { meanAndDeviation, writeEmpiricalOdds, writeKernelOdds } from './gene-distribution.js';
import { firstRightSingularVector } from './leading-vector.js';
import { SampleScorer } from './sample-scorer.js';
import type { ScoringPlan, ScoringStage } from './scoring-plan.js';

/** One worker's hand in the work: does parts of stages, and keeps what it needs between them. */
export class PartScorer {
  private readonly sample: SampleScorer;
  private readonly odds: Float64Array;
  private readonly row: Float64Array;
  private readonly referenceRow: Float64Array;

  constructor(private readonly plan: ScoringPlan) {
    this.sample = new SampleScorer(plan);
    this.odds = new Float64Array(plan.samples);
    this.row = new Float64Array(plan.samples);
    this.referenceRow = plan.reference === plan.values ? this.row : new Float64Array(plan.referenceSamples);
  }

  /** Does items `from` to `to` - 1 of a stage. */
  score(kind: ScoringStage['kind'], from: number, to: number): void {
    for (let item = from; item < to; item += 1) {
      if (kind === 'GENES') this.scaleGene(item);
      else if (kind === 'SAMPLES') this.sample.score(item);
      else this.plage(item);
    }
  }

  /** A gene's values over samples, on its own scale. */
  private scaleGene(gene: number): void {
    const { values, reference, scaled, samples, referenceSamples, method } = this.plan;
    // Out of shared memory: plain arrays are read faster, and each value is read many times.
    this.row.set(values.subarray(gene * samples, (gene + 1) * samples));
    if (this.referenceRow !== this.row) {
      this.referenceRow.set(reference.subarray(gene * referenceSamples, (gene + 1) * referenceSamples));
    }
    if (method.kind === 'GSVA') {
      const write = method.kernel === 'GAUSSIAN' ? writeKernelOdds : writeEmpiricalOdds;
      write(this.row, this.referenceRow, this.odds);
      scaled.set(this.odds, gene * samples);
      return;
    }
    const { mean, deviation } = meanAndDeviation(this.referenceRow);
    for (let index = 0; index < samples; index += 1) {
      scaled[gene * samples + index] = ((this.row[index] ?? 0) - mean) / deviation;
    }
  }

  /** A set's first right singular vector, turned so that it agrees with its members' mean. */
  private plage(set: number): void {
    const { scaled, setStarts, members, samples, scores } = this.plan;
    const rows = Array.from(members.subarray(setStarts[set], setStarts[set + 1]), (gene) =>
      Float64Array.from(scaled.subarray(gene * samples, (gene + 1) * samples)),
    );
    const vector = firstRightSingularVector(rows);
    let agreement = 0;
    for (const row of rows) for (let at = 0; at < samples; at += 1) agreement += (row[at] ?? 0) * (vector[at] ?? 0);
    const sign = agreement < 0 ? -1 : 1;
    for (let at = 0; at < samples; at += 1) scores[set * samples + at] = sign * (vector[at] ?? 0);
  }
}
