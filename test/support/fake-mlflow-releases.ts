import type { IncomingMessage } from 'node:http';
import { bytesOf, DONE, MISSING, pairs, type FakeAnswer } from './fake-answers.js';
import type { FakeVersion } from './fake-mlflow.js';
import type { FakeRegistry } from './fake-mlflow-writes.js';
import type { Json } from './json.js';

/** What was uploaded, and is nobody's until a version names it. */
export interface FakeUploads {
  readonly runs: Json[];
  /** Files by the logged model that they belong to. */
  readonly folders: Map<string, Record<string, Buffer>>;
  /** Every number that was given for a model, those of deleted versions included. */
  readonly given: Map<string, number>;
  /** Where logged models lie; the server's own proxy unless stated. */
  store: string;
}

export const noUploads = (): FakeUploads => ({
  runs: [],
  folders: new Map(),
  given: new Map(),
  store: 'mlflow-artifacts:/1/models',
});

const TAKEN: FakeAnswer = { status: 400, body: { error_code: 'RESOURCE_ALREADY_EXISTS', message: 'taken' } };
const ARTIFACT = /\/mlflow-artifacts\/artifacts\/1\/models\/(m-[0-9a-f]{32})\/artifacts\/(.+)$/;

/** What is asked of MLflow 3.17 when a version is made; null for any other request. */
export async function answerRelease(
  registry: FakeRegistry,
  request: IncomingMessage,
  url: URL,
): Promise<FakeAnswer | null> {
  const [, model, file] = ARTIFACT.exec(url.pathname) ?? [];
  if (model !== undefined && file !== undefined) return artifact(registry.uploads, request, model, file);
  const [, path = ''] = /\/api\/2\.0\/mlflow\/(.+)$/.exec(url.pathname) ?? [];
  const route = `${request.method} ${path.replace(/m-[0-9a-f]{32}$/, ':id')}`;
  const answer = ROUTES[route];
  if (!answer) return null;
  const body: Json = request.method === 'GET' ? {} : JSON.parse((await bytesOf(request)).toString('utf8'));
  return answer(registry, body, path);
}

type Route = (registry: FakeRegistry, body: Json, path: string) => FakeAnswer;

const ROUTES: Readonly<Record<string, Route>> = {
  'GET experiments/get-by-name': () => ok({ experiment: { experiment_id: '1' } }),
  'POST runs/search': ({ uploads }, { filter }) => ok({ runs: uploads.runs.filter((run) => hasTags(run, filter)) }),
  'POST runs/create': ({ uploads }, { tags, start_time }) => {
    const id = hex(uploads.runs.length + 1);
    const info = { run_id: id, status: 'RUNNING', start_time, artifact_uri: `mlflow-artifacts:/1/${id}/artifacts` };
    uploads.runs.push({ info, data: { tags: [...tags] } });
    return ok({ run: uploads.runs.at(-1) });
  },
  'POST runs/update': ({ uploads }, { run_id, status }) => {
    for (const { info } of uploads.runs) if (info.run_id === run_id) info.status = status;
    return DONE;
  },
  'POST runs/set-tag': ({ uploads }, { run_id, key, value }) => {
    for (const { info, data } of uploads.runs) if (info.run_id === run_id) data.tags.push({ key, value });
    return DONE;
  },
  'POST runs/outputs': () => DONE,
  'POST logged-models': ({ uploads }) => {
    const id = `m-${hex(uploads.folders.size + 1)}`;
    uploads.folders.set(id, {});
    return loggedModel(uploads, id);
  },
  'GET logged-models/:id': ({ uploads }, _, path) => loggedModel(uploads, path.slice('logged-models/'.length)),
  'PATCH logged-models/:id': () => DONE,
  'POST registered-models/create': (registry, { name }) => {
    if (registry.models[name]) return TAKEN;
    registry.models = { ...registry.models, [name]: {} };
    return DONE;
  },
  'POST model-versions/create': createVersion,
  'DELETE model-versions/delete': (registry, { name, version }) => {
    registry.versions = registry.versions.filter((held) => held.name !== name || held.version !== version);
    return DONE;
  },
};

function createVersion(registry: FakeRegistry, { name, source, tags }: Json): FakeAnswer {
  const numbers = registry.versions.filter((held) => held.name === name).map(({ version }) => Number(version));
  const next = Math.max(0, registry.uploads.given.get(name) ?? 0, ...numbers) + 1;
  registry.uploads.given.set(name, next);
  const held: FakeVersion = {
    ...{ name, version: String(next), source },
    tags: Object.fromEntries(tags.map(({ key, value }: Json) => [key, value])),
    files: registry.uploads.folders.get(source.slice('models:/'.length)) ?? {},
  };
  registry.versions = [...registry.versions, held];
  return ok({ model_version: { name, version: held.version, source, tags: pairs(held.tags ?? {}) } });
}

async function artifact(
  { folders }: FakeUploads,
  request: IncomingMessage,
  model: string,
  file: string,
): Promise<FakeAnswer> {
  const folder = folders.get(model);
  if (!folder) return MISSING;
  if (request.method === 'PUT') {
    folder[file] = await bytesOf(request);
    return DONE;
  }
  const body = folder[file];
  return body ? { status: 200, body } : MISSING;
}

function loggedModel({ store }: FakeUploads, id: string): FakeAnswer {
  return ok({ model: { info: { model_id: id, artifact_uri: `${store}/${id}/artifacts` } } });
}

function hasTags({ data }: Json, filter: string): boolean {
  return [...filter.matchAll(/tags\.`([^`]+)` = '([^']*)'/g)].every(([, key, value]) =>
    data.tags.some((tag: Json) => tag.key === key && tag.value === value),
  );
}

function hex(number: number): string {
  return number.toString(16).padStart(32, '0');
}

function ok(body: unknown): FakeAnswer {
  return { status: 200, body };
}
