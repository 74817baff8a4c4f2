import { isVersion } from '../model-ref.js';
import type { QuarantinedEntry } from '../registered-model.js';
import type { ConfinedDirectory, DirectoryEntry } from './confined-directory.js';
import { shownPath } from './shown-path.js';

/** A place at the top that looks like a model and cannot be one. Files and names that begin with `_` are nobody's business. */
export function misnamedModel({ name, kind }: DirectoryEntry): readonly QuarantinedEntry[] {
  if (kind === 'LEAVES_SOURCE') return [refusal(name, 'a link leaves the directory of the source')];
  if (kind !== 'DIRECTORY' || name.startsWith('_')) return [];
  const rule =
    'a model directory must be named in lower-case letters, digits, dots, dashes and underscores, at most 100';
  return [refusal(name, rule)];
}

/** Places in a model's directory that look like a version and cannot be one: a card under another name than a version's. */
export async function misnamedVersions(
  directory: ConfinedDirectory,
  model: string,
  entries: readonly DirectoryEntry[],
): Promise<readonly QuarantinedEntry[]> {
  const found: QuarantinedEntry[] = [];
  for (const { name, kind } of entries) {
    const path = `${model}/${name}`;
    if (kind === 'LEAVES_SOURCE') found.push(refusal(path, 'a link leaves the directory of the source'));
    if (kind !== 'DIRECTORY' || isVersion(name)) continue;
    const inside = await directory.list(path);
    if (!inside.some((entry) => entry.name === 'model-card.json')) continue;
    found.push(refusal(path, 'a version directory must be named by its number, as in 1, 2, 3'));
  }
  return found;
}

function refusal(path: string, reason: string): QuarantinedEntry {
  return { path: shownPath(path), code: 'REGISTRY_BAD_RESPONSE', reason, problems: [] };
}
