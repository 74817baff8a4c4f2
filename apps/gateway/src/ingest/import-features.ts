import { jsonDigest, type ModelVersion } from '#model-registry';
import { type FeatureFile, readFeatureFile } from '#libs/array-files';
import { type FeatureBag, type FeatureStore } from '#gateway/feature-store';
import { resolveSlidePath, type Slide } from '#gateway/slide-catalog';
import {
  agreeOnFacts,
  agreeOnLevel,
  type ImportedFacts,
  level0Coords,
  refuseForeignFile,
  type StatedFacts,
} from './imported-facts.js';
import { encoderOutputOf, levelOfEncoder } from './preprocessing.js';

const READ_TIMEOUT_MS = 25_000;

/** A feature file, by path as the caller wrote it, and what the caller states about it. */
export interface FeatureFileToImport {
  readonly path: string;
  readonly coordsPath: string | null;
  readonly stated: StatedFacts;
}

/** Takes features that were made elsewhere. What neither file nor caller says is demanded; what both say must agree. */
export class ImportFeatures {
  constructor(
    private readonly features: FeatureStore,
    /** Folders under which feature files may lie. */
    private readonly roots: readonly string[],
  ) {}

  /** @throws FeatureContractMismatch, BadUserInput, ArtifactInvalid; nothing is stored then */
  async run(
    slide: Slide,
    encoder: ModelVersion,
    { path, coordsPath, stated }: FeatureFileToImport,
    signal: AbortSignal,
  ): Promise<FeatureBag> {
    const coords =
      coordsPath === null ? {} : { coordsPath: await resolveSlidePath(coordsPath, this.roots, 'input.coordsPath') };
    const file = await readFeatureFile(await resolveSlidePath(path, this.roots, 'input.path'), {
      signal,
      timeoutMs: READ_TIMEOUT_MS,
      ...coords,
    });
    refuseForeignFile(file, encoder, slide);
    const level = agreeOnLevel(file, stated, levelOfEncoder(encoder));
    const facts = agreeOnFacts(file, stated, slide);
    const places = level0Coords(file, facts, slide);
    const writer = await this.features.beginBag(describe(slide, encoder, file, { ...facts, level }));
    try {
      await writer.append(file.features, places);
    } catch (error) {
      await writer.discard();
      throw error;
    }
    return writer.finish(null);
  }
}

function describe(
  slide: Slide,
  encoder: ModelVersion,
  file: FeatureFile,
  { level, ...facts }: ImportedFacts & { readonly level: 'TILE' | 'CELL' },
) {
  const { encoder: _untrusted, ...declared } = file.declared;
  // Bags of tiles are named as they were before there were others.
  const ofLevel = level === 'TILE' ? {} : { level };
  const preprocessing = { origin: 'IMPORTED', layout: file.layout, ...ofLevel, ...facts };
  return {
    tenant: slide.tenant,
    slide,
    encoder,
    preprocessingDigest: jsonDigest(preprocessing),
    origin: 'IMPORTED',
    level,
    recipe: {
      ...preprocessing,
      storedDatatype: file.storedDatatype,
      declared: { ...declared },
      encoderOutput: encoderOutputOf(encoder),
    },
    dim: file.dim,
    coordsDatatype: 'INT32',
    coordsUnit: 'PX_LEVEL0',
    tileEdgePx: facts.tileEdgePx,
    mpp: facts.mpp,
    tileSizePx: facts.tileSizePx,
  } as const;
}
