import { InvalidInferenceMessage, ModelRejectedInput, ModelUnavailable } from '#libs/errors';
import {
  decodeInferenceResponse,
  encodeInferenceRequest,
  modelConfigOf,
  parseJson,
  parseModelMetadata,
  parseServerMetadata,
  repositoryIndexOf,
  statisticsOf,
  type EncodedMessage,
  type InferenceResponse,
  type ModelConfig,
  type ModelMetadata,
  type ModelStatistics,
  type RepositoryEntry,
  type ServerMetadata,
} from '#libs/inference-protocol';
import type { CheckedRequest } from './check-request.js';
import type { Deadline } from './deadline.js';
import { HttpTransport, type HttpAnswer, type HttpCall, type TransportOptions } from './http-transport.js';
import type { InferenceWay, ServedModel } from './options.js';
import { isAboutModel, isBareServerError, refuseStatus } from './refuse-status.js';
import type { InferenceTransport } from './transport.js';
import { pathOf, saysNo } from './wire-rules.js';

/** What the way by REST is told. */
export interface RestOptions extends TransportOptions {
  readonly id: string;
  /** Whether the server is MLServer, whose codecs report a caller's mistake as 500. */
  readonly isMlServer: (deadline: Deadline) => Promise<boolean>;
}

// A server without an extension has no route for it, or another verb on it, or says that it does not do this.
const NO_EXTENSION = new Set([404, 405, 501]);

/** The Open Inference Protocol over REST, tensors as bytes or as JSON. */
export class RestTransport implements InferenceTransport {
  private readonly http: HttpTransport;

  constructor(private readonly options: RestOptions) {
    this.http = new HttpTransport(options);
  }

  async infer(request: CheckedRequest, way: InferenceWay, deadline: Deadline): Promise<InferenceResponse> {
    const message = this.encode(request, way, deadline);
    const { model } = request;
    const answer = await this.send({ method: 'POST', path: `${pathOf(model)}/infer`, message }, deadline);
    const refusal = refuseStatus(answer, this.options.id, model.name, deadline);
    if (refusal === null) return decodeInferenceResponse(answer.body, answer.headerLength);
    if (isBareServerError(answer) && (await this.options.isMlServer(deadline)))
      throw new ModelRejectedInput(this.options.id, answer.status);
    throw refusal;
  }

  isLive(deadline: Deadline): Promise<boolean> {
    return this.isHealthy('/v2/health/live', deadline);
  }

  isReady(deadline: Deadline): Promise<boolean> {
    return this.isHealthy('/v2/health/ready', deadline);
  }

  isModelReady(model: ServedModel, deadline: Deadline): Promise<boolean> {
    return this.isHealthy(`${pathOf(model)}/ready`, deadline);
  }

  async serverMetadata(deadline: Deadline): Promise<ServerMetadata> {
    return parseServerMetadata((await this.get('/v2', '', deadline)).body);
  }

  async modelMetadata(model: ServedModel, deadline: Deadline): Promise<ModelMetadata> {
    return parseModelMetadata((await this.get(pathOf(model), model.name, deadline)).body);
  }

  async repositoryIndex(deadline: Deadline): Promise<readonly RepositoryEntry[] | null> {
    // MLServer refuses an empty body.
    const answer = await this.extension({ ...post('/v2/repository/index'), message: jsonMessage('{}') }, '', deadline);
    return answer === null ? null : repositoryIndexOf(parseJson(answer.body));
  }

  async statistics(model: ServedModel | null, deadline: Deadline): Promise<readonly ModelStatistics[] | null> {
    const path = model === null ? '/v2/models/stats' : `${pathOf(model)}/stats`;
    const answer = await this.extension({ method: 'GET', path }, model?.name ?? '', deadline);
    return answer === null ? null : statisticsOf(parseJson(answer.body));
  }

  async modelConfig(model: ServedModel, deadline: Deadline): Promise<ModelConfig | null> {
    const answer = await this.extension({ method: 'GET', path: `${pathOf(model)}/config` }, model.name, deadline);
    return answer === null ? null : modelConfigOf(parseJson(answer.body));
  }

  async changeRepository(change: 'load' | 'unload', model: string, deadline: Deadline): Promise<boolean> {
    const path = `/v2/repository${pathOf({ name: model, version: null }).slice('/v2'.length)}/${change}`;
    return (await this.extension({ ...post(path), message: jsonMessage('{}') }, model, deadline)) !== null;
  }

  /** The status of a path that may not exist, for a probe. */
  async statusOf(path: string, deadline: Deadline): Promise<HttpAnswer> {
    return this.send({ method: 'GET', path }, deadline);
  }

  close(): Promise<void> {
    return this.http.close();
  }

  private encode(request: CheckedRequest, way: InferenceWay, deadline: Deadline): EncodedMessage {
    const outputs = request.outputs.map((name) => ({ name, parameters: {} }));
    const parameters = { timeout: timeoutOf(deadline) };
    const encoding = way === 'json' ? 'json' : 'binary';
    try {
      return encodeInferenceRequest({ id: request.id, parameters, inputs: request.inputs, outputs }, encoding);
    } catch (error) {
      // Only binary tensors carry such values, and this server has none.
      if (!(error instanceof InvalidInferenceMessage)) throw error;
      throw new ModelRejectedInput(this.options.id, 'not sent', { cause: error, progress: 'unsent', rule: error.rule });
    }
  }

  private async extension(call: HttpCall, model: string, deadline: Deadline): Promise<HttpAnswer | null> {
    const answer = await this.send(call, deadline);
    if (NO_EXTENSION.has(answer.status) && !isAboutModel(answer)) return null;
    const refusal = refuseStatus(answer, this.options.id, model, deadline);
    if (refusal !== null) throw refusal;
    return answer;
  }

  private async get(path: string, model: string, deadline: Deadline): Promise<HttpAnswer> {
    const answer = await this.send({ method: 'GET', path }, deadline);
    const refusal = refuseStatus(answer, this.options.id, model, deadline);
    if (refusal !== null) throw refusal;
    return answer;
  }

  private async isHealthy(path: string, deadline: Deadline): Promise<boolean> {
    const { status, body } = await this.send({ method: 'GET', path }, deadline);
    if (status === 429) throw new ModelUnavailable(this.options.id);
    return status === 200 && !saysNo(body);
  }

  private send(call: HttpCall, deadline: Deadline): Promise<HttpAnswer> {
    return this.http.exchange(call, deadline.signal);
  }
}

/** The time that is left, as servers want it: whole microseconds, at least one. */
export function timeoutOf(deadline: Deadline): number {
  return Math.max(1, Math.floor(deadline.remainingMs() * 1000));
}

function post(path: string): { readonly method: 'POST'; readonly path: string } {
  return { method: 'POST', path };
}

function jsonMessage(text: string): EncodedMessage {
  const bytes = new TextEncoder().encode(text);
  return { headers: { 'content-type': 'application/json' }, contentLength: bytes.byteLength, pieces: [bytes] };
}
