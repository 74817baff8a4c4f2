import { exactJson, type JsonObject } from '#libs/database';
import { parseWriteContent, type RegistryWrite } from '#model-registry';
import type { RegistryWriteRow } from './registry-write.entity.js';

/** @throws RegistryUnavailable for a kind of a newer release */
export function toWrite(row: RegistryWriteRow): RegistryWrite {
  const { kind, version, subject, document, at, ...place } = row;
  return { ...place, ...parseWriteContent({ kind, version, subject, document }), at: at.toISOString() };
}

/** @throws RangeError for text or numbers that `jsonb` does not hold */
export function toRow({ document, at, ...write }: RegistryWrite) {
  const json: JsonObject = JSON.parse(JSON.stringify(document));
  exactJson.to(json);
  return { ...write, document: json, at: new Date(at) };
}
