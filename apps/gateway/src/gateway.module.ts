import { Module, type DynamicModule } from '@nestjs/common';
import { EdgeModule } from './edge.module.js';
import type { GatewayConfig } from '#gateway/config';
import type { GatewayRooms } from './gateway.rooms.js';
import { graphqlModule } from './graphql/index.js';
import type { Log } from './logging/index.js';

/** The whole gateway: the edge, GraphQL, and the rooms behind them. */
@Module({})
export class GatewayModule {
  static forRoot(config: GatewayConfig, log: Log, rooms: GatewayRooms): DynamicModule {
    const edge = EdgeModule.forRoot(config, log, rooms);
    return { module: GatewayModule, imports: [edge, graphqlModule(edge), ...rooms.modules(edge)] };
  }
}
