import { type RepositoryEntry, type ServerMetadata } from '#libs/inference-protocol';
import { type InferenceClient, type InferenceWay } from '#libs/inference-client';
import { type ErrorCode, isDomainError } from '#libs/errors';
import { type ModelVersion } from '#model-registry';
import { signatureMismatch } from './compare-signature.js';
import { type GuardedServer, type ServedName } from './guarded-server.js';
import { type PlacementState } from './placement-state.js';

/** A version that should run on a server, and what it is called there. */
export interface PlacedVersion {
  readonly version: ModelVersion;
  readonly as: ServedName;
}

/** What one look at a server found. */
export interface ServerLook {
  readonly at: Date;
  readonly isLive: boolean;
  readonly isReady: boolean;
  /** What the server says of itself; null when it does not say. */
  readonly software: ServerMetadata | null;
  /** How tensors travel to it; null before it was found out. */
  readonly way: InferenceWay | null;
  /** What its repository holds; null when it has no such list. */
  readonly loaded: readonly RepositoryEntry[] | null;
  /** What stopped the look; null when nothing did. */
  readonly error: ErrorCode | null;
  /** The state of each version that was asked for, by `stateKey`. */
  readonly states: ReadonlyMap<string, PlacementState>;
}

/** So many models are asked for at a time: a look must not keep inference waiting. */
const AT_ONCE = 4;

/** Which state is whose: a name on a server may be given to two versions, and only one of them is there. */
export function stateKey({ name, version }: ServedName, digest: string): string {
  return `${name}/${version ?? ''} ${digest}`;
}

/**
 * Asks a server how it is, what it is, and how it holds the versions that should run there. Never throws but when it is aborted.
 * @throws Cancelled
 */
export async function lookAtServer(
  server: GuardedServer,
  placed: readonly PlacedVersion[],
  signal: AbortSignal,
): Promise<ServerLook> {
  const at = new Date();
  const client = clientOf(server);
  const isLive = client !== null && (await client.live(signal));
  if (client === null || !isLive) {
    const states = placed.map(({ as, version }) => [stateKey(as, version.digest), UNREACHABLE] as const);
    return { ...AWAY, at, way: client?.way ?? null, states: new Map(states) };
  }
  const isReady = await client.ready(signal);
  const { software, loaded, error } = await describe(client, signal);
  const states = new Map<string, PlacementState>();
  const waiting = [...placed];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      states.set(stateKey(next.as, next.version.digest), await look(client, next, signal));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return { at, isLive, isReady, software, way: client.way, loaded, error, states };
}

const UNREACHABLE: PlacementState = { kind: 'UNREACHABLE' };
const AWAY = { isLive: false, isReady: false, software: null, loaded: null, error: 'MODEL_UNAVAILABLE' } as const;

function clientOf(server: GuardedServer): InferenceClient | null {
  try {
    return server.client();
  } catch {
    return null; // the embedded server starts again
  }
}

async function describe(
  client: InferenceClient,
  signal: AbortSignal,
): Promise<Pick<ServerLook, 'software' | 'loaded' | 'error'>> {
  try {
    const software = await client.serverMetadata(signal);
    return { software, loaded: await loadedOn(client, signal), error: null };
  } catch (error) {
    return { software: null, loaded: null, error: codeOf(error) };
  }
}

/** For people only: a server that has no such list, or guards it, is as good as another. */
async function loadedOn(client: InferenceClient, signal: AbortSignal): Promise<ServerLook['loaded']> {
  try {
    return await client.repositoryIndex(signal);
  } catch (error) {
    codeOf(error);
    return null;
  }
}

async function look(
  client: InferenceClient,
  { version, as }: PlacedVersion,
  signal: AbortSignal,
): Promise<PlacementState> {
  if (!(await client.modelReady(as.name, as.version, signal))) return { kind: 'LOADING' };
  try {
    const reason = signatureMismatch(version.card, await client.modelMetadata(as.name, as.version, signal));
    return reason === null ? { kind: 'READY' } : { kind: 'UNROUTABLE', reason };
  } catch (error) {
    return stateOfFailure(codeOf(error));
  }
}

function stateOfFailure(code: ErrorCode): PlacementState {
  switch (code) {
    case 'MODEL_NOT_READY':
      return { kind: 'LOADING' };
    case 'MODEL_BAD_RESPONSE':
      return { kind: 'UNROUTABLE', reason: 'what the server says of the model cannot be read' };
    default:
      return UNREACHABLE;
  }
}

/** @throws whatever is no refusal of the domain, and Cancelled */
function codeOf(error: unknown): ErrorCode {
  if (!isDomainError(error) || error.code === 'CANCELLED') throw error;
  return error.code;
}
