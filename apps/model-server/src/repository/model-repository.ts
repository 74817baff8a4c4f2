import { Refusal } from '../refusal.js';
import { readyVersion, type LeasedVersion, type ReadyVersion } from './ready-version.js';
import type { RepositoryDirectories } from './repository-directories.js';
import type { FoundModel, FoundVersion } from './scan-repository.js';
import { ServedModel, type UpdateOptions } from './served-model.js';
import type { Generation, IndexEntry } from './served-version.js';
import type { VersionLoader } from './version-loader.js';

/** A file that was written to so lately may still be being copied; the next look tells. */
const SETTLED_AFTER_MS = 1000;

/** The models on disk and what became of each. One that cannot be loaded is listed with the reason; the others serve. */
export class ModelRepository {
  private readonly models = new Map<string, ServedModel>();
  /** Models that were unloaded by request, which only a request loads again. */
  private readonly withheld = new Set<string>();
  private fingerprints = new Map<string, string>();
  private work: Promise<unknown> = Promise.resolve();
  private hasSettled = false;

  constructor(
    private readonly directories: RepositoryDirectories,
    private readonly loader: VersionLoader,
    private readonly log: (line: string) => void,
  ) {}

  /** Whether every version of the start is ready or has failed. */
  get isSettled(): boolean {
    return this.hasSettled;
  }

  /** How many models and versions were found, broken ones included. */
  get counts(): { readonly models: number; readonly versions: number } {
    const numbers = [...this.models.values()].map((model) => model.numbers.length).filter((count) => count > 0);
    return { models: numbers.length, versions: numbers.reduce((sum, count) => sum + count, 0) };
  }

  /**
   * Looks what there is, without loading it.
   * @param isStrict whether a directory that cannot be read is an error
   * @param startsWith models to load, or null for all
   * @throws InvalidConfig
   */
  async open(isStrict: boolean, startsWith: readonly string[] | null): Promise<void> {
    const found = await (isStrict ? this.directories.firstLook() : this.directories.look());
    for (const model of found.values()) {
      if (startsWith !== null && !startsWith.includes(model.name)) this.withheld.add(model.name);
      this.model(model.name).announce(model);
    }
    for (const name of startsWith ?? [])
      if (!found.has(name)) this.log(`not served: ${name}: there is no such model in the directories`);
  }

  /** Loads what `open` found. */
  async loadAll(): Promise<void> {
    await this.update({ retries: false, replaces: false, isGentle: false, isWhole: () => true });
    for (const model of this.models.values())
      for (const { version, reason = '' } of model.index())
        if (version === '' || reason.startsWith('an earlier'))
          this.log(`not served: ${model.name}${version && `/${version}`}: ${reason}`);
    this.hasSettled = true;
  }

  /** Brings everything in line with the directories. A file that may still be being written to waits for the next look. */
  poll(): Promise<void> {
    const isWhole = (version: FoundVersion): boolean =>
      Math.abs(Date.now() - version.writtenAt) > SETTLED_AFTER_MS ||
      this.fingerprints.get(version.file) === version.fingerprint;
    return this.update({ retries: false, replaces: false, isGentle: true, isWhole });
  }

  /** Loads a model, or loads again what changed or failed of it. @throws Refusal when there is none, or a wanted version is not ready */
  async load(name: string): Promise<void> {
    await this.inTurn(async () => {
      const found = (await this.directories.look()).get(name);
      if (found === undefined) throw new Refusal('not-found', 'there is no model of this name in the directories');
      this.withheld.delete(name);
      await this.model(name).update(found, { retries: true, replaces: true, isGentle: true, isWhole: () => true });
    });
    const entries = this.models.get(name)?.index() ?? [];
    const failed = entries.find(({ state, reason }) => state === 'UNAVAILABLE' && !isIntended(reason));
    if (failed !== undefined) {
      const which = failed.version === '' ? 'the model' : `version ${failed.version}`;
      throw new Refusal('load-failed', `${which} was not loaded: ${failed.reason ?? ''}`);
    }
  }

