import { Module, type DynamicModule, type FactoryProvider, type ModuleMetadata } from '@nestjs/common';
import { Authenticator, ViewerResolver } from './access/index.js';
import { AUDIT_SINK, AuditLog, type AuditSink } from './audit/index.js';
import { GATEWAY_CONFIG, type GatewayConfig } from '#gateway/config';
import { ActiveRequests, Admission, HealthController, Metrics, ReadinessChecks } from './http/index.js';
import { Log } from './logging/index.js';
import { CallerLimits } from './shared-state/index.js';

/** How the audit sink is made, and of what. */
export interface AuditSinkFactory extends Pick<FactoryProvider<AuditSink>, 'inject' | 'useFactory'> {
  readonly imports?: NonNullable<ModuleMetadata['imports']>;
}

/** What the edge is given from outside. */
export interface EdgeParts {
  readonly auditSink: AuditSinkFactory;
  /** What callers may ask for in a while; counted in this process where nothing is given. */
  readonly callerLimits?: CallerLimits;
}

/** What every request meets: who asks, limits, metrics, readiness, audit. Rooms import it for the configuration and these services. */
@Module({})
export class EdgeModule {
  static forRoot(config: GatewayConfig, log: Log, { auditSink, callerLimits }: EdgeParts): DynamicModule {
    const { imports, ...sink } = auditSink;
    const { requestsInExecution, requestsQueued } = config.limits;
    const providers = [
      { provide: GATEWAY_CONFIG, useValue: config },
      { provide: Log, useValue: log },
      { provide: Authenticator, useValue: new Authenticator(config.apiKeys) },
      { provide: Admission, useValue: new Admission(requestsInExecution, requestsQueued) },
      { provide: CallerLimits, useValue: callerLimits ?? new CallerLimits(config) },
      {
        provide: Metrics,
        inject: [Admission, CallerLimits],
        useFactory: (admission: Admission, limits: CallerLimits) => new Metrics(admission, limits),
      },
      { provide: AUDIT_SINK, ...sink },
      { provide: AuditLog, useFactory: (opened: AuditSink) => new AuditLog(opened), inject: [AUDIT_SINK] },
      ActiveRequests,
      ReadinessChecks,
    ];
    return {
      module: EdgeModule,
      imports: [...(imports ?? [])],
      controllers: [HealthController],
      providers: [...providers, ViewerResolver],
      exports: providers.map((provider) => ('provide' in provider ? provider.provide : provider)),
    };
  }
}
