import { RegistryBadResponse } from '#libs/errors';
import type { z } from 'zod';
import { aliasTarget, downloadUri, modelPage, parseAnswer, toModel, toVersion, versionPage } from './answers.js';
import { bodyOf, isJson } from './listed-answer.js';
import { MlflowHttp, type HttpAnswer } from './mlflow-http.js';
import type { MlflowArtifact, MlflowClientOptions, MlflowModel, MlflowVersion } from './options.js';

const API = '/api/2.0/mlflow';
const MODELS_PER_PAGE = 1000;
/** As many as are parsed without keeping the event loop busy; what was updated since the last look fits into one. */
const VERSIONS_PER_PAGE = 200;
/** A tag may hold 100,000 characters: pages are capped well above what a registry of cards needs. */
const MAX_PAGE_BYTES = 32 * 2 ** 20;
const MAX_SMALL_BYTES = 2 ** 20;
const MAX_PAGES = 1000;

/**
 * Reads one MLflow registry (2.3 or newer, 3.x, or a managed one) by its REST API. It writes nothing. Answers are untrusted: they are
 * bounded and parsed, and no text of theirs stands in an error. Close it.
 */
export class MlflowClient {
  private readonly http: MlflowHttp;
  private readonly rootRoutes: string;

  constructor(options: MlflowClientOptions) {
    this.http = new MlflowHttp(options);
    this.rootRoutes = (options.staticPrefix ?? '').replace(/\/+$/, '');
  }

  /** Every registered model with its aliases. @throws RegistryUnavailable, RegistryBadResponse, or the signal's reason */
  async models(signal: AbortSignal): Promise<readonly MlflowModel[]> {
    const models: MlflowModel[] = [];
    const query = { max_results: String(MODELS_PER_PAGE), order_by: ['name ASC'] };
    for await (const page of this.pages('/registered-models/search', query, modelPage, signal)) {
      models.push(...page.registered_models.map(toModel));
    }
    return withoutDoubles(models, (model) => model.name);
  }

  /**
   * Every version, or those that were last updated at `sinceMs` or later. Setting a tag or an alias updates nothing in this sense.
   * @throws RegistryUnavailable, RegistryBadResponse, or the signal's reason
   */
  async versions(signal: AbortSignal, sinceMs = 0): Promise<readonly MlflowVersion[]> {
    const versions: MlflowVersion[] = [];
    const query = { max_results: String(VERSIONS_PER_PAGE), order_by: ['last_updated_timestamp DESC'] };
    for await (const page of this.pages('/model-versions/search', query, versionPage, signal)) {
      const found = page.model_versions.map(toVersion);
      versions.push(...found.filter((version) => version.lastUpdatedMs >= sinceMs));
      if (found.some((version) => version.lastUpdatedMs < sinceMs)) break;
    }
    // A page shifts when somebody writes between two: one version may stand on both. Two that lie elsewhere are kept, for others to judge.
    return withoutDoubles(versions, ({ name, version, source }) => JSON.stringify([name, version, source]));
  }

  /**
   * Where one alias points, for servers whose listings leave aliases out. Null if the model has no such alias.
   * @throws RegistryUnavailable, RegistryBadResponse, or the signal's reason
   */
  async alias(name: string, alias: string, signal: AbortSignal): Promise<string | null> {
    const answer = await this.get(`${API}/registered-models/alias`, { name, alias }, MAX_SMALL_BYTES, signal);
    // A missing alias is 404 by the documentation and 400 on the open-source server.
    if ((answer.status === 400 || answer.status === 404) && isJson(answer)) return null;
    return parseAnswer(aliasTarget, bodyOf(answer)).model_version.version;
  }

  /**
   * A file of a version.
   * @param path below the version's artifact root; never the server's own text
   * @throws RegistryUnavailable if there is no answer, RegistryBadResponse if it is larger than maxBytes, or the signal's reason
   */
  async artifact(version: MlflowVersion, path: string, maxBytes: number, signal: AbortSignal): Promise<MlflowArtifact> {
    const route = await this.routeOf(version, path, signal);
    if (route.kind === 'NONE') return { kind: 'REFUSED', reason: route.reason };
    const answer = await this.get(route.path, route.query, maxBytes, signal);
    const reason = refusalOf(answer);
    return reason === null ? { kind: 'BYTES', bytes: answer.body } : { kind: 'REFUSED', reason };
  }

