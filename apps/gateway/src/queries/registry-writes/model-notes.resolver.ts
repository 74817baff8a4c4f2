import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { MutationSetModelDescriptionArgs, MutationSetModelTagArgs } from '#graphql/generated/schema-types';
import { RegistryWriter } from '#model-registry';
import { requireRole } from '#gateway/access';
import { type RequestContext } from '#gateway/graphql';
import { toWriteResult } from '#gateway/registration';

/** Remarks on models: tags and descriptions. */
@Resolver()
export class ModelNotesResolver {
  constructor(private readonly writer: RegistryWriter) {}

  @Mutation('setModelTag')
  async setModelTag(@Args() args: MutationSetModelTagArgs, @Context() request: RequestContext) {
    const { model, key, value = null, dryRun = false, idempotencyKey = null } = args;
    const by = writerOf(request);
    const options = { dryRun, idempotencyKey };
    return toWriteResult(await this.writer.setTag({ model, key, value }, options, by, request.signal));
  }

  @Mutation('setModelDescription')
  async setModelDescription(@Args() args: MutationSetModelDescriptionArgs, @Context() request: RequestContext) {
    const { model, description = null, dryRun = false, idempotencyKey = null } = args;
    const by = writerOf(request);
    const options = { dryRun, idempotencyKey };
    return toWriteResult(await this.writer.setDescription({ model, description }, options, by, request.signal));
  }
}

/** @throws Forbidden */
function writerOf(request: RequestContext) {
  requireRole(request, 'ADMINISTRATOR');
  const { caller, requestId } = request;
  return { tenant: caller.tenant, caller: caller.id, requestId };
}
