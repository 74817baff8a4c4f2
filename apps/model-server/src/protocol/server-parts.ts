import type { ModelServerConfig } from '../model-server.config.js';
import type { ModelRepository } from '../repository/model-repository.js';
import type { VersionLoader } from '../repository/version-loader.js';
import type { SessionPool } from '../sessions/session-pool.js';
import type { StatisticsBook } from '../statistics/statistics-book.js';
import type { SpareMemory } from '../spare-memory.js';
import type { Codec } from './codec/codec.js';

/** What both faces of the server, REST and gRPC, stand on. */
export interface ServerParts {
  readonly config: ModelServerConfig;
  readonly repository: ModelRepository;
  readonly pool: SessionPool;
  readonly loader: VersionLoader;
  readonly statistics: StatisticsBook;
  readonly codec: Codec;
  readonly spareMemory: SpareMemory;
  /** Of the program. */
  readonly version: string;
  readonly log: (line: string) => void;
}
