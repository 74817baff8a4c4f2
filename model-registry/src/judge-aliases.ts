import type { DocumentProblem } from '#libs/errors';
import { isAlias, isVersion } from './model-ref.js';
import type { QuarantinedEntry } from './registered-model.js';
import type { ProposedDocument } from './sources/registry-source.js';

export type Aliases = ReadonlyMap<string, string>;

export type JudgedAliases =
  { readonly kind: 'GOOD'; readonly aliases: Aliases } | { readonly kind: 'REFUSED'; readonly entry: QuarantinedEntry };

/** Judges a model's aliases, an object from alias to version as text. One bad entry refuses the whole: half a move is no move. */
export function judgeAliases(document: ProposedDocument): JudgedAliases {
  const { path } = document;
  const refused = (reason: string, problems: readonly DocumentProblem[] = []): JudgedAliases => ({
    kind: 'REFUSED',
    entry: { path, code: 'REGISTRY_BAD_RESPONSE', reason, problems },
  });
  if (document.kind === 'UNREADABLE') return refused(document.reason);
  const { json } = document;
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return refused('the aliases must be an object from alias to version');
  }
  const entries: [string, unknown][] = Object.entries(json);
  const aliases = new Map<string, string>();
  const problems: DocumentProblem[] = [];
  for (const [i, [alias, version]] of entries.entries()) {
    const rule = ruleBroken(alias, version);
    if (rule) problems.push({ pointer: '', problem: `the member at position ${i + 1} ${rule}` });
    else aliases.set(alias, String(version));
  }
  if (problems.length > 0) return refused('the aliases do not validate', problems.slice(0, 20));
  return { kind: 'GOOD', aliases };
}

function ruleBroken(alias: string, version: unknown): string | null {
  if (!isAlias(alias)) {
    return 'must be named by letters, digits, dots, dashes and underscores, and not latest or like a version';
  }
  if (typeof version !== 'string' || !isVersion(version)) return 'must be a version as text, as in "3"';
  return null;
}
