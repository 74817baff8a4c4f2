import { Refusal } from '../refusal.js';

/** What a request asks for. `version` is null when the path names none. */
export type Route =
  | { readonly kind: 'server-metadata' | 'server-live' | 'server-ready' | 'index' | 'metrics' }
  | { readonly kind: 'load' | 'unload'; readonly name: string }
  | { readonly kind: 'stats'; readonly name: string | null; readonly version: string | null }
  | {
      readonly kind: 'model-metadata' | 'model-ready' | 'model-config' | 'infer';
      readonly name: string;
      readonly version: string | null;
    };

type Verb = 'GET' | 'POST';

const SERVER_PATHS = new Map<string, readonly [Route, Verb]>([
  ['/v2', [{ kind: 'server-metadata' }, 'GET']],
  ['/v2/health/live', [{ kind: 'server-live' }, 'GET']],
  ['/v2/health/ready', [{ kind: 'server-ready' }, 'GET']],
  ['/v2/models/stats', [{ kind: 'stats', name: null, version: null }, 'GET']],
  ['/v2/repository/index', [{ kind: 'index' }, 'POST']],
  ['/metrics', [{ kind: 'metrics' }, 'GET']],
]);

/**
 * Reads a request line (Open Inference Protocol v2, REST, with the extensions for statistics, configuration and the model repository).
 * Paths match exactly; a query string is ignored.
 * @throws Refusal for an unknown path or another verb
 */
export function parseRoute(method: string, url: string): Route {
  const path = url.split('?', 1)[0] ?? '';
  const [route, verb] =
    SERVER_PATHS.get(path) ??
    matchModel(path) ??
    matchControl(path) ??
    refuse('not-found', 'there is no such path; start at GET /v2');
  if (method !== verb) refuse('wrong-method', `this path takes ${verb}`);
  return route;
}

function matchModel(path: string): readonly [Route, Verb] | null {
  const match = /^\/v2\/models\/([^/]+)(?:\/versions\/([^/]+))?(?:\/(ready|infer|config|stats))?$/.exec(path);
  const [, name, version, action] = match ?? [];
  if (name === undefined) return null;
  const model = { name: decode(name), version: version === undefined ? null : decode(version) };
  switch (action) {
    case 'infer':
      return [{ kind: 'infer', ...model }, 'POST'];
    case 'ready':
      return [{ kind: 'model-ready', ...model }, 'GET'];
    case 'config':
      return [{ kind: 'model-config', ...model }, 'GET'];
    case 'stats':
      return [{ kind: 'stats', ...model }, 'GET'];
    default:
      return [{ kind: 'model-metadata', ...model }, 'GET'];
  }
}

function matchControl(path: string): readonly [Route, Verb] | null {
  const [, name, action] = /^\/v2\/repository\/models\/([^/]+)\/(load|unload)$/.exec(path) ?? [];
  if (name === undefined) return null;
  return [{ kind: action === 'load' ? 'load' : 'unload', name: decode(name) }, 'POST'];
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
