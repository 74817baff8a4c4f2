import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Json, JsonObject } from '#libs/database';
import { BadUserInput, NotFound } from '#libs/errors';
import { type MatrixScores, scoreMatrix, type ScoringMethod, type ScoringRun } from '#libs/transcriptomics';
import type { BlobStore } from '#gateway/blob-store';
import { type GeneCatalog, type GeneSetCollection, Turns } from '#gateway/gene-catalog';
import type { Job, JobTools } from '#gateway/jobs';
import type { ExpressionMatrix } from './expression-matrix.entity.js';
import { bytesOf, loadMatrix } from './matrix-blob.js';
import type { MatrixCatalog } from './matrix-catalog.service.js';
import type { MatrixScoresRow } from './matrix-scores.entity.js';

const JOB_TIMEOUT_MS = 24 * 60 * 60 * 1000;
/** One takes every core, and up to twice the matrix. */
const MOST_SCORINGS = 1;

const methodSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('SSGSEA'),
    form: z.enum(['GSVA', 'GENEPATTERN']),
    weight: z.number(),
    normalise: z.enum(['NONE', 'RANGE']),
  }),
  z.object({ kind: z.literal('GSVA'), kernel: z.enum(['GAUSSIAN', 'NONE']), maxDifference: z.boolean() }),
  z.object({ kind: z.enum(['PLAGE', 'ZSCORE', 'SINGSCORE']) }),
]);
/** How sets are scored, as it is stored. */
export const scoringSettingsSchema = z.object({ method: methodSchema, minSize: z.int(), maxSize: z.int() });
const inputSchema = z.object({
  matrix: z.string(),
  collection: z.string(),
  settings: scoringSettingsSchema,
  caller: z.string(),
});

/** How sets are scored, with nothing left open. */
export interface ScoringSettings {
  readonly method: ScoringMethod;
  readonly minSize: number;
  readonly maxSize: number;
}

/** What is asked for. */
export interface ScoringQuestion {
  readonly matrix: ExpressionMatrix;
  readonly collection: GeneSetCollection;
  readonly settings: ScoringSettings;
  readonly by: string;
}

/** Scores collections in matrices: once for each question, in the request or as a job. */
export class ScoreMatrices {
  private readonly turns = new Turns(MOST_SCORINGS);

  constructor(
    private readonly matrices: MatrixCatalog,
    private readonly genes: GeneCatalog,
    private readonly blobs: BlobStore,
  ) {}

  /** @throws NotFound, BadUserInput for two that name their genes differently */
  async question(
    tenant: string,
    matrixId: string,
    collectionId: string,
    settings: ScoringSettings,
    by: string,
  ): Promise<ScoringQuestion> {
    const [matrix, collection] = await Promise.all([
      this.matrices.matrices.byId(tenant, matrixId),
      this.genes.collections.byId(tenant, collectionId),
    ]);
    if (!matrix) throw new NotFound('expression matrix');
    if (!collection) throw new NotFound('gene-set collection');
    if ((matrix.namespace === 'ENSG') !== (collection.namespace === 'ENSG')) {
      throw new BadUserInput(
        'collection',
        'must name its genes as the matrix does: one has symbols, the other Ensembl ids',
        {
          matrix: matrix.namespace,
          collection: collection.namespace,
        },
      );
    }
    return { matrix, collection, settings, by };
  }

  /** The stored scores, or new ones. @throws BadUserInput, Cancelled, DeadlineExceeded */
  async answer(question: ScoringQuestion, run: ScoringRun): Promise<MatrixScoresRow> {
    const { tenant } = question.matrix;
    const digest = digestOf(question);
    const known = await this.matrices.scores(tenant, digest);
    if (known) return known;
    return this.turns.take(async () => {
      // Whoever waited for a turn may find that the one before has made them.
      const made = await this.matrices.scores(tenant, digest);
      return made ?? this.keep(question, digest, await this.score(question, run), run.signal);
    }, run.signal);
  }

  /** What a job is given. */
  jobOf({ matrix, collection, settings, by }: ScoringQuestion): Json {
    return { matrix: matrix.id, collection: collection.id, settings: jsonOf(settings), caller: by };
  }

  /** The job. @throws what `question` and `answer` throw */
  async run({ tenant, input }: Job, { signal, progress }: JobTools): Promise<Json> {
    const { matrix, collection, settings, caller } = inputSchema.parse(input);
    const question = await this.question(tenant, matrix, collection, settings, caller);
    const onProgress = (done: number, total: number): void => progress({ stage: 'scoring', done, total });
    const { digest } = await this.answer(question, { signal, timeoutMs: JOB_TIMEOUT_MS, onProgress });
    return { scoresDigest: digest };
  }

  private async score({ matrix, collection, settings }: ScoringQuestion, run: ScoringRun): Promise<MatrixScores> {
    const sets = await this.blobs.read(collection.digest, run.signal);
    const loaded = await loadMatrix(this.blobs, matrix, run.signal);
    return scoreMatrix({ matrix: loaded, reference: null, sets, ...settings }, run);
  }

  private async keep(
    question: ScoringQuestion,
    digest: string,
    made: MatrixScores,
    signal: AbortSignal,
  ): Promise<MatrixScoresRow> {
    const { matrix, collection, settings, by } = question;
    const scores = await this.blobs.put(bytesOf(made.scores), signal);
    const report = await this.blobs.put(made.report, signal);
    const table = await this.blobs.put(made.table, signal);
    const { setCount, passedOverCount, geneCount, constantGenes } = made;
    return this.matrices.saveScores({
      ...{ tenant: matrix.tenant, digest, matrixDigest: matrix.digest, collectionDigest: collection.digest },
      ...{ settings: jsonOf(settings), scoresBlob: scores.digest, reportBlob: report.digest },
      ...{ tableBlob: table.digest, tableBytes: table.sizeBytes },
      ...{ setCount, passedOverCount, geneCount, constantGenes, sampleCount: matrix.sampleCount },
      ...{ createdBy: by, createdAt: new Date() },
    });
  }
}

function digestOf({ matrix, collection, settings }: ScoringQuestion): string {
  return createHash('sha256')
    .update(JSON.stringify(['matrix-scores/1', matrix.digest, collection.digest, jsonOf(settings)]))
    .digest('hex');
}

/** Always with the same keys in the same order: it is hashed. */
function jsonOf({ method, minSize, maxSize }: ScoringSettings): JsonObject {
  return { method: methodJson(method), minSize, maxSize };
}

function methodJson(method: ScoringMethod): JsonObject {
  switch (method.kind) {
    case 'SSGSEA':
      return { kind: method.kind, form: method.form, weight: method.weight, normalise: method.normalise };
    case 'GSVA':
      return { kind: method.kind, kernel: method.kernel, maxDifference: method.maxDifference };
    case 'PLAGE':
    case 'ZSCORE':
    case 'SINGSCORE':
      return { kind: method.kind };
  }
}
