import type { Comparison, ScoreEvaluation } from '../comparison.types.js';
import type { StatisticName } from '../statistic.types.js';
import { escaped, figure } from './markup.js';
import { linePath, lineStyle, plot, reference, round, type Scales } from './plot.js';
import { STATISTIC } from './words.js';

const SQUARE = { width: 340, height: 340 };
const UNIT: readonly [number, number] = [0, 1];
const ROW_PX = 26;

/** ROC curves of all scores. */
export function rocPlot(scores: readonly ScoreEvaluation[]): string {
  if (!scores.some(({ roc }) => roc)) return '';
  const frame = { ...SQUARE, x: UNIT, y: UNIT, xLabel: '1 \u2212 NPA', yLabel: 'PPA', title: 'ROC curves' };
  const svg = plot(frame, (scales) => {
    const curves = scores.map(({ roc }, i) =>
      roc ? linePath({ x: roc.falsePositiveRate, y: roc.truePositiveRate, ...lineStyle(i) }, scales) : '',
    );
    const calls = scores.map((score, i) => operatingPoint(score, i, scales));
    return `${reference([0, 0], [1, 1], scales)}${curves.join('')}${calls.join('')}`;
  });
  return figure(svg, 'ROC curves; a dot is where the calls are made.');
}

function operatingPoint({ calls }: ScoreEvaluation, index: number, scales: Scales): string {
  if (!calls?.ppa || !calls.npa) return '';
  const { colour } = lineStyle(index);
  return `<circle cx="${round(scales.x(1 - calls.npa.value))}" cy="${round(scales.y(calls.ppa.value))}" r="4.5" fill="${colour}" stroke="#fff"/>`;
}

/** Reliability curves, a drawing for each score. */
export function reliabilityPlots(scores: readonly ScoreEvaluation[]): string {
  const drawn = scores.map(({ name, reliability }, i) => {
    if (!reliability) return '';
    const { colour } = lineStyle(i);
    const frame = {
      ...SQUARE,
      width: 260,
      height: 260,
      x: UNIT,
      y: UNIT,
      xLabel: 'predicted',
      yLabel: 'observed',
      title: `Reliability of ${name}`,
    };
    const svg = plot(frame, (scales) => {
      const bins = reliability.bins.map(({ predicted, observed, ci: [lower, upper], n }) => {
        const x = round(scales.x(predicted));
        return (
          `<path class="bar" stroke="${colour}" d="M${x} ${round(scales.y(lower))}V${round(scales.y(upper))}"/>` +
          `<circle cx="${x}" cy="${round(scales.y(observed))}" r="3.5" fill="${colour}"><title>${n} items</title></circle>`
        );
      });
      return reference([0, 0], [1, 1], scales) + bins.join('');
    });
    return figure(svg, `${escaped(name)}: calibration error ${reliability.ece.toFixed(3)}`);
  });
  return drawn.join('');
}

/** Net benefit of all scores, of testing everybody, and of testing nobody. */
export function decisionPlot(scores: readonly ScoreEvaluation[]): string {
  const curves = scores.flatMap(({ decisionCurve }, i) => (decisionCurve ? [{ i, curve: decisionCurve }] : []));
  const [first] = curves;
  if (!first) return '';
  const most = Math.max(0.02, ...curves.flatMap(({ curve }) => [...curve.netBenefit, ...curve.upper]));
  const least = -0.25 * most;
  const frame = {
    width: 440,
    height: 300,
    x: UNIT,
    y: [least, most * 1.05] as const,
    xLabel: 'threshold probability',
    yLabel: 'net benefit',
    title: 'Decision curves',
  };
  const svg = plot(frame, (scales) => {
    const bounded = (values: readonly number[]): readonly number[] => values.map((value) => Math.max(value, least));
    const shown = curves.map(({ i, curve }) => {
      const { colour, dash } = lineStyle(i);
      const { thresholds, lower, upper, netBenefit } = curve;
      const band = lower.length === 0 ? '' : bandPath(thresholds, bounded(lower), bounded(upper), colour, scales);
      return band + linePath({ x: thresholds, y: bounded(netBenefit), colour, dash }, scales);
    });
    const all = linePath(
      { x: first.curve.thresholds, y: bounded(first.curve.testAll), colour: '#999', dash: 'none' },
      scales,
    );
    return `${reference([0, 0], [1, 0], scales)}${all}${shown.join('')}`;
  });
  return figure(svg, 'Decision curves with bootstrap intervals. Grey: testing everybody; the level line: nobody.');
}

