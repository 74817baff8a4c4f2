import type { ModelVersion } from '../registered-model.js';

/** What becomes different for those who ask by the alias, where it is not what they would expect. */
export function noticesOfMove(from: ModelVersion | null, to: ModelVersion): readonly string[] {
  const uncalibrated = targetsInForce(from).filter((target) => !targetsInForce(to).includes(target));
  return [
    ...uncalibrated.map(
      (target) =>
        `Version ${to.version} has no calibration record of the target ${target} in force: its calls through the alias are UNCALIBRATED.`,
    ),
    ...(from && otherFeatures(from, to)
      ? [
          `Version ${to.version} takes other features: they must be prepared or imported first, else FEATURES_MISSING is the answer.`,
        ]
      : []),
    ...(from && from.card.task.kind !== to.card.task.kind
      ? [
          `The task changes from ${from.card.task.kind} to ${to.card.task.kind}: questions of the first kind are refused.`,
        ]
      : []),
  ];
}

function targetsInForce(version: ModelVersion | null): readonly string[] {
  const inForce = version?.calibrations.filter(({ retiredAt }) => retiredAt === null) ?? [];
  return [...new Set(inForce.map(({ record }) => record.target))];
}

function otherFeatures(from: ModelVersion, to: ModelVersion): boolean {
  return from.card.extractor?.digest !== to.card.extractor?.digest;
}
