import type {
  InferenceResponse,
  ModelConfig,
  ModelMetadata,
  ModelStatistics,
  RepositoryEntry,
  ServerMetadata,
} from '#libs/inference-protocol';
import type { CheckedRequest } from './check-request.js';
import type { Deadline } from './deadline.js';
import type { InferenceWay, ServedModel } from './options.js';

/**
 * One way to a model server. Calls of an extension give null where the server does not have it. Every call throws a domain error, or
 * something that `translateFailure` makes one of.
 */
export interface InferenceTransport {
  infer(request: CheckedRequest, way: InferenceWay, deadline: Deadline): Promise<InferenceResponse>;
  isLive(deadline: Deadline): Promise<boolean>;
  isReady(deadline: Deadline): Promise<boolean>;
  isModelReady(model: ServedModel, deadline: Deadline): Promise<boolean>;
  serverMetadata(deadline: Deadline): Promise<ServerMetadata>;
  modelMetadata(model: ServedModel, deadline: Deadline): Promise<ModelMetadata>;
  repositoryIndex(deadline: Deadline): Promise<readonly RepositoryEntry[] | null>;
  statistics(model: ServedModel | null, deadline: Deadline): Promise<readonly ModelStatistics[] | null>;
  modelConfig(model: ServedModel, deadline: Deadline): Promise<ModelConfig | null>;
  /** @returns false where the server has no such extension */
  changeRepository(change: 'load' | 'unload', model: string, deadline: Deadline): Promise<boolean>;
  close(): Promise<void>;
}
