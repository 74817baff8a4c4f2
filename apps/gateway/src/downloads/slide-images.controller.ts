import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { NotFound } from '#libs/errors';
import { encodeOverview, readOverview } from '#libs/slides';
import { authenticateRequest, requestScope } from '#gateway/http';
import { SlideCatalog } from '#gateway/slide-catalog';
import { maxEdgeOf } from './image-arguments.js';
import { fileOf, sendFile, sendUnchanged } from './send-file.js';

const READ_TIMEOUT_MS = 20_000;

/** `/slides/<id>/thumbnail.jpg`: from the tissue pyramid; a file's label and macro image have no way out. */
@Controller('slides/:id')
export class SlideImagesController {
  constructor(private readonly slides: SlideCatalog) {}

  @Get('thumbnail.jpg')
  async thumbnail(
    @Param('id') id: string,
    @Query('maxEdgePx') edge: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { tenant } = authenticateRequest(request);
    const maxEdgePx = maxEdgeOf(edge, 512);
    const [slide] = await this.slides.byIds(tenant, [id]);
    if (!slide) throw new NotFound('slide');
    const identity = `${slide.digest}-thumbnail-${maxEdgePx}`;
    if (await sendUnchanged(request, reply, identity)) return;
    const overview = await readOverview(slide.path, {
      maxEdgePx,
      signal: requestScope(request).signal,
      timeoutMs: READ_TIMEOUT_MS,
    });
    await sendFile(request, reply, fileOf(identity, 'image/jpeg', await encodeOverview(overview)));
  }
}
