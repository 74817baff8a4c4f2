import { z } from 'zod';
import { readMatrixFile } from '#libs/array-files';
import type { Json } from '#libs/database';
import { BadUserInput } from '#libs/errors';
import type { BlobStore } from '#gateway/blob-store';
import { checkFacts, type StatedListFacts, Turns } from '#gateway/gene-catalog';
import type { Job, JobTools } from '#gateway/jobs';
import { resolveSlidePath } from '#gateway/slide-catalog';
import type { Uploads } from '#gateway/uploads';
import { keepMatrix, namesOf } from './matrix-blob.js';
import type { MatrixCatalog } from './matrix-catalog.service.js';

const READ_TIMEOUT_MS = 60 * 60 * 1000;
/** A matrix may have 960 MB. */
const MOST_READINGS = 1;
const KIB = 1024;

const factsSchema = z.object({
  id: z.string(),
  name: z.string(),
  version: z.string(),
  namespace: z.enum(['HGNC', 'HGNC_AND_CLONES', 'ENSG']),
  organism: z.enum(['HOMO_SAPIENS']),
  source: z.string(),
  licence: z.string(),
  unit: z.string(),
  transform: z.string(),
});

const inputSchema = z.object({
  facts: factsSchema,
  format: z.enum(['GCT', 'TSV', 'CSV', 'H5AD', 'PARQUET']).nullable(),
  path: z.string().nullable(),
  upload: z.string().nullable(),
  caller: z.string(),
});

/** What a caller states about a matrix. */
export interface StatedMatrixFacts extends StatedListFacts {
  readonly unit: string;
  readonly transform: string;
}

/** Where a matrix is, and in which form: null where its first bytes say. */
export type MatrixToRead = Pick<z.infer<typeof inputSchema>, 'format' | 'path' | 'upload'>;

/** Takes expression matrices from files: what is quick in the request, what reads the file as a job. */
export class AddExpressionMatrices {
  private readonly turns = new Turns(MOST_READINGS);

  constructor(
    private readonly catalog: MatrixCatalog,
    private readonly blobs: BlobStore,
    private readonly uploads: Uploads,
    /** Folders under which files may lie. */
    private readonly roots: readonly string[],
  ) {}

  /**
   * Refuses what can be refused before the file is read.
   * @returns what the job is given
   * @throws BadUserInput, NotFound
   */
  async check(
    facts: StatedMatrixFacts,
    file: MatrixToRead,
    caller: { readonly tenant: string; readonly id: string },
  ): Promise<Json> {
    checkFacts(facts);
    for (const field of ['unit', 'transform'] as const) {
      if (!/^[\p{L}\p{N}\p{P}\p{S} ]{1,100}$/u.test(facts[field])) {
        throw new BadUserInput(`input.${field}`, 'must be 1 to 100 characters on one line');
      }
    }
    if ((file.path === null) === (file.upload === null)) {
      throw new BadUserInput(
        'input.path',
        'or `input.upload` must be given, and not both: one of the two holds the matrix',
      );
    }
    await this.pathOf(file, caller.tenant);
    return { facts: { ...facts }, ...file, caller: caller.id };
  }

  /** The job: reads, keeps, and writes the row. @throws GeneListInvalid, GeneListTooLarge, ArtifactInvalid, BadUserInput, Conflict, Cancelled */
  async run({ tenant, input }: Job, { signal, progress }: JobTools): Promise<Json> {
    const { facts, caller, ...file } = inputSchema.parse(input);
    const argument = file.upload === null ? 'input.path' : 'input.upload';
    const path = await this.pathOf(file, tenant);
    return this.turns.take(async () => {
      const onProgress = (done: number, total: number): void =>
        progress({ stage: 'reading', done: Math.floor(done / KIB), total: Math.ceil(total / KIB) });
      const options = { argument, signal, timeoutMs: READ_TIMEOUT_MS, onProgress, format: file.format ?? undefined };
      const matrix = await readMatrixFile(path, options);
      progress({ stage: 'storing', done: 0, total: 1 });
      const names = await namesOf(matrix, argument, signal);
      const { digest, sizeBytes } = await keepMatrix(this.blobs, names, matrix.values, signal);
      const counts = {
        geneCount: matrix.genes.length,
        sampleCount: matrix.samples.length,
        namesBytes: names.byteLength,
      };
      const origin = { tenant, createdBy: caller, createdAt: new Date() };
      const stored = await this.catalog.matrices.save({ ...facts, ...origin, digest, sizeBytes, ...counts });
      progress({ stage: 'storing', done: 1, total: 1 });
      return { matrixId: stored.id };
    }, signal);
  }

  private async pathOf({ path, upload }: MatrixToRead, tenant: string): Promise<string> {
    if (upload !== null) return this.uploads.pathOf(tenant, upload);
    return resolveSlidePath(path ?? '', this.roots, 'input.path');
  }
}
