import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { BadUserInput, NotFound } from '#libs/errors';
import { parseModelRef } from '#model-registry';
import { CohortCatalog, type CohortRevision } from '#gateway/cohorts';
import { authenticateRequest, requestScope } from '#gateway/http';
import { type AnswerScope, AnswerScopes } from '#gateway/pipeline';
import { CohortPredictions, predictionHeader, predictionLines, type PredictionTableRow } from '#gateway/queries/cohort';

/** Items that are read, called and written in one piece. */
const AT_ONCE = 250;

/** `/cohorts/<id>/<revision>/predictions.csv`: what a version says about a whole cohort, as `Cohort.predictions` says it page by page. */
@Controller('cohorts/:id/:revision')
export class CohortFilesController {
  constructor(
    private readonly catalog: CohortCatalog,
    private readonly stored: CohortPredictions,
    private readonly scopes: AnswerScopes,
  ) {}

  @Get('predictions.csv')
  async predictions(
    @Param('id') id: string,
    @Param('revision') revision: string,
    @Query('model') model: unknown,
    @Query('under') under: unknown,
    @Query('by') by: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const caller = authenticateRequest(request);
    const { signal, deadlineAt } = requestScope(request);
    const scope = this.scopes.of({ caller, signal, deadlineAt });
    const cohort = /^\d{1,9}$/.test(revision) ? await this.catalog.revision(caller.tenant, id, Number(revision)) : null;
    if (!cohort) throw new NotFound('cohort');
    const asked = { model: wordOf('model', model), under: optionalWordOf('under', under), by: rowOf(by) };
    const lines = this.lines(cohort, asked, scope);
    // What refuses all of it does so before the first line: then it is an answer with a code.
    const [first, rest] = await begun(lines);
    const text = Readable.from(continued(first, rest));
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="${cohort.id}-${cohort.revision}.csv"`)
      .send(text);
  }

  private async *lines(
    cohort: CohortRevision,
    { model, under, by }: AskedTable,
    scope: AnswerScope,
  ): AsyncGenerator<string> {
    const version = scope.snapshot.resolve(parseModelRef(model));
    for (let from = 0; from < cohort.itemCount; from += AT_ONCE) {
      const items = await this.catalog.items(cohort, from, AT_ONCE);
      const read = await this.stored.read(cohort, items, version, { given: null, under }, scope);
      const body = read.map((one) => predictionLines(cohort, one, by)).join('');
      yield from === 0 ? predictionHeader(cohort) + body : body;
    }
  }
}

interface AskedTable {
  readonly model: string;
  readonly under: string | null;
  readonly by: PredictionTableRow;
}

async function begun(lines: AsyncGenerator<string>): Promise<readonly [string, AsyncGenerator<string>]> {
  const { value } = await lines.next();
  return [typeof value === 'string' ? value : '', lines];
}

async function* continued(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

function wordOf(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new BadUserInput(name, 'must be stated once');
}

function rowOf(value: unknown): PredictionTableRow {
  if (value === undefined || value === 'ITEM') return 'ITEM';
  if (value === 'SLIDE') return 'SLIDE';
  throw new BadUserInput('by', 'must be ITEM or SLIDE');
}

function optionalWordOf(name: string, value: unknown): string | null {
  return value === undefined ? null : wordOf(name, value);
}
