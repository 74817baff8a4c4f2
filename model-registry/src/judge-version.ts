import { CardInvalid, type DocumentProblem } from '#libs/errors';
import type { AcceptedVersion } from './accepted-version.js';
import type { ModelCard } from './card/model-card.js';
import { parseModelCard } from './card/parse-model-card.js';
import { deepFreeze } from './deep-freeze.js';
import { cardDigest } from './digests.js';
import { judgeRecords } from './judge-records.js';
import type { DigestPins } from './digest-pins.js';
import { ParseMemory } from './parse-memory.js';
import type { QuarantinedEntry } from './registered-model.js';
import type { ProposedVersion } from './sources/registry-source.js';

export interface Judgement {
  /** The version to serve: the proposed one, or the last good form of it. Null if there is neither. */
  readonly accepted: AcceptedVersion | null;
  readonly quarantined: readonly QuarantinedEntry[];
}

/**
 * Judges what a source proposes for one version. A proposal that fails goes to quarantine, and the last good form (`known`) stays in
 * service; those of its files that are no longer the registered bytes can then not be loaded anew.
 */
export async function judgeVersion(
  proposed: ProposedVersion,
  known: AcceptedVersion | undefined,
  pins: DigestPins,
  signal: AbortSignal,
): Promise<Judgement> {
  const card = readCard(proposed, pins);
  if (card.kind === 'REFUSED') return keep(proposed, known, card.entry, pins, signal);

  const problems = await checkFiles(proposed, card.card, signal);
  if (problems.length > 0) {
    const reason = 'a file of the version is not the one that its card names';
    return keep(proposed, known, refuse(proposed, reason, problems), pins, signal);
  }
  const { calibrations, quarantined } = judgeRecords(proposed, card.card, known?.calibrations ?? [], pins);
  const { name, version, files } = proposed;
  const { digest, registeredAt } = card;
  const accepted = {
    name,
    version,
    digest,
    card: card.card,
    calibrations,
    registeredAt,
    files,
    changedFiles: new Set<string>(),
  };
  return { accepted: known && isSame(known, accepted) ? known : accepted, quarantined };
}

/** Then the version keeps its identity, and nothing that was made of it needs to be made again. */
function isSame(known: AcceptedVersion, found: AcceptedVersion): boolean {
  return (
    known.digest === found.digest &&
    known.registeredAt === found.registeredAt &&
    known.files.place === found.files.place &&
    known.changedFiles.size === 0 &&
    known.calibrations.length === found.calibrations.length &&
    known.calibrations.every(
      ({ digest, path }, i) => digest === found.calibrations[i]?.digest && path === found.calibrations[i]?.path,
    )
  );
}

const cards = new ParseMemory<{ readonly card: ModelCard; readonly digest: string }>();

type ReadCard =
  | { readonly kind: 'READ'; readonly card: ModelCard; readonly digest: string; readonly registeredAt: string }
  | { readonly kind: 'REFUSED'; readonly entry: QuarantinedEntry };

function readCard(proposed: ProposedVersion, pins: DigestPins): ReadCard {
  const { name, version, card: document } = proposed;
  const refused = (reason: string): ReadCard => ({ kind: 'REFUSED', entry: refuse(proposed, reason) });
  if (document.kind === 'UNREADABLE') return refused(document.reason);
  try {
    const { card, digest } = cards.recall(document.json, () => {
      const parsed = deepFreeze(parseModelCard(document.json));
      return { card: parsed, digest: cardDigest(parsed) };
    });
    checkIdentity(proposed, card);
    if (!pins.allowsVersion(name, version, digest)) {
      return refused('the digest changed for an existing version; release it under a new version number');
    }
    return { kind: 'READ', card, digest, registeredAt: document.since };
  } catch (error) {
    if (!(error instanceof CardInvalid)) throw error;
    const { code, problems } = error;
    return {
      kind: 'REFUSED',
      entry: { path: document.path, code, reason: 'the model card does not validate', problems },
    };
  }
}

function checkIdentity({ name, version }: ProposedVersion, { identity }: ModelCard): void {
  const problems = [
    ...(identity.name === name ? [] : [{ pointer: '/identity/name', problem: 'must be the name of its directory' }]),
    ...(identity.version === version
      ? []
      : [{ pointer: '/identity/version', problem: 'must be the name of its directory' }]),
  ];
  if (problems.length > 0) throw new CardInvalid(problems);
}

async function checkFiles(
  { files }: ProposedVersion,
  { artifacts }: ModelCard,
  signal: AbortSignal,
): Promise<readonly DocumentProblem[]> {
  const problems: DocumentProblem[] = [];
  for (const [i, artifact] of artifacts.entries()) {
    const problem = await files.check(artifact, signal);
    if (problem !== null) problems.push({ pointer: `/artifacts/${i}`, problem });
  }
  return problems;
}

async function keep(
  proposed: ProposedVersion,
  known: AcceptedVersion | undefined,
  entry: QuarantinedEntry,
  pins: DigestPins,
  signal: AbortSignal,
): Promise<Judgement> {
  if (!known) return { accepted: null, quarantined: [entry] };
  const changedFiles = new Set<string>();
  for (const artifact of known.card.artifacts) {
    if ((await proposed.files.check(artifact, signal)) !== null) changedFiles.add(artifact.path);
  }
  const { calibrations, quarantined } = judgeRecords(proposed, known.card, known.calibrations, pins);
  return {
    accepted: { ...known, calibrations, files: proposed.files, changedFiles },
    quarantined: [entry, ...quarantined],
  };
}

function refuse(
  { card }: ProposedVersion,
  reason: string,
  problems: readonly DocumentProblem[] = [],
): QuarantinedEntry {
  return { path: card.path, code: 'REGISTRY_BAD_RESPONSE', reason, problems };
}
