import type { MlflowVersion } from '#libs/mlflow-client';

// Where `publish` puts what makes an MLflow version one of Tessera's, below the version's artifact root.
export const CARD = 'tessera/model-card.json';
export const INDEX = 'tessera/index.json';
const CALIBRATIONS = 'tessera/calibrations';

export const CARD_TAG = 'tessera.card.sha256';
export const INDEX_TAG = 'tessera.index.sha256';
/** The digest of the version: of its card, number and all. */
export const DIGEST_TAG = 'tessera.digest';
/** The digest of the card without its number: by it a content is found again under whatever number. */
export const CONTENT_TAG = 'tessera.content.sha256';
const CALIBRATION_PREFIX = 'tessera.calibration.';
const CALIBRATION_TAG = /^tessera\.calibration\.([a-z0-9][a-z0-9._-]{0,99})$/;
const RETIRED = '.retired';
const SHA256 = /^[0-9a-f]{64}$/;

/** A document of a version and the digest that its bytes must have. A tag says which bytes, never which path. */
export interface PublishedFile {
  readonly path: string;
  /** As the tag has it: null where the tag holds no SHA-256. */
  readonly sha256: string | null;
}

/** Where the record of an id lies. */
export function calibrationPath(id: string): string {
  return `${CALIBRATIONS}/${id}.json`;
}

export function calibrationTag(id: string): string {
  return `${CALIBRATION_PREFIX}${id}`;
}

export function retirementTag(id: string): string {
  return `${CALIBRATION_PREFIX}${id}${RETIRED}`;
}

/** Whether a version says that it has a card. Others are somebody's other models, and none of our business. */
export function hasCard({ tags }: MlflowVersion): boolean {
  return CARD_TAG in tags;
}

export function cardFile({ tags }: MlflowVersion): PublishedFile {
  return { path: CARD, sha256: digestIn(tags[CARD_TAG]) };
}

/** The list of the calibration records that were published with the version. Null where there were none. */
export function indexFile({ tags }: MlflowVersion): PublishedFile | null {
  return INDEX_TAG in tags ? { path: INDEX, sha256: digestIn(tags[INDEX_TAG]) } : null;
}

/** The calibration records that were added afterwards, in the order of their ids. */
export function addedCalibrations({ tags }: MlflowVersion): readonly PublishedFile[] {
  return Object.keys(tags)
    .sort()
    .flatMap((tag) => {
      const id = CALIBRATION_TAG.exec(tag)?.[1];
      if (id === undefined || id.endsWith(RETIRED)) return [];
      return [{ path: `${CALIBRATIONS}/${id}.json`, sha256: digestIn(tags[tag]) }];
    });
}

/**
 * The records that a tag says were retired, by id, with the time (ISO 8601 in UTC). A tag that holds no time retires all the same, from the
 * beginning: a clock that is wrong must not bring a record back.
 */
export function retiredRecords({ tags, createdMs }: MlflowVersion): ReadonlyMap<string, string> {
  const retired = Object.entries(tags).filter(([tag]) => tag.startsWith(CALIBRATION_PREFIX) && tag.endsWith(RETIRED));
  return new Map(
    retired.map(([tag, value]) => {
      const parsedMs = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? Date.parse(value) : NaN;
      const at = new Date(Number.isNaN(parsedMs) ? createdMs : parsedMs).toISOString();
      return [tag.slice(CALIBRATION_PREFIX.length, -RETIRED.length), at];
    }),
  );
}

/** The id of the record that lies at a path. */
export function recordIdOf(path: string): string {
  return path.slice(`${CALIBRATIONS}/`.length, -'.json'.length);
}

/** The records of an index. Null if it has another form, or leads out of the folder of records. */
export function recordsOfIndex(json: unknown): readonly PublishedFile[] | null {
  const list: unknown = isObject(json) ? json['calibrations'] : null;
  if (!Array.isArray(list)) return null;
  const files = list.map((entry: unknown): PublishedFile | null => {
    if (!isObject(entry) || typeof entry['path'] !== 'string' || typeof entry['sha256'] !== 'string') return null;
    const { path, sha256 } = { path: entry['path'], sha256: digestIn(entry['sha256']) };
    return /^tessera\/calibrations\/[a-z0-9][a-z0-9._-]{0,99}\.json$/.test(path) && sha256 !== null
      ? { path, sha256 }
      : null;
  });
  return files.every((file) => file !== null) ? files : null;
}

function digestIn(text: string | undefined): string | null {
  return text !== undefined && SHA256.test(text) ? text : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
