import { InvalidConfig, ModelServerError } from '#libs/errors';
import type {
  ModelConfig,
  ModelMetadata,
  ModelStatistics,
  RepositoryEntry,
  ServerMetadata,
} from '#libs/inference-protocol';
import { startDeadline, type Deadline } from './deadline.js';
import type { ServerWays } from './discover.js';
import type { CallLimits, InferenceWay } from './options.js';
import { translateFailure } from './translate-failure.js';
import type { InferenceTransport } from './transport.js';

const CONTROL_TIMEOUT_MS = 2000;

/** A signal that never fires, for callers who do not go away. */
export const NEVER = new AbortController().signal;

/** What can be asked of a model server beside inference. Over REST where the server has it, else over gRPC. */
export class ServerControl {
  constructor(
    readonly id: string,
    protected readonly ways: ServerWays,
  ) {}

  /** Whether the server's process answers. False also when it cannot be reached. @throws Cancelled */
  live(signal: AbortSignal = NEVER): Promise<boolean> {
    return this.isHealthy(signal, (way, deadline) => way.isLive(deadline));
  }

  /** Whether the server takes inference. False also when it cannot be reached. @throws Cancelled */
  ready(signal: AbortSignal = NEVER): Promise<boolean> {
    return this.isHealthy(signal, (way, deadline) => way.isReady(deadline));
  }

  /** Whether one version is loaded. False also when the server cannot be reached. @throws Cancelled, BadUserInput */
  modelReady(name: string, version: string | null, signal: AbortSignal = NEVER): Promise<boolean> {
    return this.isHealthy(signal, (way, deadline) => way.isModelReady({ name, version }, deadline));
  }

  /** What the server says of itself. @throws the domain errors listed at the class */
  serverMetadata(signal: AbortSignal = NEVER): Promise<ServerMetadata> {
    return this.control(signal, (way, deadline) => way.serverMetadata(deadline));
  }

  /** A version's signature as the server reports it. @throws the domain errors listed at the class */
  modelMetadata(name: string, version: string | null, signal: AbortSignal = NEVER): Promise<ModelMetadata> {
    return this.control(signal, (way, deadline) => way.modelMetadata({ name, version }, deadline));
  }

  /** What the server's repository holds; null where it has no such extension. @throws the domain errors listed at the class */
  repositoryIndex(signal: AbortSignal = NEVER): Promise<readonly RepositoryEntry[] | null> {
    return this.control(signal, (way, deadline) => way.repositoryIndex(deadline));
  }

  /**
   * Counts since the server started, of one model, one version, or all (no name); null where the server has no such extension.
   * @throws the domain errors listed at the class
   */
  statistics(
    name: string | null = null,
    version: string | null = null,
    signal: AbortSignal = NEVER,
  ): Promise<readonly ModelStatistics[] | null> {
    const model = name === null ? null : { name, version };
    return this.control(signal, (way, deadline) => way.statistics(model, deadline));
  }

  /** How a model is configured; null where the server has no such extension. @throws the domain errors listed at the class */
  modelConfig(name: string, version: string | null, signal: AbortSignal = NEVER): Promise<ModelConfig | null> {
    return this.control(signal, (way, deadline) => way.modelConfig({ name, version }, deadline));
  }

  /** Loads a model, with all versions that its policy names. False where the server has no such extension. @throws the domain errors listed at the class */
  loadModel(name: string, limits: CallLimits): Promise<boolean> {
    return this.within(limits, (deadline) => this.controlWay().changeRepository('load', name, deadline));
  }

  /** Unloads all versions of a model. False where the server has no such extension. @throws the domain errors listed at the class */
  unloadModel(name: string, limits: CallLimits): Promise<boolean> {
    return this.within(limits, (deadline) => this.controlWay().changeRepository('unload', name, deadline));
  }

  /** Ends calls in flight and closes all connections. */
  async close(): Promise<void> {
    await Promise.all([this.ways.rest?.close(), this.ways.grpc?.close()]);
  }

  protected transportOf(way: InferenceWay): InferenceTransport {
    const transport = way === 'grpc' ? this.ways.grpc : this.ways.rest;
    if (transport !== null) return transport;
    throw new InvalidConfig(`the model server ${this.id}`, `needs an address for the transport ${way}`);
  }

  private controlWay(): InferenceTransport {
    return this.ways.rest ?? this.transportOf('grpc');
  }

  private control<T>(
    signal: AbortSignal,
    ask: (way: InferenceTransport, deadline: Deadline) => Promise<T>,
  ): Promise<T> {
    return this.within({ signal, timeoutMs: CONTROL_TIMEOUT_MS }, (deadline) => ask(this.controlWay(), deadline));
  }

  private async isHealthy(
    signal: AbortSignal,
    ask: (way: InferenceTransport, deadline: Deadline) => Promise<boolean>,
  ): Promise<boolean> {
    try {
      return await this.control(signal, ask);
    } catch (error) {
      if (error instanceof ModelServerError) return false;
      throw error;
    }
  }

  protected async within<T>(limits: CallLimits, work: (deadline: Deadline) => Promise<T>): Promise<T> {
    const deadline = startDeadline(limits.signal, limits.timeoutMs);
    try {
      deadline.signal.throwIfAborted();
      return await work(deadline);
    } catch (error) {
      throw translateFailure(error, this.id, deadline);
    } finally {
      deadline.end();
    }
  }
}
