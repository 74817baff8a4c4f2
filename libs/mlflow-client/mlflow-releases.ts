import { BadUserInput, RegistryBadResponse } from '#libs/errors';
import { z } from 'zod';
import { parseAnswer, toVersion, versionAnswer, versionPage } from './answers.js';
import type { MlflowHttp } from './mlflow-http.js';
import type { MlflowVersion } from './options.js';
import { ReleaseCalls } from './release-call.js';
import { ReleaseFiles, type ReleaseFile } from './release-files.js';
import { findOrMakeFolder, type FolderWish, type ReleaseFolder } from './release-folder.js';
import type { MlflowWriteOutcome } from './write-outcome.js';

export type { ReleaseFile, ReleaseFolder };

/** What became of the making of a version. A version that was made has the number that the server gave. */
export type MlflowCreation =
  { readonly kind: 'MADE'; readonly version: string } | Exclude<MlflowWriteOutcome, { readonly kind: 'DONE' }>;

/** A version as it is to be. */
export interface VersionWish {
  readonly name: string;
  readonly folder: ReleaseFolder;
  readonly description: string;
  readonly tags: Readonly<Record<string, string>>;
}

const MAX_PAGES = 1000;
const VERSIONS_PER_PAGE = 200;
const anything = z.looseObject({});

/**
 * Makes versions on a server: files into a folder that nobody knows of yet, then the version that names the folder. Only the last step
 * changes the registry, and it is sent once; all before it can be done again.
 */
export class MlflowReleases {
  private readonly calls: ReleaseCalls;
  private readonly files: ReleaseFiles;

  constructor(http: MlflowHttp) {
    this.calls = new ReleaseCalls(http);
    this.files = new ReleaseFiles(http);
  }

  /**
   * Every version of a model; none where the server has no such model.
   * @param name without quotation marks
   * @throws RegistryWriteFailed, RegistryWriteRefused, RegistryBadResponse, or the signal's reason
   */
  async versions(name: string, signal: AbortSignal): Promise<readonly MlflowVersion[]> {
    const found = new Map<string, MlflowVersion>();
    const query = { filter: `name = '${name}'`, max_results: String(VERSIONS_PER_PAGE) };
    let token = '';
    for (let pages = 0; pages < MAX_PAGES; pages += 1) {
      const paged = token === '' ? query : { ...query, page_token: token };
      const call = { method: 'GET', path: '/model-versions/search', query: paged } as const;
      const page = await this.calls.ask(call, versionPage, signal);
      for (const version of page.model_versions.map(toVersion)) {
        if (version.name === name) found.set(version.version, version);
      }
      if (page.next_page_token === '') return [...found.values()];
      token = page.next_page_token;
    }
    throw new RegistryBadResponse(`it has more than ${MAX_PAGES} pages`);
  }

  /**
   * A folder for the files of a release: the one that an earlier attempt left, or a new one.
   * @throws BadUserInput where the server takes no uploads through its own proxy; else as `versions`
   */
  async open(wish: FolderWish, signal: AbortSignal): Promise<ReleaseFolder> {
    const folder = await findOrMakeFolder(this.calls, wish, signal);
    if (folder === null) throw new BadUserInput('source', NO_UPLOADS);
    return folder;
  }

  /**
   * Uploads a file while it is read, and reads it back. A file that is there already is left as it is.
   * @throws as `versions`, and whatever reading the file throws; then nothing of it counts
   */
  put(folder: ReleaseFolder, file: ReleaseFile, signal: AbortSignal): Promise<void> {
    return this.files.put(folder, file, signal);
  }

  /** Tells the run, and MLflow's own pages, that the model is whole. @throws as `versions` */
  async finish({ runId, modelId }: ReleaseFolder, history: string, signal: AbortSignal): Promise<void> {
    if (modelId !== null) {
      const body = { model_id: modelId, status: 'LOGGED_MODEL_READY' };
      await this.calls.ask({ method: 'PATCH', path: `/logged-models/${modelId}`, body }, anything, signal);
      const models = [{ model_id: modelId, step: 0 }];
      await this.calls.ask(
        { method: 'POST', path: '/runs/outputs', body: { run_id: runId, models } },
        anything,
        signal,
      );
    } else {
      // By this tag MLflow 2 shows a folder of a run as a model.
      const body = { run_id: runId, key: 'mlflow.log-model.history', value: history };
      await this.calls.ask({ method: 'POST', path: '/runs/set-tag', body }, anything, signal);
    }
    await this.endRun(runId, 'FINISHED', signal);
  }

  /** Marks a run as failed, for whoever wonders. The next attempt goes on with it. @throws as `versions` */
  giveUp({ runId }: ReleaseFolder, signal: AbortSignal): Promise<void> {
    return this.endRun(runId, 'FAILED', signal);
  }

  /** Makes a model, unless the server has it. @throws as `versions` */
  async makeModel(name: string, signal: AbortSignal): Promise<void> {
    await this.calls.add({ method: 'POST', path: '/registered-models/create', body: { name } }, anything, signal);
  }

  /** Makes a version with its tags, in one step. Sent once; never throws for what the server or the network does. */
  async makeVersion({ name, folder, description, tags }: VersionWish, signal: AbortSignal): Promise<MlflowCreation> {
    const { source, runId, modelId } = folder;
    const pairs = Object.entries(tags).map(([key, value]) => ({ key, value }));
    const ids = { run_id: runId, ...(modelId === null ? {} : { model_id: modelId }) };
    const body = { name, source, ...ids, tags: pairs, description };
    const { outcome, answer } = await this.calls.tell({ method: 'POST', path: '/model-versions/create', body }, signal);
    if (outcome.kind !== 'DONE' || answer === null) return outcome.kind === 'DONE' ? UNREADABLE : outcome;
    try {
      return { kind: 'MADE', version: toVersion(parseAnswer(versionAnswer, answer.body).model_version).version };
    } catch {
      return UNREADABLE;
    }
  }

  /** Takes a version away. Sent once; never throws for what the server or the network does. */
  async removeVersion(name: string, version: string, signal: AbortSignal): Promise<MlflowWriteOutcome> {
    const call = { method: 'DELETE', path: '/model-versions/delete', body: { name, version } } as const;
    return (await this.calls.tell(call, signal)).outcome;
  }

  private async endRun(runId: string, status: 'FINISHED' | 'FAILED', signal: AbortSignal): Promise<void> {
    const body = { run_id: runId, status, end_time: Date.now() };
    await this.calls.ask({ method: 'POST', path: '/runs/update', body }, anything, signal);
  }
}

const UNREADABLE = { kind: 'UNKNOWN', reason: 'it answered with something else than a version' } as const;
const NO_UPLOADS =
  'must be a server that takes uploads through its own proxy of artifacts; where they lie in a store of their own, publish the version with `publish.py version`';
