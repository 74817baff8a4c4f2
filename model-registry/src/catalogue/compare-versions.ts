import { canonicalJson } from '../canonical-json.js';
import type { CalibrationRecord, OperatingPoint } from '../card/calibration-record.js';
import type { CardTensor } from '../card/model-card.js';
import { groupBy } from '../group-by.js';
import type { ModelVersion } from '../registered-model.js';
import { compareDocuments, type DocumentChange } from './compare-documents.js';

export type ChangeKind = 'ADDED' | 'REMOVED' | 'CHANGED';

/** A threshold with the record that it stands in. */
export interface PlacedThreshold {
  readonly record: CalibrationRecord;
  readonly point: OperatingPoint;
}

/** A threshold of one version that the other does not have, or has otherwise. */
export interface ThresholdChange {
  readonly kind: ChangeKind;
  readonly from: PlacedThreshold | null;
  readonly to: PlacedThreshold | null;
  /** Members of the operating point and of its record that differ, by name; `isDefault` for the record's default. */
  readonly changed: readonly string[];
}

/** A tensor of the signature that one version does not have, or has otherwise. */
export interface TensorChange {
  readonly direction: 'INPUT' | 'OUTPUT';
  readonly kind: ChangeKind;
  readonly from: CardTensor | null;
  readonly to: CardTensor | null;
}

export interface VersionChanges {
  /** Differences of the two cards, artifacts included. */
  readonly card: readonly DocumentChange[];
  /** Differences of thresholds that are in force: by target, stratum and operating point. */
  readonly thresholds: readonly ThresholdChange[];
  readonly tensors: readonly TensorChange[];
}

/** What changed from one version to another, of the same model or not. */
export function compareVersions(from: ModelVersion, to: ModelVersion): VersionChanges {
  return {
    card: compareDocuments(from.card, to.card),
    thresholds: thresholdChanges(thresholdsOf(from), thresholdsOf(to)),
    tensors: [
      ...tensorChanges('INPUT', from.card.input.tensors, to.card.input.tensors),
      ...tensorChanges('OUTPUT', from.card.output.tensors, to.card.output.tensors),
    ],
  };
}

// What says which record it is, and what is compared by itself. All else in a record says what its thresholds are worth.
const IDENTITY_OF_RECORD = new Set([
  'recordVersion',
  'id',
  'model',
  'version',
  'target',
  'class',
  'stratum',
  'operatingPoints',
  'defaultOperatingPoint',
  'createdAt',
]);

function thresholdsOf({ calibrations }: ModelVersion): readonly PlacedThreshold[] {
  return calibrations
    .filter(({ retiredAt }) => retiredAt === null)
    .map(({ record }) => record)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((record) => record.operatingPoints.map((point) => ({ record, point })));
}

function thresholdChanges(
  from: readonly PlacedThreshold[],
  to: readonly PlacedThreshold[],
): readonly ThresholdChange[] {
  const [before, after] = [groupBy(from, placeOf), groupBy(to, placeOf)];
  const places = [...new Set([...before.keys(), ...after.keys()])].sort();
  return places.flatMap((place) => {
    const [old, now] = [before.get(place) ?? [], after.get(place) ?? []];
    // More than one only where several records hold for one stratum: those meet in the order of their ids.
    const pairs = Array.from({ length: Math.max(old.length, now.length) }, (_, i) => [old[i], now[i]] as const);
    return pairs.flatMap(([a, b]) => thresholdChange(a ?? null, b ?? null));
  });
}

function placeOf({ record, point }: PlacedThreshold): string {
  const { target, stratum } = record;
  return canonicalJson([target, record.class ?? null, stratum.specimen, stratum.scanner, stratum.site, point.id]);
}

function thresholdChange(from: PlacedThreshold | null, to: PlacedThreshold | null): readonly ThresholdChange[] {
  if (!from || !to) return [{ kind: from ? 'REMOVED' : 'ADDED', from, to, changed: [] }];
  const isDefault = ({ record, point }: PlacedThreshold): boolean => record.defaultOperatingPoint === point.id;
  const changed = [
    ...differingMembers(from.point, to.point),
    ...differingMembers(from.record, to.record).filter((name) => !IDENTITY_OF_RECORD.has(name)),
    ...(isDefault(from) === isDefault(to) ? [] : ['isDefault']),
  ];
  return changed.length === 0 ? [] : [{ kind: 'CHANGED', from, to, changed }];
}

function differingMembers(from: object, to: object): readonly string[] {
  const changed = compareDocuments(from, to).map(({ pointer }) => pointer.split('/')[1] ?? '');
  return [...new Set(changed)];
}

function tensorChanges(
  direction: TensorChange['direction'],
  before: readonly CardTensor[],
  after: readonly CardTensor[],
): readonly TensorChange[] {
  const names = [...new Set([...before, ...after].map(({ name }) => name))].sort();
  return names.flatMap((name): readonly TensorChange[] => {
    const from = before.find((tensor) => tensor.name === name) ?? null;
    const to = after.find((tensor) => tensor.name === name) ?? null;
    if (!from || !to) return [{ direction, kind: from ? 'REMOVED' : 'ADDED', from, to }];
    return compareDocuments(from, to).length === 0 ? [] : [{ direction, kind: 'CHANGED', from, to }];
  });
}
