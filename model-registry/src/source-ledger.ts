import { isDeepStrictEqual } from 'node:util';
import { Cancelled, isDomainError, RegistryUnavailable } from '#libs/errors';
import { versionKey, type AcceptedVersion } from './accepted-version.js';
import type { DigestPins } from './digest-pins.js';
import { groupBy } from './group-by.js';
import { inLanes } from './in-lanes.js';
import { judgeAliases, type Aliases } from './judge-aliases.js';
import { judgeVersion } from './judge-version.js';
import { orAbort } from './or-abort.js';
import type { QuarantinedEntry, SourceStatus } from './registered-model.js';
import type { ProposedVersion, RegistrySource, SourceProposal } from './sources/registry-source.js';
import { NOTHING_WRITTEN, type WrittenLayer } from './writes/written-layer.js';

/** What one reading of a source came to. Replaced whole. */
export interface SourceContents {
  readonly versions: ReadonlyMap<string, AcceptedVersion>;
  readonly aliases: ReadonlyMap<string, Aliases>;
  readonly quarantined: readonly QuarantinedEntry[];
  readonly withoutCard: number;
  readonly written: WrittenLayer;
}

/** Judging a version may ask its server for a file. */
const LANES = 4;

const NOTHING: SourceContents = {
  versions: new Map(),
  aliases: new Map(),
  quarantined: [],
  withoutCard: 0,
  written: NOTHING_WRITTEN,
};

/** The registry's book on one source: what was last accepted of it, when, and what went wrong since. */
export class SourceLedger {
  contents: SourceContents = NOTHING;
  lastSuccessMs: number | null = null;
  lastError: SourceStatus['lastError'] = null;
  private turn: Promise<void> = Promise.resolve();
  private inFlight: Promise<unknown> | null = null;

  constructor(
    readonly source: RegistrySource,
    /** The digests under which versions and records were first accepted, whether or not the source has them now. */
    readonly pins: DigestPins,
    private readonly timeoutMs: number,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Whether a reading is under way, one that hangs included. */
  get isReading(): boolean {
    return this.inFlight !== null;
  }

  /**
   * Reads the source once, after any reading that was asked for before: who asks after a change must not get the reading from before it.
   * A failure of the source is written into the book, and its last good contents stay.
   * @throws Cancelled if the caller's signal fires first
   */
  async read(signal: AbortSignal): Promise<void> {
    const turn = this.turn.then(() => this.readNow(signal));
    this.turn = turn.catch(() => {});
    try {
      await orAbort(turn, signal);
    } catch (cause) {
      throw signal.aborted ? new Cancelled({ cause }) : cause;
    }
  }

  /** When every reading that was asked for is over or given up. */
  async idle(): Promise<void> {
    await this.turn;
  }

  private async readNow(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const deadline = AbortSignal.timeout(this.source.readingMs ?? this.timeoutMs);
    try {
      this.contents = await this.readWithin(AbortSignal.any([signal, deadline]));
      this.lastSuccessMs = Date.now();
      this.lastError = null;
    } catch (cause) {
      signal.throwIfAborted();
      if (!isDomainError(cause) && !deadline.aborted) this.report(cause);
      const known = isDomainError(cause) ? cause : new RegistryUnavailable(deadline.aborted ? TOO_SLOW : UNKNOWN);
      this.lastError = { code: known.code, message: known.message };
    }
  }

  private async readWithin(signal: AbortSignal): Promise<SourceContents> {
    // A file system that hangs does not hear the signal: one reading may hang, a second one is not started behind it.
    if (this.inFlight) throw new RegistryUnavailable('an earlier reading of it has not come back');
    const reading = this.readAll(signal);
    this.inFlight = reading;
    const done = (): void => {
      this.inFlight = null;
    };
    reading.then(done, done);
    return orAbort(reading, signal);
  }

  private async readAll(signal: AbortSignal): Promise<SourceContents> {
    // Without them what was replaced while nobody looked would pass for what it replaced.
    await this.pins.load(signal);
    const proposal = await this.source.propose(signal);
    const contents = await this.judge(proposal, signal);
    if (await this.savePins(signal)) return contents;
    // Another gateway accepted something else under the same number just before: that holds.
    return this.judge(proposal, signal);
  }

  /** What cannot be stored now is stored after the next reading: that the store is away must not take models out of service. */
  private async savePins(signal: AbortSignal): Promise<boolean> {
    try {
      return await this.pins.save(signal);
    } catch (error) {
      signal.throwIfAborted();
      this.report(error);
      return true;
    }
  }

  private async judge(proposal: SourceProposal, signal: AbortSignal): Promise<SourceContents> {
    const versions = new Map<string, AcceptedVersion>();
    const quarantined = [...proposal.refused];
    const times = groupBy(proposal.versions, ({ name, version }) => versionKey(name, version));
    const judged = await inLanes(proposal.versions, LANES, async (proposed) => {
      const key = versionKey(proposed.name, proposed.version);
      const known = this.contents.versions.get(key);
      const isTwice = (times.get(key)?.length ?? 0) > 1;
      const judgement = isTwice
        ? { accepted: known ?? null, quarantined: [twice(proposed)] }
        : await judgeVersion(proposed, known, this.pins, signal);
      return { key, ...judgement };
    });
    for (const { key, accepted, quarantined: refused } of judged) {
      if (accepted) versions.set(key, accepted);
      quarantined.push(...refused);
    }
    for (const version of this.contents.versions.values()) {
      if (proposal.unreadable.includes(version.name)) versions.set(versionKey(version.name, version.version), version);
    }
    signal.throwIfAborted();
    const aliases = this.judgeAll(proposal, quarantined);
    this.pinAll(versions);
    const { withoutCard, written = NOTHING_WRITTEN } = proposal;
    const found = { versions, aliases, quarantined, withoutCard, written };
    return isSame(this.contents, found) ? this.contents : found;
  }

  private judgeAll(proposal: SourceProposal, quarantined: QuarantinedEntry[]): ReadonlyMap<string, Aliases> {
    const aliases = new Map<string, Aliases>();
    const keep = (name: string): void => {
      const known = this.contents.aliases.get(name);
      if (known) aliases.set(name, known);
    };
    for (const { name, document } of proposal.aliases) {
      const judged = judgeAliases(document);
      if (judged.kind === 'GOOD') aliases.set(name, judged.aliases);
      else {
        quarantined.push(judged.entry);
        keep(name);
      }
    }
    proposal.unreadable.forEach(keep);
    return aliases;
  }

  private pinAll(versions: ReadonlyMap<string, AcceptedVersion>): void {
    for (const { name, version, digest, calibrations } of versions.values()) {
      this.pins.pinVersion(name, version, digest);
      for (const { record, digest: of } of calibrations) this.pins.pinRecord(name, version, record.id, of);
    }
  }
}

/** Then the contents keep their identity, and nothing that was made of them needs to be made again. */
function isSame(known: SourceContents, found: SourceContents): boolean {
  return (
    known.versions.size === found.versions.size &&
    known.withoutCard === found.withoutCard &&
    [...found.versions].every(([key, version]) => known.versions.get(key) === version) &&
    isDeepStrictEqual(known.aliases, found.aliases) &&
    isDeepStrictEqual(known.quarantined, found.quarantined) &&
    isDeepStrictEqual(known.written, found.written)
  );
}

const TOO_SLOW = 'it did not answer in time';
const UNKNOWN = 'reading it failed for a reason that is not known';

function twice({ card: { path } }: ProposedVersion): QuarantinedEntry {
  return { path, code: 'REGISTRY_BAD_RESPONSE', reason: 'the source has this version more than once', problems: [] };
}
