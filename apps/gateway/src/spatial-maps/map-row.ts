import type { JsonObject } from '#libs/database';
import { type AnswerScope, tileEdgeOf } from '#gateway/pipeline';
import type { MemberServer } from './ask-members.js';
import type { MapParameters } from './map-parameters.js';
import type { MapQuestion } from './map-question.js';
import type { WrittenMap } from './map-writer.js';
import type { SpatialMap } from './spatial-map.entity.js';

interface Stored {
  readonly written: WrittenMap;
  readonly namesBlob: string;
  readonly coordsBlob: string;
}

interface Made {
  readonly scope: AnswerScope;
  readonly by: string;
  readonly servers: readonly MemberServer[];
  readonly windowCount: number | null;
}

/** The row of a map whose blobs are durable. */
export function toMapRow(question: MapQuestion, stored: Stored, made: Made): SpatialMap {
  const { version, slide, features, shape, datatype, digest } = question;
  const { written, namesBlob, coordsBlob } = stored;
  const { unit, transform, meaning, window } = shape;
  const parameters: MapParameters = {
    ...{ bag: features.bag.digest, region: features.region, unit, transform, meaning, window },
    ...{ windowCount: made.windowCount, scoring: null },
  };
  return {
    ...{ tenant: made.scope.tenant, digest, slideId: slide.id, kind: 'EXPRESSION', datatype },
    ...{ modelRef: version.ref, modelDigest: version.digest, mode: window ? 'SLIDING_WINDOW' : 'PER_TILE' },
    parameters: {
      ...parameters,
      region: parameters.region && { ...parameters.region },
      window: window && { ...window },
      scoring: null,
    },
    ...{ layerCount: shape.layerCount, tileCount: features.tileCount, valuedTileCount: written.valuedTileCount },
    ...{ blockTiles: written.blockTiles, tileEdgePx: tileEdgeOf(features.bag) },
    ...{ namesBlob, coordsBlob, valuesBlob: written.values.digest, valuesBytes: written.values.sizeBytes },
    reportBlob: null,
    provenance: provenanceOf(question, made),
    ...{ createdBy: made.by, createdAt: new Date() },
  };
}

function provenanceOf(
  { members, features: { bag, inputDigest }, slide }: MapQuestion,
  { scope, servers }: Made,
): JsonObject {
  return {
    models: members.map(({ ref, digest, source }) => ({
      ref,
      digest,
      source,
      snapshotTakenAt: scope.snapshot.readAt(source),
    })),
    servers: servers.map(({ id, reportedVersion }) => ({ id, reportedVersion })),
    features: {
      ...{ digest: bag.digest, preprocessingDigest: bag.preprocessingDigest, inputDigest, origin: bag.origin },
      encoder: { name: bag.encoderName, version: bag.encoderVersion, digest: bag.encoderDigest },
    },
    slide: { id: slide.id, digest: slide.digest },
  };
}