  /**
   * The size of a file of a version in bytes, without its contents; null where the server does not tell. A missing file gives null too.
   * @throws RegistryUnavailable, RegistryBadResponse, or the signal's reason
   */
  async artifactSize(version: MlflowVersion, path: string, signal: AbortSignal): Promise<number | null> {
    const route = await this.routeOf(version, path, signal);
    if (route.kind === 'NONE') return null;
    const call = { method: 'HEAD', path: route.path, query: route.query, maxBytes: MAX_SMALL_BYTES } as const;
    const answer = await this.http.send(call, signal);
    return answer.status === 200 ? answer.contentLength : null;
  }

  /** Ends requests under way and closes all connections. */
  close(): void {
    this.http.close();
  }

  private async routeOf({ name, version, source }: MlflowVersion, path: string, signal: AbortSignal): Promise<Route> {
    const run = /^runs:\/+([0-9a-f]{32})\/(.+?)\/*$/.exec(source);
    // The route by version answers 500 for these where artifacts are proxied.
    if (run) return this.rootRoute('/get-artifact', { run_id: run[1] ?? '', path: `${run[2] ?? ''}/${path}` });
    if (/^(models|mlflow-artifacts):/.test(source)) {
      return this.rootRoute('/model-versions/get-artifact', { name, version, path });
    }
    const uri = await this.downloadUri(name, version, signal);
    const proxied = /^mlflow-artifacts:\/(?!\/)(.+?)\/*$/.exec(uri ?? '')?.[1];
    if (proxied === undefined || proxied.includes('..')) {
      return {
        kind: 'NONE',
        reason: 'its artifacts lie where the server does not hand them out (not under its own proxy)',
      };
    }
    const folder = proxied.split('/').map(encodeURIComponent).join('/');
    return { kind: 'ROUTE', path: `/api/2.0/mlflow-artifacts/artifacts/${folder}/${path}`, query: {} };
  }

  private rootRoute(path: string, query: Readonly<Record<string, string>>): Route {
    return { kind: 'ROUTE', path: this.rootRoutes + path, query };
  }

  private async downloadUri(name: string, version: string, signal: AbortSignal): Promise<string | null> {
    const path = `${API}/model-versions/get-download-uri`;
    const answer = await this.get(path, { name, version }, MAX_SMALL_BYTES, signal);
    return answer.status === 200 ? parseAnswer(downloadUri, answer.body).artifact_uri : null;
  }

  private async *pages<T extends { readonly next_page_token: string }>(
    path: string,
    query: Readonly<Record<string, string | readonly string[]>>,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): AsyncGenerator<T> {
    const seen = new Set<string>();
    let pageToken = '';
    do {
      const paged = pageToken === '' ? query : { ...query, page_token: pageToken };
      const answer = await this.get(`${API}${path}`, paged, MAX_PAGE_BYTES, signal);
      const page = parseAnswer(schema, bodyOf(answer));
      yield page;
      pageToken = page.next_page_token;
      if (seen.has(pageToken)) throw new RegistryBadResponse('its pages lead in a circle');
      seen.add(pageToken);
      if (seen.size > MAX_PAGES) throw new RegistryBadResponse(`it has more than ${MAX_PAGES} pages`);
    } while (pageToken !== '');
  }

  private get(
    path: string,
    query: Readonly<Record<string, string | readonly string[]>>,
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    return this.http.send({ method: 'GET', path, query, maxBytes }, signal);
  }
}

type Route =
  | { readonly kind: 'ROUTE'; readonly path: string; readonly query: Readonly<Record<string, string>> }
  | { readonly kind: 'NONE'; readonly reason: string };

function refusalOf({ status, mediaType }: HttpAnswer): string | null {
  if (status === 401 || status === 403)
    return 'its metadata can be read, its artifacts are forbidden to these credentials';
  if (status === 404) return 'the file is not there';
  if (status !== 200) return `the server answered with status ${status}`;
  return mediaType === 'text/html' ? 'the server answered with a page instead of the file, as a login does' : null;
}

function withoutDoubles<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
