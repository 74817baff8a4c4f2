import type { ModelVersion } from '#model-registry';
import type { Question } from '#gateway/pipeline';
import type { CohortItem } from './cohort-item.entity.js';

/** Whether a version takes the tiles of all slides of a patient as one bag. Without coordinates as input, slides side by side are the same bag. */
export function joinsSlides({ card }: ModelVersion): boolean {
  const { patientAggregation } = card.input;
  return patientAggregation === 'CONCAT_TILES' || patientAggregation === 'VIRTUAL_SLIDE';
}

/** The question about all slides of an item together; null where there are not several, or the card has another policy. */
export function patientQuestion(
  { members: [first, ...others] }: Pick<CohortItem, 'members'>,
  version: ModelVersion,
): Question | null {
  if (!first || others.length === 0 || !joinsSlides(version)) return null;
  const { slideId, region } = first;
  return {
    ...{ slideId, region, features: null, model: version.ref },
    others: others.map((member) => ({ slideId: member.slideId, region: member.region })),
  };
}
