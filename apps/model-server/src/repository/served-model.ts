import { createHash } from 'node:crypto';
import {
  InvalidModelConfig,
  parseModelConfig,
  type ModelConfigFile,
  type VersionChoice,
} from '#libs/inference-protocol';
import { LoadFailure } from '../sessions/session-worker.js';
import type { FoundModel, FoundVersion } from './scan-repository.js';
import { Generation, indexEntryOf, type IndexEntry, type VersionState } from './served-version.js';
import type { VersionLoader } from './version-loader.js';

interface ServedVersion {
  state: VersionState;
  /** Of the files that `state` speaks of. */
  fingerprint: string;
}

/** How to bring a model in line with its directory. */
export interface UpdateOptions {
  /** Whether versions that failed are tried again although their files have not changed. */
  readonly retries: boolean;
  /** Whether a version may be served with another content than before. */
  readonly replaces: boolean;
  /** Whether other versions are served already and are not to wait. */
  readonly isGentle: boolean;
  /** Whether a version's file is likely to be whole: one that is being copied is not. */
  readonly isWhole: (version: FoundVersion) => boolean;
}

let generations = 0;

/** A model and its versions. Whatever becomes of one version, the others go on. */
export class ServedModel {
  private readonly versions = new Map<string, ServedVersion>();
  private repeated: readonly string[] = [];
  private problem: string | null = null;
  private retiring = 0;
  private readonly noted = new Set<string>();

  constructor(
    readonly name: string,
    private readonly loader: VersionLoader,
    private readonly log: (line: string) => void,
  ) {}

  /** Whether there is nothing left to say of it. */
  get isGone(): boolean {
    return this.versions.size === 0 && this.problem === null && this.retiring === 0;
  }

  /** Version numbers that are on disk and wanted, ascending. */
  get numbers(): readonly string[] {
    return [...this.versions.keys()].sort((a, b) => Number(a) - Number(b));
  }

  stateOf(version: string): VersionState | null {
    return this.versions.get(version)?.state ?? null;
  }

  index(): readonly IndexEntry[] {
    const { name } = this;
    const own = this.numbers.map((version) =>
      indexEntryOf(name, version, this.stateOf(version) ?? { kind: 'loading' }),
    );
    const again = this.repeated.map((version) =>
      indexEntryOf(name, version, { kind: 'unavailable', reason: 'an earlier models directory has the same version' }),
    );
    const whole = this.problem === null ? [] : [indexEntryOf(name, '', { kind: 'unavailable', reason: this.problem })];
    return [...own, ...again, ...whole];
  }

  /** Notes what there is, so that it can be listed before it is loaded. */
  announce(found: FoundModel): void {
    this.repeated = found.repeated;
    this.problem = found.problem;
    for (const { version } of found.versions) {
      if (this.versions.has(version)) continue;
      this.versions.set(version, { state: { kind: 'loading' }, fingerprint: '' });
    }
  }

  /** Loads what is new, changed or to be tried again; then lets go what is no longer there or not wanted. */
  async update(found: FoundModel, options: UpdateOptions): Promise<void> {
    const whole = found.versions.filter((version) => options.isWhole(version) || this.versions.has(version.version));
    this.announce({ ...found, versions: whole });
    const { config, problem } = this.readConfig(found);
    const wanted = choose(whole, config?.versionPolicy ?? null);
    for (const version of whole) {
      const isWanted = wanted.includes(version);
      const served = this.versions.get(version.version);
      if (served === undefined || !options.isWhole(version)) continue;
      if (isWanted) await this.bring(version, served, { config, problem, configText: found.configText }, options);
      else this.letGo(version.version, 'its version policy does not serve it');
    }
    for (const version of this.versions.keys()) {
      if (!whole.some((one) => one.version === version)) this.letGo(version, null);
    }
  }

