import type { CohortItem } from '#gateway/cohorts';

/** An item as the schema has it; the slides of its members have a resolver. */
export function toCohortItem(item: CohortItem) {
  const { key, position, patient, members, labels, survivalTime, survivalEvent, inTraining, heldOutFold } = item;
  return {
    ...{ key, position, patient, members, inTraining, heldOutFold },
    labels: Object.entries(labels).map(([name, value]) => ({ name, value })),
    time: survivalTime,
    event: survivalEvent,
  };
}
