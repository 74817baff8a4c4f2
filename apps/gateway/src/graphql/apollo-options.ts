import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { DynamicModule } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AuditLog } from '#gateway/audit';
import { GATEWAY_CONFIG, type GatewayConfig } from '#gateway/config';
import { GRAPHQL_PATH, requestScope, UNDESCRIBED } from '#gateway/http';
import { Log } from '#gateway/logging';
import { CallerLimits } from '#gateway/shared-state';
import { edgePlugin, type EdgeServices } from './edge.plugin.js';
import { boundedDefaultResolver, guardSchema } from './guard-schema.js';
import { writeAnswer } from './json-text.js';
import { readSchema } from './read-schema.js';
import { contextOf } from './request-context.js';
import { scalars } from './scalars.js';

/** GraphQL on `/graphql`. @param edge the module that provides configuration, audit and log */
export function graphqlModule(edge: DynamicModule): DynamicModule {
  return GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    imports: [edge],
    inject: [GATEWAY_CONFIG, AuditLog, Log, CallerLimits],
    useFactory: (config: GatewayConfig, audit: AuditLog, log: Log, callerLimits: CallerLimits) =>
      apolloOptions({ config, audit, log, callerLimits }),
  });
}

function apolloOptions(services: EdgeServices): Omit<ApolloDriverConfig, 'driver'> {
  return {
    path: GRAPHQL_PATH,
    typeDefs: readSchema(),
    resolvers: scalars,
    transformSchema: guardSchema,
    fieldResolver: boundedDefaultResolver,
    context: (request: FastifyRequest) => contextOf(requestScope(request)),
    plugins: [edgePlugin(services), ...withoutReports()],
    parseOptions: { maxTokens: services.config.limits.tokens },
    // Not off: the plugin validates, after the limits and with its own bound on errors.
    dangerouslyDisableValidation: true,
    stringifyResult: writeAnswer,
    formatError: () => ({ message: UNDESCRIBED }),
    introspection: true,
    csrfPrevention: true,
    playground: false,
    includeStacktraceInErrorResponses: false,
    autoTransformHttpErrors: false,
    preserveHttpStatusForExecutionErrors: false,
    stopOnTerminationSignals: false,
    logger: quiet(services.log),
  };
}

// Variables of Apollo's own in the environment would otherwise make it report schema and usage to its makers.
function withoutReports(): NonNullable<ApolloDriverConfig['plugins']> {
  return [
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ];
}

// Apollo's sentences may quote a request: only that there was one is kept.
function quiet(log: Log): NonNullable<ApolloDriverConfig['logger']> {
  return {
    debug: () => {},
    info: () => {},
    warn: () => log.warn('graphql server warning'),
    error: () => log.error('graphql server error'),
  };
}
