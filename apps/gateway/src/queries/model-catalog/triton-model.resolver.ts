import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type TritonBackend } from '#graphql/generated/schema-types';
import { type VersionParent } from './nodes.js';
import { tritonModelOf } from './triton-model.js';

/** How another model server would serve a version. */
@Resolver('ModelVersion')
export class TritonModelResolver {
  @ResolveField('tritonModel')
  tritonModel(@Parent() { registered }: VersionParent, @Args('backend') backend: TritonBackend) {
    return tritonModelOf(registered.card, backend);
  }
}
