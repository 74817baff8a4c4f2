import { Refusal } from '../refusal.js';

/** What a request asks for. `version` is null when the path names none. */
export type Route =
  | { readonly kind: 'server-metadata' | 'server-live' | 'server-ready' | 'index' }
  | {
      readonly kind: 'model-metadata' | 'model-ready' | 'infer';
      readonly name: string;
      readonly version: string | null;
    };

type Verb = 'GET' | 'POST';

/**
 * Reads a request line (Open Inference Protocol v2, REST). Paths match exactly; a query string is ignored.
 * @throws Refusal for an unknown path or another verb
 */
export function parseRoute(method: string, url: string): Route {
  const path = url.split('?', 1)[0] ?? '';
  const [route, verb] =
    matchServer(path) ?? matchModel(path) ?? refuse('not-found', 'there is no such path; start at GET /v2');
  if (method !== verb) refuse('wrong-method', `this path takes ${verb}`);
  return route;
}

function matchServer(path: string): readonly [Route, Verb] | null {
  switch (path) {
    case '/v2':
      return [{ kind: 'server-metadata' }, 'GET'];
    case '/v2/health/live':
      return [{ kind: 'server-live' }, 'GET'];
    case '/v2/health/ready':
      return [{ kind: 'server-ready' }, 'GET'];
    case '/v2/repository/index':
      return [{ kind: 'index' }, 'POST'];
    default:
      return null;
  }
}

function matchModel(path: string): readonly [Route, Verb] | null {
  const match = /^\/v2\/models\/([^/]+)(?:\/versions\/([^/]+))?(?:\/(ready|infer))?$/.exec(path);
  const [, name, version, action] = match ?? [];
  if (name === undefined) return null;
  const model = { name: decode(name), version: version === undefined ? null : decode(version) };
  if (action === 'infer') return [{ kind: 'infer', ...model }, 'POST'];
  return [{ kind: action === 'ready' ? 'model-ready' : 'model-metadata', ...model }, 'GET'];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return refuse('bad-request', 'the path is not valid percent-encoding');
  }
}

function refuse(kind: 'not-found' | 'wrong-method' | 'bad-request', message: string): never {
  throw new Refusal(kind, message);
}
