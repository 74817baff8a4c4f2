import { setImmediate as nextTurn } from 'node:timers/promises';
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { BadUserInput } from '#libs/errors';
import { PanelIndex } from '#libs/transcriptomics';
import { BlobStore } from '#gateway/blob-store';
import { type ExpressionMatrix, matrixNames, readGene } from '#gateway/expression-matrices';
import { ModelGenes, Signatures } from '#gateway/gene-catalog';
import { type RequestContext } from '#gateway/graphql';
import { connectionAt, positionsOf } from '../position-page.js';
import { checkScale, type PlacedSignature, placeSignature, toSignatureScore } from './scored-signature.js';
import { toSignature } from './signature.resolver.js';

const MOST_SAMPLES = 500;
const SAMPLES_AT_ONCE = 100;
/** Genes times samples of one answer: what is read into memory for it. */
const MOST_VALUES = 20_000_000;

/** A signature in the samples of a matrix. */
@Resolver('ExpressionMatrix')
export class MatrixSignatureResolver {
  constructor(
    private readonly signatures: Signatures,
    private readonly genes: ModelGenes,
    private readonly blobs: BlobStore,
  ) {}

  @ResolveField('signature')
  async signature(
    @Parent() matrix: ExpressionMatrix,
    @Args('id') id: string,
    @Context() { caller: { tenant }, signal }: RequestContext,
  ) {
    const { row, signature } = await this.signatures.find(tenant, id, signal);
    checkScale(signature, matrix);
    const names = await matrixNames(this.blobs, matrix, signal);
    const placed = placeSignature(signature, await PanelIndex.over(names.genes, await this.genes.symbols(), signal));
    if (placed.positions.length * matrix.sampleCount > MOST_VALUES)
      throw new BadUserInput('id', `must be of fewer genes: times samples, at most ${MOST_VALUES} values are scored`);
    const rows = new Map<number, Float64Array>();
    for (const position of placed.positions)
      if (position !== null) rows.set(position, await readGene(this.blobs, matrix, position, signal));
    const { missing, missingShare } = placed;
    return {
      ...{ signature: toSignature(row), matrixDigest: matrix.digest, sampleCount: matrix.sampleCount },
      ...{ missing, missingShare, names: names.samples, placed, rows, list: `${matrix.digest}:${row.digest}` },
    };
  }
}

interface MatrixSignatureParent {
  readonly names: readonly string[];
  readonly placed: PlacedSignature;
  readonly rows: ReadonlyMap<number, Float64Array>;
  readonly list: string;
}

/** Samples of a matrix with what a signature says of each. */
@Resolver('MatrixSignature')
export class MatrixSignatureSamplesResolver {
  @ResolveField('samples')
  async samples(
    @Parent() { names, placed, rows, list }: MatrixSignatureParent,
    @Args('first') first: number,
    @Args('after') after: string | null,
    @Context() { signal }: RequestContext,
  ) {
    const page = positionsOf(list, { first, after }, MOST_SAMPLES);
    const nodes = [];
    for (const [at, sample] of names.slice(page.from, page.from + page.count).entries()) {
      const column = page.from + at;
      nodes.push({ sample, ...toSignatureScore(placed, (position) => rows.get(position)?.[column] ?? NaN) });
      if (at % SAMPLES_AT_ONCE < SAMPLES_AT_ONCE - 1) continue;
      await nextTurn();
      signal.throwIfAborted();
    }
    return connectionAt(list, page, nodes, names.length);
  }
}
