import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MODELS } from '../support/folders.js';

export const SOURCES = 4;
export const MODELS_PER_SOURCE = 500;
export const VERSIONS_PER_MODEL = 4;
export const ALL_VERSIONS = SOURCES * MODELS_PER_SOURCE * VERSIONS_PER_MODEL;

const WEIGHTS = Buffer.from('a file that no benchmark opens');
const ORGANS = ['breast', 'lung', 'colon', 'skin', 'prostate'];
// So many folders are written at a time.
const BATCH = 100;

/**
 * Four registry directories of 500 models with four versions each: the card of a shipped classifier under other names, and a small file in place
 * of its weights. Every name stands in one source only, but for each fifth, which the next source has too.
 * @returns the directories
 */
export async function writeModels(folder: string): Promise<readonly string[]> {
  const text = await readFile(join(MODELS, 'demo-dense-focus/2/model-card.json'), 'utf8');
  const places = Array.from({ length: ALL_VERSIONS }, (_, i) => placeOf(i));
  for (let from = 0; from < places.length; from += BATCH) {
    await Promise.all(places.slice(from, from + BATCH).map((place) => writeVersion(folder, place, text)));
  }
  return Array.from({ length: SOURCES }, (_, source) => join(folder, `source-${source}`));
}

interface Place {
  readonly source: number;
  readonly model: number;
  readonly version: number;
}

function placeOf(index: number): Place {
  const model = Math.floor(index / VERSIONS_PER_MODEL);
  return {
    source: Math.floor(model / MODELS_PER_SOURCE),
    model: model % MODELS_PER_SOURCE,
    version: (index % VERSIONS_PER_MODEL) + 1,
  };
}

export function nameOf({ source, model }: Pick<Place, 'source' | 'model'>): string {
  const isShared = model % 5 === 0;
  return `bench-${isShared ? 'shared' : `only-${source}`}-${String(model).padStart(3, '0')}`;
}

async function writeVersion(folder: string, place: Place, text: string): Promise<void> {
  const name = nameOf(place);
  const card = JSON.parse(text);
  card.identity = { ...card.identity, name, version: String(place.version), parent: null };
  card.identity.title = `Benchmark ${place.model}, version ${place.version}`;
  card.intendedUse.organs = [ORGANS[place.model % ORGANS.length]];
  card.domain = null;
  const sha256 = createHash('sha256').update(WEIGHTS).digest('hex');
  card.artifacts = [{ path: 'model.onnx', sha256, sizeBytes: WEIGHTS.length, role: 'MODEL' }];
  const directory = join(folder, `source-${place.source}`, name);
  await mkdir(join(directory, String(place.version)), { recursive: true });
  await writeFile(join(directory, String(place.version), 'model.onnx'), WEIGHTS);
  await writeFile(join(directory, String(place.version), 'model-card.json'), JSON.stringify(card));
  if (place.version === 1) await writeFile(join(directory, 'aliases.json'), '{"champion": "3"}');
}
