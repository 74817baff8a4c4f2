import { Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { ModelRegistry } from '#model-registry';
import { GATEWAY_CONFIG, type GatewayConfig } from '#gateway/config';
import { NotFound } from '#libs/errors';
import { RegistryHints } from '#gateway/shared-state';
import { DeliveryCheck } from './check-delivery.js';

/**
 * Where MLflow's webhooks arrive. A delivery is a hint that a source has something new and nothing more: what it says is not read, the
 * source is. Deliveries get lost, so that polling goes on as ever.
 */
@Controller('webhooks/mlflow')
export class MlflowWebhookController {
  private readonly deliveries = new DeliveryCheck();

  constructor(
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
    private readonly registry: ModelRegistry,
    private readonly hints: RegistryHints,
  ) {}

  /** Answers at once; the source is read in the background. */
  @Post(':source')
  @HttpCode(204)
  @RouteConfig({ rawBody: true })
  receive(@Param('source') id: string, @Req() request: FastifyRequest): void {
    const secret = this.config.registrySources.find((source) => source.id === id)?.webhookSecret ?? null;
    const { body } = request;
    // One answer for an unknown source, one without a webhook and a wrong signature: it tells a stranger nothing.
    if (secret === null || !(body instanceof Uint8Array)) throw new NotFound('route');
    const outcome = this.deliveries.check(secret, request.headers, body);
    if (outcome === 'REFUSED') throw new NotFound('route');
    if (outcome !== 'ACCEPTED') return;
    this.hints.announce(id);
    this.registry.hint(id);
  }
}
