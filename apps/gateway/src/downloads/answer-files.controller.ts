import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { NotFound } from '#libs/errors';
import { BlobStore } from '#gateway/blob-store';
import { requestScope } from '#gateway/http';
import { AnswerMaps } from './answer-maps.js';
import { AnswerReader, askerOf } from './answer-reader.js';
import { fileOf, sendFile, sendUnchanged } from './send-file.js';
import { npyOf, npyOfBlob } from './npy-file.js';
import { NUMPY_DATATYPES, numpyArrayOf } from './numpy-array.js';
import { answerRowOf, datatypeOf, servedArrayFrom, servedFromBytes } from '#gateway/pipeline';
import { heatMapModeOf, heatMapScaleOf, maxEdgeOf } from './image-arguments.js';

/** `TILE_CLASS.png`, and `TILE_CLASS.t0c2.png` for the third class of the first target. */
const MAP_FILE = /^([A-Z_]{1,40})((?:\.t\d{1,4}(?:c\d{1,4})?)?)\.(npy|png)$/;

/** Files of a stored answer: its arrays, and the maps that can be drawn from it. */
@Controller('answers/:id')
export class AnswerFilesController {
  constructor(
    private readonly reader: AnswerReader,
    private readonly blobs: BlobStore,
    private readonly maps: AnswerMaps,
  ) {}

  /** An output of the model, as it came from the server. */
  @Get('arrays/:file')
  async array(
    @Param('id') id: string,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.reader.answerOf(id, request);
    const name = nameOf(file);
    const { outputs } = answerRowOf(answer);
    const datatype = datatypeOf(outputs, name);
    const inline = outputs.values[name];
    if (inline) {
      const array = numpyArrayOf(servedArrayFrom(datatype, inline));
      const shape = outputs.shapes[name] ?? [inline.length];
      return void (await sendFile(request, reply, npyOf(`${id}-${name}`, array.datatype, shape, array.data)));
    }
    const stored = answer.arrays[name];
    if (!stored) throw new NotFound('array');
    const { signal } = requestScope(request);
    const numpy = NUMPY_DATATYPES[datatype];
    if (numpy) return sendFile(request, reply, await npyOfBlob(this.blobs, stored.blob, numpy, stored.shape, signal));
    const array = numpyArrayOf(servedFromBytes(datatype, Uint8Array.from(await this.blobs.read(stored.blob))));
    await sendFile(request, reply, npyOf(`${id}-${name}`, array.datatype, stored.shape, array.data));
  }

  /** Top left corners of the answer's tiles. */
  @Get('coords.npy')
  async coords(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const answer = await this.reader.answerOf(id, request);
    const coords = await this.maps.coordsOf(answer, askerOf(request));
    await sendFile(request, reply, npyOf(`${id}-coords`, 'INT32', [coords.length / 2, 2], coords));
  }

  /** A map as numbers (`.npy`) or as a picture over the slide (`.png`). */
  @Get('maps/:file')
  async map(
    @Param('id') id: string,
    @Param('file') file: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.reader.answerOf(id, request);
    const [, name = '', key = '', kind = ''] = MAP_FILE.exec(file) ?? [];
    if (kind === '') throw new NotFound('array');
    const address = { mode: heatMapModeOf(name), key };
    const asker = askerOf(request);
    const drawing = { scale: heatMapScaleOf(query['scale']), maxEdgePx: maxEdgeOf(query['maxEdgePx'], 1024) };
    const identity = `${id}-${name}${key}-${drawing.scale}-${drawing.maxEdgePx}`;
    if (kind === 'png' && (await sendUnchanged(request, reply, identity))) return;
    const map = await this.maps.valuesOf(answer, address, asker);
    if (kind === 'npy')
      return void (await sendFile(
        request,
        reply,
        npyOf(`${id}-${name}${key}`, 'FP32', [map.values.length], map.values),
      ));
    await sendFile(request, reply, fileOf(identity, 'image/png', await this.maps.draw(map, drawing, asker)));
  }
}

function nameOf(file: string): string {
  const [, name] = /^([A-Za-z0-9_.-]{1,100})\.npy$/.exec(file) ?? [];
  if (name === undefined) throw new NotFound('array');
  return name;
}
