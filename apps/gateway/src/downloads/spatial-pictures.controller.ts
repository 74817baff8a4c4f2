import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { deepZoomDescriptor } from '#libs/heat-maps';
import { NotFound } from '#libs/errors';
import { askerOf } from './answer-reader.js';
import { maxEdgeOf } from './image-arguments.js';
import { fileOf, sendFile, sendUnchanged } from './send-file.js';
import { positionsIn, spatialScaleOf, SpatialMapReader } from './spatial-map-reader.js';
import { type PicturedLayer, SpatialPictures } from './spatial-pictures.js';

const NAME = /^(\d{1,6})\.(MODEL|PERCENTILE)$/;
const FILE = /^(.{1,30}?)\.(dzi|legend\.png|png)$/;
const TILE = /^(\d{1,6})_(\d{1,6})\.png$/;

/** Layers of maps as pictures: `<layer>.<scale>.png`, and for viewers `.dzi` with its tiles and `.legend.png`. */
@Controller('spatial-maps/:digest/pictures')
export class SpatialPicturesController {
  constructor(
    private readonly reader: SpatialMapReader,
    private readonly pictures: SpatialPictures,
  ) {}

  @Get(':file')
  async file(
    @Param('digest') digest: string,
    @Param('file') file: string,
    @Query('maxEdgePx') edge: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [, name = '', kind = ''] = FILE.exec(file) ?? [];
    const layer = await this.layerOf(digest, name, request);
    const maxEdgePx = maxEdgeOf(edge, 1024);
    const identity = `${digest}-${name}-${kind}${kind === 'png' ? `-${maxEdgePx}` : ''}`;
    if (await sendUnchanged(request, reply, identity)) return;
    const asker = askerOf(request);
    if (kind === 'dzi') {
      const bytes = new TextEncoder().encode(deepZoomDescriptor(await this.pictures.sizeOf(layer, asker)));
      return void (await sendFile(request, reply, fileOf(identity, 'application/xml', bytes)));
    }
    const drawn = kind === 'png' ? this.pictures.picture(layer, maxEdgePx, asker) : this.pictures.legend(layer, asker);
    await sendFile(request, reply, fileOf(identity, 'image/png', await drawn));
  }

  @Get(':folder/:level/:tile')
  async tile(
    @Param() place: { readonly digest: string; readonly folder: string; readonly level: string; readonly tile: string },
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [name = '', ...rest] = place.folder.split('_files');
    const [, column, row] = TILE.exec(place.tile) ?? [];
    if (rest.join() !== '' || column === undefined || row === undefined || !/^\d{1,2}$/.test(place.level))
      throw new NotFound('array');
    const layer = await this.layerOf(place.digest, name, request);
    const identity = `${place.digest}-${name}-${place.level}-${column}-${row}`;
    if (await sendUnchanged(request, reply, identity)) return;
    const wanted = { level: Number(place.level), column: Number(column), row: Number(row) };
    const tile = await this.pictures.tile(layer, wanted, askerOf(request));
    await sendFile(request, reply, fileOf(identity, 'image/png', tile));
  }

  private async layerOf(digest: string, name: string, request: FastifyRequest): Promise<PicturedLayer> {
    const { map } = await this.reader.mapOf(digest, request);
    const [, number, scale] = NAME.exec(name) ?? [];
    const [position = 0] = positionsIn(number, map);
    return { map, position, scale: spatialScaleOf(scale) };
  }
}
