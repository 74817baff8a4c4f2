import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { MutationRegisterModelVersionArgs } from '#graphql/generated/schema-types';
import { formatModelRef } from '#model-registry';
import { requireRole } from '#gateway/access';
import { type RequestContext } from '#gateway/graphql';
import { type Job, JobQueue } from '#gateway/jobs';
import { RegisterModelVersions } from '#gateway/registration';

/** New versions in local sources and on MLflow servers. */
@Resolver()
export class RegisterVersionResolver {
  constructor(
    private readonly registrations: RegisterModelVersions,
    private readonly queue: JobQueue,
  ) {}

  @Mutation('registerModelVersion')
  async registerModelVersion(
    @Args() args: MutationRegisterModelVersionArgs,
    @Context() request: RequestContext,
  ): Promise<Job> {
    requireRole(request, 'ADMINISTRATOR');
    const { directory, expectedVersion, dryRun = false, idempotencyKey = null } = args;
    const source = this.registrations.sourceOf(args.source ?? null);
    const found = await this.registrations.open(directory);
    const { name, version, digest } = found;
    // It goes into the audit row, whatever comes of it.
    request.audit.note({ ref: formatModelRef({ source, name, selector: { kind: 'VERSION', version } }), digest });
    const { caller, requestId, signal } = request;
    const asked = { source, directory, expectedVersion, dryRun, idempotencyKey };
    const by = { tenant: caller.tenant, caller: caller.id, requestId };
    const input = await this.registrations.check(asked, found, by, signal);
    return this.queue.enqueue(caller.tenant, 'REGISTER_MODEL_VERSION', input, caller.id);
  }
}
