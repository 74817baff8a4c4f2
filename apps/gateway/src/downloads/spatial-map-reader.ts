import { type FastifyRequest } from 'fastify';
import { type SpatialScale } from '#graphql/generated/schema-types';
import { BadUserInput, NotFound } from '#libs/errors';
import { authenticateRequest } from '#gateway/http';
import { type AnswerScopes } from '#gateway/pipeline';
import { admitMap } from '#gateway/queries/spatial-map';
import { type SpatialMap, type SpatialMapCatalog } from '#gateway/spatial-maps';
import { type ModelVersion } from '#model-registry';
import { askerOf } from './answer-reader.js';

const SCALES: readonly SpatialScale[] = ['MODEL', 'PERCENTILE'];
const DIGEST = /^[0-9a-f]{64}$/;

/** A stored map that may be read, with the version that it is of. */
export interface ReadableMap {
  readonly map: SpatialMap;
  readonly version: ModelVersion;
}

/** Stored maps for routes: the caller's own, of versions that the caller may use. */
export class SpatialMapReader {
  constructor(
    private readonly catalog: SpatialMapCatalog,
    private readonly scopes: AnswerScopes,
  ) {}

  /** @throws NotFound, LicenceRefused, ModelNotFound */
  async mapOf(digest: string, request: FastifyRequest): Promise<ReadableMap> {
    const { tenant } = authenticateRequest(request);
    const map = DIGEST.test(digest) ? await this.catalog.byDigest(tenant, digest) : null;
    if (!map) throw new NotFound('spatial map');
    return { map, version: await admitMap(map, this.scopes.of(askerOf(request))) };
  }
}

/** Positions of layers as an address lists them: `0,12,7`. @throws NotFound for what is no layer of the map */
export function positionsIn(text: unknown, { layerCount }: SpatialMap): readonly number[] {
  if (typeof text !== 'string' || !/^\d{1,6}(,\d{1,6}){0,999}$/.test(text)) throw new NotFound('layer');
  const positions = text.split(',').map(Number);
  if (positions.some((position) => position >= layerCount)) throw new NotFound('layer');
  return positions;
}

/** @throws BadUserInput */
export function spatialScaleOf(text: unknown): SpatialScale {
  const scale = SCALES.find((candidate) => candidate === (text ?? 'MODEL'));
  if (!scale) throw new BadUserInput('scale', `must be one of ${SCALES.join(', ')}`);
  return scale;
}
