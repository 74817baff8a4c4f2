import type { PromotionStratumKind } from '#graphql/generated/schema-types';
import {
  compareEmbeddingsOffThread,
  type EmbeddingPairComparison,
  type EmbeddingTable,
  type LeftOutRow,
} from '#libs/comparison';
import { BadUserInput } from '#libs/errors';
import type { ModelVersion } from '#model-registry';
import { type CohortRows, StoredRows, type WholeCohort } from '#gateway/cohorts';
import { embeddingSpaceOf } from '#gateway/embeddings';
import type { RequestContext } from '#gateway/graphql';
import type { AnswerScope } from '#gateway/pipeline';
import { askedOf } from '../cohort/index.js';
import { embeddingOf } from '../embedding/index.js';
import { strataIn, strataOfItems } from './cohort-strata.js';
import { pairRows } from './pair-rows.js';
import { ComparisonRuns } from './comparison-runs.js';
import { leftOutNotice } from './version-notices.js';

/** All pairs of items are looked at, for each version. */
const MOST_ITEMS = 1000;
const MOST_NEIGHBOURS = 100;

type SpacePair = EmbeddingPairComparison & { readonly isSameSpace: boolean };

/** The same of some of the items. */
export interface EmbeddingStratum {
  readonly stratification: string;
  readonly level: string | null;
  readonly n: number;
  readonly pairs: readonly SpacePair[];
}

/** What a comparison of embeddings found. */
export interface ComparedEmbeddings {
  readonly n: number;
  readonly neighbours: number;
  readonly pairs: readonly SpacePair[];
  readonly strata: readonly EmbeddingStratum[];
  readonly answered: readonly number[];
  readonly leftOut: readonly LeftOutRow[];
  readonly notices: readonly string[];
}

/** Versions that give an embedding of a slide, over a cohort, from stored answers. */
export class EmbeddingComparisons {
  constructor(
    private readonly stored: StoredRows,
    private readonly runs: ComparisonRuns,
  ) {}

  /** @throws BadUserInput, StoreUnavailable, Cancelled, DeadlineExceeded */
  async compare(
    cohort: WholeCohort,
    versions: readonly ModelVersion[],
    { neighbours, strata }: { readonly neighbours: number; readonly strata: readonly PromotionStratumKind[] },
    { scope, request }: { readonly scope: AnswerScope; readonly request: RequestContext },
  ): Promise<ComparedEmbeddings> {
    if (neighbours < 1 || neighbours > MOST_NEIGHBOURS)
      throw new BadUserInput('input.neighbours', `must be 1 to ${MOST_NEIGHBOURS}`);
    if (cohort.items.length > MOST_ITEMS)
      throw new BadUserInput('input.cohort', `must have at most ${MOST_ITEMS} items where embeddings are compared`, {
        items: cohort.items.length,
      });
    const read = await Promise.all(
      versions.map((version) => this.stored.read(cohort, askedOf(version, scope.snapshot), scope)),
    );
    // Two encoders read other features, so that features may differ here.
    const { kept, leftOut } = pairRows(cohort, read, false);
    const tables = await Promise.all(read.map((one) => tableOf(one, kept)));
    const parts = strataIn(await strataOfItems(cohort, strata, scope), kept);
    const spaces = new Map(
      versions.map(({ ref, digest, card }) => [ref, embeddingSpaceOf(digest, embeddingOf(card))] as const),
    );
    const toPairs = (found: readonly EmbeddingPairComparison[]): readonly SpacePair[] =>
      found.map((pair) => ({ ...pair, isSameSpace: spaces.get(pair.a) === spaces.get(pair.b) }));
    const compared = await this.runs.inTurn(request, async (options) => {
      const of = async (some: readonly EmbeddingTable[]) =>
        toPairs(await compareEmbeddingsOffThread(some, neighbours, options));
      const all = await of(tables);
      const each: EmbeddingStratum[] = [];
      for (const { stratification, level, positions } of parts) {
        const pairs = await of(tables.map((table) => rowsOf(table, positions)));
        each.push({ stratification, level, n: positions.length, pairs });
      }
      return { all, each };
    });
    return {
      n: kept.length,
      neighbours,
      pairs: compared.all,
      strata: compared.each,
      answered: read.map(({ items }) => items.filter(({ kind }) => kind === 'ROW').length),
      leftOut,
      notices: leftOutNotice(cohort, leftOut),
    };
  }
}

/** Some rows of a table, in their order. */
function rowsOf({ name, dimension, vectors }: EmbeddingTable, positions: Uint32Array): EmbeddingTable {
  const own = new Float32Array(positions.length * dimension);
  positions.forEach((position, row) => {
    own.set(vectors.subarray(position * dimension, (position + 1) * dimension), row * dimension);
  });
  return { name, dimension, vectors: own };
}

async function tableOf({ version, items }: CohortRows, kept: readonly number[]) {
  const { tensor, dim } = embeddingOf(version.card);
  const vectors = new Float32Array(kept.length * dim);
  for (const [row, item] of kept.entries()) {
    const found = items[item];
    if (found?.kind !== 'ROW') continue;
    const vector = await found.read(dim, (raw) => raw.array(tensor));
    vectors.set(vector, row * dim);
  }
  return { name: version.ref, dimension: dim, vectors };
}
