import { Inject } from '@nestjs/common';
import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type ModelVersion } from '#model-registry';
import { GATEWAY_CONFIG, type GatewayConfig } from '#gateway/config';
import { Fleet } from '#gateway/routing';
import { toModelServer, toPlacement } from './to-model-server.js';

/** The model servers as this gateway knows them. Nothing is asked of a server for this. */
@Resolver('ModelServer')
export class ModelServerResolver {
  constructor(
    private readonly fleet: Fleet,
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
  ) {}

  @Query('modelServers')
  modelServers() {
    const { serverInFlight } = this.config.limits;
    return this.fleet.servers.map((server) => toModelServer(server, this.fleet.lookAt(server.id), serverInFlight));
  }

  @ResolveField('placements')
  placements(@Parent() { id }: { readonly id: string }) {
    const { fleet } = this;
    return fleet
      .placedOn(id)
      .flatMap(({ version }) =>
        fleet.placements
          .find(version)
          .flatMap((place) => (place.server === id ? [toPlacement(version, place, fleet)] : [])),
      );
  }
}

/** Where one version should run. */
@Resolver('ModelVersion')
export class PlacementResolver {
  constructor(private readonly fleet: Fleet) {}

  @ResolveField('placements')
  placements(@Parent() { registered }: { readonly registered: ModelVersion }) {
    return this.fleet.placements.find(registered).map((place) => toPlacement(registered, place, this.fleet));
  }
}
