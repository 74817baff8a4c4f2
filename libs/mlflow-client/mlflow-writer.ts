import { RegistryBadResponse } from '#libs/errors';
import type { z } from 'zod';
import { aliasTarget, modelAnswer, parseAnswer, toModel, toVersion, versionAnswer } from './answers.js';
import { bodyOf, isJson } from './listed-answer.js';
import { artifactFolder } from './artifact-folder.js';
import { MlflowHttp, type HttpAnswer, type HttpCall } from './mlflow-http.js';
import { outcomeOf, outcomeOfFault, type MlflowWriteOutcome } from './write-outcome.js';
import { MlflowReleases } from './mlflow-releases.js';
import type { MlflowClientOptions, MlflowPlace, MlflowValuePlace } from './options.js';

const API = '/api/2.0/mlflow';
const ARTIFACTS = '/api/2.0/mlflow-artifacts/artifacts';
const MAX_BYTES = 2 ** 20;
/** A model or a version with its tags, each of which may hold 100,000 characters. */
const MAX_ENTITY_BYTES = 8 * 2 ** 20;

/**
 * Writes to one MLflow registry by its REST API, one place at a time. Nothing is sent twice: where the answer to a write was lost, whoever
 * asked is told so, and looks. Close it.
 */
export class MlflowWriter {
  /** Makes versions, which takes more than one request. */
  readonly releases: MlflowReleases;
  private readonly http: MlflowHttp;

  constructor(options: MlflowClientOptions) {
    this.http = new MlflowHttp(options);
    this.releases = new MlflowReleases(this.http);
  }

  /**
   * What a place holds on the server now; null for nothing. Never read from a listing: those lag behind and leave aliases out.
   * @throws RegistryUnavailable, RegistryBadResponse (also where the model or the version is not there), or the signal's reason
   */
  async read(place: MlflowPlace, signal: AbortSignal): Promise<string | null> {
    const value = await this.valueOf(place, signal);
    if (value?.includes('\u0000')) throw new RegistryBadResponse('a text of it holds U+0000');
    return value;
  }

  private async valueOf(place: MlflowPlace, signal: AbortSignal): Promise<string | null> {
    const { name } = place;
    switch (place.kind) {
      case 'ALIAS':
        return this.alias(name, place.alias, signal);
      case 'MODEL_TAG':
        return (await this.model(name, signal)).tags[place.key] ?? null;
      case 'DESCRIPTION':
        return (await this.model(name, signal)).description;
      case 'VERSION_TAG': {
        const found = await this.entity('/model-versions/get', { name, version: place.version }, versionAnswer, signal);
        return toVersion(found.model_version).tags[place.key] ?? null;
      }
      case 'VERSION': {
        const answer = await this.get(
          `${API}/model-versions/get`,
          { name, version: place.version },
          MAX_ENTITY_BYTES,
          signal,
        );
        if (answer.status === 404 && isJson(answer)) return null;
        return toVersion(parseAnswer(versionAnswer, bodyOf(answer)).model_version).tags[place.key] ?? '';
      }
    }
  }

  /** Puts a value into a place, or clears it with null. Sent once; never throws for what the server or the network does. */
  write(place: MlflowValuePlace, value: string | null, signal: AbortSignal): Promise<MlflowWriteOutcome> {
    return this.send(callOf(place, value), signal);
  }