  /** Lets all versions go. @param reason stands in the index; null when the model is no longer on disk */
  unload(reason: string | null): void {
    if (reason === null) [this.repeated, this.problem] = [[], null];
    for (const version of [...this.versions.keys()]) this.letGo(version, reason);
  }

  private async bring(
    found: FoundVersion,
    served: ServedVersion,
    {
      config,
      problem,
      configText,
    }: { readonly config: ModelConfigFile | null; readonly problem: string | null; readonly configText: string | null },
    { retries, replaces, isGentle }: UpdateOptions,
  ): Promise<void> {
    const fingerprint = createHash('sha256')
      .update(`${found.fingerprint}\n${configText ?? ''}`)
      .digest('hex');
    const isSame = served.fingerprint === fingerprint && served.state.kind !== 'unloading';
    const isReady = served.state.kind === 'ready' && served.state.complaint === null;
    if (isSame && (isReady || !retries)) return;
    const before = served.state.kind === 'ready' ? served.state.generation : null;
    if (before === null) served.state = { kind: 'loading' };
    served.fingerprint = fingerprint;
    const number = `${this.name}/${found.version}`;
    const key = `${number}#${(generations += 1)}`;
    try {
      const refused = found.problem ?? problem;
      if (refused !== null) throw new LoadFailure(refused);
      const model = await this.loader.load({ key, number }, found, config, { isGentle, mayReplace: replaces });
      served.state = { kind: 'ready', generation: new Generation(key, model, config), complaint: null };
      if (before !== null) void this.retire(before);
    } catch (error) {
      const reason = error instanceof LoadFailure ? error.reason : 'the worker that loaded it ended';
      this.log(`not served: ${this.name}/${found.version}: ${reason}`);
      const complaint = `the files have changed, and what was loaded before is served: ${reason}`;
      served.state =
        before === null ? { kind: 'unavailable', reason } : { kind: 'ready', generation: before, complaint };
    }
  }

  private letGo(version: string, reason: string | null): void {
    const served = this.versions.get(version);
    if (served === undefined) return;
    const { state } = served;
    if (state.kind === 'unloading' && reason !== null) return;
    if (state.kind !== 'ready') return this.settleGone(version, served, reason);
    served.state = { kind: 'unloading' };
    void this.retire(state.generation).then(() => {
      // It may have been loaded again meanwhile.
      if (served.state.kind === 'unloading') this.settleGone(version, served, reason);
    });
  }

  private settleGone(version: string, served: ServedVersion, reason: string | null): void {
    if (reason === null) this.versions.delete(version);
    else served.state = { kind: 'unavailable', reason };
    served.fingerprint = '';
  }

  private async retire(generation: Generation): Promise<void> {
    this.retiring += 1;
    await generation.idle();
    await this.loader.unload(generation.key);
    this.retiring -= 1;
  }

  private readConfig({ configText }: FoundModel): {
    readonly config: ModelConfigFile | null;
    readonly problem: string | null;
  } {
    if (configText === null) return { config: null, problem: null };
    try {
      const config = parseModelConfig(configText);
      if (config.name !== '' && config.name !== this.name)
        throw new InvalidModelConfig('its name is not that of the directory');
      this.noteOnce(config.notes);
      return { config, problem: null };
    } catch (error) {
      if (!(error instanceof InvalidModelConfig)) throw error;
      return { config: null, problem: `config.pbtxt: ${error.reason}` };
    }
  }

  private noteOnce(notes: readonly string[]): void {
    for (const note of notes) {
      if (!this.noted.has(note)) this.log(`note: ${this.name}/config.pbtxt: ${note}`);
      this.noted.add(note);
    }
  }
}

function choose(versions: readonly FoundVersion[], policy: VersionChoice | null): readonly FoundVersion[] {
  if (policy === null || policy.kind === 'all') return versions;
  const ordered = [...versions].sort((a, b) => Number(b.version) - Number(a.version));
  if (policy.kind === 'latest') return ordered.slice(0, policy.count);
  return ordered.filter(({ version }) => policy.versions.includes(Number(version)));
}
