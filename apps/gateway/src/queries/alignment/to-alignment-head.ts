import type { AlignmentCautionCode } from '#graphql/generated/schema-types';
import type { AlignmentHead, HeadCard } from '#gateway/alignment';

/** What each caution of a card means for whoever uses the head. */
const CAUTIONS: Readonly<Record<AlignmentCautionCode, string>> = {
  DEGRADES_EXPRESSION:
    'Do not predict expression with it: in the published benchmark of such heads (HESCAPE) alignment helped to tell mutations and made predicted expression worse, with batch effects as the cause.',
  SAME_PATIENT: 'Its figures are of patients that it was trained on: others may fare far worse.',
  MEMORISES: 'It finds its training pairs far better than any others: figures on them say nothing.',
  NOT_TRANSFERABLE: 'On other patients than those of its training it was measured to be near chance.',
  BATCH_DEPENDENT: 'The vector of an item depends on what else is in the batch: two runs are not comparable.',
  STOCHASTIC: 'The same item gives other vectors in another run.',
};

/** A head as the schema has it. */
export function toAlignmentHead({ version, card, spaceId, scoring }: AlignmentHead) {
  return {
    model: version.ref,
    digest: version.digest,
    spaceId,
    dimension: card.embedDim,
    scoreRule: scoring.rule,
    logitScale: scoring.scale,
    logitBias: scoring.bias,
    towers: card.towers.map(({ modality, model }) => ({ modality, model: `${model.model}/${model.version}` })),
    referenceSets: card.referenceSets.map((set) => toReferenceSet(set, { version, card })),
    cautions: card.cautions.map((code) => ({ code, message: CAUTIONS[code] })),
  };
}

/** A reference set as the schema has it, with its registered figures. */
export function toReferenceSet(
  { id, path, size, description, version: release, licence }: HeadCard['referenceSets'][number],
  { version, card }: Pick<AlignmentHead, 'version' | 'card'>,
) {
  return {
    id,
    digest: version.card.artifacts.find((artifact) => artifact.path === path)?.sha256 ?? '',
    size,
    description,
    version: release ?? null,
    licence: licence?.spdxOrName ?? null,
    retrieval: card.retrieval.filter(({ referenceSet }) => referenceSet === id),
  };
}
