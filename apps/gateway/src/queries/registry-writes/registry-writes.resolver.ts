import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type {
  MutationAddCalibrationArgs,
  MutationApproveAliasChangeArgs,
  MutationRemoveAliasArgs,
  MutationRetireCalibrationArgs,
  MutationSetAliasArgs,
} from '#graphql/generated/schema-types';
import {
  findModel,
  type MoveAlias,
  parseModelRef,
  RegistryWriter,
  type Writer,
  type WriteResult,
} from '#model-registry';
import { BadUserInput } from '#libs/errors';
import { requireRole } from '#gateway/access';
import { type RequestContext } from '#gateway/graphql';
import { AnswerScopes } from '#gateway/pipeline';
import { toWriteResult } from '#gateway/registration';
import { type PlannedMove } from '../promotion-impact/index.js';

/** What a write takes beside its own arguments. */
interface Options {
  readonly dryRun?: boolean;
  readonly idempotencyKey?: string | null;
}

/** Writes of the registry. They change the calls of every tenant: only an administrator makes them. */
@Resolver()
export class RegistryWritesResolver {
  constructor(
    private readonly writer: RegistryWriter,
    private readonly scopes: AnswerScopes,
  ) {}

  @Mutation('addCalibration')
  addCalibration(@Args() args: MutationAddCalibrationArgs, @Context() request: RequestContext) {
    const { model, record } = args;
    this.note(model, request);
    return this.result(args, request, (options, writer) =>
      this.writer.addCalibration({ model, record }, options, writer, request.signal),
    );
  }

  @Mutation('retireCalibration')
  retireCalibration(@Args() args: MutationRetireCalibrationArgs, @Context() request: RequestContext) {
    const { model, id, reason } = args;
    this.note(model, request);
    return this.result(args, request, (options, writer) =>
      this.writer.retireCalibration({ model, id, reason }, options, writer, request.signal),
    );
  }

  @Mutation('setAlias')
  async setAlias(@Args() args: MutationSetAliasArgs, @Context() request: RequestContext) {
    const { expectedVersion } = args;
    // Left out is not the same as null: what was forgotten must not read as a belief.
    if (expectedVersion === undefined) {
      throw new BadUserInput(
        'expectedVersion',
        'must be stated: the version that you believe, or null for no such alias',
      );
    }
    const { model, alias, version } = args;
    const plannedMove: PlannedMove | undefined = args.dryRun === true ? { model, alias, version } : undefined;
    return { ...(await this.moveAlias({ ...args, expectedVersion }, request)), plannedMove };
  }

  @Mutation('removeAlias')
  removeAlias(@Args() args: MutationRemoveAliasArgs, @Context() request: RequestContext) {
    return this.moveAlias({ ...args, version: null }, request);
  }

  @Mutation('approveAliasChange')
  approveAliasChange(@Args() args: MutationApproveAliasChangeArgs, @Context() request: RequestContext) {
    requireRole(request, 'ADMINISTRATOR');
    const scope = this.scopes.of(request);
    for (const { proposals, versions } of scope.snapshot.models) {
      const proposal = proposals.find(({ seq }) => String(seq) === args.id);
      const touched = proposal ? [proposal.version, proposal.before] : [];
      versions.filter(({ version }) => touched.includes(version)).forEach(scope.note);
    }
    return this.result(args, request, (options, writer) =>
      this.writer.approveAlias(args.id, options, writer, request.signal),
    );
  }

  private moveAlias(args: MoveAlias & Options, request: RequestContext) {
    const { model, alias, version, expectedVersion } = args;
    requireRole(request, 'ADMINISTRATOR');
    const scope = this.scopes.of(request);
    const touched = [version, expectedVersion];
    const { versions } = findModel(scope.snapshot, model);
    versions.filter((known) => touched.includes(known.version)).forEach(scope.note);
    return this.result(args, request, (options, writer) =>
      this.writer.moveAlias({ model, alias, version, expectedVersion }, options, writer, request.signal),
    );
  }

  private async result(
    { dryRun = false, idempotencyKey = null }: Options,
    { caller, requestId }: RequestContext,
    write: (options: { dryRun: boolean; idempotencyKey: string | null }, writer: Writer) => Promise<WriteResult>,
  ) {
    const writer = { tenant: caller.tenant, caller: caller.id, requestId };
    return toWriteResult(await write({ dryRun, idempotencyKey }, writer));
  }

  /** The version goes into the audit row, whatever comes of the write. @throws Forbidden, ModelNotFound, AmbiguousModel */
  private note(ref: string, request: RequestContext): void {
    requireRole(request, 'ADMINISTRATOR');
    const scope = this.scopes.of(request);
    scope.note(scope.snapshot.resolve(parseModelRef(ref)));
  }
}
