import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { type SpatialScale } from '#graphql/generated/schema-types';
import { encodeNpyHeader } from '#libs/array-files';
import { requestScope } from '#gateway/http';
import { layersOnScale } from '#gateway/queries/spatial-map';
import { MapLayers, pagesOfBytes, type SpatialMap } from '#gateway/spatial-maps';
import { npyOf } from './npy-file.js';
import { type DownloadFile, sendFile } from './send-file.js';
import { positionsIn, spatialScaleOf, SpatialMapReader } from './spatial-map-reader.js';

const LAYER_FILE = /^(\d{1,6})\.(MODEL|PERCENTILE)\.npy$/;

/** Arrays of stored maps: what SpatialMap.href and SpatialLayer.values point at. */
@Controller('spatial-maps/:digest')
export class SpatialFilesController {
  constructor(
    private readonly reader: SpatialMapReader,
    private readonly stored: MapLayers,
  ) {}

  @Get('coords.npy')
  async coords(
    @Param('digest') digest: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { map } = await this.reader.mapOf(digest, request);
    const coords = await this.stored.coords(map, requestScope(request).signal);
    await sendFile(request, reply, npyOf(`${digest}-coords`, 'INT32', [map.tileCount, 2], coords));
  }

  @Get('layers.npy')
  async layers(
    @Param('digest') digest: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { map } = await this.reader.mapOf(digest, request);
    const positions = positionsIn(query['layers'], map);
    const scale = spatialScaleOf(query['scale']);
    const values = await this.valuesOf(map, positions, scale, requestScope(request).signal);
    const identity = `${digest}-${positions.join('-')}-${scale}`;
    await sendFile(request, reply, npyOf(identity, 'FP32', [positions.length, map.tileCount], values));
  }

  @Get('layers/:file')
  async layer(
    @Param('digest') digest: string,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { map } = await this.reader.mapOf(digest, request);
    const [, position, scale] = LAYER_FILE.exec(file) ?? [];
    const positions = positionsIn(position, map);
    const values = await this.valuesOf(map, positions, spatialScaleOf(scale), requestScope(request).signal);
    await sendFile(request, reply, npyOf(`${digest}-${position}-${scale}`, 'FP32', [map.tileCount], values));
  }

  /** All layers, a page of them at a time. */
  @Get('values.npy')
  async values(
    @Param('digest') digest: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { map } = await this.reader.mapOf(digest, request);
    await sendFile(request, reply, this.wholeOf(map, requestScope(request).signal));
  }

  private async valuesOf(map: SpatialMap, positions: readonly number[], scale: SpatialScale, signal: AbortSignal) {
    return layersOnScale(await this.stored.chosen(map, positions, signal), map.tileCount, scale, signal);
  }

  private wholeOf(map: SpatialMap, signal: AbortSignal): DownloadFile {
    const header = encodeNpyHeader(map.datatype, [map.layerCount, map.tileCount]);
    return {
      identity: `${map.digest}-values-npy`,
      contentType: 'application/x-npy',
      sizeBytes: header.length + map.valuesBytes,
      open: async (start, end) => Readable.from(this.bytes(map, header, { start, end }, signal)),
    };
  }

  /** Bytes `start` to `end` of the file, both included. */
  private async *bytes(
    map: SpatialMap,
    header: Uint8Array,
    { start, end }: { readonly start: number; readonly end: number },
    signal: AbortSignal,
  ): AsyncGenerator<Uint8Array> {
    if (start < header.length) yield header.subarray(start, Math.min(end + 1, header.length));
    const from = Math.max(0, start - header.length);
    const to = end - header.length;
    for (const { first, count, startByte } of pagesOfBytes(map, from, to)) {
      const page = await this.stored.storedPage(map, first, count, signal);
      yield page.subarray(Math.max(0, from - startByte), to - startByte + 1);
    }
  }
}
