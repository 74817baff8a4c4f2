import type { SourceKind } from '../../registered-model.js';
import type { ProposedAliases, RegistrySource, SourceProposal } from '../../sources/registry-source.js';
import type { AliasMove, AliasMoves } from '../alias-book.js';
import { NO_NOTES, type ModelNotes } from '../model-notes.js';
import type { RegistryJournal } from '../registry-journal.js';
import { layerOf, NOTHING_WRITTEN, type WrittenLayer } from '../written-layer.js';
import type { WritableServer } from './through-plan.js';

/**
 * A source whose server says what is, with what the journal knows: by whom and why it was written through this gateway, where the server
 * still has it so. Two things are the journal's: where versions run, and that a record which was retired stays retired, even when somebody
 * takes the server's tag away.
 */
export class ThroughSource implements RegistrySource {
  readonly id: string;
  readonly kind: SourceKind;
  readonly pollMs: number;
  readonly isRemote: boolean;
  readonly readingMs?: number;
  readonly server?: WritableServer;

  constructor(
    private readonly inner: RegistrySource,
    private readonly journal: RegistryJournal,
  ) {
    this.id = inner.id;
    this.kind = inner.kind;
    this.pollMs = inner.pollMs;
    this.isRemote = inner.isRemote;
    if (inner.readingMs !== undefined) this.readingMs = inner.readingMs;
    if (inner.server) this.server = inner.server;
  }

  lookAtEverything(): void {
    this.inner.lookAtEverything?.();
  }

  /** @throws as the source does; StoreUnavailable if the journal cannot be read */
  async propose(signal: AbortSignal): Promise<SourceProposal> {
    const proposal = await this.inner.propose(signal);
    const journal = layerOf(await this.journal.read(this.id, signal));
    const server = proposal.written ?? NOTHING_WRITTEN;
    return { ...proposal, written: join(server, journal, proposal.aliases) };
  }
}

function join(server: WrittenLayer, journal: WrittenLayer, aliases: readonly ProposedAliases[]): WrittenLayer {
  return {
    additions: journal.additions,
    // The journal's come last: they say who and why.
    retirements: new Map([...server.retirements, ...journal.retirements]),
    moves: inForce(journal.moves, aliases),
    proposals: journal.proposals,
    serving: journal.serving,
    notes: new Map([...server.notes].map(([name, notes]) => [name, stamped(notes, journal.notes.get(name))])),
  };
}

/** The moves that the server agrees with. Where somebody moved an alias elsewhere since, that is what holds. */
function inForce(moves: AliasMoves, aliases: readonly ProposedAliases[]): AliasMoves {
  const byName = new Map(aliases.map(({ name, document }) => [name, document]));
  return new Map(
    [...moves].map(([name, ofModel]) => {
      const document = byName.get(name);
      const said = new Map<string, unknown>(
        document?.kind === 'JSON' && typeof document.json === 'object' && document.json !== null
          ? Object.entries(document.json)
          : [],
      );
      const agreed = [...ofModel].filter(
        ([alias, move]: [string, AliasMove]) => (said.get(alias) ?? null) === move.version,
      );
      return [name, new Map(agreed)];
    }),
  );
}

function stamped({ tags, description }: ModelNotes, { tags: written }: ModelNotes = NO_NOTES): ModelNotes {
  return {
    tags: tags.map((tag) => written.find(({ key, value }) => key === tag.key && value === tag.value) ?? tag),
    description,
  };
}
