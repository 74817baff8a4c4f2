import { versionKey } from './accepted-version.js';
import { NO_STORED_PINS, type PinStore } from './pin-store.js';

/**
 * The digests under which the versions and records of one source were first accepted. They stay for good, over restarts too where there is
 * a store: what was approved under a number is never replaced under that number, not even after it was away for a while.
 */
export class DigestPins {
  private readonly digests = new Map<string, string>();
  private readonly unsaved = new Map<string, string>();
  private isLoaded = false;

  constructor(
    private readonly source: string,
    private readonly store: PinStore = NO_STORED_PINS,
  ) {}

  /** Fetches what was pinned in earlier runs and by other gateways: at once the first time, never again after it has succeeded. */
  async load(signal: AbortSignal): Promise<void> {
    if (this.isLoaded) return;
    for (const [key, digest] of await this.store.load(this.source, signal)) this.digests.set(key, digest);
    this.isLoaded = true;
  }

  /**
   * Stores what was pinned since the last time.
   * @returns whether all of it is as it was pinned here; false when another gateway was faster with other digests, which hold from now on
   */
  async save(signal: AbortSignal): Promise<boolean> {
    if (this.unsaved.size === 0) return true;
    const saved = new Map(this.unsaved);
    const others = await this.store.add(this.source, saved, signal);
    for (const key of saved.keys()) this.unsaved.delete(key);
    for (const [key, digest] of others) this.digests.set(key, digest);
    return others.size === 0;
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

  /** The digest of a version that was ever accepted, or null. */
  versionDigest(name: string, version: string): string | null {
    return this.digests.get(versionKey(name, version)) ?? null;
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
    if (this.digests.has(key)) return;
    this.digests.set(key, digest);
    this.unsaved.set(key, digest);
  }
}
