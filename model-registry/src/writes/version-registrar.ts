import type { ModelRegistry } from '../registry.js';
import { checkKey } from './idempotency-key.js';
import { PlannedWrites, type WritePlaces } from './planned-writes.js';
import { askedToRegister, planRegisterVersion, type RegisterVersion } from './register-version.js';
import { RegistrationCopy, type CopyTools } from './registration-copy.js';
import type { Writer } from './registry-write.js';
import type { WriteOptions, WriteResult } from './write-result.js';

/** Registers versions: what is quick is foreseen, what reads files takes its time. */
export class VersionRegistrar {
  private readonly writes: PlannedWrites;

  constructor(
    private readonly registry: ModelRegistry,
    private readonly places: WritePlaces,
  ) {
    this.writes = new PlannedWrites(registry, places);
  }

  /**
   * What registering a version would come to, by its documents alone: no file is read.
   * @throws BadUserInput, CardInvalid, Conflict, StoreUnavailable
   */
  async foresee(
    asked: RegisterVersion,
    { idempotencyKey }: Pick<WriteOptions, 'idempotencyKey'>,
    signal: AbortSignal,
  ): Promise<WriteResult> {
    checkKey(idempotencyKey);
    // Another gateway may have registered what the card refers to.
    await this.writes.readAgain(asked.source, signal);
    return this.writes.tryOut(planRegisterVersion(this.registry, asked, { kind: 'FORESEEN' }), signal);
  }

  /**
   * Registers a version: its files are copied and compared, then the journal says that it exists. The same content again changes nothing.
   * @throws BadUserInput, CardInvalid, ArtifactInvalid, Conflict, Cancelled, StoreUnavailable, StoreReadOnly
   */
  async register(
    asked: RegisterVersion,
    options: WriteOptions,
    writer: Writer,
    tools: CopyTools,
  ): Promise<WriteResult> {
    const foreseen = await this.foresee(asked, options, tools.signal);
    const copy = new RegistrationCopy(this.places.managed, this.places.journal, asked);
    if (options.dryRun) {
      await copy.verify(tools);
      return foreseen;
    }
    const made = await copy.make(foreseen.outcome === 'UNCHANGED', tools);
    const plan = planRegisterVersion(this.registry, asked, made);
    const request = { mutation: 'registerModelVersion', ...askedToRegister(asked) };
    return copy.keepIfWritten(this.writes.carryOut(plan, request, options, writer, tools.signal));
  }
}
