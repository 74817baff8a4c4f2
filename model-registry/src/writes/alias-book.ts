import { groupBy } from '../group-by.js';
import type { RegistryWrite, WriteStamp } from './registry-write.js';
import { stampOf } from './registry-write.js';

/** Where a write left an alias. */
export interface AliasMove extends WriteStamp {
  /** Null where the alias was removed. */
  readonly version: string | null;
  /** What the source itself said of the alias when the write was made; null for nothing. */
  readonly sourceVersion: string | null;
}

/** An alias of a model with both layers: what the source says, and the write over it. */
export interface AliasEntry {
  readonly alias: string;
  /** Where it points, whether or not that version is in service. Null where a write removed it. */
  readonly version: string | null;
  /** What the source itself says now; null for nothing. */
  readonly sourceVersion: string | null;
  /** The write that is in force; null where the source alone decides. */
  readonly move: AliasMove | null;
}

/** The last move of each alias, by model and alias. */
export type AliasMoves = ReadonlyMap<string, ReadonlyMap<string, AliasMove>>;

/** Reads writes, oldest first, into where they left each alias. */
export function movesOf(writes: readonly RegistryWrite[]): AliasMoves {
  const byName = groupBy(writes.filter(isMove), ({ name }) => name);
  const lastOf = (moves: readonly Move[]) => new Map(moves.map((write) => [write.subject, moveOf(write)]));
  return new Map([...byName].map(([name, moves]) => [name, lastOf(moves)]));
}

/** Every alias that either layer has or had, sorted. A write stays in force until another write. */
export function aliasBook(
  source: ReadonlyMap<string, string> | undefined,
  moves: ReadonlyMap<string, AliasMove> | undefined,
): readonly AliasEntry[] {
  const names = [...new Set([...(source?.keys() ?? []), ...(moves?.keys() ?? [])])].sort();
  return names.map((alias) => {
    const sourceVersion = source?.get(alias) ?? null;
    const move = moves?.get(alias) ?? null;
    return { alias, sourceVersion, move, version: move ? move.version : sourceVersion };
  });
}

/**
 * Whether the source says something of a moved alias that it did not say when the write was made, and that the write does not say either.
 * Which of the two is meant is not guessed: the write stays in force, and this is shown until somebody writes again.
 */
export function isContradicted({ version, sourceVersion, move }: AliasEntry): boolean {
  return move !== null && sourceVersion !== move.sourceVersion && sourceVersion !== version;
}

type Move = Extract<RegistryWrite, { kind: 'ALIAS_SET' | 'ALIAS_REMOVED' }>;

function isMove(write: RegistryWrite): write is Move {
  return write.kind === 'ALIAS_SET' || write.kind === 'ALIAS_REMOVED';
}

function moveOf(write: Move): AliasMove {
  return { ...stampOf(write), version: write.version, sourceVersion: write.document.sourceVersion };
}
