import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type {
  MutationPlaceModelVersionArgs,
  MutationRemovePlacementArgs,
  MutationRemoveRolloutArgs,
  MutationSetRolloutArgs,
} from '#graphql/generated/schema-types';
import { BUCKETS, findModel, parseModelRef, type PlaceVersion, RegistryWriter, type SetRollout } from '#model-registry';
import { BadUserInput } from '#libs/errors';
import { requireRole } from '#gateway/access';
import { type RequestContext } from '#gateway/graphql';
import { AnswerScopes } from '#gateway/pipeline';
import { Fleet } from '#gateway/routing';
import { toWriteResult } from '#gateway/registration';

interface Options {
  readonly dryRun?: boolean;
  readonly idempotencyKey?: string | null;
}

/** Writes that say where versions run and which one a slide meets. */
@Resolver()
export class RoutingWritesResolver {
  constructor(
    private readonly writer: RegistryWriter,
    private readonly scopes: AnswerScopes,
    private readonly fleet: Fleet,
  ) {}

  @Mutation('placeModelVersion')
  placeModelVersion(@Args() args: MutationPlaceModelVersionArgs, @Context() request: RequestContext) {
    const version = this.note(args.model, request);
    const as = args.as
      ? { name: args.as.name, version: args.as.version ?? null }
      : { name: version.name, version: version.version };
    return this.place({ model: version.ref, server: args.server, as }, args, request);
  }

  @Mutation('removePlacement')
  removePlacement(@Args() args: MutationRemovePlacementArgs, @Context() request: RequestContext) {
    const version = this.note(args.model, request);
    return this.place({ model: version.ref, server: args.server, as: null }, args, request);
  }

  @Mutation('setRollout')
  setRollout(@Args() args: MutationSetRolloutArgs, @Context() request: RequestContext) {
    const { model, alias, arms, salt = null, shadow = null, fallback = [], expectedRevision } = args;
    // Left out is not the same as null: what was forgotten must not read as a belief.
    if (expectedRevision === undefined)
      throw new BadUserInput('expectedRevision', 'must be stated: the revision that you believe, or null for none');
    const asked = {
      model,
      alias,
      arms: arms.map(({ version, percent }) => ({ version, buckets: bucketsOf(percent) })),
      salt,
      shadow: shadow && { version: shadow.version, buckets: bucketsOf(shadow.percent) },
      fallback,
      expectedRevision,
    };
    return this.rollOut(asked, args, request);
  }

  @Mutation('removeRollout')
  removeRollout(@Args() args: MutationRemoveRolloutArgs, @Context() request: RequestContext) {
    const { model, alias, expectedRevision } = args;
    const nothing = { arms: null, salt: null, shadow: null, fallback: [] };
    return this.rollOut({ model, alias, expectedRevision, ...nothing }, args, request);
  }

  private async place(asked: PlaceVersion, options: Options, request: RequestContext) {
    const servers = this.fleet.servers.map(({ id }) => id);
    const { signal } = request;
    const result = await this.writer.placeVersion(asked, servers, optionsOf(options), writerOf(request), signal);
    this.fleet.lookSoon();
    return toWriteResult(result);
  }

  private async rollOut(asked: SetRollout, options: Options, request: RequestContext) {
    requireRole(request, 'ADMINISTRATOR');
    const scope = this.scopes.of(request);
    const touched = (asked.arms ?? []).map(({ version }) => version);
    const { versions } = findModel(scope.snapshot, asked.model);
    versions.filter(({ version }) => touched.includes(version)).forEach(scope.note);
    return toWriteResult(await this.writer.setRollout(asked, optionsOf(options), writerOf(request), request.signal));
  }

  /** The version goes into the audit row, whatever comes of the write. @throws Forbidden, ModelNotFound, AmbiguousModel */
  private note(ref: string, request: RequestContext) {
    requireRole(request, 'ADMINISTRATOR');
    const scope = this.scopes.of(request);
    const version = scope.snapshot.resolve(parseModelRef(ref));
    scope.note(version);
    return version;
  }
}

/** Buckets of a share in per cent; what has more than two decimals stays broken, and is refused. */
function bucketsOf(percent: number): number {
  const exact = (percent * BUCKETS) / 100;
  const whole = Math.round(exact);
  return Math.abs(exact - whole) < 1e-6 ? whole : exact;
}

function optionsOf({ dryRun = false, idempotencyKey = null }: Options) {
  return { dryRun, idempotencyKey };
}

function writerOf({ caller, requestId }: RequestContext) {
  return { tenant: caller.tenant, caller: caller.id, requestId };
}
