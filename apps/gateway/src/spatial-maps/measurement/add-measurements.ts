import { z } from 'zod';
import { readSpatialSample } from '#libs/array-files';
import type { Json } from '#libs/database';
import { BadUserInput, NotFound } from '#libs/errors';
import type { BlobStore } from '#gateway/blob-store';
import { Turns } from '#gateway/gene-catalog';
import type { Job, JobTools } from '#gateway/jobs';
import type { Slide, SlideCatalog } from '#gateway/slide-catalog';
import type { Uploads } from '#gateway/uploads';
import { keepMeasurement } from './measurement-blob.js';
import type { MeasurementCatalog } from './measurement-catalog.service.js';
import { checkSample } from './sample-checks.js';
import { sampleFiles } from './sample-files.js';

const READ_TIMEOUT_MS = 60 * 60 * 1000;
const MOST_READINGS = 1;
const ID = /^[a-z0-9][a-z0-9._-]{0,99}$/;
const TEXTS = { name: 200, source: 1000, licence: 300, unit: 100 } as const;

const inputSchema = z.object({
  id: z.string(),
  slideId: z.string(),
  name: z.string(),
  source: z.string(),
  licence: z.string(),
  valueKind: z.enum(['COUNTS', 'NORMALISED']),
  unit: z.string(),
  pxPerUnit: z.number(),
  spotDiameterPx: z.number().nullable(),
  format: z.enum(['SPOT_TABLES', 'H5AD', 'VISIUM']),
  path: z.string().nullable(),
  upload: z.string().nullable(),
  spotsPath: z.string().nullable(),
  spotsUpload: z.string().nullable(),
});

/** A measurement that is to be added, with nothing left open. */
export type AddedMeasurement = z.infer<typeof inputSchema>;

/** Takes spatial transcriptomics samples from files: what is quick in the request, what reads them as a job. */
export class AddMeasurements {
  private readonly turns = new Turns(MOST_READINGS);

  constructor(
    private readonly catalog: MeasurementCatalog,
    private readonly slides: SlideCatalog,
    private readonly blobs: BlobStore,
    private readonly files: { readonly uploads: Uploads; readonly roots: readonly string[] },
  ) {}

  /** Refuses what can be refused before a file is read. @returns what the job is given @throws BadUserInput, NotFound */
  async check(tenant: string, input: AddedMeasurement): Promise<Json> {
    if (!ID.test(input.id))
      throw new BadUserInput('input.id', 'must be 1 to 100 lower-case letters, digits, dots, dashes or underscores');
    for (const [field, most] of Object.entries(TEXTS))
      if (!new RegExp(`^[\\p{L}\\p{N}\\p{P}\\p{S} ]{1,${most}}$`, 'u').test(String(Reflect.get(input, field))))
        throw new BadUserInput(`input.${field}`, `must be 1 to ${most} characters on one line`);
    if (!(input.pxPerUnit > 0 && input.pxPerUnit < 1e6)) throw new BadUserInput('input.pxPerUnit', 'must be over 0');
    if (input.spotDiameterPx !== null && !(input.spotDiameterPx > 0))
      throw new BadUserInput('input.spotDiameterPx', 'must be over 0');
    await this.slideOf(tenant, input.slideId);
    await sampleFiles(tenant, input, this.files);
    return { ...input };
  }

  /** The job. @throws ArtifactInvalid, BadUserInput, Conflict, NotFound, Cancelled */
  async run({ tenant, createdBy, input }: Job, { signal, progress }: JobTools): Promise<Json> {
    const asked = inputSchema.parse(input);
    return this.turns.take(async () => {
      progress({ stage: 'reading', done: 0, total: 1 });
      const files = await sampleFiles(tenant, asked, this.files);
      const sample = await readSpatialSample(files, { signal, timeoutMs: READ_TIMEOUT_MS });
      const slide = await this.slideOf(tenant, asked.slideId);
      const { id, slideId, name, source, licence, valueKind, unit, pxPerUnit } = asked;
      const placed = { ...sample, centres: sample.centres.map((place) => place * pxPerUnit) };
      const diameter = sample.diameterPx === null ? null : sample.diameterPx * pxPerUnit;
      const spotDiameterPx = asked.spotDiameterPx ?? diameter;
      checkSample(sample, placed.centres, slide, { valueKind, pxPerUnit, spotDiameterPx });
      progress({ stage: 'storing', done: 0, total: 1 });
      const { digest, sizeBytes, namesBytes } = await keepMeasurement(this.blobs, placed, signal);
      const stored = await this.catalog.save({
        ...{ tenant, id, digest, slideId, name, source, licence, valueKind, unit, namesBytes, sizeBytes },
        ...{ spotCount: sample.spots.length, geneCount: sample.genes.length, entryCount: sample.counts.values.length },
        ...{ medianDepth: sample.medianDepth, spotDiameterPx },
        ...{ createdBy, createdAt: new Date() },
      });
      return { measurementId: stored.id };
    }, signal);
  }

  private async slideOf(tenant: string, id: string): Promise<Slide> {
    const [slide] = await this.slides.byIds(tenant, [id]);
    if (!slide) throw new NotFound('slide');
    return slide;
  }
}
