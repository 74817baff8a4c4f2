import { groupBy } from '../group-by.js';
import { movesOf, type AliasMoves } from './alias-book.js';
import { openProposals, type AliasProposal } from './alias-proposals.js';
import { type ModelServing, servingOfModel } from './model-serving.js';
import { notesOf, type ModelNotes } from './model-notes.js';
import { stampOf, type RegistryWrite, type WriteStamp } from './registry-write.js';

/** Why a record is no longer chosen, by whom and when. Who and why are null where only a server's tag says so. */
export interface Retirement {
  readonly by: string | null;
  readonly at: string;
  readonly reason: string | null;
}

/** What writes say about a source beside the documents that they add to it. */
export interface WrittenLayer {
  /** Who added which record, by `name/version#record`. */
  readonly additions: ReadonlyMap<string, WriteStamp>;
  /** By `name/version#record`. */
  readonly retirements: ReadonlyMap<string, Retirement>;
  readonly moves: AliasMoves;
  /** Moves of aliases that wait for a second person. */
  readonly proposals: readonly AliasProposal[];
  /** What people wrote about each model, by name. */
  readonly notes: ReadonlyMap<string, ModelNotes>;
  /** How the versions of each model are served, by name. */
  readonly serving: ReadonlyMap<string, ModelServing>;
}

export const NOTHING_WRITTEN: WrittenLayer = {
  additions: new Map(),
  retirements: new Map(),
  moves: new Map(),
  proposals: [],
  notes: new Map(),
  serving: new Map(),
};

/** `name/version#record`: the identity of a calibration record inside its source. */
export function recordKey(name: string, version: string, record: string): string {
  return `${name}/${version}#${record}`;
}

/** Reads writes, oldest first, into what holds now. */
export function layerOf(writes: readonly RegistryWrite[]): WrittenLayer {
  const additions = new Map<string, WriteStamp>();
  const retirements = new Map<string, Retirement>();
  for (const write of writes) {
    switch (write.kind) {
      case 'CALIBRATION_ADDED':
        additions.set(recordKey(write.name, write.version, write.subject), stampOf(write));
        break;
      case 'VERSION_REGISTERED':
        for (const { id } of write.document.records) {
          additions.set(recordKey(write.name, write.version, String(id)), stampOf(write));
        }
        break;
      case 'CALIBRATION_RETIRED':
        retirements.set(recordKey(write.name, write.version, write.subject), {
          ...stampOf(write),
          reason: write.document.reason,
        });
        break;
    }
  }
  const byName = groupBy(writes, ({ name }) => name);
  const serving = new Map([...byName].map(([name, ofModel]) => [name, servingOfModel(ofModel)]));
  return {
    additions,
    retirements,
    moves: movesOf(writes),
    proposals: openProposals(writes),
    notes: notesOf(writes),
    serving,
  };
}
