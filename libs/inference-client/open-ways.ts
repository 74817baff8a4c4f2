import { InvalidConfig } from '#libs/errors';
import { startDeadline, type Deadline } from './deadline.js';
import { discover, type ServerWays } from './discover.js';
import { GrpcTransport } from './grpc-transport.js';
import type { InferenceClientOptions } from './options.js';
import { RestTransport } from './rest-transport.js';
import { ServerMemory, type KnownServer } from './server-memory.js';
import { translateFailure } from './translate-failure.js';

export const DEFAULT_BYTES = 64 * 2 ** 20;
export const DEFAULT_IN_FLIGHT = 16;

const DISCOVERY_TIMEOUT_MS = 2000;
const NOBODY = new AbortController().signal;

/** The ways to a server, and what is remembered of it. */
export interface OpenedServer {
  readonly ways: ServerWays;
  readonly memory: ServerMemory;
}

/**
 * The transports that a server's addresses name. None connects before it is used.
 * @throws InvalidConfig when there is no address
 */
export function openServer(options: InferenceClientOptions): OpenedServer {
  const { id, url, grpc, tls = {}, headers = {} } = options;
  if (url === undefined && grpc === undefined)
    throw new InvalidConfig(`the model server ${id}`, 'needs an address: `url`, `grpc` or both');
  const {
    maxResponseBytes = DEFAULT_BYTES,
    maxRequestBytes = DEFAULT_BYTES,
    maxInFlight = DEFAULT_IN_FLIGHT,
    grpcHeaders = headers,
  } = options;
  const shared = { id, tls, maxResponseBytes, maxRequestBytes, maxInFlight };
  const memory: ServerMemory = new ServerMemory(() => discoverNow(id, ways));
  const isMlServer = (deadline: Deadline): Promise<boolean> => saysMlServer(memory, deadline);
  const ways: ServerWays = {
    rest: url === undefined ? null : new RestTransport({ ...shared, url, headers, isMlServer }),
    grpc: grpc === undefined ? null : new GrpcTransport({ ...shared, address: grpc, headers: grpcHeaders }),
  };
  return { ways, memory };
}

/** One reading for all callers that wait for it: it has a clock of its own. */
async function discoverNow(id: string, ways: ServerWays): Promise<KnownServer> {
  const deadline = startDeadline(NOBODY, DISCOVERY_TIMEOUT_MS);
  try {
    return await discover(ways, deadline);
  } catch (error) {
    throw translateFailure(error, id, deadline);
  } finally {
    deadline.end();
  }
}

async function saysMlServer(memory: ServerMemory, deadline: Deadline): Promise<boolean> {
  const known = await memory.get(deadline.signal).catch(() => null);
  return /mlserver/i.test(known?.metadata.name ?? '');
}
