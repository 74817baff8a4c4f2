import { type Cells, type GridBag, nextOf, tensorOf } from './bags.js';

/** What is asked: a rectangle, and the tensor that the gateway sends for it. */
export interface Question {
  readonly cells: Cells;
  readonly tensor: Float32Array;
}

/** A question for each round, its tensor gathered before anything is timed: a direct caller has it at hand. */
export class Questions {
  private readonly all: readonly Question[];

  constructor(bag: GridBag, cells: Iterator<Cells>, count: number) {
    this.all = Array.from({ length: count }, () => {
      const own = nextOf(cells);
      return { cells: own, tensor: tensorOf(bag, own) };
    });
  }

  at(round: number): Question {
    const question = this.all[round];
    if (!question) throw new Error(`there is no question for round ${round}`);
    return question;
  }
}