  /** Lets a model go. Requests that have come are answered; this does not wait for them. @throws Refusal when it is unknown */
  unload(name: string): Promise<void> {
    return this.inTurn(async () => {
      const model = this.models.get(name);
      if (model === undefined) throw new Refusal('not-found', 'there is no model of this name here');
      this.withheld.add(name);
      model.unload('unloaded');
    });
  }

  index(): readonly IndexEntry[] {
    return [...this.models.values()].flatMap((model) => model.index());
  }

  /** Every version that can run, with its generation. */
  ready(): readonly ReadyVersion[] {
    return [...this.models.values()].flatMap((model) =>
      model.numbers.flatMap((version) => {
        const state = model.stateOf(version);
        return state?.kind === 'ready' ? [readyVersion(model.name, version, state.generation)] : [];
      }),
    );
  }

  /** The version numbers of a model, ascending. @throws Refusal when there is no such model */
  versionsOf(name: string): readonly string[] {
    return this.requireModel(name).numbers;
  }

  /**
   * A version that can run; without a number the highest that is ready.
   * @throws Refusal when it is unknown, loading or broken
   */
  require(name: string, version: string | null): ReadyVersion {
    const { number, generation } = this.find(name, version);
    return readyVersion(name, number, generation);
  }

  /** The same, kept loaded until it is released. */
  lease(name: string, version: string | null): LeasedVersion {
    const { number, generation } = this.find(name, version);
    return { ...readyVersion(name, number, generation), release: generation.lease() };
  }

  private find(name: string, version: string | null): { readonly number: string; readonly generation: Generation } {
    const model = this.requireModel(name);
    const ready = model.numbers.filter((number) => model.stateOf(number)?.kind === 'ready');
    // While the first versions are being loaded no lower one answers in a higher one's place.
    const number = version ?? (this.hasSettled ? ready.at(-1) : undefined) ?? model.numbers.at(-1) ?? '';
    const state = model.stateOf(number);
    if (state === null) throw new Refusal('not-found', 'the model has no such version here');
    if (state.kind === 'ready') return { number, generation: state.generation };
    const reason = state.kind === 'unavailable' ? state.reason : `it is ${state.kind}`;
    throw new Refusal('not-ready', `the model version is not ready: ${reason}`);
  }

  private requireModel(name: string): ServedModel {
    const model = this.models.get(name);
    if (model === undefined || model.numbers.length === 0)
      throw new Refusal('not-found', 'there is no model of this name here');
    return model;
  }

  private model(name: string): ServedModel {
    const model = this.models.get(name) ?? new ServedModel(name, this.loader, this.log);
    this.models.set(name, model);
    return model;
  }

  private update(options: UpdateOptions): Promise<void> {
    return this.inTurn(async () => {
      const found = await this.directories.look();
      for (const model of found.values()) {
        if (this.withheld.has(model.name)) this.withhold(model);
        else await this.model(model.name).update(model, options);
      }
      for (const [name, model] of this.models) {
        if (!found.has(name)) model.unload(null);
        if (model.isGone) this.models.delete(name);
      }
      const versions = [...found.values()].flatMap((model) => model.versions);
      this.fingerprints = new Map(versions.map(({ file, fingerprint }) => [file, fingerprint]));
    });
  }

  private withhold(found: FoundModel): void {
    const model = this.model(found.name);
    model.announce(found);
    model.unload('unloaded');
  }

  /** One change at a time. */
  private inTurn(act: () => Promise<void>): Promise<void> {
    const turn = this.work.then(act);
    this.work = turn.catch(() => undefined);
    return turn;
  }
}

/** Whether a version is not served because it was not meant to be. */
function isIntended(reason: string | undefined): boolean {
  return (
    reason === 'its version policy does not serve it' || reason === 'an earlier models directory has the same version'
  );
}
