import { Cancelled } from '#libs/errors';
import type { ManagedVersions } from '../packages/managed-versions.js';
import type { ModelRegistry } from '../registry.js';
import { checkKey } from './idempotency-key.js';
import type { WritePlan } from './plan.js';
import type { AppendOutcome, RegistryJournal, WriteDecision } from './registry-journal.js';
import type { RegistryWrite, Writer } from './registry-write.js';
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

/** Carries planned writes out, in the journal or on a server, and brings what was written into service. */
export class PlannedWrites {
  constructor(
    private readonly registry: ModelRegistry,
    private readonly places: WritePlaces,
  ) {}

  /**
   * Makes a planned write, or only tries it out, and has it in service when this comes back.
   * @throws whatever the plan's decision throws, what the journal or the server say
   */
  async carryOut(
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

  /** What a plan would come to now. Writes nothing. */
  async tryOut(plan: WritePlan, signal: AbortSignal): Promise<WriteResult> {
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

  /** Reads a source again. A write may be durable by now: whatever goes wrong here is said and not thrown. @returns what to say, or null */
  async readAgain(source: string, signal: AbortSignal): Promise<string | null> {
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
