import { Module, type DynamicModule } from '@nestjs/common';
import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ModelNotReady, NotFound } from '#libs/errors';
import type { RequestContext } from '#gateway/graphql';

export const MODEL = { ref: 'local:probe/1', digest: 'a'.repeat(64) };

/** What the resolvers below did, so that a test can say that nothing ran. */
export class Calls {
  prediction = 0;
  mutation = 0;
  readonly aborted: unknown[] = [];
  release: () => void = () => {};
}

const never = (): Promise<never> => new Promise(() => {});

@Resolver('Query')
class ProbeQueries {
  constructor(private readonly calls: Calls) {}

  @Query('slide')
  slide(@Args('id') id: string, @Context() context: RequestContext): unknown {
    context.signal.addEventListener('abort', () => this.calls.aborted.push(context.signal.reason));
    if (id === 'missing') throw new NotFound('slide');
    if (id === 'bug') throw new Error(`duplicate key (name)=(${id} ZZPHI-internal) at /srv/secret`);
    if (id === 'slow') return never();
    if (id === 'gate') return new Promise((resolve) => (this.calls.release = () => resolve({ id })));
    return { id, widthPx: 1_000, prototype: 'x' };
  }

  @Query('slides')
  slides(@Args('ids') ids: readonly string[]): unknown {
    return ids.map((id) => {
      if (id === 'missing') return new NotFound('slide');
      return id === 'slow' ? never() : Promise.resolve({ id });
    });
  }

  @Query('slideCatalog')
  slideCatalog(@Args('first') first: number): unknown {
    return { nodes: [], pageInfo: { hasNextPage: false }, totalCount: first };
  }

  @Query('modelVersion')
  modelVersion(@Args('ref') ref: string): unknown {
    return { ref, digest: 'b'.repeat(64) };
  }
}

@Resolver('Slide')
class ProbeSlides {
  constructor(private readonly calls: Calls) {}

  @ResolveField('prediction')
  prediction(@Args('model') model: string, @Context() context: RequestContext): unknown {
    this.calls.prediction += 1;
    if (model === 'local:loading/1') throw new ModelNotReady(model, 'no server holds it');
    if (model === 'local:slow/1') return never();
    context.audit.note(MODEL);
    return { tileCount: 12, targets: [] };
  }
}

@Resolver('Mutation')
class ProbeMutations {
  constructor(private readonly calls: Calls) {}

  @Mutation('cancelJob')
  cancelJob(@Args('id') id: string): unknown {
    this.calls.mutation += 1;
    return { id };
  }
}

@Resolver('TargetPrediction')
class ProbeTargets {
  @ResolveField('__resolveType')
  type(): string {
    return 'BinaryCall';
  }
}

/** A few resolvers that answer, fail or hang by the argument they are given. */
@Module({})
export class ProbeModule {
  static forRoot(calls: Calls): DynamicModule {
    const resolvers = [ProbeQueries, ProbeSlides, ProbeMutations, ProbeTargets];
    return { module: ProbeModule, providers: [{ provide: Calls, useValue: calls }, ...resolvers] };
  }
}
