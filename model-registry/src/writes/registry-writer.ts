import { Cancelled } from '#libs/errors';
import type { ModelRegistry } from '../registry.js';
import { planAddCalibration, type AddCalibration } from './add-calibration.js';
import { planApproveAlias } from './approve-alias.js';
import { checkKey } from './idempotency-key.js';
import { planMoveAlias, type MoveAlias, type NeedsApproval } from './move-alias.js';
import { planSetDescription, planSetTag, type SetDescription, type SetTag } from './note-model.js';
import { planPlaceVersion, type PlaceVersion } from './place-version.js';
import type { WritePlan } from './plan.js';
import type { ManagedVersions } from '../packages/managed-versions.js';
import { askedToRegister, planRegisterVersion, type RegisterVersion } from './register-version.js';
import { RegistrationCopy, type CopyTools } from './registration-copy.js';
import type { AppendOutcome, RegistryJournal, WriteDecision } from './registry-journal.js';
import type { RegistryWrite, Writer } from './registry-write.js';
import { planSetRollout, type SetRollout } from './set-rollout.js';
import { planRetireCalibration, type RetireCalibration } from './retire-calibration.js';
import type { ThroughWriter } from './through/through-writer.js';
import type { WriteOptions, WriteResult } from './write-result.js';

/** How long a caller waits for the registry to read a source again after a write. */
const RELOAD_TIMEOUT_MS = 10_000;

const NOT_READ =
  'The write is stored and will not be lost; its source could not be read again, so this gateway does not serve by it yet. `registrySources` says why.';
const NOT_SHOWN =
  'The write is stored and will not be lost; the registry refused it when it read the source again. `registrySources { quarantined }` says why.';

/** Where writes go. */
export interface WritePlaces {
  readonly journal: RegistryJournal;
  /** The files of registered versions. */
  readonly managed: ManagedVersions;
  /** The way to servers that are written to; null where there is none. */
  readonly through: ThroughWriter | null;
}

/**
 * Changes what the registry says, on the sources that it may write to. A write is checked, added to the journal, and in service when the
 * call returns: the source is read again first. Two gateways on one journal decide one after the other.
 */
export class RegistryWriter {
  constructor(
    private readonly registry: ModelRegistry,
    private readonly places: WritePlaces,
    private readonly needsApproval: NeedsApproval = () => false,
  ) {}

  /**
   * Adds a calibration record to a version. The same content again changes nothing.
   * @throws ModelNotFound, AmbiguousModel, BadUserInput, CalibrationInvalid, Conflict, StoreUnavailable, StoreReadOnly
   */
  addCalibration(
    asked: AddCalibration,
    options: WriteOptions,
    writer: Writer,
    signal: AbortSignal,
  ): Promise<WriteResult> {
    const plan = planAddCalibration(this.registry, asked);
    return this.carryOut(plan, { mutation: 'addCalibration', ...asked }, options, writer, signal);
  }

  /**
   * Retires a calibration record: it stays readable and is chosen for no new call. A second time changes nothing.
   * @throws ModelNotFound, AmbiguousModel, BadUserInput, Conflict, StoreUnavailable, StoreReadOnly
   */
  retireCalibration(
    asked: RetireCalibration,
    options: WriteOptions,
    writer: Writer,
    signal: AbortSignal,
  ): Promise<WriteResult> {
    const plan = planRetireCalibration(this.registry, asked);
    return this.carryOut(plan, { mutation: 'retireCalibration', ...asked }, options, writer, signal);
  }

  /**
   * Points an alias at a version, or at none, if it points where the caller believes; or proposes that, where it takes two people.
   * @throws ModelNotFound, AmbiguousModel, BadUserInput, Conflict, StoreUnavailable, StoreReadOnly
   */
  moveAlias(asked: MoveAlias, options: WriteOptions, writer: Writer, signal: AbortSignal): Promise<WriteResult> {
    const plan = planMoveAlias(this.registry, asked, this.needsApproval);
    return this.carryOut(plan, { mutation: 'moveAlias', ...asked }, options, writer, signal);
  }

  /**
   * Approves what another administrator proposed for an alias.
   * @param id the proposal's place in the journal
   * @throws BadUserInput, SecondPersonNeeded, Conflict, StoreUnavailable, StoreReadOnly
   */
  approveAlias(id: string, options: WriteOptions, writer: Writer, signal: AbortSignal): Promise<WriteResult> {
    const plan = planApproveAlias(this.registry, id, writer);
    return this.carryOut(plan, { mutation: 'approveAliasChange', id }, options, writer, signal);
  }

  /**
   * Sets a tag of a model, or takes it off.
   * @throws ModelNotFound, AmbiguousModel, BadUserInput, Conflict, StoreUnavailable, StoreReadOnly
   */
  setTag(asked: SetTag, options: WriteOptions, writer: Writer, signal: AbortSignal): Promise<WriteResult> {
    const plan = planSetTag(this.registry, asked);
    return this.carryOut(plan, { mutation: 'setModelTag', ...asked }, options, writer, signal);
  }

  /**
   * Sets or removes the description of a model.
   * @throws ModelNotFound, AmbiguousModel, BadUserInput, StoreUnavailable, StoreReadOnly
   */
  setDescription(
    asked: SetDescription,
    options: WriteOptions,
    writer: Writer,
    signal: AbortSignal,
  ): Promise<WriteResult> {
    const plan = planSetDescription(this.registry, asked);
    return this.carryOut(plan, { mutation: 'setModelDescription', ...asked }, options, writer, signal);
  }

