import type {
  GenePanelFieldsFragment,
  GenePanelQuery,
  GeneSetCollectionFieldsFragment,
  GeneSetCollectionQuery,
} from '#libs/client';
import { properties, shorten, table, time } from './text.js';

/** A panel as any of the operations gives it: the list's beginning and its users where they were asked for. */
type Panel = GenePanelFieldsFragment & {
  readonly usedBy: readonly { readonly ref: string }[];
  readonly symbols?: NonNullable<GenePanelQuery['genePanel']>['symbols'];
};
type Collection = GeneSetCollectionFieldsFragment & {
  readonly sets?: NonNullable<GeneSetCollectionQuery['geneSetCollection']>['sets'];
};

export function genePanelTable(panels: readonly GenePanelFieldsFragment[], full: boolean): string[] {
  if (panels.length === 0) return ['No gene panels yet. Import one with `tessera panels import PATH`.'];
  return table(
    ['ID', 'GENES', 'NAMESPACE', 'DIGEST', 'LICENCE', 'NAME', 'RELEASE', 'IMPORTED'],
    panels.map((panel) => [
      panel.id,
      String(panel.geneCount),
      panel.namespace,
      shorten(panel.digest, full),
      panel.licence,
      panel.name,
      panel.version,
      time(panel.createdAt),
    ]),
  );
}

export function genePanelLines(panel: Panel, full: boolean, saved?: string): string[] {
  const { symbols, usedBy } = panel;
  const users = usedBy.map(({ ref }) => ref).join(', ');
  return [
    ...properties([
      ...facts(panel, full),
      ['genes', String(panel.geneCount)],
      ['used by', users === '' ? 'no registered version' : users],
      ['saved as', saved ?? null],
    ]),
    ...(symbols ? ['', symbols.nodes.join(' '), ...remaining(symbols.nodes.length, symbols.totalCount, 'genes')] : []),
  ];
}

export function collectionTable(collections: readonly GeneSetCollectionFieldsFragment[], full: boolean): string[] {
  if (collections.length === 0)
    return ['No gene-set collections yet. Import one with `tessera gene-sets import PATH`.'];
  return table(
    ['ID', 'SETS', 'GENES', 'NAMESPACE', 'DIGEST', 'LICENCE', 'NAME', 'RELEASE', 'IMPORTED'],
    collections.map((collection) => [
      collection.id,
      String(collection.setCount),
      String(collection.geneCount),
      collection.namespace,
      shorten(collection.digest, full),
      collection.licence,
      collection.name,
      collection.version,
      time(collection.createdAt),
    ]),
  );
}

export function collectionLines(collection: Collection, full: boolean, saved?: string): string[] {
  const { sets, setCount, geneCount, membershipCount, smallestSet, largestSet } = collection;
  const rows = sets?.nodes.map((set) => [`  ${set.name}`, String(set.geneCount), set.description ?? '-']) ?? [];
  return [
    ...properties([
      ...facts(collection, full),
      ['sets', `${setCount}, of ${smallestSet} to ${largestSet} genes`],
      ['genes', `${geneCount} different ones, ${membershipCount} memberships`],
      ['saved as', saved ?? null],
    ]),
    ...(sets
      ? ['', ...table(['  SET', 'GENES', 'DESCRIPTION'], rows), ...remaining(rows.length, sets.totalCount, 'sets')]
      : []),
  ];
}

function facts(list: GenePanelFieldsFragment | GeneSetCollectionFieldsFragment, full: boolean) {
  return [
    ['id', list.id],
    ['name', `${list.name}, release ${list.version}`],
    ['digest', shorten(list.digest, full)],
    ['namespace', `${list.namespace}, ${list.organism}`],
    ['source', list.source],
    ['licence', list.licence],
    ['imported', `${time(list.createdAt)} by ${list.createdBy}`],
  ] as const;
}

function remaining(shown: number, total: number, noun: string): string[] {
  return shown < total ? [`... and ${total - shown} more ${noun}`] : [];
}
