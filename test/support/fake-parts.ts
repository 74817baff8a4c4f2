import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** How the fake gateway is to behave. */
export interface FakeBehaviour {
  /** Looks at a job until it has ended. */
  readonly jobLooks: number;
  /** Ends jobs with this error. */
  readonly jobError?: {
    readonly code: string;
    readonly message: string;
    readonly retryable: boolean;
    readonly facts: unknown;
  };
  /** Slides that exist at the start, by name. The same name may stand twice. */
  readonly slideNames: readonly string[];
  /** Features that exist at the start are those of the slides named here. */
  readonly prepared: readonly string[];
}

/** An error as the gateway writes it. */
export function refusal(
  code: string,
  message: string,
  facts: Readonly<Record<string, unknown>> = {},
  retryable = false,
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, retryable, requestId: 'req-1', ...facts } });
}

/** A feature bag of the schema's shape. */
export function bag(slide: { readonly id: string }, origin: string, createdAt = '2026-03-01T12:00:00.000Z'): object {
  const digest = digestOf(`bag of ${slide.id}`);
  return {
    digest,
    origin,
    encoder: { name: 'demo-lite0', version: '1', digest: digestOf('demo-lite0') },
    preprocessingDigest: digestOf('preprocessing'),
    recipe: {},
    tileCount: 509,
    dimension: 1280,
    tileEdgePx: 325.6,
    mpp: 1,
    tileSizePx: 224,
    featuresHref: `/arrays/${digest}/features.npy`,
    coordsHref: `/arrays/${digest}/coords.npy`,
    createdAt,
  };
}

/** A page of a connection; the cursor is a position. */
export function page<T>(
  all: readonly T[],
  first: number,
  after: string | null | undefined,
  fields: (item: T) => object,
): object {
  const start = after ? Number(after) : 0;
  const nodes = all.slice(start, start + first);
  const end = start + nodes.length;
  const pageInfo = { hasNextPage: end < all.length, endCursor: nodes.length > 0 ? String(end) : null };
  return { nodes: nodes.map(fields), pageInfo };
}
