import { createHash } from 'node:crypto';
import { canonicalJson } from '../../canonical-json.js';
import type { ModelCard } from '../../card/model-card.js';
import { jsonDigest } from '../../digests.js';
import type { VersionPackage } from '../../packages/version-package.js';
import {
  CARD,
  CARD_TAG,
  calibrationPath,
  CONTENT_TAG,
  DIGEST_TAG,
  INDEX,
  INDEX_TAG,
} from '../../sources/mlflow/published-files.js';

/** A file that is made here and not read from a directory. */
export interface ReleaseDocument {
  readonly path: string;
  readonly bytes: Buffer;
}

/** The digest of a card without its number: the same whatever number a server gives. */
export function contentDigest({ identity, ...card }: ModelCard): string {
  const { version: _number, ...unnumbered } = identity;
  return jsonDigest({ ...card, identity: unnumbered });
}

/** Card, records and the index of them as a server holds them: canonical JSON. */
export function releaseDocuments({ card, records }: VersionPackage): readonly ReleaseDocument[] {
  const cardFile = { path: CARD, bytes: Buffer.from(canonicalJson(card)) };
  const recordFiles = records.map(({ record }) => ({
    path: calibrationPath(record.id),
    bytes: Buffer.from(canonicalJson(record)),
  }));
  const index = { card: entryOf(cardFile), calibrations: recordFiles.map(entryOf) };
  return [cardFile, ...recordFiles, { path: INDEX, bytes: Buffer.from(canonicalJson(index)) }];
}

/** The tags that make a version one that gateways accept. Equal tags mean equal files. */
export function releaseTags(found: VersionPackage): Readonly<Record<string, string>> {
  const digests = new Map(releaseDocuments(found).map((document) => [document.path, sha256Of(document.bytes)]));
  return {
    [CARD_TAG]: digests.get(CARD) ?? '',
    [INDEX_TAG]: digests.get(INDEX) ?? '',
    [DIGEST_TAG]: found.digest,
    [CONTENT_TAG]: contentDigest(found.card),
  };
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function entryOf({ path, bytes }: ReleaseDocument): { readonly path: string; readonly sha256: string } {
  return { path, sha256: sha256Of(bytes) };
}
