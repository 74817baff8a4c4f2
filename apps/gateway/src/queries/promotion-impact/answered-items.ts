import type { ModelVersion } from '#model-registry';
import { type Answer, AnswerStore } from '#gateway/answer-store';
import type { CohortItem } from '#gateway/cohorts';
import { type AnswerScope, placesOfAnswer } from '#gateway/pipeline';
import { slidePredictionTask } from '../slide-prediction/index.js';

/** Stored questions that are looked at where no cohort is named, the newest. */
const MOST_QUESTIONS = 2_000;

/** What a version has answered about, as the items of a cohort that nobody stated. */
export interface LookedAt {
  readonly revision: null;
  readonly items: readonly CohortItem[];
  /** Whether there are more stored questions than were looked at. */
  readonly isCut: boolean;
}

/** What was asked of a version, from its stored answers. */
export class AnsweredItems {
  constructor(private readonly answers: AnswerStore) {}

  /**
   * Each slide, region and group of slides once, newest first, however many bags it was asked with. A slide that was asked about as one of a patient's is not looked at by itself.
   * @throws StoreUnavailable
   */
  async by({ digest }: ModelVersion, { tenant }: AnswerScope): Promise<LookedAt> {
    const found = await this.answers.newestOf(tenant, slidePredictionTask.kind, digest, MOST_QUESTIONS + 1);
    const asked = found.slice(0, MOST_QUESTIONS).map(placesAsked);
    const ofPatients = new Set(asked.filter(({ length }) => length > 1).flatMap((places) => places.map(nameOf)));
    const different = new Map(
      asked
        .filter(([first, ...others]) => first !== undefined && (others.length > 0 || !ofPatients.has(nameOf(first))))
        .map((places) => [places.map(nameOf).join('\n'), places]),
    );
    const items = [...different.values()].map((places, position) => itemOf(places, position, tenant));
    return { revision: null, items, isCut: found.length > MOST_QUESTIONS };
  }
}

type Place = Pick<CohortItem['members'][number], 'slideId' | 'region'>;

function placesAsked(answer: Answer): readonly Place[] {
  return placesOfAnswer(answer).map(({ slideId, region }) => ({ slideId, region }));
}

function nameOf({ slideId, region }: Place): string {
  return JSON.stringify([slideId, region && [region.x, region.y, region.width, region.height]]);
}

/** Nothing is stated of it. */
function itemOf(places: readonly Place[], position: number, tenant: string): CohortItem {
  return {
    ...{ tenant, cohortId: '', revision: 0, position, key: String(position), patient: null, labels: {} },
    members: places.map((place) => ({ ...place, specimen: null, scanner: null, site: null })),
    ...{ survivalTime: null, survivalEvent: null, inTraining: null, heldOutFold: null },
  };
}
