import { escaped } from './markup.js';

/** Okabe and Ito's colours, which colour-blind readers tell apart; dashes tell them apart in black and white. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000', '#7f7f7f'];
const DASHES = ['none', '7 3', '2 2', '9 3 2 3', '5 5', '1 3', '12 4', '4 1'];
const LEFT = 44;
const BOTTOM = 38;
const EDGE = 10;
/** A curve of more points is drawn by about as many as a screen can show. */
const MOST_POINTS = 400;

export interface Line {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly colour: string;
  readonly dash: string;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly xLabel: string;
  readonly yLabel: string;
  /** What the drawing shows, for those who cannot see it. */
  readonly title: string;
  /** Whether what stands one below the other are rows, which have no scale. */
  readonly isRows?: boolean;
}

/** How the k-th score is drawn in every plot. */
export function lineStyle(index: number): { readonly colour: string; readonly dash: string } {
  return { colour: COLOURS[index % COLOURS.length] ?? '#000', dash: DASHES[index % DASHES.length] ?? 'none' };
}

/** Maps values to pixels. */
export interface Scales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** A drawing with axes; `draw` makes what is inside of them. */
export function plot(frame: Frame, draw: (scales: Scales) => string): string {
  const { width, height } = frame;
  const scale =
    ([from, to]: readonly [number, number], start: number, end: number) =>
    (value: number) =>
      start + ((value - from) / (to - from)) * (end - start);
  const scales = {
    x: scale(frame.x, LEFT, width - EDGE),
    y: scale(frame.y, height - BOTTOM, EDGE),
  };
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(frame.title)}">` +
    `${axes(frame, scales)}${draw(scales)}</svg>`
  );
}

function axes({ width, height, x, y, xLabel, yLabel, isRows = false }: Frame, scales: Scales): string {
  const bottom = height - BOTTOM;
  const across = ticks(x)
    .map((tick) => {
      const at = round(scales.x(tick));
      return `<path class="grid" d="M${at} ${EDGE}V${bottom}"/><text x="${at}" y="${bottom + 14}" text-anchor="middle">${tickText(tick)}</text>`;
    })
    .join('');
  const up = (isRows ? [] : ticks(y))
    .map((tick) => {
      const at = round(scales.y(tick));
      return `<path class="grid" d="M${LEFT} ${at}H${width - EDGE}"/><text x="${LEFT - 5}" y="${at + 4}" text-anchor="end">${tickText(tick)}</text>`;
    })
    .join('');
  const middle = (EDGE + bottom) / 2;
  return (
    `${across}${up}<path class="axis" d="M${LEFT} ${EDGE}V${bottom}H${width - EDGE}"/>` +
    `<text x="${(LEFT + width - EDGE) / 2}" y="${height - 6}" text-anchor="middle">${escaped(xLabel)}</text>` +
    `<text transform="rotate(-90 12 ${middle})" x="12" y="${middle}" text-anchor="middle">${escaped(yLabel)}</text>`
  );
}

/** Round numbers inside a range, about five. */
export function ticks([from, to]: readonly [number, number]): readonly number[] {
  const rough = (to - from) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough * 0.999) ?? power;
  const first = Math.ceil(from / step - 1e-9);
  const count = Math.floor(to / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, i) => (first + i) * step);
}

function tickText(value: number): string {
  return String(Number(value.toPrecision(6))).replace('-', '\u2212');
}

/** A line through points. */
export function linePath({ x, y, colour, dash }: Line, scales: Scales): string {
  const every = Math.max(1, Math.ceil(x.length / MOST_POINTS));
  const points = x.flatMap((value, i) =>
    i % every === 0 || i === x.length - 1 ? [`${round(scales.x(value))} ${round(scales.y(y[i] ?? NaN))}`] : [],
  );
  return `<path class="line" stroke="${colour}" stroke-dasharray="${dash}" d="M${points.join('L')}"/>`;
}

/** A straight grey line that others are compared with. */
export function reference(from: readonly [number, number], to: readonly [number, number], scales: Scales): string {
  const point = ([x, y]: readonly [number, number]): string => `${round(scales.x(x))} ${round(scales.y(y))}`;
  return `<path class="reference" d="M${point(from)}L${point(to)}"/>`;
}

/** Pixels with one decimal. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
