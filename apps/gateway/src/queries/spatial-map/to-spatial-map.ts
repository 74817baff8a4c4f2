import { z } from 'zod';
import { mapParametersOf, type SpatialMap } from '#gateway/spatial-maps';
import type { ModelVersion } from '#model-registry';

const server = z.object({ id: z.string(), reportedVersion: z.string().nullable() });
const provenance = z.object({
  models: z.array(z.object({ ref: z.string(), digest: z.string(), source: z.string(), snapshotTakenAt: z.string() })),
  servers: z.array(server),
  features: z.looseObject({}),
  slide: z.object({ id: z.string(), digest: z.string() }),
});

/** A map as the schema has it, and who may read it was asked; what is not here has a resolver. */
export function toSpatialMap(map: SpatialMap, version: ModelVersion) {
  const { unit, transform, meaning, window, windowCount, region } = mapParametersOf(map);
  return {
    map,
    version,
    ...{ digest: map.digest, kind: map.kind, model: map.modelRef, mode: map.mode, datatype: map.datatype },
    ...{ meaning, unit, transform, region },
    window: window && { ...window, windowCount: windowCount ?? 0 },
    ...{ tileCount: map.tileCount, valuedTileCount: map.valuedTileCount, tileEdgePx: map.tileEdgePx },
    layerCount: map.layerCount,
    href: () => `${mapPath(map)}/values.npy`,
    provenance: provenance.parse(map.provenance),
    createdAt: map.createdAt.toISOString(),
  };
}

export type SpatialMapParent = ReturnType<typeof toSpatialMap>;

/** Where the files of a map are. */
export function mapPath({ digest }: Pick<SpatialMap, 'digest'>): string {
  return `/spatial-maps/${digest}`;
}
