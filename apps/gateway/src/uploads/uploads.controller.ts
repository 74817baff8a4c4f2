import { Readable } from 'node:stream';
import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { UnsupportedMediaType } from '#libs/errors';
import { requireRole } from '#gateway/access';
import { authenticateRequest, requestScope } from '#gateway/http';
import { Uploads, type Upload } from './uploads.js';

/** `POST /uploads`: a file from the caller's machine, as it is, for the mutations that take an `upload`. */
@Controller('uploads')
export class UploadsController {
  constructor(private readonly uploads: Uploads) {}

  @Post()
  @HttpCode(201)
  async upload(@Req() request: FastifyRequest): Promise<Upload> {
    const caller = authenticateRequest(request);
    requireRole({ caller }, 'OPERATOR');
    const { body } = request;
    if (!(body instanceof Readable)) {
      throw new UnsupportedMediaType(
        'Send the file as it is, with the header `content-type: application/octet-stream`.',
      );
    }
    return this.uploads.take(body, caller.tenant, requestScope(request).signal);
  }
}
