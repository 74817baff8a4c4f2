import { DomainError } from './domain-error.js';

/** Several slides of one patient, of which the version says nothing together: what it says of each is another matter. */
export class PatientSlidesRefused extends DomainError {
  readonly code = 'PATIENT_SLIDES_REFUSED';
  /** @param why a sentence without a full stop */
  constructor(
    why: string,
    readonly policy: string,
    readonly slides: number,
  ) {
    super(`There is no answer for the patient as a whole: ${why}. The answers slide by slide stand.`, {
      policy,
      slides,
    });
  }
}

/** The file is no slide that Tessera can read, or is broken. */
export class SlideUnreadable extends DomainError {
  readonly code = 'SLIDE_UNREADABLE';
  constructor(
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`The slide cannot be read: ${reason}.`, {}, options);
  }
}

/** Declared sizes are beyond the limits; said before any pixel is decoded. */
export class SlideTooLarge extends DomainError {
  readonly code = 'SLIDE_TOO_LARGE';
  constructor(
    readonly what: string,
    readonly found: number | string,
    readonly limit: number | string,
  ) {
    super(
      `The slide declares ${what} beyond the limit. If the slide really is so large, export it in smaller parts; else the file is broken.`,
      { what, found, limit },
    );
  }
}

/** The finest level is coarser than the encoder needs by more than is allowed; both in micrometres per pixel. */
export class SlideResolutionTooLow extends DomainError {
  readonly code = 'SLIDE_RESOLUTION_TOO_LOW';
  constructor(
    readonly neededMpp: number,
    readonly foundMpp: number,
  ) {
    super(
      `The encoder needs ${neededMpp} um per pixel and the slide's finest level has ${foundMpp}. Scan it at a higher magnification.`,
      { neededMpp, foundMpp },
    );
  }
}

/** Nobody stated micrometres per pixel, neither the file nor who added the slide. It is never guessed. */
export class SlideResolutionUnknown extends DomainError {
  readonly code = 'SLIDE_RESOLUTION_UNKNOWN';
  constructor(readonly neededMpp?: number) {
    super(
      'The slide file states no resolution, and none was given. Add the slide again with `mpp` (`tessera slides add --mpp`): the micrometres per pixel of ' +
        'level 0, as the scanner or its operator states them. They are never guessed.',
      neededMpp === undefined ? {} : { neededMpp },
    );
  }
}

/** The slide's stain is none of those that the card names. */
export class StainOutOfScope extends DomainError {
  readonly code = 'STAIN_OUT_OF_SCOPE';
  constructor(needed: readonly string[], found: string) {
    super('The model version is meant for other stains than this slide has. Choose another version.', {
      needed,
      found,
    });
  }
}

/** There is no feature bag of the encoder that the version needs. */
export class FeaturesMissing extends DomainError {
  readonly code = 'FEATURES_MISSING';
  constructor(encoder: string, foundEncoders: readonly string[]) {
    super(
      `The slide has no features of the encoder ${encoder}. Make them with the mutation \`prepareFeatures\` (or \`tessera features prepare\`), then ask again.`,
      { encoder, foundEncoders, mutation: 'prepareFeatures' },
    );
  }
}

/** There is no stored map, and making it takes longer than a request. */
export class SpatialMapMissing extends DomainError {
  readonly code = 'SPATIAL_MAP_MISSING';
  constructor(outputs: number, limit: number) {
    super(
      'This map is not stored, and making it takes longer than a request. Make it with the mutation `prepareSpatialMap` (or `tessera spatial prepare`), then ask again.',
      { outputs, limit, mutation: 'prepareSpatialMap' },
    );
  }
}

/** One field in which features and a model's contract differ. */
export interface ContractDifference {
  readonly field: string;
  readonly needed: string | number | boolean | null;
  readonly found: string | number | boolean | null;
}

const NOT_TRAINED_ON = 'The features are not the ones that this model version was trained on';

/** Features, or what is said of them, that do not agree with what is needed. Both sides are named; nothing is projected or guessed. */
export class FeatureContractMismatch extends DomainError {
  readonly code = 'FEATURE_CONTRACT_MISMATCH';
  /** @param sentence what does not agree, without its full stop: the fields with both sides follow it */
  constructor(
    readonly differences: readonly ContractDifference[],
    sentence = NOT_TRAINED_ON,
  ) {
    super(`${sentence}: ${differences.map(sides).join('; ')}.`, { differences });
  }
}

function sides({ field, needed, found }: ContractDifference): string {
  return `${field} (needed ${word(needed)}, found ${word(found)})`;
}

/** A number without the digits that nobody stated, the beginning of a digest, or the word for what is not known. */
function word(value: ContractDifference['needed']): string {
  if (value === null) return 'unknown';
  if (typeof value === 'number') return String(Number(value.toPrecision(6)));
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? value.slice(0, 12) : String(value);
}

/** Fewer tiles than the card allows, or none at all where tissue was looked for. */
export class TooFewTiles extends DomainError {
  readonly code = 'TOO_FEW_TILES';
  constructor(count: number, minimum: number) {
    super(
      `There are ${count} tiles and the model version needs at least ${minimum}. Choose a larger region, or a slide with more tissue.`,
      { count, minimum },
    );
  }
}

/** More tiles than the card allows. */
export class TooManyTiles extends DomainError {
  readonly code = 'TOO_MANY_TILES';
  constructor(count: number, maximum: number) {
    super(`There are ${count} tiles and the model version takes at most ${maximum}. Choose a smaller region.`, {
      count,
      maximum,
    });
  }
}

/** A feature file, model file or array file that is broken or unsafe. */
export class ArtifactInvalid extends DomainError {
  readonly code = 'ARTIFACT_INVALID';
  constructor(
    readonly reason: string,
    options?: ErrorOptions,
    facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(`The file was refused: ${reason}.`, facts, options);
  }
}
