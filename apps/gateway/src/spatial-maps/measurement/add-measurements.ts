import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readSpatialSample, type SpatialSample, type SpatialSampleFiles } from '#libs/array-files';
import type { Json } from '#libs/database';
import { ArtifactInvalid, BadUserInput, NotFound } from '#libs/errors';
import { resolveAllowedPath } from '#gateway/allowed-paths';
import type { BlobStore } from '#gateway/blob-store';
import { Turns } from '#gateway/gene-catalog';
import type { Job, JobTools } from '#gateway/jobs';
import { resolveSlidePath, type Slide, type SlideCatalog } from '#gateway/slide-catalog';
import type { Uploads } from '#gateway/uploads';
import { keepMeasurement } from './measurement-blob.js';
import type { MeasurementCatalog } from './measurement-catalog.service.js';

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
    await this.filesOf(tenant, input);
    return { ...input };
  }

  /** The job. @throws ArtifactInvalid, BadUserInput, Conflict, NotFound, Cancelled */
  async run({ tenant, createdBy, input }: Job, { signal, progress }: JobTools): Promise<Json> {
    const asked = inputSchema.parse(input);
    return this.turns.take(async () => {
      progress({ stage: 'reading', done: 0, total: 1 });
      const sample = await readSpatialSample(await this.filesOf(tenant, asked), { signal, timeoutMs: READ_TIMEOUT_MS });
      const slide = await this.slideOf(tenant, asked.slideId);
      const placed = { ...sample, centres: sample.centres.map((place) => place * asked.pxPerUnit) };
      checkSample(placed, slide, asked);
      progress({ stage: 'storing', done: 0, total: 1 });
      const { digest, sizeBytes, namesBytes } = await keepMeasurement(this.blobs, placed, signal);
      const { id, slideId, name, source, licence, valueKind, unit, pxPerUnit } = asked;
      const diameter = sample.diameterPx === null ? null : sample.diameterPx * pxPerUnit;
      const stored = await this.catalog.save({
        ...{ tenant, id, digest, slideId, name, source, licence, valueKind, unit, namesBytes, sizeBytes },
        ...{ spotCount: sample.spots.length, geneCount: sample.genes.length, entryCount: sample.counts.values.length },
        ...{ medianDepth: medianDepth(sample), spotDiameterPx: asked.spotDiameterPx ?? diameter },
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

  private async filesOf(tenant: string, input: AddedMeasurement): Promise<SpatialSampleFiles> {
    const { format, path, upload, spotsPath, spotsUpload } = input;
    if (format !== 'SPOT_TABLES' && (spotsPath !== null || spotsUpload !== null))
      throw new BadUserInput(
        'input.spotsPath',
        'and `input.spotsUpload` must be left out: only tables have their places in a file of their own',
      );
    if (format === 'VISIUM') return this.folderOf(path, upload);
    const file = await this.fileOf(tenant, 'input.path', path, upload);
    if (format === 'H5AD') return { format, file };
    return { format, counts: file, spots: await this.fileOf(tenant, 'input.spotsPath', spotsPath, spotsUpload) };
  }

  private async fileOf(tenant: string, argument: string, path: string | null, upload: string | null): Promise<string> {
    if ((path === null) === (upload === null))
      throw new BadUserInput(argument, 'or the upload beside it must be given, and not both');
    return upload === null
      ? resolveSlidePath(path ?? '', this.files.roots, argument)
      : this.files.uploads.pathOf(tenant, upload);
  }

  private async folderOf(path: string | null, upload: string | null): Promise<SpatialSampleFiles> {
    if (path === null || upload !== null)
      throw new BadUserInput(
        'input.path',
        'must name the folder: a Visium sample has several files, and is not uploaded',
      );
    const folder = await resolveAllowedPath(path, {
      roots: this.files.roots,
      isWanted: (found) => found.isDirectory(),
      argument: 'input.path',
      rule: "must name a folder under one of the gateway's slide folders (TESSERA_SLIDE_ROOTS), absolute or relative to one of them",
    });
    const names = await readdir(folder);
    const spatial = names.includes('spatial') ? join(folder, 'spatial') : folder;
    const beside = await readdir(spatial);
    const positions = ['tissue_positions.csv', 'tissue_positions_list.csv'].find((name) => beside.includes(name));
    if (!positions || !names.includes('filtered_feature_bc_matrix.h5') || !beside.includes('scalefactors_json.json'))
      throw new BadUserInput(
        'input.path',
        'must name a folder with filtered_feature_bc_matrix.h5, and tissue_positions.csv (or tissue_positions_list.csv) and scalefactors_json.json beside it or in `spatial`',
      );
    // A link in the folder may lead anywhere: each file is held against the roots like any other.
    const own = (file: string) => resolveSlidePath(file, this.files.roots, 'input.path');
    return {
      format: 'VISIUM',
      matrix: await own(join(folder, 'filtered_feature_bc_matrix.h5')),
      positions: await own(join(spatial, positions)),
      scaleFactors: await own(join(spatial, 'scalefactors_json.json')),
    };
  }
}

function checkSample({ centres, counts }: SpatialSample, slide: Slide, { valueKind }: AddedMeasurement): void {
  const outside = Array.from({ length: centres.length / 2 }, (_, spot) => spot).filter((spot) => {
    const [x = NaN, y = NaN] = centres.subarray(spot * 2, spot * 2 + 2);
    return !(x >= 0 && y >= 0 && x < slide.widthPx && y < slide.heightPx);
  });
  if (outside.length > 0)
    throw new BadUserInput(
      'input.pxPerUnit',
      'must turn the places of spots into level-0 pixels of the slide: some lie beside it, so they are of another image or scale',
      {
        outside: outside.length,
        spots: centres.length / 2,
      },
    );
  if (valueKind === 'COUNTS' && !counts.values.every(Number.isInteger))
    throw new ArtifactInvalid('it was stated to hold counts, and some of its values are no whole numbers');
}

function medianDepth({ spots, counts }: SpatialSample): number {
  const depths = new Float64Array(spots.length);
  counts.spots.forEach((spot, entry) => (depths[spot] = (depths[spot] ?? 0) + (counts.values[entry] ?? NaN)));
  const sorted = depths.sort();
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}
