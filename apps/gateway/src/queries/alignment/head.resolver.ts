import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ModelVersion } from '#model-registry';
import { alignmentHead } from '#gateway/alignment';
import type { RequestContext } from '#gateway/graphql';
import { AnswerScopes } from '#gateway/pipeline';
import { toAlignmentHead } from './to-alignment-head.js';

/** `ModelVersion.alignmentHead`. */
@Resolver('ModelVersion')
export class HeadResolver {
  constructor(private readonly scopes: AnswerScopes) {}

  @ResolveField('alignmentHead')
  alignmentHead(@Parent() { registered }: { readonly registered: ModelVersion }, @Context() request: RequestContext) {
    if (registered.card.task.kind !== 'ALIGNMENT') return null;
    return toAlignmentHead(alignmentHead(registered, this.scopes.of(request).snapshot));
  }
}
