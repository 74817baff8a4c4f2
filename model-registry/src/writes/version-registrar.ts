import { setTimeout as sleep } from 'node:timers/promises';
import { Cancelled, RegistryWriteFailed } from '#libs/errors';
import type { ModelRegistry } from '../registry.js';
import { askedToRegister, type Copy, type RegisterVersion } from './asked-registration.js';
import { checkKey } from './idempotency-key.js';
import { PlannedWrites, type WritePlaces } from './planned-writes.js';
import { planRegisterVersion } from './register-version.js';
import { RegistrationCopy, type CopyTools } from './registration-copy.js';
import type { Writer } from './registry-write.js';
import { checkNumber, VersionMaking } from './release/version-making.js';
import { uploadVersion } from './release/version-upload.js';
import type { WritableServer } from './through/through-plan.js';
import type { WriteOptions, WriteResult } from './write-result.js';

/** Between two looks whether it is known what became of a write. */
const LOOK_AGAIN_MS = 1_000;
/** How long is looked beyond the time after which a lost write cannot arrive any more. */
const MARGIN_MS = 5_000;

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
   * @throws BadUserInput, CardInvalid, CalibrationInvalid, Conflict, RegistryUnavailable, RegistryBadResponse, RegistryWriteFailed,
   * RegistryWriteRefused, StoreUnavailable
   */
  async foresee(
    asked: RegisterVersion,
    { idempotencyKey }: Pick<WriteOptions, 'idempotencyKey'>,
    signal: AbortSignal,
  ): Promise<WriteResult> {
    checkKey(idempotencyKey);
    // Another gateway may have registered what the card refers to.
    await this.writes.readAgain(asked.source, signal);
    const foreseen = await this.writes.tryOut(planRegisterVersion(this.registry, asked, { kind: 'FORESEEN' }), signal);
    const server = this.registry.serverOf(asked.source);
    if (server && foreseen.outcome === 'WOULD_WRITE') {
      checkNumber(await server.writer.releases.versions(asked.package.name, signal), asked.package);
    }
    return foreseen;
  }

  /**
   * Registers a version: its files are copied and compared, then the journal says that it exists. On a server they are uploaded, then the
   * server is told, and then the journal. The same content again changes nothing.
   * @throws as `foresee`, and ArtifactInvalid, Cancelled, StoreReadOnly
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
    const isThere = foreseen.outcome === 'UNCHANGED';
    const server = this.registry.serverOf(asked.source);
    if (!server) {
      const made = await copy.make(isThere, tools);
      return copy.keepIfWritten(this.write(asked, made, options, writer, tools.signal));
    }
    const made = isThere ? ({ kind: 'NEEDLESS' } as const) : await upload(asked, server, tools);
    return this.writeKnowing(() => this.write(asked, made, options, writer, tools.signal), server, tools.signal);
  }

  private write(
    asked: RegisterVersion,
    copy: Copy,
    options: WriteOptions,
    writer: Writer,
    signal: AbortSignal,
  ): Promise<WriteResult> {
    const request = { mutation: 'registerModelVersion', ...askedToRegister(asked) };
    return this.writes.carryOut(planRegisterVersion(this.registry, asked, copy), request, options, writer, signal);
  }

  /**
   * A job can wait until it is known what became of a write whose answer was lost, or which an ended process left behind; then the write is
   * found, or is made.
   */
  private async writeKnowing(
    write: () => Promise<WriteResult>,
    { settleAfterMs }: WritableServer,
    signal: AbortSignal,
  ): Promise<WriteResult> {
    const deadlineMs = Date.now() + settleAfterMs + MARGIN_MS;
    for (;;) {
      try {
        return await write();
      } catch (error) {
        if (signal.aborted) throw new Cancelled({ cause: signal.reason });
        const mayBeKnownLater = error instanceof RegistryWriteFailed && UNKNOWN_YET.has(error.reason);
        if (!mayBeKnownLater || Date.now() > deadlineMs) throw error;
      }
      await sleep(LOOK_AGAIN_MS, undefined, { signal }).catch((cause: unknown) => {
        throw new Cancelled({ cause });
      });
    }
  }
}

const UNKNOWN_YET: ReadonlySet<string> = new Set(['UNKNOWN', 'UNDER_WAY']);

async function upload(
  { package: found }: RegisterVersion,
  { writer }: WritableServer,
  tools: CopyTools,
): Promise<Copy> {
  const folder = await uploadVersion(writer.releases, found, tools);
  return { kind: 'UPLOADED', making: new VersionMaking(writer.releases, found, folder) };
}
