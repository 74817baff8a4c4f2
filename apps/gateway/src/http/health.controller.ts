import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GATEWAY_CONFIG, isLoopback, type GatewayConfig } from '#gateway/config';
import { ActiveRequests } from './active-requests.js';
import { Metrics } from './metrics.js';
import { ReadinessChecks } from './readiness.js';
import { authenticateRequest } from './request-scope.js';

/** Liveness, readiness and figures. Probes need no key; figures need one where others can reach the gateway. */
@Controller()
export class HealthController {
  constructor(
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
    private readonly readiness: ReadinessChecks,
    private readonly active: ActiveRequests,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  @Get('health/ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const readiness = await this.readiness.run(this.active.isDraining);
    await reply.code(readiness.status === 'ready' ? 200 : 503).send(readiness);
  }

  @Get('metrics')
  async figures(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!isLoopback(this.config.host)) authenticateRequest(request);
    const text = await this.metrics.registry.metrics();
    await reply.header('content-type', this.metrics.registry.contentType).send(text);
  }
}
