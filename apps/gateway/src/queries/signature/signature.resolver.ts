import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RegisterSignatureInput } from '#graphql/generated/schema-types';
import { BadUserInput, NotFound } from '#libs/errors';
import { GeneCatalog, type GeneSignature, Signatures, type SignatureToRead } from '#gateway/gene-catalog';
import { type RequestContext } from '#gateway/graphql';
import { type Slide } from '#gateway/slide-catalog';
import { AskSlides, type ExpressionArguments, scaleOf } from '../expression/index.js';
import { checkPageSize, connectionOf } from '../paging.js';
import { checkScale, placeSignature, toSignatureScore } from './scored-signature.js';

/** Signatures: bringing them, finding them. */
@Resolver()
export class SignatureResolver {
  constructor(
    private readonly catalog: GeneCatalog,
    private readonly signatures: Signatures,
  ) {}

  @Query('signature')
  async signature(@Args('id') id: string, @Context() { caller: { tenant } }: RequestContext) {
    const row = await this.catalog.signatures.byId(tenant, id);
    if (!row) throw new NotFound('signature');
    return toSignature(row);
  }

  @Query('signatures')
  async all(
    @Args('first') first: number,
    @Args('after') after: string | null,
    @Context() { caller: { tenant } }: RequestContext,
  ) {
    checkPageSize(first);
    const { nodes, pageInfo } = connectionOf(await this.catalog.signatures.page(tenant, { first, after }));
    return { nodes: nodes.map(toSignature), pageInfo, totalCount: () => this.catalog.signatures.count(tenant) };
  }

  @Mutation('registerSignature')
  async registerSignature(@Args('input') input: RegisterSignatureInput, @Context() request: RequestContext) {
    const { text, upload, organism, ...facts } = input;
    const stated = { ...facts, organism: organism ?? ('HOMO_SAPIENS' as const) };
    return toSignature(await this.signatures.register(stated, documentOf(text, upload), request));
  }
}

/** The whole document, for whoever wants to see the weights. */
@Resolver('Signature')
export class SignatureFieldResolver {
  constructor(private readonly signatures: Signatures) {}

  @ResolveField('document')
  async document(@Parent() { id }: GeneSignature, @Context() { caller: { tenant }, signal }: RequestContext) {
    return (await this.signatures.find(tenant, id, signal)).signature;
  }
}

interface SignatureArguments extends ExpressionArguments {
  readonly signature: string;
}

/** `Slide.signature`. */
@Resolver('Slide')
export class SlideSignatureResolver {
  constructor(
    private readonly slides: AskSlides,
    private readonly signatures: Signatures,
  ) {}

  @ResolveField('signature')
  async signature(@Parent() slide: Slide, @Args() args: SignatureArguments, @Context() request: RequestContext) {
    const { caller, signal } = request;
    const { row, signature } = await this.signatures.find(caller.tenant, args.signature, signal);
    const { asked, genes, read } = await this.slides.expression(slide, args, request);
    const { unit, transform } = scaleOf(asked.version, 'MODEL');
    checkScale(signature, { unit, transform });
    const placed = placeSignature(signature, genes.index);
    const { values } = await read();
    const { missing, missingShare } = placed;
    return {
      ...{ signature: toSignature(row), model: asked.version.ref, unit, transform, missing, missingShare },
      ...toSignatureScore(placed, (position) => values[position] ?? NaN),
      unreliable: signature.genes.filter((_, at) => {
        const position = placed.positions[at] ?? null;
        return position !== null && genes.quality?.get(genes.index.genes[position] ?? '')?.passed !== true;
      }),
      provenance: asked.members.map(({ answered }) => answered.provenance),
    };
  }
}

export function toSignature(row: GeneSignature) {
  return { ...row, createdAt: row.createdAt.toISOString() };
}

function documentOf(text: string | null | undefined, upload: string | null | undefined): SignatureToRead {
  if (typeof text === 'string' && typeof upload !== 'string') return { text };
  if (typeof upload === 'string' && typeof text !== 'string') return { upload };
  throw new BadUserInput(
    'input.text',
    'or `input.upload` must be given, and not both: one of the two holds the document',
  );
}
