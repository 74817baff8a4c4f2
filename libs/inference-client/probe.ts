import { isJsonObject, parseJson, type ModelStatistics, type RepositoryEntry } from '#libs/inference-protocol';
import type { Deadline } from './deadline.js';
import { attempt, discover, type ServerWays } from './discover.js';
import type { InferenceWay } from './options.js';
import type { RestTransport } from './rest-transport.js';
import type { KnownServer } from './server-memory.js';
import type { InferenceTransport } from './transport.js';
import { pathOf } from './wire-rules.js';

/** Whether something works; `unknown` where it could not be found out without a real call. */
export type Support = 'yes' | 'no' | 'unknown';

/** What a probe found. */
export interface ServerDescription {
  readonly isLive: boolean;
  readonly isReady: boolean;
  readonly name: string;
  readonly version: string;
  readonly extensions: readonly string[];
  readonly transports: { readonly binary: Support; readonly json: Support; readonly grpc: Support };
  /** The way that inference takes; null when none works now. */
  readonly way: InferenceWay | null;
  /** Whether a version may be named: KServe answers 501 to every path with one, and serves whatever it has. */
  readonly takesVersions: Support;
  /** Whether the readiness of a model says anything: some servers say yes to a version that does not exist. */
  readonly isReadinessBelievable: Support;
  /** Null where the server has no repository extension. */
  readonly repository: readonly RepositoryEntry[] | null;
  /** Null where the server has no statistics. */
  readonly statistics: readonly ModelStatistics[] | null;
  readonly probedAt: Date;
}

// No server has these: who is ready for them is ready for anything.
const NO_MODEL = 'tessera-probe-of-no-model';
const NO_VERSION = '999999999';

/** Asks a server all that can be asked without running a model. Never fails: a server that is away is described as such. */
export async function describeServer(
  ways: ServerWays,
  deadline: Deadline,
): Promise<{ readonly description: ServerDescription; readonly known: KnownServer | null }> {
  const found = await attempt(() => discover(ways, deadline));
  const known = found.kind === 'answer' ? found.value : null;
  const first = ways.rest ?? ways.grpc;
  const [isLive, isReady, repository, statistics, grpc] = await Promise.all([
    orElse(false, () => first?.isLive(deadline)),
    orElse(false, () => first?.isReady(deadline)),
    firstOf(ways, (way) => way.repositoryIndex(deadline)),
    firstOf(ways, (way) => way.statistics(null, deadline)),
    ways.grpc === null ? false : orElse(false, () => ways.grpc?.isLive(deadline)),
  ]);
  const model = await someModel(ways.rest, repository, deadline);
  const description: ServerDescription = {
    isLive,
    isReady,
    name: known?.metadata.name ?? '',
    version: known?.metadata.version ?? '',
    extensions: known?.metadata.extensions ?? [],
    transports: { binary: binaryOf(known, ways), json: jsonOf(known, ways), grpc: grpc ? 'yes' : grpcOf(ways) },
    way: known?.way ?? null,
    takesVersions: await versionsOf(ways.rest, model, deadline),
    isReadinessBelievable: known === null ? 'unknown' : await believableOf(first, model, deadline),
    repository,
    statistics,
    probedAt: new Date(),
  };
  return { description, known };
}

function binaryOf(known: KnownServer | null, { rest }: ServerWays): Support {
  if (rest === null) return 'no';
  if (known === null) return 'unknown';
  return known.way === 'binary' ? 'yes' : 'no';
}

function jsonOf(known: KnownServer | null, { rest }: ServerWays): Support {
  if (rest === null) return 'no';
  return known === null ? 'unknown' : 'yes';
}

function grpcOf({ grpc }: ServerWays): Support {
  return grpc === null ? 'unknown' : 'no';
}

/** A model that the server has, to ask about: from its index, or from KServe's list. */
async function someModel(
  rest: RestTransport | null,
  repository: readonly RepositoryEntry[] | null,
  deadline: Deadline,
): Promise<string | null> {
  const ready = repository?.find((entry) => entry.state === 'READY') ?? repository?.[0];
  if (ready !== undefined) return ready.name;
  if (rest === null) return null;
  return orElse(null, async () => {
    const { status, body } = await rest.statusOf('/v2/models', deadline);
    const listed = status === 200 ? parseJson(body) : null;
    const models = isJsonObject(listed) && Array.isArray(listed['models']) ? listed['models'] : [];
    return models.find((name): name is string => typeof name === 'string') ?? null;
  });
}

async function versionsOf(rest: RestTransport | null, model: string | null, deadline: Deadline): Promise<Support> {
  if (rest === null) return 'unknown';
  const path = `${pathOf({ name: model ?? NO_MODEL, version: NO_VERSION })}/ready`;
  const asked = await attempt(() => rest.statusOf(path, deadline));
  if (asked.kind === 'failure') return 'unknown';
  return asked.value.status === 501 ? 'no' : 'yes';
}

/** Asks for what cannot be ready: a version that does not exist of a model that does, and a model that does not. */
async function believableOf(
  way: InferenceTransport | null,
  model: string | null,
  deadline: Deadline,
): Promise<Support> {
  if (way === null) return 'unknown';
  const absent = [{ name: NO_MODEL, version: null }, ...(model === null ? [] : [{ name: model, version: NO_VERSION }])];
  const answers = await Promise.all(absent.map((served) => attempt(() => way.isModelReady(served, deadline))));
  return answers.some((answer) => answer.kind === 'answer' && answer.value) ? 'no' : 'yes';
}

/** The first way's answer that is one. */
async function firstOf<T>(
  { rest, grpc }: ServerWays,
  ask: (way: InferenceTransport) => Promise<T | null>,
): Promise<T | null> {
  for (const way of [rest, grpc]) {
    const value = way === null ? null : await orElse(null, () => ask(way));
    if (value !== null) return value;
  }
  return null;
}

async function orElse<T>(otherwise: T, ask: () => Promise<T> | undefined): Promise<T> {
  const asked = await attempt(async () => ask());
  return asked.kind === 'answer' && asked.value !== undefined ? asked.value : otherwise;
}
