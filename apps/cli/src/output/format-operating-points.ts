import type { OperatingPointsQuery } from '#libs/client';
import { estimate, words } from './format-record.js';
import { figure, percent, table } from './text.js';

type Version = NonNullable<OperatingPointsQuery['modelVersion']>;
type CalibrationOf = Version['calibrations'][number];
type Point = CalibrationOf['operatingPoints'][number];

const HEADER = [
  'VERSION',
  'RECORD',
  'TARGET',
  'HOLDS FOR',
  'POINT',
  'WEIGHT',
  'POSITIVE AT',
  'PPA',
  'NPA',
  'PPV',
  'NPV',
  'PER 1,000',
];

/** A line a threshold. Rates without counts are in the words of their source. */
export function operatingPointTable(versions: readonly Version[]): string[] {
  const rows = versions.flatMap((version) =>
    version.calibrations.flatMap((record) => record.operatingPoints.map((point) => row(version, record, point))),
  );
  if (rows.length === 0) return ['No version has a threshold here: its calls are UNCALIBRATED.'];
  return table(HEADER, rows);
}

function row(version: Version, record: CalibrationOf, point: Point): readonly string[] {
  const stratum = [record.specimen, record.scanner, record.site].filter((part) => part !== null);
  const worth = point.predictiveValues;
  return [
    version.ref,
    record.retiredAt === null ? record.id : `${record.id} (retired)`,
    record.class === null ? record.target : `${record.target}: ${record.class}`,
    stratum.join(', ') || 'any case',
    point.operatingPoint,
    point.positiveWeight === null ? '-' : figure(point.positiveWeight),
    `${words(point.scale)} ${point.comparator === 'GE' ? '>=' : '>'} ${figure(point.value)}`,
    agreement(point, 'ppa'),
    agreement(point, 'npa'),
    worth ? estimate(worth.ppv, worth.ppvInterval) : published(point, 'PPV'),
    worth ? estimate(worth.npv, worth.npvInterval) : published(point, 'NPV'),
    worth
      ? `${worth.calledPositivePer1000.toFixed(0)} positive, ${worth.testsAvoidedPer1000.toFixed(0)} avoided, ${worth.missedPer1000.toFixed(1)} missed`
      : '-',
  ];
}

/** Of the first cohort: from its counts with the interval, or as published. */
function agreement(point: Point, which: 'ppa' | 'npa'): string {
  const rate = point.evidence[0]?.[which];
  if (rate) return `${percent(rate.value)} (${percent(rate.low)} to ${percent(rate.high)})`;
  return published(point, which === 'ppa' ? 'PPA' : 'NPA');
}

/** In the words of the source: of its own cohort, whatever prevalence was asked about. */
function published({ publishedRates }: Point, metric: Point['publishedRates'][number]['metric']): string {
  const rates = publishedRates.filter((rate) => rate.metric === metric).map((rate) => rate.published);
  return rates.length === 0 ? '-' : `${rates.join(', ')} (published)`;
}
