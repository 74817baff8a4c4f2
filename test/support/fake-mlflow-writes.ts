import type { IncomingMessage } from 'node:http';
import { bytesOf, DONE, MISSING, pairs, type FakeAnswer } from './fake-answers.js';
import { answerRelease, type FakeUploads } from './fake-mlflow-releases.js';
import type { FakeVersion } from './fake-mlflow.js';
import type { Json } from './json.js';

/** What a fake server holds and a write changes. */
export interface FakeRegistry {
  models: Readonly<Record<string, Readonly<Record<string, string>>>>;
  versions: readonly FakeVersion[];
  /** Runs and folders that no version need name. */
  readonly uploads: FakeUploads;
  /** Tags and description of each model that has any. */
  notes: Readonly<Record<string, { readonly tags: Readonly<Record<string, string>>; readonly description?: string }>>;
}

/** Makes a write as MLflow 3.17 does, or answers what is asked around one. Null for any other request. */
export async function answerWrite(
  registry: FakeRegistry,
  request: IncomingMessage,
  url: URL,
): Promise<FakeAnswer | null> {
  const [, path] = /\/mlflow\/(.+)$/.exec(url.pathname) ?? [];
  const released = await answerRelease(registry, request, url);
  if (released) return released;
  const upload = /\/mlflow-artifacts\/artifacts\/([^/]+)\/([^/]+)\/(.+)$/.exec(url.pathname);
  if (upload) return artifact(registry, request, upload);
  if (request.method === 'GET') return answerLook(registry, path ?? '', url);
  const body: Json = JSON.parse((await bytesOf(request)).toString('utf8'));
  switch (`${request.method} ${path}`) {
    case 'POST registered-models/alias':
    case 'DELETE registered-models/alias':
      return moveAlias(registry, body);
    case 'POST registered-models/set-tag':
    case 'DELETE registered-models/delete-tag': {
      const { tags = {}, ...rest } = registry.notes[body.name] ?? {};
      registry.notes = { ...registry.notes, [body.name]: { ...rest, tags: withTag(tags, body) } };
      return DONE;
    }
    case 'PATCH registered-models/update': {
      const { tags = {} } = registry.notes[body.name] ?? {};
      registry.notes = { ...registry.notes, [body.name]: { tags, description: body.description } };
      return DONE;
    }
    case 'POST model-versions/set-tag':
      return tagVersion(registry, body);
    default:
      return null;
  }
}

function answerLook(registry: FakeRegistry, path: string, { searchParams }: URL): FakeAnswer | null {
  const [name = '', version] = [searchParams.get('name') ?? '', searchParams.get('version')];
  const held = registry.versions.find((candidate) => candidate.name === name && candidate.version === version);
  switch (path) {
    case 'registered-models/get':
      return registry.models[name] ? { status: 200, body: { registered_model: noted(registry, name) } } : MISSING;
    case 'model-versions/get':
      return held ? { status: 200, body: { model_version: { name, version, tags: pairs(held.tags ?? {}) } } } : MISSING;
    case 'model-versions/get-download-uri':
      return held
        ? { status: 200, body: { artifact_uri: held.store ?? held.source ?? `mlflow-artifacts:/${name}/${version}` } }
        : MISSING;
    default:
      return null;
  }
}

/** Tags and description as an answer has them: what is empty is left out. */
export function noted({ notes }: FakeRegistry, name: string): Readonly<Record<string, unknown>> {
  const { tags = {}, description = '' } = notes[name] ?? {};
  return {
    name,
    ...(description === '' ? {} : { description }),
    ...(Object.keys(tags).length === 0 ? {} : { tags: pairs(tags) }),
  };
}

function moveAlias(registry: FakeRegistry, { name, alias, version }: Json): FakeAnswer {
  const { [alias]: _gone, ...others } = registry.models[name] ?? {};
  const isThere = registry.versions.some((held) => held.name === name && held.version === version);
  if (version !== undefined && !isThere) return MISSING;
  registry.models = { ...registry.models, [name]: version === undefined ? others : { ...others, [alias]: version } };
  return DONE;
}

function tagVersion(registry: FakeRegistry, body: Json): FakeAnswer {
  registry.versions = registry.versions.map((held) =>
    held.name === body.name && held.version === body.version ? { ...held, tags: withTag(held.tags ?? {}, body) } : held,
  );
  return DONE;
}

async function artifact(
  registry: FakeRegistry,
  request: IncomingMessage,
  [, name, version, path = '']: RegExpExecArray,
): Promise<FakeAnswer> {
  const isMeant = (held: FakeVersion): boolean => held.name === name && held.version === version;
  if (request.method === 'GET') {
    const bytes = registry.versions.find(isMeant)?.files?.[path];
    return bytes === undefined ? MISSING : { status: 200, body: Buffer.from(bytes) };
  }
  const bytes = await bytesOf(request);
  registry.versions = registry.versions.map((held) =>
    isMeant(held) ? { ...held, files: { ...held.files, [path]: bytes } } : held,
  );
  return DONE;
}

function withTag(tags: Readonly<Record<string, string>>, { key, value }: Json): Readonly<Record<string, string>> {
  const { [key]: _gone, ...others } = tags;
  return value === undefined ? others : { ...others, [key]: value };
}
