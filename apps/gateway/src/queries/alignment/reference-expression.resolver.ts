import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ReferenceWeightRule } from '#graphql/generated/schema-types';
import { cosinesOf, referenceWeights, type WeightRule, weightedRow } from '#libs/alignment';
import { BadUserInput } from '#libs/errors';
import { type AlignmentHead, ReferenceSets, sideOf, towerOf } from '#gateway/alignment';
import { ModelGenes } from '#gateway/gene-catalog';
import type { RequestContext } from '#gateway/graphql';
import { AnswerScopes } from '#gateway/pipeline';
import { refusalOf } from '../expression/index.js';
import { toAlignmentHead, toReferenceSet } from './to-alignment-head.js';
import { recipeOf } from './tower-input.js';
import { expressionOf } from './zero-shot-scores.js';

const MOST_NAMES = 500;
const MOST_NEAREST = 1000;
/** Numbers of a reference that are weighed here: some tens of milliseconds. */
const MOST_NUMBERS = 20_000_000;

interface ExpressionArguments {
  readonly symbols: readonly string[];
  readonly referenceSet?: string | null;
  readonly weights: ReferenceWeightRule;
  readonly nearest: number;
}

/** `SlideAlignment.expression`. */
@Resolver('SlideAlignment')
export class ReferenceExpressionResolver {
  constructor(
    private readonly scopes: AnswerScopes,
    private readonly sets: ReferenceSets,
    private readonly genes: ModelGenes,
  ) {}

  @ResolveField('expression')
  async expression(
    @Parent() { head, vector }: { readonly head: AlignmentHead; readonly vector: Float32Array },
    @Args() { symbols, referenceSet, weights: rule, nearest }: ExpressionArguments,
    @Context() request: RequestContext,
  ) {
    if (symbols.length === 0 || symbols.length > MOST_NAMES)
      throw new BadUserInput('symbols', `must be 1 to ${MOST_NAMES} names`);
    const tower = towerOf(head, 'TRANSCRIPTOME', this.scopes.of(request).snapshot);
    const { index } = await this.genes.of(tower.version);
    const set = await this.sets.of(head, referenceSet ?? null);
    const expression = expressionOf(set);
    if (expression.length > MOST_NUMBERS)
      throw new BadUserInput('referenceSet', `must have at most ${MOST_NUMBERS} numbers of expression`);
    const gallery = sideOf(set, 'transcriptome');
    const weights = referenceWeights(cosinesOf(vector, gallery), ruleOf(rule, nearest), head.scoring);
    if (!weights)
      throw new BadUserInput(
        'weights',
        'must be another rule: similarities of this image cancel, or the head has no softmax',
        { rule },
      );
    const width = index.genes.length;
    const weighted = weightedRow(expression, width, weights.weights);
    const plain = weightedRow(expression, width, new Float64Array(gallery.count).fill(1 / gallery.count));
    return {
      ...{ status: 'EXPLORATORY', referenceSet: toReferenceSet(set.stated, head), weights: rule },
      ...{ effectiveItems: weights.effective, negativeWeights: weights.negative },
      transform: recipeOf(tower).map(({ op }) => op),
      cautions: toAlignmentHead(head).cautions,
      genes: symbols.map((asked) => {
        const found = index.find(asked);
        if (found.kind !== 'FOUND')
          return { asked, symbol: null, value: null, referenceMean: null, refusal: refusalOf(found) };
        const { symbol, position } = found;
        return { asked, symbol, value: weighted[position], referenceMean: plain[position], refusal: null };
      }),
    };
  }
}

function ruleOf(rule: ReferenceWeightRule, nearest: number): WeightRule {
  if (rule !== 'NEAREST') return { kind: rule };
  if (nearest < 1 || nearest > MOST_NEAREST) throw new BadUserInput('nearest', `must be 1 to ${MOST_NEAREST}`);
  return { kind: 'NEAREST', k: nearest };
}
