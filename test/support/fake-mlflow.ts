import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { noUploads } from './fake-mlflow-releases.js';
import { answerWrite, noted, type FakeRegistry } from './fake-mlflow-writes.js';

export interface FakeVersion {
  readonly name: string;
  readonly version: string;
  readonly source?: string;
  readonly status?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly updatedMs?: number;
  /** By path below the version's artifact root. */
  readonly files?: Readonly<Record<string, Uint8Array | string>>;
  /** Where the server says that the files lie; its own proxy unless stated. */
  readonly store?: string;
}

/** Answers a request itself (true), or leaves it to the fake. */
export type Fault = (request: IncomingMessage, response: ServerResponse, url: URL) => boolean;

const CREATED_MS = 1_760_000_000_000;

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** A version as `publish` leaves it: card, index and records as files, their digests as tags. */
export function publishedVersion(
  card: { readonly identity: { readonly name: string; readonly version: string } },
  options: {
    readonly records?: readonly { readonly id: string }[];
    readonly files?: FakeVersion['files'];
    readonly updatedMs?: number;
  } = {},
): FakeVersion {
  const records = (options.records ?? []).map((record) => {
    return { path: `tessera/calibrations/${record.id}.json`, text: JSON.stringify(record) };
  });
  const index = JSON.stringify({ calibrations: records.map(({ path, text }) => ({ path, sha256: sha256(text) })) });
  const text = JSON.stringify(card);
  return {
    ...card.identity,
    tags: { 'tessera.card.sha256': sha256(text), 'tessera.index.sha256': sha256(index) },
    files: {
      'tessera/model-card.json': text,
      'tessera/index.json': index,
      ...Object.fromEntries(records.map((record) => [record.path, record.text])),
      ...options.files,
    },
    ...(options.updatedMs === undefined ? {} : { updatedMs: options.updatedMs }),
  };
}

/**
 * What a registry answers over HTTP, as MLflow 3.17 does on the same requests, for faults that a real one does not produce on demand. The
 * real servers are tested in `test/peers`.
 */
export class FakeMlflow implements FakeRegistry {
  /** The requests so far, as `GET /path?query`. */
  readonly requests: string[] = [];
  readonly headers: IncomingMessage['headers'][] = [];
  models: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
  notes: FakeRegistry['notes'] = {};
  versions: readonly FakeVersion[] = [];
  uploads = noUploads();
  fault: Fault = () => false;
  pageSize = Infinity;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FakeMlflow> {
    const server = createServer((request, response) => fake.answer(request, response));
    const fake = new FakeMlflow(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return fake;
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('it does not listen');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Puts versions in place, and models with these aliases. */
  hold(versions: readonly FakeVersion[], aliases: FakeMlflow['models'] = {}): void {
    this.versions = versions;
    this.notes = {};
    this.uploads = noUploads();
    this.models = { ...Object.fromEntries(versions.map(({ name }) => [name, {}])), ...aliases };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    this.requests.push(`${request.method} ${request.url}`);
    this.headers.push(request.headers);
    const url = new URL(request.url ?? '/', 'http://fake');
    if (this.fault(request, response, url)) return;
    if (url.pathname.endsWith('/registered-models/search'))
      return this.page(response, url, 'registered_models', this.modelList());
    if (url.pathname.endsWith('/model-versions/search'))
      return this.page(response, url, 'model_versions', this.versionList());
    if (request.method === 'GET' && url.pathname.endsWith('/registered-models/alias')) return this.alias(response, url);
    if (url.pathname.endsWith('/model-versions/get-artifact')) return this.file(request, response, url);
    void this.write(request, response, url);
  }

  /** Also for a fault that loses the answer: what was asked for is done all the same. */
  async write(request: IncomingMessage, response: ServerResponse | null, url: URL): Promise<void> {
    // A caller that hangs up in the middle of a body has done nothing here.
    const answer = await answerWrite(this, request, url).catch((error: unknown) => {
      if (request.complete) throw error;
      return 'CUT' as const;
    });
    if (response === null || answer === 'CUT') return;
    if (answer && Buffer.isBuffer(answer.body)) return void response.end(answer.body);
    if (answer) return json(response, answer.status, answer.body);
    json(response, 404, { error_code: 'ENDPOINT_NOT_FOUND', message: 'no such route' });
  }

  private modelList(): readonly unknown[] {
    return Object.entries(this.models).map(([name, aliases]) => ({
      ...noted(this, name),
      last_updated_timestamp: CREATED_MS,
      // An empty list is left out.
      ...(Object.keys(aliases).length > 0
        ? { aliases: Object.entries(aliases).map(([alias, version]) => ({ alias, version })) }
        : {}),
    }));
  }

  private versionList(): readonly unknown[] {
    return this.versions
      .map(
        ({
          name,
          version,
          source = `models:/m-${'0'.repeat(32)}`,
          status = 'READY',
          tags = {},
          updatedMs = CREATED_MS,
        }) => ({
          name,
          version,
          creation_timestamp: CREATED_MS,
          last_updated_timestamp: updatedMs,
          current_stage: 'None',
          description: '',
          source,
          status,
          tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
        }),
      )
      .sort((a, b) => b.last_updated_timestamp - a.last_updated_timestamp);
  }

  private page(response: ServerResponse, url: URL, field: string, items: readonly unknown[]): void {
    const start = Number(url.searchParams.get('page_token') ?? 0);
    const end = start + Math.min(this.pageSize, Number(url.searchParams.get('max_results')));
    const next = end < items.length ? { next_page_token: String(end) } : {};
    json(response, 200, { [field]: items.slice(start, end), ...next });
  }

  private alias(response: ServerResponse, url: URL): void {
    const version = this.models[url.searchParams.get('name') ?? '']?.[url.searchParams.get('alias') ?? ''];
    if (version !== undefined) return json(response, 200, { model_version: { version } });
    json(response, 400, { error_code: 'INVALID_PARAMETER_VALUE', message: 'Registered model alias not found.' });
  }

  private file(request: IncomingMessage, response: ServerResponse, { searchParams }: URL): void {
    const [name, version, path] = ['name', 'version', 'path'].map((key) => searchParams.get(key));
    const held = this.versions.find((candidate) => candidate.name === name && candidate.version === version);
    const bytes = held?.files?.[path ?? ''];
    if (bytes === undefined) return json(response, 404, { error_code: 'RESOURCE_DOES_NOT_EXIST', message: 'no file' });
    response.writeHead(200, { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(bytes) });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body, null, 2));
}
