import type { DocumentProblem } from '#libs/errors';
import type { AliasTarget, QuarantinedEntry } from './registered-model.js';
import { isContradicted, type AliasEntry } from './writes/alias-book.js';

/** The aliases that point at a version in service. */
export function aliasesInService(entries: readonly AliasEntry[], versions: readonly string[]): readonly AliasTarget[] {
  return entries.flatMap(({ alias, version, sourceVersion, move }) =>
    version !== null && versions.includes(version)
      ? [{ alias, version, sourceVersion, movedBy: move?.by ?? null, movedAt: move?.at ?? null }]
      : [],
  );
}

/**
 * What is wrong with the aliases of a model: those on a version that is missing or in quarantine mean nothing and never fall back on
 * another version; those that the source and a write place differently stay where the write put them.
 * @param source the aliases of the source alone, in its order
 */
export function refusedAliases(
  name: string,
  source: ReadonlyMap<string, string> | undefined,
  entries: readonly AliasEntry[],
  versions: readonly string[],
): readonly QuarantinedEntry[] {
  const isDangling = ({ version }: AliasEntry): boolean => version !== null && !versions.includes(version);
  const dangling = entries.filter(isDangling);
  const path = `${name}/aliases.json`;
  const order = [...(source?.keys() ?? [])];
  const inFile = order.flatMap((alias, i): readonly DocumentProblem[] =>
    dangling.some((entry) => entry.alias === alias && !entry.move)
      ? [{ pointer: '', problem: `the member at position ${i + 1} must name a version that is in service` }]
      : [],
  );
  return [
    ...(inFile.length === 0 ? [] : [refuse(path, 'an alias names a version that is not in service', inFile)]),
    ...dangling.filter(({ move }) => move).map((entry) => refuse(`${name}@${entry.alias}`, lost(entry))),
    ...entries.filter(isContradicted).map((entry) => refuse(path, contradiction(entry))),
  ];
}

function lost({ version }: AliasEntry): string {
  return `the alias was set to version ${version} by a mutation, and that version is not in service; set it again, or remove it`;
}

function contradiction({ alias, version, sourceVersion, move }: AliasEntry): string {
  const inForce = version === null ? 'removed' : `set to version ${version}`;
  const now = sourceVersion === null ? 'does not have it any more' : `has it on version ${sourceVersion} now`;
  return (
    `the alias ${alias} was ${inForce} by a mutation at ${move?.at ?? ''}, and the file was changed since and ${now}; ` +
    'the mutation stays in force until the alias is set again'
  );
}

function refuse(path: string, reason: string, problems: readonly DocumentProblem[] = []): QuarantinedEntry {
  return { path, code: 'REGISTRY_BAD_RESPONSE', reason, problems };
}
