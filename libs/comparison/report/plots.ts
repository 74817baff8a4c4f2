import type { ScoreEvaluation } from '../comparison.types.js';
import { escaped, figure } from './markup.js';
import { linePath, lineStyle, plot, reference, round, type Scales } from './plot.js';

/** Bands of more curves hide each other. */
const MOST_BANDS = 3;
const SQUARE = { width: 340, height: 340 };
const UNIT: readonly [number, number] = [0, 1];

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
      const band =
        lower.length === 0 || curves.length > MOST_BANDS
          ? ''
          : bandPath(thresholds, bounded(lower), bounded(upper), colour, scales);
      return band + linePath({ x: thresholds, y: bounded(netBenefit), colour, dash }, scales);
    });
    const all = linePath(
      { x: first.curve.thresholds, y: bounded(first.curve.testAll), colour: '#999', dash: 'none' },
      scales,
    );
    return `${reference([0, 0], [1, 0], scales)}${all}${shown.join('')}`;
  });
  const bands = curves.length > MOST_BANDS ? '' : ' with bootstrap intervals';
  return figure(svg, `Decision curves${bands}. Grey: testing everybody; the level line: nobody.`);
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
