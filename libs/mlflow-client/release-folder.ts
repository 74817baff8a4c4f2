import { z } from 'zod';
import { experimentAnswer, loggedModelAnswer, newExperiment, runAnswer, runPage } from './answers.js';
import { proxied } from './artifact-folder.js';
import { RegistryWriteRefused } from '#libs/errors';
import type { ReleaseCalls } from './release-call.js';

/** What a folder is made for. */
export interface FolderWish {
  /** The experiment whose runs hold releases. */
  readonly experiment: string;
  /** The name of the model, in the words of a run's title. */
  readonly name: string;
  /** Tags of the run, which say what its files are: a folder of the same marks is the same folder. */
  readonly marks: Readonly<Record<string, string>>;
}

/** Where the files of a version lie: a logged model in MLflow 3, a run's folder in MLflow 2. */
export interface ReleaseFolder {
  readonly runId: string;
  readonly modelId: string | null;
  /** What a version is registered with. */
  readonly source: string;
  /** What an MLmodel file in it says of where it is. */
  readonly artifactPath: string;
  /** Below the server's own proxy of artifacts, encoded for an address. */
  readonly path: string;
  readonly startedMs: number;
  /** Whether no earlier attempt can have left files in it. */
  readonly isNew: boolean;
  /** Whether an earlier attempt has said that it is whole. */
  readonly isFinished: boolean;
}

type Run = z.infer<typeof runAnswer>['run'];

const MODEL_TAG = 'tessera.logged-model';
const FOLDER = 'model';

/** Null where the files would lie where the server takes no uploads. @throws as `ReleaseCalls` do */
export async function findOrMakeFolder(
  calls: ReleaseCalls,
  wish: FolderWish,
  signal: AbortSignal,
): Promise<ReleaseFolder | null> {
  const experiment = await experimentOf(calls, wish.experiment, signal);
  const left = await leftRun(calls, experiment, wish, signal);
  const run = left ?? (await newRun(calls, experiment, wish, signal));
  const model = await modelOf(calls, experiment, wish, run, signal);
  const { run_id: runId, artifact_uri: uri, start_time: startedMs, status } = run.info;
  const root = model?.artifact_uri.replace(/\/+$/, '') ?? `${uri.replace(/\/+$/, '')}/${FOLDER}`;
  const path = proxied(root);
  if (path === null) return null;
  return {
    ...{ runId, path, startedMs, isNew: left === null, isFinished: status === 'FINISHED' },
    modelId: model?.model_id ?? null,
    // Not runs:/...: servers that proxy artifacts cannot serve a version by its number from that.
    source: model ? `models:/${model.model_id}` : root,
    artifactPath: model ? root : FOLDER,
  };
}

async function experimentOf(calls: ReleaseCalls, name: string, signal: AbortSignal): Promise<string> {
  const look = { method: 'GET', path: '/experiments/get-by-name', query: { experiment_name: name } } as const;
  const found = await calls.find(look, experimentAnswer, signal);
  if (found) return found.experiment.experiment_id;
  const made = await calls.add({ method: 'POST', path: '/experiments/create', body: { name } }, newExperiment, signal);
  if (made) return made.experiment_id;
  // Somebody else made it a moment ago.
  const other = await calls.find(look, experimentAnswer, signal);
  if (other) return other.experiment.experiment_id;
  throw new RegistryWriteRefused('its experiment of releases cannot be made nor read');
}

async function leftRun(
  calls: ReleaseCalls,
  experiment: string,
  { marks }: FolderWish,
  signal: AbortSignal,
): Promise<Run | null> {
  const filter = Object.entries(marks).map(([key, value]) => `tags.\`${key}\` = '${value}'`);
  const body = {
    experiment_ids: [experiment],
    filter: filter.join(' AND '),
    max_results: 1,
    order_by: ['attributes.start_time ASC'],
  };
  const { runs } = await calls.ask({ method: 'POST', path: '/runs/search', body }, runPage, signal);
  return runs[0] ?? null;
}

async function newRun(
  calls: ReleaseCalls,
  experiment: string,
  { name, marks }: FolderWish,
  signal: AbortSignal,
): Promise<Run> {
  const body = { experiment_id: experiment, run_name: `register ${name}`, start_time: Date.now(), tags: pairs(marks) };
  return (await calls.ask({ method: 'POST', path: '/runs/create', body }, runAnswer, signal)).run;
}

/** The logged model of a run; null on servers that have none (before MLflow 3). */
async function modelOf(
  calls: ReleaseCalls,
  experiment: string,
  { name, marks }: FolderWish,
  run: Run,
  signal: AbortSignal,
) {
  const known = run.data.tags.find(({ key }) => key === MODEL_TAG)?.value;
  if (known !== undefined && /^m-[0-9a-f]{32}$/.test(known)) {
    const found = await calls.find({ method: 'GET', path: `/logged-models/${known}` }, loggedModelAnswer, signal);
    if (found) return found.model.info;
  }
  const runId = run.info.run_id;
  // Logged models have narrower names than registered ones.
  const body = {
    ...{ experiment_id: experiment, name: name.replaceAll('.', '-'), source_run_id: runId, tags: pairs(marks) },
  };
  const made = await calls.find({ method: 'POST', path: '/logged-models', body }, loggedModelAnswer, signal);
  if (!made) return null;
  const { info } = made.model;
  const tag = { run_id: runId, key: MODEL_TAG, value: info.model_id };
  await calls.ask({ method: 'POST', path: '/runs/set-tag', body: tag }, z.looseObject({}), signal);
  return info;
}

function pairs(tags: Readonly<Record<string, string>>): readonly { readonly key: string; readonly value: string }[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}
