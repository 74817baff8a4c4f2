import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type ModelVersion } from '#model-registry';
import { readSafetensors } from '#libs/array-files';
import { ArtifactInvalid, RegistryBadResponse } from '#libs/errors';
import { type DomainReference, percentileAgainstReference, validateDomainReference } from '#libs/statistics';
import { type DomainMeasure } from '#gateway/targets';

/** The references of the domain guard, read once for each version (science: is this slide like those the model knows). */
export class DomainReferences {
  private readonly byDigest = new Map<string, Promise<DomainReference>>();

  /** Distance and percentile of a mean embedding, or null for a version that registers no reference. */
  async measure(version: ModelVersion, mean: () => Promise<Float32Array>): Promise<DomainMeasure | null> {
    const { domain } = version.card;
    if (!domain) return null;
    const reference = await this.referenceOf(version, domain.path);
    return percentileAgainstReference(reference, await mean());
  }

  /** The distance at a percentile of the version's reference. */
  async distanceAt(version: ModelVersion, percentile: number): Promise<number> {
    const { domain } = version.card;
    if (!domain) throw new Error('the version has no reference');
    const { distanceQuantiles } = await this.referenceOf(version, domain.path);
    const position = (percentile / 100) * (distanceQuantiles.length - 1);
    const low = distanceQuantiles[Math.floor(position)] ?? NaN;
    const high = distanceQuantiles[Math.ceil(position)] ?? NaN;
    return low + (high - low) * (position - Math.floor(position));
  }

  private referenceOf(version: ModelVersion, path: string): Promise<DomainReference> {
    const known = this.byDigest.get(version.digest);
    if (known) return known;
    const loading = readReference(version, path);
    this.byDigest.set(version.digest, loading);
    loading.catch(() => this.byDigest.delete(version.digest));
    return loading;
  }
}

async function readReference(version: ModelVersion, path: string): Promise<DomainReference> {
  const bytes = await readFile(version.artifactFile(path));
  const listed = version.card.artifacts.find((artifact) => artifact.path === path)?.sha256;
  // The registry checked the file when it took its snapshot; a call rests on these very bytes, so they are checked once more.
  if (createHash('sha256').update(bytes).digest('hex') !== listed)
    throw new RegistryBadResponse('the domain reference is not the file that the card lists');
  const { tensors } = readSafetensors(bytes);
  const numbers = (name: string): Float64Array => {
    const data = tensors.get(name)?.data;
    if (data instanceof Float32Array || data instanceof Float64Array) return Float64Array.from(data);
    throw new ArtifactInvalid(`the domain reference has no tensor \`${name}\` of floats`);
  };
  const reference: DomainReference = {
    mean: numbers('mean'),
    scale: numbers('scale'),
    components: numbers('components'),
    centre: numbers('centre'),
    precision: numbers('precision'),
    distanceQuantiles: numbers('distance_quantiles'),
  };
  const [problem] = validateDomainReference(reference);
  if (problem) throw new ArtifactInvalid(`the domain reference is wrong at ${problem.pointer}: ${problem.problem}`);
  return reference;
}
