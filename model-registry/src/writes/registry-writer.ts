import type { ModelRegistry } from '../registry.js';
import { planAddCalibration, type AddCalibration } from './add-calibration.js';
import { planApproveAlias } from './approve-alias.js';
import { planMoveAlias, type MoveAlias, type NeedsApproval } from './move-alias.js';
import { planSetDescription, planSetTag, type SetDescription, type SetTag } from './note-model.js';
import { planPlaceVersion, type PlaceVersion } from './place-version.js';
import { PlannedWrites, type WritePlaces } from './planned-writes.js';
import type { Writer } from './registry-write.js';
import { planSetRollout, type SetRollout } from './set-rollout.js';
import { planRetireCalibration, type RetireCalibration } from './retire-calibration.js';
import type { WriteOptions, WriteResult } from './write-result.js';

/**
 * Changes what the registry says, on the sources that it may write to. A write is checked, added to the journal, and in service when the
 * call returns: the source is read again first. Two gateways on one journal decide one after the other.
 */
export class RegistryWriter {
  private readonly writes: PlannedWrites;

  constructor(
    private readonly registry: ModelRegistry,
    places: WritePlaces,
    private readonly needsApproval: NeedsApproval = () => false,
  ) {
    this.writes = new PlannedWrites(registry, places);
  }

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
    return this.writes.carryOut(plan, { mutation: 'addCalibration', ...asked }, options, writer, signal);
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
    return this.writes.carryOut(plan, { mutation: 'retireCalibration', ...asked }, options, writer, signal);
  }

  /**
   * Points an alias at a version, or at none, if it points where the caller believes; or proposes that, where it takes two people.
   * @throws ModelNotFound, AmbiguousModel, BadUserInput, Conflict, StoreUnavailable, StoreReadOnly
   */
  moveAlias(asked: MoveAlias, options: WriteOptions, writer: Writer, signal: AbortSignal): Promise<WriteResult> {
    const plan = planMoveAlias(this.registry, asked, this.needsApproval);
    return this.writes.carryOut(plan, { mutation: 'moveAlias', ...asked }, options, writer, signal);
  }

  /**
   * Approves what another administrator proposed for an alias.
   * @param id the proposal's place in the journal
   * @throws BadUserInput, SecondPersonNeeded, Conflict, StoreUnavailable, StoreReadOnly
   */
  approveAlias(id: string, options: WriteOptions, writer: Writer, signal: AbortSignal): Promise<WriteResult> {
    const plan = planApproveAlias(this.registry, id, writer);
    return this.writes.carryOut(plan, { mutation: 'approveAliasChange', id }, options, writer, signal);
  }

  /**
   * Sets a tag of a model, or takes it off.
   * @throws ModelNotFound, AmbiguousModel, BadUserInput, Conflict, StoreUnavailable, StoreReadOnly
   */
  setTag(asked: SetTag, options: WriteOptions, writer: Writer, signal: AbortSignal): Promise<WriteResult> {
    const plan = planSetTag(this.registry, asked);
    return this.writes.carryOut(plan, { mutation: 'setModelTag', ...asked }, options, writer, signal);
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
    return this.writes.carryOut(plan, { mutation: 'setModelDescription', ...asked }, options, writer, signal);
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
    return this.writes.carryOut(plan, { mutation: 'placeModelVersion', ...asked }, options, writer, signal);
  }

  /**
   * Says what an alias means under traffic, if its rollout is the one that the caller believes.
   * @throws ModelNotFound, AmbiguousModel, BadUserInput, Conflict, StoreUnavailable, StoreReadOnly
   */
  setRollout(asked: SetRollout, options: WriteOptions, writer: Writer, signal: AbortSignal): Promise<WriteResult> {
    const plan = planSetRollout(this.registry, asked, this.needsApproval);
    return this.writes.carryOut(plan, { mutation: 'setRollout', ...asked }, options, writer, signal);
  }
}
