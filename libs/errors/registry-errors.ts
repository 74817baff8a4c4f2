import { DomainError } from './domain-error.js';

/** One place in a document that is wrong: a JSON pointer (RFC 6901) and what is expected there. */
export interface DocumentProblem {
  readonly pointer: string;
  readonly problem: string;
}

/** A model card breaks its schema or a rule beside it. The message has the first problem, the facts all of them. */
export class CardInvalid extends DomainError {
  readonly code = 'CARD_INVALID';
  constructor(readonly problems: readonly DocumentProblem[]) {
    super(`The model card does not validate: ${describe(problems)}.`, { problems });
  }
}

/** A calibration record breaks its schema or a rule beside it. The message has the first problem, the facts all of them. */
export class CalibrationInvalid extends DomainError {
  readonly code = 'CALIBRATION_INVALID';
  constructor(readonly problems: readonly DocumentProblem[]) {
    super(`The calibration record does not validate: ${describe(problems)}.`, { problems });
  }
}

/** What a calibration record that a caller names is of, and what the answer needs. */
export interface CalibrationDifference {
  readonly field: 'version' | 'target' | 'specimen' | 'scanner' | 'site';
  /** What the record is of; for `version` the version that answered. */
  readonly needed: string;
  /** What was found in its place; null where no version of this registry has the record, and for what a caller wrote freely. */
  readonly found: string | null;
}

/** An answer was asked to be read under a record that is of another version, target or stratum. */
export class CalibrationMismatch extends DomainError {
  readonly code = 'CALIBRATION_MISMATCH';
  constructor(difference: CalibrationDifference) {
    super(
      `The calibration record is of another ${difference.field} than this answer: a threshold is never used on another version, target, stratum or scale.`,
      { argument: 'calibration', ...difference },
    );
  }
}

/** A source of the registry cannot be read at all. Its last good entries stay in service. */
export class RegistryUnavailable extends DomainError {
  readonly code = 'REGISTRY_UNAVAILABLE';
  constructor(reason: string, options?: ErrorOptions) {
    super(`The registry source cannot be read: ${reason}.`, {}, options);
  }
}

/** What a source said of a version cannot be trusted: a digest that changed, a file that is missing. */
export class RegistryBadResponse extends DomainError {
  readonly code = 'REGISTRY_BAD_RESPONSE';
  constructor(reason: string, options?: ErrorOptions) {
    super(`The registry's entry was refused: ${reason}.`, {}, options);
  }
}

/** Why a write did not reach a registry server, or why nobody knows. */
export type RegistryWriteFailure = 'FORBIDDEN' | 'UNREACHABLE' | 'UNDER_WAY' | 'UNKNOWN';

const WRITE_SENTENCES: Readonly<Record<RegistryWriteFailure, string>> = {
  FORBIDDEN:
    'The registry server does not let this gateway write there: its credentials lack the permission. Nothing was changed. Whoever runs the gateway sets them (`registrySources[].writeCredentials` in its configuration).',
  UNREACHABLE: 'The registry server could not be reached. Nothing was changed. Ask again when it is back.',
  UNDER_WAY:
    'Another write of the same thing is under way, or the gateway does not know yet what became of it. Nothing was changed. Ask again in a minute.',
  UNKNOWN:
    'The registry server did not say whether it took the write. It may have, or not: the gateway looks again until it knows. Look at what is there before you ask again.',
};

/** A write through to a registry server did not take place, or it is not known yet whether it did (`UNKNOWN`). */
export class RegistryWriteFailed extends DomainError {
  readonly code = 'REGISTRY_UNAVAILABLE';
  constructor(
    readonly reason: RegistryWriteFailure,
    options?: ErrorOptions,
  ) {
    super(WRITE_SENTENCES[reason], { reason }, options);
  }
}

/** A registry server answered a write with no. `why` is a sentence's end of our own. */
export class RegistryWriteRefused extends DomainError {
  readonly code = 'REGISTRY_BAD_RESPONSE';
  constructor(why: string) {
    super(`The registry server refused the write: ${why}. Nothing was changed.`, {});
  }
}

/** A change that takes two people, asked for twice by one. */
export class SecondPersonNeeded extends DomainError {
  readonly code = 'FORBIDDEN';
  constructor(proposedBy: string) {
    super(
      'You proposed this change yourself, and the gateway is configured to let another administrator approve it. Ask somebody with a key of their own.',
      { proposedBy, role: 'ADMINISTRATOR' },
    );
  }
}

/** Why a licence stands against a use. */
export type LicenceRefusal = 'NON_COMMERCIAL_REFUSED' | 'GATED_REFUSED' | 'ACCEPTANCE_NEEDED';

const LICENCE_SENTENCES: Readonly<Record<LicenceRefusal, string>> = {
  NON_COMMERCIAL_REFUSED:
    'The effective licence of this model version forbids commercial use, and this gateway allows no such models (`licences.allowNonCommercial` in its configuration). Choose another with `modelVersions(filter: {licence: {nonCommercial: false}})`, or ask whoever runs the gateway.',
  GATED_REFUSED:
    'Each user of this model version must accept its terms, and this gateway allows no such models (`licences.allowGated` in its configuration). Choose another with `modelVersions(filter: {licence: {gated: false}})`, or ask whoever runs the gateway.',
  ACCEPTANCE_NEEDED:
    'Each user of this model version must accept its terms, and you have not. Read them (`licence { terms { url } }` of `modelVersion`, `tessera models show`), then accept them with the mutation `acceptLicence` or `tessera models accept`.',
};

/**
 * The effective licence forbids this use: the operator allows no such models, or the caller has not accepted the terms.
 * `inheritedFrom` is the version whose terms they are, which may be an encoder or a member; `referenceSet` the set of it that brings them, if any.
 */
export class LicenceRefused extends DomainError {
  readonly code = 'LICENCE_REFUSED';
  constructor(
    readonly reason: LicenceRefusal,
    licence: string,
    inheritedFrom: string,
    referenceSet: string | null = null,
  ) {
    super(LICENCE_SENTENCES[reason], {
      reason,
      licence,
      inheritedFrom,
      ...(referenceSet === null ? {} : { referenceSet }),
    });
  }
}

function describe(problems: readonly DocumentProblem[]): string {
  const [first, ...rest] = problems;
  if (!first) return 'no reason given';
  return `at ${first.pointer || '/'}: ${first.problem}${rest.length > 0 ? ` (and ${rest.length} more)` : ''}`;
}
