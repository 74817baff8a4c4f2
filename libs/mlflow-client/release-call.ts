import { RegistryWriteFailed, RegistryWriteRefused } from '#libs/errors';
import type { z } from 'zod';
import { parseAnswer } from './answers.js';
import { isJson } from './listed-answer.js';
import type { HttpAnswer, HttpCall, MlflowHttp } from './mlflow-http.js';
import { outcomeOf, outcomeOfFault, type MlflowWriteOutcome } from './write-outcome.js';

const API = '/api/2.0/mlflow';
/** A page of versions with their tags, each of which may hold 100,000 characters. */
const MAX_BYTES = 32 * 2 ** 20;

/** What is asked of a server around a release: a route below its API and what goes with it. */
export interface ReleaseCall {
  readonly method: HttpCall['method'];
  readonly path: string;
  readonly query?: HttpCall['query'];
  readonly body?: object;
}

/** The requests of a release. Until a version names them, what they make is nobody's: an answer that was lost is a failure like any other. */
export class ReleaseCalls {
  constructor(private readonly http: MlflowHttp) {}

  /** @throws RegistryWriteFailed, RegistryWriteRefused, RegistryBadResponse, or the signal's reason */
  async ask<T>(call: ReleaseCall, schema: z.ZodType<T>, signal: AbortSignal): Promise<T> {
    return parseAnswer(schema, acceptedBody(await this.send(call, signal)));
  }

  /** As `ask`; null where the server does not have it, or not the route. */
  async find<T>(call: ReleaseCall, schema: z.ZodType<T>, signal: AbortSignal): Promise<T | null> {
    const answer = await this.send(call, signal);
    return answer.status === 404 ? null : parseAnswer(schema, acceptedBody(answer));
  }

  /** As `ask`; null where the server says that there is such a thing already. */
  async add<T>(call: ReleaseCall, schema: z.ZodType<T>, signal: AbortSignal): Promise<T | null> {
    const answer = await this.send(call, signal);
    const isThere = (answer.status === 400 || answer.status === 409) && isJson(answer) && isTaken(answer);
    return isThere ? null : parseAnswer(schema, acceptedBody(answer));
  }

  /** What became of a request that changes the registry itself: there a lost answer is no failure, and is looked for. */
  async tell(call: ReleaseCall, signal: AbortSignal): Promise<Told> {
    if (signal.aborted)
      return { outcome: { kind: 'NOT_SENT', reason: 'the request ended before it was sent' }, answer: null };
    try {
      const answer = await this.http.send(httpCall(call), signal);
      return { outcome: outcomeOf(answer), answer };
    } catch (error) {
      return { outcome: outcomeOfFault(error), answer: null };
    }
  }

  private async send(call: ReleaseCall, signal: AbortSignal): Promise<HttpAnswer> {
    signal.throwIfAborted();
    return this.http.send(httpCall(call), signal).catch((cause: unknown) => {
      signal.throwIfAborted();
      throw new RegistryWriteFailed('UNREACHABLE', { cause });
    });
  }
}

export interface Told {
  readonly outcome: MlflowWriteOutcome;
  readonly answer: HttpAnswer | null;
}

/** @throws RegistryWriteFailed, RegistryWriteRefused for anything but a yes */
export function requireDone(outcome: MlflowWriteOutcome): void {
  if (outcome.kind === 'DONE') return;
  if (outcome.kind !== 'REFUSED') throw new RegistryWriteFailed('UNREACHABLE');
  if (outcome.status === 401 || outcome.status === 403) throw new RegistryWriteFailed('FORBIDDEN');
  throw new RegistryWriteRefused(outcome.reason);
}

function acceptedBody(answer: HttpAnswer): Buffer {
  requireDone(outcomeOf(answer));
  return answer.body;
}

function isTaken({ body }: HttpAnswer): boolean {
  return /"(RESOURCE_)?ALREADY_EXISTS"/.test(body.toString('utf8'));
}

function httpCall({ method, path, query = {}, body }: ReleaseCall): HttpCall {
  return { method, path: `${API}${path}`, query, maxBytes: MAX_BYTES, ...(body === undefined ? {} : { body }) };
}
