import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type HeatMapScale } from '#graphql/generated/schema-types';
import { deepZoomDescriptor } from '#libs/heat-maps';
import { NotFound } from '#libs/errors';
import { type Answer } from '#gateway/answer-store';
import { AnswerReader, askerOf } from './answer-reader.js';
import { type MapAddress } from './answer-maps.js';
import { DeepZoomMaps } from './deep-zoom-maps.js';
import { heatMapModeOf, heatMapScaleOf } from './image-arguments.js';
import { fileOf, sendFile, sendUnchanged } from './send-file.js';

/** `TILE_CLASS.t0c2.RAW`: method, place of target and class in the card where they are not the standard ones, and scale. */
const NAME = /^([A-Z_]{1,40}?)((?:\.t\d{1,4}(?:c\d{1,4})?)?)\.(PERCENTILE|RAW)$/;
const FOLDER = /^(.{1,80})_files$/;
const FILE = /^(.{1,80}?)\.(dzi|legend\.png)$/;
const TILE = /^(\d{1,6})_(\d{1,6})\.png$/;

interface NamedMap {
  readonly name: string;
  readonly address: MapAddress;
  readonly scale: HeatMapScale;
}

/** Maps of a stored answer for viewers: `<name>.dzi`, and its tiles under `<name>_files/<level>/<column>_<row>.png`. */
@Controller('answers/:id/deep-zoom')
export class DeepZoomController {
  constructor(
    private readonly answers: AnswerReader,
    private readonly maps: DeepZoomMaps,
  ) {}

  @Get(':file')
  async descriptor(
    @Param('id') id: string,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.answers.answerOf(id, request);
    const [, name = '', kind = ''] = FILE.exec(file) ?? [];
    const map = mapOf(name);
    const identity = `${id}-${name}-${kind}`;
    if (await sendUnchanged(request, reply, identity)) return;
    const asker = askerOf(request);
    if (kind === 'dzi') {
      const size = await this.maps.sizeOf(answer, map.address, map.scale, asker);
      const bytes = new TextEncoder().encode(deepZoomDescriptor(size));
      return void (await sendFile(request, reply, fileOf(identity, 'application/xml', bytes)));
    }
    const legend = await this.maps.legend(answer, map.address, map.scale, asker);
    await sendFile(request, reply, fileOf(identity, 'image/png', legend));
  }

  @Get(':folder/:level/:tile')
  async tile(
    @Param() place: { readonly id: string; readonly folder: string; readonly level: string; readonly tile: string },
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer: Answer = await this.answers.answerOf(place.id, request);
    const { name, address, scale } = mapOf(FOLDER.exec(place.folder)?.[1] ?? '');
    const [, column, row] = TILE.exec(place.tile) ?? [];
    if (column === undefined || row === undefined || !/^\d{1,2}$/.test(place.level)) throw new NotFound('array');
    const identity = `${place.id}-${name}-${place.level}-${column}-${row}`;
    if (await sendUnchanged(request, reply, identity)) return;
    const wanted = { level: Number(place.level), column: Number(column), row: Number(row), scale };
    const tile = await this.maps.tile(answer, address, wanted, askerOf(request));
    await sendFile(request, reply, fileOf(identity, 'image/png', tile));
  }
}

function mapOf(name: string): NamedMap {
  const [, mode, key = '', scale] = NAME.exec(name) ?? [];
  if (mode === undefined) throw new NotFound('array');
  return { name, address: { mode: heatMapModeOf(mode), key }, scale: heatMapScaleOf(scale) };
}
