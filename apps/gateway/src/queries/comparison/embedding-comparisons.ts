import { compareEmbeddingsOffThread, type EmbeddingPairComparison, type LeftOutRow } from '#libs/comparison';
import { BadUserInput } from '#libs/errors';
import type { ModelVersion } from '#model-registry';
import { CohortAnswers, type ItemReplies, type WholeCohort } from '#gateway/cohorts';
import { embeddingSpaceOf } from '#gateway/embeddings';
import type { RequestContext } from '#gateway/graphql';
import type { AnswerScope } from '#gateway/pipeline';
import { embeddingOf } from '../embedding/index.js';
import { ComparisonRuns } from './comparison-runs.js';
import { leftOutNotice } from './version-notices.js';

/** All pairs of items are looked at, for each version. */
const MOST_ITEMS = 1000;
const MOST_NEIGHBOURS = 100;

/** What a comparison of embeddings found. */
export interface ComparedEmbeddings {
  readonly n: number;
  readonly neighbours: number;
  readonly pairs: readonly (EmbeddingPairComparison & { readonly isSameSpace: boolean })[];
  readonly answered: readonly number[];
  readonly leftOut: readonly LeftOutRow[];
  readonly notices: readonly string[];
}

interface Vectors {
  readonly version: ModelVersion;
  readonly spaceId: string;
  readonly dimension: number;
  readonly replies: readonly ItemReplies[];
}

/** Versions that give an embedding of a slide, over a cohort, from stored answers. */
export class EmbeddingComparisons {
  constructor(
    private readonly answers: CohortAnswers,
    private readonly runs: ComparisonRuns,
  ) {}

  /** @throws BadUserInput, StoreUnavailable, Cancelled, DeadlineExceeded */
  async compare(
    cohort: WholeCohort,
    versions: readonly ModelVersion[],
    neighbours: number,
    { scope, request }: { readonly scope: AnswerScope; readonly request: RequestContext },
  ): Promise<ComparedEmbeddings> {
    if (neighbours < 1 || neighbours > MOST_NEIGHBOURS)
      throw new BadUserInput('input.neighbours', `must be 1 to ${MOST_NEIGHBOURS}`);
    if (cohort.items.length > MOST_ITEMS)
      throw new BadUserInput('input.cohort', `must have at most ${MOST_ITEMS} items where embeddings are compared`, {
        items: cohort.items.length,
      });
    const read = await Promise.all(versions.map((version) => this.read(cohort, version, scope)));
    const { kept, leftOut } = pairItems(cohort, read);
    const tables = await Promise.all(read.map((one) => tableOf(one, kept)));
    const found = await this.runs.inTurn(request, (options) => compareEmbeddingsOffThread(tables, neighbours, options));
    const spaces = new Map(read.map(({ version, spaceId }) => [version.ref, spaceId]));
    return {
      n: kept.length,
      neighbours,
      pairs: found.map((pair) => ({ ...pair, isSameSpace: spaces.get(pair.a) === spaces.get(pair.b) })),
      answered: read.map(({ replies }) => replies.filter((reply) => whyMissing(reply) === null).length),
      leftOut,
      notices: leftOutNotice(cohort, leftOut),
    };
  }

  private async read({ items }: WholeCohort, version: ModelVersion, scope: AnswerScope): Promise<Vectors> {
    const embedding = embeddingOf(version.card);
    const replies = await this.answers.read('SLIDE_EMBEDDING', version, items, scope);
    return { version, spaceId: embeddingSpaceOf(version.digest, embedding), dimension: embedding.dim, replies };
  }
}

/** Items with one slide and a vector of every version. Two encoders read other features, so that features may differ here. */
function pairItems({ items }: WholeCohort, read: readonly Vectors[]) {
  const leftOut: LeftOutRow[] = [];
  const kept: number[] = [];
  items.forEach(({ key }, item) => {
    const missing = read.flatMap(({ version, replies }) => {
      const reason = whyMissing(replies[item]);
      return reason === null ? [] : [{ name: version.ref, reason }];
    });
    if (missing.length === 0) kept.push(item);
    else leftOut.push({ item: key, missing });
  });
  return { kept, leftOut };
}

function whyMissing(reply: ItemReplies | undefined): string | null {
  const [only, ...others] = reply?.members ?? [];
  if (!only) return 'NO_SLIDE';
  if (others.length > 0) return 'SEVERAL_SLIDES';
  if (only.reply.kind === 'REFUSED') return only.reply.error.code;
  return only.reply.kind === 'NOT_ASKED' ? 'NOT_ASKED' : null;
}

async function tableOf({ version, dimension, replies }: Vectors, kept: readonly number[]) {
  const { tensor } = embeddingOf(version.card);
  const vectors = new Float32Array(kept.length * dimension);
  for (const [row, item] of kept.entries()) {
    const reply = replies[item]?.members[0]?.reply;
    if (reply?.kind === 'ANSWER') vectors.set(await reply.raw.array(tensor), row * dimension);
  }
  return { name: version.ref, dimension, vectors };
}
