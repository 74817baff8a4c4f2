import type { Comparison } from '../comparison.types.js';
import type { StatisticName } from '../statistic.types.js';
import { escaped, figure } from './markup.js';
import { plot, reference, round } from './plot.js';
import { STATISTIC } from './words.js';

const ROW_PX = 30;
/** Rows of a drawing: more than a page has room for are drawn one after the other. */
const MOST_ROWS = 28;
/** Of more pairs, strata are in their table alone. */
const MOST_IN_STRATA = 3;
const DRAWN: readonly StatisticName[] = ['AUC', 'BRIER', 'PPA', 'NPA', 'C_INDEX', 'PEARSON', 'RMSE'];

interface ForestRow {
  readonly label: string;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Forests of the differences of each statistic, a row for each pair. */
export function forests(comparison: Comparison): string {
  const drawn = DRAWN.map((name) => forestPlot(comparison, name)).join('');
  return drawn === '' ? '' : `<div class="plots">${drawn}</div>`;
}

/** Empty where no pair has an interval. */
function forestPlot({ pairs, strata, method }: Comparison, statistic: StatisticName): string {
  const rows = pairs.flatMap(({ a, b, deltas }): readonly ForestRow[] => {
    const delta = deltas.find((one) => one.statistic === statistic);
    return delta?.ci ? [{ label: `${a} \u2212 ${b}`, value: delta.value, lower: delta.ci[0], upper: delta.ci[1] }] : [];
  });
  const inStrata = statistic === 'AUC' && pairs.length <= MOST_IN_STRATA ? strata.flatMap(stratumRows) : [];
  if (rows.length === 0) return '';
  const share = Math.round(method.confidence * 1000) / 10;
  const source = inStrata.length > 0 ? '; in strata by DeLong' : '';
  const caption = `Differences of ${STATISTIC[statistic]} with ${share} % bootstrap intervals${source}.`;
  const all = [...rows, ...inStrata];
  const range = rangeOf(all);
  const parts = Array.from({ length: Math.ceil(all.length / MOST_ROWS) }, (_, i) =>
    all.slice(i * MOST_ROWS, (i + 1) * MOST_ROWS),
  );
  return parts.map((part) => figure(forest(part, STATISTIC[statistic], range), caption)).join('');
}

function stratumRows({ stratification, level, pairs }: Comparison['strata'][number]): readonly ForestRow[] {
  return pairs.flatMap(({ a, b, delong }) => {
    const label = `${stratification} ${level ?? 'not stated'}: ${a} \u2212 ${b}`;
    return delong ? [{ label, value: delong.difference, lower: delong.ci[0], upper: delong.ci[1] }] : [];
  });
}

function rangeOf(rows: readonly ForestRow[]): readonly [number, number] {
  const least = Math.min(0, ...rows.map(({ lower }) => lower));
  const most = Math.max(0, ...rows.map(({ upper }) => upper));
  const room = Math.max((most - least) * 0.08, 1e-3);
  return [least - room, most + room];
}

function forest(rows: readonly ForestRow[], name: string, range: readonly [number, number]): string {
  const frame = {
    ...{ width: 420, height: rows.length * ROW_PX + 58, x: range, y: [0, rows.length] as const },
    ...{ xLabel: `difference of ${name}`, yLabel: '', title: `Differences of ${name}`, isRows: true },
  };
  return plot(frame, (scales) => {
    const marks = rows.map(({ label, value, lower, upper }, i) => {
      const y = round(scales.y(rows.length - i - 0.65));
      const bar = `<path class="bar" stroke="#0072b2" d="M${round(scales.x(lower))} ${y}H${round(scales.x(upper))}"/>`;
      const square = `<rect x="${round(scales.x(value)) - 4}" y="${y - 4}" width="8" height="8" fill="#0072b2"/>`;
      return `${bar}${square}<text class="row" x="48" y="${y - 8}">${escaped(label)}</text>`;
    });
    return reference([0, 0], [0, rows.length], scales) + marks.join('');
  });
}
