import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { ModelNotFound, NotFound } from '#libs/errors';
import { BlobStore } from '#gateway/blob-store';
import { type FeatureBag, FeatureStore } from '#gateway/feature-store';
import { authenticateRequest, requestScope } from '#gateway/http';
import { AnswerScopes } from '#gateway/pipeline';
import { npyOfBlob } from './npy-file.js';
import { sendFile } from './send-file.js';

/** `/features/<digest>/features.npy` and `coords.npy`: what FeatureBag.featuresHref and coordsHref point at. */
@Controller('features/:digest')
export class FeatureFilesController {
  constructor(
    private readonly features: FeatureStore,
    private readonly blobs: BlobStore,
    private readonly scopes: AnswerScopes,
  ) {}

  @Get('features.npy')
  async featuresFile(
    @Param('digest') digest: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bag = await this.bagOf(digest, request);
    await this.admit(bag, request);
    await sendFile(
      request,
      reply,
      await npyOfBlob(this.blobs, bag.featuresBlob, 'FP32', [bag.tileCount, bag.dim], requestScope(request).signal),
    );
  }

  @Get('coords.npy')
  async coordsFile(
    @Param('digest') digest: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bag = await this.bagOf(digest, request);
    await sendFile(
      request,
      reply,
      await npyOfBlob(this.blobs, bag.coordsBlob, bag.coordsDatatype, [bag.tileCount, 2], requestScope(request).signal),
    );
  }

  /** Features are an encoder's numbers; where the tiles lie is nobody's. */
  private async admit({ encoderDigest }: FeatureBag, request: FastifyRequest): Promise<void> {
    const { signal, deadlineAt } = requestScope(request);
    const { licences, snapshot } = this.scopes.of({ caller: authenticateRequest(request), signal, deadlineAt });
    const [encoder] = snapshot.byDigest(encoderDigest);
    if (!encoder) throw new ModelNotFound('digest');
    await licences.admit(encoder);
  }

  private async bagOf(digest: string, request: FastifyRequest) {
    const { tenant } = authenticateRequest(request);
    const bag = await this.features.byDigest(tenant, digest);
    if (!bag) throw new NotFound('features');
    return bag;
  }
}
