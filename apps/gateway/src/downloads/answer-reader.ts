import { type FastifyRequest } from 'fastify';
import { NotFound } from '#libs/errors';
import { type Answer, type AnswerStore } from '#gateway/answer-store';
import { authenticateRequest, requestScope } from '#gateway/http';
import { type AnswerScopes, type Asker, versionOfAnswer } from '#gateway/pipeline';

/** Stored answers for routes: the caller's own, of versions that the caller may use. */
export class AnswerReader {
  constructor(
    private readonly answers: AnswerStore,
    private readonly scopes: AnswerScopes,
  ) {}

  /** @throws NotFound, LicenceRefused, ModelNotFound */
  async answerOf(id: string, request: FastifyRequest): Promise<Answer> {
    const { tenant } = authenticateRequest(request);
    const answer = await this.answers.byId(tenant, id);
    if (!answer) throw new NotFound('answer');
    // Stored numbers are the version's numbers still. One that is registered no more has no terms that anybody here knows.
    const { licences, snapshot } = this.scopes.of(askerOf(request));
    await licences.admit(versionOfAnswer(answer, snapshot));
    return answer;
  }
}

/** Who asks by a route, and until when. */
export function askerOf(request: FastifyRequest): Asker {
  const { signal, deadlineAt } = requestScope(request);
  return { caller: authenticateRequest(request), signal, deadlineAt };
}
