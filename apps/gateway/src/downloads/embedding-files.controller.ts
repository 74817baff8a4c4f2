import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { BadUserInput, EmbeddingIndexMissing, ModelNotFound, NotFound } from '#libs/errors';
import { BlobStore } from '#gateway/blob-store';
import { EmbeddingCatalog, type EmbeddingGeneration, VectorFiles, wholeRefOf } from '#gateway/embeddings';
import { authenticateRequest, requestScope } from '#gateway/http';
import { type AnswerScope, AnswerScopes } from '#gateway/pipeline';
import { askerOf } from './answer-reader.js';
import { type EmbeddingEnding, endingOf, formatOfEnding, isFloat16Of } from './embedding-endings.js';
import { embeddingManifest } from './embedding-manifest.js';
import { headedBlob } from './npy-file.js';
import { fileOf, sendFile } from './send-file.js';

/** Vectors of cohorts as files. */
@Controller()
export class EmbeddingFilesController {
  constructor(
    private readonly catalog: EmbeddingCatalog,
    private readonly files: VectorFiles,
    private readonly blobs: BlobStore,
    private readonly scopes: AnswerScopes,
  ) {}

  /** `/embeddings/<cohort>.npy?model=...`: what is served now, in one line. `.csv` says what the rows are, `.json` is the manifest. */
  @Get('embeddings/:file')
  async ofCohort(
    @Param('file') file: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name: cohort, ending } = endingOf(file);
    const { model } = query;
    if (typeof model !== 'string') throw new BadUserInput('model', 'must be stated once');
    const scope = this.scopes.of(askerOf(request));
    const { ref } = wholeRefOf(scope.snapshot, model);
    const indexes = (await this.catalog.ofModel(scope.tenant, ref)).filter(({ cohortId }) => cohortId === cohort);
    const [state] = await this.catalog.statesOf(indexes);
    if (!state?.serving) throw new EmbeddingIndexMissing(state?.building?.jobId ?? null);
    await this.send(
      state.serving,
      ending,
      { isReplaced: true, isFloat16: isFloat16Of(query) },
      { request, reply, scope },
    );
  }

  /** `/embedding-generations/<id>/vectors.npy`, `rows.csv` and `manifest.json`: what the links of EmbeddingGeneration point at. */
  @Get('embedding-generations/:id/:file')
  async ofGeneration(
    @Param('id') id: string,
    @Param('file') file: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, ending } = endingOf(file);
    const expected = ending === 'csv' ? 'rows' : ending === 'json' ? 'manifest' : 'vectors';
    if (name !== expected) throw new NotFound('array');
    const { tenant } = authenticateRequest(request);
    const generation = await this.catalog.generation(tenant, id);
    if (generation.state !== 'READY') throw new EmbeddingIndexMissing(generation.jobId);
    const scope = this.scopes.of(askerOf(request));
    await this.send(
      generation,
      ending,
      { isReplaced: false, isFloat16: isFloat16Of(query) },
      { request, reply, scope },
    );
  }

  /** Vectors are a version's numbers: whoever may not use it gets none. */
  private async send(
    generation: EmbeddingGeneration,
    ending: EmbeddingEnding,
    { isReplaced, isFloat16 }: { readonly isReplaced: boolean; readonly isFloat16: boolean },
    asked: { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly scope: AnswerScope },
  ): Promise<void> {
    const { request, reply, scope } = asked;
    const version = scope.snapshot.byDigest(generation.modelDigest)[0];
    if (!version) throw new ModelNotFound();
    await scope.licences.admit(version);
    void reply.header('tessera-space-id', generation.spaceId).header('tessera-generation', generation.id);
    if (ending === 'json') {
      const bytes = Buffer.from(`${JSON.stringify(embeddingManifest(generation), null, 2)}\n`, 'utf8');
      const file = fileOf(`${generation.id}-manifest`, 'application/json; charset=utf-8', bytes);
      return void (await sendFile(request, reply, { ...file, isReplaced }));
    }
    const { format, contentType } = formatOfEnding(ending);
    const made = await this.files.file(generation, format, isFloat16);
    // Two generations may hold the same numbers and say other things about them in front.
    const identity = `${generation.id}-${ending}${isFloat16 ? '-16' : ''}`;
    const { signal } = requestScope(request);
    await sendFile(request, reply, await headedBlob(this.blobs, made, { identity, contentType, isReplaced }, signal));
  }
}
