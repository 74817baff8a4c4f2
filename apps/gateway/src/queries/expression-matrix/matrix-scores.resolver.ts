import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { MatrixScoresRow } from '#gateway/expression-matrices';
import { ListLines } from '#gateway/gene-catalog';
import { type RequestContext } from '#gateway/graphql';
import type { ScoredSet } from '#libs/transcriptomics';
import { connectionAt, positionsOf } from '../position-page.js';

const MOST_SETS = 100;
const MOST_MISSING = 1000;

/** The sets that scores are about. */
@Resolver('MatrixPathwayScores')
export class MatrixScoresResolver {
  constructor(private readonly lines: ListLines) {}

  @ResolveField('sets')
  async sets(
    @Parent() { reportBlob, setCount, passedOverCount }: MatrixScoresRow,
    @Args('first') first: number,
    @Args('after') after: string | null,
    @Context() { signal }: RequestContext,
  ) {
    const page = positionsOf(reportBlob, { first, after }, MOST_SETS);
    const lines = await this.lines.slice(reportBlob, page.from, page.count, signal);
    return connectionAt(
      reportBlob,
      page,
      lines.map(({ text }) => toSet(JSON.parse(text))),
      setCount + passedOverCount,
    );
  }
}

/** @param set a line that scoring wrote */
function toSet({ name, size, overlap, missing, reason }: ScoredSet) {
  return { name, size, overlap, missing: missing.slice(0, MOST_MISSING), passedOver: reason };
}
