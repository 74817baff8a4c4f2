import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDomainError } from '#libs/errors';
import type { Log } from '#gateway/logging';
import { describeError } from './error-body.js';
import { requestIdOf, requestScope } from './request-scope.js';
import { sendError, translateFrameworkError } from './send-error.js';

/** Every error on an HTTP route ends here, be it thrown by a controller, a hook or the framework. Resolvers' errors go to GraphQL's formatter. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() !== 'http') throw exception;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    this.answer(request, reply, exception);
  }

  answer(request: FastifyRequest, reply: FastifyReply, exception: unknown): void {
    const requestId = requestIdOf(request);
    const error = translateFrameworkError(exception);
    if (!isDomainError(error)) this.log.error('unexpected error', { requestId }, error);
    this.note(request, describeError(error, requestId).extensions.code);
    if (!reply.sent) sendError(reply, error, requestId);
  }

  private note(request: FastifyRequest, code: string): void {
    try {
      requestScope(request).outcome.code = code;
    } catch {
      // it never reached the front
    }
  }
}
