import { headScoring, type HeadScoring } from '#libs/alignment';
import { BadUserInput, ModelNotReady } from '#libs/errors';
import { type ModelCard, type ModelVersion, type RegistrySnapshot, spaceIdOf } from '#model-registry';

/** The alignment head of a card. */
export type HeadCard = NonNullable<ModelCard['alignment']>;

/** One side of a head: the version that runs, and what the head's card says of it. */
export interface Tower {
  readonly version: ModelVersion;
  readonly stated: HeadCard['towers'][number];
}

/** A head with its towers, as one snapshot has them. */
export interface AlignmentHead {
  readonly version: ModelVersion;
  readonly card: HeadCard;
  /** SHA-256; vectors of two spaces are never compared. */
  readonly spaceId: string;
  readonly scoring: HeadScoring;
}

/** @throws BadUserInput for a version that is no head; ModelNotReady for one whose towers are not registered */
export function alignmentHead(version: ModelVersion, snapshot: RegistrySnapshot): AlignmentHead {
  const { task, alignment } = version.card;
  if (task.kind !== 'ALIGNMENT' || !alignment)
    throw new BadUserInput('model', 'must name an alignment head (task ALIGNMENT)', { task });
  const spaceId = spaceIdOf(version, snapshot);
  if (spaceId === null) throw new ModelNotReady(version.ref, 'a tower of the head is not registered');
  return { version, card: alignment, spaceId, scoring: headScoring(alignment) };
}

/**
 * The one tower of a modality. A tower whose vector for an item depends on what else is in the batch is refused: the same item would have another place each time, and the card's
 * figures would be of another thing.
 * @throws BadUserInput where the head has none of it, or one that depends on the batch; ModelNotReady where it is not registered
 */
export function towerOf(
  { version, card }: AlignmentHead,
  modality: 'IMAGE' | 'TRANSCRIPTOME',
  snapshot: RegistrySnapshot,
): Tower {
  const stated = card.towers.find((tower) => tower.modality === modality);
  if (!stated)
    throw new BadUserInput('model', `must name a head with a tower of ${modality}`, {
      modalities: card.towers.map((tower) => tower.modality),
    });
  if (stated.input?.batchDependent === true)
    throw new BadUserInput(
      'model',
      'must name a head whose tower gives an item the same vector in every batch; its card says that this one does not (batchDependent). Release it with the batch statistic pinned to a constant',
      { modality, tower: `${stated.model.model}/${stated.model.version}` },
    );
  const isSelf = stated.model.model === version.name && stated.model.version === version.version;
  const running = isSelf ? version : snapshot.find(version.source, stated.model.model, stated.model.version);
  if (!running) throw new ModelNotReady(version.ref, 'a tower of the head is not registered');
  return { version: running, stated };
}
