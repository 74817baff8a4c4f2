import type { DocumentProblem } from '#libs/errors';
import { versionKey, type AcceptedVersion } from './accepted-version.js';
import type { ExtractorContract, ModelCard } from './card/model-card.js';
import { namedEncoders } from './components.js';
import type { QuarantinedEntry } from './registered-model.js';

export interface ResolvedVersions {
  readonly versions: readonly { readonly accepted: AcceptedVersion; readonly notes: readonly string[] }[];
  readonly quarantined: readonly QuarantinedEntry[];
}

/** What references are held against: versions of one source, by `name/version`. */
export type Referable = ReadonlyMap<string, Pick<AcceptedVersion, 'card' | 'digest'>>;
type Accepted = ReadonlyMap<string, AcceptedVersion>;

/**
 * Looks at what the cards of one source say of each other. A version whose encoder is registered with another digest or contract, or
 * whose ensemble members or towers are missing, cannot be served; a version that leans on it cannot either, so this repeats until
 * nothing changes. An encoder that is not registered at all is a note: its features may be imported.
 */
export function resolveReferences(accepted: Accepted): ResolvedVersions {
  const good = new Map(accepted);
  const quarantined: QuarantinedEntry[] = [];
  for (;;) {
    const refused = [...good].flatMap(([key, version]) => {
      const problems = referenceProblems(version.card, good);
      return problems.length > 0 ? [{ key, entry: refusal(version, problems) }] : [];
    });
    if (refused.length === 0) break;
    for (const { key, entry } of refused) {
      good.delete(key);
      quarantined.push(entry);
    }
  }
  const versions = [...good.values()].map((version) => ({ accepted: version, notes: notesOn(version, good) }));
  return { versions, quarantined };
}

/** What does not hold in what a card says of other versions. */
export function referenceProblems(card: ModelCard, good: Referable): readonly DocumentProblem[] {
  return [...encoderProblems(card, good), ...memberProblems(card, good), ...towerProblems(card, good)];
}

function encoderProblems(card: ModelCard, good: Referable): readonly DocumentProblem[] {
  return namedEncoders(card).flatMap(({ pointer, contract }) => {
    const encoder = good.get(versionKey(contract.model, contract.version));
    if (!encoder) return [];
    if (encoder.digest !== contract.digest) {
      return [{ pointer: `${pointer}/digest`, problem: 'must be the digest of the registered encoder version' }];
    }
    return contractProblems(pointer, contract, encoder.card);
  });
}

/** The digests agree, so the card describes this very encoder; it must describe it truly. */
function contractProblems(
  pointer: string,
  extractor: ExtractorContract,
  { output, input }: ModelCard,
): readonly DocumentProblem[] {
  const { embedding } = output;
  if (!embedding) return [{ pointer, problem: 'must name a version that has an embedding' }];
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['dim', extractor.dim, embedding.dim],
    ['outputVariant', extractor.outputVariant, embedding.outputVariant],
    ['l2Normalised', extractor.l2Normalised, embedding.l2Normalised],
    ['tileSizePx', extractor.tileSizePx, input.tiling?.tileSizePx ?? extractor.tileSizePx],
    ['mpp', extractor.mpp, input.tiling?.mpp ?? extractor.mpp],
  ];
  return pairs
    .filter(([, stated, registered]) => stated !== registered)
    .map(([field]) => ({ pointer: `${pointer}/${field}`, problem: "must be what the encoder's own card says" }));
}

function memberProblems(card: ModelCard, good: Referable): readonly DocumentProblem[] {
  return (card.identity.ensemble?.members ?? []).flatMap(({ model, version }, i) => {
    const pointer = `/identity/ensemble/members/${i}`;
    const member = good.get(versionKey(model, version));
    if (!member) return [{ pointer, problem: 'must be a version of this source that is in service' }];
    if (member.card.identity.ensemble) return [{ pointer, problem: 'must not be an ensemble itself' }];
    if (doesAgree(card, member.card)) return [];
    return [
      {
        pointer,
        problem:
          'must have the same encoder, vocabulary, unit and targets, with their tensors, classes and activations, as the ensemble',
      },
    ];
  });
}

const READ_AS = ['name', 'kind', 'tensor', 'columns', 'served', 'final', 'classes', 'positiveClass', 'unit'] as const;

/** A mean over members that mean different things would look like a number. */
function doesAgree(ensemble: ModelCard, member: ModelCard): boolean {
  const hasTargets = ensemble.output.targets.every((target) =>
    member.output.targets.some(
      // Members' numbers are read as the ensemble's card says, so all that says how must be the same.
      (own) => READ_AS.every((field) => JSON.stringify(own[field]) === JSON.stringify(target[field])),
    ),
  );
  return (
    hasTargets &&
    isSameScale(ensemble.output.expression, member.output.expression) &&
    isSameScale(ensemble.output.pathways, member.output.pathways) &&
    ensemble.extractor?.digest === member.extractor?.digest &&
    ensemble.vocabulary?.digest === member.vocabulary?.digest
  );
}

type Profile = Partial<NonNullable<ModelCard['output']['expression']> & NonNullable<ModelCard['output']['pathways']>>;

/** The mean of a logarithm to the base 2 and one to the base 10 has no unit. */
function isSameScale(a: Profile | null | undefined, b: Profile | null | undefined): boolean {
  if (!a || !b) return !a === !b;
  const isOfOne = a.collection?.digest === b.collection?.digest;
  return isOfOne && a.unit === b.unit && a.transform === b.transform && a.base === b.base;
}

function towerProblems({ alignment, identity }: ModelCard, good: Referable): readonly DocumentProblem[] {
  return (alignment?.towers ?? []).flatMap(({ model: tower }, i) => {
    const isSelf = tower.model === identity.name && tower.version === identity.version;
    if (isSelf || good.has(versionKey(tower.model, tower.version))) return [];
    const pointer = `/alignment/towers/${i}/model`;
    return [{ pointer, problem: 'must be a version of this source that is in service' }];
  });
}

function refusal({ name, version }: AcceptedVersion, problems: readonly DocumentProblem[]): QuarantinedEntry {
  const reason = 'the card does not agree with another version that it refers to';
  return { path: `${name}/${version}/model-card.json`, code: 'REGISTRY_BAD_RESPONSE', reason, problems };
}

/** What is not wrong and should be known. */
export function notesOn(
  { card, calibrations, changedFiles }: Pick<AcceptedVersion, 'card' | 'calibrations' | 'changedFiles'>,
  good: Referable,
): readonly string[] {
  const { extractor, identity } = card;
  const ids = calibrations.map(({ record }) => record.id);
  const dangling = calibrations.some(({ record }) => record.fallback.some((id) => !ids.includes(id)));
  const strata = calibrations.map(({ record }) => JSON.stringify([record.target, record.class, record.stratum]));
  const notes: readonly (readonly [boolean, string])[] = [
    [
      extractor !== null && !good.has(versionKey(extractor.model, extractor.version)),
      'The encoder version is not registered in this source: features cannot be made here, only imported.',
    ],
    [
      identity.parent !== null && !good.has(versionKey(identity.parent.model, identity.parent.version)),
      'The parent version is not registered in this source.',
    ],
    [dangling, 'A calibration record falls back on a record that is not registered.'],
    [new Set(strata).size < strata.length, 'Several calibration records hold for the same target and stratum.'],
    [
      changedFiles.size > 0,
      'The source has other files in place of those of this version: a server that holds it may go on, nothing can load it anew.',
    ],
  ];
  return notes.filter(([applies]) => applies).map(([, note]) => note);
}
