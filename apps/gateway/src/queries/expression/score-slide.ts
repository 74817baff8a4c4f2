import type { ComparedPathwaysInput } from '#graphql/generated/schema-types';
import { BadUserInput, type ExpressionUnit, NotFound, ReferenceRequired, UnitMismatch } from '#libs/errors';
import { type MatrixScores, needsCohort, scoreMatrix, type StoredMatrix } from '#libs/transcriptomics';
import type { BlobStore } from '#gateway/blob-store';
import {
  type ExpressionMatrix,
  loadMatrix,
  type MatrixCatalog,
  type ScoringSettings,
} from '#gateway/expression-matrices';
import { type GeneCatalog, type GeneSetCollection, Turns } from '#gateway/gene-catalog';
import { settingsOf } from '../expression-matrix/index.js';
import { scaleOf } from './expression-scale.js';
import type { SlideExpression } from './slide-expression.js';

const MOST_SCORINGS = 2;
const ALONE = ['SSGSEA', 'SINGSCORE'];
const WITH_REFERENCE = ['GSVA', 'ZSCORE'];

/** What is to be scored, and with what. */
export interface SlideScoring {
  readonly collection: GeneSetCollection;
  readonly reference: ExpressionMatrix | null;
  readonly settings: ScoringSettings;
}

/** Scores gene sets in the expression of one slide. */
export class ScoreSlides {
  private readonly turns = new Turns(MOST_SCORINGS);

  constructor(
    private readonly genes: GeneCatalog,
    private readonly matrices: MatrixCatalog,
    private readonly blobs: BlobStore,
  ) {}

  /**
   * What can be refused before a model runs.
   * @throws ReferenceRequired, BadUserInput for a reference that the method has no use for, NotFound
   */
  async check(
    tenant: string,
    collectionId: string,
    referenceId: string | null,
    settings: ScoringSettings,
  ): Promise<SlideScoring> {
    const { kind } = settings.method;
    if (needsCohort(settings.method) && (referenceId === null || kind === 'PLAGE')) {
      throw new ReferenceRequired(kind, ALONE, WITH_REFERENCE);
    }
    if (referenceId !== null && !needsCohort(settings.method)) {
      throw new BadUserInput('reference', 'must be left out: the method looks at the slide alone');
    }
    return this.look(tenant, collectionId, referenceId, settings);
  }

  /**
   * The same for the items of a cohort, which stand in for a reference where a method compares genes over samples and none is named.
   * @throws BadUserInput for a reference that the method has no use for, NotFound
   */
  async checkCohort(
    tenant: string,
    { collection, reference = null, settings }: ComparedPathwaysInput,
  ): Promise<SlideScoring> {
    const stated = settingsOf(settings);
    const { kind } = stated.method;
    if (reference !== null && !WITH_REFERENCE.includes(kind))
      throw new BadUserInput(
        'input.pathways.reference',
        `must be left out: only ${WITH_REFERENCE.join(' and ')} take one`,
      );
    return this.look(tenant, collection, reference, stated);
  }

  private async look(
    tenant: string,
    collectionId: string,
    referenceId: string | null,
    settings: ScoringSettings,
  ): Promise<SlideScoring> {
    const collection = await this.genes.collections.byId(tenant, collectionId);
    if (!collection) throw new NotFound('gene-set collection');
    const reference = referenceId === null ? null : await this.matrices.matrices.byId(tenant, referenceId);
    if (referenceId !== null && !reference) throw new NotFound('expression matrix');
    return { collection, reference, settings };
  }

  /** @throws UnitMismatch, BadUserInput, Cancelled, DeadlineExceeded */
  score(expression: SlideExpression, scoring: SlideScoring, run: ThreadRun): Promise<MatrixScores> {
    return this.scoreMatrix(matrixOf(expression), scaleOf(expression.version, 'MODEL'), scoring, run);
  }

  /** @throws UnitMismatch, BadUserInput, Cancelled, DeadlineExceeded */
  async scoreMatrix(
    matrix: StoredMatrix,
    { unit, transform }: ExpressionUnit,
    { collection, reference, settings }: SlideScoring,
    run: ThreadRun,
  ): Promise<MatrixScores> {
    if (reference && (reference.unit !== unit || reference.transform !== transform)) {
      throw new UnitMismatch(
        'reference',
        { unit, transform },
        { unit: reference.unit, transform: reference.transform },
      );
    }
    return this.turns.take(async () => {
      const sets = await this.blobs.read(collection.digest, run.signal);
      const compared = reference ? await loadMatrix(this.blobs, reference, run.signal) : null;
      return scoreMatrix({ matrix, reference: compared, sets, ...settings }, run);
    }, run.signal);
  }
}

interface ThreadRun {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/** The slide as a matrix of one sample. */
function matrixOf({ genes, values }: SlideExpression): StoredMatrix {
  const shared = new Float64Array(new SharedArrayBuffer(values.byteLength));
  shared.set(values);
  return { names: Buffer.from(`${genes.index.genes.join('\n')}\n\nslide\n\n`, 'utf8'), values: shared };
}
