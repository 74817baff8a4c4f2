import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type ModelVersion } from '#model-registry';
import { ArtifactInvalid, RegistryBadResponse } from '#libs/errors';

const LINE = /^[0-9a-f]{64}$/;

/** Whom versions were trained on, as salted hashes, read once for each version. No patient's id is kept. */
export class TrainingLists {
  private readonly byDigest = new Map<string, Promise<ReadonlySet<string>>>();

  /** Whether a version was trained on a patient; null where its card registers no list. */
  async holds(version: ModelVersion, patient: string): Promise<boolean | null> {
    const list = version.card.provenance.trainingPatients;
    if (!list) return null;
    const hash = createHash('sha256').update(list.salt).update(patient).digest('hex');
    return (await this.listOf(version, list.path)).has(hash);
  }

  private listOf(version: ModelVersion, path: string): Promise<ReadonlySet<string>> {
    const known = this.byDigest.get(version.digest);
    if (known) return known;
    const loading = readList(version, path);
    this.byDigest.set(version.digest, loading);
    loading.catch(() => this.byDigest.delete(version.digest));
    return loading;
  }
}

async function readList(version: ModelVersion, path: string): Promise<ReadonlySet<string>> {
  const bytes = await readFile(version.artifactFile(path));
  const listed = version.card.artifacts.find((artifact) => artifact.path === path)?.sha256;
  if (createHash('sha256').update(bytes).digest('hex') !== listed)
    throw new RegistryBadResponse('the list of training patients is not the file that the card lists');
  const lines = bytes.toString('latin1').trimEnd().split('\n');
  const size = version.card.provenance.trainingPatients?.size;
  if (lines.length !== size || !lines.every((line) => LINE.test(line)))
    throw new ArtifactInvalid('the list of training patients must have one SHA-256 a line, as many as the card says');
  return new Set(lines);
}
