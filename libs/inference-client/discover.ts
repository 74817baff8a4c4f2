import { BINARY_EXTENSION, type ServerMetadata } from '#libs/inference-protocol';
import type { Deadline } from './deadline.js';
import type { GrpcTransport } from './grpc-transport.js';
import type { RestTransport } from './rest-transport.js';
import type { KnownServer } from './server-memory.js';

/** The ways to one server, as far as they are configured: at least one is there. */
export interface ServerWays {
  readonly rest: RestTransport | null;
  readonly grpc: GrpcTransport | null;
}

const NOTHING: ServerMetadata = { name: '', version: '', extensions: [] };

/**
 * Finds out how to speak to a server: one small request over REST, and one over gRPC where REST alone would mean JSON.
 * @throws the domain's error when no way works
 */
export async function discover({ rest, grpc }: ServerWays, deadline: Deadline): Promise<KnownServer> {
  const overRest = rest === null ? null : await attempt(() => restMetadata(rest, deadline));
  if (overRest?.kind === 'answer') {
    const metadata = overRest.value;
    const isBinarySure = metadata.extensions.includes(BINARY_EXTENSION);
    if (isBinarySure || speaksBinaryUnlisted(metadata)) return { metadata, way: 'binary', isBinarySure };
    const isGrpcThere = grpc !== null && (await attempt(() => grpc.isLive(deadline))).kind === 'answer';
    return { metadata, way: isGrpcThere ? 'grpc' : 'json', isBinarySure };
  }
  if (grpc === null) throw overRest?.error;
  const overGrpc = await attempt(() => grpc.serverMetadata(deadline));
  if (overGrpc.kind === 'answer') return { metadata: overGrpc.value, way: 'grpc', isBinarySure: false };
  throw overRest?.error ?? overGrpc.error;
}

/** KServe's Python server speaks binary tensors from 0.14 on and does not list them. */
export function speaksBinaryUnlisted({ name, version }: ServerMetadata): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  return name.toLowerCase() === 'kserve' && (Number(major) > 0 || Number(minor) >= 14);
}

/** A server that has no metadata may yet infer, in JSON. */
async function restMetadata(rest: RestTransport, deadline: Deadline): Promise<ServerMetadata> {
  const found = await attempt(() => rest.serverMetadata(deadline));
  if (found.kind === 'answer') return found.value;
  const { error } = found;
  if (error instanceof Error && 'code' in error && error.code === 'MODEL_NOT_READY') return NOTHING;
  throw error;
}

/** What came of one question. */
export type Attempt<T> =
  { readonly kind: 'answer'; readonly value: T } | { readonly kind: 'failure'; readonly error: unknown };

/** Asks, and gives a failure back as a value. */
export async function attempt<T>(ask: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { kind: 'answer', value: await ask() };
  } catch (error) {
    return { kind: 'failure', error };
  }
}
