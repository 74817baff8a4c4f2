import type { VersionPackage } from '../packages/version-package.js';
import type { Making } from './through/through-plan.js';

/** A version that is to be registered. */
export interface RegisterVersion {
  readonly source: string;
  readonly package: VersionPackage;
  /** The highest version that the caller believes the model has; null for none; undefined where the caller does not say. */
  readonly expectedVersion?: string | null | undefined;
}

/** What is asked for, as the journal remembers it beside an idempotency key. */
export function askedToRegister({ source, package: version, expectedVersion }: RegisterVersion) {
  const { name, version: number, digest, records } = version;
  const belief = expectedVersion === undefined ? {} : { expectedVersion };
  return { source, name, version: number, digest, records: records.map((record) => record.digest), ...belief };
}

/**
 * FORESEEN: it is only asked what would be written. NEEDLESS: the version was there already. COPIED: its files are under this name.
 * UPLOADED: its server has them.
 */
export type Copy =
  | { readonly kind: 'FORESEEN' | 'NEEDLESS' }
  | { readonly kind: 'COPIED'; readonly place: string }
  | { readonly kind: 'UPLOADED'; readonly making: Making };

/** What the journal says of a version. */
export function contentOf({ version, digest, card, records }: VersionPackage, place: string | null) {
  const document = { digest, place, card: { ...card }, records: records.map(({ record }) => ({ ...record })) };
  return { kind: 'VERSION_REGISTERED', version, subject: '', document } as const;
}
