import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GeneSetCollectionOverRepresentationArgs } from '#graphql/generated/schema-types';
import { BadUserInput, NotFound } from '#libs/errors';
import { benjaminiHochberg } from '#libs/statistics';
import { type SetOverlap, testOverRepresentation } from '#libs/transcriptomics';
import { BlobStore } from '#gateway/blob-store';
import { GeneCatalog, type GeneSetCollection, Turns } from '#gateway/gene-catalog';
import { type RequestContext } from '#gateway/graphql';

const MOST_GENES = 5000;
const MOST_SHOWN = 100;
const MOST_TESTS = 2;

/** `GeneSetCollection.overRepresentation`. */
@Resolver('GeneSetCollection')
export class OverRepresentationResolver {
  private readonly turns = new Turns(MOST_TESTS);

  constructor(
    private readonly catalog: GeneCatalog,
    private readonly blobs: BlobStore,
  ) {}

  @ResolveField('overRepresentation')
  async overRepresentation(
    @Parent() collection: GeneSetCollection,
    @Args() args: Required<GeneSetCollectionOverRepresentationArgs>,
    @Context() { caller: { tenant }, signal, deadlineAt }: RequestContext,
  ) {
    const { genes, first, minSize, maxSize } = args;
    checkArguments(args);
    const panel = await this.catalog.panels.byId(tenant, args.universe);
    if (!panel) throw new NotFound('gene panel');
    return this.turns.take(async () => {
      const [universe, sets] = [
        await this.blobs.read(panel.digest, signal),
        await this.blobs.read(collection.digest, signal),
      ];
      const run = { signal, timeoutMs: Math.max(1, deadlineAt - Date.now()) };
      const tested = await testOverRepresentation({ genes, universe, sets, minSize, maxSize }, run);
      const adjusted = benjaminiHochberg(tested.pValues);
      const overlaps: readonly SetOverlap[] = linesUpTo(tested.lines, first).map((line) => JSON.parse(line));
      return {
        universeSize: tested.universeSize,
        geneCount: new Set(genes).size,
        testedSets: tested.pValues.length,
        passedOverCount: tested.passedOverCount,
        sets: overlaps.map((overlap, at) => ({ ...overlap, adjustedPValue: adjusted[at] ?? 1 })),
      };
    }, signal);
  }
}

function checkArguments({ genes, first, minSize, maxSize }: Required<GeneSetCollectionOverRepresentationArgs>): void {
  if (genes.length < 1 || genes.length > MOST_GENES)
    throw new BadUserInput('genes', `must be 1 to ${MOST_GENES} genes`);
  if (first < 1 || first > MOST_SHOWN) throw new BadUserInput('first', `must be 1 to ${MOST_SHOWN}`);
  if (minSize < 2 || maxSize < minSize)
    throw new BadUserInput('minSize', 'must be 2 or more, and `maxSize` not smaller');
}

function linesUpTo(text: string, count: number): readonly string[] {
  return text === '' ? [] : text.split('\n', count);
}
