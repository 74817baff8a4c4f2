import type { RequestContext } from '#gateway/graphql';
import type { VersionGenes } from '#gateway/gene-catalog';
import type { Question } from '#gateway/pipeline';
import type { CaseContext } from '#gateway/targets';
import type { ValuesArguments } from '../arrays/numeric-array.js';
import type { WrittenValues } from '../arrays/written-values.js';
import { trainingCheck } from '../slide-prediction/index.js';
import type { AskSlides, NamedExpression } from './ask-slides.js';
import { scaleOf } from './expression-scale.js';
import type { AskedExpression } from './slide-expression.js';

/** Expression of slides as the schema has it, of new questions and stored ones. */
export class SlideExpressions {
  constructor(
    private readonly slides: AskSlides,
    private readonly written: WrittenValues,
  ) {}

  /** A SlideExpression of the schema: some of its fields are thunks, the others have a resolver. */
  async of(question: Question, context: CaseContext, request: RequestContext) {
    return this.show(await this.slides.of(question, context, request), request);
  }

  show({ asked, genes, read }: NamedExpression, { caller: { tenant } }: RequestContext) {
    const identity = identityOf(asked, tenant);
    const values = (how: ValuesArguments) =>
      this.written.of(identity, how, async () => Float32Array.from((await asked.read()).values));
    // What a cohort's features are held against.
    const recipe = asked.members[0]?.answered.features.bag.preprocessingDigest ?? null;
    return { ...toExpression(asked, genes), expression: read, values, recipe };
  }
}

function toExpression({ version, members, training }: AskedExpression, { quality }: VersionGenes) {
  const { unit, transform } = scaleOf(version, 'MODEL');
  const [first] = members;
  return {
    unit,
    transform,
    vocabularyDigest: version.card.vocabulary?.digest ?? '',
    geneCount: version.card.vocabulary?.size ?? 0,
    reliableCount: () => [...(quality?.values() ?? [])].filter(({ passed }) => passed).length,
    aggregation: version.card.task.level === 'TILE' ? 'MEAN_OF_TILES' : 'SLIDE',
    tileCount: first?.answered.features.tileCount ?? 0,
    region: first?.answered.features.region ?? null,
    model: version.ref,
    members: members.map(({ answered, isUsed }) => ({
      model: answered.version.ref,
      answerId: answered.raw.id,
      isUsed,
    })),
    training: trainingCheck({ training, asked: members.map(({ answered }) => answered.version.ref) }),
    href: () => `/expression/values.npy?answers=${usedIds(members).join(',')}`,
    provenance: members.map(({ answered }) => answered.provenance),
  };
}

/** Equal text, equal numbers. */
function identityOf({ members }: AskedExpression, tenant: string): string {
  return [tenant, ...usedIds(members)].join('\n');
}

function usedIds(members: AskedExpression['members']): readonly string[] {
  return members.flatMap(({ answered, isUsed }) => (isUsed ? [answered.raw.id] : []));
}
