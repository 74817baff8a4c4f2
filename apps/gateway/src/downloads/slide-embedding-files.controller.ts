import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import {
  type VectorsFileFormat,
  type VectorsFileLimits,
  writeSlideVectorFile,
  writeVectorsFile,
} from '#libs/array-files';
import { BadUserInput, NotFound } from '#libs/errors';
import { type Answer } from '#gateway/answer-store';
import { BlobStore } from '#gateway/blob-store';
import { embeddingSpaceOf } from '#gateway/embeddings';
import {
  answerRowOf,
  AnswerScopes,
  datatypeOf,
  servedFromBytes,
  singlesOf,
  slideIdOfAnswer,
  versionOfAnswer,
} from '#gateway/pipeline';
import { AnswerMaps } from './answer-maps.js';
import { AnswerReader, askerOf } from './answer-reader.js';
import { endingOf, formatOfEnding, isFloat16Of } from './embedding-endings.js';
import { fileOf, sendFile, sendUnchanged } from './send-file.js';

/** `/answers/<id>/vectors/embedding.parquet`: what SlideEmbedding.href points at, but for the float32 `.npy`, which is an array of the answer like any other. */
@Controller('answers/:id/vectors')
export class SlideEmbeddingFilesController {
  constructor(
    private readonly reader: AnswerReader,
    private readonly maps: AnswerMaps,
    private readonly blobs: BlobStore,
    private readonly scopes: AnswerScopes,
  ) {}

  @Get(':file')
  async embedding(
    @Param('id') id: string,
    @Param('file') file: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, ending } = endingOf(file);
    const isFloat16 = isFloat16Of(query);
    if (name !== 'embedding' || ending === 'json' || ending === 'csv') throw new NotFound('array');
    if (isFloat16 && ending === 'h5')
      throw new BadUserInput('float16', 'is not written as HDF5: take another format, or float32');
    const answer = await this.reader.answerOf(id, request);
    if (answer.kind !== 'SLIDE_EMBEDDING') throw new NotFound('array');
    const identity = `${id}-embedding-${ending}${isFloat16 ? '-16' : ''}`;
    if (await sendUnchanged(request, reply, identity)) return;
    const { format, contentType } = formatOfEnding(ending);
    const bytes = await this.bytesOf(answer, format, isFloat16, request);
    await sendFile(request, reply, fileOf(identity, contentType, bytes));
  }

  private async bytesOf(
    answer: Answer,
    format: VectorsFileFormat,
    isFloat16: boolean,
    request: FastifyRequest,
  ): Promise<Uint8Array> {
    const { signal, deadlineAt } = askerOf(request);
    const limits = { signal, timeoutMs: Math.max(1, deadlineAt - Date.now()) };
    const folder = await mkdtemp(join(tmpdir(), 'tessera-vector-'));
    const path = join(folder, 'vector');
    try {
      if (format === 'HDF5') await this.writeTrident(path, answer, request, limits);
      else await this.writeRow(path, answer, { format, isFloat16 }, request, limits);
      return await readFile(path);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async writeRow(
    path: string,
    answer: Answer,
    { format, isFloat16 }: { readonly format: VectorsFileFormat; readonly isFloat16: boolean },
    request: FastifyRequest,
    limits: VectorsFileLimits,
  ): Promise<void> {
    const { version, embedding } = this.modelOf(answer, request);
    const metadata = { model: version.ref, spaceId: embeddingSpaceOf(version.digest, embedding), answer: answer.id };
    const slide = slideIdOfAnswer(answer);
    const vectors = await this.vectorOf(answer, embedding.tensor);
    const batch = { vectors, items: [slide], slides: [slide], patients: [null] };
    const options = { format, rows: 1, dimension: embedding.dim, isFloat16, hasPlaces: false, metadata };
    await writeVectorsFile(path, options, once(batch), limits);
  }

  /** What is not known of a slide or its tiles is no attribute. */
  private async writeTrident(
    path: string,
    answer: Answer,
    request: FastifyRequest,
    limits: VectorsFileLimits,
  ): Promise<void> {
    const { version, embedding } = this.modelOf(answer, request);
    const scope = this.scopes.of(askerOf(request));
    const slide = await scope.slide(slideIdOfAnswer(answer));
    const used = answerRowOf(answer).parameters.bag;
    const bag = (await scope.bags(slide.id)).find(({ digest }) => digest === used);
    if (!bag) throw new NotFound('features');
    const name = slide.name ?? slide.id;
    const coordsAttributes = {
      ...{ name, level0_width: slide.widthPx, level0_height: slide.heightPx },
      ...(bag.tileSizePx === null ? {} : { patch_size: bag.tileSizePx }),
      ...(bag.tileEdgePx === null ? {} : { patch_size_level0: bag.tileEdgePx }),
      ...(slide.objectivePower === null ? {} : { level0_magnification: slide.objectivePower }),
    };
    const vector = await this.vectorOf(answer, embedding.tensor);
    const coords = await this.maps.coordsOf(answer, askerOf(request));
    const featureAttributes = { name, encoder: version.ref };
    await writeSlideVectorFile(path, { vector, coords, featureAttributes, coordsAttributes }, limits);
  }

  private modelOf(answer: Answer, request: FastifyRequest) {
    const version = versionOfAnswer(answer, this.scopes.of(askerOf(request)).snapshot);
    const { embedding } = version.card.output;
    if (!embedding) throw new NotFound('array');
    return { version, embedding };
  }

  private async vectorOf(answer: Answer, tensor: string): Promise<Float32Array> {
    const { outputs } = answerRowOf(answer);
    const inline = outputs.values[tensor];
    if (inline) return Float32Array.from(inline);
    const stored = answer.arrays[tensor];
    if (!stored) throw new NotFound('array');
    return singlesOf(servedFromBytes(datatypeOf(outputs, tensor), Uint8Array.from(await this.blobs.read(stored.blob))));
  }
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}
