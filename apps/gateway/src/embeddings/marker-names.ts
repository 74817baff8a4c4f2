import { readFile } from 'node:fs/promises';
import { LRUCache } from 'lru-cache';
import { BadUserInput, RegistryBadResponse } from '#libs/errors';
import type { ModelVersion } from '#model-registry';

const KEPT_VERSIONS = 64;
const kept = new LRUCache<string, readonly string[]>({ max: KEPT_VERSIONS });

/**
 * The markers of a version by their positions, as its vocabulary file lists them: never by the order in which anybody else names them.
 * @throws BadUserInput for a version without markers; RegistryBadResponse for a list that is not as the card says
 */
export async function markersOf(version: ModelVersion): Promise<readonly string[]> {
  const { vocabulary } = version.card;
  if (vocabulary?.kind !== 'MARKERS')
    throw new BadUserInput('model', 'must name a version whose vocabulary is markers', { task: version.card.task });
  const known = kept.get(version.digest);
  if (known) return known;
  const text = await readFile(version.artifactFile(vocabulary.path), 'utf8');
  const names = text.replace(/\r?\n$/, '').split(/\r?\n/);
  if (
    names.length !== vocabulary.size ||
    new Set(names).size !== names.length ||
    names.some((name) => name.trim() === '')
  )
    throw new RegistryBadResponse('a vocabulary of markers is not as many different names as its card says');
  kept.set(version.digest, names);
  return names;
}
