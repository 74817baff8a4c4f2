import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { BadUserInput } from '#libs/errors';
import { requestScope } from '#gateway/http';
import { type SpatialMap } from '#gateway/spatial-maps';
import { fileOf, sendFile, sendUnchanged } from './send-file.js';
import { positionsIn, SpatialMapReader, spatialScaleOf } from './spatial-map-reader.js';
import { SpatialTables, type WantedLayers } from './spatial-tables.js';

/** Values of one AnnData file: 40 MB. */
const MOST_VALUES = 10_000_000;
const MOST_LAYERS_OF_GEOJSON = 100;

/** Layers of maps as files for other programs: what SpatialMap.h5adHref and geoJsonHref point at. */
@Controller('spatial-maps/:digest')
export class SpatialTablesController {
  constructor(
    private readonly reader: SpatialMapReader,
    private readonly tables: SpatialTables,
  ) {}

  @Get('map.h5ad')
  async annData(
    @Param('digest') digest: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const readable = await this.reader.mapOf(digest, request);
    const wanted = wantedIn(query, readable.map);
    const most = Math.floor(MOST_VALUES / readable.map.tileCount);
    if (wanted.positions.length > most)
      throw new BadUserInput('names', `must be named: one file holds at most ${most} layers of this map`);
    const identity = `${digest}-h5ad-${query['layers'] === undefined ? 'all' : wanted.positions.join('-')}-${wanted.scale}`;
    if (await sendUnchanged(request, reply, identity)) return;
    const { signal, deadlineAt } = requestScope(request);
    const limits = { signal, timeoutMs: Math.max(1, deadlineAt - Date.now()) };
    const bytes = await this.tables.annData(readable, wanted, limits);
    await sendFile(request, reply, fileOf(identity, 'application/x-hdf5', bytes));
  }

  @Get('map.geojson')
  async geoJson(
    @Param('digest') digest: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const readable = await this.reader.mapOf(digest, request);
    const wanted = wantedIn(query, readable.map);
    if (wanted.positions.length > MOST_LAYERS_OF_GEOJSON)
      throw new BadUserInput('names', `must be 1 to ${MOST_LAYERS_OF_GEOJSON} layers`);
    const text = Readable.from(this.tables.geoJson(readable, wanted, requestScope(request).signal));
    await reply
      .header('content-type', 'application/geo+json')
      .header('cache-control', 'private, max-age=31536000, immutable')
      .send(text);
  }
}

function wantedIn(query: Readonly<Record<string, unknown>>, map: SpatialMap): WantedLayers {
  const all = query['layers'] === undefined;
  const positions = all ? Array.from({ length: map.layerCount }, (_, at) => at) : positionsIn(query['layers'], map);
  return { positions, scale: spatialScaleOf(query['scale']) };
}
