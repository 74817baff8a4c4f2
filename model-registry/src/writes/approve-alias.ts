import { BadUserInput, Conflict, SecondPersonNeeded } from '#libs/errors';
import type { ModelRegistry } from '../registry.js';
import { openProposals, type AliasProposal } from './alias-proposals.js';
import { aliasPlace, entryOf, entryOnServer, moveContent, pointsAt } from './move-alias.js';
import { noticesOfMove } from './notices-of-move.js';
import { requireWritable, type WritePlan } from './plan.js';
import type { WriteDecision } from './registry-journal.js';
import type { RegistryWrite, Writer } from './registry-write.js';

/**
 * Plans that a proposed move of an alias takes place. Who proposed it may not approve it.
 * @param id the proposal's place in the journal, as text
 * @throws BadUserInput for an id of no open proposal, SecondPersonNeeded, Conflict when the alias was moved since
 */
export function planApproveAlias(registry: ModelRegistry, id: string, writer: Writer): WritePlan {
  const snapshot = registry.snapshot();
  const found = snapshot.models.flatMap((model) => model.proposals.map((proposal) => ({ model, proposal })));
  const known = found.find(({ proposal }) => String(proposal.seq) === id);
  if (!known) throw noProposal();
  const { model, proposal } = known;
  requireWritable(snapshot, model.source);
  if (proposal.by === writer.caller && proposal.tenant === writer.tenant) throw new SecondPersonNeeded(proposal.by);
  const versionOf = (wanted: string | null) => model.versions.find(({ version }) => version === wanted) ?? null;
  const target = versionOf(proposal.version);
  if (proposal.version !== null && !target) throw isGone(proposal);
  return {
    source: model.source,
    name: model.name,
    decide: (writes) => {
      const entry = model.aliasEntries.find(({ alias }) => alias === proposal.alias);
      return decide(proposal, { sourceVersion: entry?.sourceVersion ?? null, entryOf }, writes);
    },
    through: () => ({
      place: aliasPlace(model.name, proposal.alias),
      value: proposal.version,
      decide: ({ value }, writes) => decide(proposal, { sourceVersion: value, entryOf: entryOnServer }, writes),
    }),
    changes: [
      {
        subject: `alias ${proposal.alias} of ${model.source}:${model.name}`,
        before: shown(proposal.before),
        after: shown(proposal.version),
      },
    ],
    notices: target ? noticesOfMove(versionOf(proposal.before), target) : [],
    isShownBy: (later) => pointsAt(later, model, proposal.alias, proposal.version),
  };
}

interface Circumstances {
  /** What the source itself says of the alias. */
  readonly sourceVersion: string | null;
  readonly entryOf: typeof entryOf;
}

function decide(
  proposal: AliasProposal,
  { sourceVersion, ...found }: Circumstances,
  writes: readonly RegistryWrite[],
): WriteDecision {
  const { alias, version, before, seq } = proposal;
  if (!openProposals(writes).some((open) => open.seq === seq)) throw noProposal();
  const current = found.entryOf(alias, sourceVersion, writes)?.version ?? null;
  if (current !== before) {
    throw new Conflict(
      'The alias points elsewhere than when the move was proposed. Nothing was changed. Propose it again with `setAlias`.',
      { alias, expectedVersion: before, currentVersion: current },
    );
  }
  return { kind: 'WRITE', content: moveContent(alias, version, { before, sourceVersion, proposal: seq }) };
}

function shown(version: string | null) {
  return version === null ? null : { version };
}

function noProposal(): BadUserInput {
  return new BadUserInput(
    'id',
    'must be the id of a proposal that is open: `registeredModels { nodes { aliasProposals } }` has them',
  );
}

function isGone({ alias, version }: AliasProposal): Conflict {
  return new Conflict(
    'The version that was proposed is not in service any more. Nothing was changed. `registrySources { quarantined }` says what was refused.',
    { alias, version },
  );
}