  /**
   * Uploads a file of a version through the server's own proxy of artifacts and reads it back. The same upload again changes nothing.
   * @param path below the version's artifact root; never the server's own text
   * @throws RegistryUnavailable, RegistryBadResponse, or the signal's reason, for what is only read
   */
  async upload(
    version: { readonly name: string; readonly version: string },
    path: string,
    bytes: Buffer,
    signal: AbortSignal,
  ): Promise<MlflowWriteOutcome> {
    const folder = await this.folderOf(version, signal);
    if (folder === null) return { kind: 'REFUSED', status: null, reason: NO_PROXY };
    const file = { path: `${ARTIFACTS}/${folder}/${path}`, query: {}, maxBytes: Math.max(MAX_BYTES, bytes.length) };
    const sent = await this.send({ ...file, method: 'PUT', body: bytes }, signal);
    if (sent.kind === 'REFUSED' || sent.kind === 'NOT_SENT') return sent;
    const { status, body } = await this.http.send({ ...file, method: 'GET' }, signal);
    if (status === 200 && body.equals(bytes)) return { kind: 'DONE' };
    return { kind: 'UNKNOWN', reason: 'a file was uploaded to it and does not read back as it was sent' };
  }

  /** Ends requests under way and closes all connections. */
  close(): void {
    this.http.close();
  }

  private async alias(name: string, alias: string, signal: AbortSignal): Promise<string | null> {
    const answer = await this.get(`${API}/registered-models/alias`, { name, alias }, MAX_BYTES, signal);
    // A missing alias is 404 by the documentation and 400 on the open-source server.
    if ((answer.status === 400 || answer.status === 404) && isJson(answer)) return null;
    const { version } = parseAnswer(aliasTarget, bodyOf(answer)).model_version;
    if (!/^[1-9][0-9]{0,9}$/.test(version)) throw new RegistryBadResponse('an alias of it points at no version');
    return version;
  }

  private async model(name: string, signal: AbortSignal) {
    return toModel((await this.entity('/registered-models/get', { name }, modelAnswer, signal)).registered_model);
  }

  private async folderOf(
    { name, version }: { readonly name: string; readonly version: string },
    signal: AbortSignal,
  ): Promise<string | null> {
    return artifactFolder({ name, version }, (path, query, schema) => this.entity(path, query, schema, signal));
  }

  private async entity<T>(
    path: string,
    query: Readonly<Record<string, string>>,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const answer = await this.get(`${API}${path}`, query, MAX_ENTITY_BYTES, signal);
    if (answer.status === 404 && isJson(answer)) throw new RegistryBadResponse('the server does not have it any more');
    return parseAnswer(schema, bodyOf(answer));
  }

  private get(
    path: string,
    query: Readonly<Record<string, string>>,
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    return this.http.send({ method: 'GET', path, query, maxBytes }, signal);
  }

  private async send(call: HttpCall, signal: AbortSignal): Promise<MlflowWriteOutcome> {
    if (signal.aborted) return { kind: 'NOT_SENT', reason: 'the request ended before it was sent' };
    try {
      return outcomeOf(await this.http.send(call, signal));
    } catch (error) {
      return outcomeOfFault(error);
    }
  }
}

const NO_PROXY = 'the artifacts of this version lie where the server takes no uploads (not under its own proxy)';

function callOf(place: MlflowValuePlace, value: string | null): HttpCall {
  const call = (method: HttpCall['method'], path: string, body: object): HttpCall => ({
    method,
    path: `${API}${path}`,
    query: {},
    maxBytes: MAX_ENTITY_BYTES,
    body,
  });
  const { name } = place;
  switch (place.kind) {
    case 'ALIAS': {
      const { alias } = place;
      const path = '/registered-models/alias';
      return value === null
        ? call('DELETE', path, { name, alias })
        : call('POST', path, { name, alias, version: value });
    }
    case 'MODEL_TAG':
      return tagCall(call, '/registered-models', { name, key: place.key }, value);
    case 'VERSION_TAG':
      return tagCall(call, '/model-versions', { name, version: place.version, key: place.key }, value);
    case 'DESCRIPTION':
      return call('PATCH', '/registered-models/update', { name, description: value ?? '' });
  }
}

function tagCall(
  call: (method: HttpCall['method'], path: string, body: object) => HttpCall,
  noun: string,
  key: object,
  value: string | null,
): HttpCall {
  return value === null
    ? call('DELETE', `${noun}/delete-tag`, key)
    : call('POST', `${noun}/set-tag`, { ...key, value });
}
