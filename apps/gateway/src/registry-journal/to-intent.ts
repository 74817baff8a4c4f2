import { exactJson, type JsonObject } from '#libs/database';
import { parseServerPlace, parseWriteContent, type WriteIntent } from '#model-registry';
import type { RegistryIntentRow } from './registry-intent.entity.js';

/** @throws RegistryUnavailable for a kind of a newer release */
export function toIntent(row: RegistryIntentRow): WriteIntent {
  const { id, source, name, content, place, before, after, idempotencyKey, requestDigest, at } = row;
  const { tenant, caller, requestId } = row;
  return {
    ...{ id, source, name, before, after, idempotencyKey, requestDigest },
    writer: { tenant, caller, requestId },
    content: parseWriteContent(content),
    place: parseServerPlace(place),
    at: at.toISOString(),
  };
}

/** @throws RangeError for text or numbers that `jsonb` does not hold */
export function toIntentRow({ writer, content, place, at, ...intent }: WriteIntent) {
  return {
    ...{ ...intent, ...writer, at: new Date(at) },
    ...{ content: storable(content), place: storable(place) },
    ...{ state: 'UNSETTLED', found: null, seq: null, settledAt: null },
  };
}

function storable(value: object): JsonObject {
  const json: JsonObject = JSON.parse(JSON.stringify(value));
  exactJson.to(json);
  return json;
}
