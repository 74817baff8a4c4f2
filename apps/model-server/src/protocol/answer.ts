import type { IncomingMessage, ServerResponse } from 'node:http';
import { isJsonObject, parseJson } from '#libs/inference-protocol';
import { Refusal } from '../refusal.js';
import { statisticsOf } from '../statistics/describe-statistics.js';
import type { Metrics } from '../statistics/metrics.js';
import { controlModel, indexOf } from './control-models.js';
import { describeConfig, describeModel, describeServer } from './describe.js';
import { infer } from './infer.js';
import { readBody } from './read-request.js';
import type { Route } from './route.js';
import { sendJson, sendText } from './send.js';
import type { ServerParts } from './server-parts.js';

const MAX_CONTROL_BODY_BYTES = 4096;

export interface AnswerContext extends ServerParts {
  readonly metrics: Metrics;
  isDraining(): boolean;
}

/** Answers what a route asks for. @throws Refusal, InvalidInferenceMessage, BodyTooLarge */
export async function answer(
  context: AnswerContext,
  route: Route,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (route.kind !== 'infer') return answerShortly(context, route, request, response);
  if (context.isDraining()) throw new Refusal('draining', 'the server is shutting down');
  await infer(context, route, request, response);
}

async function answerShortly(
  context: AnswerContext,
  route: Exclude<Route, { readonly kind: 'infer' }>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { repository, config, metrics } = context;
  switch (route.kind) {
    case 'server-metadata':
      return sendJson(response, 200, describeServer(context.version));
    case 'server-live':
      return sendJson(response, 200, { live: true });
    case 'server-ready': {
      const ready = repository.isSettled && !context.isDraining();
      return sendJson(response, ready ? 200 : 503, { ready });
    }
    case 'index':
      return sendJson(response, 200, indexOf(context, (await readControlBody(request))['ready'] === true));
    case 'load':
    case 'unload': {
      const { parameters } = await readControlBody(request);
      await controlModel(context, route.kind, route.name, isJsonObject(parameters) ? Object.keys(parameters) : []);
      return sendJson(response, 200, {});
    }
    case 'stats':
      return sendJson(response, 200, { model_stats: statisticsOf(context, route.name, route.version) });
    case 'metrics':
      return sendText(response, metrics.contentType, await metrics.text());
    case 'model-metadata':
      return sendJson(response, 200, describeModel(repository, route.name, route.version));
    case 'model-config':
      return sendJson(response, 200, describeConfig(repository, config, route.name, route.version));
    case 'model-ready':
      return sendJson(response, 200, { name: repository.require(route.name, route.version).name, ready: true });
  }
}

/** A small JSON object; an empty body is an empty one. */
async function readControlBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const body = await readBody(request, { maxBytes: MAX_CONTROL_BODY_BYTES, alignAt: 0 });
  const document = body.byteLength === 0 ? {} : parseJson(body);
  if (!isJsonObject(document)) throw new Refusal('bad-request', 'the body is not a JSON object');
  return document;
}
