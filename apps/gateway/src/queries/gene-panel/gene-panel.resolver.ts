import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { ImportGenePanelInput } from '#graphql/generated/schema-types';
import { effectiveLicence } from '#model-registry';
import { BadUserInput, NotFound } from '#libs/errors';
import { GeneCatalog, type GenePanel, ImportGeneLists, ListLines } from '#gateway/gene-catalog';
import { type RequestContext } from '#gateway/graphql';
import { AnswerScopes } from '#gateway/pipeline';
import { toModelVersion } from '../model-catalog/index.js';
import { checkPageSize, connectionOf } from '../paging.js';
import { factsOf, listOf, neededBy } from './list-input.js';
import { connectionAt, MOST_IDENTIFIERS, positionsOf } from '../position-page.js';
import { toGenePanel } from './to-gene-list.js';

/** Gene panels: bringing them, finding them. */
@Resolver()
export class GenePanelResolver {
  constructor(
    private readonly catalog: GeneCatalog,
    private readonly importer: ImportGeneLists,
    private readonly scopes: AnswerScopes,
  ) {}

  @Query('genePanel')
  async genePanel(
    @Args('id') id: string | null,
    @Args('digest') digest: string | null,
    @Context() { caller: { tenant } }: RequestContext,
  ) {
    const isById = typeof id === 'string';
    if (isById === (typeof digest === 'string')) {
      throw new BadUserInput('id', 'or `digest` must be given, and not both: each names one panel');
    }
    const { panels } = this.catalog;
    const panel = isById ? await panels.byId(tenant, id) : await panels.byDigest(tenant, digest ?? '');
    if (!panel) throw new NotFound('gene panel');
    return toGenePanel(panel);
  }

  @Query('genePanels')
  async genePanels(
    @Args('first') first: number,
    @Args('after') after: string | null,
    @Context() { caller: { tenant } }: RequestContext,
  ) {
    checkPageSize(first);
    const { nodes, pageInfo } = connectionOf(await this.catalog.panels.page(tenant, { first, after }));
    return { nodes: nodes.map(toGenePanel), pageInfo, totalCount: () => this.catalog.panels.count(tenant) };
  }

  @Mutation('importGenePanel')
  async importGenePanel(@Args('input') input: ImportGenePanelInput, @Context() request: RequestContext) {
    const needed = neededBy(input, this.scopes.of(request).snapshot);
    if (needed) request.audit.note(needed.version);
    const list = { ...listOf(input), hasHeader: input.hasHeader ?? false };
    return toGenePanel(await this.importer.panel(factsOf(input), list, needed?.vocabulary ?? null, request));
  }
}

/** Fields of a panel that are not columns of it. */
@Resolver('GenePanel')
export class GenePanelFieldResolver {
  constructor(
    private readonly lines: ListLines,
    private readonly scopes: AnswerScopes,
  ) {}

  @ResolveField('symbols')
  async symbols(
    @Parent() { digest, geneCount }: GenePanel,
    @Args('first') first: number,
    @Args('after') after: string | null,
    @Context() { signal }: RequestContext,
  ) {
    const page = positionsOf(digest, { first, after }, MOST_IDENTIFIERS);
    const lines = await this.lines.slice(digest, page.from, page.count, signal);
    return connectionAt(
      digest,
      page,
      lines.map(({ text }) => text),
      geneCount,
    );
  }

  @ResolveField('usedBy')
  usedBy(@Parent() { digest }: GenePanel, @Context() request: RequestContext) {
    const { snapshot } = this.scopes.of(request);
    return snapshot.models
      .flatMap(({ versions }) => versions)
      .filter(({ card: { vocabulary } }) => vocabulary?.kind === 'GENES' && vocabulary.digest === digest)
      .map((version) => toModelVersion(version, effectiveLicence(version, snapshot)));
  }
}
