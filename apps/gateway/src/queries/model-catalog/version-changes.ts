import {
  Catalogue,
  compareVersions,
  type DocumentChange,
  type EffectiveLicence,
  type ModelVersion,
  type PlacedThreshold,
  type RegistrySnapshot,
  type TensorChange,
  type ThresholdChange,
} from '#model-registry';
import { toThreshold } from '../slide-prediction/index.js';
import { checkList } from './catalogue-filter.js';
import { versionNode } from './nodes.js';

const MOST_CHANGES = 200;
const LONGEST_VALUE = 2_000;

/** ModelVersionChanges of the schema. */
export function versionChanges(from: ModelVersion, to: ModelVersion, snapshot: RegistrySnapshot) {
  const { card, thresholds, tensors } = compareVersions(from, to);
  const catalogue = Catalogue.of(snapshot);
  const licenceChanges = termsThatDiffer(catalogue.licenceOf(from), catalogue.licenceOf(to));
  return {
    from: versionNode(from, snapshot),
    to: versionNode(to, snapshot),
    isSame: [card, thresholds, licenceChanges].every(({ length }) => length === 0),
    cardChanges: ({ groups }: { readonly groups?: readonly string[] | null }) => {
      if (groups) checkList('groups', groups);
      return card
        .map(toCardChange)
        .filter(({ group }) => groups?.includes(group) ?? true)
        .slice(0, MOST_CHANGES);
    },
    cardChangeCount: card.length,
    thresholdChanges: thresholds.slice(0, MOST_CHANGES).map(toThresholdChange),
    thresholdChangeCount: thresholds.length,
    tensorChanges: tensors.slice(0, MOST_CHANGES).map(toTensorChange),
    tensorChangeCount: tensors.length,
    licenceChanges,
  };
}

function toCardChange({ pointer, kind, from, to }: DocumentChange) {
  const [old, now] = [shown(from), shown(to)];
  const group = pointer.split('/')[1] ?? '';
  return { pointer, group, kind, from: old.value, to: now.value, isCut: old.isCut || now.isCut };
}

function shown(value: unknown): { readonly value: unknown; readonly isCut: boolean } {
  if (value === undefined) return { value: null, isCut: false };
  const isCut = JSON.stringify(value).length > LONGEST_VALUE;
  return { value: isCut ? null : value, isCut };
}

function toThresholdChange({ kind, changed, from, to }: ThresholdChange) {
  const { record, point } = placed(from, to);
  const isComparable = from !== null && to !== null && from.point.scale === to.point.scale;
  return {
    target: record.target,
    class: record.class ?? null,
    ...record.stratum,
    operatingPoint: point.id,
    kind,
    changed,
    from: from && toThreshold(from.point),
    to: to && toThreshold(to.point),
    fromRecord: from?.record.id ?? null,
    toRecord: to?.record.id ?? null,
    difference: isComparable ? to.point.threshold - from.point.threshold : null,
  };
}

function placed(from: PlacedThreshold | null, to: PlacedThreshold | null): PlacedThreshold {
  const either = to ?? from;
  if (!either) throw new Error('a change is of one version at least');
  return either;
}

function toTensorChange({ direction, kind, from, to }: TensorChange) {
  return { direction, kind, name: to?.name ?? from?.name ?? '', from, to };
}

const TERMS = [
  'spdxOrName',
  'nonCommercial',
  'gated',
  'derivativeOutputs',
  'inheritedFrom',
  'referenceSet',
  'unknownParts',
] as const;

function termsThatDiffer(from: EffectiveLicence, to: EffectiveLicence): readonly string[] {
  return TERMS.filter((term) => JSON.stringify(from[term]) !== JSON.stringify(to[term]));
}
