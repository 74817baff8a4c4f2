import { InvalidConfig } from '#libs/errors';
import { DigestPins } from './digest-pins.js';
import { isSourceId } from './model-ref.js';
import { NO_STORED_PINS, type PinStore } from './pin-store.js';
import type { RegistrySnapshot } from './registry-snapshot.js';
import { SourceLedger } from './source-ledger.js';
import type { RegistrySource } from './sources/registry-source.js';
import { takeSnapshot } from './take-snapshot.js';
import type { WritableServer } from './writes/through/through-plan.js';

export type SnapshotListener = (snapshot: RegistrySnapshot, previous: RegistrySnapshot) => void;

export interface ModelRegistryOptions {
  readonly sources: readonly RegistrySource[];
  /** How long one reading of one source may take, in milliseconds; 60,000 unless stated. */
  readonly sourceTimeoutMs?: number;
  /**
   * Digests that were accepted once. A version or a record that is found under another digest goes to quarantine. Without a store
   * immutability is held within one run.
   */
  readonly pins?: PinStore;
  /** Told of what should not happen: a fault while reading a source, a listener that throws. */
  readonly report?: (error: unknown) => void;
}

const SOURCE_TIMEOUT_MS = 60_000;

/**
 * Several sources joined into one catalogue. Sources are read in the background; whoever needs a model takes the snapshot, which is in
 * memory and never waits for a source.
 */
export class ModelRegistry {
  private current: RegistrySnapshot;
  private readonly listeners = new Set<SnapshotListener>();
  private readonly closing = new AbortController();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly hinted = new Set<SourceLedger>();
  private readonly watches: (() => void)[] = [];

  private constructor(
    private readonly ledgers: readonly SourceLedger[],
    private readonly report: (error: unknown) => void,
  ) {
    this.current = takeSnapshot(ledgers, Date.now(), null);
    for (const ledger of ledgers.filter(({ source }) => source.pollMs > 0)) {
      this.poll(ledger);
      this.watches.push(ledger.source.watch?.(() => this.readQuietly(ledger)) ?? ignore);
    }
  }

  /**
   * Opens the registry and reads every source of this machine once; remote ones are read in the background and are DOWN until they have
   * answered. A source that cannot be read does not stop the start.
   * @throws InvalidConfig if two sources have one id, or an id is not of lower-case letters, digits and dashes
   * @throws Cancelled if the signal fires first
   */
  static async open(options: ModelRegistryOptions, signal: AbortSignal): Promise<ModelRegistry> {
    const { sources, sourceTimeoutMs = SOURCE_TIMEOUT_MS, pins = NO_STORED_PINS, report = ignore } = options;
    checkIds(sources);
    const ledgers = sources.map(
      (source) => new SourceLedger(source, new DigestPins(source.id, pins), sourceTimeoutMs, report),
    );
    const registry = new ModelRegistry(ledgers, report);
    try {
      for (const ledger of ledgers.filter(({ source }) => source.isRemote)) registry.readQuietly(ledger);
      await Promise.all(
        ledgers.filter(({ source }) => !source.isRemote).map((ledger) => registry.read(ledger, signal)),
      );
    } catch (error) {
      await registry.close();
      throw error;
    }
    return registry;
  }

  /** The newest snapshot. Take it once per operation, so that one operation sees one catalogue. */
  snapshot(): RegistrySnapshot {
    return this.current;
  }

  /**
   * Reads every source again and gives the snapshot afterwards. Each source that answers is in service at once; one that hangs holds up
   * this call until its time is over, and nobody else.
   * @throws Cancelled if the signal fires first, or the registry is closed
   */
  async reload(signal: AbortSignal): Promise<RegistrySnapshot> {
    await Promise.all(this.ledgers.map((ledger) => this.readWhole(ledger, signal)));
    return this.current;
  }

