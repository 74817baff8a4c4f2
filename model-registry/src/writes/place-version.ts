import { BadUserInput, ModelNotFound } from '#libs/errors';
import { parseModelRef } from '../model-ref.js';
import type { ModelVersion } from '../registered-model.js';
import type { RegistrySnapshot } from '../registry-snapshot.js';
import type { ModelRegistry } from '../registry.js';
import { servingOfModel, type WrittenPlacement } from './model-serving.js';
import type { WritePlan } from './plan.js';
import type { RegistryWrite } from './registry-write.js';

/** Places a version on a server, or takes it away. */
export interface PlaceVersion {
  /** The version, or an alias of it. */
  readonly model: string;
  /** Id of a configured model server. */
  readonly server: string;
  /** What the version is called there; null takes the placement away. */
  readonly as: WrittenPlacement['as'] | null;
}

const SERVED_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;
const SERVED_VERSION = /^[A-Za-z0-9][A-Za-z0-9._-]{0,49}$/;

/**
 * Plans that a version runs on a server under a name, or runs there no more.
 * @param servers ids of the servers of the configuration: addresses stand there and nowhere else
 * @throws BadUserInput, ModelNotFound, AmbiguousModel
 */
export function planPlaceVersion(
  registry: ModelRegistry,
  { model, server, as }: PlaceVersion,
  servers: readonly string[],
): WritePlan {
  const snapshot = registry.snapshot();
  const found = snapshot.resolve(parseModelRef(model));
  check({ server, as }, servers);
  const { source, name, version, ref } = found;
  const shown = placedIn(snapshot, found, server);
  return {
    source,
    name,
    decide: (writes) => {
      if (isSame(placedBy(writes, version, server), as)) return { kind: 'UNCHANGED' };
      return {
        kind: 'WRITE',
        content:
          as === null
            ? { kind: 'PLACEMENT_REMOVED', version, subject: server, document: {} }
            : { kind: 'PLACEMENT_SET', version, subject: server, document: { as } },
      };
    },
    changes: [{ subject: `placement of ${ref} on ${server}`, before: shown, after: as }],
    notices: [],
    isShownBy: (later) => isSame(placedIn(later, found, server), as),
  };
}

function check({ server, as }: Pick<PlaceVersion, 'server' | 'as'>, servers: readonly string[]): void {
  if (!servers.includes(server)) {
    throw new BadUserInput(
      'server',
      'must be the id of a model server of the configuration; `modelServers` lists them',
    );
  }
  if (as === null) return;
  if (!SERVED_NAME.test(as.name)) throw new BadUserInput('as.name', 'must be 1 to 200 letters, digits or . _ -');
  if (as.version !== null && !SERVED_VERSION.test(as.version)) {
    throw new BadUserInput('as.version', 'must be 1 to 50 letters, digits or . _ -, or null');
  }
}

function placedBy(writes: readonly RegistryWrite[], version: string, server: string): PlaceVersion['as'] {
  const { placements } = servingOfModel(writes);
  return placements.find((placed) => placed.version === version && placed.server === server)?.as ?? null;
}

function placedIn(snapshot: RegistrySnapshot, version: ModelVersion, server: string): PlaceVersion['as'] {
  const model = snapshot.models.find(({ source, name }) => source === version.source && name === version.name);
  if (!model) throw new ModelNotFound();
  const placed = model.serving.placements.find((one) => one.version === version.version && one.server === server);
  return placed?.as ?? null;
}

function isSame(a: PlaceVersion['as'], b: PlaceVersion['as']): boolean {
  return a?.name === b?.name && a?.version === b?.version;
}
