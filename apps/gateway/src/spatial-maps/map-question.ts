import { createHash } from 'node:crypto';
import { type OpenQuestion } from '#gateway/pipeline';
import { type MapCall, mapCallOf } from './map-call.js';
import { type MapShape } from './map-shape.js';
import type { SpatialDatatype } from './spatial-map.entity.js';

/** A map that is asked for, with nothing left open. */
export interface MapQuestion extends OpenQuestion {
  readonly shape: MapShape;
  /** How each of the members is asked. */
  readonly calls: readonly MapCall[];
  readonly datatype: SpatialDatatype;
  readonly digest: string;
  /** Numbers that models must answer with. */
  readonly outputs: number;
}

/** @param asked settled but for how the map is made */
export function mapQuestionOf(asked: OpenQuestion, shape: MapShape, datatype: SpatialDatatype): MapQuestion {
  const { version, members, features } = asked;
  const parts = [
    'spatial-map/1',
    version.digest,
    members.map(({ digest }) => digest),
    features.inputDigest,
    features.bag.featuresBlob,
    shape.window && [shape.window.sizeTiles, shape.window.strideTiles, shape.window.minTiles, shape.window.padding],
    datatype,
  ];
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  // Of windows there are about as many as places, and a stride of two leaves a quarter.
  const asks = shape.window ? features.tileCount / shape.window.strideTiles ** 2 : features.tileCount;
  const calls = members.map(({ card }) => mapCallOf(card, shape.window));
  return { ...asked, shape, calls, datatype, digest, outputs: Math.ceil(asks) * shape.layerCount * members.length };
}
