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

/** Too few items of a cohort count for a place among them to say much. */
export class CohortTooSmall extends DomainError {
  readonly code = 'COHORT_TOO_SMALL';
  constructor(
    readonly n: number,
    readonly minimum: number,
    facts: {
      readonly cohort: string;
      readonly revision: number;
      readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
    },
  ) {
    super(
      `${n} items of the cohort have answers that can be compared with, and ${minimum} are demanded; \`leftOut\` says why the others do not count.`,
      { n, minimum, ...facts },
    );
  }
}

/** A gene-set collection is not the one whose sets a version predicts. */
export class CollectionMismatch extends DomainError {
  readonly code = 'VOCABULARY_MISMATCH';
  constructor(
    model: string,
    needed: { readonly name: string; readonly version: string; readonly digest: string } | null,
    found: { readonly digest: string },
  ) {
    super(
      needed
        ? `The version predicts sets of ${needed.name} ${needed.version}, of the digest ${needed.digest.slice(0, 12)}, and the collection has ${found.digest.slice(0, 12)}. ` +
            'A set of the same name may have other genes: import the collection that the card names, or leave `collection` out.'
        : 'The card of the version names no collection, so that nobody can say whether its pathways are the sets of this one: leave `collection` out.',
      { model, needed, found },
    );
  }
}

function describe(problems: readonly LineProblem[], total: number): string {
  const [first] = problems;
  if (!first) return 'no reason given';
  return `line ${first.line} ${first.problem}${total > 1 ? ` (and ${total - 1} more)` : ''}`;
}

/** A method compares a gene with other samples, and there is one slide. Names the methods that would do. */
export class ReferenceRequired extends DomainError {
  readonly code = 'REFERENCE_REQUIRED';
  constructor(
    method: string,
    /** Methods that look at each sample alone. */
    alone: readonly string[],
    /** Methods that take a reference. */
    withReference: readonly string[],
  ) {
    super(
      `The method ${method} compares genes over samples, and this is one slide. ${alone.join(' and ')} would do without a reference, ${withReference.join(' and ')} with one: give an expression matrix as \`reference\`.`,
      { method, alone, withReference },
    );
  }
}

/** A signature whose genes are not there, by more of its weight than it allows. */
export class GeneNotInPanel extends DomainError {
  readonly code = 'GENE_NOT_IN_PANEL';
  constructor(missing: readonly string[], share: number, mostMissing: number) {
    super(
      'Genes of the signature are missing, and with them more of its weight than it allows: `missingShare` of 1, where `mostMissing` is the bound. `missing` names them.',
      { missing: missing.slice(0, 100), missingCount: missing.length, missingShare: share, mostMissing },
    );
  }
}

/** Two expression scales that were to be compared. Nothing is converted in silence. */
export class UnitMismatch extends DomainError {
  readonly code = 'UNIT_MISMATCH';
  constructor(argument: string, needed: ExpressionUnit, found: ExpressionUnit) {
    super(
      `The argument \`${argument}\` names values of another unit or transform than the model works with. \`needed\` and \`found\` have both. Bring the values in the model's unit.`,
      { argument, needed, found },
    );
  }
}

/** What expression values are, and what was done to them. */
export interface ExpressionUnit {
  readonly unit: string;
  readonly transform: string;
}

/** A profile lacks genes that a tower takes by position. Nothing is filled in unless the caller said so, and never more than a bound. */
export class GenesMissing extends DomainError {
  readonly code = 'VOCABULARY_MISMATCH';
  constructor(
    model: string,
    /** Names of the panel that the profile does not have; the first hundred travel. */
    missing: readonly string[],
    /** How many the panel has. */
    size: number,
    /** How many may be missing, as asked for. */
    allowed: number,
  ) {
    super(
      `The profile lacks ${missing.length} of the ${size} genes of the vocabulary, and ${allowed} may be missing: \`missing\` names them. A gene that was not measured is not a zero. ` +
        'Bring a profile that has them; up to a tenth may be taken as zero with `missing: ZERO`.',
      { model, missing: missing.slice(0, 100), missingCount: missing.length, size, allowed },
    );
  }
}
