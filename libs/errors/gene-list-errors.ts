import { DomainError } from './domain-error.js';

/** One line of a list that is wrong; lines are counted from 1. */
export interface LineProblem {
  readonly line: number;
  readonly problem: string;
}

/** A gene panel, a gene-set file or a symbol table breaks its format. The message has the first line, the facts up to twenty and how many there are. */
export class GeneListInvalid extends DomainError {
  readonly code = 'BAD_USER_INPUT';
  constructor(
    readonly argument: string,
    readonly problems: readonly LineProblem[],
    readonly total = problems.length,
  ) {
    super(`The argument \`${argument}\` is refused: ${describe(problems, total)}.`, { argument, problems, total });
  }
}

/** A gene list beyond a limit. Nothing of it was kept. */
export class GeneListTooLarge extends DomainError {
  readonly code = 'PAYLOAD_TOO_LARGE';
  constructor(
    readonly argument: string,
    readonly what: string,
    readonly found: number,
    readonly limit: number,
  ) {
    super(
      `The argument \`${argument}\` has ${found} ${what} and ${limit} is the most. Split it into several, or leave out what is not needed.`,
      { argument, what, found, limit },
    );
  }
}

/** A list and a vocabulary differ, and a model's outputs are found by position. Both digests are named. */
export class VocabularyMismatch extends DomainError {
  readonly code = 'VOCABULARY_MISMATCH';
  constructor(
    model: string,
    needed: { readonly digest: string; readonly size: number },
    found: { readonly digest: string; readonly size: number },
    /** The first position, from 1, at which the two differ. */
    position: number | null,
  ) {
    super(
      `The list has ${found.size} genes and the digest ${found.digest.slice(0, 12)}; the vocabulary of the model version has ${needed.size} and ` +
        `${needed.digest.slice(0, 12)}${position === null ? '' : `; they differ first at gene ${position}`}. One gene more, less or elsewhere gives other genes' numbers: take the file that the version was released with.`,
      { model, needed, found, position },
    );
  }
}

function describe(problems: readonly LineProblem[], total: number): string {
  const [first] = problems;
  if (!first) return 'no reason given';
  return `line ${first.line} ${first.problem}${total > 1 ? ` (and ${total - 1} more)` : ''}`;
}
