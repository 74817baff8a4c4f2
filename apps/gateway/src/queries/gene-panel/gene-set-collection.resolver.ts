import { setImmediate as nextTurn } from 'node:timers/promises';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { ImportGeneSetCollectionInput } from '#graphql/generated/schema-types';
import { BadUserInput, NotFound } from '#libs/errors';
import { geneSetOfLine } from '#libs/transcriptomics';
import { GeneCatalog, type GeneSetCollection, ImportGeneLists, type ListLine, ListLines } from '#gateway/gene-catalog';
import { type RequestContext } from '#gateway/graphql';
import { checkPageSize, connectionOf } from '../paging.js';
import { factsOf, listOf } from './list-input.js';
import { connectionAt, MOST_IDENTIFIERS, positionsOf } from '../position-page.js';
import { toCollection } from './to-gene-list.js';

const MOST_SETS = 100;
const MOST_SEARCHED_CHARACTERS = 200;

/** A set of a page; its genes are split only where they are asked for. */
interface SetParent {
  readonly name: string;
  readonly description: string | null;
  readonly geneCount: number;
  /** What makes its list of genes another than others: the collection and its place there. */
  readonly list: string;
  readonly line: string;
}

/** Gene-set collections: bringing them, finding them. */
@Resolver()
export class GeneSetCollectionResolver {
  constructor(
    private readonly catalog: GeneCatalog,
    private readonly importer: ImportGeneLists,
  ) {}

  @Query('geneSetCollection')
  async geneSetCollection(@Args('id') id: string, @Context() { caller: { tenant } }: RequestContext) {
    const collection = await this.catalog.collections.byId(tenant, id);
    if (!collection) throw new NotFound('gene-set collection');
    return toCollection(collection);
  }

  @Query('geneSetCollections')
  async geneSetCollections(
    @Args('first') first: number,
    @Args('after') after: string | null,
    @Context() { caller: { tenant } }: RequestContext,
  ) {
    checkPageSize(first);
    const { nodes, pageInfo } = connectionOf(await this.catalog.collections.page(tenant, { first, after }));
    return { nodes: nodes.map(toCollection), pageInfo, totalCount: () => this.catalog.collections.count(tenant) };
  }

  @Mutation('importGeneSetCollection')
  async importGeneSetCollection(
    @Args('input') input: ImportGeneSetCollectionInput,
    @Context() request: RequestContext,
  ) {
    return toCollection(await this.importer.collection(factsOf(input), listOf(input), request));
  }
}

/** The sets of a collection. */
@Resolver('GeneSetCollection')
export class GeneSetCollectionFieldResolver {
  constructor(private readonly lines: ListLines) {}

  @ResolveField('sets')
  async sets(
    @Parent() { digest, setCount }: GeneSetCollection,
    @Args('first') first: number,
    @Args('after') after: string | null,
    @Args('nameContains') nameContains: string | null,
    @Context() { signal }: RequestContext,
  ) {
    if (typeof nameContains !== 'string') {
      const page = positionsOf(digest, { first, after }, MOST_SETS);
      const lines = await this.lines.slice(digest, page.from, page.count, signal);
      return connectionAt(
        digest,
        page,
        lines.map((line) => setOf(digest, line)),
        setCount,
      );
    }
    if (nameContains === '' || nameContains.length > MOST_SEARCHED_CHARACTERS) {
      throw new BadUserInput('nameContains', `must be 1 to ${MOST_SEARCHED_CHARACTERS} characters, or left out`);
    }
    // A cursor of one search means nothing in another.
    const list = `${digest}:${nameContains.toLowerCase()}`;
    const page = positionsOf(list, { first, after }, MOST_SETS);
    const found = await this.lines.find(digest, nameContains, signal);
    const wanted = found.slice(page.from, page.from + page.count);
    const lines = await Promise.all(wanted.map((position) => this.lines.slice(digest, position, 1, signal)));
    return connectionAt(
      list,
      page,
      lines.flat().map((line) => setOf(digest, line)),
      found.length,
    );
  }
}

/** The genes of a set. */
@Resolver('GeneSet')
export class GeneSetResolver {
  @ResolveField('genes')
  async genes(
    @Parent() { line, list, geneCount }: SetParent,
    @Args('first') first: number,
    @Args('after') after: string | null,
    @Context() { signal }: RequestContext,
  ) {
    const page = positionsOf(list, { first, after }, MOST_IDENTIFIERS);
    // A set may have 30,000 genes, and a page 100 sets: between two of them the event loop is free.
    await nextTurn();
    signal.throwIfAborted();
    const { genes } = geneSetOfLine(line);
    return connectionAt(list, page, genes.slice(page.from, page.from + page.count), geneCount);
  }
}

function setOf(digest: string, { position, text }: ListLine): SetParent {
  const [name = '', description = ''] = text.split('\t', 2);
  return {
    name,
    description: description === '' ? null : description,
    geneCount: columnsOf(text) - 2,
    list: `${digest}:${position}`,
    line: text,
  };
}

function columnsOf(line: string): number {
  let columns = 1;
  for (let tab = line.indexOf('\t'); tab !== -1; tab = line.indexOf('\t', tab + 1)) columns += 1;
  return columns;
}
