import { createHash } from 'node:crypto';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { BadRequest, NotFound } from '#libs/errors';
import { type ModelVersion } from '#model-registry';
import { type Answer } from '#gateway/answer-store';
import { BlobStore } from '#gateway/blob-store';
import { requestScope } from '#gateway/http';
import { AnswerScopes, rawAnswerOf, versionOfAnswer } from '#gateway/pipeline';
import { meanOfMembers, meanOfRows } from '#gateway/queries/expression';
import { AnswerReader, askerOf } from './answer-reader.js';
import { npyOf } from './npy-file.js';
import { sendFile, sendUnchanged } from './send-file.js';

const ID = /^ans_[0-9a-f]{40}$/;
const MOST_MEMBERS = 100;
const KINDS = ['SLIDE_EXPRESSION', 'TILE_EXPRESSION'];

/** The whole vector of a SlideExpression: what its `href` points at. */
@Controller('expression')
export class ExpressionFilesController {
  constructor(
    private readonly reader: AnswerReader,
    private readonly blobs: BlobStore,
    private readonly scopes: AnswerScopes,
  ) {}

  /** `[genes]` float32: the mean over the answers that are named, of tiles first the mean over the tiles. */
  @Get('values.npy')
  async values(
    @Query('answers') asked: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const ids = idsOf(asked);
    const answers: Answer[] = [];
    for (const id of ids) answers.push(await this.reader.answerOf(id, request));
    const { snapshot } = this.scopes.of(askerOf(request));
    const versions = answers.map((answer) => versionOfAnswer(answer, snapshot));
    refuseOdd(answers, versions);
    const identity = `expression-${createHash('sha256').update(ids.join('\n')).digest('hex').slice(0, 40)}`;
    if (await sendUnchanged(request, reply, `${identity}-npy`)) return;
    const { signal } = requestScope(request);
    const members: Float64Array[] = [];
    for (const [at, answer] of answers.entries()) {
      const raw = rawAnswerOf(answer, this.blobs);
      const { vocabulary, output } = versions[at]?.card ?? {};
      members.push(await meanOfRows(await raw.array(output?.expression?.tensor ?? ''), vocabulary?.size ?? 0, signal));
    }
    const mean = Float32Array.from(meanOfMembers(members));
    await sendFile(request, reply, npyOf(identity, 'FP32', [mean.length], mean));
  }
}

function idsOf(asked: unknown): readonly string[] {
  const ids = typeof asked === 'string' ? asked.split(',') : [];
  const areIds = ids.length > 0 && ids.length <= MOST_MEMBERS && ids.every((id) => ID.test(id));
  if (!areIds || new Set(ids).size < ids.length)
    throw new BadRequest(
      '`answers` must be ids of answers with commas between, each once: take the address that `href` gives.',
    );
  return ids;
}

/** Members of one ensemble answer one question about one list of genes: anything else has no mean. */
function refuseOdd(answers: readonly Answer[], versions: readonly ModelVersion[]): void {
  const [first] = answers;
  if (!first || !KINDS.includes(first.kind)) throw new NotFound('array');
  const facts = answers.map(({ kind, inputDigest }, at) => {
    const { vocabulary, output } = versions[at]?.card ?? {};
    return JSON.stringify([
      kind,
      inputDigest,
      vocabulary?.digest,
      output?.expression?.unit,
      output?.expression?.transform,
    ]);
  });
  if (new Set(facts).size > 1)
    throw new BadRequest(
      '`answers` must be about one slide, one list of genes and one unit: take the address that `href` gives.',
    );
}
