import { meanAndDeviation } from './gene-distribution.js';
import { DescendingOrder, writeRanks } from './order-descending.js';
import { gsvaStatistic, singscoreStatistic, ssgseaStatistic, walkArea } from './random-walk.js';
import type { ScoringMethod } from './scoring-method.js';
import type { ScoringPlan } from './scoring-plan.js';

/** Scores all sets in one sample at a time. Its memory is that of a few columns. */
export class SampleScorer {
  private readonly column: Float64Array;
  private readonly ranks: Float64Array;
  private readonly order: DescendingOrder;
  private readonly places: Uint32Array;
  private readonly positions: Uint32Array;
  private readonly weights: Float64Array;

  constructor(private readonly plan: ScoringPlan) {
    const { genes, members } = plan;
    this.column = new Float64Array(genes);
    this.ranks = new Float64Array(genes);
    this.order = new DescendingOrder(genes);
    this.places = new Uint32Array(genes);
    this.positions = new Uint32Array(members.length);
    this.weights = new Float64Array(members.length);
  }

  score(sample: number): void {
    const { method, scaled, values } = this.plan;
    switch (method.kind) {
      case 'GSVA':
        this.read(scaled, sample);
        this.place(this.order.of(this.column));
        return this.each(sample, (from, to) =>
          gsvaStatistic(this.positionsOf(from, to).sort(), this.plan.genes, method.maxDifference),
        );
      case 'SSGSEA':
        this.read(values, sample);
        this.rank();
        return this.ssgsea(sample, method);
      case 'SINGSCORE':
        this.read(values, sample);
        writeRanks(this.column, this.order.of(this.column), 'MIN', this.ranks);
        return this.each(sample, (from, to) =>
          singscoreStatistic(this.sumOf(this.ranks, from, to), to - from, this.plan.genes),
        );
      case 'ZSCORE':
        this.read(scaled, sample);
        return this.each(sample, (from, to) => this.sumOf(this.column, from, to) / Math.sqrt(to - from));
      case 'PLAGE':
        throw new Error('PLAGE is scored by sets');
    }
  }

  private read(from: Float64Array, sample: number): void {
    const { genes, samples } = this.plan;
    for (let gene = 0; gene < genes; gene += 1) this.column[gene] = from[gene * samples + sample] ?? 0;
  }

  /** Mean ranks and places. */
  private rank(): void {
    const order = this.order.of(this.column);
    writeRanks(this.column, order, 'AVERAGE', this.ranks);
    this.place(order);
  }

  private ssgsea(sample: number, { form, weight }: ScoringMethod & { readonly kind: 'SSGSEA' }): void {
    const { genes } = this.plan;
    if (form === 'GSVA') {
      // R GSVA cuts ranks to whole numbers.
      for (let gene = 0; gene < genes; gene += 1) this.ranks[gene] = Math.trunc(this.ranks[gene] ?? 0);
      return this.each(sample, (from, to) =>
        ssgseaStatistic(this.positionsOf(from, to), this.weightsOf(this.ranks, from, to, weight), genes),
      );
    }
    // The module weighs by how far a rank is from the mean one, in standard deviations.
    const { mean, deviation } = meanAndDeviation(this.ranks);
    for (let gene = 0; gene < genes; gene += 1) {
      const distance = Math.abs((this.ranks[gene] ?? 0) - mean) / deviation;
      this.column[this.places[gene] ?? 0] = distance;
    }
    this.each(sample, (from, to) => {
      const positions = this.positionsOf(from, to).sort();
      for (let at = from; at < to; at += 1) this.weights[at] = (this.column[positions[at - from] ?? 0] ?? 0) ** weight;
      return walkArea(positions, this.weights.subarray(from, to), genes);
    });
  }

  private place(order: Uint32Array): void {
    for (let position = 0; position < order.length; position += 1) this.places[order[position] ?? 0] = position;
  }

  private each(sample: number, scoreOf: (from: number, to: number) => number): void {
    const { setStarts, scores, samples } = this.plan;
    for (let set = 0; set + 1 < setStarts.length; set += 1) {
      scores[set * samples + sample] = scoreOf(setStarts[set] ?? 0, setStarts[set + 1] ?? 0);
    }
  }

  private positionsOf(from: number, to: number): Uint32Array {
    const { members } = this.plan;
    for (let at = from; at < to; at += 1) this.positions[at] = this.places[members[at] ?? 0] ?? 0;
    return this.positions.subarray(from, to);
  }

  private weightsOf(ranks: Float64Array, from: number, to: number, exponent: number): Float64Array {
    const { members } = this.plan;
    for (let at = from; at < to; at += 1) this.weights[at] = (ranks[members[at] ?? 0] ?? 0) ** exponent;
    return this.weights.subarray(from, to);
  }

  private sumOf(values: Float64Array, from: number, to: number): number {
    const { members } = this.plan;
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += values[members[at] ?? 0] ?? 0;
    return sum;
  }
}
