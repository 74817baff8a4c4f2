import { RegistryUnavailable } from '#libs/errors';
import { z } from 'zod';

/** What one write says. A write is added to the journal once and never edited: a later one says otherwise. */
export type WriteContent = z.infer<typeof contentSchema>;
export type WriteKind = WriteContent['kind'];

/** What a write of an alias says beside its version. */
export type AliasDocument = z.infer<typeof aliasDocument>;

/** Who writes, as established at the edge. */
export interface Writer {
  readonly tenant: string;
  readonly caller: string;
  readonly requestId: string;
}

/** An acknowledged write in its place. Places are 1, 2, 3 ... over all sources, in the order of the commits. */
export type RegistryWrite = WriteContent & {
  readonly seq: number;
  readonly source: string;
  readonly name: string;
  /** SHA-256 over source, name and what the write says. */
  readonly digest: string;
  readonly tenant: string;
  readonly caller: string;
  readonly requestId: string;
  /** The caller's own name for the request that was written; the same name again is the same write. */
  readonly idempotencyKey: string | null;
  /** SHA-256 over what was asked, so that a key cannot be used for something else. */
  readonly requestDigest: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
};

/** Who wrote something, and when (ISO 8601 in UTC). */
export interface WriteStamp {
  readonly by: string;
  readonly at: string;
}

/** As `WriteStamp`, where a server says less: null is what nobody here knows. */
export interface KnownStamp {
  readonly by: string | null;
  readonly at: string | null;
}

const version = z.string();

/** Where the alias pointed before, and what the source itself said of it: both null for nothing. */
const aliasDocument = z.object({
  before: version.nullable(),
  sourceVersion: version.nullable(),
  proposal: z.number().optional().describe('The place of the proposal that this write approves.'),
});

/** What was registered. The documents are the journal's; only files are elsewhere, and the card says what they must be. */
const versionDocument = z.object({
  digest: z.string().describe('Of the version.'),
  place: z.uuid().nullable().describe('The name of the copy of its files; null where a server holds them.'),
  card: z.record(z.string(), z.unknown()),
  records: z.array(z.record(z.string(), z.unknown())).describe('Its calibration records.'),
});

/** The buckets are written and not computed again: which slide meets which version must not depend on the release that reads it. */
const rolloutDocument = z.object({
  target: version.describe('Where the alias pointed.'),
  salt: z.string(),
  arms: z.array(z.object({ version, ranges: z.array(z.tuple([z.number(), z.number()])) })),
  shadow: z.object({ version, buckets: z.number() }).nullable(),
  fallback: z.array(version),
});

const contentSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('CALIBRATION_ADDED'),
    version,
    subject: z.string().describe('Id of the record.'),
    document: z.record(z.string(), z.unknown()).describe('The record.'),
  }),
  z.object({
    kind: z.literal('CALIBRATION_RETIRED'),
    version,
    subject: z.string().describe('Id of the record.'),
    document: z.object({ reason: z.string(), recordDigest: z.string() }),
  }),
  z.object({
    kind: z.literal('ALIAS_SET'),
    version: version.describe('The version that it points at.'),
    subject: z.string().describe('The alias.'),
    document: aliasDocument,
  }),
  z.object({
    kind: z.literal('ALIAS_REMOVED'),
    version: z.null(),
    subject: z.string().describe('The alias.'),
    document: aliasDocument,
  }),
  z.object({
    kind: z.literal('TAG_SET'),
    version: z.null(),
    subject: z.string().describe('The key of the tag.'),
    document: z.object({ value: z.string().nullable().describe('Null where the tag is taken off.') }),
  }),
  z.object({
    kind: z.literal('DESCRIPTION_SET'),
    version: z.null(),
    subject: z.literal(''),
    document: z.object({ text: z.string().nullable() }),
  }),
  z.object({
    kind: z.literal('VERSION_REGISTERED'),
    version,
    subject: z.literal(''),
    document: versionDocument,
  }),
  z.object({
    kind: z.literal('PLACEMENT_SET'),
    version,
    subject: z.string().describe('Id of the model server.'),
    document: z.object({ as: z.object({ name: z.string(), version: z.string().nullable() }) }),
  }),
  z.object({
    kind: z.literal('PLACEMENT_REMOVED'),
    version,
    subject: z.string().describe('Id of the model server.'),
    document: z.object({}),
  }),
  z.object({
    kind: z.literal('ROLLOUT_SET'),
    version: z.null(),
    subject: z.string().describe('The alias.'),
    document: rolloutDocument,
  }),
  z.object({
    kind: z.literal('ROLLOUT_REMOVED'),
    version: z.null(),
    subject: z.string().describe('The alias.'),
    document: z.object({}),
  }),
  z.object({
    kind: z.literal('ALIAS_PROPOSED'),
    version: version.nullable().describe('The version that it shall point at; null to remove it.'),
    subject: z.string().describe('The alias.'),
    document: aliasDocument,
  }),
]);

/**
 * Reads what a stored write says.
 * @throws RegistryUnavailable for a kind that this release does not know: to leave such a write out would be to undo it
 */
export function parseWriteContent(stored: unknown): WriteContent {
  const result = contentSchema.safeParse(stored);
  if (!result.success) {
    throw new RegistryUnavailable(
      'a write in its journal is of a kind that this release does not know; use a newer one',
    );
  }
  return result.data;
}

export function stampOf({ caller, at }: RegistryWrite): WriteStamp {
  return { by: caller, at };
}
