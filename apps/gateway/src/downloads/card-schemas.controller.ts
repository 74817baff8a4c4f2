import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { packageRoot } from '#gateway/config';
import { authenticateRequest } from '#gateway/http';
import { type DownloadFile, fileOf, sendFile } from './send-file.js';

const CONTENT_TYPE = 'application/schema+json';

/** `/schemas/model-card.json` and `/schemas/calibration-record.json`: what this gateway's registry takes, for whoever writes cards. */
@Controller('schemas')
export class CardSchemasController {
  // Read once, at the start: they are the bytes of the release.
  private readonly modelCard = schemaFile('model-card');
  private readonly calibrationRecord = schemaFile('calibration-record');

  @Get('model-card.json')
  async modelCardSchema(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    authenticateRequest(request);
    await sendFile(request, reply, this.modelCard);
  }

  @Get('calibration-record.json')
  async calibrationRecordSchema(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    authenticateRequest(request);
    await sendFile(request, reply, this.calibrationRecord);
  }
}

function schemaFile(name: string): DownloadFile {
  const bytes = readFileSync(join(packageRoot(), `model-registry/card/${name}.schema.json`));
  const identity = createHash('sha256').update(bytes).digest('hex');
  return { ...fileOf(identity, CONTENT_TYPE, bytes), isReplaced: true };
}
