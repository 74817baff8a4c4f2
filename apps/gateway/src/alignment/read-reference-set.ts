import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { unitRows, type UnitRows } from '#libs/alignment';
import { readSafetensors, type Safetensors } from '#libs/array-files';
import { ArtifactInvalid, RegistryBadResponse } from '#libs/errors';
import { type ModelVersion } from '#model-registry';
import { type HeadCard } from './alignment-head.js';

/** Bytes, and numbers, that are worked on in one piece: about a millisecond. */
const BYTES_AT_ONCE = 1024 * 1024;
const NUMBERS_AT_ONCE = 256 * 1024;

/** What the file of a reference set holds. */
export interface ReferenceTensors {
  /** `[size, dim]`, of length one; null where it has none */
  readonly image: UnitRows | null;
  readonly transcriptome: UnitRows | null;
  /** `[size, 2]`, level-0 pixels; null where it has none */
  readonly coords: Float32Array | null;
  /** `[size, genes]`: what went into the transcriptome tower; null where it has none */
  readonly expression: Float32Array | null;
  /** the names of the rows; null where they have none */
  readonly names: readonly string[] | null;
  /** what all this takes in memory */
  readonly sizeBytes: number;
}

/**
 * Reads a set a piece at a time, and holds its bytes against the card once more: answers rest on them.
 * @throws RegistryBadResponse for other bytes than the card lists, ArtifactInvalid for tensors that are not as the card says
 */
export async function readReferenceSet(
  version: ModelVersion,
  { path, rowsPath, size }: HeadCard['referenceSets'][number],
  dim: number,
): Promise<ReferenceTensors> {
  const file = readSafetensors(await listedBytes(version, path));
  const image = await rowsOf(file, 'image', size, dim);
  const transcriptome = await rowsOf(file, 'transcriptome', size, dim);
  if (!image && !transcriptome)
    throw new ArtifactInvalid('a reference set must have a tensor `image` or `transcriptome`');
  const coords = floatsOf(file, 'coords', size, 2);
  const expression = floatsOf(file, 'expression', size, version.card.vocabulary?.size ?? null);
  const names = rowsPath === undefined ? null : await namesOf(version, rowsPath, size);
  const numbers = [image?.values, transcriptome?.values, coords, expression];
  return {
    ...{ image, transcriptome, coords, expression, names },
    sizeBytes: numbers.reduce((sum, part) => sum + (part?.byteLength ?? 0), 64 * (names?.length ?? 0) + 1),
  };
}

async function listedBytes(version: ModelVersion, path: string): Promise<Buffer> {
  const bytes = await readFile(version.artifactFile(path));
  const hash = createHash('sha256');
  for (let start = 0; start < bytes.length; start += BYTES_AT_ONCE) {
    hash.update(bytes.subarray(start, start + BYTES_AT_ONCE));
    await nextTurn();
  }
  if (hash.digest('hex') !== version.card.artifacts.find((artifact) => artifact.path === path)?.sha256)
    throw new RegistryBadResponse('a reference set is not the file that the card lists');
  return bytes;
}

async function namesOf(version: ModelVersion, path: string, size: number): Promise<readonly string[]> {
  const names = (await listedBytes(version, path)).toString('utf8').trimEnd().split('\n');
  if (names.length !== size) throw new ArtifactInvalid('a reference set must have as many names as rows');
  return names;
}

function floatsOf({ tensors }: Safetensors, name: string, size: number, width: number | null): Float32Array | null {
  const tensor = tensors.get(name);
  if (!tensor) return null;
  const isAsStated =
    tensor.shape.length === 2 && tensor.shape[0] === size && tensor.shape[1] === (width ?? tensor.shape[1]);
  if (!isAsStated || !(tensor.data instanceof Float32Array))
    throw new ArtifactInvalid(
      `the tensor \`${name}\` of a reference set must be FP32 and of the size that the card says`,
    );
  return tensor.data;
}

/** In memory that threads share, each row of length one. */
async function rowsOf(file: Safetensors, name: string, size: number, dim: number): Promise<UnitRows | null> {
  const data = floatsOf(file, name, size, dim);
  if (!data) return null;
  const values = new Float32Array(new SharedArrayBuffer(data.byteLength));
  const step = Math.max(1, Math.floor(NUMBERS_AT_ONCE / dim)) * dim;
  for (let start = 0; start < data.length; start += step) {
    values.set(unitsOf(data.subarray(start, start + step), dim, name), start);
    await nextTurn();
  }
  return { count: size, dim, values };
}

function unitsOf(rows: Float32Array, dim: number, name: string): Float32Array {
  try {
    return unitRows(rows, dim).values;
  } catch {
    throw new ArtifactInvalid(`the tensor \`${name}\` of a reference set has a vector without a direction`);
  }
}
