import type { Comparison } from '../comparison.types.js';
import type { PairComparison } from '../pair.types.js';
import type { Bounds } from '../statistic.types.js';
import { escaped } from './markup.js';
import { counted, interval, number, pValue } from './words.js';

/** More pairs than these are told together. */
const MOST_SENTENCES = 6;

interface Reading {
  readonly pair: PairComparison;
  readonly difference: number;
  /** by bootstrap where a patient has several items, for DeLong takes items as independent */
  readonly ci: Bounds;
  readonly isDrawn: boolean;
}

/** What the interval of each pair says, and no more. */
export function sentences({ pairs, n, patients, method }: Comparison): string {
  const share = Math.round(method.confidence * 1000) / 10;
  const isDependent = patients !== null && patients < n;
  const read = pairs.flatMap((pair) => readingOf(pair, isDependent) ?? []);
  if (read.length === 0) return '';
  const said =
    read.length > MOST_SENTENCES ? together(read, share) : read.map((one) => sentence(one, share, isDependent));
  const dependent = `${counted(n, 'item')} come from ${counted(patients ?? 0, 'patient')}: DeLong, McNemar, Wilson and Wald take items as independent of each other, so their intervals are too narrow. The bootstrap draws whole patients.`;
  return [...said, ...(isDependent ? [dependent] : [])].map((one) => `<p>${one}</p>`).join('');
}

function readingOf(pair: PairComparison, isDependent: boolean): Reading | null {
  const { delong, deltas } = pair;
  if (!delong) return null;
  const drawn = isDependent ? deltas.find(({ statistic }) => statistic === 'AUC')?.ci : null;
  return { pair, difference: delong.difference, ci: drawn ?? delong.ci, isDrawn: Boolean(drawn) };
}

function sentence({ pair, difference, ci, isDrawn }: Reading, share: number, isDependent: boolean): string {
  const { a, b, delong } = pair;
  const tooNarrow = isDependent ? ', which takes items as independent: too narrow' : '';
  const by = isDrawn ? 'by bootstrap of patients' : `DeLong ${pValue(delong?.p ?? NaN)}${tooNarrow}`;
  const numbers = `difference ${number(difference)}, ${share} % interval ${interval(ci)}, ${by}`;
  if (!isShown(ci))
    return `No difference of AUC is shown between <b>${escaped(a)}</b> and <b>${escaped(b)}</b> (${numbers}): both signs are possible.`;
  const [better, worse] = difference > 0 ? [a, b] : [b, a];
  return `<b>${escaped(better)}</b> has a higher AUC than <b>${escaped(worse)}</b> on these items (${numbers}).`;
}

/** Score by score, those that it is shown to be above; then the pairs of which nothing is shown. */
function together(read: readonly Reading[], share: number): readonly string[] {
  const above = new Map<string, string[]>();
  for (const { pair, difference, ci } of read) {
    if (!isShown(ci)) continue;
    const [better, worse] = difference > 0 ? [pair.a, pair.b] : [pair.b, pair.a];
    const [low, high] = difference > 0 ? ci : ([-ci[1], -ci[0]] as const);
    const text = `${escaped(worse)} (${number(Math.abs(difference))}, ${interval([low, high])})`;
    above.set(better, [...(above.get(better) ?? []), text]);
  }
  const open = read.flatMap(({ pair: { a, b }, ci }) => (isShown(ci) ? [] : [`${escaped(a)} and ${escaped(b)}`]));
  return [
    ...[...above].map(([better, worse]) => `<b>${escaped(better)}</b> has a higher AUC than ${worse.join(', ')}.`),
    ...(open.length === 0 ? [] : [`No difference of AUC is shown between ${open.join('; ')}.`]),
    `Differences with ${share} % intervals, ${read[0]?.isDrawn ? 'by bootstrap of patients' : 'by DeLong'}. ${counted(read.length, 'pair')} were looked at, and none of these intervals is adjusted for that: some will leave out 0 by chance.`,
  ];
}

function isShown([low, high]: Bounds): boolean {
  return low > 0 || high < 0;
}