function bandPath(
  x: readonly number[],
  lower: readonly number[],
  upper: readonly number[],
  colour: string,
  scales: Scales,
): string {
  const point = (value: number, y: number | undefined): string =>
    `${round(scales.x(value))} ${round(scales.y(y ?? NaN))}`;
  const there = x.map((value, i) => point(value, lower[i]));
  const back = x.map((value, i) => point(value, upper[i])).reverse();
  return `<path fill="${colour}" fill-opacity="0.12" stroke="none" d="M${[...there, ...back].join('L')}Z"/>`;
}

interface ForestRow {
  readonly label: string;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** A forest of the differences of one statistic, a row for each pair; empty where no pair has one. */
export function forestPlot({ pairs, strata, method }: Comparison, statistic: StatisticName): string {
  const rows = pairs.flatMap(({ a, b, deltas }): readonly ForestRow[] => {
    const delta = deltas.find((one) => one.statistic === statistic);
    return delta?.ci ? [{ label: `${a} \u2212 ${b}`, value: delta.value, lower: delta.ci[0], upper: delta.ci[1] }] : [];
  });
  const inStrata =
    statistic !== 'AUC'
      ? []
      : strata.flatMap(({ stratification, level, pairs: of }) =>
          of.flatMap(({ a, b, delong }): readonly ForestRow[] => {
            const label = `${stratification} ${level ?? 'not stated'}: ${a} \u2212 ${b}`;
            return delong ? [{ label, value: delong.difference, lower: delong.ci[0], upper: delong.ci[1] }] : [];
          }),
        );
  if (rows.length === 0) return '';
  const all = [...rows, ...inStrata].slice(0, 60);
  const share = Math.round(method.confidence * 1000) / 10;
  const source = inStrata.length > 0 ? '; in strata by DeLong' : '';
  return figure(
    forest(all, STATISTIC[statistic]),
    `Differences of ${STATISTIC[statistic]} with ${share} % bootstrap intervals${source}.`,
  );
}

function forest(rows: readonly ForestRow[], name: string): string {
  const [least, most] = [
    Math.min(0, ...rows.map(({ lower }) => lower)),
    Math.max(0, ...rows.map(({ upper }) => upper)),
  ];
  const room = Math.max((most - least) * 0.08, 1e-3);
  const height = rows.length * ROW_PX + 58;
  const frame = {
    width: 420,
    height,
    x: [least - room, most + room] as const,
    y: [0, rows.length] as const,
    xLabel: `difference of ${name}`,
    yLabel: '',
    title: `Differences of ${name}`,
  };
  const inner = plot({ ...frame, y: [0, Math.max(rows.length, 1)] }, (scales) => {
    const zero = reference([0, 0], [0, rows.length], scales);
    const marks = rows.map(({ label, value, lower, upper }, i) => {
      const y = round(scales.y(rows.length - i - 0.65));
      const bar = `<path class="bar" stroke="#0072b2" d="M${round(scales.x(lower))} ${y}H${round(scales.x(upper))}"/>`;
      const square = `<rect x="${round(scales.x(value)) - 4}" y="${y - 4}" width="8" height="8" fill="#0072b2"/>`;
      return `${bar}${square}<text class="row" x="48" y="${y - 7}">${escaped(label)}</text>`;
    });
    return zero + marks.join('');
  });
  // Rows have no scale: the ticks of the upright axis would be numbers of nothing.
  return inner.replace(/<path class="grid" d="M44 [\d.]+H410"\/><text x="39"[^>]*>[^<]*<\/text>/g, '');
}
