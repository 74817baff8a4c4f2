import { versionKey } from './accepted-version.js';

/**
 * The digests under which versions and records were first accepted. They stay for good: what was approved under a number is never
 * replaced under that number, not even after it was away for a while.
 */
export class DigestPins {
  private readonly digests: Map<string, string>;

  /** @param known digests from an earlier run, by `name/version` and by `name/version#record` */
  constructor(known: ReadonlyMap<string, string> = new Map()) {
    this.digests = new Map(known);
  }

  allowsVersion(name: string, version: string, digest: string): boolean {
    return this.allows(versionKey(name, version), digest);
  }

  allowsRecord(name: string, version: string, record: string, digest: string): boolean {
    return this.allows(`${versionKey(name, version)}#${record}`, digest);
  }

  /** The digest of a record that was ever accepted, or null. */
  recordDigest(name: string, version: string, record: string): string | null {
    return this.digests.get(`${versionKey(name, version)}#${record}`) ?? null;
  }

  pinVersion(name: string, version: string, digest: string): void {
    this.pin(versionKey(name, version), digest);
  }

  pinRecord(name: string, version: string, record: string, digest: string): void {
    this.pin(`${versionKey(name, version)}#${record}`, digest);
  }

  private allows(key: string, digest: string): boolean {
    const pinned = this.digests.get(key);
    return pinned === undefined || pinned === digest;
  }

  private pin(key: string, digest: string): void {
    if (!this.digests.has(key)) this.digests.set(key, digest);
  }
}