  /**
   * What registering a version would come to, by its documents alone: no file is read.
   * @throws BadUserInput, CardInvalid, Conflict, StoreUnavailable
   */
  async foreseeVersion(
    asked: RegisterVersion,
    { idempotencyKey }: Pick<WriteOptions, 'idempotencyKey'>,
    signal: AbortSignal,
  ): Promise<WriteResult> {
    checkKey(idempotencyKey);
    // Another gateway may have registered what the card refers to.
    await this.readAgain(asked.source, signal);
    return this.tryOut(planRegisterVersion(this.registry, asked, { kind: 'FORESEEN' }), signal);
  }

  /**
   * Registers a version: its files are copied and compared, then the journal says that it exists. The same content again changes nothing.
   * @throws BadUserInput, CardInvalid, ArtifactInvalid, Conflict, Cancelled, StoreUnavailable, StoreReadOnly
   */
  async registerVersion(
    asked: RegisterVersion,
    options: WriteOptions,
    writer: Writer,
    tools: CopyTools,
  ): Promise<WriteResult> {
    const foreseen = await this.foreseeVersion(asked, options, tools.signal);
    const copy = new RegistrationCopy(this.places.managed, this.places.journal, asked);
    if (options.dryRun) {
      await copy.verify(tools);
      return foreseen;
    }
    const made = await copy.make(foreseen.outcome === 'UNCHANGED', tools);
    const plan = planRegisterVersion(this.registry, asked, made);
    const request = { mutation: 'registerModelVersion', ...askedToRegister(asked) };
    return copy.keepIfWritten(this.carryOut(plan, request, options, writer, tools.signal));
  }

  /**
   * Places a version on a configured model server, or takes it away from there.
   * @param servers ids of the configured servers
   * @throws ModelNotFound, AmbiguousModel, BadUserInput, Conflict, StoreUnavailable, StoreReadOnly
   */
  placeVersion(
    asked: PlaceVersion,
    servers: readonly string[],
    options: WriteOptions,
    writer: Writer,
    signal: AbortSignal,
  ): Promise<WriteResult> {
    const plan = planPlaceVersion(this.registry, asked, servers);
    return this.carryOut(plan, { mutation: 'placeModelVersion', ...asked }, options, writer, signal);
  }

  /**
   * Says what an alias means under traffic, if its rollout is the one that the caller believes.
   * @throws ModelNotFound, AmbiguousModel, BadUserInput, Conflict, StoreUnavailable, StoreReadOnly
   */
  setRollout(asked: SetRollout, options: WriteOptions, writer: Writer, signal: AbortSignal): Promise<WriteResult> {
    const plan = planSetRollout(this.registry, asked, this.needsApproval);
    return this.carryOut(plan, { mutation: 'setRollout', ...asked }, options, writer, signal);
  }

  private async carryOut(
    plan: WritePlan,
    asked: unknown,
    { dryRun, idempotencyKey }: WriteOptions,
    writer: Writer,
    signal: AbortSignal,
  ): Promise<WriteResult> {
    checkKey(idempotencyKey);
    if (dryRun) return this.tryOut(plan, signal);
    const { source, name } = plan;
    const request = { source, name, writer, idempotencyKey, asked };
    const { journal, through } = this.places;
    const server = this.registry.serverOf(source);
    const appended =
      server && through && plan.through
        ? await through.write(plan, plan.through(), { request, server }, signal)
        : await journal.append(request, plan.decide);
    return this.bringIntoService(plan, appended, signal);
  }

  private async tryOut(plan: WritePlan, signal: AbortSignal): Promise<WriteResult> {
    const decision = await this.decisionOn(plan, signal);
    const isShown = plan.isShownBy(this.registry.snapshot());
    if (decision.kind === 'UNCHANGED') return unchanged(plan, null, isShown);
    const { changes, notices } = plan;
    return { outcome: 'WOULD_WRITE', write: null, changes, notices, isInService: false };
  }

  private async decisionOn(plan: WritePlan, signal: AbortSignal): Promise<WriteDecision> {
    const { journal, through } = this.places;
    const server = this.registry.serverOf(plan.source);
    if (server && through && plan.through) return through.tryOut(plan, plan.through(), server, signal);
    const writes = await journal.read(plan.source, signal);
    return plan.decide(writes.filter(({ name }) => name === plan.name));
  }

  private async bringIntoService(plan: WritePlan, appended: AppendOutcome, signal: AbortSignal): Promise<WriteResult> {
    const failure = await this.readAgain(plan.source, signal);
    const isShown = plan.isShownBy(this.registry.snapshot());
    if (appended.kind === 'UNCHANGED') return unchanged(plan, null, isShown);
    if (appended.kind === 'REPEATED') return unchanged(plan, appended.write, isShown);
    const { changes } = plan;
    if (plan.isProposal) {
      const notices = failure === null ? plan.notices : [failure, ...plan.notices];
      return { outcome: 'PROPOSED', write: appended.write, changes, notices, isInService: false };
    }
    const notices = isShown ? plan.notices : [failure ?? NOT_SHOWN, ...plan.notices];
    return { outcome: 'WRITTEN', write: appended.write, changes, notices, isInService: isShown };
  }

  /** The write is durable by now: whatever goes wrong here is said and not thrown. @returns what to say, or null */
  private async readAgain(source: string, signal: AbortSignal): Promise<string | null> {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(RELOAD_TIMEOUT_MS)]);
    try {
      const { sources } = await this.registry.reloadSource(source, limited);
      return sources.find(({ id }) => id === source)?.state === 'FRESH' ? null : NOT_READ;
    } catch (error) {
      if (error instanceof Cancelled) return NOT_READ;
      throw error;
    }
  }
}

function unchanged({ notices }: WritePlan, write: RegistryWrite | null, isInService: boolean): WriteResult {
  return { outcome: 'UNCHANGED', write, changes: [], notices, isInService };
}
