import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { BadUserInput } from '#libs/errors';
import { parseModelRef } from '#model-registry';
import { type RequestContext } from '#gateway/graphql';
import { AnswerScopes } from '#gateway/pipeline';
import { type VersionParent, versionNode } from './nodes.js';

/** What the caller may use, and the terms that stand before it. */
@Resolver('Licence')
export class LicenceResolver {
  constructor(private readonly scopes: AnswerScopes) {}

  @Mutation('acceptLicence')
  async acceptLicence(@Args('model') model: string, @Context() request: RequestContext) {
    const { snapshot, licences } = this.scopes.of(request);
    const ref = parseModelRef(model);
    if (ref.selector.kind === 'ALIAS') {
      throw new BadUserInput(
        'model',
        'must name a version by its number: an alias may have moved since you read the terms',
      );
    }
    const version = snapshot.resolve(ref);
    request.audit.note(version);
    for (const terms of await licences.accept(version)) request.audit.note(terms.version);
    return versionNode(version, snapshot);
  }

  @ResolveField('access')
  async access(@Parent() { registered }: VersionParent, @Context() request: RequestContext) {
    return (await this.scopes.of(request).licences.judge(registered)).access;
  }

  @ResolveField('terms')
  async terms(@Parent() { registered }: VersionParent, @Context() request: RequestContext) {
    const gated = await this.scopes.of(request).licences.termsOf(registered);
    return gated.map(({ terms: { version, referenceSet, licence }, digest, acceptedAt }) => {
      const { spdxOrName, url, attribution } = licence;
      return { model: version.ref, referenceSet, digest, spdxOrName, url, attribution, acceptedAt };
    });
  }
}
