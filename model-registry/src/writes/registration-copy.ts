import { Cancelled, Conflict } from '#libs/errors';
import type { ManagedVersions } from '../packages/managed-versions.js';
import { verifyPackage } from '../packages/version-package.js';
import type { Copy, RegisterVersion } from './asked-registration.js';
import { managedPlace, managedRegistrationsIn } from './registered-versions.js';
import type { RegistryJournal } from './registry-journal.js';
import type { WriteResult } from './write-result.js';

/** What whoever copies is given. */
export interface CopyTools {
  readonly signal: AbortSignal;
  /** Told after each piece how many bytes of the package are done. */
  readonly onBytes: (done: number) => void;
}

/** The copy of the files of one registration, from before the journal names it until after. */
export class RegistrationCopy {
  private place: string | null = null;

  constructor(
    private readonly managed: ManagedVersions,
    private readonly journal: RegistryJournal,
    private readonly asked: RegisterVersion,
  ) {}

  /** Reads every file and keeps nothing. @throws ArtifactInvalid, Cancelled */
  async verify(tools: CopyTools): Promise<void> {
    await verifyPackage(this.asked.package, tools.signal, added(tools));
  }

  /**
   * Copies the files, unless the version is there already and whole; files that it lost are put back.
   * @throws ArtifactInvalid, StoreReadOnly, Cancelled
   */
  async make(isThere: boolean, tools: CopyTools): Promise<Copy> {
    if (!isThere) {
      this.place = await this.stage(tools);
      return { kind: 'COPIED', place: this.place };
    }
    const { source, package: found } = this.asked;
    const { name, version, card } = found;
    const registered = managedRegistrationsIn(await this.journal.read(source, tools.signal));
    const own = registered.find((write) => write.name === name && write.version === version);
    if (own && !(await this.managed.isWhole(managedPlace(own), card.artifacts, tools.signal))) {
      await this.managed.replace(managedPlace(own), await this.stage(tools));
    }
    return { kind: 'NEEDLESS' };
  }

  /** Forgets the copy where it is known that the journal does not name it. Where that is not known, it is left to the next sweep. */
  async keepIfWritten(writing: Promise<WriteResult>): Promise<WriteResult> {
    try {
      const result = await writing;
      if (result.outcome !== 'WRITTEN') await this.discard();
      return result;
    } catch (error) {
      if (error instanceof Conflict) await this.discard();
      throw error;
    }
  }

  private async stage({ signal, onBytes }: CopyTools): Promise<string> {
    const place = await this.managed.stage(this.asked.package, signal, added({ signal, onBytes }));
    if (!signal.aborted) return place;
    await this.managed.discard(place);
    throw new Cancelled({ cause: signal.reason });
  }

  private async discard(): Promise<void> {
    if (this.place !== null) await this.managed.discard(this.place);
  }
}

function added({ onBytes }: CopyTools): (count: number) => void {
  let done = 0;
  return (count) => onBytes((done += count));
}
