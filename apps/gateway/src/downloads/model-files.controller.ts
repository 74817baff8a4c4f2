import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Readable } from 'node:stream';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { NotFound } from '#libs/errors';
import { type ModelVersion } from '#model-registry';
import { requireRole } from '#gateway/access';
import { authenticateRequest, requestScope } from '#gateway/http';
import { AnswerScopes } from '#gateway/pipeline';
import { type DownloadFile, sendFile } from './send-file.js';

const CONTENT_TYPE = 'application/octet-stream';

/** `/model-versions/<digest>/files/<path>`: the files of a version, which are what ModelArtifact.href points at. */
@Controller('model-versions/:digest/files')
export class ModelFilesController {
  constructor(private readonly scopes: AnswerScopes) {}

  @Get('*')
  async file(
    @Param('digest') digest: string,
    @Param('*') path: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const caller = authenticateRequest(request);
    // Whoever has the weights can run them anywhere, past every check that is made here.
    requireRole({ caller }, 'ADMINISTRATOR');
    const { signal, deadlineAt } = requestScope(request);
    const { licences, snapshot } = this.scopes.of({ caller, signal, deadlineAt });
    for (const version of snapshot.byDigest(digest)) {
      await licences.admit(version);
      const file = await fileOf(version, path, signal);
      if (file) return void (await sendFile(request, reply, file));
    }
    throw new NotFound('model file');
  }
}

/** Null where the version has no such file, or has it on a server that keeps its models to itself. */
async function fileOf(version: ModelVersion, path: string, signal: AbortSignal): Promise<DownloadFile | null> {
  const artifact = version.card.artifacts.find((candidate) => candidate.path === path);
  if (!artifact) return null;
  const place = version.artifactFile(path);
  const found = await stat(place).catch(() => null);
  if (found?.size !== artifact.sizeBytes) return null;
  const open = (start: number, end: number): Promise<Readable> =>
    Promise.resolve(createReadStream(place, { start, end, signal }));
  return { identity: artifact.sha256, contentType: CONTENT_TYPE, sizeBytes: artifact.sizeBytes, open };
}