  /**
   * Reads one source again, as `reload` does; a reading that fails is in the source's state. An unknown id reads nothing.
   * @throws Cancelled if the signal fires first, or the registry is closed
   */
  async reloadSource(id: string, signal: AbortSignal): Promise<RegistrySnapshot> {
    const ledger = this.ledgers.find(({ source }) => source.id === id);
    if (ledger) await this.readWhole(ledger, signal);
    return this.current;
  }

  /**
   * A hint that a source has something new, from whoever cannot be trusted with more: it is read soon, in the background, and
   * anew if it is being read already: that reading may have begun before. Hints that come meanwhile are one. Unknown ids are ignored.
   */
  hint(sourceId: string): void {
    const ledger = this.ledgers.find(({ source }) => source.id === sourceId);
    if (!ledger || this.hinted.has(ledger)) return;
    ledger.source.lookAtEverything?.();
    this.hinted.add(ledger);
    void ledger.idle().then(() => {
      this.hinted.delete(ledger);
      // Only one that hangs is reading now.
      if (!ledger.isReading) this.readQuietly(ledger);
    });
  }

  /** The digest under which a record was first accepted, or null: the id is taken, even if the source has lost the record. */
  pinnedRecord(source: string, name: string, version: string, record: string): string | null {
    return this.ledgers.find((ledger) => ledger.source.id === source)?.pins.recordDigest(name, version, record) ?? null;
  }

  /** As `pinnedRecord`, for the number of a version. */
  pinnedVersion(source: string, name: string, version: string): string | null {
    return this.ledgers.find((ledger) => ledger.source.id === source)?.pins.versionDigest(name, version) ?? null;
  }

  /** The server that writes to a source are made on; null where they are made in the gateway's own journal alone. */
  serverOf(sourceId: string): WritableServer | null {
    return this.ledgers.find(({ source }) => source.id === sourceId)?.source.server ?? null;
  }

  /** Calls the listener with every snapshot whose entries, or a state of whose sources, differ from the one before. Returns its end. */
  onSnapshot(listener: SnapshotListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Stops reading. The last snapshot stays usable. */
  async close(): Promise<void> {
    this.timers.forEach(clearTimeout);
    this.watches.forEach((end) => end());
    this.listeners.clear();
    this.closing.abort();
    await Promise.all(this.ledgers.map((ledger) => ledger.idle()));
  }

  private async readWhole(ledger: SourceLedger, signal: AbortSignal): Promise<void> {
    ledger.source.lookAtEverything?.();
    await this.read(ledger, signal);
  }

  private async read(ledger: SourceLedger, signal: AbortSignal): Promise<void> {
    await ledger.read(AbortSignal.any([signal, this.closing.signal]));
    this.swap();
  }

  private readQuietly(ledger: SourceLedger): void {
    this.read(ledger, this.closing.signal).catch(ignore);
  }

  private poll(ledger: SourceLedger): void {
    const tick = (): void => {
      this.timers.delete(timer);
      if (!ledger.isReading) this.readQuietly(ledger);
      this.poll(ledger);
    };
    // Up to a fifth sooner or later: several gateways that started together do not ask together for ever.
    const timer = setTimeout(tick, ledger.source.pollMs * (0.8 + 0.4 * Math.random())).unref();
    this.timers.add(timer);
  }

  private swap(): void {
    const previous = this.current;
    this.current = takeSnapshot(this.ledgers, Date.now(), previous);
    if (this.current.id === previous.id && statesOf(this.current) === statesOf(previous)) return;
    for (const listener of this.listeners) {
      try {
        listener(this.current, previous);
      } catch (error) {
        this.report(error);
      }
    }
  }
}

function checkIds(sources: readonly RegistrySource[]): void {
  const ids = sources.map((source) => source.id);
  if (!ids.every(isSourceId)) {
    throw new InvalidConfig('registrySources', 'must have ids of lower-case letters, digits and dashes, at most 63');
  }
  if (new Set(ids).size < ids.length) throw new InvalidConfig('registrySources', 'must have a different id each');
}

function statesOf({ sources }: RegistrySnapshot): string {
  return sources.map((source) => source.state).join();
}

function ignore(): void {}
