import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { CompareScoresInput } from '#graphql/generated/schema-types';
import type { RequestContext } from '#gateway/graphql';
import { optionsOf, titleOf } from './comparison-method.js';
import { ComparisonRuns } from './comparison-runs.js';
import { statedTable } from './score-file-input.js';
import { toComparison } from './to-comparison.js';

/** Scores that were made elsewhere. */
@Resolver()
export class CompareScoresResolver {
  constructor(private readonly runs: ComparisonRuns) {}

  @Query('compareScores')
  async compareScores(@Args('input') input: CompareScoresInput, @Context() request: RequestContext) {
    const head = { title: titleOf(input.title, 'Comparison of scores'), facts: [], remarks: [] };
    const source = { kind: 'FILE', stated: statedTable(input) } as const;
    return toComparison(await this.runs.run({ source, options: optionsOf(input.method ?? {}), head }, request));
  }
}
