import type { SpatialAgreement, SpotCorrelation } from '#graphql/generated/schema-types';
import { SPOT_STATISTICS } from '#libs/comparison';
import { quantileOfSorted } from '#libs/statistics';
import {
  type ComparisonSettings,
  mapParametersOf,
  type MeasuredComparison,
  type SpatialMeasurement,
} from '#gateway/spatial-maps';
import type { FoundLayer, LayerNames } from './find-layers.js';
import { toMeasurement } from './spatial-measurement.resolver.js';
import type { SpatialMapParent } from './to-spatial-map.js';

const LOG1P = 'LOG1P_CP10K';

/** What a comparison was of, and what came of it. */
export interface ComparedMap {
  readonly parent: SpatialMapParent;
  readonly measurement: SpatialMeasurement;
  readonly settings: ComparisonSettings;
  readonly made: MeasuredComparison;
  readonly names: LayerNames;
}

/** A comparison as the schema has it; what is not here has a resolver. */
export function toComparison(compared: ComparedMap) {
  const { parent, measurement, settings, made } = compared;
  const { unit, transform } = mapParametersOf(parent.map);
  const isCounts = measurement.valueKind === 'COUNTS';
  const isScores = parent.map.kind === 'PATHWAY_SCORES';
  const { thinning, match } = settings;
  const ofGenes = isCounts
    ? `log1p of counts per 10,000${thinning ? `, thinned to ${thinning.depth} a spot` : ''}`
    : measurement.unit;
  const measuredUnit = isScores ? `${unit} of ${ofGenes}` : ofGenes;
  // Scores of tiles and of spots have cohorts of their own.
  const isSameScale = !isScores && (isCounts ? transform === LOG1P : measurement.unit === unit);
  const rows = Array.from(made.positions, (_, row) => row);
  const layers = Array.from(made.positions, (position) => compared.names.at(position));
  const hasEvidence = layers.some(({ evidence }) => evidence !== null);
  return {
    compared,
    measurement: toMeasurement(measurement),
    ...{ match, depth: thinning?.depth ?? null, seed: thinning?.seed ?? null },
    ...{ spotCount: made.spotCount, matchedCount: made.matchedCount, n: made.n, farthestPx: made.farthestPx },
    ...{ predictedUnit: unit, measuredUnit, isSameScale, geneCount: made.geneCount },
    notices: noticesOf(compared, isSameScale),
    reliable: hasEvidence
      ? agreementOf(
          made,
          rows.filter((row) => layers[row]?.reliable),
        )
      : null,
    others: agreementOf(
      made,
      rows.filter((row) => !layers[row]?.reliable),
    ),
  };
}

function noticesOf({ measurement, settings: { thinning } }: ComparedMap, isSameScale: boolean): readonly string[] {
  const isUneven = measurement.valueKind === 'COUNTS' && !thinning;
  return [
    ...(isUneven
      ? ['Spots were not thinned to equal depth: depth follows the density of cells, and passes for biology here.']
      : []),
    ...(isSameScale
      ? []
      : ['Predicted and measured values are in other units: correlations hold, levels cannot be compared.']),
    'Neighbouring spots are alike: intervals are too narrow.',
  ];
}

/** The numbers of one row of a comparison. */
export function statisticsAt({ statistics }: MeasuredComparison, row: number) {
  const at = (name: (typeof SPOT_STATISTICS)[number]): number =>
    statistics[row * SPOT_STATISTICS.length + SPOT_STATISTICS.indexOf(name)] ?? NaN;
  return {
    r: at('r'),
    lower: at('lower'),
    detected: at('detected'),
    pearson: correlationOf(at('r'), at('lower'), at('upper')),
    spearman: correlationOf(at('rho'), at('rhoLower'), at('rhoUpper')),
  };
}

/** A gene with its numbers. */
export function toMeasuredGene({ made }: ComparedMap, row: number, layer: FoundLayer) {
  const { pearson, spearman, detected } = statisticsAt(made, row);
  return { ...layer, pearson, spearman, n: made.n, detected };
}

function correlationOf(value: number, lower: number, upper: number): SpotCorrelation | null {
  if (Number.isNaN(value)) return null;
  return { value, lower: Number.isNaN(lower) ? null : lower, upper: Number.isNaN(upper) ? null : upper };
}

function agreementOf(made: MeasuredComparison, rows: readonly number[]): SpatialAgreement {
  const found = rows.map((row) => statisticsAt(made, row)).filter(({ r }) => !Number.isNaN(r));
  const sorted = Float64Array.from(found, ({ r }) => r).sort();
  return {
    geneCount: found.length,
    medianR: sorted.length === 0 ? null : quantileOfSorted(sorted, 0.5),
    aboveZero: found.filter(({ r }) => r > 0).length,
    intervalAboveZero: found.filter(({ lower }) => lower > 0).length,
  };
}
