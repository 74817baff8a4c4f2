import { type RegistrySnapshot } from '#model-registry';
import { type Clock, systemClock } from './clock.js';
import { type GuardedServer, type ServedName } from './guarded-server.js';
import { type PlacedVersion, type ServerLook } from './look-at-server.js';
import { type Placements } from './placements.js';
import { type PlacementState } from './placement-state.js';
import { ServerWatch } from './server-watch.js';

/** What a fleet is watched by. */
export interface FleetOptions {
  readonly intervalMs: number;
  readonly report: (error: unknown) => void;
  readonly clock?: Clock;
}

interface Watched {
  readonly server: GuardedServer;
  readonly watch: ServerWatch;
}

/** What should run on one server. */
interface Places {
  readonly placed: readonly PlacedVersion[];
  /** Names, as of `nameKey`, that more than one content is placed under. */
  readonly contested: ReadonlySet<string>;
}

const NO_PLACES: Places = { placed: [], contested: new Set() };
const CONTESTED: PlacementState = {
  kind: 'UNROUTABLE',
  reason: 'another version is placed on the server under the same name and number',
};

/** The model servers, what each holds by the last look at it, and which versions should run where. */
export class Fleet {
  private readonly watched: ReadonlyMap<string, Watched>;
  private snapshot: (() => RegistrySnapshot) | null = null;
  private readonly placesIn = new WeakMap<RegistrySnapshot, ReadonlyMap<string, Places>>();

  constructor(
    servers: readonly GuardedServer[],
    readonly placements: Placements,
    { clock = systemClock, intervalMs, report }: FleetOptions,
  ) {
    this.watched = new Map(
      servers.map((server) => {
        const placed = (): readonly PlacedVersion[] => this.placedOn(server.id);
        return [server.id, { server, watch: new ServerWatch(server, { clock, intervalMs, report, placed }) }];
      }),
    );
  }

  /** Begins to look at the servers. */
  start(snapshot: () => RegistrySnapshot): void {
    this.snapshot = snapshot;
    for (const { watch } of this.watched.values()) watch.start();
  }

  get servers(): readonly GuardedServer[] {
    return [...this.watched.values()].map(({ server }) => server);
  }

  server(id: string): GuardedServer | null {
    return this.watched.get(id)?.server ?? null;
  }

  /** The last look at a server; null before the first. */
  lookAt(id: string): ServerLook | null {
    return this.watched.get(id)?.watch.look ?? null;
  }

  stateOf(server: string, as: ServedName, digest: string): PlacementState {
    if (this.placesOf(server).contested.has(nameKey(as))) return CONTESTED;
    return this.watched.get(server)?.watch.stateOf(as, digest) ?? { kind: 'UNREACHABLE' };
  }

  /** The versions that should run on a server. */
  placedOn(server: string): readonly PlacedVersion[] {
    return this.placesOf(server).placed;
  }

  /** Something changed: the servers are looked at again soon. */
  lookSoon(): void {
    for (const { watch } of this.watched.values()) watch.lookSoon();
  }

  async close(): Promise<void> {
    await Promise.all([...this.watched.values()].map(({ watch }) => watch.close()));
  }

  private placesOf(server: string): Places {
    if (!this.snapshot) return NO_PLACES;
    const snapshot = this.snapshot();
    const places = this.placesIn.get(snapshot) ?? this.placeAll(snapshot);
    this.placesIn.set(snapshot, places);
    return places.get(server) ?? NO_PLACES;
  }

  private placeAll({ models }: RegistrySnapshot): ReadonlyMap<string, Places> {
    const placed = new Map<string, PlacedVersion[]>();
    for (const version of models.flatMap(({ versions }) => versions))
      for (const { server, as } of this.placements.find(version)) {
        const known = placed.get(server) ?? [];
        known.push({ version, as });
        placed.set(server, known);
      }
    return new Map([...placed].map(([server, all]) => [server, { placed: all, contested: contestedIn(all) }]));
  }
}

function nameKey({ name, version }: ServedName): string {
  return `${name}/${version ?? ''}`;
}

/** Names under which versions with different content are placed: nobody can tell which of them would answer. */
function contestedIn(placed: readonly PlacedVersion[]): ReadonlySet<string> {
  const digests = new Map<string, string>();
  const contested = new Set<string>();
  for (const { as, version } of placed) {
    const key = nameKey(as);
    if ((digests.get(key) ?? version.digest) !== version.digest) contested.add(key);
    digests.set(key, version.digest);
  }
  return contested;
}
