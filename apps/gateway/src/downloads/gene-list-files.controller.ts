import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { NotFound } from '#libs/errors';
import { BlobStore } from '#gateway/blob-store';
import { GeneCatalog } from '#gateway/gene-catalog';
import { authenticateRequest, requestScope } from '#gateway/http';
import { sendFile } from './send-file.js';

const DIGEST = /^[0-9a-f]{64}$/;

/** Whole gene lists as text: what GenePanel.textHref and GeneSetCollection.gmtHref point at. A list's digest is its file's. */
@Controller()
export class GeneListFilesController {
  constructor(
    private readonly catalog: GeneCatalog,
    private readonly blobs: BlobStore,
  ) {}

  @Get('gene-panels/:digest/genes.txt')
  async panelFile(
    @Param('digest') digest: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { tenant } = authenticateRequest(request);
    const panel = DIGEST.test(digest) ? await this.catalog.panels.byDigest(tenant, digest) : null;
    if (!panel) throw new NotFound('gene panel');
    await this.send(panel, 'text/plain; charset=utf-8', request, reply);
  }

  @Get('gene-set-collections/:digest/sets.gmt')
  async collectionFile(
    @Param('digest') digest: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { tenant } = authenticateRequest(request);
    const collection = DIGEST.test(digest) ? await this.catalog.collections.byDigest(tenant, digest) : null;
    if (!collection) throw new NotFound('gene-set collection');
    await this.send(collection, 'text/tab-separated-values; charset=utf-8', request, reply);
  }

  private async send(
    { digest, sizeBytes }: { readonly digest: string; readonly sizeBytes: number },
    contentType: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const { signal } = requestScope(request);
    const open = (start: number, end: number) => this.blobs.stream(digest, { start, end }, signal);
    await sendFile(request, reply, { identity: digest, contentType, sizeBytes, open });
  }
}
