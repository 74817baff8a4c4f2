import { createHash } from 'node:crypto';
import { type ContractDifference, FeatureContractMismatch } from '#libs/errors';
import { meanVector } from '#libs/statistics';
import { type ModelVersion } from '#model-registry';
import { type FeatureBag } from '#gateway/feature-store';
import { type Slide } from '#gateway/slide-catalog';
import { inputDigest, type LoadedFeatures } from './load-features.js';

/** Cluster means of a slide's tiles that the caller brought. */
export interface GivenMeans {
  /** `[clusters, dim]`, row-major; the order counts. */
  readonly means: Float32Array;
  readonly dim: number;
  /** The encoder version that the caller says made the features: a file never proves it. */
  readonly encoder: ModelVersion;
}

const RECIPE = { given: 'cluster means' } as const;

/**
 * Features of a question that brings its own: a bag that stands nowhere but in the answer's provenance.
 * @throws FeatureContractMismatch where the version takes no cluster means, or others
 */
export function givenFeatures(version: ModelVersion, slide: Slide, given: GivenMeans): LoadedFeatures {
  const differences = differencesOf(version, given);
  if (differences.length > 0) throw new FeatureContractMismatch(differences);
  const bag = bagOf(version, slide, given);
  const { means } = given;
  return {
    ...{ bag, region: null, rows: null, tileCount: bag.tileCount, leftOut: 0, isClustered: true },
    inputDigest: inputDigest(bag, null),
    mean: () => Promise.resolve(bag.meanEmbedding),
    features: () => Promise.resolve(means),
    places: () => Promise.reject(new Error('cluster means were expected to have no places')),
  };
}

function differencesOf({ card }: ModelVersion, { means, dim, encoder }: GivenMeans): readonly ContractDifference[] {
  const { extractor, input } = card;
  const [tensor] = input.tensors;
  const clusters = tensor?.shape[tensor.axes.indexOf('cluster')] ?? null;
  const { name, version } = encoder.card.identity;
  const pairs: readonly ContractDifference[] = [
    { field: 'unit', needed: input.unit, found: 'CLUSTER_FEATURES' },
    { field: 'clusters', needed: clusters, found: means.length / dim },
    { field: 'dim', needed: extractor?.dim ?? null, found: dim },
    { field: 'model', needed: extractor?.model ?? null, found: name },
    { field: 'version', needed: extractor?.version ?? null, found: version },
    { field: 'digest', needed: extractor?.digest ?? null, found: encoder.digest },
  ];
  return pairs.filter(({ needed, found }) => needed !== found);
}

function bagOf({ card: { extractor } }: ModelVersion, slide: Slide, given: GivenMeans): FeatureBag {
  const { means, dim, encoder } = given;
  const content = createHash('sha256').update(new Uint8Array(means.buffer, means.byteOffset, means.byteLength));
  const identity = ['cluster-means/1', slide.digest, encoder.digest, content.digest('hex')].join('\n');
  const { name, version } = encoder.card.identity;
  const rows = Uint32Array.from({ length: means.length / dim }, (_, row) => row);
  return {
    ...{ tenant: slide.tenant, slideId: slide.id, origin: 'IMPORTED', level: 'TILE', recipe: RECIPE, plan: null },
    digest: createHash('sha256').update(identity).digest('hex'),
    ...{ encoderName: name, encoderVersion: version, encoderDigest: encoder.digest },
    preprocessingDigest: createHash('sha256').update(JSON.stringify(RECIPE)).digest('hex'),
    ...{ tileCount: rows.length, dim, datatype: 'FP32', coordsDatatype: 'INT32', coordsUnit: 'NONE' },
    ...{ tileEdgePx: null, mpp: extractor?.mpp ?? null, tileSizePx: extractor?.tileSizePx ?? null },
    ...{ featuresBlob: '', coordsBlob: '', createdAt: new Date() },
    meanEmbedding: Float32Array.from(meanVector(means, dim, rows)),
  };
}
