import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { parquetOfTable } from '#libs/array-files';
import { NotFound } from '#libs/errors';
import { BlobStore } from '#gateway/blob-store';
import { MatrixCatalog, type MatrixScoresRow } from '#gateway/expression-matrices';
import { authenticateRequest, requestScope } from '#gateway/http';
import { npyOfBlob } from './npy-file.js';
import { fileOf, sendFile, sendUnchanged } from './send-file.js';

const DIGEST = /^[0-9a-f]{64}$/;
const TSV = 'text/tab-separated-values; charset=utf-8';

/** Expression matrices and scores of them: what ExpressionMatrix.href and MatrixPathwayScores.href point at. */
@Controller()
export class MatrixFilesController {
  constructor(
    private readonly catalog: MatrixCatalog,
    private readonly blobs: BlobStore,
  ) {}

  @Get('expression-matrices/:digest/values.npy')
  async values(
    @Param('digest') digest: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { tenant } = authenticateRequest(request);
    const matrix = DIGEST.test(digest) ? await this.catalog.matrices.byDigest(tenant, digest) : null;
    if (!matrix) throw new NotFound('expression matrix');
    const { geneCount, sampleCount, namesBytes } = matrix;
    const { signal } = requestScope(request);
    await sendFile(
      request,
      reply,
      await npyOfBlob(this.blobs, digest, 'FP64', [geneCount, sampleCount], signal, namesBytes),
    );
  }

  @Get('pathway-scores/:digest/scores.tsv')
  async table(
    @Param('digest') digest: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { tableBlob, tableBytes } = await this.scoresOf(digest, request);
    const { signal } = requestScope(request);
    const open = (start: number, end: number) => this.blobs.stream(tableBlob, { start, end }, signal);
    await sendFile(request, reply, { identity: tableBlob, contentType: TSV, sizeBytes: tableBytes, open });
  }

  @Get('pathway-scores/:digest/scores.npy')
  async numbers(
    @Param('digest') digest: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { scoresBlob, setCount, sampleCount } = await this.scoresOf(digest, request);
    const { signal } = requestScope(request);
    await sendFile(request, reply, await npyOfBlob(this.blobs, scoresBlob, 'FP64', [setCount, sampleCount], signal));
  }

  @Get('pathway-scores/:digest/scores.parquet')
  async parquet(
    @Param('digest') digest: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { tableBlob } = await this.scoresOf(digest, request);
    const identity = `${tableBlob}-parquet`;
    if (await sendUnchanged(request, reply, identity)) return;
    const { signal, deadlineAt } = requestScope(request);
    const table = await this.blobs.read(tableBlob, signal);
    const bytes = await parquetOfTable(table, { signal, timeoutMs: Math.max(1, deadlineAt - Date.now()) });
    await sendFile(request, reply, fileOf(identity, 'application/vnd.apache.parquet', bytes));
  }

  private async scoresOf(digest: string, request: FastifyRequest): Promise<MatrixScoresRow> {
    const { tenant } = authenticateRequest(request);
    const scores = DIGEST.test(digest) ? await this.catalog.scores(tenant, digest) : null;
    if (!scores) throw new NotFound('pathway scores');
    return scores;
  }
}
