import { z } from 'zod';
import {
  type ModelRegistry,
  openPackage,
  type RegisterVersion,
  type VersionPackage,
  type VersionRegistrar,
  type Writer,
  type WriteResult,
} from '#model-registry';
import type { Json } from '#libs/database';
import { BadUserInput, Conflict, isDomainError } from '#libs/errors';
import { resolveAllowedPath } from '#gateway/allowed-paths';
import type { Job, JobTools } from '#gateway/jobs';
import type { Router } from '#gateway/routing';
import { toWriteResult } from './to-write-result.js';

const RULE =
  "must name a directory under one of the gateway's model folders (TESSERA_MODEL_ROOTS), absolute or relative to one of them";
/** A job counts in whole numbers up to 2^31: bytes would be two gigabytes. */
const KIB = 1024;

const askedSchema = z.object({
  source: z.string(),
  directory: z.string(),
  expectedVersion: z.string().nullish(),
  dryRun: z.boolean(),
  idempotencyKey: z.string().nullable(),
});

const inputSchema = askedSchema.extend({ digest: z.string(), caller: z.string(), requestId: z.string() });

/** What a caller asks to register. */
export type AskedRegistration = z.infer<typeof askedSchema>;

/** Registers model versions from directories of this machine: what is quick in the request, what reads files as a job. */
export class RegisterModelVersions {
  constructor(
    private readonly registry: ModelRegistry,
    private readonly registrar: VersionRegistrar,
    private readonly router: Router,
    /** Folders under which directories may lie. */
    private readonly roots: readonly string[],
  ) {}

  /** The source that is meant: the first one that is written to, where none is named. @throws BadUserInput */
  sourceOf(named: string | null): string {
    if (named !== null) return named;
    const local = this.registry.snapshot().sources.find(({ kind }) => kind === 'LOCAL');
    if (!local) throw new BadUserInput('source', 'must be stated: there is no local source');
    return local.id;
  }

  /** Reads and judges the documents of a directory. @throws BadUserInput, CardInvalid, CalibrationInvalid, ArtifactInvalid */
  async open(directory: string): Promise<VersionPackage> {
    return openPackage(await this.resolve(directory));
  }

  /**
   * Refuses what can be refused before a file is read.
   * @returns what the job is given
   * @throws BadUserInput, CardInvalid, Conflict, RegistryUnavailable, StoreUnavailable
   */
  async check(asked: AskedRegistration, found: VersionPackage, by: Writer, signal: AbortSignal): Promise<Json> {
    await this.registrar.foresee(toRegister(asked, found), asked, signal);
    const { caller, requestId } = by;
    const directory = await this.resolve(asked.directory);
    const { expectedVersion, ...rest } = asked;
    const belief = expectedVersion === undefined ? {} : { expectedVersion };
    return { ...rest, ...belief, directory, digest: found.digest, caller, requestId };
  }

  /** The job: copies, compares, and writes. @throws what `open` and `check` throw, and ArtifactInvalid, StoreReadOnly, Cancelled */
  async run({ id, tenant, input }: Job, { signal, progress }: JobTools): Promise<Json> {
    const { digest, caller, requestId, ...asked } = inputSchema.parse(input);
    const found = await this.open(asked.directory);
    if (found.digest !== digest) throw changedMeanwhile();
    const stage = asked.dryRun ? 'checking' : 'copying';
    const total = Math.ceil(found.sizeBytes / KIB);
    progress({ stage, done: 0, total });
    const tools = { signal, onBytes: (done: number) => progress({ stage, done: Math.floor(done / KIB), total }) };
    const writer = { tenant, caller, requestId };
    // A job that was killed after its write runs again, and finds that write by the key.
    const options = { ...asked, idempotencyKey: asked.idempotencyKey ?? `job:${id}` };
    const result = await this.registrar.register(toRegister(asked, found), options, writer, tools);
    progress({ stage, done: total, total });
    return JSON.parse(JSON.stringify(toWriteResult(this.withServing(result, asked.source, found))));
  }

  /** Says why the version cannot be asked yet, where that is so. */
  private withServing(result: WriteResult, source: string, { name, version }: VersionPackage): WriteResult {
    const found = this.registry.snapshot().find(source, name, version);
    if (!found || !found.card.artifacts.some(({ role }) => role === 'MODEL')) return result;
    try {
      this.router.replicas(found);
      return result;
    } catch (error) {
      if (!isDomainError(error)) throw error;
      return { ...result, notices: [...result.notices, error.message] };
    }
  }

  private resolve(directory: string): Promise<string> {
    const isWanted = (found: { isDirectory(): boolean }): boolean => found.isDirectory();
    return resolveAllowedPath(directory, { roots: this.roots, isWanted, argument: 'directory', rule: RULE });
  }
}

function toRegister({ source, expectedVersion }: AskedRegistration, found: VersionPackage): RegisterVersion {
  return { source, package: found, expectedVersion };
}

function changedMeanwhile(): Conflict {
  return new Conflict(
    'The card in the directory is another one than when this was asked for. Nothing was changed. Leave the directory alone until the job has ended, and ask again.',
    { argument: 'directory' },
  );
}
