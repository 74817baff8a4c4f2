/** One limit: the environment variable that sets it, its default, and what it bounds. */
interface Limit {
  readonly variable: string;
  readonly default: number;
  readonly unit: string;
  readonly meaning: string;
}

const limit = (variable: string, value: number, unit: string, meaning: string): Limit => ({
  variable: `TESSERA_LIMIT_${variable}`,
  default: value,
  unit,
  meaning,
});

/** Every limit of the gateway. The configuration, its printed form and docs/configuration.md follow this table. */
export const LIMITS = {
  bodyBytes: limit('BODY_BYTES', 1_048_576, 'bytes', 'body of a request as it arrives'),
  decompressedBytes: limit('DECOMPRESSED_BYTES', 4_194_304, 'bytes', 'body of a request after decompression'),
  uploadBytes: limit('UPLOAD_BYTES', 2_147_483_648, 'bytes', 'file that is sent to `/uploads`'),
  jsonNesting: limit('JSON_NESTING', 64, 'levels', 'nesting of a JSON body'),
  tokens: limit('TOKENS', 1_000, 'tokens', 'length of a GraphQL document'),
  depth: limit('DEPTH', 10, 'levels', 'nesting of selections, and of lists and objects in arguments'),
  aliases: limit('ALIASES', 15, 'aliases', 'aliased fields of an operation'),
  directivesPerLocation: limit('DIRECTIVES_PER_LOCATION', 5, 'directives', 'directives at one place'),
  directivesPerOperation: limit('DIRECTIVES_PER_OPERATION', 20, 'directives', 'directives of an operation'),
  rootFields: limit('ROOT_FIELDS', 20, 'fields', 'fields at the root of an operation'),
  listedErrors: limit('LISTED_ERRORS', 5, 'errors', 'validation errors listed in an answer'),
  cost: limit('COST', 5_000, 'points', 'estimated cost of an operation'),
  deadlineMs: limit('DEADLINE_MS', 30_000, 'ms', 'time of a request; the header `tessera-timeout-ms` may lower it'),
  requestsInExecution: limit('REQUESTS_IN_EXECUTION', 64, 'requests', 'requests at work at the same time'),
  requestsQueued: limit('REQUESTS_QUEUED', 128, 'requests', 'requests that wait for their turn'),
  serverInFlight: limit('SERVER_IN_FLIGHT', 16, 'requests', 'requests at one model server at the same time'),
  serverQueued: limit('SERVER_QUEUED', 32, 'requests', 'requests that wait for one model server'),
  breakerWindowMs: limit('BREAKER_WINDOW_MS', 10_000, 'ms', 'calls of a model server that its breaker looks back at'),
  breakerCalls: limit('BREAKER_CALLS', 20, 'calls', 'calls in that time below which the breaker does not open'),
  breakerFailurePercent: limit('BREAKER_FAILURE_PERCENT', 50, '%', 'share of failures at which the breaker opens'),
  breakerOpenMs: limit('BREAKER_OPEN_MS', 5_000, 'ms', 'time for which an open breaker lets nothing through'),
  retryPercent: limit('RETRY_PERCENT', 20, '%', 'second tries at one model server, as a share of its calls'),
  retriesPerSecond: limit('RETRIES_PER_SECOND', 10, 'tries', 'second tries at one model server that are added to that'),
  probeMs: limit('PROBE_MS', 5_000, 'ms', 'time between two looks at a model server that is as it should be'),
  upstreamAnswerBytes: limit('UPSTREAM_ANSWER_BYTES', 67_108_864, 'bytes', 'answer of a model server, decompressed'),
  jobLeaseMs: limit('JOB_LEASE_MS', 30_000, 'ms', 'silence of a worker after which its jobs are taken by others'),
  exactVectors: limit(
    'EXACT_VECTORS',
    50_000,
    'vectors',
    'of an embedding index up to which neighbours are found by looking at every one; a larger index gets a graph (HNSW)',
  ),
  supersededIndexMs: limit(
    'SUPERSEDED_INDEX_MS',
    2_592_000_000,
    'ms',
    'time for which the files of an embedding index stay that is not served any more: 30 days',
  ),
  answerCacheBytes: limit('ANSWER_CACHE_BYTES', 67_108_864, 'bytes', 'stored answers that are kept in memory'),
  drainMs: limit('DRAIN_MS', 25_000, 'ms', 'time for running requests when the gateway shuts down'),
} as const satisfies Record<string, Limit>;

/** The limits as numbers, by name. */
export type GatewayLimits = { readonly [name in keyof typeof LIMITS]: number };
